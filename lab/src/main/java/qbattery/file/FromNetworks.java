package qbattery.file;

import java.util.List;
import java.util.Optional;
import qbattery.model.CellNetwork;
import qbattery.model.CollectiveEnsembles;
import qbattery.model.DisorderedNetwork;
import qbattery.model.Distribution;
import qbattery.model.Graph;

/** Makes the structure of a file from the networks and ensembles of the model. */
final class FromNetworks {

  private FromNetworks() {}

  static Structure of(CellNetwork network, Structure.Frame frame) {
    return new Structure.Network(
        links(network.graph()),
        Expression.of(network.graph().cells()),
        several(network.frequencies()),
        several(network.couplings()),
        several(network.decay()),
        several(network.intracell()),
        frame);
  }

  static Structure of(DisorderedNetwork network, Structure.Frame frame) {
    return new Structure.Network(
        links(network.graph()),
        Expression.of(network.graph().cells()),
        amount(network.frequency()),
        amount(network.coupling()),
        amount(network.decay()),
        amount(network.intracell()),
        frame);
  }

  static Structure of(CollectiveEnsembles ensembles) {
    return new Structure.Ensembles(
        Expression.of(ensembles.batterySize()),
        Expression.of(ensembles.chargerSize()),
        Expression.of(ensembles.frequency()),
        Expression.of(ensembles.rate()),
        Expression.of(ensembles.temperature()));
  }

  private static Links links(Graph graph) {
    for (Links.Named named : Links.Named.values()) {
      boolean possible =
          switch (named) {
            case LINEAR, SYMMETRIC -> true;
            case CIRCULAR -> graph.cells() >= 3;
            case CENTRAL -> graph.cells() >= 2;
          };
      if (possible && StructureBuilder.graph(named, graph.cells()).equals(graph)) {
        return named;
      }
    }
    return new Links.Pairs(
        graph.name(),
        graph.links().stream()
            .map(l -> List.of(Expression.of(l.first() + 1), Expression.of(l.second() + 1)))
            .toList());
  }

  /** A list; of a network of one cell, which has no link, the number 0. */
  private static Amount several(List<Double> values) {
    return values.isEmpty()
        ? new Amount.Single(Expression.of(0))
        : new Amount.Several(values.stream().map(Expression::of).toList());
  }

  private static Amount amount(Distribution distribution) {
    if (distribution instanceof Distribution.Constant constant) {
      return new Amount.Single(Expression.of(constant.value()));
    }
    if (distribution instanceof Distribution.Magnitude magnitude
        && magnitude.of() instanceof Distribution.Constant constant) {
      return new Amount.Single(Expression.of(StrictMath.abs(constant.value())));
    }
    if (distribution instanceof Distribution.Magnitude magnitude
        && magnitude.of() instanceof Distribution.Magnitude inner) {
      return amount(inner);
    }
    return new Amount.Drawn(draw(distribution), Optional.empty());
  }

  private static Amount.Draw draw(Distribution distribution) {
    if (distribution instanceof Distribution.Uniform uniform) {
      return new Amount.Uniform(Expression.of(uniform.low()), Expression.of(uniform.high()));
    }
    return new Amount.Magnitude(draw(((Distribution.Magnitude) distribution).of()));
  }
}
