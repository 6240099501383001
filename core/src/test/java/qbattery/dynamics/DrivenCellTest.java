package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.model.Battery;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.model.InitialState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.StateVector;

/** One driven cell against closed forms. */
class DrivenCellTest {

  private static final Space SPACE = Space.cells(1);
  private static final Operator X = Operator.on(SPACE, 0, LocalOperator.SIGMA_X);
  private static final Operator Z = Operator.on(SPACE, 0, LocalOperator.SIGMA_Z);
  private static final Operator LOWER = Operator.on(SPACE, 0, LocalOperator.LOWER);
  private static final Operator EXCITED = Operator.on(SPACE, 0, LocalOperator.EXCITED);

  /** Tight integration is good to about 1e-11 over a few dozen radians. */
  private static final double COMPUTED = 1e-10;

  private static Battery cell(double frequency, List<Drive> drives) {
    return Battery.ofCells("cell", 1, frequency, List.of()).with(drives);
  }

  private static double[] excited(Battery battery, TimeGrid times, StateForm form) {
    return Evolution.of(battery, new InitialState.Ground())
        .over(times)
        .with(DormandPrince.TIGHT)
        .with(form)
        .observe(List.of(new Quantity.Expectation("p", EXCITED)))
        .of("p");
  }

  private static double excited(Battery battery, double t) {
    return excited(battery, TimeGrid.of(t), StateForm.SMALLEST)[0];
  }

  /** Rabi's formula: H = w |e><e| + (rabi/2) sigma_x. */
  private static double rabi(double w, double rabi, double t) {
    double whole = StrictMath.hypot(w, rabi);
    double s = rabi / whole * StrictMath.sin(whole * t / 2);
    return s * s;
  }

  @ParameterizedTest
  @EnumSource(
      value = StateForm.class,
      names = {"STATE_VECTOR", "FULL_MATRIX", "PAULI_COEFFICIENTS"})
  void aConstantDriveFollowsRabisFormula(StateForm form) {
    Battery battery = cell(0.7, List.of(new Drive("field", X, new Envelope.Constant(0.55))));
    TimeGrid times = TimeGrid.upTo(9, 30);
    double[] found = excited(battery, times, form);
    for (int k = 0; k < found.length; k++) {
      assertThat(found[k]).isCloseTo(rabi(0.7, 1.1, times.toArray()[k]), within(COMPUTED));
    }
  }

  @Test
  void aResonantRotatingDriveTurnsTheCellOver() {
    Battery battery = cell(5, Drive.rotating("field", LOWER, new Envelope.Constant(0.4), 5));
    TimeGrid times = TimeGrid.upTo(9, 30);
    double[] found = excited(battery, times, StateForm.SMALLEST);
    for (int k = 0; k < found.length; k++) {
      double s = StrictMath.sin(0.4 * times.toArray()[k]);
      assertThat(found[k]).isCloseTo(s * s, within(COMPUTED));
    }
  }

  @Test
  void aSineIsARotatingDriveToFirstOrderInItsStrength() {
    double whole = departureFromRotatingWave(0.1);
    double half = departureFromRotatingWave(0.05);
    assertThat(whole).isBetween(0.01, 0.1); // Bloch-Siegert oscillations, some rabi/w
    assertThat(whole / half).isBetween(1.7, 2.3); // the second order is a tenth of the first
  }

