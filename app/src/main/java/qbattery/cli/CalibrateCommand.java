package qbattery.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import qbattery.catalogue.Catalogue;
import qbattery.paper.Calibration;
import qbattery.paper.CalibrationReport;
import qbattery.paper.Paper;
import qbattery.report.FigureBundle;
import qbattery.report.FigureFiles;
import qbattery.report.OutputFolder;
import qbattery.report.RunRecord;
import qbattery.report.WholeFile;

/** {@code qb calibrate}. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Finds a number that a paper does not print: computes what the paper shows for many values of"
          + " it, and says which fit.",
      "Prints what was found; figures go to a folder 'calibration' beside those of the paper."
    })
final class CalibrateCommand implements Callable<Integer> {

  private static final String NAME = "calibration";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "PAPER", description = "The paper; './qb list' names them.")
  private String paperName = "";

  @Mixin private ResultsFolder results = new ResultsFolder();

  @Mixin private LaboratoryOptions options = new LaboratoryOptions();

  @Override
  public Integer call() throws Exception {
    Path folder = results.named(spec.commandLine());
    Paper paper = Choice.paper(paperName, spec.commandLine());
    Calibration calibration = paper.calibration().orElseThrow(() -> without(paper));
    return options.carryOut(
        spec.commandLine(),
        folder,
        session -> {
          carryOut(paper.id(), calibration, folder, session, spec.commandLine().getOut());
          return 0;
        });
  }

  private ParameterException without(Paper paper) {
    List<String> others =
        Catalogue.papers().stream()
            .filter(p -> p.calibration().isPresent())
            .map(Paper::id)
            .toList();
    return new ParameterException(
        spec.commandLine(),
        "%s has no calibration: %s"
            .formatted(
                paper.id(),
                others.isEmpty()
                    ? "no paper here leaves open a number that could be found."
                    : "these papers have one: %s.".formatted(String.join(", ", others))));
  }

  /** Calibrates, prints what was found and writes it. */
  static void carryOut(
      String paper, Calibration calibration, Path folder, Session session, PrintWriter out)
      throws Exception {
    Path target = folder.resolve(paper).resolve(NAME);
    Instant started = Instant.now();
    long clock = System.nanoTime();
    Progress progress = session.progress(1);
    CalibrationReport report = progress.lasting(paper, NAME, () -> calibration.calibrate(session));
    RunRecord run = RunRecord.here(started, Duration.ofNanos(System.nanoTime() - clock));
    String text = report.text().strip() + "\n";
    for (Map.Entry<String, FigureBundle> figure : report.figures().entrySet()) {
      OutputFolder.write(
          target.resolve(figure.getKey()),
          FigureFiles.of(paper + "/" + NAME, figure.getKey(), figure.getValue(), run));
    }
    WholeFile.write(target.resolve(NAME + ".txt"), text.getBytes(StandardCharsets.UTF_8));
    out.print(text);
    for (String figure : report.figures().keySet()) {
      out.println("figure: " + target.resolve(figure).resolve(figure + ".png"));
    }
  }
}
