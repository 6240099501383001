package qbattery.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import qbattery.model.Graph;
import qbattery.quantum.Space;

/** The options that say how many cells there are and which of them are linked. */
final class GraphOptions {

  private static final List<String> GRAPHS =
      List.of("linear", "circular", "central", "symmetric", "links");

  @Parameters(
      paramLabel = "GRAPH",
      description = "linear, circular, central (a star), symmetric (all with all), or links.")
  private String graphName = "";

  @Option(
      names = "--cells",
      paramLabel = "N",
      description = "Number of cells (default: ${DEFAULT-VALUE}).")
  private int cells = 5;

  @Option(
      names = "--links",
      paramLabel = "A-B",
      split = ",",
      description = "With the graph 'links': the links, cells counted from 1, as in 1-2,2-3,1-3.")
  private List<String> links = new ArrayList<>();

  GraphOptions() {}

  Graph graph(CommandLine command) {
    if (links.isEmpty() == graphName.equals("links")) {
      throw new ParameterException(
          command,
          links.isEmpty()
              ? "The graph 'links' needs its links: --links 1-2,2-3."
              : "Links are given, so the graph is 'links', not '%s'.".formatted(graphName));
    }
    return NetworkOptions.refusing(
        command,
        () -> {
          Space.cells(Math.max(1, cells)); // too many are refused before their links are made
          return switch (graphName) {
            case "linear" -> Graph.linear(cells);
            case "circular" -> Graph.circular(cells);
            case "central" -> Graph.central(cells);
            case "symmetric" -> Graph.symmetric(cells);
            case "links" -> Graph.ofLinks("given", cells, pairs(command));
            default -> throw Choice.unknown("graph", graphName, GRAPHS, command);
          };
        });
  }

  private int[][] pairs(CommandLine command) {
    int[][] pairs = new int[links.size()][];
    for (int k = 0; k < pairs.length; k++) {
      String[] ends = links.get(k).split("-", -1);
      if (ends.length != 2 || !ends[0].matches("[0-9]{1,4}") || !ends[1].matches("[0-9]{1,4}")) {
        throw new ParameterException(
            command,
            "'%s' is not a link; a link is two cells with a dash between, such as 1-2."
                .formatted(links.get(k)));
      }
      pairs[k] = new int[] {Integer.parseInt(ends[0]) - 1, Integer.parseInt(ends[1]) - 1};
    }
    return pairs;
  }
}
