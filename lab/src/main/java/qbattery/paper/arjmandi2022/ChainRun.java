package qbattery.paper.arjmandi2022;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import qbattery.dynamics.EnergyFlow;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.Form;
import qbattery.dynamics.Method;
import qbattery.dynamics.Observed;
import qbattery.dynamics.Quantity;
import qbattery.dynamics.Times;
import qbattery.experiment.CurveColumns;
import qbattery.experiment.Experiment;
import qbattery.measure.Ergotropy;
import qbattery.measure.PassiveEnergyRate;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.quantum.Observable;
import qbattery.quantum.State;
import qbattery.report.Numbers;

/**
 * Realisations of a disordered chain that leaks: what Figs. 1-8 average over.
 *
 * @param chain the model
 * @param start how it starts
 * @param times when it is looked at, in 1/Gamma; the first is 0
 * @param passiveRate whether the rate of the passive energy is measured too, which needs
 *     eigenvectors
 * @param method how it is integrated
 */
record ChainRun(
    DisorderedChain chain,
    Start start,
    Times times,
    boolean passiveRate,
    Method.DormandPrince method)
    implements Experiment {

  /**
   * Errors of about 1e-7, a thousandth of the smallest statistical error here: {@link RowErrors}.
   */
  static final Method.DormandPrince METHOD = new Method.DormandPrince(1e-8, 1e-10);

  /** For a second look at some rows: a hundredth of the tolerances. */
  private static final Method.DormandPrince SHARPER = new Method.DormandPrince(1e-10, 1e-12);

  /** Populations closer than this are equal: a few times the error of the states. */
  private static final double SAME = 1e-7;

  /** A run with the usual tolerances. */
  ChainRun(DisorderedChain chain, Start start, Times times, boolean passiveRate) {
    this(chain, start, times, passiveRate, METHOD);
  }

  ChainRun {
    if (times.toArray()[0] != 0) {
      throw new IllegalArgumentException(
          "A run is normalised by its start, so its first time is 0, not %s."
              .formatted(times.toArray()[0]));
    }
  }

  @Override
  public String identity() {
    StringBuilder text = new StringBuilder("arjmandi2022 leaking chain: ");
    text.append(chain.cells()).append(" cells");
    text.append("; B0 = ").append(Numbers.exact(chain.field()));
    text.append("; J = ").append(Numbers.exact(chain.coupling()));
    text.append("; delta = ").append(Numbers.exact(chain.disorder()));
    text.append("; start ").append(start.label());
    text.append("; ").append(method.description());
    text.append("; measured ").append(merits());
    text.append("; Gamma t =");
    for (double t : times.toArray()) {
      text.append(' ').append(Numbers.exact(t));
    }
    return text.toString();
  }

  @Override
  public List<String> columns() {
    return layout().names();
  }

  /** What a row holds. */
  List<Merit> merits() {
    return Arrays.stream(Merit.values())
        .filter(merit -> passiveRate || merit != Merit.PASSIVE_RATE)
        .toList();
  }

  /** The column of a merit at the time with this number. */
  int column(Merit merit, int time) {
    return layout().index(merits().indexOf(merit), time);
  }

  /** The columns of a merit at all times. */
  List<Integer> columnsOf(Merit merit) {
    return layout().of(merits().indexOf(merit));
  }

  private CurveColumns layout() {
    return new CurveColumns(
        merits().stream().map(Merit::column).toList(),
        Arrays.stream(times.toArray()).boxed().toList());
  }

  /** The same realisations looked at at other times. */
  ChainRun at(Times others) {
    return new ChainRun(chain, start, others, passiveRate, method);
  }

  /** The same realisations with smaller steps. */
  ChainRun sharper() {
    return new ChainRun(chain, start, times, passiveRate, SHARPER);
  }

  @Override
  public double[] row(int index) {
    CellNetwork cells = chain.realisation(index);
    Battery battery = cells.battery();
    Battery moving = cells.batteryInRotatingFrame();
    Observable storage = Observable.of(battery.storage());
    Observable whole = Observable.of(battery.storage().plus(battery.interaction()));
    List<Quantity> quantities =
        new ArrayList<>(
            List.of(
                new Quantity.Expectation("U", battery.storage()),
                new Quantity.Expectation("Hint", battery.interaction()),
                new Quantity.Expectation("from interaction", EnergyFlow.fromInteraction(battery)),
                new Quantity.Expectation("from channels", EnergyFlow.fromChannels(battery)),
                new Quantity.OfState("passive", state -> passive(state, storage)),
                new Quantity.OfState("passive in all", state -> passive(state, whole))));
    if (passiveRate) {
      quantities.add(
          new Quantity.OfMotion(
              "passive rate", (state, rate) -> PassiveEnergyRate.of(state, rate, storage, SAME)));
    }
    Observed seen =
        Evolution.observe(moving, start.state(), times, method, Form.SMALLEST, quantities);
    return row(seen);
  }

  private static double passive(State state, Observable hamiltonian) {
    return Ergotropy.passiveEnergy(state.spectrum(), hamiltonian.spectrum());
  }

  private double[] row(Observed seen) {
    double[] energy = seen.of("U");
    double[] coupled = seen.of("Hint");
    double[] passive = seen.of("passive");
    double[] passiveInAll = seen.of("passive in all");
    double[] ergotropy = new double[times.count()];
    double[] total = new double[times.count()];
    double[] share = new double[times.count()];
    for (int k = 0; k < times.count(); k++) {
      ergotropy[k] = Math.max(0, energy[k] - passive[k]);
      total[k] = Math.max(0, energy[k] + coupled[k] - passiveInAll[k]);
      share[k] = ergotropy[k] / energy[k];
    }
    List<double[]> values = new ArrayList<>();
    values.add(over(ergotropy, ergotropy[0]));
    values.add(over(energy, energy[0]));
    values.add(share);
    values.add(over(total, total[0]));
    values.add(over(seen.of("from interaction"), energy[0]));
    values.add(over(seen.of("from channels"), energy[0]));
    values.add(over(coupled, ergotropy[0]));
    if (passiveRate) {
      values.add(over(seen.of("passive rate"), energy[0]));
    }
    return layout().row(values);
  }

  private static double[] over(double[] values, double unit) {
    return Arrays.stream(values).map(value -> value / unit).toArray();
  }
}
