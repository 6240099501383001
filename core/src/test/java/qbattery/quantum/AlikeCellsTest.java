package qbattery.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.SparseMatrix;
import qbattery.quantum.AlikeCells.OneCell;

/**
 * The jump operators of cells that are alike, against Clebsch-Gordan coefficients in exact
 * fractions and against the cells one by one on all 2^N states.
 */
class AlikeCellsTest {

  /** Sums of some hundred products of numbers of order N, each rounded a few times. */
  private static final double ROUNDED = 1e-12;

  /** A fraction. */
  private record Fraction(BigInteger above, BigInteger below) {

    static Fraction of(long above, long below) {
      return new Fraction(BigInteger.valueOf(above), BigInteger.valueOf(below));
    }

    Fraction plus(Fraction o) {
      return new Fraction(
          above.multiply(o.below).add(o.above.multiply(below)), below.multiply(o.below));
    }

    Fraction times(Fraction o) {
      return new Fraction(above.multiply(o.above), below.multiply(o.below));
    }

    double value() {
      return above.doubleValue() / below.doubleValue(); // both are exact here: below 2^53
    }

    Fraction reduced() {
      BigInteger common = above.gcd(below).max(BigInteger.ONE);
      return new Fraction(above.divide(common), below.divide(common));
    }
  }

  /**
   * The square of {@code <(j1 1/2) j m | j1 m1, 1/2 s>} with its sign, s being up or down; all
   * numbers doubled. Zero if there is no such coupling.
   */
  private static Fraction coupled(int twiceJ1, boolean up, int twiceJ, int twiceM) {
    int twiceM1 = twiceM - (up ? 1 : -1);
    if (Math.abs(twiceM) > twiceJ || Math.abs(twiceM1) > twiceJ1) {
      return Fraction.of(0, 1);
    }
    int with = twiceJ1 + 1 + (up ? twiceM : -twiceM);
    int against = twiceJ1 + 1 - (up ? twiceM : -twiceM);
    int whole = 2 * (twiceJ1 + 1);
    return twiceJ > twiceJ1
        ? Fraction.of(with, whole)
        : Fraction.of(up ? -against : against, whole);
  }

  /**
   * The element of an operator of the last cell between two states that are coupled from the same
   * j1: its square, exact.
   */
  private static Fraction square(OneCell one, int j1, int toJ, int toM, int j, int m) {
    if (one == OneCell.PROJECTION) {
      if (toM != m) {
        return Fraction.of(0, 1);
      }
      Fraction up = coupled(j1, true, j, m);
      Fraction down = coupled(j1, false, j, m);
      if (toJ == j) {
        Fraction minus = down.times(Fraction.of(-1, 1)); // both have one sign when squared
        Fraction half = abs(up).plus(abs(minus).times(Fraction.of(-1, 1))).times(Fraction.of(1, 2));
        return half.times(half);
      }
      return abs(up).times(abs(down)); // each of two equal products, halved
    }
    boolean from = one == OneCell.LOWER;
    if (toM != m + (from ? -2 : 2)) {
      return Fraction.of(0, 1);
    }
    return abs(coupled(j1, from, j, m)).times(abs(coupled(j1, !from, toJ, toM)));
  }

  private static Fraction abs(Fraction f) {
    return new Fraction(f.above().abs(), f.below());
  }

