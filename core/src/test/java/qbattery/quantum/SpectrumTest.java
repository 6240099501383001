package qbattery.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpectrumTest {

  @Test
  void levelsAreSortedAndCounted() {
    Spectrum spectrum =
        new Spectrum(
            List.of(
                new Spectrum.Level(2, 5), new Spectrum.Level(-1, 3), new Spectrum.Level(0.5, 1)));
    assertThat(spectrum.min()).isEqualTo(-1);
    assertThat(spectrum.max()).isEqualTo(2);
    assertThat(spectrum.dimension()).isEqualTo(9);
    assertThat(spectrum.levels()).extracting(Spectrum.Level::value).containsExactly(-1.0, 0.5, 2.0);
  }

  @Test
  void valuesInAnyOrderGiveEqualSpectra() {
    assertThat(Spectrum.of(3, 1, 2)).isEqualTo(Spectrum.of(1, 2, 3));
  }

  @Test
  void whatIsNoSpectrumIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(Spectrum::of)
        .withMessageContaining("at least one level");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Spectrum.of(1, Double.NaN))
        .withMessageContaining("NaN and 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Spectrum.Level(1, 0))
        .withMessageContaining("1.0 and 0");
  }
}
