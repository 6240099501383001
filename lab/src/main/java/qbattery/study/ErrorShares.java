package qbattery.study;

import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import qbattery.file.Setup;
import qbattery.file.words.ResultKind;
import qbattery.measure.Estimate;

/** What the errors of a point are made of: other ways to the same numbers, and rounding. */
final class ErrorShares {

  private final PreparedPoint point;
  private final OneWay main;

  /** The second way. */
  private final OneWay other;

  /** The first way with more levels in the modes. */
  private final Optional<OneWay> wider;

  /** By what the difference to that is multiplied, for what is cut off even there. */
  private final double beyond;

  /** By how much rounding may put off the state of the second way, in the trace norm. */
  private final double rounding;

  /** The energies that ratios divide by, where their errors are asked for. */
  private final StoredEnergies.Along energies;

  private ErrorShares(
      PreparedPoint point,
      OneWay main,
      OneWay other,
      Optional<OneWay> wider,
      double beyond,
      double rounding,
      Way way) {
    this.point = point;
    this.main = main;
    this.other = other;
    this.wider = wider;
    this.beyond = beyond;
    this.rounding = rounding;
    this.energies = point.energies().along(times(), way);
  }

  /** When measures are told. */
  private double[] times() {
    return DoubleStream.concat(
            DoubleStream.concat(
                DoubleStream.of(main.curves().times()), DoubleStream.of(main.sampleTimes())),
            IntStream.range(0, point.setup().results().size()).mapToDouble(main::timeOf))
        .toArray();
  }

  /**
   * Computes the other ways.
   *
   * @param point the point
   * @param main the first way
   * @param with the model with more levels in its modes
   * @param inner when measures whose mean curve has results are taken, too
   * @return what errors are made of; nothing if there is no second way
   */
  static Optional<ErrorShares> of(
      PreparedPoint point, OneWay main, Study.Second with, InnerTimes inner) {
    if (point.setup().times().last() == 0 && with instanceof Study.AsItIs) {
      return Optional.of(
          new ErrorShares(
              point,
              main,
              main,
              Optional.empty(),
              1,
              0,
              Way.of(point.setup()))); // nothing is evolved
    }
    Optional<Way> second = Way.witness(point.setup(), point.segments());
    if (second.isEmpty()) {
      return Optional.empty();
    }
    double rounding = second.get().rounding(point.segments(), point.setup().times().last());
    OneWay other = new OneWay(point, second.get(), false, inner);
    Optional<OneWay> wider = Optional.empty();
    if (with instanceof Study.Wider more) {
      PreparedPoint larger = more.point().prepared();
      wider = Optional.of(new OneWay(larger, Way.ofWider(larger.setup()), false, inner));
    }
    double beyond =
        wider.map(w -> LongTimes.beyond(main.curves().highest(), w.curves().highest())).orElse(1.0);
    return Optional.of(new ErrorShares(point, main, other, wider, beyond, rounding, second.get()));
  }

  /** The largest error of a measure; NaN where a way found no value. */
  double ofCurve(int measure) {
    double largest =
        largest(
            measure,
            main.curves().times(),
            main.curves().values().get(measure),
            other.curves().values().get(measure),
            wider.map(w -> w.curves().values().get(measure)));
    largest = StrictMath.max(largest, ofChecks(measure)); // NaN stays
    if (!point.layout().sampled().contains(measure)) {
      return largest;
    }
    double inside =
        largest(
            measure,
            main.sampleTimes(),
            main.samples(measure),
            other.samples(measure),
            wider.map(w -> w.samples(measure)));
    return StrictMath.max(largest, inside); // NaN stays
  }

  /** How far the ways are apart where they are compared besides the times of the file. */
  private double ofChecks(int measure) {
    if (isOverEnergy(measure)) {
      return 0; // at other times the energy may be far less, and the ratio far worse known
    }
    double[] values = main.checked(measure);
    double[] again = other.checked(measure);
    double[] more = wider.map(w -> w.checked(measure)).orElse(values);
    double largest = 0;
    for (int k = 0; k < values.length; k++) {
      double error =
          StrictMath.abs(values[k] - again[k]) + beyond * StrictMath.abs(values[k] - more[k]);
      largest = error > largest ? error : largest; // where there is no value there is none
    }
    return largest;
  }

  private boolean isOverEnergy(int measure) {
    return point.setup().measures().get(measure).kind().isOverEnergy();
  }

  private double largest(
      int measure, double[] times, double[] values, double[] again, Optional<double[]> withMore) {
    double[] more = withMore.orElse(values);
    double largest = 0;
    for (int k = 0; k < values.length; k++) {
      if (Double.isNaN(values[k]) != Double.isNaN(again[k])
          || Double.isNaN(values[k]) != Double.isNaN(more[k])) {
        return Double.NaN;
      }
      if (!Double.isNaN(values[k])) {
        double error =
            point.units()[measure]
                    * Estimate.witnessed(
                            values[k] / point.units()[measure], again[k] / point.units()[measure])
                        .error()
                + beyond * StrictMath.abs(values[k] - more[k])
                + ofRounding(measure, values[k], times[k]);
        largest = StrictMath.max(largest, error);
      }
    }
    return largest;
  }

