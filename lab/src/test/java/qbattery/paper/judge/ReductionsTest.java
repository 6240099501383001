package qbattery.paper.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.ROUNDING;
import static qbattery.testing.Tolerance.rounding;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import qbattery.measure.Estimate;

class ReductionsTest {

  private static DataArray.Row row(Estimate... numbers) {
    return new DataArray.Row(
        Coordinate.of("x", IntStream.range(0, numbers.length).asDoubleStream().toArray()),
        List.of(numbers));
  }

  private static double[] values(DataArray array) {
    return array.cells().stream().mapToDouble(Estimate::value).toArray();
  }

  private static Estimate of(double value, double error) {
    return new Estimate(value, error);
  }

  /** The largest of true values within their errors is never farther off than is said. */
  @Test
  void theErrorOfAReductionCoversAllThatCouldBe() {
    List<Function<DataArray.Row, Estimate>> reductions =
        List.of(
            Reductions::largest,
            Reductions::smallest,
            Reductions::spread,
            Reductions::mean,
            Reductions::sum,
            Reductions::first,
            Reductions::last,
            Reductions::gain,
            Reductions::drop,
            Reductions::whereLargest,
            Reductions::whereSmallest);
    Random random = new Random(5);
    for (int k = 0; k < 2000; k++) {
      Estimate[] seen = new Estimate[5];
      Estimate[] exactly = new Estimate[5];
      for (int i = 0; i < 5; i++) {
        seen[i] = of(random.nextDouble(), 0.3 * random.nextDouble());
        double off = seen[i].error() * (2 * random.nextDouble() - 1);
        exactly[i] = of(seen[i].value() + off, 0);
      }
      for (Function<DataArray.Row, Estimate> reduction : reductions) {
        Estimate found = reduction.apply(row(seen));
        double exact = reduction.apply(row(exactly)).value();
        assertThat(Math.abs(found.value() - exact))
            .isLessThanOrEqualTo(found.error() + 10 * ROUNDING);
      }
    }
  }

  @Test
  void aSmallestNumberCountsTheNextOneThatItCouldBe() {
    Estimate smallest = Reductions.smallest(row(of(1, 0.01), of(1.05, 0.2)));
    assertThat(smallest.value()).isEqualTo(1);
    assertThat(smallest.error()).isCloseTo(0.15, rounding(1));
  }

  @Test
  void gainAndDropLookForwardOnly() {
    DataArray.Row row = row(of(3, 0), of(1, 0), of(2, 0), of(0, 0));
    assertThat(Reductions.gain(row).value()).isEqualTo(1);
    assertThat(Reductions.drop(row).value()).isEqualTo(3);
    assertThat(Reductions.gain(row(of(2, 0), of(1, 0))).value()).isEqualTo(-1);
  }

  @Test
  void theLargestStandsWhereItDoesToAStepOfTheAxis() {
    Estimate at = Reductions.whereLargest(row(of(0, 0), of(2, 0), of(1, 0)));
    assertThat(at).isEqualTo(of(1, 1));
    Estimate unsure = Reductions.whereLargest(row(of(0, 0), of(2, 1), of(1.9, 0), of(1, 0)));
    assertThat(unsure).isEqualTo(of(1, 2));
  }

  @Test
  void aConditionFirstHoldsBetweenWhereItMayAndWhereItSurelyDoes() {
    Estimate no = of(0, 0);
    Estimate yes = of(1, 0);
    Estimate perhaps = of(0, 1);
    Estimate likely = of(1, 1);
    assertThat(Reductions.whereFirst(row(no, no, yes, no, yes), 9)).isEqualTo(of(2, 0));
    assertThat(Reductions.whereFirst(row(no, no, no), 9)).isEqualTo(of(9, 0));
    assertThat(Reductions.whereFirst(row(no, perhaps, no, yes), 9)).isEqualTo(of(2, 1));
    assertThat(Reductions.whereFirst(row(no, likely, no, no), 9)).isEqualTo(of(5, 4));
    assertThat(Reductions.whereFirst(row(no, yes, likely), 9)).isEqualTo(of(1, 0));
    assertThat(Reductions.whereFirst(row(no, Reductions.LEFT_OUT, yes), 9)).isEqualTo(of(2, 0));
    assertThat(Reductions.missing(Reductions.whereFirst(row(no, Reductions.MISSING), 9))).isTrue();
  }

