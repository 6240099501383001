package qbattery.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.Form;
import qbattery.dynamics.Method;
import qbattery.dynamics.Observed;
import qbattery.dynamics.Quantity;
import qbattery.dynamics.Times;
import qbattery.measure.Concurrence;
import qbattery.measure.Efficiency;
import qbattery.measure.Entropy;
import qbattery.measure.Ergotropy;
import qbattery.measure.L1Coherence;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.InitialState;
import qbattery.quantum.Observable;
import qbattery.report.DataTable;

/** {@code qb network}. */
@Command(
    name = "network",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Evolves a network of cells of your own and prints what is measured as CSV.",
      "First it says in which form it evolves the state, why, and what memory that takes."
    })
final class NetworkCommand implements Callable<Integer> {

  private static final List<String> MEASURES =
      List.of("energy", "ergotropy", "efficiency", "coherence", "concurrence", "entropy");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private NetworkOptions options = new NetworkOptions();

  @Option(
      names = "--until",
      paramLabel = "T",
      description = "Last time, in units of the inverse rate (default: ${DEFAULT-VALUE}).")
  private double until = 3;

  @Option(
      names = "--points",
      paramLabel = "K",
      description = "Number of times from 0 on (default: ${DEFAULT-VALUE}).")
  private int points = 31;

  @Option(
      names = "--measure",
      paramLabel = "NAME",
      split = ",",
      description =
          "energy, ergotropy, efficiency, coherence, concurrence, entropy; several with commas"
              + " between (default: energy,ergotropy,efficiency). Energy and concurrence need no"
              + " large matrix and are quick at any size.")
  private List<String> measures = List.of("energy", "ergotropy", "efficiency");

  @Option(
      names = "--form",
      paramLabel = "FORM",
      description =
          "SMALLEST, FULL_MATRIX, PAULI_COEFFICIENTS or EXCITATION_SECTORS (default:"
              + " ${DEFAULT-VALUE}).")
  private Form form = Form.SMALLEST;

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    CellNetwork network = options.network(command);
    Battery battery = NetworkOptions.refusing(command, network::battery);
    List<Quantity> quantities = quantities(network, battery, command);
    Times times = NetworkOptions.refusing(command, () -> Times.upTo(until, points));
    InitialState start = options.start(command);
    command
        .getErr()
        .println(NetworkOptions.refusing(command, () -> Evolution.plan(battery, start, form)));
    Observed observed =
        NetworkOptions.refusing(
            command,
            () ->
                Evolution.observe(
                    battery, start, times, Method.DormandPrince.USUAL, form, quantities));
    List<DataTable.Column> columns = new ArrayList<>();
    columns.add(new DataTable.Column("t", "inverse rate", times.toArray()));
    observed
        .values()
        .forEach((name, values) -> columns.add(new DataTable.Column(name, unit(name), values)));
    command.getOut().print(new DataTable(columns).toCsv());
    return 0;
  }

  private static String unit(String measure) {
    return switch (measure) {
      case "energy", "ergotropy" -> "hbar omega";
      case "entropy" -> "nat";
      default -> "1";
    };
  }

  private List<Quantity> quantities(CellNetwork network, Battery battery, CommandLine command) {
    List<Quantity> quantities = new ArrayList<>();
    for (String name : measures) {
      quantities.add(
          switch (name) {
            case "energy" -> new Quantity.Expectation(name, battery.storage());
            case "ergotropy" -> {
              Observable storage = Observable.of(battery.storage());
              yield new Quantity.OfState(name, state -> Ergotropy.of(state, storage));
            }
            case "efficiency" -> {
              Observable storage = Observable.of(battery.storage());
              yield new Quantity.OfState(name, state -> Efficiency.of(state, storage));
            }
            case "coherence" -> new Quantity.OfState(name, L1Coherence::normalised);
            case "entropy" -> new Quantity.OfState(name, Entropy::of);
            case "concurrence" -> concurrence(network, command);
            default -> throw Choice.unknown("measure", name, MEASURES, command);
          });
    }
    return quantities;
  }

  private static Quantity concurrence(CellNetwork network, CommandLine command) {
    return NetworkOptions.refusing(
        command,
        () ->
            new Quantity.MeanOfSites(
                "concurrence",
                network.graph().links().stream()
                    .map(link -> List.of(link.first(), link.second()))
                    .toList(),
                Concurrence::of));
  }
}
