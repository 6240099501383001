package qbattery.paper.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.FLAT;
import static qbattery.testing.Tolerance.ROUNDING;
import static qbattery.testing.Tolerance.rounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import qbattery.measure.Estimate;

class FitsTest {

  private static DataArray.Row row(double error, DoubleUnaryOperator y, double... x) {
    return new DataArray.Row(
        Coordinate.of("x", x),
        Arrays.stream(x).mapToObj(v -> new Estimate(y.applyAsDouble(v), error)).toList());
  }

  @Test
  void aLimitIsExactWhereWhatIsMissingFallsAsSaid() {
    Estimate limit = Fits.limit(row(0, x -> 3 - 2 / (x * x), 50, 100), 2);
    assertThat(limit.value()).isCloseTo(3, rounding(3));
    assertThat(limit.error()).isCloseTo(2e-4, rounding(5));
    assertThatThrownBy(() -> Fits.limit(row(0, x -> x, 1), 2)).hasMessageContaining("two numbers");
  }

  @Test
  void powersAreTakenAwayOneAfterTheOther() {
    Estimate limit = Fits.extrapolated(row(0, x -> 3 - 2 / x + 5 / (x * x), 100, 200, 400), 1);
    assertThat(limit.value()).isCloseTo(3, rounding(3));
    // What the second power leaves at the first size.
    assertThat(limit.error()).isLessThan(5.0 / (100 * 100));
    Estimate roots = // any sizes, and a power that leaves something
        Fits.extrapolated(
            row(1e-9, x -> 1 + 1 / Math.sqrt(x) + 1 / (x * x), 50, 80, 300, 900), 0.5);
    assertThat(roots.value()).isCloseTo(1, within(roots.error()));
    assertThat(roots.error()).isBetween(1e-9, 1e-2);
    assertThatThrownBy(() -> Fits.extrapolated(row(0, x -> x, 1), 2))
        .hasMessageContaining("two numbers");
  }

  @Test
  void theExponentOfAPowerLawIsFound() {
    Estimate exponent = Fits.exponent(row(0, x -> -3 * Math.pow(x, -0.5), 1, 2, 4, 8));
    assertThat(exponent.value()).isCloseTo(-0.5, rounding(5));
    assertThat(exponent.error()).isLessThan(ROUNDING);
    assertThat(Fits.exponent(row(0.01, x -> x * x, 1, 2, 4, 8)).error()).isGreaterThan(0.001);
    assertThat(Fits.exponent(row(0, x -> x * x + 1, 1, 2, 4, 8)).error()).isGreaterThan(0.05);
    assertThatThrownBy(() -> Fits.exponent(row(0, x -> x - 2, 1, 2, 4)))
        .hasMessageContaining("numbers of one sign");
  }

  private static Estimate approach(DataArray.Row row, int number) {
    return Fits.approach(new DataArray(List.of(row.axis()), row.numbers()), "x", number).single();
  }

  /** Samples that show no limit surely have one of least squares, and count in the error. */
  @Test
  void theErrorOfAnApproachCountsAllSamples() {
    Coordinate axis = Coordinate.of("x", new double[] {0, 1, 2, 3, 4});
    List<Estimate> cells = row(0, x -> 1 - 0.5 * Math.exp(-x), axis.values()).numbers();
    List<double[]> drawn = new ArrayList<>();
    for (int s = 0; s < 200; s++) {
      double[] sample = cells.stream().mapToDouble(Estimate::value).toArray();
      sample[2] += s % 2 == 0 ? 0.05 : -0.05;
      drawn.add(sample);
    }
    DataArray limit = Fits.approach(new DataArray(List.of(axis), cells, drawn), "x", 0).settled();
    assertThat(limit.single().value()).isCloseTo(1, rounding(5));
    double[] ends = new double[2]; // half of the samples have either: two standard errors
    for (int s = 0; s < 2; s++) {
      double[] sample = drawn.get(s);
      ends[s] = approach(row(0, x -> sample[(int) x], axis.values()), 0).value();
    }
    assertThat(limit.single().error())
        .isCloseTo(Math.abs(ends[1] - ends[0]), within(1e-4)); // to first order in 0.05
  }