  private static BigInteger copies(int cells, int twiceJ) {
    return Multiplet.ofSpins(cells).stream()
        .filter(m -> m.twiceJ() == twiceJ)
        .map(Multiplet::multiplicity)
        .findFirst()
        .orElse(BigInteger.ZERO);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
  void squaresAreSumsOfClebschGordanCoefficients(int cells) {
    AlikeCells alike = new AlikeCells(cells);
    for (OneCell one : OneCell.values()) {
      List<LocalOperator> each = alike.each(one);
      for (int from = 0; from < alike.multiplets().size(); from++) {
        for (int to = 0; to < alike.multiplets().size(); to++) {
          int j = alike.multiplets().get(from).twiceJ();
          int toJ = alike.multiplets().get(to).twiceJ();
          for (int m = j; m >= -j; m -= 2) {
            for (int toM = toJ; toM >= -toJ; toM -= 2) {
              Fraction expected = Fraction.of(0, 1);
              for (int j1 = 0; j1 <= cells - 1; j1++) {
                if (Math.abs(j1 - j) == 1 && Math.abs(j1 - toJ) == 1) {
                  Fraction share =
                      new Fraction(
                          BigInteger.valueOf(cells).multiply(copies(cells - 1, j1)),
                          copies(cells, j));
                  expected = expected.plus(share.times(square(one, j1, toJ, toM, j, m))).reduced();
                }
              }
              for (int k = 0; k < 3; k++) {
                int change = List.of(0, 2, -2).get(k);
                double element =
                    each.get(k)
                        .matrix()
                        .re(alike.first(to) + (toJ - toM) / 2, alike.first(from) + (j - m) / 2);
                assertThat(element * element)
                    .as("%s of %d: 2j = %d to %d, 2m = %d to %d", one, cells, j, toJ, m, toM)
                    .isCloseTo(toJ - j == change ? expected.value() : 0, within(ROUNDED));
              }
            }
          }
        }
      }
    }
  }

  /** All 2^N states by total spin: for each way of coupling the cells one after the other. */
  private static final class Coupled {

    private record Path(int twiceJ, double[][] vectors) {} // the highest m first

    private final AlikeCells alike;
    private final List<Path> paths;

    Coupled(int cells) {
      alike = new AlikeCells(cells);
      List<Path> now = List.of(new Path(1, new double[][] {{1, 0}, {0, 1}}));
      for (int n = 2; n <= cells; n++) {
        List<Path> next = new ArrayList<>();
        for (Path path : now) {
          for (int twiceJ = path.twiceJ + 1; twiceJ >= Math.max(0, path.twiceJ - 1); twiceJ -= 2) {
            double[][] vectors = new double[twiceJ + 1][1 << n];
            for (int i = 0; i <= twiceJ; i++) {
              for (int down = 0; down < 2; down++) {
                int m = twiceJ - 2 * i;
                Fraction square = coupled(path.twiceJ, down == 0, twiceJ, m);
                double c = Math.signum(square.value()) * Math.sqrt(Math.abs(square.value()));
                int m1 = m - (down == 0 ? 1 : -1);
                if (c != 0) {
                  double[] before = path.vectors[(path.twiceJ - m1) / 2];
                  for (int s = 0; s < before.length; s++) {
                    vectors[i][2 * s + down] += c * before[s];
                  }
                }
              }
            }
            next.add(new Path(twiceJ, vectors));
          }
        }
        now = next;
      }
      paths = now;
    }

    /** The matrix on all states of what all copies of each multiplet have together. */
    ComplexMatrix whole(ComplexMatrix together) {
      int d = paths.get(0).vectors[0].length;
      ComplexMatrix sum = ComplexMatrix.identity(d).times(0);
      for (Path path : paths) {
        int k = multiplet(path);
        double each = 1 / alike.multiplets().get(k).multiplicity().doubleValue();
        for (int a = 0; a <= path.twiceJ; a++) {
          for (int b = 0; b <= path.twiceJ; b++) {
            double[] left = path.vectors[a];
            double[] right = path.vectors[b];
            Complex element =
                together.get(alike.first(k) + a, alike.first(k) + b).times(Complex.real(each));
            sum =
                sum.plus(
                    ComplexMatrix.generate(
                        d, d, (i, j) -> element.times(Complex.real(left[i] * right[j]))));
          }
        }
      }
      return sum;
    }

    /** What all copies of each multiplet have together of a matrix on all states. */
    ComplexMatrix together(ComplexMatrix whole) {
      int levels = alike.levels();
      Complex[][] sum = new Complex[levels][levels];
      for (Complex[] row : sum) {
        java.util.Arrays.fill(row, Complex.ZERO);
      }
      for (Path path : paths) {
        int k = multiplet(path);
        for (int a = 0; a <= path.twiceJ; a++) {
          for (int b = 0; b <= path.twiceJ; b++) {
            Complex element = Complex.ZERO;
            for (int i = 0; i < whole.rows(); i++) {
              for (int j = 0; j < whole.rows(); j++) {
                double weight = path.vectors[a][i] * path.vectors[b][j];
                element = element.plus(whole.get(i, j).times(Complex.real(weight)));
              }
            }
            int at = alike.first(k) + a;
            int to = alike.first(k) + b;
            sum[at][to] = sum[at][to].plus(element);
          }
        }
      }
      return ComplexMatrix.generate(levels, levels, (i, j) -> sum[i][j]);
    }

    private int multiplet(Path path) {
      return (alike.cells() - path.twiceJ) / 2;
    }
  }

  private static ComplexMatrix random(AlikeCells alike, long seed) {
    Random random = new Random(seed);
    int[] of = alike.multipletOfLevel();
    return ComplexMatrix.generate(
        alike.levels(),
        alike.levels(),
        (i, j) ->
            of[i] == of[j]
                ? new Complex(random.nextGaussian(), random.nextGaussian())
                : Complex.ZERO);
  }

  private static int place(OneCell one) {
    return List.of(OneCell.values()).indexOf(one);
  }

  private static ComplexMatrix onCell(int cells, int cell, Complex[] mixed) {
    Space space = Space.cells(cells);
    return Operator.on(space, cell, LocalOperator.LOWER)
        .times(mixed[0])
        .plus(Operator.on(space, cell, LocalOperator.RAISE).times(mixed[1]))
        .plus(Operator.on(space, cell, LocalOperator.SIGMA_Z).times(mixed[2]).times(0.5))
        .matrix();
  }

  private static ComplexMatrix jumped(ComplexMatrix jump, ComplexMatrix rho) {
    return jump.times(rho).times(jump.adjoint());
  }

  private static void assertSame(ComplexMatrix found, ComplexMatrix expected) {
    assertThat(found.minus(expected).maxAbs()).isLessThan(ROUNDED * (1 + expected.maxAbs()));
  }

  /** Any operator of a cell, so that the signs of the three count. */
  @ParameterizedTest
  @CsvSource({
    "2, 1, 0, 0",
    "3, 1, 0, 0",
    "4, 1, 0, 0",
    "2, 0, 1, 0",
    "3, 0, 1, 0",
    "4, 0, 1, 0",
    "2, 0, 0, 1",
    "3, 0, 0, 1",
    "4, 0, 0, 1",
    "2, 0.7, 0.4, 0",
    "3, 0.3, -0.9, 0.5",
    "4, 0.6, 0.8, -0.7",
    "4, -0.2, 0.5, 1.1"
  })
  void jumpsOfEachAreThoseOfTheCellsOneByOne(int cells, double lower, double raise, double z) {
    Coupled coupled = new Coupled(cells);
    Complex[] mixed = {
      new Complex(lower, 0.3 * lower), new Complex(raise, -0.2 * raise), new Complex(z, 0.5 * z)
    };
    ComplexMatrix rho = random(coupled.alike, 11L * cells);
    ComplexMatrix whole = coupled.whole(rho);
    assertSame(coupled.together(whole), rho);
    ComplexMatrix expected = ComplexMatrix.identity(1 << cells).times(0);
    for (int cell = 0; cell < cells; cell++) {
      expected = expected.plus(jumped(onCell(cells, cell, mixed), whole));
    }
    ComplexMatrix found = rho.times(0);
    for (int k = 0; k < 3; k++) {
      ComplexMatrix jump = rho.times(0);
      for (OneCell one : OneCell.values()) {
        jump = jump.plus(coupled.alike.each(one).get(k).matrix().times(mixed[place(one)]));
      }
      found = found.plus(jumped(jump, rho));
    }
    assertSame(found, coupled.together(expected));
    assertSame(coupled.whole(found), expected); // which is symmetric again
  }

  /** Sums over the cells are in each total spin what they are on all states. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void sumsAreThoseOfTheCells(int cells) {
    Coupled coupled = new Coupled(cells);
    for (OneCell one : OneCell.values()) {
      Complex[] only = {Complex.ZERO, Complex.ZERO, Complex.ZERO};
      only[place(one)] = Complex.ONE;
      ComplexMatrix sum = ComplexMatrix.identity(1 << cells).times(0);
      for (int cell = 0; cell < cells; cell++) {
        sum = sum.plus(onCell(cells, cell, only));
      }
      ComplexMatrix rho = random(coupled.alike, 5L * cells);
      assertSame(
          coupled.alike.sum(one).matrix().times(rho),
          coupled.together(sum.times(coupled.whole(rho))));
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 0.9, 0.3", "3, 0.9, -0.2", "4, 0.9, -0.2", "4, 1.2, -0.3", "4, 0, 0.5"})
  void ownAndCommonRatesAreARateMatrixOfTheCells(int cells, double own, double common) {
    Coupled coupled = new Coupled(cells);
    ComplexMatrix rho = random(coupled.alike, 3L * cells);
    ComplexMatrix whole = coupled.whole(rho);
    Complex[] lower = {Complex.ONE, Complex.ZERO, Complex.ZERO};
    ComplexMatrix expected = whole.times(0);
    ComplexMatrix sum = whole.times(0);
    for (int cell = 0; cell < cells; cell++) {
      sum = sum.plus(onCell(cells, cell, lower));
      expected = expected.plus(jumped(onCell(cells, cell, lower), whole).times(own));
    }
    expected = expected.plus(jumped(sum, whole).times(common));
    ComplexMatrix found = rho.times(0);
    for (LocalOperator jump : coupled.alike.eachAndTogether(own, common)) {
      found = found.plus(jumped(jump.matrix(), rho));
    }
    assertSame(found, coupled.together(expected));
  }

  /** What is lost: sum_k s_k^+ s_k is the number of excited cells, of the others, and N/4. */
  @ParameterizedTest
  @EnumSource(OneCell.class)
  void lossesAddUpToThoseOfTheCells(OneCell one) {
    for (int cells : new int[] {2, 3, 7, 8, 60, 201}) {
      AlikeCells alike = new AlikeCells(cells);
      SparseMatrix loss = new SparseMatrix.Builder(alike.levels(), alike.levels()).build();
      for (LocalOperator jump : alike.each(one)) {
        loss = loss.plus(jump.elements().adjoint().times(jump.elements()));
      }
      int[] excited = alike.excitations();
      double[] diagonal = new double[excited.length];
      loss.forEach(
          (i, j, re, im) -> {
            assertThat(i == j || Math.abs(re) + Math.abs(im) < ROUNDED).isTrue();
            diagonal[i] += i == j ? re : 0;
          });
      for (int level = 0; level < excited.length; level++) {
        double expected =
            switch (one) {
              case LOWER -> excited[level];
              case RAISE -> cells - excited[level];
              case PROJECTION -> cells / 4.0;
            };
        assertThat(diagonal[level]).isCloseTo(expected, within(ROUNDED * cells));
      }
    }
  }

  /** With a common rate below zero: own times the number and common times J+ J-. */
  @ParameterizedTest
  @CsvSource({"5, 1, -0.2", "8, 1, -0.1", "200, 1, -0.004", "201, 0.3, 0.7"})
  void ownAndCommonRatesLoseWhatTheRateMatrixLoses(int cells, double own, double common) {
    AlikeCells alike = new AlikeCells(cells);
    SparseMatrix loss = new SparseMatrix.Builder(alike.levels(), alike.levels()).build();
    for (LocalOperator jump : alike.eachAndTogether(own, common)) {
      loss = loss.plus(jump.elements().adjoint().times(jump.elements()));
    }
    SparseMatrix lower = alike.sum(OneCell.LOWER).elements();
    SparseMatrix expected =
        alike
            .number()
            .elements()
            .times(Complex.real(own))
            .plus(lower.adjoint().times(lower).times(Complex.real(common)));
    double largest = expected.maxAbs();
    assertThat(loss.plus(expected.times(Complex.real(-1))).maxAbs())
        .isLessThan(ROUNDED * (1 + largest));
  }
}
