package qbattery.study;

import java.util.HashMap;
import java.util.Optional;
import java.util.stream.IntStream;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.PreparedMeasure;
import qbattery.file.Setup;
import qbattery.file.words.ResultKind;
import qbattery.measure.Estimate;
import qbattery.measure.Measure;
import qbattery.quantum.State;

/** What the measures of a point become after a long time. */
final class SteadyValues {

  private final PreparedPoint point;
  private final Setup setup;

  /** Found once: whoever puts it into words does not compute it again. */
  private volatile Optional<LongTimes.Found> known = Optional.empty();

  SteadyValues(PreparedPoint point) {
    this.point = point;
    this.setup = point.setup();
  }

  /**
   * Puts the steady results into a row.
   *
   * @param main the curves, whose last state is followed
   * @param with the model with more levels in its modes
   * @param row the row
   */
  void into(double[] row, Curves main, Study.Second with) {
    if (setup.ensembles().isPresent() && point.measuring().last().isEmpty()) {
      inClosedForm(row);
      return;
    }
    LongTimes.Found found = found(main);
    found.set().ifPresent(set -> ofSteadyStates(set, row));
    if (found instanceof LongTimes.None) {
      return;
    }
    Optional<PointRun> larger =
        with instanceof Study.Wider wider ? Optional.of(wider.point()) : Optional.empty();
    for (int r = 0; r < setup.results().size(); r++) {
      int measure = point.measureOf().get(r);
      Optional<LongTimes.Settled> settled =
          setup.results().get(r).kind() == ResultKind.STEADY
              ? rest(found, measure)
              : Optional.empty();
      if (settled.isPresent()) {
        Estimate value = value(measure, settled.get().state(), settled.get().error());
        row[point.layout().result(r)] = value.value();
        row[point.layout().resultError(r)] =
            value.errorIsKnown()
                ? value.error() + ofCutoff(larger, settled.get(), measure, value.value())
                : Double.NaN;
      }
    }
  }

  /**
   * The state of which a measure has its limit.
   *
   * @param found where the state goes
   * @param measure the measure
   * @return that state; nothing if the measure is not known to have a limit
   */
  private Optional<LongTimes.Settled> rest(LongTimes.Found found, int measure) {
    if (found instanceof LongTimes.Oscillating oscillating) {
      return Oscillation.rest(
          oscillating,
          point.measuring().last().get(measure),
          setup.measures().get(measure),
          setup.battery().storage());
    }
    return found instanceof LongTimes.Settled settled ? Optional.of(settled) : Optional.empty();
  }

  /** Why the measure of a result has no limit. */
  String why(LongTimes.Unsettled found, int result) {
    return found instanceof LongTimes.Oscillating oscillating
        ? Oscillation.why(oscillating, point.measuring().last().get(point.measureOf().get(result)))
        : found.reason();
  }

  /**
   * A measure in the state after a long time. A state that is off by e in the Hilbert-Schmidt norm
   * is off by at most sqrt(d) e in the trace norm; rounding adds to it.
   *
   * @param measure the measure
   * @param state the state
   * @param error bound on its error in the Hilbert-Schmidt norm
   */
  Estimate value(int measure, State state, double error) {
    Setup.BuiltMeasure of = setup.measures().get(measure);
    if (of.kind().is(Measure.PASSIVE_ENERGY_RATE)) {
      return Estimate.exact(0); // at rest
    }
    PreparedMeasure gauge = point.measuring().last().get(measure);
    double value = gauge.value(state, Double.POSITIVE_INFINITY, new HashMap<>());
    double d = state.space().dimension();
    double off = StrictMath.sqrt(d) * error + Estimate.rounded(1).error();
    double bound =
        of.bound(
            off,
            d,
            point.measuring().width(measure),
            value,
            point.energies().in(state, measure),
            point.energies().size(measure));
    double unit = point.units()[measure];
    return new Estimate(value, unit * Estimate.rounded(value / unit).error())
        .widened(Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound);
  }

  /** Steady values of two ensembles. */
  private void inClosedForm(double[] row) {
    for (int r = 0; r < setup.results().size(); r++) {
      if (setup.results().get(r).kind() == ResultKind.STEADY) {
        try {
          Estimate value = point.measuring().steady(point.measureOf().get(r)).orElseThrow();
          row[point.layout().result(r)] = value.value();
          row[point.layout().resultError(r)] = value.error();
        } catch (IllegalArgumentException none) {
          row[point.layout().result(r)] = Double.NaN; // the notes say why
        }
      }
    }
  }

  /** Why no steady value in closed form is known; nothing if one is. */
  private Optional<String> noneKnown(int measure) {
    try {
      point.measuring().steady(measure);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** A number of steady states is exact where it is known; a slowest decay has no bound. */
  private void ofSteadyStates(LongTimes.SteadySet set, double[] row) {
    for (int r = 0; r < setup.results().size(); r++) {
      if (setup.results().get(r).kind() == ResultKind.STEADY_STATES) {
        boolean number = ResultKind.NUMBER.equals(setup.results().get(r).measure());
        row[point.layout().result(r)] = number ? set.number() : set.slowestDecay();
        row[point.layout().resultError(r)] =
            number && Way.modesCutOff(setup).isEmpty() ? 0 : Double.NaN;
      }
    }
  }

  /** What the cutoffs change in a steady value; NaN where that is not known. */
  private double ofCutoff(
      Optional<PointRun> larger, LongTimes.Settled here, int measure, double value) {
    if (Way.modesCutOff(setup).isEmpty()) {
      return 0;
    }
    Optional<LongTimes.Settled> wide =
        larger.flatMap(w -> w.steady().rest(w.steady().found(), measure));
    if (larger.isPresent() && wide.isPresent()) {
      LongTimes.Settled there = wide.get();
      Estimate again = larger.get().steady().value(measure, there.state(), there.error());
      double beyond =
          LongTimes.beyond(LongTimes.highest(here, setup), LongTimes.highest(there, setup));
      return again.error() + beyond * StrictMath.abs(again.value() - value);
    }
    return Double.NaN;
  }

  /** What becomes of the model after a long time. */
  LongTimes.Found found() {
    return known.orElseGet(
        () -> found(point.measuring().at(new double[] {0}, Way.of(setup), true, Searches.none())));
  }

  private LongTimes.Found found(Curves main) {
    LongTimes.Found found = known.orElseGet(() -> follow(main));
    known = Optional.of(found);
    return found;
  }

  private LongTimes.Found follow(Curves main) {
    if (point.measuring().last().isEmpty()) {
      return new LongTimes.None(
          setup.results().stream().anyMatch(r -> r.kind() == ResultKind.STEADY_STATES)
              ? "Steady states are not counted for two ensembles in several multiplets or in a protocol."
              : IntStream.range(0, setup.results().size())
                  .filter(r -> setup.results().get(r).kind() == ResultKind.STEADY)
                  .mapToObj(r -> noneKnown(point.measureOf().get(r)).orElse(""))
                  .filter(reason -> !reason.isEmpty())
                  .findFirst()
                  .orElse(
                      "For two ensembles in several multiplets, steady results give the long-time state in closed form."));
    }
    Segment last = point.segments().get(point.segments().size() - 1);
    return setup.stages().isEmpty()
        ? LongTimes.of(
            last.battery(), Evolution.made(setup.start(), last.battery()), 0, point.headway())
        : LongTimes.of(last.battery(), main.last().orElseThrow(), last.duration(), point.headway());
  }
}
