package qbattery.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import qbattery.model.CellNetwork;
import qbattery.model.Graph;
import qbattery.model.InitialState;

/** The options that describe a network of cells and its start. */
final class NetworkOptions {

  private static final List<String> GRAPHS =
      List.of("linear", "circular", "central", "symmetric", "links");
  private static final List<String> STARTS = List.of("coherent", "classical", "full");

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

  @Option(
      names = "--coupling",
      paramLabel = "J",
      split = ",",
      description =
          "J of every link, or one number a link with commas between (default: 2, as in santos2021).")
  private List<Double> coupling = List.of(2.0);

  @Option(
      names = "--decay",
      paramLabel = "G",
      split = ",",
      description = "Decay rate of every cell, or one a cell; the unit of rate (default: 1).")
  private List<Double> decay = List.of(1.0);

  @Option(
      names = "--intracell",
      paramLabel = "G_icl",
      split = ",",
      description = "Intracell decay rate of every link, or one a link (default: 0.5).")
  private List<Double> intracell = List.of(0.5);

  @Option(
      names = "--start",
      paramLabel = "START",
      description =
          "coherent ((|e>+|g>)/sqrt 2 in each cell), classical (3/4 |e><e| + 1/4 |g><g|) or full"
              + " (default: ${DEFAULT-VALUE}).")
  private String startName = "coherent";

  NetworkOptions() {}

  Graph graph(CommandLine command) {
    if (links.isEmpty() == graphName.equals("links")) {
      throw new ParameterException(
          command,
          links.isEmpty()
              ? "The graph 'links' needs its links: --links 1-2,2-3."
              : "Links are given, so the graph is 'links', not '%s'.".formatted(graphName));
    }
    return refusing(
        command,
        () ->
            switch (graphName) {
              case "linear" -> Graph.linear(cells);
              case "circular" -> Graph.circular(cells);
              case "central" -> Graph.central(cells);
              case "symmetric" -> Graph.symmetric(cells);
              case "links" -> Graph.ofLinks("given", cells, pairs(command));
              default -> throw Choice.unknown("graph", graphName, GRAPHS, command);
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

  CellNetwork network(CommandLine command) {
    Graph graph = graph(command);
    int count = graph.links().size();
    return refusing(
        command,
        () ->
            new CellNetwork(
                graph,
                each(List.of(1.0), graph.cells()),
                each(coupling, count),
                each(decay, graph.cells()),
                each(intracell, count)));
  }

  /** One number for all, or as given. */
  private static List<Double> each(List<Double> given, int count) {
    return given.size() == 1 ? Collections.nCopies(count, given.get(0)) : given;
  }

  InitialState start(CommandLine command) {
    return switch (startName) {
      case "coherent" -> new InitialState.Coherent();
      case "classical" -> new InitialState.Classical(0.75);
      case "full" -> new InitialState.FullyExcited();
      default -> throw Choice.unknown("start", startName, STARTS, command);
    };
  }

  /** What the model refuses is a mistake of the user's, who is told in the model's own sentence. */
  static <T> T refusing(CommandLine command, Supplier<T> model) {
    try {
      return model.get();
    } catch (IllegalArgumentException refusal) {
      throw new ParameterException(
          command,
          Optional.ofNullable(refusal.getMessage()).orElse("The network is not possible."),
          refusal);
    }
  }
}
