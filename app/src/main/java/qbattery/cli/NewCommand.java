package qbattery.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import qbattery.file.JsonSchema;
import qbattery.file.StartingFile;
import qbattery.report.WholeFile;

/** {@code qb new}. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Writes a commented file that describes a battery, to begin with.",
      "Beside it goes " + StartingFile.SCHEMA + ", which lets editors complete and check it."
    })
final class NewCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The file to write (default: ${DEFAULT-VALUE}); it must not exist.")
  private Path file = Path.of("battery.yaml");

  @Option(names = "--schema", description = "Print the JSON Schema of such files, write nothing.")
  private boolean schema;

  @Override
  public Integer call() throws IOException {
    if (schema) {
      spec.commandLine().getOut().print(JsonSchema.text());
      return 0;
    }
    if (Files.exists(file)) {
      throw new ParameterException(
          spec.commandLine(),
          "'%s' exists already, and is not overwritten; give another name.".formatted(file));
    }
    WholeFile.write(file, StartingFile.text().getBytes(StandardCharsets.UTF_8));
    Path beside = file.toAbsolutePath().resolveSibling(StartingFile.SCHEMA);
    if (!Files.exists(beside)) {
      WholeFile.write(beside, JsonSchema.text().getBytes(StandardCharsets.UTF_8));
    }
    spec.commandLine()
        .getOut()
        .println("Wrote %s. Check it with 'qb validate %s' after changes.".formatted(file, file));
    return 0;
  }
}
