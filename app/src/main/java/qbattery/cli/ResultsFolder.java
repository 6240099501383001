package qbattery.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option that names the folder for results. */
final class ResultsFolder {

  /** Where results go if no folder is named. */
  static final Path USUAL = Path.of("out");

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description =
          "Where results go, in a folder named after the paper or the file (default: out).")
  private Path folder = USUAL;

  ResultsFolder() {}

  Path named(CommandLine command) {
    if (folder.toString().isEmpty()) {
      throw new ParameterException(command, "--out is empty; it names the folder for results.");
    }
    return Destinations.folder(folder, command);
  }
}
