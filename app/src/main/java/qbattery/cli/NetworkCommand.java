package qbattery.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.Method;
import qbattery.dynamics.Quantity;
import qbattery.dynamics.StateForm;
import qbattery.dynamics.TimeGrid;
import qbattery.dynamics.TimeSeries;
import qbattery.measure.Concurrence;
import qbattery.measure.Efficiency;
import qbattery.measure.Energy;
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

  /**
   * Stored energy below this share of the capacity is too near the integrator's error for a ratio.
   */
  private static final double RESOLVED = 1e-9;

  /** Beyond so many turns of the fastest motion, a run would take hours. */
  private static final double LONGEST = 1e6;

  private static final int MOST_POINTS = 1_000_000;

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
          "energy, ergotropy, efficiency (empty where hardly any energy is left), coherence (l1,"
              + " over its maximum), concurrence (mean over the links), entropy (in nats); several"
              + " with commas between (default: energy,ergotropy,efficiency). Energy and concurrence"
              + " are quickest: they need no large matrix.")
  private List<String> measures = List.of("energy", "ergotropy", "efficiency");

  @Option(
      names = "--form",
      paramLabel = "FORM",
      description =
          "SMALLEST, FULL_MATRIX, PAULI_COEFFICIENTS, EXCITATION_SECTORS or STATE_VECTOR (default:"
              + " ${DEFAULT-VALUE}).")
  private StateForm form = StateForm.SMALLEST;

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    CellNetwork network = options.network(command);
    Battery battery = NetworkOptions.refusing(command, network::battery);
    requireFeasible(network, command);
    List<Quantity> quantities = quantities(network, battery, command);
    TimeGrid times = NetworkOptions.refusing(command, () -> TimeGrid.upTo(until, points));
    InitialState start = options.start(command);
    command
        .getErr()
        .println(NetworkOptions.refusing(command, () -> Evolution.plan(battery, start, form)));
    TimeSeries observed =
        NetworkOptions.refusing(
            command,
            () ->
                Evolution.observe(
                    battery, start, times, Method.DormandPrince.TIGHT, form, quantities));
    List<DataTable.Column> columns = new ArrayList<>();
    columns.add(new DataTable.Column("t", "inverse rate", times.toArray()));
    observed
        .values()
        .forEach((name, values) -> columns.add(new DataTable.Column(name, unit(name), values)));
    command.getOut().print(new DataTable(columns).toCsv());
    return 0;
  }

  private void requireFeasible(CellNetwork network, CommandLine command) {
    if (points > MOST_POINTS) {
      throw new ParameterException(
          command,
          "%d points were asked for (--points); up to %d can be had."
              .formatted(points, MOST_POINTS));
    }
    double fastest =
        Stream.of(network.frequencies(), network.couplings(), network.decay(), network.intracell())
            .flatMap(List::stream)
            .mapToDouble(Math::abs)
            .max()
            .orElse(0);
    if (fastest * until > LONGEST) {
      throw new ParameterException(
          command,
          "The last time (--until) is %.3g times the fastest time of the network; up to %.0e can be computed."
              .formatted(fastest * until, LONGEST));
    }
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
              double least = RESOLVED * (storage.spectrum().max() - storage.spectrum().min());
              yield new Quantity.OfState(
                  name,
                  state ->
                      Energy.aboveGround(state, storage) < least
                          ? Double.NaN
                          : Efficiency.of(state, storage));
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
    if (network.graph().links().isEmpty()) {
      throw new ParameterException(
          command, "Concurrence is that of linked cells; this network has one cell and no link.");
    }
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
