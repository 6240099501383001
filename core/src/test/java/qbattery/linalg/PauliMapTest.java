package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.testing.Rounding;

/** The fast map against the plain one. */
class PauliMapTest {

  /** A random part of which about a third of the elements are not zero. */
  private static PauliPart part(RandomGenerator random, Integer... sites) {
    int size = 1 << (2 * sites.length);
    double[][] matrix = new double[size][size];
    for (double[] row : matrix) {
      for (int b = 0; b < size; b++) {
        row[b] = random.nextInt(3) == 0 ? random.nextGaussian() : 0;
      }
    }
    return new PauliPart(List.of(sites), matrix);
  }

  private static double[] vector(RandomGenerator random, int size) {
    return random.doubles(size, -1, 1).toArray();
  }

  private static double[] fast(int cells, List<PauliPart> parts, double[] x) {
    PauliMap map = PauliMap.of(cells, parts);
    assertThat(map.size()).isEqualTo(1 << (2 * cells));
    double[] y = vector(new Random(9), x.length); // what was there before must not matter
    map.apply(x, y, new PauliWorkspace());
    return y;
  }

  private static void assertSame(int cells, List<PauliPart> parts, RandomGenerator random) {
    double[] x = vector(random, 1 << (2 * cells));
    double[] expected = PauliReference.apply(cells, parts, x);
    double[] actual = fast(cells, parts, x);
    double scale = 1;
    for (double e : expected) {
      scale = StrictMath.max(scale, StrictMath.abs(e));
    }
    for (int k = 0; k < x.length; k++) {
      assertThat(actual[k]).as("place %d", k).isCloseTo(expected[k], Rounding.after(50, scale));
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8"})
  void linesOfPairs(int cells) {
    Random random = new Random(cells);
    List<PauliPart> parts = new ArrayList<>();
    for (int k = 0; k < cells; k++) {
      parts.add(part(random, k));
    }
    for (int k = 0; k + 1 < cells; k++) {
      parts.add(part(random, k, k + 1));
    }
    assertSame(cells, parts, random);
  }

  @ParameterizedTest
  @CsvSource({"2", "4", "5", "6", "7"})
  void completeGraphs(int cells) {
    Random random = new Random(cells);
    List<PauliPart> parts = new ArrayList<>();
    for (int k = 0; k < cells; k++) {
      for (int l = 0; l < k; l++) {
        parts.add(part(random, l, k));
      }
      parts.add(part(random, k));
    }
    assertSame(cells, parts, random);
  }

  @ParameterizedTest
  @CsvSource({"3, 0, 1, 2", "5, 0, 2, 4", "5, 2, 3, 4", "6, 0, 1, 5", "7, 1, 3, 5"})
  void threeSites(int cells, int a, int b, int c) {
    Random random = new Random(cells);
    assertSame(cells, List.of(part(random, 1), part(random, a, c), part(random, a, b, c)), random);
  }

  /** Each way of copying a tile: runs of 1, 4, 16, and a whole row; one tile, and several. */
  @ParameterizedTest
  @CsvSource({
    "5, 3, 4", "5, 2, 3", "5, 1, 2", "5, 0, 1", "7, 4, 6", "7, 3, 5", "7, 1, 2", "9, 4, 5"
  })
  void aSinglePairOfManyCells(int cells, int a, int b) {
    Random random = new Random(cells);
    assertSame(cells, List.of(part(random, a, b)), random);
  }

  @Test
  void nothingAtAllGivesZero() {
    for (int cells : new int[] {2, 6}) {
      double[] x = vector(new Random(1), 1 << (2 * cells));
      assertThat(fast(cells, List.of(), x)).containsOnly(0.0);
    }
  }

  @Test
  void aWorkspaceServesMapsOfAllSizesAndTheBitsStayTheSame() {
    Random random = new Random(5);
    List<PauliPart> parts = List.of(part(random, 0, 1), part(random, 2, 4), part(random, 3));
    PauliWorkspace workspace = new PauliWorkspace();
    for (int cells : new int[] {5, 8, 6}) {
      double[] x = vector(random, 1 << (2 * cells));
      double[] before = x.clone();
      double[] y = new double[x.length];
      for (int k = 0; k < 50; k++) { // interpreted at first, compiled later
        PauliMap.of(cells, parts).apply(x, y, workspace);
        assertThat(Arrays.equals(y, fast(cells, parts, x))).as("equal bits").isTrue();
      }
      assertThat(Arrays.equals(x, before)).as("x is left alone").isTrue();
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    PauliPart second = part(new Random(1), 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PauliMap.of(1, List.of(second)))
        .withMessageContaining("[1]")
        .withMessageContaining("only 1 cells");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PauliMap.of(13, List.of()))
        .withMessageContaining("1 to 12 cells, not for 13");
    assertThatIllegalArgumentException().isThrownBy(() -> PauliMap.of(0, List.of()));
    double[][] one = {{1}};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PauliPart(List.of(), one))
        .withMessageContaining("not on 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PauliPart(List.of(0, 1, 2, 3), one))
        .withMessageContaining("not on 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PauliPart(List.of(1, 0), one))
        .withMessageContaining("ascending");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PauliPart(List.of(1), one))
        .withMessageContaining("4 x 4");
  }
}
