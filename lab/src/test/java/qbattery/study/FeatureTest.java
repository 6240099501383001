package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeatureTest {

  private static Feature of(String kind) {
    return new Feature(kind, Optional.empty());
  }

  @Test
  void theFirstAndTheLastValueAreThoseThatAreWritten() {
    double[] v = {3, 1, 2};
    assertThat(of("initial").value(v).orElseThrow().value()).isEqualTo(3);
    assertThat(of("final").value(v).orElseThrow().value()).isEqualTo(2);
    assertThat(of("final").value(new double[] {1, Double.NaN})).isEmpty();
    assertThat(of("peak").value(v)).isEmpty(); // it is found on the way
  }
}
