package qbattery.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.testing.Rounding;

class EstimateTest {

  @Test
  void twoWaysGiveTheirDifferenceAsError() {
    Estimate estimate = Estimate.witnessed(1.0, 1.25);
    assertThat(estimate.value()).isEqualTo(1.0);
    // rounding is added: a few units in the last place
    assertThat(estimate.error()).isCloseTo(0.25, within(1e-14)).isGreaterThan(0.25);
  }

  @Test
  void errorsAreCarriedThroughArithmetic() {
    Estimate a = new Estimate(6, 0.3);
    Estimate b = new Estimate(2, 0.1);
    assertThat(a.times(-2)).isEqualTo(new Estimate(-12, 0.6));
    assertThat(a.minus(b).error()).isCloseTo(0.4, Rounding.after(2, 1));
    assertThat(a.dividedBy(b).value()).isEqualTo(3);
    assertThat(a.dividedBy(b).error()).isCloseTo(6.3 / 1.9 - 3, Rounding.after(3, 3));
    assertThat(b.dividedBy(new Estimate(1, 1)).errorIsKnown()).as("it may be 0").isFalse();
  }

  @Test
  void anErrorThatIsNotKnownStaysSoThroughArithmetic() {
    Estimate open = Estimate.notKnown(6, "There is no second way.");
    Estimate sure = new Estimate(2, 0.1);
    for (Estimate made :
        List.of(
            open.times(0),
            open.widened(1),
            open.minus(sure),
            sure.minus(open),
            open.dividedBy(sure),
            sure.dividedBy(open))) {
      assertThat(made.errorIsKnown()).isFalse();
      assertThat(made.error()).isInfinite();
      assertThat(made.whyNotKnown()).contains("There is no second way.");
    }
    assertThat(open.minus(sure).value()).isEqualTo(4);
  }

  @Test
  void anInfiniteErrorIsNone() {
    assertThat(new Estimate(1, Double.POSITIVE_INFINITY).errorIsKnown()).isFalse();
    assertThat(Estimate.exact(1).widened(0.5)).isEqualTo(new Estimate(1, 0.5));
  }

  @Test
  void anErrorIsNotNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(1, -1e-9));
    assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(1, Double.NaN));
  }
}
