package qbattery.file;

import java.util.Optional;
import qbattery.dynamics.CollectiveSteadyState;
import qbattery.dynamics.Evolution;
import qbattery.file.formula.PartKind;
import qbattery.file.formula.PartTable;
import qbattery.file.words.StartWords;
import qbattery.file.words.StartWords.BatteryThermal;
import qbattery.file.words.StartWords.In;
import qbattery.file.words.StartWords.Settled;
import qbattery.file.words.StartWords.Start;
import qbattery.model.Battery;
import qbattery.model.CollectiveEnsembles;
import qbattery.model.InitialState;
import qbattery.model.SiteState;
import qbattery.quantum.DiagonalState;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.State;
import qbattery.steady.Destination;
import qbattery.steady.SteadyStates;

/** Builds starts. */
final class StartBuilder {

  private final StructureBuilder.Frame frame;
  private final Battery battery;

  StartBuilder(StructureBuilder.Frame frame, Battery battery) {
    this.frame = frame;
    this.battery = battery;
  }

  InitialState build(Start section) {
    InitialState start = start(section);
    if (battery.space().dimension() <= StartWords.SMALL) {
      start.of(battery);
    }
    return start;
  }

  private InitialState start(Start section) {
    if (section instanceof Settled settled) {
      State rest = settled(settled);
      return rest.space().hasMultiplets() // whose whole matrix may be large
          ? new InitialState.Known(rest)
          : new InitialState.Given(rest.matrix());
    }
    if (section instanceof BatteryThermal) {
      requireEnsembles();
      return InitialState.Sites.of(new SiteState.Lowest(), new SiteState.Highest());
    }
    InitialState state = ((In) section).state();
    if (state instanceof InitialState.Coherent) {
      requireCells("plus");
    } else if (state instanceof InitialState.Classical) {
      requireCells("mixture");
    }
    return state;
  }

  /** Where a start ends up under what is always there: no stage has begun. */
  private State settled(Settled settled) {
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
            ? "The limit of this start is not known: " + unknown.reason()
            : "From this start the battery goes on oscillating for ever, so it does not settle.");
  }

  private EnsembleState ensembleSettled(Settled settled) {
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
  Optional<EnsembleState> ofEnsembles(Start section) {
    if (section instanceof Settled settled && frame.ensembles().isPresent()) {
      return Optional.of(ensembleSettled(settled));
    }
    if (!(section instanceof BatteryThermal thermal)) {
      return Optional.empty();
    }
    CollectiveEnsembles ensembles = requireEnsembles();
    double temperature = thermal.temperature();
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

  private void requireCells(String word) {
    for (PartTable.Row row : frame.parts().rows()) {
      if (row.kind() != PartKind.CELLS) {
        throw new IllegalArgumentException(
            "'%s' is a start of two-level cells, but '%s' is of the kind %s; give each part its own start under sites."
                .formatted(word, row.name(), row.kind().word()));
      }
    }
  }
}
