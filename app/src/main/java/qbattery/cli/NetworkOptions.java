package qbattery.cli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that describe cells that leak together, and their start. */
final class NetworkOptions {

  @Mixin private GraphOptions graph = new GraphOptions();

  @Option(
      names = "--coupling",
      paramLabel = "J",
      description =
          "J of every link, or one number a link with commas between (default: 2, as in santos2021).")
  private String coupling = "2";

  @Option(
      names = "--decay",
      paramLabel = "G",
      description = "Decay rate of every cell, or one a cell; the unit of rate (default: 1).")
  private String decay = "1";

  @Option(
      names = "--intracell",
      paramLabel = "G_icl",
      description = "Intracell decay rate of every link, or one a link (default: 0.5).")
  private Optional<String> intracell = Optional.empty();

  @Option(
      names = "--start",
      paramLabel = "START",
      description =
          "As in a battery file: plus ((|e> + |g>)/sqrt 2 in each cell), excited, ground,"
              + " '{mixture: 0.75}' (3/4 |e><e| + 1/4 |g><g|), '{thermal: 0.5}', ... (default:"
              + " ${DEFAULT-VALUE}).")
  private String start = "plus";

  NetworkOptions() {}

  /** A file that begins with these cells and their start. */
  FileTemplate file(CommandLine command) {
    FileTemplate file =
        graph
            .network(command)
            .entry("--coupling", "  coupling", FileTemplate.amount(coupling))
            .entry("--decay", "  decay", FileTemplate.amount(decay));
    if (graph.count(command) > 1) {
      file.entry("--intracell", "  intracell", FileTemplate.amount(intracell.orElse("0.5")));
    } else if (intracell.isPresent()) {
      throw new ParameterException(
          command, "One cell has no links, so it has no --intracell; leave it out.");
    }
    return file.entry("--start", "start", start);
  }

  /** The graph, as a file has it. */
  String graph(CommandLine command) {
    return graph.graph(command);
  }
}
