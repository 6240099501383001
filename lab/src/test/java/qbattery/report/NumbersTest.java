package qbattery.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  @ParameterizedTest
  @CsvSource({"0, 0", "1.01e-12, 2e-12", "9.5e-12, 1e-11", "3, 3e0"})
  void errorsAreRoundedUpToOneDigit(double error, String text) {
    assertThat(Numbers.error(error)).isEqualTo(text);
  }

  @Test
  void anErrorIsWrittenToItsSecondDigit() {
    assertThat(Numbers.spread(0.6930008758, 0.013)).isEqualTo("0.693(13)");
    assertThat(Numbers.within(12.34, 4.5)).isEqualTo("12.3(4.6)"); // what is rounded off counts
    assertThat(Numbers.within(12345, 230)).isEqualTo("12340(240)");
    assertThat(Numbers.within(-1.2e-9, 1.5e-10)).isEqualTo("-1.20(15)E-9");
    assertThat(Numbers.within(0, 1.21e-12)).isEqualTo("0 (+- 1.3E-12)");
    assertThat(Numbers.within(3e-17, 1.25e-12)).isEqualTo("0 (+- 1.3E-12)");
    assertThat(Numbers.within(6.02214076e23, 1e13)).isEqualTo("6.022140760(1)E23");
    assertThat(Numbers.within(0.5, 0)).isEqualTo("0.5");
    assertThat(Numbers.within(0.5, Double.NaN)).isEqualTo("0.5 (error not known)");
    assertThat(Numbers.within(Double.NaN, 1)).isEqualTo("none");
  }

  @Test
  void thereAreTenDigitsAtMostAndTheErrorHoldsWhatIsRounded() {
    assertThat(Numbers.spread(0.5, 1.8e-15)).isEqualTo("0.5000000000(1)"); // not 0
    assertThat(Numbers.within(0.5, 1.8e-15)).isEqualTo("0.5000000000(1)");
    assertThat(Numbers.within(Math.log(2), 3e-14)).isEqualTo("0.6931471806(1)");
    assertThat(Numbers.within(Math.log(2), 4.4e-10)).isEqualTo("0.6931471806(5)");
  }

  private static final String ZERO = "0 (+- ";

  @Test
  void whatIsWrittenHoldsTheTrueValue() {
    Random random = new Random(1);
    for (int k = 0; k < 10_000; k++) {
      double x = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(30) - 15);
      double error = random.nextDouble() * Math.pow(10, random.nextInt(30) - 15);
      String written = Numbers.within(x, error);
      if (written.startsWith(ZERO)) {
        String bound = written.substring(ZERO.length(), written.length() - 1);
        assertThat(Double.parseDouble(bound))
            .isGreaterThanOrEqualTo(0.999999 * (error + Math.abs(x)));
        continue;
      }
      Matcher text = Pattern.compile("(-?)([0-9.]+)[(]([0-9.]+)[)](E-?[0-9]+)?").matcher(written);
      assertThat(text.matches()).isTrue();
      String power = text.group(4) == null ? "" : text.group(4);
      BigDecimal value = new BigDecimal(text.group(1) + text.group(2) + power);
      String digits = text.group(3);
      BigDecimal off =
          digits.contains(".")
              ? new BigDecimal(digits + power)
              : new BigDecimal(digits)
                  .scaleByPowerOfTen(
                      -decimals(text.group(2))
                          + (power.isEmpty() ? 0 : Integer.parseInt(power.substring(1))));
      BigDecimal least = new BigDecimal(error).add(value.subtract(new BigDecimal(x)).abs());
      assertThat(off).isGreaterThanOrEqualTo(least.multiply(new BigDecimal("0.99999999999")));
    }
  }

  private static int decimals(String number) {
    return number.contains(".") ? number.length() - number.indexOf('.') - 1 : 0;
  }

  @Test
  void theFewestDigitsThatTellANumber() {
    List<Double> numbers = new ArrayList<>();
    for (int k = -1074; k < 1024; k++) {
      numbers.add(Math.scalb(1.0, k));
    }
    for (int k = 0; k < 2000; k++) {
      numbers.add(3 * (k / 1999.0));
      numbers.add(k / 10.0);
    }
    for (double x : numbers) {
      assertThat(new BigDecimal(Numbers.exact(x))).isEqualByComparingTo(shortest(x));
      assertThat(Numbers.plain(x)).isEqualTo(shortest(x).stripTrailingZeros().toPlainString());
    }
  }

  /** One number of digits after another. */
  private static BigDecimal shortest(double x) {
    BigDecimal exact = new BigDecimal(x);
    for (int digits = 1; digits < 17; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == x) {
        return rounded;
      }
    }
    return exact.round(new MathContext(17, RoundingMode.HALF_EVEN));
  }
}
