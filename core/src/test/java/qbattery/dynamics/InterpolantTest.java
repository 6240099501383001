package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.dynamics.Method.DormandPrince;

class InterpolantTest {

  /** One step of dx/dt = k t^(k-1) from x(0) = 0, whose solution is t^k. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void powersUpToTheSeventhAreReproducedInsideAStep(int k) {
    Generator power =
        new Generator() {
          @Override
          public int size() {
            return 1;
          }

          @Override
          public void apply(double t, double[] x, double[] dx) {
            dx[0] = k * StrictMath.pow(t, k - 1.0);
          }
        };
    double[] x = new double[1];
    int[] looks = {0};
    DormandPrinceIntegrator.integrate(
        power,
        new double[] {1}, // not 0: from there the first step would be minute
        0,
        1,
        new DormandPrince(0.99, 0.99),
        step -> {
          for (double s = 0.05; s < 1; s += 0.1) {
            double t = step.start() + s * (step.end() - step.start());
            step.evaluate(t, x);
            // Stages weighed with up to 500, each rounded once: 1e-13, with room for ten.
            assertThat(x[0]).isCloseTo(1 + StrictMath.pow(t, k), within(1e-12));
            looks[0]++;
          }
        });
    assertThat(looks[0]).isPositive();
  }
}
