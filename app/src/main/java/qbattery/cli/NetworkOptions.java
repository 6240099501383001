package qbattery.cli;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import qbattery.model.CellNetwork;
import qbattery.model.Graph;
import qbattery.model.InitialState;

/** The options that describe a network of cells and its start. */
final class NetworkOptions {

  private static final List<String> STARTS = List.of("coherent", "classical", "full");

  @Mixin private GraphOptions graph = new GraphOptions();

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

  CellNetwork network(CommandLine command) {
    Graph linked = graph.graph(command);
    int count = linked.links().size();
    return refusing(
        command,
        () ->
            new CellNetwork(
                linked,
                each(List.of(1.0), linked.cells()),
                each(coupling, count),
                each(decay, linked.cells()),
                each(intracell, count)));
  }

  /** One number for all, or as given. */
  static List<Double> each(List<Double> given, int count) {
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
