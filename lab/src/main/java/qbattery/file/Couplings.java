package qbattery.file;

import java.util.List;
import qbattery.model.Graph;
import qbattery.quantum.Operator;

/** Builds the summands of an interaction. */
final class Couplings {

  private Couplings() {}

  static Operator of(Coupling coupling, PartTable parts, Evaluator evaluator) {
    if (coupling instanceof Coupling.Term term) {
      return evaluator.operator(term.operator());
    }
    Coupling.Exchange exchange = (Coupling.Exchange) coupling;
    List<Integer> sites = parts.sites(exchange.of());
    Graph graph = StructureBuilder.graph(exchange.graph(), sites.size(), evaluator);
    List<Double> j =
        StructureBuilder.each(
            exchange.coupling(), graph.links().size(), "link", "exchange", evaluator);
    Operator sum = Operator.zero(parts.space());
    for (int l = 0; l < graph.links().size(); l++) {
      Graph.Link link = graph.links().get(l);
      Operator hop =
          on(LocalWord.LOWER, parts, sites.get(link.first()))
              .times(on(LocalWord.RAISE, parts, sites.get(link.second())));
      sum = sum.plus(hop.plus(hop.adjoint()).times(j.get(l)));
    }
    return sum;
  }

  /** A local operator on a site. */
  static Operator on(LocalWord word, PartTable parts, int site) {
    PartTable.Row row = parts.rowOf(site);
    return word.on(parts.space(), site, row.kind())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is an operator of %s; '%s' is of the kind %s."
                        .formatted(word.word(), word.where(), row.name(), row.kind().word())));
  }
}
