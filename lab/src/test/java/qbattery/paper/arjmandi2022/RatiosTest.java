package qbattery.paper.arjmandi2022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static qbattery.paper.arjmandi2022.MadeUpChains.through;
import static qbattery.testing.Tolerance.USUAL;
import static qbattery.testing.Tolerance.rounding;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RatiosTest {

  private static final Chain CHAIN = Chain.coherent(Reading.PRINTED, 2, 5);

  private static Ratios ratios(MadeUpChains.Values values) {
    return new MadeUpChains(8, values).of(CHAIN, 8);
  }

  private static double[] rise(MadeUpChains.Values values) {
    Sampled rise = ratios(values).rise(1);
    return new double[] {rise.value(), rise.theirs()};
  }

  @Test
  void aHalfLifeBetweenTimesIsFound() {
    Ratios ratios = ratios((chain, index, t) -> Math.exp(-t / 0.7) * (1 + 0.01 * (index - 3.5)));
    double half = 0.7 * Math.log(2);
    assertThat(ratios.halfLife().value()).isCloseTo(half, within(USUAL));
    int[] all = IntStream.range(0, 8).toArray();
    // a straight line is off by an eighth of the second difference over the slope
    assertThat(ratios.halfLife(all)).isCloseTo(half, within(0.01 * 0.01 / 8 / 0.7));
    // of realisations that are not there none is taken
    assertThat(ratios.halfLife(new int[] {7, 9})).isEqualTo(ratios.halfLife(new int[] {7}));
  }

  @Test
  void aHalfLifeThatIsNotReachedHasNoValue() {
    Ratios ratios = ratios((chain, index, t) -> 1 - t / 2.1);
    assertThat(ratios.halfLife(new int[] {0})).isEqualTo(1);
    assertThatThrownBy(ratios::halfLife).hasMessageContaining("half of its ergotropy");
  }

  @Test
  void aHeightIsThatOfTheMeanAfterItsStart() {
    Sampled height = ratios((chain, index, t) -> 1 + t * (0.5 - t) * (1 + index % 2)).height(1);
    assertThat(height.value()).isCloseTo(100 * 1.5 / 16, rounding(height.value()));
    // 1/16 or 1/8 in eight: a quarter of 1/16 squared, times 8/7
    assertThat(height.theirs()).isCloseTo(100 * 100 / 1024.0 * 8 / 7, within(1e-9));
    assertThat(ratios((chain, index, t) -> 1 - t).height(1).value()).isCloseTo(-2, within(1e-9));
  }

  @Test
  void aRiseIsFromTheLowestValueBefore() {
    assertThat(rise((chain, index, t) -> through(t, 0, 1, 0.3, 0.6, 0.6, 0.8, 1, 0.1)))
        .containsExactly(new double[] {20, 0}, within(1e-9)); // rounding
    // a deeper valley after the highest rise does not count with the peak before it
    assertThat(rise((chain, index, t) -> through(t, 0, 0.5, 0.2, 0.9, 0.5, 0.1, 1, 0.3))[0])
        .isCloseTo(40, within(1e-9));
    // realisations at different heights that rise alike: as certain as one
    assertThat(rise((chain, index, t) -> through(t, 0, index, 0.5, index + 1))[1])
        .isCloseTo(0, within(1e-9));
    assertThat(rise((chain, index, t) -> Math.exp(-t))[0]).isZero();
  }
}
