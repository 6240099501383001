package qbattery.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import qbattery.experiment.Estimate;

class ExtrapolationTest {

  private static List<Estimate> doubling(int from, int count, DoubleUnaryOperator of) {
    return IntStream.range(0, count)
        .mapToObj(k -> Estimate.rounded(of.applyAsDouble(from << k)))
        .toList();
  }

  /** (2R + 1) / (R + 1)^2 falls as 1/R; a fit from 100 to 1000 gives -0.994. */
  @Test
  void theExponentOfABendingCurveLiesWithinItsError() {
    List<Estimate> y = doubling(16, 5, r -> (2 * r + 1) / ((r + 1) * (r + 1)));
    Estimate exponent = Extrapolation.limit(Extrapolation.localExponents(y), 1);
    double off = StrictMath.abs(exponent.value() + 1);
    assertThat(off).isLessThan(exponent.error()).isLessThan(1e-5);
    assertThat(exponent.error()).isLessThan(100 * off);
  }

  @Test
  void powersOfTheRootAreTakenAwayToo() {
    List<Estimate> y = doubling(16, 6, n -> (1 + 0.7 / StrictMath.sqrt(n)) / StrictMath.sqrt(n));
    Estimate exponent = Extrapolation.limit(Extrapolation.localExponents(y), 0.5);
    assertThat(StrictMath.abs(exponent.value() + 0.5)).isLessThan(exponent.error());
    assertThat(exponent.error()).isLessThan(1e-3);
  }

  /** A correction of another order than was said leaves a large error, not a wrong limit. */
  @Test
  void aWrongOrderShowsInTheError() {
    List<Estimate> right = doubling(16, 5, n -> 1 + 1 / StrictMath.sqrt(n));
    Estimate wrong = Extrapolation.limit(right, 1);
    assertThat(wrong.error()).isGreaterThan(100 * Extrapolation.limit(right, 0.5).error());
  }

  @Test
  void theErrorsOfTheNumbersAreCarried() {
    List<Estimate> y =
        List.of(new Estimate(2, 0.01), new Estimate(1.5, 0.01), new Estimate(1.25, 0.01));
    Estimate limit = Extrapolation.limit(y, 1);
    assertThat(limit.value()).isEqualTo(1);
    assertThat(limit.error()).isGreaterThan(0.01);
  }

  @Test
  void oneNumberHasNoLimit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Extrapolation.limit(List.of(Estimate.exact(1)), 1))
        .withMessageContaining("at least 2 numbers");
  }
}
