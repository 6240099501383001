// A shell for batteries: jshell --class-path "$(./qb class-path)" docs/start.jsh
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import qbattery.dynamics.*;
import qbattery.dynamics.currents.*;
import qbattery.dynamics.events.*;
import qbattery.experiment.*;
import qbattery.file.*;
import qbattery.linalg.*;
import qbattery.measure.*;
import qbattery.model.*;
import qbattery.quantum.*;
import qbattery.report.*;
import qbattery.statistics.*;
import qbattery.steady.*;
import qbattery.study.*;
import static qbattery.measure.Measure.*;

Outcome run(String file, String... sets) throws java.io.IOException {
  return Study.of(BatteryFiles.read(Path.of(file), List.of(sets))).run(Workbench.inMemory());
}

System.out.println("run(\"battery.yaml\", \"parameters.J=2\").curves().column(\"energy\") runs a battery file.");
