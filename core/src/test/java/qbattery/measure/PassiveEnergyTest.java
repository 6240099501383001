package qbattery.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.quantum.Spectrum;
import qbattery.quantum.Spectrum.Level;

class PassiveEnergyTest {

  /** Sums of at most 40 products of order one. */
  private static final double ROUNDING = 1e-13;

  /** Levels with multiplicities that sum to a given dimension, some of them equal. */
  private static Spectrum random(SplittableRandom random, int dimension) {
    List<Level> levels = new ArrayList<>();
    for (int left = dimension; left > 0; ) {
      int multiplicity = random.nextInt(1, left + 1);
      levels.add(new Level(random.nextInt(10) / 10.0, multiplicity));
      left -= multiplicity;
    }
    return new Spectrum(levels);
  }

  private static double[] ascending(Spectrum spectrum) {
    return spectrum.levels().stream()
        .flatMap(level -> Collections.nCopies(level.multiplicity().intValueExact(), level).stream())
        .mapToDouble(Level::value)
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void multiplicitiesCountAsThatManyLevels(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int trial = 0; trial < 50; trial++) {
      int dimension = random.nextInt(1, 40);
      Spectrum populations = random(random, dimension);
      Spectrum levels = random(random, dimension);
      double[] p = ascending(populations);
      double[] e = ascending(levels);
      double sum = 0;
      for (int k = 0; k < dimension; k++) {
        sum += p[dimension - 1 - k] * e[k];
      }
      assertThat(Ergotropy.passiveEnergy(populations, levels)).isCloseTo(sum, within(ROUNDING));
      assertThat(Ergotropy.passiveEnergy(Spectrum.of(p), Spectrum.of(e)))
          .isCloseTo(sum, within(ROUNDING));
    }
  }

  @Test
  void multiplicitiesMayBeLargerThanAnyMatrix() {
    long many = 1L << 40;
    Spectrum populations = new Spectrum(List.of(new Level(0, many), new Level(1.0 / many, many)));
    Spectrum levels = new Spectrum(List.of(new Level(3, many), new Level(1, many)));
    assertThat(Ergotropy.passiveEnergy(populations, levels)).isEqualTo(1);
  }

  @Test
  void theLargestPopulationTakesTheLowestLevel() {
    assertThat(Ergotropy.passiveEnergy(Spectrum.of(0.7, 0.2, 0.1), Spectrum.of(0, 1, 10)))
        .isCloseTo(1.2, within(ROUNDING));
  }
}
