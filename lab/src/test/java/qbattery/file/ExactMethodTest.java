package qbattery.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qbattery.file.tree.WrongFileException;

/** Where the exact method serves, and that a file says where it does not. */
class ExactMethodTest {

  private static Reading read(String parts, String more) {
    return BatteryFiles.parse(
        "exact.yaml",
        """
        battery: exact
        parts: [%s]
        %s
        start: plus
        times: [0, 1]
        measures: [energy]
        method: exact
        """
            .formatted(parts, more),
        List.of());
  }

  @Test
  void thirtyTwoLevelsAreServed() {
    Reading reading = read("{cells: 5}", "storage: number(cell)\nchannels: [{decay: 1}]");
    assertThat(reading.setup(Map.of(), () -> 0.5).dimension()).isEqualTo(32);
  }

  @Test
  void whatIsTooLargeIsSaidWithItsPlace() {
    assertThatThrownBy(
            () ->
                read(
                    "{cells: 5}",
                    "storage: number(cell)\ninteraction: [\"sigma_x(cell[1])*sigma_x(cell[2])*sigma_x(cell[3])*sigma_x(cell[4])*sigma_x(cell[5])\", number(cell), sigma_x(cell)]"))
        .isInstanceOf(WrongFileException.class)
        .hasMessageContaining("exact.yaml:8:")
        .hasMessageContaining("act on each other");
  }

  @Test
  void aDriveThatChangesIsSaidWithItsPlace() {
    assertThatThrownBy(
            () ->
                read(
                    "{cells: 1}",
                    "storage: number(cell)\ndrives: [{operator: sigma_x(cell), envelope: {sine: {amplitude: 1, frequency: 1}}}]"))
        .isInstanceOf(WrongFileException.class)
        .hasMessageContaining("exact.yaml:8:")
        .hasMessageContaining("jump");
  }
}
