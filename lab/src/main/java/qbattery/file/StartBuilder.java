package qbattery.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qbattery.dynamics.CollectiveSteadyState;
import qbattery.dynamics.Evolution;
import qbattery.model.Battery;
import qbattery.model.CollectiveEnsembles;
import qbattery.model.InitialState;
import qbattery.model.SiteState;
import qbattery.quantum.DiagonalState;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.quantum.StateVector;
import qbattery.steady.Destination;
import qbattery.steady.SteadyStates;

/** Builds starts. */
final class StartBuilder {

  /** Below this dimension a start is made once to see whether it is a state. */
  private static final int SMALL = 16;

  private final StructureBuilder.Frame frame;
  private final Evaluator evaluator;
  private final Battery battery;

  StartBuilder(StructureBuilder.Frame frame, Evaluator evaluator, Battery battery) {
    this.frame = frame;
    this.evaluator = evaluator;
    this.battery = battery;
  }

  InitialState build(StartSection section) {
    InitialState start = start(section);
    if (battery.space().dimension() <= SMALL) {
      start.of(battery);
    }
    return start;
  }

  private InitialState start(StartSection section) {
    if (section instanceof StartSection.Named named) {
      return switch (named) {
        case EXCITED -> new InitialState.FullyExcited();
        case GROUND -> new InitialState.Ground();
        case PLUS -> requireCells(new InitialState.Coherent(), "plus");
      };
    }
    if (section instanceof StartSection.Mixture mixture) {
      return requireCells(new InitialState.Classical(evaluator.real(mixture.excited())), "mixture");
    }
    if (section instanceof StartSection.Thermal thermal) {
      return new InitialState.Thermal(evaluator.real(thermal.temperature()));
    }
    if (section instanceof StartSection.Sites sites) {
      return new InitialState.Sites(sites(sites.states()));
    }
    if (section instanceof StartSection.Product product) {
      return new InitialState.Product(
          product.sites().stream().map(m -> SetupBuilder.matrix(m, evaluator)).toList());
    }
    if (section instanceof StartSection.Pure pure) {
      double[] psi = new double[2 * pure.amplitudes().size()];
      for (int k = 0; k < pure.amplitudes().size(); k++) {
        var amplitude = evaluator.complex(pure.amplitudes().get(k));
        psi[2 * k] = amplitude.re();
        psi[2 * k + 1] = amplitude.im();
      }
      return new InitialState.Pure(StateVector.of(battery.space(), psi));
    }
    if (section instanceof StartSection.Given given) {
      return new InitialState.Given(SetupBuilder.matrix(given.matrix(), evaluator));
    }
    if (section instanceof StartSection.Settled settled) {
      return new InitialState.Given(settled(settled).matrix());
    }
    requireEnsembles();
    return InitialState.Sites.of(new SiteState.Lowest(), new SiteState.Highest());
  }

  /** Where a start ends up under what is always there: no stage has begun. */
  private State settled(StartSection.Settled settled) {
    if (frame.ensembles().isPresent()) {
      return ensembleSettled(settled).parts().get(0).state();
    }
    if (!battery.drives().isEmpty()) {
      throw new IllegalArgumentException("A battery that is driven does not settle.");
    }
    Destination there =
        SteadyStates.of(battery).from(Evolution.made(build(settled.from()), battery));
    if (there instanceof Destination.Settles settles) {
      return settles.state();
    }
    throw new IllegalArgumentException(
        there instanceof Destination.Unknown unknown
            ? "Where this start ends up is not known: " + unknown.reason()
            : "From this start the battery goes on oscillating for ever, so it does not settle.");
  }

  private EnsembleState ensembleSettled(StartSection.Settled settled) {
    CollectiveEnsembles ensembles = requireEnsembles();
    if (Setup.isTooLarge(ensembles)) {
      throw new IllegalArgumentException(
          "Ensembles that are too large to be evolved do not start where they settle.");
    }
    Optional<EnsembleState> known = ofEnsembles(settled.from());
    return CollectiveSteadyState.of(
        ensembles, known.orElseGet(() -> withoutCoherence(start(settled.from()))));
  }

  /** A start of two ensembles in blocks by number of excitations. */
  private EnsembleState withoutCoherence(InitialState start) {
    State made = start.of(battery);
    for (int i = 0; i < made.space().dimension(); i++) {
      for (int k = 0; k < i; k++) {
        if (made.element(i, k).abs() > State.TOLERANCE) {
          throw new IllegalArgumentException(
              "Where two ensembles settle is known of starts without coherence.");
        }
      }
    }
    return EnsembleState.symmetric(
        requireEnsembles().batterySize(),
        DiagonalState.of(made.space(), i -> made.element(i, i).re()));
  }