  /** Largest departure of 2 f cos(w t) sigma_x from sin^2(f t) while it turns the cell over. */
  private static double departureFromRotatingWave(double f) {
    Battery battery = cell(1, List.of(new Drive("field", X, Envelope.Sine.cosine(2 * f, 1))));
    TimeGrid times = TimeGrid.upTo(StrictMath.PI / f, 801);
    double[] found = excited(battery, times, StateForm.SMALLEST);
    double most = 0;
    for (int k = 0; k < found.length; k++) {
      double s = StrictMath.sin(f * times.toArray()[k]);
      most = StrictMath.max(most, StrictMath.abs(found[k] - s * s));
    }
    return most;
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void onResonanceOnlyTheAreaOfAPulseCounts(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double width = random.nextDouble(0.05, 0.5);
    double area = random.nextDouble(0.2, 6); // the angle is twice as large
    double centre = 9 * width + random.nextDouble(0, 40); // may be far away and short
    Envelope pulse =
        new Envelope.Gaussian(area / width / StrictMath.sqrt(2 * StrictMath.PI), centre, width);
    double s = StrictMath.sin(area);
    Battery still = cell(2, Drive.rotating("pulse", LOWER, pulse, 2));
    assertThat(excited(still, centre + 9 * width)).isCloseTo(s * s, within(COMPUTED));
  }

  @Test
  void aPiPulseChargesTheCell() {
    double width = 0.3;
    double height = StrictMath.PI / 2 / width / StrictMath.sqrt(2 * StrictMath.PI);
    Envelope pulse = new Envelope.Gaussian(height, 50, width);
    Battery battery = cell(1, Drive.rotating("pulse", LOWER, pulse, 1));
    assertThat(excited(battery, 100)).isCloseTo(1, within(COMPUTED));
  }

  @Test
  void aSechOfAreaHalfPiIsAPiPulse() {
    double width = 0.01; // a step without stops would lead over it
    Envelope pulse = new Envelope.Sech(0.5 / width, 50, width); // the area is pi amplitude width
    Battery battery = cell(1, Drive.rotating("pulse", LOWER, pulse, 1));
    assertThat(excited(battery, 100)).isCloseTo(1, within(COMPUTED));
  }

  /** Rosen and Zener, Phys. Rev. 40, 502 (1932): sin^2(area) / cosh^2(pi detuning width / 2). */
  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void aSechOffResonanceFollowsRosenAndZener(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double width = random.nextDouble(0.1, 0.8);
    double area = random.nextDouble(0.2, 6);
    double detuning = random.nextDouble(-1, 1) / width;
    double centre = 34 * width + random.nextDouble(0, 20);
    Envelope pulse = new Envelope.Sech(area / StrictMath.PI / width, centre, width);
    Battery battery = cell(2, Drive.rotating("pulse", LOWER, pulse, 2 + detuning));
    double s = StrictMath.sin(area) / StrictMath.cosh(StrictMath.PI * detuning * width / 2);
    assertThat(excited(battery, centre + 34 * width)).isCloseTo(s * s, within(COMPUTED));
  }

  /** A sweep through an avoided crossing, measured in the eigenstates at both ends. */
  @ParameterizedTest
  @EnumSource(
      value = StateForm.class,
      names = {"STATE_VECTOR", "PAULI_COEFFICIENTS"})
  void aTableSweepsThroughLandauAndZenersCrossing(StateForm form) {
    double gap = 1;
    double speed = 1.5;
    double reach = 60;
    double end = 2 * reach / speed;
    Battery battery =
        new Battery(
            "sweep",
            SPACE,
            Operator.zero(SPACE),
            X.times(gap / 2),
            List.of(),
            List.of(
                new Drive(
                    "sweep",
                    Z.times(0.5),
                    new Envelope.Table(List.of(0.0, end), List.of(-reach, reach)))));
    // Of h sigma_z/2 + gap sigma_x/2 the upper eigenstate is cos(x/2)|e> + sin(x/2)|g>, tan x =
    // gap/h.
    double before = StrictMath.atan2(gap, -reach) / 2;
    double after = StrictMath.atan2(gap, reach) / 2;
    StateVector lower =
        StateVector.of(SPACE, -StrictMath.sin(before), 0, StrictMath.cos(before), 0);
    double c = StrictMath.cos(after);
    double s = StrictMath.sin(after);
    Operator upper = EXCITED.times(c * c - s * s).plus(X.times(c * s));
    double p =
        s * s
            + Evolution.of(battery, new InitialState.Pure(lower))
                .over(TimeGrid.of(end))
                .with(new DormandPrince(1e-11, 1e-13))
                .with(form)
                .observe(List.of(new Quantity.Expectation("p", upper)))
                .of("p")[0];
    double formula = StrictMath.exp(-StrictMath.PI * gap * gap / (2 * speed));
    // What a finite reach leaves is of order gap speed/reach^3 = 7e-6.
    assertThat(p).isCloseTo(formula, within(1e-5));
    assertThat(formula).isBetween(0.3, 0.4);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theErrorDoesNotDependOnWhereAKinkFalls(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double on = random.nextDouble(0.01, 2.9);
    double end = 6;
    Battery step = cell(1, List.of(new Drive("step", X, new Envelope.Step(0.8, on))));
    assertThat(excited(step, end)).isCloseTo(rabi(1, 1.6, end - on), within(COMPUTED));
    double off = on + random.nextDouble(0.01, 2.9);
    Battery pulse = cell(1, List.of(new Drive("pulse", X, new Envelope.Pulse(0.8, on, off))));
    assertThat(excited(pulse, off)).isCloseTo(rabi(1, 1.6, off - on), within(COMPUTED));
    assertThat(excited(pulse, end)).isCloseTo(rabi(1, 1.6, off - on), within(COMPUTED));
  }

  @Test
  void aPulseCostsNoRejectedSteps() {
    Battery pulse = cell(1, List.of(new Drive("pulse", X, new Envelope.Pulse(0.8, 1, 2.3))));
    SolverStatistics statistics =
        Evolution.of(pulse, new InitialState.Ground())
            .over(6)
            .with(DormandPrince.TIGHT)
            .solve()
            .statistics();
    assertThat(statistics.rejected()).isLessThanOrEqualTo(2); // where nothing stops at a kink, more
  }

  @ParameterizedTest
  @EnumSource(
      value = StateForm.class,
      names = {"STATE_VECTOR", "FULL_MATRIX", "PAULI_COEFFICIENTS"})
  void denseOutputIsRightOnBothSidesOfAKinkAndMotionIsThatFromTheLeft(StateForm form) {
    double on = 1.7;
    Battery step = cell(1, List.of(new Drive("step", X, new Envelope.Step(0.8, on))));
    Solution run =
        Evolution.of(step, new InitialState.Coherent())
            .over(4)
            .with(DormandPrince.TIGHT)
            .with(form)
            .solve();
    DoubleUnaryOperator coherence = t -> run.at(t).matrix().re(0, 1);
    for (double t : new double[] {1.69, StrictMath.nextDown(on), on}) {
      assertThat(coherence.applyAsDouble(t))
          .isCloseTo(0.5 * StrictMath.cos(t), within(COMPUTED)); // free precession
    }
    // (-i f [sigma_x, rho])_ee = -2 f Im rho_eg
    double before = run.derivativeAt(on).derivative().get(0).re(0, 0);
    double after = run.derivativeAt(StrictMath.nextUp(on)).derivative().get(0).re(0, 0);
    assertThat(before).isCloseTo(0, within(COMPUTED));
    assertThat(after)
        .isCloseTo(-2 * 0.8 * run.at(on).matrix().im(0, 1), within(COMPUTED))
        .isNotCloseTo(0, within(0.1)); // a rate of order one
  }

  @Test
  void stopsThatFallTogetherOrOutsideDoNoHarm() {
    double later = 0.1 + 0.2; // one unit of rounding above 0.3
    Battery battery =
        cell(
            1,
            List.of(
                new Drive("one", X, new Envelope.Step(0.3, 0.3)),
                new Drive("two", X, new Envelope.Step(0.5, later)),
                new Drive("past", X, new Envelope.Pulse(7, -3, 0)),
                new Drive("future", X, new Envelope.Step(7, 2))));
    assertThat(later).isGreaterThan(0.3);
    assertThat(excited(battery, 2)).isCloseTo(rabi(1, 1.6, 1.7), within(COMPUTED));
  }

  @Test
  void whatAssumesAConstantGeneratorRefusesADrive() {
    Battery battery = cell(1, List.of(new Drive("laser", X, new Envelope.Constant(1))));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Evolution.of(battery, new InitialState.Ground())
                    .over(1)
                    .with(new Method.Exact())
                    .solve())
        .withMessageContaining("the battery 'cell' is driven by 'laser'. Use DormandPrince");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lindbladian.of(battery))
        .withMessageContaining("depends on time, as it is driven by 'laser'");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Evolution.of(battery, new InitialState.Ground())
                    .over(1)
                    .with(DormandPrince.USUAL)
                    .with(StateForm.EXCITATION_SECTORS)
                    .solve())
        .withMessageContaining("the drive 'laser' makes coherence between different numbers");
  }

  @Test
  void theOrderOfTheStepsStaysEightUnderADrive() {
    double coarse = errorInSteps(8);
    double middle = errorInSteps(16);
    double fine = errorInSteps(32);
    assertThat(fine).isGreaterThan(1e-13); // still above rounding
    assertThat(order(coarse, middle)).isBetween(7.5, 8.5);
    assertThat(order(middle, fine)).isBetween(7.8, 8.2);
  }

  private static double order(double coarse, double fine) {
    return StrictMath.log(coarse / fine) / StrictMath.log(2);
  }

  /** Resonant drive: amplitudes -i sin(f t) exp(-i w t) and cos(f t). */
  private static double errorInSteps(int n) {
    double f = 0.9;
    double w = 1.5;
    double end = 4;
    Battery battery = cell(w, Drive.rotating("field", LOWER, new Envelope.Constant(f), w));
    StateVector ground = new InitialState.Ground().vector(battery).orElseThrow();
    PureState form = PureState.of(battery, ground).orElseThrow();
    double[] psi = form.encode(ground);
    DormandPrince loose = new DormandPrince(0.99, 0.99); // so that each call makes one step
    for (int k = 0; k < n; k++) {
      double[] next = new double[psi.length];
      double to = end * (k + 1) / n;
      DormandPrinceIntegrator.integrate(
          form.generator(), psi, end * k / n, to, loose, step -> step.evaluate(to, next));
      psi = next;
    }
    double s = StrictMath.sin(f * end);
    double[] exact = {
      -s * StrictMath.sin(w * end), -s * StrictMath.cos(w * end), StrictMath.cos(f * end), 0
    };
    double[] found = psi;
    double[] apart = new double[4];
    Arrays.setAll(apart, k -> StrictMath.abs(found[k] - exact[k]));
    return Arrays.stream(apart).max().orElseThrow();
  }
}
