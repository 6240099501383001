package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.linalg.SingularValuesTest.checked;
import static qbattery.testing.Matrices.assertClose;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.testing.Randoms;
import qbattery.testing.Rounding;

/** Singular values where sweeps have little to go by: equal values, grading, zeros, underflow. */
class HardSingularValuesTest {

  private static final int CASES = 60; // of each family

  @Test
  void equalValuesOfALiouvillianSettle() {
    // A component of a Liouvillian less i times a frequency; most values come in pairs.
    double w = 0.9598243202289661;
    double up = 1.1201160010574185;
    double down = 1.1416957645170824;
    double[] frequencies = {
      1.9318333813298592, 1.7152016421770553, 1.9318333813298592, 1.715201642177055,
      2.148465120482663, 1.9318333813298592, 2.1484651204826632, 1.9318333813298592
    };
    ComplexMatrix a =
        ComplexMatrix.generate(
            8,
            8,
            (i, j) -> {
              boolean high = (i & 2) != 0;
              return switch (i ^ j) {
                case 0 -> new Complex(high ? -down : -up, -frequencies[i]);
                case 1 -> new Complex(0, w);
                case 2 -> Complex.real(high ? up : down);
                case 4 -> new Complex(0, -w);
                default -> Complex.ZERO;
              };
            });
    double[] values = checked(a).values();
    // The same in NumPy to eight digits after the point; the matrix is singular.
    double[] numpy = {
      0, 1.93174547, 1.93174547, 2.26191471, 2.97465595, 2.97465595, 3.86349097, 4.4772243
    };
    assertThat(values).containsExactly(numpy, within(5.1e-9)); // its digits
    assertThat(values[0]).isLessThan(1e-14); // a dozen roundings of the norm
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 16})
  void anElementOfAFewRoundingsBetweenEqualValuesIsNothing(int roundings) {
    // With 3 of them, a sweep does nothing but turn the sign of the element.
    ComplexMatrix a =
        bidiagonal(
            new double[] {1.487327975580883, 1.4873279755808828},
            new double[] {roundings * 0x1p-53, 0});
    // Eight roundings of the value, and the element itself.
    assertThat(checked(a).values())
        .containsExactly(new double[] {1.487327975580883, 1.487327975580883}, within(4e-15));
  }

  @Test
  void aTinyElementDoesNotHideTheBlockAboveFromTheShift() {
    double tiny = 16 * Double.MIN_VALUE;
    ComplexMatrix a =
        bidiagonal(
            new double[] {tiny, 0.29236638669412995, 1.9791405561864899},
            new double[] {0.22721393646112276, 1.5543122344752192e-15, 0});
    // The first row is (0, e), so that the block's value is the hypotenuse of e and d.
    double hypotenuse = StrictMath.hypot(0.22721393646112276, 0.29236638669412995);
    assertThat(checked(a).values())
        .containsExactly(new double[] {0, hypotenuse, 1.9791405561864899}, within(4e-15));
  }

  private enum Family {
    FEW_ROUNDINGS_OFF_THE_DIAGONAL(
        (random, n) -> {
          double value = random.nextDouble(1, 2);
          return bidiagonal(
              fill(n, () -> value + random.nextInt(-8, 9) * 0x1p-52),
              fill(n, () -> random.nextInt(-32, 33) * 0x1p-54));
        }),
    EQUAL_VALUES(
        (random, n) -> {
          double[] pool = {0, random.nextDouble(), random.nextDouble()};
          double[] values = fill(n, () -> pool[random.nextInt(3)]);
          return Randoms.unitary(random, n)
              .times(ComplexMatrix.diagonal(values))
              .times(Randoms.unitary(random, n));
        }),
    GRADED_UPWARDS(
        (random, n) -> {
          double[] decades = decades(random, n);
          return generate(n, (i, j) -> gaussian(random, decades[n - 1 - i] * decades[n - 1 - j]));
        }),
    GRADED_DOWNWARDS(
        (random, n) -> {
          double[] decades = decades(random, n);
          return generate(n, (i, j) -> gaussian(random, decades[i] * decades[j]));
        }),
    BIDIAGONAL_GRADED_UPWARDS(
        (random, n) -> {
          double[] d = decades(random, n);
          return bidiagonal(reversed(d), reversed(d));
        }),
    BIDIAGONAL_GRADED_DOWNWARDS(
        (random, n) -> {
          double[] d = decades(random, n);
          return bidiagonal(d, d);
        }),
    ZEROS_ON_BOTH_DIAGONALS(
        (random, n) -> {
          return bidiagonal(
              fill(n, () -> random.nextInt(3) == 0 ? 0 : random.nextGaussian()),
              fill(n, () -> random.nextInt(4) == 0 ? 0 : random.nextGaussian()));
        }),
    LOW_RANK(
        (random, n) -> {
          int rank = random.nextInt(1, n);
          return Randoms.matrix(random, n, rank).times(Randoms.matrix(random, rank, n));
        }),
    FEW_INTEGERS(
        (random, n) -> {
          return generate(n, (i, j) -> new Complex(random.nextInt(-1, 2), random.nextInt(-1, 2)));
        }),
    ONES_AND_DENORMAL_NUMBERS(
        (random, n) -> {
          return generate(
              n,
              (i, j) ->
                  i + j == 0 || random.nextInt(4) == 0
                      ? Complex.real(random.nextDouble(0.5, 1))
                      : Complex.real(random.nextInt(-9, 10) * Double.MIN_VALUE));
        }),
    ONES_AND_NUMBERS_WHOSE_SQUARES_UNDERFLOW(
        (random, n) -> {
          return generate(
              n,
              (i, j) ->
                  i + j == 0 || random.nextInt(6) == 0
                      ? Complex.real(random.nextDouble(0.5, 1))
                      : gaussian(random, StrictMath.pow(10, -random.nextInt(130, 170))));
        }),
    EVERY_SIZE_OF_NUMBERS(
        (random, n) -> {
          return generate(
              n,
              (i, j) ->
                  i + j == 0
                      ? Complex.ONE
                      : gaussian(random, StrictMath.pow(10, -random.nextInt(0, 320))));
        });

    private final BiFunction<SplittableRandom, Integer, ComplexMatrix> maker;

    Family(BiFunction<SplittableRandom, Integer, ComplexMatrix> maker) {
      this.maker = maker;
    }

    ComplexMatrix next(SplittableRandom random, int n) {
      return maker.apply(random, n);
    }
  }

  private static ComplexMatrix bidiagonal(double[] d, double[] e) {
    return generate(
        d.length,
        (i, j) -> i == j || j == i + 1 ? Complex.real(i == j ? d[i] : e[i]) : Complex.ZERO);
  }

  private static ComplexMatrix generate(int n, ComplexMatrix.Elements elements) {
    return ComplexMatrix.generate(n, n, elements);
  }

  private static double[] fill(int n, DoubleSupplier next) {
    return DoubleStream.generate(next).limit(n).toArray();
  }

  /** A complex Gaussian number, times a factor. */
  private static Complex gaussian(SplittableRandom random, double factor) {
    return new Complex(random.nextGaussian() * factor, random.nextGaussian() * factor);
  }

  /** From 1 down over as many decades as leave the product of any two above the smallest number. */
  private static double[] decades(SplittableRandom random, int n) {
    double decades = random.nextInt(1, 150);
    double[] falling = new double[n];
    Arrays.setAll(falling, k -> StrictMath.pow(10, -decades * k / (n - 1)));
    return falling;
  }

  private static double[] reversed(double[] x) {
    double[] reversed = new double[x.length];
    Arrays.setAll(reversed, k -> x[x.length - 1 - k]);
    return reversed;
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void everyFamilySettlesAndIsBackwardStable(Family family) {
    SplittableRandom random = new SplittableRandom(41);
    for (int k = 0; k < CASES; k++) {
      ComplexMatrix a = family.next(random, random.nextInt(2, 13));
      double[] values = checked(a).values();
      // Roundings of the norm; the transpose is swept the other way round.
      assertThat(checked(a.transpose()).values())
          .containsExactly(values, within(1e-14 * values[values.length - 1]));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 12})
  void aMatrixOfDenormalNumbersIsDecomposedAsItsMultiple(int n) {
    SplittableRandom random = new SplittableRandom(n);
    ComplexMatrix integers = Family.FEW_INTEGERS.next(random, n);
    SingularValues expected = checked(integers);
    SingularValues s = SingularValues.of(integers.times(Double.MIN_VALUE));
    assertClose(
        s.left().adjoint().times(s.left()), ComplexMatrix.identity(n), Rounding.of(10 * n, 1));
    assertClose(
        s.right().adjoint().times(s.right()), ComplexMatrix.identity(n), Rounding.of(10 * n, 1));
    for (int k = 0; k < n; k++) {
      // To the nearest multiple of the smallest number.
      assertThat(s.values()[k] / Double.MIN_VALUE).isCloseTo(expected.values()[k], within(0.5001));
    }
  }
}
