package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.model.Battery;
import qbattery.model.Channels;
import qbattery.model.InitialState;
import qbattery.quantum.Space;

class EvolutionRefusalTest {

  private static final InitialState START = new InitialState.FullyExcited();
  private static final Method[] METHODS = {new Method.Exact(), new DormandPrince(1e-8, 1e-8)};

  private static Battery cells(int n) {
    return Battery.ofCells("cells", n, 1, List.of(Channels.decay(Space.cells(n), 1)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void anEndThatIsNotAheadIsRefused(double end) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Evolution.of(cells(1), START).over(end).with(new Method.Exact()).solve())
        .withMessageContaining("final time is " + end);
  }

  @Test
  void aStateOnAnotherSpaceIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Evolution.of(cells(2), START.of(cells(1))).over(1).with(new Method.Exact()).solve())
        .withMessageContaining("another space than the battery 'cells'");
  }

  @Test
  void aBatteryTooLargeForTheExactMethodIsSentToTheOther() {
    assertThat(Evolution.of(cells(3), START).over(1).with(new Method.Exact()).solve().end())
        .isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Evolution.of(cells(4), START).over(1).with(new Method.Exact()).solve())
        .withMessageContaining("up to 8 dimensions; the battery 'cells' has 16")
        .withMessageContaining("Use DormandPrince");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, 2.000001, Double.NaN})
  void aTimeOutsideTheEvolutionIsRefusedByEveryMethod(double t) {
    for (Method method : METHODS) {
      Solution solution = Evolution.of(cells(1), START).over(2).with(method).solve();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> solution.at(t))
          .withMessage("Time " + t + " lies outside the evolution, which runs from 0 to 2.0.");
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1e-8", "9e-15, 1e-8", "1, 1e-8", "NaN, 1e-8", "1e-8, 0", "1e-8, 1", "1e-8, NaN"})
  void tolerancesThatCannotBeHeldAreRefused(double rtol, double atol) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DormandPrince(rtol, atol))
        .withMessageContaining("rtol = " + rtol + " and atol = " + atol);
  }

  @Test
  void trajectoriesTellHowTheyWereComputed() {
    Solution exact =
        Evolution.of(cells(2), new InitialState.Coherent())
            .over(1)
            .with(new Method.Exact())
            .solve();
    assertThat(exact.description()).contains("exact propagator").contains("16 x 16");
    assertThat(exact.statistics()).isEqualTo(new SolverStatistics(0, 0, 0));
    Solution integrated =
        Evolution.of(cells(2), new InitialState.Coherent())
            .over(1)
            .with(new DormandPrince(1e-8, 1e-9))
            .solve();
    assertThat(integrated.description())
        .contains("rtol = 1e-08, atol = 1e-09")
        .contains("16 real Pauli coefficients");
    assertThat(integrated.statistics().steps()).isPositive();
  }

  @Test
  void everySolutionStartsAtItsStartAndEndsAtItsEnd() {
    for (Method method : METHODS) {
      Solution solution = Evolution.of(cells(1), START).over(2).with(method).solve();
      assertThat(solution.start()).isZero();
      assertThat(solution.end()).isEqualTo(2);
      assertThat(solution.at(0).matrix()).isEqualTo(START.of(cells(1)).matrix());
      assertThat(solution.at(2).matrix().re(1, 1)).isGreaterThan(0.5);
    }
  }
}
