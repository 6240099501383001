package qbattery.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qbattery.linalg.Complex;
import qbattery.model.InitialState;
import qbattery.model.SiteState;

/** Makes the records of a file from starts of the model. */
final class FromModelParts {

  private FromModelParts() {}

  private static Expression number(Complex number) {
    return Expression.of(OperatorText.number(number));
  }

  static StartSection start(InitialState start, SiteGuess sites) {
    if (start instanceof InitialState.FullyExcited) {
      return StartSection.Named.EXCITED;
    }
    if (start instanceof InitialState.Ground) {
      return StartSection.Named.GROUND;
    }
    if (start instanceof InitialState.Coherent) {
      return StartSection.Named.PLUS;
    }
    if (start instanceof InitialState.Classical classical) {
      return new StartSection.Mixture(Expression.of(classical.excited()));
    }
    if (start instanceof InitialState.Thermal thermal) {
      return new StartSection.Thermal(Expression.of(thermal.temperature()));
    }
    if (start instanceof InitialState.Product product) {
      return new StartSection.Product(product.cells().stream().map(FromModel::matrix).toList());
    }
    if (start instanceof InitialState.Sites given) {
      Map<String, SiteSection> states = new LinkedHashMap<>();
      for (int k = 0; k < given.sites().size(); k++) {
        states.put(sites.names().get(k), site(given.sites().get(k)));
      }
      return new StartSection.Sites(states);
    }
    if (start instanceof InitialState.Pure pure) {
      double[] psi = pure.state().amplitudes();
      List<Expression> amplitudes = new ArrayList<>();
      for (int k = 0; k < psi.length; k += 2) {
        amplitudes.add(number(new Complex(psi[k], psi[k + 1])));
      }
      return new StartSection.Pure(amplitudes);
    }
    return new StartSection.Given(
        FromModel.matrix(
            start instanceof InitialState.Known known
                ? known.state().matrix()
                : ((InitialState.Given) start).matrix()));
  }

  private static SiteSection site(SiteState state) {
    if (state instanceof SiteState.Highest) {
      return SiteSection.Named.EXCITED;
    }
    if (state instanceof SiteState.Lowest) {
      return SiteSection.Named.GROUND;
    }
    if (state instanceof SiteState.Excitations excitations) {
      return new SiteSection.Excitations(Expression.of(excitations.n()));
    }
    if (state instanceof SiteState.CoherentMode coherent) {
      return new SiteSection.Coherent(number(coherent.alpha()));
    }
    if (state instanceof SiteState.ThermalMode thermal) {
      return new SiteSection.Thermal(Expression.of(thermal.mean()));
    }
    if (state instanceof SiteState.CoherentSpin spin) {
      return new SiteSection.Direction(Expression.of(spin.theta()), Expression.of(spin.phi()));
    }
    return new SiteSection.Given(FromModel.matrix(((SiteState.Given) state).matrix()));
  }
}
