package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.report.DescribedTable;

/** How tests compute a battery file, and a small one that many of them use. */
final class Studies {

  static final String CELL =
      """
      battery: one leaking cell
      parameters: {Gamma: 1}
      parts: [{cells: 1}]
      storage: 2*number(cell)
      channels: [{decay: Gamma}]
      start: plus
      times: {to: 3, count: 16}
      measures: [energy, ergotropy, power, purity]
      results:
        - half life: energy
        - {crossing: energy, value: 0.9, name: nine tenths}
        - initial: energy
        - final: energy
        - steady: energy
      """;

  private Studies() {}

  static Outcome run(String text, String... sets) {
    return Study.of(BatteryFiles.parse("test.yaml", text, List.of(sets))).run(Workbench.inMemory());
  }

  static double only(DescribedTable table, String column) {
    assertThat(table.column(column)).hasSize(1);
    return table.column(column)[0];
  }

  /** A result is off by no more than the error that the table states. */
  static void assertHolds(DescribedTable results, String name, double expected) {
    double error = only(results, "error of " + name);
    assertThat(error).as("error of " + name).isFinite();
    assertThat(only(results, name)).as(name).isCloseTo(expected, within(error));
  }
}
