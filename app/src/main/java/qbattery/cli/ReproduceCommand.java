package qbattery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import qbattery.claim.Claim;
import qbattery.experiment.Laboratory;
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
      "With FIGURE, draws these figures alone."
    })
final class ReproduceCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "PAPER",
      description = "The paper: './qb list' names them; or a paper file.")
  private String paperName = "";

  @Parameters(
      index = "1",
      arity = "0..*",
      paramLabel = "FIGURE",
      description = "Figures of it; all figures and claims where none is named.")
  private List<String> figureNames = new ArrayList<>();

  @Mixin private ResultsFolder results = new ResultsFolder();

  @Mixin private LaboratoryOptions options = new LaboratoryOptions();

  @Override
  public Integer call() throws Exception {
    Path folder = results.named(spec.commandLine());
    Paper paper = Choice.paper(paperName, spec.commandLine());
    List<Paper.Figure> figures =
        figureNames.isEmpty()
            ? paper.figures()
            : figureNames.stream()
                .distinct()
                .map(f -> Choice.figure(paper, f, spec.commandLine()))
                .toList();
    List<Claim> claims = figureNames.isEmpty() ? paper.claims() : List.of();
    return options.carryOut(
        spec.commandLine(),
        folder,
        session -> write(paper, figures, claims, folder.resolve(paper.id()), session));
  }

  private int write(
      Paper paper, List<Paper.Figure> figures, List<Claim> claims, Path target, Session session)
      throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Progress drawing = session.progress(figures.size());
    for (Paper.Figure figure : figures) {
      drawing.lasting(figure.id(), figure.title(), () -> write(paper, figure, target, session));
    }
    if (!claims.isEmpty()) {
      List<Claim.Finding> findings = CheckCommand.judged(claims, session);
      Map<String, byte[]> files = new LinkedHashMap<>();
      files.put("claims.json", Json.findings(findings).getBytes(StandardCharsets.UTF_8));
      files.put("claims.txt", ClaimsText.details(findings).getBytes(StandardCharsets.UTF_8));
      OutputFolder.write(target.resolve("claims"), files);
      out.println();
      out.print(ClaimsText.table(findings));
    }
    for (Paper.Figure figure : figures) {
      out.println("figure: " + target.resolve(figure.id()).resolve(figure.id() + ".png"));
    }
    if (!figures.isEmpty()) {
      out.println(
          "beside each: .svg and .pdf without the caption, which is in caption.txt; the numbers in .csv");
    }
    if (!claims.isEmpty()) {
      out.println("claims: " + target.resolve("claims").resolve("claims.txt") + " (with reasons)");
    }
    return 0;
  }

  private static Path write(Paper paper, Paper.Figure figure, Path folder, Laboratory laboratory)
      throws IOException {
    Path target = folder.resolve(figure.id());
    Instant started = Instant.now();
    long clock = System.nanoTime();
    FigureBundle bundle = figure.drawing().draw(laboratory);
    RunRecord run = RunRecord.here(started, Duration.ofNanos(System.nanoTime() - clock));
    OutputFolder.write(target, FigureFiles.of(paper.id(), figure.id(), bundle, run));
    return target;
  }
}
