package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.dynamics.currents.EnergyFlow;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.model.InitialState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.testing.RandomBatteries;
import qbattery.testing.Randoms;
import qbattery.testing.Rounding;

/** All forms against each other, and the generator at a time, under drives. */
class DrivenFormsTest {

  /** Tight integration is good to about 1e-11; forms differ by two of its errors. */
  private static final double COMPUTED = 1e-10;

  private static final double[] LOOKS = {0, 0.4, 0.9, 1.3, 2};

  private static List<Drive> drives(Space space, boolean conserving) {
    LocalOperator local = conserving ? LocalOperator.SIGMA_Z : LocalOperator.SIGMA_Y;
    Operator hop =
        Operator.on(space, 0, LocalOperator.RAISE)
            .times(Operator.on(space, 1, LocalOperator.LOWER));
    return List.of(
        new Drive("hop", hop.plus(hop.adjoint()), new Envelope.Sine(0.7, 2.1, 0.3)),
        new Drive("pulse", Operator.sumOverSites(space, local), new Envelope.Pulse(0.9, 0.35, 1.2)),
        new Drive(
            "ramp",
            Operator.on(space, 2, local),
            new Envelope.Table(List.of(0.2, 0.9, 1.7), List.of(0.0, 1.1, -0.4))));
  }

