package qbattery.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "0.1, 0.1",
    "-2.5, -2.5",
    "100, 100",
    "0.30000000000000004, 0.30000000000000004",
    "2.0E-3, 0.002",
    "1e-9, 1E-9",
    "1.5e22, 1.5E22",
    "123456.789, 123456.789"
  })
  void exactIsTheShortestTextThatReadsBack(double x, String text) {
    assertThat(Numbers.exact(x)).isEqualTo(text);
  }

  @Test
  void exactReadsBackToTheLastBit() {
    SplittableRandom random = new SplittableRandom(20260101);
    for (int k = 0; k < 20_000; k++) {
      double x = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(x)) {
        assertThat(Double.parseDouble(Numbers.exact(x))).isEqualTo(x + 0.0);
      }
    }
  }

  @Test
  void exactRefusesWhatIsNoNumber() {
    assertThatIllegalArgumentException().isThrownBy(() -> Numbers.exact(Double.NaN));
  }

  @ParameterizedTest
  @CsvSource({"0.4700036292, 0.470004", "2, 2", "1e-17, 1E-17", "NaN, none"})
  void briefKeepsSixDigits(double x, String text) {
    assertThat(Numbers.brief(x)).isEqualTo(text);
  }

  @Test
  void decimalsKeepTheirZeros() {
    assertThat(Numbers.decimals(0.47, 3)).isEqualTo("0.470");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1.01e-12, 2e-12", "9.5e-12, 1e-11", "3, 3e0"})
  void errorsAreRoundedUpToOneDigit(double error, String text) {
    assertThat(Numbers.error(error)).isEqualTo(text);
  }
}