  @Test
  void anApproachToALimitIsFound() {
    DataArray.Row approach = row(0, x -> 5 - 2 * Math.exp(-0.7 * x), 0, 1, 2, 3, 5, 9);
    assertThat(approach(approach, 0).value()).isCloseTo(5, rounding(5));
    assertThat(approach(approach, 1).value()).isCloseTo(-2, rounding(5));
    assertThat(approach(approach, 2).value()).isCloseTo(0.7, rounding(5));
    DataArray.Row off = row(0.01, x -> 5 - 2 * Math.exp(-0.7 * x), 0, 1, 2, 3, 5, 9);
    assertThat(approach(off, 0).error()).isBetween(0.01, 0.1);
  }

  /** Reference in 40 digits: golden section over c, with a and b from a straight line. */
  @Test
  void anApproachThroughScatteredNumbersIsThatOfLeastSquares() {
    double[] y = {0.361, 0.463, 0.498, 0.531, 0.522, 0.547, 0.536, 0.541};
    DataArray.Row scattered = row(0, x -> y[(int) x], 0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(approach(scattered, 0).value()).isCloseTo(0.5407991090, within(FLAT));
    assertThat(approach(scattered, 1).value()).isCloseTo(-0.1790858923, within(FLAT));
    assertThat(approach(scattered, 2).value()).isCloseTo(0.7897002379, within(FLAT));
  }

  /**
   * References in 50 digits, of the doubles that the numbers are: the zero of dS/dc, a line for
   * each c.
   */
  @Test
  void aFittedParameterIsNoFartherFromTheLeastSquaresThanItsErrorSays() {
    double[] first = {0.361, 0.463, 0.498, 0.531, 0.522, 0.547, 0.536, 0.541};
    double[] second = {0.2, 0.9, 1.1, 1.6, 1.5, 1.9};
    double[] third = {3.1, 2.2, 1.9, 1.35, 1.31, 1.0, 1.12};
    holds(
        new double[] {0, 1, 2, 3, 4, 5, 6, 7},
        first,
        0.5407991089734141210420089,
        -0.17908589234455333264911,
        0.7897002378571345084633567);
    holds(
        new double[] {0, 0.5, 1, 2, 4, 7},
        second,
        1.737735846214950617157707,
        -1.511556507847283803915091,
        0.9946104753129866631664814);
    holds(
        new double[] {0, 1, 2, 3, 5, 8, 12},
        third,
        1.068268232141460081477345,
        2.02118703831751269113125,
        0.5292914180821255086448718);
  }

  private static void holds(double[] x, double[] y, double... references) {
    DataArray.Row row =
        new DataArray.Row(
            Coordinate.of("x", x), Arrays.stream(y).mapToObj(Estimate::exact).toList());
    for (int number = 0; number < references.length; number++) {
      Estimate found = approach(row, number);
      assertThat(Math.abs(found.value() - references[number]))
          .as("%s is not %s", found, references[number])
          .isLessThanOrEqualTo(found.error());
      assertThat(found.error()).isLessThan(10 * FLAT); // half of the digits, and the second step
    }
  }

  @Test
  void whereNumbersShowNoLimitThereIsNoApproach() {
    assertThat(approach(row(0, x -> 1 + 2 * x, 0, 1, 2, 3, 4), 0)).isEqualTo(Reductions.MISSING);
    assertThat(approach(row(0, x -> x % 2, 0, 1, 2, 3, 4, 5, 6), 0)).isEqualTo(Reductions.MISSING);
  }

  @Test
  void aStraightLineHasNoBend() {
    assertThat(Fits.bend(row(0, x -> 5 - 3 * x, 1, 2, 4)).value()).isLessThan(ROUNDING);
    Estimate bend = Fits.bend(row(0.1, x -> x * x, 0, 1, 2));
    // The line of least squares through 0, 1, 4 is 2x - 1/3: it misses by 1/3, 2/3, 1/3.
    assertThat(bend.value()).isCloseTo(2.0 / 3 / 4, within(1e-13));
    assertThat(bend.error()).isGreaterThan(0.05);
  }
}
