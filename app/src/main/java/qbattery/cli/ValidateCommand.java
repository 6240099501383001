package qbattery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
import qbattery.file.WrongFileException;
import qbattery.paper.Paper;
import qbattery.paper.file.PaperFiles;

/** {@code qb validate}. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Checks files of batteries and papers: all mistakes at once, each with line and column.",
      "The exit status is 1 if a file is wrong."
    })
final class ValidateCommand implements Callable<Integer> {

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
            "There is no file '%s'; 'qb new %s' writes one to begin with.".formatted(file, file));
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    int status = ExitCode.OK;
    for (Path file : files) {
      try {
        out.println("%s: in order: %s.".formatted(file, summary(file)));
      } catch (WrongFileException e) {
        out.println(e.getMessage());
        int count = e.problems().size();
        out.println(
            "%s: %s to mend.".formatted(file, count == 1 ? "one thing" : count + " things"));
        status = ExitCode.SOFTWARE;
      }
    }
    return status;
  }

  private String summary(Path file) throws IOException {
    if (!PaperFiles.isPaper(file)) {
      return BatteryFiles.read(file, overrides).summary();
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

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
