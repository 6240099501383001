package qbattery.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import qbattery.study.Errors;
import qbattery.study.LongTimeText;

/** {@code qb steady}. */
@Command(
    name = "steady",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Says what becomes of coupled cells in contact with reservoirs after a long time: one steady"
          + " state, several (and which of them this start comes to), or oscillation without end;"
          + " with a certificate, the currents, and a warning where the model is doubtful.",
      "It writes a battery file from its options and runs it; --yaml prints the file.",
      "The exit status is 3 where this could not be decided."
    })
final class SteadyCommand implements Callable<Integer> {

  /** The computation came to no answer; the reason is printed. */
  private static final int UNDECIDED = 3;

  private static final String TOGETHER = "together";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private GraphOptions graph = new GraphOptions();

  @Mixin private TemplateOptions template = new TemplateOptions();

  @Option(
      names = "--coupling",
      paramLabel = "J",
      description = "J of every link, or one a link with commas between (default: 1).")
  private String coupling = "1";

  @Option(
      names = "--reservoir",
      paramLabel = "KIND",
      description = "fermionic or bosonic (default: ${DEFAULT-VALUE}).")
  private String kind = "fermionic";

  @Option(
      names = "--acts",
      paramLabel = "HOW",
      description =
          "each (a reservoir for each cell) or together (one for all cells) (default:"
              + " ${DEFAULT-VALUE}).")
  private String acts = "each";

  @Option(
      names = "--rate",
      paramLabel = "G",
      description = "Coupling rate to the reservoir of every cell, or one a cell (default: 1).")
  private String rate = "1";

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "Temperature of every reservoir, or one a cell; 0 or larger (default: 1).")
  private String temperature = "1";

  @Option(
      names = "--chemical-potential",
      paramLabel = "MU",
      description = "Chemical potential of every fermion reservoir, or one a cell (default: 0).")
  private Optional<String> potential = Optional.empty();

  @Option(
      names = "--reservoir-frequency",
      paramLabel = "W",
      description =
          "Frequency at which the reservoirs' occupation is taken (default: the level spacing of"
              + " the cell).")
  private Optional<String> asked = Optional.empty();

  @Option(
      names = "--start",
      paramLabel = "START",
      description =
          "Where it starts, if that matters, as in a battery file: ground, excited, plus,"
              + " '{mixture: 0.75}', ... (default: ${DEFAULT-VALUE}).")
  private String start = "ground";

  SteadyCommand() {}

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    return template.run(
        file(command),
        Errors.USUAL,
        command,
        study -> {},
        outcome -> {
          LongTimeText text = LongTimeText.of(outcome);
          command.getOut().print(text.text());
          text.warnings().forEach(warning -> command.getErr().println("warning: " + warning));
          return text.isKnown() ? 0 : UNDECIDED;
        });
  }

  private FileTemplate file(CommandLine command) {
    int cells = graph.count(command);
    FileTemplate file = graph.network(command);
    file.entry("--coupling", "  coupling", FileTemplate.amount(coupling));
    List<String> reservoirs = new ArrayList<>();
    file.line("channels:");
    if (TOGETHER.equals(acts)) {
      reservoirs.add("common reservoir");
      reservoir(file, 0, 1, command);
      file.line("    name: common reservoir");
    } else {
      for (int k = 0; k < cells; k++) {
        reservoirs.add("reservoir of cell " + (k + 1));
        reservoir(file, k, cells, command);
        file.line("    of: cell[%d]".formatted(k + 1));
        file.line("    name: " + reservoirs.get(k));
      }
    }
    file.entry("--start", "start", start).line("times: [0]");
    file.line("measures:").line("  - energy").line("  - ergotropy");
    for (int k = 1; k <= cells; k++) {
      file.line("  - {measure: population, of: 'cell[%d]', excitations: 1}".formatted(k));
      file.line("  - {measure: ergotropy, of: 'cell[%d]'}".formatted(k));
    }
    for (String reservoir : reservoirs) {
      file.line("  - {measure: energy current, of: %s}".formatted(reservoir));
      file.line("  - {measure: excitation current, of: %s}".formatted(reservoir));
    }
    return file.line("outputs:").line("  - long times: steady.txt");
  }

  /** A reservoir, whose numbers are those of a cell. */
  private void reservoir(FileTemplate file, int cell, int count, CommandLine command) {
    file.entry("--reservoir", "  - reservoir", kind);
    file.entry("--acts", "    acts", acts);
    file.entry("--rate", "    rate", of("--rate", rate, cell, count, command));
    file.entry(
        asked.isPresent() ? "--reservoir-frequency" : "--frequency",
        "    frequency",
        asked.orElseGet(() -> of("--frequency", graph.frequency(), cell, count, command)));
    file.entry(
        "--temperature", "    temperature", of("--temperature", temperature, cell, count, command));
    potential.ifPresent(
        mu ->
            file.entry(
                "--chemical-potential",
                "    chemical potential",
                of("--chemical-potential", mu, cell, count, command)));
  }

  /** What an option says of a reservoir. */
  private static String of(String option, String value, int cell, int count, CommandLine command) {
    List<String> each = FileTemplate.items(value);
    if (each.size() == 1 || (count == 1 && each.stream().distinct().count() == 1)) {
      return each.get(0);
    }
    if (each.size() != count) {
      throw new ParameterException(
          command,
          count == 1
              ? "One reservoir for all cells (--acts together) has one value of %s; %d were given."
                  .formatted(option, each.size())
              : "%s takes one number, or one for each of the %d cells; %d were given."
                  .formatted(option, count, each.size()));
    }
    return each.get(cell);
  }
}
