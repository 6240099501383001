package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import qbattery.dynamics.Method.DormandPrince;

/** Hipparchus, an independent program for the same method, as a witness. */
class IntegratorOracleTest {

  /** Van der Pol's oscillator with sharp turns, where steps are rejected; explicit in time too. */
  private static final class ForcedVanDerPol implements Generator {

    @Override
    public int size() {
      return 2;
    }

    @Override
    public void apply(double t, double[] x, double[] dx) {
      dx[0] = x[1];
      dx[1] = 5 * (1 - x[0] * x[0]) * x[1] - x[0] + StrictMath.sin(t);
    }
  }

  private static double[] oracle(Generator generator, double end) {
    OrdinaryDifferentialEquation equation =
        new OrdinaryDifferentialEquation() {
          @Override
          public int getDimension() {
            return generator.size();
          }

          @Override
          public double[] computeDerivatives(double t, double[] x) {
            double[] dx = new double[x.length];
            generator.apply(t, x, dx);
            return dx;
          }
        };
    return new DormandPrince853Integrator(1e-10, 1, 1e-13, 1e-13)
        .integrate(equation, new ODEState(0, new double[] {2, 0}), end)
        .getPrimaryState();
  }

  @Test
  void aNonlinearProblemAgreesAtItsEndAndInsideItsSteps() {
    Generator generator = new ForcedVanDerPol();
    double end = 25;
    double looked = 17.3;
    double[] atEnd = new double[2];
    double[] inside = new double[2];
    SolverStatistics statistics =
        DormandPrinceIntegrator.integrate(
            generator,
            new double[] {2, 0},
            0,
            end,
            new DormandPrince(1e-12, 1e-13),
            step -> {
              if (step.start() < looked && looked < step.end()) {
                step.evaluate(looked, inside);
              }
              step.evaluate(step.end(), atEnd);
            });
    assertThat(statistics.rejected()).isPositive();
    // Some 600 steps of 1e-12 relative to values up to 8, half of them damped away.
    assertThat(atEnd).containsExactly(oracle(generator, end), within(1e-9));
    assertThat(inside).containsExactly(oracle(generator, looked), within(1e-9));
  }
}
