package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import qbattery.dynamics.Method.DormandPrince;

class IntegratorFailureTest {

  private static void integrate(DoubleBinaryOperator derivative, double end) {
    Generator generator =
        new Generator() {
          @Override
          public int size() {
            return 1;
          }

          @Override
          public void apply(double t, double[] x, double[] dx) {
            dx[0] = derivative.applyAsDouble(t, x[0]);
          }
        };
    DormandPrinceIntegrator.integrate(
        generator, new double[] {1}, 0, end, new DormandPrince(1e-8, 1e-8), step -> {});
  }

  @Test
  void aDerivativeThatIsNotANumberFromTheStartIsNamed() {
    assertThatThrownBy(() -> integrate((t, x) -> Double.NaN, 1))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("At t = 0")
        .hasMessageContaining("not finite");
  }

  @Test
  void aDerivativeThatStopsBeingANumberIsNamedWithItsTime() {
    assertThatThrownBy(() -> integrate((t, x) -> t > 0.5 ? Double.NaN : -x, 1))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("At t = 0.5")
        .hasMessageContaining("not finite");
  }

  @Test
  void aSolutionThatRunsAwayStopsWhereItDoes() {
    // dx/dt = x^2 from 1 is 1 / (1 - t).
    assertThatThrownBy(() -> integrate((t, x) -> x * x, 2))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("At t = 1.0");
  }
}
