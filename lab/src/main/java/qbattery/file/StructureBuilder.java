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
import qbattery.model.CollectiveEnsembles;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/** Builds what a battery is made of. */
final class StructureBuilder {

  /** Largest dimension that a file may describe: that of the most cells a space can have. */
  private static final int LARGEST = Setup.LARGEST;

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
      return network(StructureWords.NETWORK.read(file.node("network"), numbers), uniform);
    }
    return file.has("ensembles")
        ? ensembles(StructureWords.ENSEMBLES.read(file.node("ensembles"), numbers))
        : parts(StructureWords.ALL_PARTS.read(file.node("parts"), numbers));
  }

  private static Frame parts(List<StructureWords.Part> parts) {
    List<PartTable.Row> rows = new ArrayList<>();
    List<Integer> dimensions = new ArrayList<>();
    List<Integer> spins = new ArrayList<>();
    long dimension = 1;
    for (StructureWords.Part part : parts) {
      rows.add(new PartTable.Row(part.name(), part.kind(), dimensions.size(), part.sites()));
      for (int k = 0; k < part.sites(); k++) {
        dimensions.add(part.levels());
        spins.add(part.kind() == PartKind.SPIN ? part.levels() - 1 : 0);
        dimension *= part.levels();
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
