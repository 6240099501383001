package qbattery.cli;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Contact;
import qbattery.model.Graph;
import qbattery.model.InitialState;
import qbattery.model.Reservoir;

/** The options that describe coupled cells in contact with reservoirs, and their start. */
final class SteadyOptions {

  /**
   * Cells in contact with reservoirs.
   *
   * @param battery the battery
   * @param contacts its contacts, whose channels are the battery's
   */
  record Setup(Battery battery, List<Contact> contacts) {}

  private static final List<String> RESERVOIRS = List.of("fermionic", "bosonic");
  private static final List<String> STARTS = List.of("ground", "full", "coherent", "classical");

  @Mixin private GraphOptions graph = new GraphOptions();

  @Option(
      names = "--spacing",
      paramLabel = "W",
      split = ",",
      description = "Level spacing of every cell, or one a cell with commas between (default: 1).")
  private List<Double> spacing = List.of(1.0);

  @Option(
      names = "--coupling",
      paramLabel = "J",
      split = ",",
      description = "J of every link, or one a link (default: 1).")
  private List<Double> coupling = List.of(1.0);

  @Option(
      names = "--reservoir",
      paramLabel = "KIND",
      description = "fermionic or bosonic (default: ${DEFAULT-VALUE}).")
  private String kind = "fermionic";

  @Option(
      names = "--shared",
      description = "One reservoir for all cells together, rather than one for each.")
  private boolean shared;

  @Option(
      names = "--rate",
      paramLabel = "G",
      split = ",",
      description = "Coupling rate to the reservoir of every cell, or one a cell (default: 1).")
  private List<Double> rate = List.of(1.0);

  @Option(
      names = "--temperature",
      paramLabel = "T",
      split = ",",
      description = "Temperature of every reservoir, or one a cell; 0 or larger (default: 1).")
  private List<Double> temperature = List.of(1.0);

  @Option(
      names = "--mu",
      paramLabel = "MU",
      split = ",",
      description = "Chemical potential of every fermion reservoir, or one a cell (default: 0).")
  private List<Double> mu = List.of(0.0);

  @Option(
      names = "--asked-at",
      paramLabel = "W",
      description =
          "Frequency at which the reservoirs are asked for their occupation (default: the level"
              + " spacing of the cell).")
  private Optional<Double> asked = Optional.empty();

  @Option(
      names = "--start",
      paramLabel = "START",
      description =
          "Where it starts, if that matters: ground, full, coherent or classical (default:"
              + " ${DEFAULT-VALUE}).")
  private String startName = "ground";

  SteadyOptions() {}

  Setup setup(CommandLine command) {
    Graph linked = graph.graph(command);
    return NetworkOptions.refusing(
        command,
        () -> {
          int n = linked.cells();
          int links = linked.links().size();
          CellNetwork network =
              new CellNetwork(
                  linked,
                  NetworkOptions.each(spacing, n),
                  NetworkOptions.each(coupling, links),
                  Collections.nCopies(n, 0.0),
                  Collections.nCopies(links, 0.0));
          Battery closed = network.battery();
          List<Contact> contacts = contacts(closed, command);
          return new Setup(
              new Battery(
                  closed.name(),
                  closed.space(),
                  closed.storage(),
                  closed.interaction(),
                  Contact.channels(contacts)),
              contacts);
        });
  }

  private List<Contact> contacts(Battery closed, CommandLine command) {
    int n = closed.space().sites();
    if (shared) {
      return List.of(
          Contact.common(
              closed.space(),
              one("--rate", rate, command),
              reservoir(
                  asked.orElseGet(() -> one("--spacing", spacing, command)),
                  one("--temperature", temperature, command),
                  one("--mu", mu, command),
                  command)));
    }
    List<Double> spacings = NetworkOptions.each(spacing, n);
    List<Double> temperatures = NetworkOptions.each(temperature, n);
    List<Double> potentials = NetworkOptions.each(mu, n);
    requireOnePerCell("--temperature", temperatures, n, command);
    requireOnePerCell("--mu", potentials, n, command);
    return Contact.oneEach(
        closed.space(),
        NetworkOptions.each(rate, n),
        IntStream.range(0, n)
            .mapToObj(
                k ->
                    reservoir(
                        asked.orElse(spacings.get(k)),
                        temperatures.get(k),
                        potentials.get(k),
                        command))
            .toList());
  }

  private Reservoir reservoir(double at, double t, double potential, CommandLine command) {
    return switch (kind) {
      case "fermionic" -> new Reservoir.Fermionic(at, t, potential);
      case "bosonic" -> {
        if (potential != 0) {
          throw new ParameterException(
              command,
              "A chemical potential (--mu) is that of fermions; leave it out for bosonic reservoirs.");
        }
        yield new Reservoir.Bosonic(at, t);
      }
      default -> throw Choice.unknown("reservoir", kind, RESERVOIRS, command);
    };
  }

  private static double one(String option, List<Double> values, CommandLine command) {
    if (values.stream().distinct().count() != 1) {
      throw new ParameterException(
          command,
          "One shared reservoir (--shared) has one value of %s; %d were given."
              .formatted(option, values.size()));
    }
    return values.get(0);
  }

  private static void requireOnePerCell(
      String option, List<Double> values, int cells, CommandLine command) {
    if (values.size() != cells) {
      throw new ParameterException(
          command,
          "%s takes one number, or one for each of the %d cells; %d were given."
              .formatted(option, cells, values.size()));
    }
  }

  InitialState start(CommandLine command) {
    return switch (startName) {
      case "ground" -> new InitialState.Ground();
      case "full" -> new InitialState.FullyExcited();
      case "coherent" -> new InitialState.Coherent();
      case "classical" -> new InitialState.Classical(0.75);
      default -> throw Choice.unknown("start", startName, STARTS, command);
    };
  }

  String startName() {
    return startName;
  }
}
