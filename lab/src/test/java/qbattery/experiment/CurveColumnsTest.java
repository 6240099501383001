package qbattery.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
}
