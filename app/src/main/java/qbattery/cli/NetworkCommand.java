package qbattery.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import qbattery.study.Errors;

/** {@code qb network}. */
@Command(
    name = "network",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Evolves a network of cells of your own and prints what is measured, with errors, as CSV.",
      "It writes a battery file from its options and runs it; --yaml prints the file. First it says"
          + " in which form it evolves the state, why, and what memory that takes."
    })
final class NetworkCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private NetworkOptions options = new NetworkOptions();

  @Mixin private TemplateOptions template = new TemplateOptions();

  @Option(
      names = "--to",
      paramLabel = "T",
      description = "Last time, in units of the inverse rate (default: ${DEFAULT-VALUE}).")
  private String to = "3";

  @Option(
      names = "--count",
      paramLabel = "K",
      description = "Number of times from 0 on (default: ${DEFAULT-VALUE}).")
  private String count = "31";

  @Option(
      names = "--measures",
      paramLabel = "NAMES",
      description =
          "Measures of battery files with commas between, such as energy, ergotropy, efficiency,"
              + " coherence, concurrence (mean over the links), entropy, '{measure: entropy, of:"
              + " cell[1]}' (default: ${DEFAULT-VALUE}). Energy and concurrence are quickest: they"
              + " need no large matrix.")
  private String measures = "energy,ergotropy,efficiency";

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description = "usual, tight or exact (default: ${DEFAULT-VALUE}).")
  private String method = "tight";

  @Option(
      names = "--form",
      paramLabel = "FORM",
      description =
          "smallest, 'full matrix', 'pauli coefficients', 'excitation sectors' or 'state vector'"
              + " (default: ${DEFAULT-VALUE}).")
  private String form = "smallest";

  @Option(
      names = "--errors",
      paramLabel = "WHICH",
      description = "usual (default): a second computation gives the error of every number; none.")
  private Errors errors = Errors.USUAL;

  NetworkCommand() {}

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    FileTemplate file = options.file(command);
    file.line("times:").entry("--to", "  to", to).entry("--count", "  count", count);
    file.line("measures:");
    for (String measure : FileTemplate.items(measures)) {
      file.given("--measures", "  - ", measure(measure, command));
    }
    file.entry("--method", "method", method).entry("--form", "form", form);
    return template.run(
        file,
        errors,
        command,
        study -> {
          study.plan().forEach(line -> command.getErr().println("state: " + line));
          command.getErr().flush(); // what follows may take long, or more memory than there is
        },
        outcome -> {
          command.getOut().print(outcome.curves().data().toCsv());
          return 0;
        });
  }

  private String measure(String word, CommandLine command) {
    return "concurrence".equals(word)
        ? "{measure: concurrence, graph: %s, name: concurrence}".formatted(options.graph(command))
        : word;
  }
}
