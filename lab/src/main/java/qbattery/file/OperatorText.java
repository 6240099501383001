package qbattery.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qbattery.file.formula.Expression;
import qbattery.file.formula.Formula;
import qbattery.file.formula.LocalWord;
import qbattery.file.tree.Node;
import qbattery.file.words.OwnOperator;
import qbattery.linalg.Complex;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;

/** Writes operators as formulas, and keeps the local operators that have no name there. */
final class OperatorText {

  private final SiteGuess sites;
  private final Map<LocalOperator, String> own = new LinkedHashMap<>();

  OperatorText(SiteGuess sites) {
    this.sites = sites;
  }

  /** The local operators that were met and have no name of their own in formulas. */
  Map<String, OwnOperator> own() {
    Map<String, OwnOperator> named = new LinkedHashMap<>();
    own.forEach(
        (local, name) ->
            named.put(name, new OwnOperator(local.matrix(), Optional.of(local.name()))));
    return named;
  }

  /** A formula for each term. */
  List<Node> terms(Operator operator) {
    return operator.terms().stream().<Node>map(t -> Node.text(text(t))).toList();
  }

  /** One formula for all. */
  Node sum(Operator operator) {
    return Node.text(
        operator.terms().isEmpty()
            ? "0"
            : String.join(" + ", operator.terms().stream().map(this::text).toList()));
  }

  private String text(Operator.Term term) {
    List<String> factors = new ArrayList<>();
    term.factors().forEach((site, local) -> factors.add(text(site, local)));
    if (factors.isEmpty()) {
      factors.add(Formula.IDENTITY);
    }
    if (!term.coefficient().equals(Complex.ONE)) {
      String number = Expression.text(term.coefficient());
      boolean bare = term.coefficient().im() == 0 && term.coefficient().re() >= 0;
      factors.add(0, bare ? number : "(" + number + ")");
    }
    return String.join("*", factors);
  }

  private String text(int site, LocalOperator local) {
    for (LocalWord word : LocalWord.values()) {
      var known = word.local(sites.kinds().get(site), sites.levels().get(site));
      if (known.isPresent() && known.get().equals(local)) {
        return word.word() + "(" + sites.names().get(site) + ")";
      }
    }
    String name = own.computeIfAbsent(local, l -> "op" + (own.size() + 1));
    return name + "(" + sites.names().get(site) + ")";
  }
}
