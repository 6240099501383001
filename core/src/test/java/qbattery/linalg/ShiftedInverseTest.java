package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftedInverseTest {

  /**
   * Losses of all sizes on a ring with some far links: column sums are zero, as of a generator, and
   * the sizes are powers of two, so that these sums are exact.
   */
  private static List<Map<Integer, Pair>> columns(int n, int spread, Random random) {
    List<Map<Integer, Pair>> columns = new ArrayList<>();
    for (int j = 0; j < n; j++) {
      Map<Integer, Pair> column = new TreeMap<>();
      for (int target : new int[] {(j + 1) % n, (j + n - 1) % n, (j * 7 + 3) % n}) {
        if (target != j) {
          double rate = Math.scalb(1.0, random.nextInt(spread));
          column.merge(target, Pair.of(rate), Pair::plus);
          column.merge(j, Pair.of(-rate), Pair::plus);
        }
      }
      columns.add(column);
    }
    return columns;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 12, 40})
  void leavesNothingButRounding(int spread) {
    Random random = new Random(5);
    int n = 60;
    List<Map<Integer, Pair>> columns = columns(n, spread, random);
    double c = 0.5;
    double[] b = random.doubles(n, -1, 1).toArray();
    double[] x =
        new ShiftedInverse.Family(new SparsePairMatrix(columns)).of(c).solve(b).orElseThrow();
    BigDecimal sum = BigDecimal.ZERO;
    for (int j = 0; j < n; j++) {
      sum = sum.add(new BigDecimal(x[j])).subtract(new BigDecimal(b[j]));
    }
    // the sum of all is kept by such a generator, whatever is between: n roundings of x are left
    assertThat(Math.abs(sum.doubleValue())).isLessThan(n * 0x1p-53);
    // and each row is what it should be, beside what rounding x does to it
    for (int i = 0; i < n; i++) {
      BigDecimal row = new BigDecimal(x[i]).subtract(new BigDecimal(b[i]));
      double rounding = Math.abs(x[i]) * 0x1p-53;
      for (int j = 0; j < n; j++) {
        Pair a = columns.get(j).getOrDefault(i, Pair.ZERO);
        row =
            row.subtract(
                new BigDecimal(c)
                    .multiply(new BigDecimal(a.high()))
                    .multiply(new BigDecimal(x[j])));
        rounding += Math.abs(c * a.high() * x[j]) * 0x1p-53;
      }
      assertThat(Math.abs(row.doubleValue())).isLessThanOrEqualTo(rounding);
    }
  }

  /** {@code y . (A^-1 b) = b . (A^-T y)}. */
  @Test
  void aTransposedSystemHasTheSameProducts() {
    Random random = new Random(3);
    ShiftedInverse inverse =
        new ShiftedInverse.Family(new SparsePairMatrix(columns(60, 20, random))).of(4);
    double[] b = random.doubles(60, -1, 1).toArray();
    double[] y = random.doubles(60, -1, 1).toArray();
    double[] x = inverse.solve(b).orElseThrow();
    double[] z = inverse.solveTransposed(y).orElseThrow();
    double one = 0;
    double other = 0;
    double size = 0;
    for (int i = 0; i < 60; i++) {
      one += y[i] * x[i];
      other += b[i] * z[i];
      size += Math.abs(y[i] * x[i]) + Math.abs(b[i] * z[i]);
    }
    assertThat(one).isCloseTo(other, within(60 * 0x1p-53 * size));
  }

  @Test
  void isNothingWhereSixteenDigitsDoNotLeadThere() {
    // 1 - c A has the eigenvalues 1 and 2^80: in doubles nothing is left of the first
    List<Map<Integer, Pair>> columns =
        List.of(
            Map.of(0, Pair.of(-0x1p79), 1, Pair.of(0x1p79)),
            Map.of(0, Pair.of(0x1p79), 1, Pair.of(-0x1p79)));
    ShiftedInverse.Family family = new ShiftedInverse.Family(new SparsePairMatrix(columns));
    assertThat(solved(family, 1)).isEqualTo("nothing");
    assertThat(solved(family, 0x1p-40)).isEqualTo("a solution");
  }

  private static String solved(ShiftedInverse.Family family, double c) {
    try {
      return family.of(c).solve(new double[] {1, 0}).isPresent() ? "a solution" : "nothing";
    } catch (ArithmeticException e) {
      return "nothing";
    }
  }

  @Test
  void anOrderBringsElementsToTheDiagonal() {
    int n = 50;
    List<Map<Integer, Pair>> columns = new ArrayList<>();
    for (int j = 0; j < n; j++) { // a chain whose places are numbered wildly
      Map<Integer, Pair> column = new TreeMap<>();
      column.put((j + 17) % n, Pair.of(1));
      columns.add(column);
    }
    SparsePairMatrix chain = new SparsePairMatrix(columns);
    double band = 2; // a ring has two neighbours at most on each side of a place
    assertThat(BandFactors.work(chain, chain.order())).isLessThanOrEqualTo(2 * band * band * n);
  }
}