  /** The error of a result; NaN where a way did not find it. */
  double ofResult(int result, Estimate found) {
    Optional<Estimate> again = other.value(result);
    Optional<Estimate> more = wider.map(w -> w.value(result)).orElse(Optional.of(found));
    if (again.isEmpty() || more.isEmpty()) {
      return Double.NaN;
    }
    double unit = unit(result, found.value()); // rounding of times that are all short is as small
    double apart =
        unit * Estimate.witnessed(found.value() / unit, again.get().value() / unit).error()
            + found.error()
            + again.get().error();
    double error =
        StrictMath.max(apart, alongCurve(result))
            + shift(result)
            + beyond * StrictMath.abs(found.value() - more.get().value())
            + (kind(result).isTime()
                ? 0
                : ofRounding(point.measureOf().get(result), found.value(), main.timeOf(result)));
    return Double.isFinite(error) ? error : Double.NaN;
  }

  private ResultKind kind(int result) {
    return point.setup().results().get(result).kind();
  }

  /** A time that is much shorter than all is its own unit. */
  private double unit(int result, double found) {
    double end = point.setup().times().last();
    double unit = kind(result).isTime() && end > 0 ? StrictMath.min(1, end) : 1;
    boolean much = kind(result).isTime() && found > 0 && found < PreparedPoint.SHORT * unit;
    return kind(result).isTime()
        ? much ? found : unit
        : point.units()[point.measureOf().get(result)];
  }

  /**
   * How far the two ways are apart where the curve is written. What is read between two steps may
   * agree by chance, or because both ways began with the same steps; a value is not known better
   * than the curve that it is of. An inner peak is asked for of curves that may jump, which are far
   * apart at a jump however well the peak is known.
   */
  private double alongCurve(int result) {
    double time =
        switch (kind(result)) {
          case AT, FINAL, PEAK, LOWEST -> main.timeOf(result) > 0 ? 1 : Double.POSITIVE_INFINITY;
          case AVERAGE_POWER_PEAK ->
              main.onWhole(result).map(o -> since(o.time())).orElse(Double.POSITIVE_INFINITY);
          default -> Double.POSITIVE_INFINITY; // a time, or the value at the start
        };
    return time > 0 ? apart(point.measureOf().get(result), Double.POSITIVE_INFINITY) / time : 0;
  }

  /**
   * The time that the error of an average power is divided by: the value at the end is off, and,
   * unless that is the start of the evolution, the one it is counted from is off as much.
   */
  private double since(double time) {
    double first = main.curves().times()[0];
    return (time - first) / (first > 0 ? 2 : 1);
  }

  /**
   * How far the two ways are apart at most where a curve is written, up to the first time that is
   * not before another one.
   */
  private double apart(int measure, double until) {
    double[] t = main.curves().times();
    double[] values = main.curves().values().get(measure);
    double[] again = other.curves().values().get(measure);
    double largest = 0;
    for (int k = 0; k < values.length && (k == 0 || t[k - 1] < until); k++) {
      double apart = StrictMath.abs(values[k] - again[k]);
      largest = apart > largest ? apart : largest; // NaN is not
    }
    double[] checks = main.checkTimes();
    double[] here = main.checked(measure);
    double[] there = other.checked(measure);
    int compared = isOverEnergy(measure) ? 0 : here.length;
    for (int k = 0; k < compared && (k == 0 || checks[k - 1] < until); k++) {
      double apart = StrictMath.abs(here[k] - there[k]);
      largest = apart > largest ? apart : largest;
    }
    return largest;
  }

  /**
   * By how much the time of a passage is off if the curve is off by what the two ways are apart
   * until then, and by rounding. Where values are as small as the tolerances of the states, the two
   * times may be nearer to each other than to the right one.
   */
  private double shift(int result) {
    int measure = point.measureOf().get(result);
    return main.found(result)
        .filter(o -> Double.isFinite(o.slope()))
        .map(
            o ->
                o.shift(
                    apart(measure, o.time())
                        + point.units()[measure]
                            * Estimate.rounded(o.value() / point.units()[measure]).error()
                        + ofRounding(measure, o.value(), o.time())))
        .orElse(0.0);
  }

  /**
   * What rounding of the state does to a measure. Where that is divided by an energy, both ways may
   * round a state alike that has next to no energy, so that their difference shows nothing.
   */
  private double ofRounding(int measure, double value, double time) {
    Setup.BuiltMeasure of = point.setup().measures().get(measure);
    double off =
        of.kind().isOverEnergy() ? StrictMath.max(rounding, Estimate.rounded(1).error()) : rounding;
    return of.bound(
        off,
        point.setup().battery().space().dimension(),
        StrictMath.max(point.units()[measure], point.measuring().size(measure)),
        value,
        energies.at(measure, time),
        point.energies().size(measure));
  }
}
