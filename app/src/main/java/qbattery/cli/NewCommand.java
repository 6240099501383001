package qbattery.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import qbattery.file.StartingFile;
import qbattery.file.words.JsonSchema;
import qbattery.file.words.Reference;
import qbattery.paper.file.PaperFiles;
import qbattery.report.WholeFile;

/** {@code qb new}. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Writes a commented file that describes a battery, to begin with.",
      "Beside it goes " + StartingFile.SCHEMA + ", which lets editors complete and check it.",
      "With --paper, a file that puts a paper to the test, with a battery file beside it."
    })
final class NewCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The file to write (default: battery.yaml, or paper.yaml); it must not exist.")
  private Optional<Path> named = Optional.empty();

  @Option(names = "--paper", description = "Write a paper file.")
  private boolean paper;

  @Option(names = "--schema", description = "Print the JSON Schema of such files, write nothing.")
  private boolean schema;

  @Option(
      names = "--reference",
      description =
          "Print all words of such files with their meanings, as Markdown; with FILE, renew them"
              + " there.")
  private boolean reference;

  @Override
  public Integer call() throws IOException {
    if (reference) {
      return reference();
    }
    if (schema) {
      spec.commandLine().getOut().print(paper ? PaperFiles.schema() : JsonSchema.text());
      return 0;
    }
    Path file = named.orElse(Path.of(paper ? "paper.yaml" : "battery.yaml"));
    Path folder = file.toAbsolutePath();
    Path battery = paper ? folder.resolveSibling(PaperFiles.BATTERY) : file;
    for (Path one : List.of(file, battery)) {
      Destinations.file(one, spec.commandLine());
      if (Files.exists(one)) {
        throw new ParameterException(
            spec.commandLine(),
            "'%s' exists already, and is not overwritten; give another name%s."
                .formatted(one, one.equals(file) ? "" : " to it, or another folder to the paper"));
      }
    }
    if (paper) {
      write(file, PaperFiles.startingFile());
      write(battery, PaperFiles.startingBattery());
      schema(folder.resolveSibling(PaperFiles.SCHEMA), PaperFiles.schema());
    } else {
      write(file, StartingFile.text());
    }
    schema(folder.resolveSibling(StartingFile.SCHEMA), JsonSchema.text());
    spec.commandLine()
        .getOut()
        .println("Wrote %s. Check it with './qb validate %s' after changes.".formatted(file, file));
    return 0;
  }

  private int reference() throws IOException {
    String words = paper ? PaperFiles.reference() : Reference.batteryFiles();
    if (named.isEmpty()) {
      spec.commandLine().getOut().print(words);
      return 0;
    }
    try {
      Path page = named.get();
      write(page, Reference.renewed(Files.readString(page), words));
      return 0;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void schema(Path file, String text) throws IOException {
    if (!Files.exists(file)) {
      write(file, text);
    }
  }
}
