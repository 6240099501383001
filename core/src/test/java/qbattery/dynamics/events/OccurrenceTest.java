package qbattery.dynamics.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OccurrenceTest {

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-160, 1, 1e160, 1e300})
  void aCurveInOtherUnitsIsPassedAtTheSameTime(double unit) {
    // the curve 1 + t + t^2/2 passes 1.01 after 0.00995
    Occurrence passage = new Occurrence(0, unit, 0, 0, unit, 1);
    assertThat(passage.shift(0.01 * unit)).isCloseTo(1 - Math.sqrt(0.98), within(1e-15));
  }

  @Test
  void aCurveThatBendsBackMayNotReachTheLevel() {
    assertThat(new Occurrence(0, 1, 0, 0, 1, 1).shift(0.6)).isInfinite();
    assertThat(new Occurrence(0, 1, 0, 0, 0, 0).shift(1e-9)).isInfinite();
  }
}
