package qbattery.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import qbattery.dynamics.events.Event;
import qbattery.dynamics.events.EventScan;
import qbattery.dynamics.events.Occurrence;
import qbattery.file.words.BuiltResult;
import qbattery.measure.Estimate;

/**
 * The whole course of a mean over realisations, from its values at {@linkplain InnerTimes inner
 * times}: in each piece a polynomial, on which results are found as on the curve of one battery.
 *
 * <p>How far off a result may be follows from how far the curve may be from the polynomials: a
 * level is passed no earlier than by the lower of two curves at that distance, and no later than by
 * the upper one.
 */
final class MeanCourse {

  /** Stretches of a piece that are looked at one by one: a step of the integrator each. */
  private static final int STRETCHES = 4;

  /** Points from which the mean slope at the start is extrapolated: they span about a radian. */
  private static final int LIMIT = 6;

  /** Peaks that differ by less, relative to the largest value, are equal; as in a search. */
  static final double EQUAL = 1e-7;

  private final double[] ends;
  private final List<ChebyshevPiece> pieces = new ArrayList<>();
  private final double initial;
  private final double largest;
  private final boolean averages;

  /** How far off the mean slope at the start may be; 0 if the course is of the values. */
  private final double limitError;

  /**
   * A course.
   *
   * @param t the inner times
   * @param v the mean values there, NaN where there is none
   * @param averages whether the course is of the mean slope since the start
   */
  MeanCourse(double[] t, double[] v, boolean averages) {
    int points = InnerTimes.DEGREE + 1;
    this.averages = averages;
    this.initial = v[0];
    this.largest = largest(v);
    this.ends = new double[t.length / points + 1];
    ends[0] = t[0];
    double off = 0;
    for (int p = 0; p + 1 < ends.length; p++) {
      double[] times = Arrays.copyOfRange(t, p * points, (p + 1) * points);
      double[] values = Arrays.copyOfRange(v, p * points, (p + 1) * points);
      if (averages) {
        for (int k = 0; k < points; k++) {
          values[k] = (values[k] - initial) / (times[k] - t[0]);
        }
        if (p == 0) {
          values[0] = limit(times, values, LIMIT);
          off = StrictMath.abs(values[0] - limit(times, values, LIMIT - 1));
        }
      }
      pieces.add(new ChebyshevPiece(times, values));
      ends[p + 1] = times[points - 1];
    }
    this.limitError = off;
  }

  /** The mean slope at the start, from that at some points after it. */
  private static double limit(double[] t, double[] averages, int count) {
    return ChebyshevPiece.extrapolated(
        t[0], Arrays.copyOfRange(t, 1, count + 1), Arrays.copyOfRange(averages, 1, count + 1));
  }

  private static double largest(double[] v) {
    return Arrays.stream(v).filter(x -> !Double.isNaN(x)).map(StrictMath::abs).max().orElse(0);
  }

  /** The course that decides a result. */
  static MeanCourse of(BuiltResult result, double[] t, double[] v) {
    return new MeanCourse(t, v, result.kind().isAverage());
  }

  /** A result; nothing if it does not happen. */
  Optional<Estimate> value(BuiltResult result) {
    return found(result).map(result::of);
  }

  private Optional<Occurrence> found(BuiltResult result) {
    return find(p -> pieces.get(p)::at, event(result));
  }

  private Event event(BuiltResult result) {
    return averages ? new Event.Maximum() : result.event().orElseThrow();
  }

  /** Finds an event on a curve that is given piece by piece. */
  private Optional<Occurrence> find(IntFunction<DoubleUnaryOperator> curve, Event event) {
    return find(curve, event, ends[0], ends[ends.length - 1]);
  }

  private Optional<Occurrence> find(
      IntFunction<DoubleUnaryOperator> curve, Event event, double from, double to) {
    EventScan scan = new EventScan(List.of(event), from, to);
    if (pieces.isEmpty()) {
      scan.look(from, to, t -> initial);
    }
    for (int p = 0; p < pieces.size(); p++) {
      scan.mayJump();
      for (int s = 0; s < STRETCHES && scan.isOpen(); s++) {
        double width = ends[p + 1] - ends[p];
        double end = s + 1 == STRETCHES ? ends[p + 1] : ends[p] + width * (s + 1) / STRETCHES;
        if (end >= from) {
          scan.look(ends[p] + width * s / STRETCHES, end, curve.apply(p));
        }
      }
    }
    return scan.found().get(0);
  }

