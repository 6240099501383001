package qbattery.paper.kamin2023;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import qbattery.experiment.Laboratory;
import qbattery.experiment.SteadySweep;
import qbattery.experiment.Sweep;
import qbattery.measure.Ergotropy;
import qbattery.model.Contact.Sharing;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/**
 * Steady states of one setting with one or more knobs turned.
 *
 * @param base the setting whose other parameters stay
 * @param start how the cells start
 * @param knobs what is turned, in the order of the sweep's axes
 * @param sweep the values
 */
record Run(Setting base, Start start, List<Knob> knobs, Sweep sweep) {

  private static final int BATTERY = 0;
  private static final String WORK = "W/W_max";

  /** Copies the list. */
  Run {
    knobs = List.copyOf(knobs);
  }

  /** One knob turned. */
  static Run along(Setting base, Start start, Knob knob, double... values) {
    return new Run(base, start, List.of(knob), new Sweep(List.of(axis(knob, values))));
  }

  /** Two knobs turned; the second one changes fastest. */
  static Run over(Setting base, Knob first, double[] ones, Knob second, double[] others) {
    return new Run(
        base,
        Start.GROUND,
        List.of(first, second),
        new Sweep(List.of(axis(first, ones), axis(second, others))));
  }

  private static Sweep.Along axis(Knob knob, double... values) {
    return Sweep.Along.of(knob.label() + " / " + knob.unit(), values);
  }

  /** The setting at a point. */
  Setting setting(int index) {
    return turned(sweep.at(index));
  }

  private Setting turned(List<Double> values) {
    Setting setting = base;
    for (int k = 0; k < knobs.size(); k++) {
      setting = setting.with(knobs.get(k), values.get(k));
    }
    return setting;
  }

  /** The experiment, whose rows the laboratory computes and keeps. */
  SteadySweep experiment() {
    List<SteadySweep.Measured> measured = new ArrayList<>();
    Space all = Space.cells(base.cells());
    for (int k = 0; k < base.cells(); k++) {
      Observable full = Observable.of(Operator.on(all, k, LocalOperator.EXCITED));
      measured.add(
          new SteadySweep.Measured("excited " + (k + 1), state -> state.expectation(full)));
    }
    // Over its own maximum, the ergotropy of a cell does not know its level spacing.
    Observable storage = Observable.of(Operator.on(Space.cells(1), 0, LocalOperator.EXCITED));
    measured.add(
        new SteadySweep.Measured(WORK, state -> Ergotropy.of(state.reduced(BATTERY), storage)));
    return new SteadySweep(
        "kamin2023 steady state: %s; start: %s".formatted(base.text(knobs), start.label()),
        sweep,
        values -> turned(values).battery(),
        start.of(base),
        measured);
  }

  /** All points in their order. */
  List<Found> in(Laboratory laboratory) {
    SteadySweep experiment = experiment();
    List<double[]> rows = laboratory.exactly(experiment, sweep.count()).rows();
    List<String> columns = experiment.columns();
    return IntStream.range(0, rows.size())
        .mapToObj(k -> found(setting(k), columns, rows.get(k)))
        .toList();
  }

  private Found found(Setting setting, List<String> columns, double[] row) {
    int n = base.cells();
    List<Double> excited = Arrays.stream(row, 0, n).boxed().toList();
    double certified = row[columns.indexOf(SteadySweep.ERROR)];
    return new Found(
        setting,
        excited,
        row[columns.indexOf(WORK)],
        row[columns.indexOf(SteadySweep.STEADY_STATES)],
        row[columns.indexOf(SteadySweep.GAP)],
        row[columns.indexOf(SteadySweep.SMALLEST_EIGENVALUE)],
        error(setting, excited, certified));
  }

  /**
   * How far a probability may be off. The state is known to an error in the Hilbert-Schmidt norm;
   * sigma_z/2 on one of N cells has the norm 2^(N/2 - 1). To this is added what a second way says:
   * with a reservoir each, all currents add up to nothing, so that the sum of all probabilities is
   * that of all occupations; and the closed form, where there is one.
   */
  private double error(Setting setting, List<Double> excited, double certified) {
    double error = certified * StrictMath.pow(2, base.cells() / 2.0 - 1);
    if (setting.sharing() == Sharing.EACH_ITS_OWN) {
      double sum = 0;
      for (int k = 0; k < excited.size(); k++) {
        sum += excited.get(k) - setting.occupation(k);
      }
      error += StrictMath.abs(sum);
    }
    OptionalDouble closed = ClosedForms.inversion(setting, start);
    if (closed.isPresent()) {
      error += StrictMath.abs(2 * excited.get(BATTERY) - 1 - closed.getAsDouble()) / 2;
    }
    return error + 8 * Math.ulp(1.0);
  }
}
