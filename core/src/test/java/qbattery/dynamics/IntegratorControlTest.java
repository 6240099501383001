package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.dynamics.Method.DormandPrince;

/** Whether the steps follow the tolerances. */
class IntegratorControlTest {

  private static final double END = 20;

  private static double errorAtEnd(double tolerance, Rotor rotor) {
    double[] x = new double[2];
    DormandPrinceIntegrator.integrate(
        rotor,
        Rotor.start(1.2),
        0,
        END,
        new DormandPrince(tolerance, tolerance),
        step -> step.evaluate(step.end(), x));
    return Rotor.error(x, 1.2, END);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-4, 1e-6, 1e-8, 1e-10, 1e-12})
  void theErrorStaysNearTheTolerance(double tolerance) {
    // Amplitude errors shift the rotor's frequency, so errors grow with the square of the 29
    // radians.
    assertThat(errorAtEnd(tolerance, new Rotor())).isBetween(1e-4 * tolerance, 1e3 * tolerance);
  }

  @Test
  void theNumberOfStepsGrowsWithTheEighthRootOfTheTolerance() {
    long coarse = steps(1e-5);
    long fine = steps(1e-13);
    // 1e8 to the power 1/8 is 10. The first and last steps are not free to be as long as they can.
    assertThat((double) fine / coarse).isBetween(7.0, 13.0);
  }

  private static long steps(double tolerance) {
    return DormandPrinceIntegrator.integrate(
            new Rotor(),
            Rotor.start(1.2),
            0,
            END,
            new DormandPrince(tolerance, tolerance),
            step -> {})
        .steps();
  }

  @Test
  void everyApplicationOfTheGeneratorIsCounted() {
    Rotor rotor = new Rotor();
    double[] x = new double[2];
    SolverStatistics statistics =
        DormandPrinceIntegrator.integrate(
            rotor,
            Rotor.start(1),
            0,
            5,
            new DormandPrince(1e-8, 1e-8),
            step -> {
              step.evaluate(step.start(), x);
              step.evaluate(step.end(), x); // a second look costs nothing
            });
    assertThat(statistics.evaluations()).isEqualTo(rotor.calls());
    // Two to begin, twelve for each step tried, three for each dense output.
    assertThat(statistics.evaluations())
        .isEqualTo(2 + 12 * (statistics.steps() + statistics.rejected()) + 3 * statistics.steps());
  }

  @Test
  void aStepNobodyLooksIntoNeedsNoDenseOutput() {
    SolverStatistics statistics =
        DormandPrinceIntegrator.integrate(
            new Rotor(), Rotor.start(1), 0, 5, new DormandPrince(1e-8, 1e-8), step -> {});
    assertThat(statistics.evaluations())
        .isEqualTo(2 + 12 * (statistics.steps() + statistics.rejected()));
  }

  @Test
  void stepsFollowOneAnotherFromTheStartToTheEnd() {
    List<DenseStep> steps = new ArrayList<>();
    DormandPrinceIntegrator.integrate(
        new Rotor(),
        Rotor.start(1),
        0.25,
        7.3,
        new DormandPrince(1e-8, 1e-8),
        step -> steps.add(step.copy()));
    assertThat(steps).hasSizeGreaterThan(3);
    assertThat(steps.get(0).start()).isEqualTo(0.25);
    assertThat(steps.get(steps.size() - 1).end()).isEqualTo(7.3);
    double[] before = new double[2];
    double[] after = new double[2];
    for (int k = 1; k < steps.size(); k++) {
      double t = steps.get(k).start();
      assertThat(steps.get(k - 1).end()).isEqualTo(t);
      steps.get(k - 1).evaluate(t, before);
      steps.get(k).evaluate(t, after);
      // The same point from both sides; a few roundings in the polynomial.
      assertThat(after).containsExactly(before, within(1e-15));
    }
  }

  @Test
  void aCopyOfAStepShowsWhatTheStepShowed() {
    double[] shown = new double[2];
    List<DenseStep> copies = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    DormandPrinceIntegrator.integrate(
        new Rotor(),
        Rotor.start(1),
        0,
        5,
        new DormandPrince(1e-6, 1e-6),
        step -> {
          step.evaluate(0.3 * step.start() + 0.7 * step.end(), shown);
          values.add(shown.clone());
          copies.add(step.copy());
        });
    for (int k = 0; k < copies.size(); k++) {
      DenseStep copy = copies.get(k);
      copy.evaluate(0.3 * copy.start() + 0.7 * copy.end(), shown);
      // The copy takes its length from its ends: one rounding of the time, 5, times the speed, 1.
      assertThat(shown).containsExactly(values.get(k), within(5e-15));
      assertThat(copy.copy()).isSameAs(copy);
    }
  }

  @Test
  void anIntegrationOverNoTimeTakesNoStep() {
    SolverStatistics statistics =
        DormandPrinceIntegrator.integrate(
            new Rotor(),
            Rotor.start(1),
            1,
            1,
            DormandPrince.TIGHT,
            step -> {
              throw new AssertionError("There is no step to show.");
            });
    assertThat(statistics.steps()).isZero();
  }

  @Test
  void theStartIsNotChanged() {
    double[] start = Rotor.start(1);
    DormandPrinceIntegrator.integrate(
        new Rotor(), start, 0, 3, new DormandPrince(1e-6, 1e-6), step -> {});
    assertThat(start).containsExactly(1, 0);
  }
}
