package qbattery.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import qbattery.quantum.Space;

/** The options that say how many cells there are and which of them are linked. */
final class GraphOptions {

  private static final String GIVEN = "links";

  @Parameters(
      paramLabel = "GRAPH",
      description = "linear, circular, central (a star), symmetric (all with all), or links.")
  private String graph = "";

  @Option(
      names = "--cells",
      paramLabel = "N",
      description = "Number of cells (default: ${DEFAULT-VALUE}).")
  private String cells = "5";

  @Option(
      names = "--links",
      paramLabel = "A-B",
      split = ",",
      description = "With the graph 'links': the links, cells counted from 1, as in 1-2,2-3,1-3.")
  private List<String> links = List.of();

  @Option(
      names = "--frequency",
      paramLabel = "W",
      description = "Level spacing of every cell, or one a cell with commas between (default: 1).")
  private String frequency = "1";

  GraphOptions() {}

  /** A file that begins with cells along a graph. */
  FileTemplate network(CommandLine command) {
    int count = count(command);
    return new FileTemplate()
        .line(
            "battery: %s network of %s"
                .formatted(
                    graph.replaceAll("[^a-z]", ""), count == 1 ? "one cell" : count + " cells"))
        .line("network:")
        .entry("GRAPH", "  graph", graph(command))
        .entry("--cells", "  cells", cells)
        .entry("--frequency", "  frequency", FileTemplate.amount(frequency));
  }

  /** The graph, as a file has it. */
  String graph(CommandLine command) {
    if (links.isEmpty() == graph.equals(GIVEN)) {
      throw new ParameterException(
          command,
          links.isEmpty()
              ? "The graph 'links' needs its links: --links 1-2,2-3."
              : "Links are given, so the graph is 'links', not '%s'.".formatted(graph));
    }
    return links.isEmpty()
        ? graph
        : links.stream()
            .map(link -> pair(link, command))
            .collect(Collectors.joining(", ", "{links: [", "]}"));
  }

  private String pair(String link, CommandLine command) {
    if (!link.matches("[0-9]{1,4}-[0-9]{1,4}")) {
      throw new ParameterException(
          command,
          "'%s' is not a link; a link is two cells with a dash between, such as 1-2."
              .formatted(link));
    }
    for (String end : link.split("-", -1)) {
      if (Integer.parseInt(end) < 1 || Integer.parseInt(end) > count(command)) {
        throw new ParameterException(
            command,
            "The link '%s' leads out of the network; its cells are 1 to %s."
                .formatted(link, cells));
      }
    }
    return "[" + link.replace("-", ", ") + "]";
  }

  /** How many cells there are, for what a file says of each. */
  int count(CommandLine command) {
    int count = cells.matches("[0-9]{1,9}") ? Integer.parseInt(cells) : 0;
    if (count < 1 || count > Space.MAX_CELLS) {
      throw new ParameterException(
          command,
          "--cells takes a whole number from 1 to %d, not '%s'.".formatted(Space.MAX_CELLS, cells));
    }
    return count;
  }

  String frequency() {
    return frequency;
  }
}