  /** The same on the curve that runs backwards; the time of what is found is negative. */
  private Optional<Occurrence> findBackwards(
      IntFunction<DoubleUnaryOperator> curve, Event event, double from, double to) {
    EventScan scan = new EventScan(List.of(event), -from, -to);
    for (int p = pieces.size() - 1; p >= 0; p--) {
      DoubleUnaryOperator piece = curve.apply(p);
      scan.mayJump();
      for (int s = STRETCHES; s > 0 && scan.isOpen(); s--) {
        double width = ends[p + 1] - ends[p];
        double begin = s == STRETCHES ? ends[p + 1] : ends[p] + width * s / STRETCHES;
        double end = s == 1 ? ends[p] : ends[p] + width * (s - 1) / STRETCHES;
        if (end <= from) {
          scan.look(-begin, -end, t -> piece.applyAsDouble(-t));
        }
      }
    }
    return scan.found().get(0);
  }

  /**
   * How far off a result may be.
   *
   * @param result the result, which has a value
   * @param numbers how far off the values at the inner times may be
   * @return the error; NaN if it is not known, or the event may not happen at all
   */
  double error(BuiltResult result, double numbers) {
    if (pieces.isEmpty() || Double.isNaN(numbers)) {
      return result.kind().isTime() && pieces.isEmpty() ? 0 : numbers;
    }
    Occurrence there = found(result).orElseThrow();
    double off = averages ? numbers / lasts(there) : numbers;
    return switch (result.kind()) {
      case HALF_LIFE -> passage(there, initial / 2, 1.5 * off); // the level is half as far off
      case CROSSING -> passage(there, result.level().orElseThrow(), off);
      default -> summit(result, there, off);
    };
  }

  /** An error of the states builds up over a time; at the start over the steps of a piece. */
  private double lasts(Occurrence there) {
    return StrictMath.max(there.time() - ends[0], ends[1] - ends[0]);
  }

  /** How far the curve may be from the polynomial of a piece, with what its values are off. */
  private double distance(int p, double off) {
    double own = pieces.get(p).error();
    return off + (Double.isNaN(own) ? 0 : own) + (p == 0 ? limitError : 0);
  }

  /** The curve at the distance at which the true one may be, above or below. */
  private IntFunction<DoubleUnaryOperator> beside(int side, double off) {
    return p -> {
      double distance = side * distance(p, off);
      return t -> pieces.get(p).at(t) + distance;
    };
  }

  private double passage(Occurrence there, double level, double off) {
    if (initial == level) {
      return 0;
    }
    int first = first();
    double begins = pieces.get(first).first();
    int side = begins > level ? 1 : -1;
    Event event = new Event.Passage(level);
    Optional<Occurrence> latest = find(beside(side, off), event);
    if (latest.isEmpty()) {
      return Double.NaN; // it may not happen at all
    }
    boolean mayHappenAtOnce = side * (begins - level) <= distance(first, off);
    double earliest =
        mayHappenAtOnce
            ? ends[0]
            : find(beside(-side, off), event).map(Occurrence::time).orElse(there.time());
    double apart = StrictMath.max(there.time() - earliest, latest.get().time() - there.time());
    return StrictMath.max(0, apart) + there.timeUncertainty();
  }

  /** The first piece that has values; the last if none has. */
  private int first() {
    int first = 0;
    while (first + 1 < pieces.size() && Double.isNaN(pieces.get(first).first())) {
      first++;
    }
    return first;
  }

  private double summit(BuiltResult result, Occurrence there, double off) {
    Event highest = new Event.Maximum();
    double least = find(beside(-1, off), highest).orElseThrow().value();
    if (!result.kind().isTime()) {
      double most = find(beside(1, off), highest).orElseThrow().value();
      double apart = StrictMath.max(most - there.value(), there.value() - least);
      return StrictMath.max(0, apart) + there.valueUncertainty();
    }
    return StrictMath.max(before(there, least, off), after(there, least, off))
        + there.timeUncertainty();
  }

  /** How much earlier the curve may be as high. */
  private double before(Occurrence there, double least, double off) {
    Optional<Occurrence> first = find(beside(1, off), new Event.Passage(least));
    return first.map(o -> there.time() - o.time()).orElse(there.time() - ends[0]);
  }

  /**
   * How much later the curve may be as high; or, after it has fallen, so much higher that the peak
   * is not taken for equal to the first.
   */
  private double after(Occurrence there, double least, double off) {
    double last = ends[ends.length - 1];
    double over = least + EQUAL * largest;
    double fallen =
        find(beside(1, off), new Event.Fall(least), there.time(), last)
            .map(Occurrence::time)
            .orElse(last);
    double again =
        findBackwards(beside(1, off), new Event.Passage(over), last, there.time())
            .map(o -> -o.time())
            .orElse(there.time());
    return StrictMath.max(fallen, again) - there.time();
  }
}
