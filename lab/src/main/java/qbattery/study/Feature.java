package qbattery.study;

import java.util.List;
import java.util.Optional;
import qbattery.dynamics.Event;
import qbattery.dynamics.Occurrence;
import qbattery.experiment.Estimate;
import qbattery.file.Setup;

/**
 * A number taken from a curve: of an evolution it is an event that is found on the way, of a mean
 * curve it is interpolated between the times.
 *
 * @param kind how it is taken, as a file says it
 * @param level of a crossing its value, of a value its time; of others nothing
 */
record Feature(String kind, Optional<Double> level) {

  static Feature of(Setup.BuiltResult result) {
    return new Feature(result.kind().word(), result.level());
  }

  /** Whether it is taken from the state after a long time, and not from the curve. */
  boolean steady() {
    return "steady".equals(kind);
  }

  /** Whether it is told of the steady states themselves, and of no measure. */
  boolean ofSteadyStates() {
    return "steady states".equals(kind);
  }

  /** Whether it is sought at the bottom of the curve. */
  boolean upsideDown() {
    return kind.startsWith("lowest");
  }

  /** Whether the mean over realisations is that of the mean curve, or the latter is not given. */
  boolean isLinear() {
    return upsideDown()
        || kind.startsWith("inner peak")
        || List.of("initial", "final", "steady", "steady states", "at").contains(kind);
  }

  /** The name of the feature whose unit is that of time. */
  boolean isTime() {
    return kind.endsWith("time") || "half life".equals(kind) || "crossing".equals(kind);
  }

  /** Whether it is decided by the mean slope since the start. */
  boolean isAverage() {
    return kind.startsWith("average power");
  }

  /** Whether it is a measure over a time. */
  boolean isRate() {
    return "average power peak".equals(kind);
  }

  /** What decides it while the model evolves; nothing if the first or last value is all of it. */
  Optional<Event> event() {
    return switch (kind) {
      case "peak", "peak time", "lowest", "lowest time" -> Optional.of(new Event.Maximum());
      case "inner peak", "inner peak time" -> Optional.of(new Event.InnerMaximum());
      case "average power peak", "average power time" -> Optional.of(new Event.LargestAverage());
      case "half life" -> Optional.of(Event.FallToShare.HALF);
      case "crossing" -> Optional.of(new Event.Passage(level.orElseThrow()));
      case "at" -> Optional.of(new Event.ValueAt(level.orElseThrow()));
      default -> Optional.empty();
    };
  }

  /** The number of an event, with how far off the search may be. */
  Estimate of(Occurrence event) {
    return isTime()
        ? new Estimate(event.time(), event.timeUncertainty())
        : new Estimate(event.value(), event.valueUncertainty());
  }

  /**
   * The number of a curve that is known at some times alone, such as a mean, with how far
   * interpolation may be off; nothing if the curve has none.
   */
  Optional<Estimate> value(double[] t, double[] v) {
    return switch (kind) {
      case "initial" -> plain(v[0]);
      case "final" -> plain(v[v.length - 1]);
      case "peak" -> Tops.of(t, v).first().map(Tops.Top::height);
      case "peak time" -> Tops.of(t, v).first().map(Tops.Top::time);
      case "average power peak" -> Tops.of(t, averages(t, v)).first().map(Tops.Top::height);
      case "average power time" -> Tops.of(t, averages(t, v)).first().map(Tops.Top::time);
      case "half life" -> fall(v, v[0] / 2).map(k -> root(t, v, k, v[0] / 2));
      case "crossing" ->
          meet(v, level.orElseThrow())
              .map(k -> k == 0 ? new Estimate(t[0], 0) : root(t, v, k, level.orElseThrow()));
      case "at" -> at(t, v, level.orElseThrow());
      default -> Optional.empty();
    };
  }

  private static Optional<Estimate> plain(double value) {
    return Double.isNaN(value) ? Optional.empty() : Optional.of(new Estimate(value, 0));
  }

  private static Optional<Estimate> at(double[] t, double[] v, double time) {
    for (int k = 0; k < t.length; k++) {
      if (StrictMath.abs(t[k] - time) <= 1e-12 * time) {
        return plain(v[k]);
      }
    }
    return Optional.empty();
  }

  /** (v(t) - v(0))/(t - t0). */
  static double[] averages(double[] t, double[] v) {
    double[] averages = new double[v.length];
    averages[0] = Double.NaN;
    for (int k = 1; k < v.length; k++) {
      averages[k] = (v[k] - v[0]) / (t[k] - t[0]);
    }
    return averages;
  }

  /** The first index from which on a curve is below a level that it began above. */
  private static Optional<Integer> fall(double[] v, double level) {
    if (!(v[0] > 0)) {
      return Optional.empty();
    }
    for (int k = 1; k < v.length && !Double.isNaN(v[k]); k++) {
      if (v[k] < level) {
        return Optional.of(k);
      }
    }
    return Optional.empty();
  }

  /** The first index at which, or before which, a curve takes a value. */
  private static Optional<Integer> meet(double[] v, double level) {
    for (int k = 0; k < v.length; k++) {
      if (v[k] == level || (k > 0 && (v[k - 1] - level) * (v[k] - level) < 0)) {
        return Optional.of(k);
      }
    }
    return Optional.empty();
  }

  /**
   * Where a curve takes a level between k - 1 and k: by a parabola through a third point beside
   * them; another third point, and a straight line, tell how far off that may be.
   */
  private static Estimate root(double[] t, double[] v, int k, double level) {
    double width = t[k] - t[k - 1];
    double share = v[k - 1] == v[k] ? 0 : (v[k - 1] - level) / (v[k - 1] - v[k]);
    double straight = t[k - 1] + share * width;
    Optional<Double> after = curved(t, v, k, k + 1, level);
    Optional<Double> before = curved(t, v, k, k - 2, level);
    if (after.isEmpty() && before.isEmpty()) {
      return new Estimate(straight, width / 2);
    }
    double best = after.or(() -> before).orElse(straight);
    double other = before.or(() -> after).orElse(straight);
    double apart = StrictMath.max(StrictMath.abs(best - other), StrictMath.abs(best - straight));
    return new Estimate(best, apart);
  }

  /** Inverse quadratic interpolation; nothing if there is no third point or it leads outside. */
  private static Optional<Double> curved(double[] t, double[] v, int k, int third, double level) {
    if (third < 0
        || third >= v.length
        || Double.isNaN(v[third])
        || v[third] == v[k]
        || v[third] == v[k - 1]
        || v[k] == v[k - 1]) {
      return Optional.empty();
    }
    double a = v[k - 1] - level;
    double b = v[k] - level;
    double c = v[third] - level;
    double time =
        t[k - 1] * b * c / ((a - b) * (a - c))
            + t[k] * a * c / ((b - a) * (b - c))
            + t[third] * a * b / ((c - a) * (c - b));
    return time >= t[k - 1] && time <= t[k] ? Optional.of(time) : Optional.empty();
  }
}