  private static void assertAgree(Battery battery, State start, List<StateForm> forms) {
    List<Solution> runs = new ArrayList<>();
    for (StateForm form : forms) {
      runs.add(Evolution.of(battery, start).over(2).with(DormandPrince.TIGHT).with(form).solve());
    }
    for (double t : LOOKS) {
      Lindbladian generator = Lindbladian.at(battery, t);
      ComplexMatrix reference = runs.get(0).at(t).matrix();
      for (Solution run : runs) {
        assertClose(run.at(t).matrix(), reference, COMPUTED);
        assertClose(
            run.reducedAt(t, 0, 2).matrix(), runs.get(0).at(t).reduced(0, 2).matrix(), COMPUTED);
        StateDerivative motion = run.derivativeAt(t);
        if (motion.derivative().size() == 1) {
          ComplexMatrix change = generator.apply(motion.state().matrix());
          assertClose(motion.derivative().get(0), change, 1e-13); // sums of a few dozen products
        }
      }
    }
    assertThat(runs.get(0).at(2).matrix().minus(start.matrix()).maxAbs()).isGreaterThan(0.01);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void closedBatteriesAgreeInAllForms(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Battery open = RandomBatteries.cells(random, 3);
    Battery battery =
        new Battery("closed", open.space(), open.storage(), open.interaction(), List.of())
            .with(drives(open.space(), false));
    assertAgree(
        battery,
        Randoms.pureState(random, battery.space()),
        List.of(
            StateForm.FULL_MATRIX,
            StateForm.PAULI_COEFFICIENTS,
            StateForm.STATE_VECTOR,
            StateForm.SMALLEST));
  }

  @Test
  void sixCellsAgreeToo() { // beyond four, Pauli coefficients are moved frame by frame
    SplittableRandom random = new SplittableRandom(6);
    Battery open = RandomBatteries.cells(random, 6);
    Battery battery =
        new Battery("closed", open.space(), open.storage(), open.interaction(), List.of())
            .with(drives(open.space(), false));
    assertAgree(
        battery,
        new InitialState.Coherent().of(battery),
        List.of(StateForm.FULL_MATRIX, StateForm.PAULI_COEFFICIENTS, StateForm.STATE_VECTOR));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void openBatteriesAgreeInAllForms(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Battery battery = RandomBatteries.cells(random, 3);
    battery = battery.with(drives(battery.space(), false));
    assertAgree(
        battery,
        Randoms.state(random, battery.space()),
        List.of(StateForm.FULL_MATRIX, StateForm.PAULI_COEFFICIENTS));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void sectorsServeDrivesThatConserveExcitations(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Battery open = ConservingBatteries.random(random, 3);
    Battery battery = open.with(drives(open.space(), true));
    assertAgree(
        battery,
        ConservingBatteries.state(random, 3),
        List.of(StateForm.FULL_MATRIX, StateForm.EXCITATION_SECTORS, StateForm.PAULI_COEFFICIENTS));
    Battery closed =
        new Battery("closed", open.space(), open.storage(), open.interaction(), List.of())
            .with(drives(open.space(), true));
    InitialState start =
        new InitialState.Product(
            List.of(
                InitialState.CellState.EXCITED,
                InitialState.CellState.GROUND,
                InitialState.CellState.GROUND));
    assertAgree(
        closed,
        start.of(closed),
        List.of(StateForm.FULL_MATRIX, StateForm.EXCITATION_SECTORS, StateForm.STATE_VECTOR));
    assertThat(Evolution.of(closed, start).over(1).plan())
        .contains("state vector of the 3 complex amplitudes, of 8,");
  }

  @Test
  void theEnergyFlowOfAllPartsIsTheRateOfTheEnergy() {
    SplittableRandom random = new SplittableRandom(4);
    Battery battery = RandomBatteries.cells(random, 3);
    battery = battery.with(drives(battery.space(), false));
    State start = Randoms.state(random, battery.space());
    Solution run =
        Evolution.of(battery, start)
            .over(2)
            .with(DormandPrince.TIGHT)
            .with(StateForm.FULL_MATRIX)
            .solve();
    Observable storage = Observable.of(battery.storage());
    TimeSeries measured =
        Evolution.of(battery, start)
            .over(TimeGrid.of(LOOKS))
            .with(DormandPrince.TIGHT)
            .with(StateForm.PAULI_COEFFICIENTS)
            .observe(modulated(battery));
    for (int k = 0; k < LOOKS.length; k++) {
      double t = LOOKS[k];
      StateDerivative motion = run.derivativeAt(t);
      double rate =
          motion.derivative().get(0).traceOfProduct(storage.blocks().blocks().get(0).matrix()).re();
      Operator others = EnergyFlow.fromInteraction(battery).plus(EnergyFlow.fromChannels(battery));
      double fromOthers = motion.state().matrix().traceOfProduct(others.matrix()).re();
      double fromDrives = 0;
      for (Drive drive : battery.drives()) {
        ComplexMatrix part = EnergyFlow.fromDrive(battery, drive).matrix();
        fromDrives += drive.envelope().at(t) * motion.state().matrix().traceOfProduct(part).re();
      }
      assertThat(fromOthers + fromDrives).isCloseTo(rate, within(1e-12)); // sums of products
      double sum = 0;
      for (Drive drive : battery.drives()) {
        sum += measured.of(drive.name())[k];
      }
      assertThat(sum).isCloseTo(fromDrives, within(COMPUTED));
    }
  }

  private static List<Quantity> modulated(Battery battery) {
    List<Quantity> quantities = new ArrayList<>();
    for (Drive drive : battery.drives()) {
      quantities.add(
          new Quantity.Modulated(
              drive.name(), EnergyFlow.fromDrive(battery, drive), drive.envelope()));
    }
    return quantities;
  }

  @Test
  void vectorsAreRefusedWhereTheyDoNotServe() {
    Space space = Space.cells(2);
    Battery open = RandomBatteries.cells(new SplittableRandom(1), 2);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Evolution.of(open, new InitialState.Ground())
                    .over(1)
                    .with(StateForm.STATE_VECTOR)
                    .plan())
        .withMessageContaining("A state vector does not serve")
        .withMessageContaining("the battery has surroundings");
    Battery closed = Battery.ofCells("closed", 2, 1, List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Evolution.of(closed, new InitialState.Classical(0.5))
                    .over(1)
                    .with(StateForm.STATE_VECTOR)
                    .plan())
        .withMessageContaining("does not serve 'closed': the start is a mixture");
    Battery silent =
        new Battery(
            "silent",
            space,
            closed.storage(),
            Operator.zero(space),
            List.of(
                Channel.independent(
                    "none", List.of(Operator.on(space, 0, LocalOperator.LOWER)), 0)));
    assertThat(Evolution.of(silent, new InitialState.Coherent()).over(1).plan())
        .contains("state vector of 4 complex amplitudes (the smallest form that is exact)");
  }

  @Test
  void theNormIsKeptAndAVectorThatLostItIsRefused() {
    Space space = Space.cells(2);
    Battery battery =
        Battery.ofCells("cells", 2, 1, List.of())
            .with(
                List.of(
                    new Drive(
                        "field",
                        Operator.sumOverSites(space, LocalOperator.SIGMA_X),
                        new Envelope.Sine(1, 3, 0))));
    Representation form =
        Representations.of(battery, new InitialState.Ground().of(battery), StateForm.STATE_VECTOR);
    double[] end = new double[form.generator().size()];
    DormandPrinceIntegrator.integrate(
        form.generator(),
        form.encode(new InitialState.Ground().of(battery)),
        0,
        200,
        DormandPrince.TIGHT,
        step -> step.evaluate(step.end(), end));
    double norm = 0;
    for (double x : end) {
      norm += x * x;
    }
    assertThat(norm).isCloseTo(1, within(1e-10)); // about a thousand steps of 1e-13
    end[0] += 0.01;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> form.decode(end, State.TOLERANCE))
        .withMessageContaining("squared norm");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> form.reduced(end, State.TOLERANCE, 0))
        .withMessageContaining("squared norm");
  }

