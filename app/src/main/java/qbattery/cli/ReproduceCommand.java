package qbattery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import qbattery.claim.Claim;
import qbattery.paper.Paper;
import qbattery.report.ClaimsText;
import qbattery.report.FigureBundle;
import qbattery.report.FigureFiles;
import qbattery.report.Json;
import qbattery.report.OutputFolder;
import qbattery.report.RunRecord;

/** {@code qb reproduce}. */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Computes a paper anew: draws its figures and judges its claims.",
      "With FIGURE, draws that figure alone."
    })
final class ReproduceCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "PAPER", description = "The paper; 'qb list' names them.")
  private String paperName = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FIGURE",
      description = "One figure of it; all figures and claims where none is named.")
  private Optional<String> figureName = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where results go, in a folder named after the paper (default: out).")
  private Path folder = Path.of("out");

  @Override
  public Integer call() throws Exception {
    if (folder.toString().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--out is empty; it names the folder for results.");
    }
    Paper paper = Choice.paper(paperName, spec.commandLine());
    List<Paper.Figure> figures =
        figureName.isPresent()
            ? List.of(Choice.figure(paper, figureName.get(), spec.commandLine()))
            : paper.figures();
    List<Claim> claims = figureName.isPresent() ? List.of() : paper.claims();
    PrintWriter out = spec.commandLine().getOut();
    Progress drawing = new Progress(spec.commandLine().getErr(), figures.size());
    Path results = folder.resolve(paper.id());
    for (Paper.Figure figure : figures) {
      drawing.lasting(figure.id() + ": " + figure.title(), () -> write(paper, figure, results));
    }
    if (!claims.isEmpty()) {
      List<Claim.Finding> findings = CheckCommand.judged(claims, spec);
      Map<String, byte[]> files = new LinkedHashMap<>();
      files.put("claims.json", Json.findings(findings).getBytes(StandardCharsets.UTF_8));
      files.put("claims.txt", ClaimsText.details(findings).getBytes(StandardCharsets.UTF_8));
      OutputFolder.write(results.resolve("claims"), files);
      out.println();
      out.print(ClaimsText.table(findings));
    }
    for (Paper.Figure figure : figures) {
      out.println("figure: " + results.resolve(figure.id()).resolve(figure.id() + ".png"));
    }
    if (!claims.isEmpty()) {
      out.println("claims: " + results.resolve("claims").resolve("claims.txt") + " (with reasons)");
    }
    return 0;
  }

  private static Path write(Paper paper, Paper.Figure figure, Path results) throws IOException {
    Instant started = Instant.now();
    long clock = System.nanoTime();
    FigureBundle bundle = figure.drawing().draw();
    RunRecord run = RunRecord.here(started, Duration.ofNanos(System.nanoTime() - clock));
    Path target = results.resolve(figure.id());
    OutputFolder.write(target, FigureFiles.of(paper.id(), figure.id(), bundle, run));
    return target;
  }
}
