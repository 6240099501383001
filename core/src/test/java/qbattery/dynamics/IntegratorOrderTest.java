package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import qbattery.dynamics.Method.DormandPrince;

/** Observed orders, on the rotor, whose solution is known. */
class IntegratorOrderTest {

  /** So loose that a step is as long as it is asked to be: each call makes exactly one. */
  private static final DormandPrince LOOSE = new DormandPrince(0.99, 0.99);

  private static final double END = 2;

  /** Largest errors at the ends of n equal steps, and inside them. */
  private record Errors(double atEnds, double inside) {}

  private static Errors inSteps(int n) {
    double[] x = Rotor.start(1);
    double h = END / n;
    double atEnds = 0;
    double[] inside = {0};
    for (int k = 0; k < n; k++) {
      double t0 = k * h;
      double[] at = new double[2];
      SolverStatistics statistics =
          DormandPrinceIntegrator.integrate(
              new Rotor(),
              x,
              t0,
              t0 + h,
              LOOSE,
              step -> {
                for (int s = 1; s <= 16; s++) { // the last is the end of the step
                  double t = t0 + h * s / 16;
                  step.evaluate(t, at);
                  inside[0] = StrictMath.max(inside[0], Rotor.error(at, 1, t));
                }
              });
      assertThat(statistics.steps()).isEqualTo(1);
      x = at;
      atEnds = StrictMath.max(atEnds, Rotor.error(x, 1, t0 + h));
    }
    return new Errors(atEnds, inside[0]);
  }

  private static double order(double coarse, double fine) {
    return StrictMath.log(coarse / fine) / StrictMath.log(2);
  }

  @Test
  void theErrorAfterAFixedTimeFallsWithTheEighthPowerOfTheStep() {
    double coarse = inSteps(4).atEnds();
    double middle = inSteps(8).atEnds();
    double fine = inSteps(16).atEnds();
    assertThat(fine).isGreaterThan(1e-13); // still above rounding
    // Steps are a quarter of a radian and less, so the next power adds little.
    assertThat(order(coarse, middle)).isBetween(7.8, 8.2);
    assertThat(order(middle, fine)).isBetween(7.8, 8.2);
  }

  @Test
  void theErrorInsideStepsFallsWithTheEighthPowerOfTheirLength() {
    // A dense output of order 7 leaves a local error of the eighth power. Here its ninth power is
    // of
    // the same size at these steps, so orders between 8 and 9 are seen; order 6 would show as 7.
    double coarse = inSteps(4).inside();
    double middle = inSteps(8).inside();
    double fine = inSteps(16).inside();
    assertThat(fine).isGreaterThan(1e-13);
    assertThat(order(coarse, middle)).isBetween(7.8, 9.0);
    assertThat(order(middle, fine)).isBetween(7.8, 9.0);
  }
}
