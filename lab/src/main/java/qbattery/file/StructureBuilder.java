package qbattery.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Channel;
import qbattery.model.CollectiveEnsembles;
import qbattery.model.Distribution;
import qbattery.model.Graph;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/** Builds what a battery is made of. */
final class StructureBuilder {

  /** Largest dimension that a file may describe: that of the most cells a space can have. */
  private static final int LARGEST = Setup.LARGEST;

  /** Most levels of one site: its operators are dense matrices. */
  private static final int MOST_LEVELS = 500;

  private static final int MOST_SPINS = 100_000;

  private StructureBuilder() {}

  /**
   * What the rest is added to.
   *
   * @param rotation what a rotating frame adds to the interaction, if the frame rotates
   */
  record Frame(
      PartTable parts,
      Operator storage,
      Operator interaction,
      String channelsName,
      List<Channel> channels,
      Optional<CellNetwork> network,
      Optional<Operator> rotation,
      Optional<CollectiveEnsembles> ensembles) {}

  /** What a structure is called in a file. */
  static String path(Structure structure) {
    if (structure instanceof Structure.Network) {
      return "network";
    }
    return structure instanceof Structure.Ensembles ? "ensembles" : "parts";
  }

  static Frame build(Structure structure, Evaluator numbers, DoubleSupplier uniform) {
    if (structure instanceof Structure.Network network) {
      return network(network, numbers, uniform);
    }
    return structure instanceof Structure.Ensembles ensembles
        ? ensembles(ensembles, numbers)
        : parts((Structure.Parts) structure, numbers);
  }

  private static Frame parts(Structure.Parts parts, Evaluator numbers) {
    List<PartTable.Row> rows = new ArrayList<>();
    List<Integer> dimensions = new ArrayList<>();
    long dimension = 1;
    for (Structure.Part part : parts.parts()) {
      boolean cells = part.kind() == Structure.PartKind.CELLS;
      boolean spin = part.kind() == Structure.PartKind.SPIN;
      int most = cells ? Space.MAX_CELLS : MOST_LEVELS - (spin ? 1 : 0);
      int size = numbers.whole(part.size(), 1, most);
      rows.add(new PartTable.Row(part.name(), part.kind(), dimensions.size(), cells ? size : 1));
      for (int k = 0; k < (cells ? size : 1); k++) {
        int levels = cells ? 2 : spin ? size + 1 : size;
        dimensions.add(levels);
        dimension *= levels;
        if (dimension > LARGEST) {
          throw new IllegalArgumentException(
              "The parts have more than %d levels together, which is the most that can be handled; take fewer cells or levels."
                  .formatted(LARGEST));
        }
      }
    }
    Space space = new Space(dimensions);
    return new Frame(
        new PartTable(rows, space),
        Operator.zero(space),
        Operator.zero(space),
        "",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Frame network(
      Structure.Network section, Evaluator numbers, DoubleSupplier uniform) {
    int cells = numbers.whole(section.cells(), 1, Space.MAX_CELLS);
    Graph graph = graph(section.graph(), cells, numbers);
    int links = graph.links().size();
    CellNetwork network =
        new CellNetwork(
            graph,
            drawn(section.frequency(), cells, "cell", "frequency", numbers, uniform),
            drawn(section.coupling(), links, "link", "coupling", numbers, uniform),
            drawn(section.decay(), cells, "cell", "decay", numbers, uniform),
            drawn(section.intracell(), links, "link", "intracell", numbers, uniform));
    boolean rotating = section.frame() == Structure.Frame.ROTATING;
    Battery battery = rotating ? network.batteryInRotatingFrame() : network.battery();
    var row = new PartTable.Row("cell", Structure.PartKind.CELLS, 0, cells);
    return new Frame(
        new PartTable(List.of(row), battery.space()),
        battery.storage(),
        battery.interaction(),
        Scope.NETWORK_DECAY,
        battery.channels(),
        Optional.of(network),
        rotating ? Optional.of(network.rotation()) : Optional.empty(),
        Optional.empty());
  }

  /** As {@link qbattery.model.DisorderedNetwork} draws: one deviate for each cell or link. */
  private static List<Double> drawn(
      Amount amount,
      int count,
      String unit,
      String what,
      Evaluator numbers,
      DoubleSupplier uniform) {
    if (amount instanceof Amount.Drawn random) {
      Distribution from = Parameters.distribution(random.from(), numbers);
      List<Double> values = new ArrayList<>();
      for (int k = 0; k < count; k++) {
        values.add(from.draw(uniform));
      }
      return values;
    }
    return each(amount, count, unit, what, numbers);
  }

  /** A number for each of some things. */
  static List<Double> each(Amount amount, int count, String unit, String what, Evaluator numbers) {
    if (amount instanceof Amount.Single single) {
      double value = numbers.real(single.value());
      return Collections.nCopies(count, value);
    }
    if (!(amount instanceof Amount.Several several)) {
      throw new IllegalArgumentException(
          "The %s cannot be drawn here; draw a parameter, and use that.".formatted(what));
    }
    if (several.values().size() != count) {
      throw new IllegalArgumentException(
          "The list of %s has %d numbers; it needs one for each %s, so %d, or one number for all."
              .formatted(what, several.values().size(), unit, count));
    }
    return several.values().stream().map(numbers::real).toList();
  }

  /** A graph of a name. */
  static Graph graph(Links.Named named, int cells) {
    return switch (named) {
      case LINEAR -> Graph.linear(cells);
      case CIRCULAR -> Graph.circular(cells);
      case CENTRAL -> Graph.central(cells);
      case SYMMETRIC -> Graph.symmetric(cells);
    };
  }

  static Graph graph(Links links, int cells, Evaluator numbers) {
    if (links instanceof Links.Named named) {
      return graph(named, cells);
    }
    Links.Pairs pairs = (Links.Pairs) links;
    int[][] counted =
        pairs.pairs().stream()
            .map(p -> p.stream().mapToInt(c -> numbers.whole(c, 1, cells) - 1).toArray())
            .toArray(int[][]::new);
    return Graph.ofLinks(pairs.name(), cells, counted);
  }

  private static Frame ensembles(Structure.Ensembles section, Evaluator numbers) {
    int battery = numbers.whole(section.battery(), 1, MOST_SPINS);
    int charger = numbers.whole(section.charger(), 1, MOST_SPINS);
    CollectiveEnsembles ensembles =
        new CollectiveEnsembles(
            battery,
            charger,
            numbers.real(section.frequency()),
            numbers.real(section.rate()),
            numbers.real(section.temperature()));
    Battery symmetric =
        Setup.isTooLarge(ensembles)
            ? new CollectiveEnsembles(
                    1, 1, ensembles.frequency(), ensembles.rate(), ensembles.temperature())
                .symmetric() // stands for one that is too large to be made
            : ensembles.symmetric();
    List<PartTable.Row> rows =
        List.of(
            new PartTable.Row("battery", Structure.PartKind.SPIN, 0, 1),
            new PartTable.Row("charger", Structure.PartKind.SPIN, 1, 1));
    return new Frame(
        new PartTable(rows, symmetric.space()),
        symmetric.storage(),
        symmetric.interaction(),
        "reservoir",
        symmetric.channels(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(ensembles));
  }
}
