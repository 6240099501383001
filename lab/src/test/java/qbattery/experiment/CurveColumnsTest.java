package qbattery.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveColumnsTest {

  private static final CurveColumns CURVES =
      new CurveColumns(List.of("energy", "power"), List.of(0.0, 0.1, 1e-7));

  @Test
  void columnsAreQuantitiesByTimes() {
    assertThat(CURVES.names())
        .containsExactly(
            "energy @ 0",
            "energy @ 0.1",
            "energy @ 0.0000001",
            "power @ 0",
            "power @ 0.1",
            "power @ 0.0000001");
    assertThat(CURVES.index(1, 2)).isEqualTo(5);
    assertThat(CURVES.of(1)).containsExactly(3, 4, 5);
    assertThat(CURVES.row(List.of(new double[] {1, 2, 3}, new double[] {4, 5, 6})))
        .containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> CURVES.index(2, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> CURVES.row(List.of(new double[3])));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CURVES.row(List.of(new double[3], new double[2])));
  }

  @Test
  void aTimeHasTheFewestDigitsThatTellIt() {
    List<Double> times = new ArrayList<>();
    for (int k = -1074; k < 1024; k++) {
      times.add(Math.scalb(1.0, k));
    }
    for (int k = 0; k < 2000; k++) {
      times.add(3 * (k / 1999.0));
      times.add(k / 10.0);
    }
    List<String> names = new CurveColumns(List.of("E"), times).names();
    for (int k = 0; k < times.size(); k++) {
      assertThat(names.get(k)).isEqualTo("E @ " + shortest(times.get(k)));
    }
  }

  /** One number of digits after another. */
  private static String shortest(double t) {
    BigDecimal exact = new BigDecimal(t);
    for (int digits = 1; digits < 17; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == t) {
        return rounded.stripTrailingZeros().toPlainString();
      }
    }
    return exact.round(new MathContext(17, RoundingMode.HALF_EVEN)).toPlainString();
  }
}