  /** Whatever the numbers are within their errors, the first above a bound is found. */
  @Test
  void theFirstNumberAboveABoundIsWithinTheErrors() {
    Random random = new Random(6);
    for (int k = 0; k < 2000; k++) {
      Estimate[] seen = new Estimate[5];
      Estimate[] exactly = new Estimate[5];
      for (int i = 0; i < 5; i++) {
        Estimate one = of(random.nextDouble(), 0.3 * random.nextDouble());
        double off = one.error() * (2 * random.nextDouble() - 1);
        seen[i] = Reductions.above(one, of(0.8, 0));
        exactly[i] = Reductions.above(of(one.value() + off, 0), of(0.8, 0));
      }
      Estimate found = Reductions.whereFirst(row(seen), 5);
      double exact = Reductions.whereFirst(row(exactly), 5).value();
      assertThat(Math.abs(found.value() - exact)).isLessThanOrEqualTo(found.error());
    }
  }

  @Test
  void whatIsLeftOutIsPassedOverAndWhatIsMissingIsNot() {
    Estimate out = Reductions.where(of(9, 0), of(0, 0));
    assertThat(Reductions.largest(row(of(1, 0), out)).value()).isEqualTo(1);
    assertThat(Reductions.missing(Reductions.largest(row(of(1, 0), Reductions.MISSING)))).isTrue();
    assertThat(Reductions.missing(Reductions.mean(row(of(1, 0), Reductions.MISSING)))).isTrue();
    assertThat(Reductions.missing(Reductions.sum(row(out, out)))).isFalse();
    assertThat(Reductions.missing(Reductions.largest(row(out)))).isTrue();
  }

  @Test
  void anErrorThatIsNotKnownStaysSo() {
    Estimate unknown = Estimate.notKnown(1, "nobody looked");
    assertThat(Reductions.largest(row(of(5, 0), unknown)).errorIsKnown()).isFalse();
    assertThat(Arithmetic.join('*', unknown, of(2, 0)).errorIsKnown()).isFalse();
    assertThat(Arithmetic.of(Math::abs, unknown).errorIsKnown()).isFalse();
  }

  @Test
  void stepsAndSlopesStandAtTheLaterValue() {
    DataArray array =
        new DataArray(
            List.of(Coordinate.of("x", 0, 2, 3)), List.of(of(1, 0.1), of(5, 0.2), of(4, 0)));
    DataArray steps = Reductions.steps(array, "x");
    assertThat(steps.axes().get(0).values()).containsExactly(2, 3);
    assertThat(steps.cells().get(0).value()).isEqualTo(4);
    assertThat(steps.cells().get(0).error()).isCloseTo(0.3, rounding(1));
    assertThat(Reductions.slopes(array, "x").cells().get(0).value()).isEqualTo(2);
    assertThatThrownBy(() -> Reductions.steps(array, "y"))
        .hasMessage("These are numbers along x, not along 'y'.");
  }

  @Test
  void aboveIsOpenWithinTheErrors() {
    assertThat(Reductions.above(of(2, 0.1), of(1, 0.1))).isEqualTo(of(1, 0));
    assertThat(Reductions.above(of(1.1, 0.1), of(1, 0.1))).isEqualTo(of(1, 1));
    assertThat(Reductions.above(of(1, 0), of(1, 0))).isEqualTo(of(0, 0));
  }

  @Test
  void arraysJoinByTheNamesOfTheirAxes() {
    DataArray a = DataArray.of(Coordinate.of("x", 1, 2));
    DataArray b = DataArray.of(Coordinate.of("y", 10, 20, 30));
    DataArray sum = a.with(b, (p, q) -> Arithmetic.join('+', p, q));
    assertThat(values(sum)).containsExactly(11, 21, 31, 12, 22, 32);
    DataArray less = b.with(sum, (p, q) -> Arithmetic.join('-', q, p));
    assertThat(values(less)).containsExactly(1, 2, 1, 2, 1, 2);
    assertThat(values(sum.reduced("x", Reductions::sum))).containsExactly(23, 43, 63);
    assertThat(sum.label(4)).isEqualTo("x=2, y=20");
    assertThatThrownBy(
            () ->
                a.with(
                    DataArray.of(Coordinate.of("x", 1, 3)), (p, q) -> Arithmetic.join('+', p, q)))
        .hasMessageContaining("different values along 'x'");
  }

