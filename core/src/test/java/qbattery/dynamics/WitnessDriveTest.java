package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.dynamics.currents.EnergyFlow;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.measure.Ergotropy;
import qbattery.measure.Purity;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.model.InitialState;
import qbattery.model.StoragePart;
import qbattery.quantum.BosonOperators;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.witness.WitnessTable;

/** Driven batteries in every form that serves, against numbers from QuTiP; see bench/peers. */
class WitnessDriveTest {

  /** The project's bound for two independent programs; see {@link WitnessTest}. */
  private static final double AGREED = 1e-8;

  private record Case(String name, Battery battery, List<StateForm> forms) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(rabi(), threeLevels(), charger());
  }

  private static Case rabi() {
    Space space = Space.cells(1);
    Battery cell = Battery.ofCells("cell", 1, 1, List.of());
    Drive drive =
        new Drive(
            "field", Operator.on(space, 0, LocalOperator.SIGMA_X), Envelope.Sine.cosine(0.4, 1));
    return new Case(
        "drive-rabi",
        cell.with(List.of(drive)),
        List.of(
            StateForm.SMALLEST,
            StateForm.STATE_VECTOR,
            StateForm.FULL_MATRIX,
            StateForm.PAULI_COEFFICIENTS));
  }

  private static LocalOperator element(String name, int row, int column) {
    return new LocalOperator(
        name,
        ComplexMatrix.generate(
            3, 3, (i, j) -> i == row && j == column ? Complex.ONE : Complex.ZERO));
  }

  private static Case threeLevels() {
    Space space = new Space(List.of(3));
    Operator upper = Operator.on(space, 0, element("|1><2|", 1, 0));
    Operator lower = Operator.on(space, 0, element("|0><1|", 2, 1));
    return new Case(
        "drive-three-level",
        new Battery(
            "ladder",
            space,
            Operator.on(space, 0, new LocalOperator("h", ComplexMatrix.diagonal(3.9, 2, 0))),
            Operator.zero(space),
            List.of(
                Channel.independent("upper decay", List.of(upper), 0.1),
                Channel.independent("lower decay", List.of(lower), 0.05)),
            List.of(pulse("upper", upper, 2.4, 1.9), pulse("lower", lower, 3.4, 2))),
        List.of(StateForm.SMALLEST, StateForm.FULL_MATRIX));
  }

  private static Drive pulse(String name, Operator jump, double centre, double frequency) {
    return new Drive(
        name,
        jump.plus(jump.adjoint()),
        Envelope.Product.of(
            new Envelope.Gaussian(1.5, centre, 0.8), Envelope.Sine.cosine(1, frequency)));
  }

  private static Case charger() {
    Space space = new Space(List.of(2, 6));
    double w = 1.3;
    Operator a = Operator.on(space, 1, BosonOperators.annihilate(6));
    Operator lower = Operator.on(space, 0, LocalOperator.LOWER);
    Operator exchange = a.times(lower.adjoint()).plus(a.adjoint().times(lower));
    return new Case(
        "drive-charger",
        new Battery(
            "cell and mode",
            space,
            Operator.on(space, 0, LocalOperator.EXCITED).times(w),
            Operator.on(space, 1, BosonOperators.number(6)).times(w).plus(exchange.times(0.4)),
            List.of(
                Channel.independent("decay", List.of(a), 0.36),
                Channel.independent("pumping", List.of(a.adjoint()), 0.06)),
            Drive.rotating("field", a, new Envelope.Pulse(0.5, 0.3, 2.2), w)),
        List.of(StateForm.SMALLEST, StateForm.FULL_MATRIX));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyFormSaysWhatQutipSays(Case one) {
    WitnessTable table = WitnessTable.of(one.name());
    assertThat(table.rows()).hasSize(13);
    TimeGrid times =
        TimeGrid.of(table.rows().stream().mapToDouble(WitnessTable.Row::time).toArray());
    Battery battery = one.battery();
    StoragePart part = battery.storagePart();
    Observable storage = Observable.of(part.storage());
    List<Quantity> quantities = new ArrayList<>();
    quantities.add(new Quantity.Expectation("energy", battery.storage()));
    quantities.add(
        Quantity.ofSites("ergotropy", part.sites(), state -> Ergotropy.of(state, storage)));
    quantities.add(new Quantity.OfState("purity", Purity::of));
    for (Drive drive : battery.drives()) {
      quantities.add(
          new Quantity.Modulated(
              drive.name(), EnergyFlow.fromDrive(battery, drive), drive.envelope()));
    }
    if (battery.space().sites() > 1) {
      quantities.add(
          new Quantity.Expectation(
              "quanta", Operator.on(battery.space(), 1, BosonOperators.number(6))));
    }
    for (StateForm form : one.forms()) {
      TimeSeries found =
          Evolution.of(battery, new InitialState.Ground())
              .over(times)
              .with(Method.DormandPrince.TIGHT)
              .with(form)
              .observe(quantities);
      for (int c = 0; c < table.columns().size(); c++) {
        String column = table.columns().get(c);
        for (int k = 0; k < times.count(); k++) {
          double value =
              column.equals("from_drives") ? power(battery, found, k) : found.of(column)[k];
          assertThat(value)
              .as("%s at t = %s, %s", column, times.toArray()[k], form)
              .isCloseTo(table.rows().get(k).values().get(c), within(AGREED));
        }
      }
      assertThat(Arrays.stream(found.of("energy")).max().orElseThrow())
          .as("numbers near zero would agree with anything")
          .isGreaterThan(0.2);
    }
  }

  private static double power(Battery battery, TimeSeries found, int k) {
    return battery.drives().stream().mapToDouble(drive -> found.of(drive.name())[k]).sum();
  }
}
