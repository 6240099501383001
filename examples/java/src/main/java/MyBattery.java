import java.util.List;
import qbattery.dynamics.Evolution;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.measure.Estimate;
import qbattery.measure.Measure;
import qbattery.model.Battery;
import qbattery.model.Channels;
import qbattery.model.InitialState;
import qbattery.quantum.Space;
import qbattery.report.Numbers;
import qbattery.study.Outcome;
import qbattery.study.Study;

/** How long a leaking cell keeps half of its ergotropy: from records, and from a battery file. */
public final class MyBattery {

  private MyBattery() {}

  public static void main(String[] args) {
    Space space = Space.cells(1);
    Battery battery = Battery.ofCells("my cell", 1, 1.0, List.of(Channels.decay(space, 1.0)));
    Estimate halfLife =
        Evolution.of(battery, new InitialState.Coherent())
            .over(3)
            .withErrors()
            .halfLife(Measure.ERGOTROPY)
            .orElseThrow();
    System.out.println("records: " + Numbers.within(halfLife.value(), halfLife.error()));

    String file =
        """
        battery: my cell
        parts: [{cells: 1}]
        storage: number(cell)
        channels: [{decay: 1}]
        start: plus
        times: {to: 3, count: 31}
        measures: [ergotropy]
        results: [{half life: ergotropy}]
        """;
    Outcome outcome =
        Study.of(BatteryFiles.parse("my-cell.yaml", file, List.of())).run(Workbench.inMemory());
    double value = outcome.results().column("half life of ergotropy")[0];
    double error = outcome.results().column("error of half life of ergotropy")[0];
    System.out.println("file: " + Numbers.within(value, error));
  }
}
