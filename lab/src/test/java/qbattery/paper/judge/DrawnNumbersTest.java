package qbattery.paper.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.rounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import qbattery.measure.Estimate;
import qbattery.statistics.MeanCurve;
import qbattery.statistics.Redraws;

/** Means over realisations keep what they share until they are settled. */
class DrawnNumbersTest {

  /** The error that computing gives each mean here. */
  private static final double NUMERICAL = 1e-6;

  private static DataArray means(List<double[]> rows, String seed) {
    int count = rows.get(0).length;
    double[] means = MeanCurve.of(rows, 0, count).means();
    return new DataArray(
        List.of(Coordinate.of("x", IntStream.range(0, count).asDoubleStream().toArray())),
        Arrays.stream(means).mapToObj(m -> new Estimate(m, NUMERICAL)).toList(),
        Redraws.of(rows.size(), seed).meansOf(rows, 0, count));
  }

  /** Realisations of a curve, each moved as a whole, and noise of its own at each place. */
  private static List<double[]> rows(double[] curve, double moved, double noise, long seed) {
    Random random = new Random(seed);
    List<double[]> rows = new ArrayList<>();
    for (int k = 0; k < 60; k++) {
      double common = moved * random.nextGaussian();
      rows.add(Arrays.stream(curve).map(v -> v + common + noise * random.nextGaussian()).toArray());
    }
    return rows;
  }

  @Test
  void whatRealisationsShareFallsOutOfDifferences() {
    DataArray curve = means(rows(new double[] {1, 3, 4}, 1, 0, 1), "same");
    DataArray difference =
        curve
            .reduced("x", Reductions::last)
            .with(curve.reduced("x", Reductions::first), (a, b) -> Arithmetic.join('-', a, b));
    assertThat(difference.settled().single().error())
        .isCloseTo(2 * NUMERICAL, within(1e-12)); // the bounds of computing stay
    assertThat(curve.settled().cells().get(0).error()).isBetween(0.2, 0.32); // 2/sqrt(60) is 0.26
  }

  @Test
  void whatWasDrawnApartScattersTogether() {
    DataArray one = means(rows(new double[] {1}, 1, 0, 1), "one");
    DataArray other = means(rows(new double[] {1}, 1, 0, 2), "other");
    DataArray difference = one.with(other, (a, b) -> Arithmetic.join('-', a, b));
    double single = one.settled().cells().get(0).error();
    assertThat(difference.settled().cells().get(0).error() / single).isBetween(1.2, 1.65);
  }

  @Test
  void aSampleWithoutANumberLeavesTheErrorOpen() {
    DataArray one = new DataArray(List.of(), List.of(new Estimate(1, 0)), drawn(1, 1, 1));
    DataArray lost =
        new DataArray(
            List.of(), List.of(new Estimate(1, 0)), drawn(1, Double.POSITIVE_INFINITY, 1));
    DataArray leftOut =
        new DataArray(List.of(), List.of(new Estimate(1, 0)), drawn(1, Double.NaN, 1));
    assertThat(one.settled().single().error()).isZero();
    assertThat(lost.settled().single().error()).isInfinite();
    assertThat(leftOut.settled().single().error()).isZero();
    assertThat(lost.each(e -> e.times(2)).settled().single().error()).isInfinite();
  }

  private static List<double[]> drawn(double... values) {
    return Arrays.stream(values).mapToObj(v -> new double[] {v}).toList();
  }

  @Test
  void chanceIsCarriedAlongNewAxes() {
    DataArray one = means(rows(new double[] {1}, 1, 0, 1), "same");
    DataArray exact = new DataArray(one.axes(), List.of(new Estimate(5, 0)));
    DataArray both = DataArray.along(Coordinate.of("y", 0, 1), List.of(one, exact)).settled();
    assertThat(both.cells().get(0).error()).isEqualTo(one.settled().cells().get(0).error());
    assertThat(both.cells().get(1).error()).isZero();
  }

  @Test
  void theHighestOfANoisyMeanIsNotTooHigh() {
    double[] flat = new double[40];
    double naive = 0;
    double corrected = 0;
    int within = 0;
    for (int k = 0; k < 20; k++) {
      DataArray noisy = means(rows(flat, 0, 1, k), "set " + k);
      Estimate highest = noisy.highest("x").single();
      naive += noisy.whole(Reductions::largest).single().value() / 20;
      corrected += highest.value() / 20;
      within += Math.abs(highest.value()) <= highest.error() ? 1 : 0;
    }
    assertThat(naive).isGreaterThan(0.2); // the largest of 40 numbers that scatter by 0.13
    assertThat(Math.abs(corrected)).isLessThan(0.1);
    assertThat(within).isGreaterThanOrEqualTo(19);
  }

  @Test
  void theHighestOfACertainPeakIsThatPeak() {
    DataArray certain = means(rows(new double[] {1, 3, 2}, 0, 0, 1), "any");
    assertThat(certain.highest("x").single().value()).isCloseTo(3, rounding(3));
    assertThat(certain.highest("x").single().error()).isLessThan(5 * NUMERICAL);
  }
}