  @Test
  void arithmeticCarriesBounds() {
    Random random = new Random(7);
    for (int k = 0; k < 2000; k++) {
      Estimate a = of(3 * random.nextDouble() - 1, 0.2 * random.nextDouble());
      Estimate b = of(1 + random.nextDouble(), 0.2 * random.nextDouble());
      double x = a.value() + a.error() * (2 * random.nextDouble() - 1);
      double y = b.value() + b.error() * (2 * random.nextDouble() - 1);
      double[] exact = {x + y, x - y, x * y, x / y};
      char[] signs = {'+', '-', '*', '/'};
      for (int s = 0; s < signs.length; s++) {
        Estimate found = Arithmetic.join(signs[s], a, b);
        assertThat(Math.abs(found.value() - exact[s]))
            .isLessThanOrEqualTo(found.error() + 10 * ROUNDING);
      }
      Estimate root = Arithmetic.of(Math::sqrt, b);
      assertThat(Math.abs(root.value() - Math.sqrt(y)))
          .isLessThanOrEqualTo(root.error() + 10 * ROUNDING);
    }
    assertThat(Reductions.missing(Arithmetic.join('/', of(1, 0), of(0, 0)))).isTrue();
    assertThat(Arithmetic.join('/', of(1, 0), of(0.1, 0.2)).errorIsKnown()).isFalse();
    assertThat(Arithmetic.of(Math::log, of(0.1, 0.2)).errorIsKnown()).isFalse();
  }

  @Test
  void anotherNumberStandsWhereOneIsMissing() {
    assertThat(Reductions.otherwise(of(1, 0), of(2, 0)).value()).isEqualTo(1);
    assertThat(Reductions.otherwise(Reductions.MISSING, of(2, 0.5))).isEqualTo(of(2, 0.5));
    assertThat(Reductions.otherwise(Reductions.LEFT_OUT, of(2, 0)).value()).isEqualTo(2);
  }

  @Test
  void aRankCountsWhatIsLargerAndWhatMayBe() {
    Coordinate axis = Coordinate.of("x", 1, 2, 3, 4);
    DataArray ranks =
        Reductions.ranks(
            new DataArray(
                List.of(axis), List.of(of(3, 0), of(7, 0.1), of(6.9, 0.05), Reductions.MISSING)),
            "x");
    assertThat(values(ranks)).containsExactly(3, 1, 2, Double.NaN);
    assertThat(ranks.cells().stream().limit(3).map(Estimate::error)).containsExactly(0.0, 1.0, 1.0);
  }

  /** y = x^2 along t = 1..5, x = 2 t: what is read lies on the chords, within the error of x^2. */
  @Test
  void oneQuantityIsReadWhereAnotherTakesAValue() {
    Coordinate t = Coordinate.of("t", 1, 2, 3, 4, 5);
    DataArray.Row x = new DataArray.Row(t, numbers(2, 4, 6, 8, 10));
    DataArray.Row y = new DataArray.Row(t, numbers(4, 16, 36, 64, 100));
    Estimate read = Reductions.read(y, x, new Estimate(5, 0.01));
    assertThat(read.value()).isCloseTo(26, within(1e-12)); // halfway between 16 and 36
    assertThat(Math.abs(read.value() - 25)).isLessThanOrEqualTo(read.error());
    assertThat(Reductions.read(y, x, new Estimate(10, 0)).value()).isCloseTo(100, within(1e-12));
    assertThat(Reductions.read(y, x, new Estimate(10.1, 0))).isEqualTo(Reductions.LEFT_OUT);
    DataArray.Row falling = new DataArray.Row(t, numbers(5, 4, 3, 2, 1));
    assertThat(Reductions.read(y, falling, new Estimate(2, 0)).value()).isCloseTo(64, rounding(64));
    DataArray.Row turning = new DataArray.Row(t, numbers(1, 3, 2, 4, 5));
    assertThatThrownBy(() -> Reductions.read(y, turning, new Estimate(2, 0)))
        .hasMessageContaining("rise or fall all the way along 't'");
  }

  private static List<Estimate> numbers(double... values) {
    return Arrays.stream(values).mapToObj(v -> new Estimate(v, 0)).toList();
  }
}