  @Test
  void drivesAreCheckedWhenTheyAreMade() {
    Space space = Space.cells(2);
    Operator lower = Operator.on(space, 0, LocalOperator.LOWER);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Drive("half", lower, new Envelope.Constant(1)))
        .withMessageContaining("The operator of the drive 'half' is not Hermitian");
    Drive drive = new Drive("good", lower.plus(lower.adjoint()), new Envelope.Constant(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Battery.ofCells("three", 3, 1, List.of()).with(List.of(drive)))
        .withMessage("Drive 'good' acts on another space than the battery 'three'.");
    assertThat(Battery.ofCells("two", 2, 1, List.of()).drives()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void aVectorIsReadAsItsMatrixIs(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Space space = new Space(List.of(3, 2, 2));
    Battery battery =
        new Battery("none", space, Operator.zero(space), Operator.zero(space), List.of());
    State state = Randoms.pureState(random, space);
    Representation form = Representations.of(battery, state, StateForm.STATE_VECTOR);
    double[] vector = form.encode(state);
    assertClose(form.decode(vector, 1e-10).matrix(), state.matrix(), 1e-14); // a root and a square
    assertClose(form.blocks(vector).get(0), state.matrix(), 1e-14);
    Operator operator =
        new Operator(
            space,
            List.of(
                new Operator.Term(
                    Complex.real(random.nextDouble()),
                    Map.of(
                        0,
                        new LocalOperator("a", Randoms.hermitian(random, 3)),
                        2,
                        new LocalOperator("b", Randoms.hermitian(random, 2))))));
    assertThat(form.expectation(vector, operator))
        .isCloseTo(state.matrix().traceOfProduct(operator.matrix()).re(), Rounding.after(50, 1));
    assertThat(form.reduced(vector, 1e-10, 0, 2)).isPresent();
  }

  @Test
  void whatCannotBeReachedIsNotEncoded() {
    Battery battery = Battery.ofCells("apart", 2, 1, List.of());
    State ground = new InitialState.Ground().of(battery);
    Representation form = Representations.of(battery, ground, StateForm.STATE_VECTOR);
    assertThat(form.generator().size()).isEqualTo(2); // one amplitude
    assertThat(form.decode(form.encode(ground), 1e-10).matrix()).isEqualTo(ground.matrix());
    State full = new InitialState.FullyExcited().of(battery);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> form.encode(full))
        .withMessageContaining("Basis state 0 cannot be reached");
    State mixed = new InitialState.Classical(0.5).of(battery);
    assertThatIllegalArgumentException().isThrownBy(() -> form.encode(mixed));
  }

  @Test
  void aModulatedOperatorOfAnotherSpaceIsRefused() {
    Battery battery = Battery.ofCells("two", 2, 1, List.of());
    Quantity quantity =
        new Quantity.Modulated("power", Operator.zero(Space.cells(3)), new Envelope.Constant(1));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Evolution.of(battery, new InitialState.Ground())
                    .over(TimeGrid.of(1))
                    .with(DormandPrince.USUAL)
                    .observe(List.of(quantity)))
        .withMessageContaining("The operator of the quantity 'power' acts on another space");
  }
}
