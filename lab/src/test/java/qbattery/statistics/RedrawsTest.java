package qbattery.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedrawsTest {

  private static List<double[]> rows(int count) {
    var random = Generators.seeded("rows");
    List<double[]> rows = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      rows.add(new double[] {random.nextDouble(), 7});
    }
    return rows;
  }

  @Test
  void aMeanScattersByItsStandardError() {
    List<double[]> rows = rows(12);
    List<double[]> means = Redraws.of(12, "any").meansOf(rows, 0, 2);
    Moments moments = new Moments();
    means.subList(0, Redraws.DRAWN).forEach(m -> moments.add(m[0]));
    double standardError = MeanCurve.of(rows, 0, 1).standardErrors()[0];
    double error = 4 * standardError / Math.sqrt(2 * Redraws.DRAWN); // four errors of an error
    assertThat(Math.sqrt(moments.variance())).isCloseTo(standardError, within(error));
    assertThat(means).isNotEmpty().allSatisfy(m -> assertThat(m[1]).isEqualTo(7));
  }

  @Test
  void halvesShareNothingAndMakeTheWhole() {
    List<int[]> samples = Redraws.of(7, "any").samples();
    assertThat(samples).hasSize(Redraws.DRAWN + 2 * Redraws.SPLITS);
    for (int s = Redraws.DRAWN; s < samples.size(); s += 2) {
      assertThat(IntStream.concat(IntStream.of(samples.get(s)), IntStream.of(samples.get(s + 1))))
          .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
    }
  }

  @Test
  void oneRealisationIsEverySample() {
    assertThat(Redraws.of(1, "any").samples())
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s).containsExactly(0));
  }

  @Test
  void theTextDecidesTheSamples() {
    assertThat(Redraws.of(9, "a").samples().get(3))
        .isEqualTo(Redraws.of(9, "a").samples().get(3))
        .isNotEqualTo(Redraws.of(9, "b").samples().get(3));
  }
}
