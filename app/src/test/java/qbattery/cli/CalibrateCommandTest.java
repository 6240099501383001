package qbattery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import qbattery.catalogue.Catalogue;
import qbattery.experiment.Laboratory;
import qbattery.paper.CalibrationReport;
import qbattery.report.FigureBundle;

class CalibrateCommandTest {

  @TempDir private Path temp;

  /** Any figure will do; this one needs no ensemble. */
  private static FigureBundle figure(Laboratory laboratory) {
    return Catalogue.papers().get(0).figures().get(0).drawing().draw(laboratory);
  }

  @Test
  void theFindingsArePrintedAndWrittenBesideTheFigures() throws Exception {
    StringWriter out = new StringWriter();
    LaboratoryOptions options = new LaboratoryOptions();
    CommandLine command = new CommandLine(options).setErr(new PrintWriter(new StringWriter()));
    command.parseArgs();
    options.carryOut(
        command,
        temp,
        session -> {
          CalibrateCommand.carryOut(
              "some2020",
              laboratory ->
                  new CalibrationReport("J = 2 fits best.", Map.of("coupling", figure(laboratory))),
              temp,
              session,
              new PrintWriter(out));
          return 0;
        });
    Path folder = temp.resolve("some2020/calibration");
    assertThat(out)
        .hasToString(
            "J = 2 fits best.\nfigure: %s%n".formatted(folder.resolve("coupling/coupling.png")));
    assertThat(Files.readString(folder.resolve("calibration.txt"))).isEqualTo("J = 2 fits best.\n");
    assertThat(folder.resolve("coupling/coupling.svg")).isRegularFile();
    assertThat(folder.resolve("coupling/provenance.json"))
        .content()
        .contains("some2020/calibration/coupling");
  }
}