  /** Of two ensembles: their start over all multiplets. */
  Optional<EnsembleState> ofEnsembles(StartSection section) {
    if (section instanceof StartSection.Settled settled && frame.ensembles().isPresent()) {
      return Optional.of(ensembleSettled(settled));
    }
    if (!(section instanceof StartSection.BatteryThermal thermal)) {
      return Optional.empty();
    }
    CollectiveEnsembles ensembles = requireEnsembles();
    double temperature = evaluator.real(thermal.temperature());
    if (!Setup.isTooLarge(ensembles)) {
      return Optional.of(ensembles.batteryThermal(temperature));
    }
    if (temperature != 0) {
      throw new IllegalArgumentException(
          "Ensembles that are too large to be evolved start with the battery down; the temperature of the battery is then 0, not %s."
              .formatted(temperature));
    }
    return Optional.empty(); // down, as the start of the symmetric states is
  }

  private CollectiveEnsembles requireEnsembles() {
    return frame
        .ensembles()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'battery temperature' is a start of two ensembles; for parts, use sites."));
  }

  private InitialState requireCells(InitialState start, String word) {
    for (PartTable.Row row : frame.parts().rows()) {
      if (row.kind() != Structure.PartKind.CELLS) {
        throw new IllegalArgumentException(
            "'%s' is a start of two-level cells, but '%s' is of the kind %s; give each part its own start under sites."
                .formatted(word, row.name(), row.kind().word()));
      }
    }
    return start;
  }

  private List<SiteState> sites(Map<String, SiteSection> states) {
    PartTable parts = frame.parts();
    int count = parts.space().sites();
    List<SiteState> found = new ArrayList<>(Collections.nCopies(count, new SiteState.Lowest()));
    // Whole parts first, so that a single site counts more, in whatever order they are named.
    for (boolean single : new boolean[] {false, true}) {
      states.forEach(
          (name, section) -> {
            if (SiteName.of(name).flatMap(SiteName::index).isPresent() == single) {
              for (int site : parts.sites(List.of(name))) {
                found.set(site, site(section, name, site));
              }
            }
          });
    }
    return found;
  }

  private SiteState site(SiteSection section, String name, int site) {
    int levels = frame.parts().space().localDimensions().get(site);
    SiteState state = state(section, name, site);
    if (levels <= SMALL) {
      State.of(new Space(List.of(levels)), state.matrix(levels)); // refuses what is no state
    }
    return state;
  }

  private SiteState state(SiteSection section, String name, int site) {
    if (section instanceof SiteSection.Named named) {
      return switch (named) {
        case EXCITED -> new SiteState.Highest();
        case GROUND -> new SiteState.Lowest();
        case PLUS -> ofCell(new SiteState.Given(InitialState.CellState.PLUS), name, site);
      };
    }
    if (section instanceof SiteSection.Excitations excitations) {
      int levels = frame.parts().space().localDimensions().get(site);
      return new SiteState.Excitations(evaluator.whole(excitations.n(), 0, levels - 1));
    }
    if (section instanceof SiteSection.Mixture mixture) {
      var classical = new InitialState.Classical(evaluator.real(mixture.excited()));
      return ofCell(
          new SiteState.Given(InitialState.CellState.mixture(classical.excited())), name, site);
    }
    if (section instanceof SiteSection.Coherent coherent) {
      return new SiteState.CoherentMode(evaluator.complex(coherent.alpha()));
    }
    if (section instanceof SiteSection.Thermal thermal) {
      return new SiteState.ThermalMode(evaluator.real(thermal.mean()));
    }
    if (section instanceof SiteSection.Direction direction) {
      return new SiteState.CoherentSpin(
          evaluator.real(direction.theta()), evaluator.real(direction.phi()));
    }
    return new SiteState.Given(
        SetupBuilder.matrix(((SiteSection.Given) section).matrix(), evaluator));
  }

  private SiteState ofCell(SiteState state, String name, int site) {
    if (frame.parts().rowOf(site).kind() != Structure.PartKind.CELLS) {
      throw new IllegalArgumentException(
          "'%s' is not a two-level cell; plus and mixture are states of cells.".formatted(name));
    }
    return state;
  }
}
