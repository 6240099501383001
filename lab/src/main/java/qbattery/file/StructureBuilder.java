package qbattery.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import qbattery.file.formula.Evaluator;
import qbattery.file.formula.PartKind;
import qbattery.file.formula.PartTable;
import qbattery.file.words.BatteryFile;
import qbattery.file.words.Scope;
import qbattery.file.words.StructureWords;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.CollectiveEnsembles;
import qbattery.model.Graph;
import qbattery.quantum.AlikeCells;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/** Builds what a battery is made of. */
final class StructureBuilder {

  /** Largest dimension that a file may describe: that of the most cells a space can have. */
  private static final int LARGEST = Space.MAX_DIMENSION;

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

  /** What the file is made of, and what that is called in it. */
  static Frame build(BatteryFile file, Evaluator numbers, DoubleSupplier uniform) {
    if (file.has("network")) {
      StructureWords.Network network = StructureWords.NETWORK.read(file.node("network"), numbers);
      return Alike.of(file, network) ? alike(network) : network(network, uniform);
    }
    return file.has("ensembles")
        ? ensembles(StructureWords.ENSEMBLES.read(file.node("ensembles"), numbers))
        : parts(file, StructureWords.ALL_PARTS.read(file.node("parts"), numbers));
  }

  private static Frame parts(BatteryFile file, List<StructureWords.Part> parts) {
    List<PartTable.Row> rows = new ArrayList<>();
    List<Integer> dimensions = new ArrayList<>();
    List<Integer> spins = new ArrayList<>();
    long dimension = 1;
    for (StructureWords.Part part : parts) {
      boolean together = part.kind() == PartKind.CELLS && Alike.of(file, part);
      int sites = together ? 1 : part.sites();
      int levels = together ? Space.alike(part.size()).dimension() : part.levels();
      rows.add(new PartTable.Row(part.name(), part.kind(), dimensions.size(), sites));
      for (int k = 0; k < sites; k++) {
        dimensions.add(levels);
        spins.add(together ? part.size() : part.kind() == PartKind.SPIN ? levels - 1 : 0);
        dimension *= levels;
        if (dimension > LARGEST) {
          throw new IllegalArgumentException(
              "The parts have more than %d levels together, which is the most that can be handled; take fewer cells or levels."
                  .formatted(LARGEST));
        }
      }
    }
    Space space = new Space(dimensions, spins);
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

  /** All linked with all, with equal numbers: the cells go by their total spins. */
  private static Frame alike(StructureWords.Network section) {
    if (section.graph().of(section.cells()).equals(Graph.central(section.cells()))) {
      return star(section);
    }
    Space space = Space.alike(section.cells());
    AlikeCells cells = new AlikeCells(section.cells());
    Operator number = Operator.on(space, 0, cells.number());
    Operator lower = Operator.on(space, 0, cells.sum(AlikeCells.OneCell.LOWER));
    double frequency = section.frequency().each(1, "cell", "frequency").get(0);
    double coupling = section.coupling().each(1, "link", "coupling").get(0);
    Operator rotation = number.times(-frequency);
    Operator links = lower.adjoint().times(lower).plus(number.times(-1)).times(coupling);
    boolean rotating = section.frame() == StructureWords.Frame.ROTATING;
    return new Frame(
        new PartTable(List.of(new PartTable.Row("cell", PartKind.CELLS, 0, 1)), space),
        number.times(frequency),
        rotating ? links.plus(rotation) : links,
        Scope.NETWORK_DECAY,
        List.of(
            Channels.linked(
                space,
                0,
                section.decay().each(1, "cell", "decay").get(0),
                section.intracell().each(1, "link", "intracell").get(0))),
        Optional.empty(),
        rotating ? Optional.of(rotation) : Optional.empty(),
        Optional.empty());
  }

  /** A centre and cells around it that are alike. */
  private static Frame star(StructureWords.Network section) {
    int around = section.cells() - 1;
    Space space = Space.joined(List.of(Space.cells(1), Space.alike(around)));
    AlikeCells cells = new AlikeCells(around);
    Operator number =
        Operator.on(space, 0, LocalOperator.EXCITED).plus(Operator.on(space, 1, cells.number()));
    Operator hop =
        Operator.on(space, 0, LocalOperator.RAISE)
            .times(Operator.on(space, 1, cells.sum(AlikeCells.OneCell.LOWER)));
    double frequency = section.frequency().each(1, "cell", "frequency").get(0);
    Operator rotation = number.times(-frequency);
    Operator links =
        hop.plus(hop.adjoint()).times(section.coupling().each(1, "link", "coupling").get(0));
    boolean rotating = section.frame() == StructureWords.Frame.ROTATING;
    return new Frame(
        new PartTable(List.of(new PartTable.Row("cell", PartKind.CELLS, 0, 2)), space),
        number.times(frequency),
        rotating ? links.plus(rotation) : links,
        Scope.NETWORK_DECAY,
        Channels.star(
            space,
            0,
            1,
            section.decay().each(1, "cell", "decay").get(0),
            section.intracell().each(1, "link", "intracell").get(0)),
        Optional.empty(),
        rotating ? Optional.of(rotation) : Optional.empty(),
        Optional.empty());
  }

  private static Frame network(StructureWords.Network section, DoubleSupplier uniform) {
    CellNetwork network = section.realised(uniform);
    boolean rotating = section.frame() == StructureWords.Frame.ROTATING;
    Battery battery = rotating ? network.batteryInRotatingFrame() : network.battery();
    var row = new PartTable.Row("cell", PartKind.CELLS, 0, section.cells());
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

  private static Frame ensembles(CollectiveEnsembles ensembles) {
    Battery symmetric =
        Setup.isTooLarge(ensembles)
            ? new CollectiveEnsembles(
                    1, 1, ensembles.frequency(), ensembles.rate(), ensembles.temperature())
                .symmetric() // stands for one that is too large to be made
            : ensembles.symmetric();
    List<PartTable.Row> rows =
        List.of(
            new PartTable.Row("battery", PartKind.SPIN, 0, 1),
            new PartTable.Row("charger", PartKind.SPIN, 1, 1));
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
