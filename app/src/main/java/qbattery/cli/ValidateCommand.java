package qbattery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import qbattery.file.BatteryFiles;
import qbattery.file.Everywhere;
import qbattery.file.Reading;
import qbattery.file.Remarks;
import qbattery.file.tree.WrongFileException;
import qbattery.paper.Paper;
import qbattery.paper.file.PaperFiles;
import qbattery.study.Errors;
import qbattery.study.Study;

/** {@code qb validate}. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Checks files of batteries and papers: all mistakes at once, each with line and column.",
      "The exit status is 2 if a file is wrong."
    })
final class ValidateCommand implements Callable<Integer> {

  /** A sweep of very many places is looked at for so long. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Check with another value, as in --set parameters.J=2; may be repeated.")
  private List<String> overrides = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        throw new ParameterException(
            spec.commandLine(), "'%s' is a folder, not a file.".formatted(file));
      }
      if (!Files.exists(file)) {
        throw new ParameterException(
            spec.commandLine(),
            MissingFile.sentence(file, "'./qb new %s' writes one to begin with.".formatted(file)));
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    int status = ExitCode.OK;
    for (Path file : files) {
      try {
        out.println("%s: in order: %s.".formatted(file, summary(file)));
        if (!PaperFiles.isPaper(file)) {
          Remarks.of(BatteryFiles.read(file, overrides))
              .forEach(remark -> out.println("note: " + remark.in(String.valueOf(file))));
        }
      } catch (WrongFileException e) {
        out.println(e.getMessage());
        int count = e.problems().size();
        out.println(
            "%s: %s to mend.".formatted(file, count == 1 ? "one thing" : count + " things"));
        status = ExitCode.USAGE;
      } catch (IllegalArgumentException e) {
        out.println("%s: %s".formatted(file, e.getMessage()));
        status = ExitCode.USAGE;
      }
    }
    return status;
  }

  private String summary(Path file) throws IOException {
    if (!PaperFiles.isPaper(file)) {
      return battery(BatteryFiles.read(file, overrides));
    }
    if (!overrides.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--set changes a battery file; '%s' is that of a paper, where 'set' does it."
              .formatted(file));
    }
    Paper paper = PaperFiles.read(file);
    return "%s, %s, %s"
        .formatted(
            paper.id(),
            counted(paper.figures().size(), "figure"),
            counted(paper.claims().size(), "claim"));
  }

  private static String battery(Reading reading) {
    Everywhere looked = Everywhere.look(reading, PATIENCE);
    Study.of(reading, Errors.NONE); // what cannot be measured or held is refused
    return looked.looked() < looked.places()
        ? "%s; %d of them were looked at".formatted(reading.summary(), looked.looked())
        : reading.summary();
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
