package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.ROUNDING;
import static qbattery.testing.Tolerance.rounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.file.words.BuiltResult;
import qbattery.file.words.ResultKind;
import qbattery.measure.Estimate;

/** Means of curves with closed forms, known at inner times, have their events within the errors. */
class MeanCourseTest {

  private static final BuiltResult HALF = result(ResultKind.HALF_LIFE, Optional.empty());
  private static final BuiltResult PEAK = result(ResultKind.PEAK, Optional.empty());
  private static final BuiltResult WHEN = result(ResultKind.PEAK_TIME, Optional.empty());
  private static final BuiltResult POWER = result(ResultKind.AVERAGE_POWER_PEAK, Optional.empty());

  private static BuiltResult result(ResultKind kind, Optional<Double> level) {
    return new BuiltResult("r", kind, "m", level, Optional.empty(), Optional.empty());
  }

  /** Places at which the known curves are looked at. */
  private static final int FINE = 20_000;

  /** Pieces in which a frequency turns by eight radians, up to the time 1. */
  private static InnerTimes times(double frequency) {
    int steps = (int) Math.ceil(frequency / 2);
    double[] ends = new double[steps];
    for (int k = 0; k < steps; k++) {
      ends[k] = (k + 1.0) / steps;
    }
    return InnerTimes.of(List.of(new PointRun.Pace(ends, new double[0])));
  }

  private static MeanCourse course(
      BuiltResult feature, InnerTimes inner, DoubleUnaryOperator curve) {
    double[] t = inner.between(0, 1);
    return MeanCourse.of(feature, t, Arrays.stream(t).map(curve).toArray());
  }

  private static Optional<Double> fall(DoubleUnaryOperator curve) {
    for (int k = 1; k <= FINE; k++) {
      if (curve.applyAsDouble((double) k / FINE) < curve.applyAsDouble(0) / 2) {
        return Optional.of((k - 0.5) / FINE);
      }
    }
    return Optional.empty();
  }

  private static double[] summit(DoubleUnaryOperator curve) {
    double[] best = {Double.NaN, Double.NEGATIVE_INFINITY};
    for (int k = 1; k <= FINE; k++) {
      double value = curve.applyAsDouble((double) k / FINE);
      if (value > best[1]) {
        best = new double[] {(double) k / FINE, value};
      }
    }
    return best;
  }

  /** Five damped oscillations; of kinked ones the absolute values, as those of an ergotropy. */
  private static DoubleUnaryOperator mean(SplittableRandom random, double fastest, boolean kinks) {
    List<DoubleUnaryOperator> curves = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      double g = 2 * random.nextDouble();
      double a = random.nextDouble();
      double b = random.nextDouble();
      double w = fastest * (0.7 + 0.3 * random.nextDouble());
      double p = 6 * random.nextDouble();
      curves.add(
          t -> {
            double v = Math.exp(-g * t) * (a + b * Math.cos(w * t + p));
            return kinks ? Math.max(0, v - 0.2 * a) + 0.1 * a : v;
          });
    }
    return t -> curves.stream().mapToDouble(c -> c.applyAsDouble(t)).average().orElseThrow();
  }

  /** Results that were looked at, and how many of them are outside of parts of their errors. */
  private static final class Tally {
    private int all;
    private int outside;
    private int outsideTenth;

    void add(double found, double error, double slack, double right) {
      all++;
      double off = Math.abs(found - right) - slack;
      outside += off <= error ? 0 : 1; // an error that is not known covers nothing
      outsideTenth += off <= 0.1 * error ? 0 : 1;
    }
  }

  /** With inner times for the frequencies, for half and for a fifth of them, and with kinks. */
  @ParameterizedTest
  @CsvSource({"1, false", "0.5, false", "0.2, false", "1, true", "0.5, true", "0.2, true"})
  void eventsAreWithinTheirErrors(double share, boolean kinks) {
    SplittableRandom random = new SplittableRandom(11);
    Tally tally = new Tally();
    for (int c = 0; c < 100; c++) {
      double fastest = 2 + 100 * random.nextDouble();
      DoubleUnaryOperator mean = mean(random, fastest, kinks);
      InnerTimes inner = times(share * fastest);
      MeanCourse plain = course(HALF, inner, mean);
      Optional<Double> fall = mean.applyAsDouble(0) > 0 ? fall(mean) : Optional.empty();
      Optional<Double> half = plain.value(HALF).map(Estimate::value);
      double halfError = half.isPresent() ? plain.error(HALF, 0) : Double.NaN;
      if (!Double.isNaN(halfError)) { // else it may not happen at all
        tally.add(half.orElseThrow(), halfError, 1.0 / FINE, fall.orElse(Double.NaN));
      }
      double[] top = summit(mean);
      if (top[1] > mean.applyAsDouble(0)) {
        tally.add(value(plain, PEAK), plain.error(PEAK, 0), 1e-5, top[1]);
        tally.add(value(plain, WHEN), plain.error(WHEN, 0), 1.0 / FINE, top[0]);
      }
      double first = mean.applyAsDouble(0);
      DoubleUnaryOperator slope = t -> (mean.applyAsDouble(t) - first) / t;
      double rate = Math.max(summit(slope)[1], slope.applyAsDouble(1e-8));
      MeanCourse averages = course(POWER, inner, mean);
      tally.add(value(averages, POWER), averages.error(POWER, 0), 1e-4, rate);
    }
    assertThat(tally.all).isGreaterThan(300);
    assertThat(tally.outside).isZero();
    if (kinks && share < 1) { // else all are nearer than this test looks
      assertThat(tally.outsideTenth).isPositive();
    }
  }

  private static double value(MeanCourse course, BuiltResult feature) {
    return course.value(feature).orElseThrow().value();
  }

  /** The errors of a smooth curve are small where the inner times are those of its frequencies. */
  @Test
  void errorsOfSmoothCurvesAreSmall() {
    DoubleUnaryOperator curve = t -> Math.cos(40 * t);
    MeanCourse plain = course(HALF, times(40), curve);
    assertThat(value(plain, HALF)).isCloseTo(Math.PI / 120, rounding(1));
    assertThat(plain.error(HALF, 0)).isLessThan(1e-7); // small beside the number
    assertThat(plain.error(HALF, 1e-3)).isBetween(1e-5, 1e-4); // 1.5e-3 over a slope of 35
    DoubleUnaryOperator rising = t -> Math.sin(40 * t) / 40;
    MeanCourse averages = course(POWER, times(40), rising);
    assertThat(value(averages, POWER)).isCloseTo(1, within(averages.error(POWER, 0)));
    assertThat(averages.error(POWER, 0)).isLessThan(1e-4); // small beside the number
  }

  /** A ratio has no value at first; what follows has its peak and passages. */
  @Test
  void aCurveThatBeginsLaterHasItsEvents() {
    double[] t = times(40).between(0, 1);
    double[] v =
        Arrays.stream(t)
            .map(x -> x < 1e-6 ? Double.NaN : Math.sin(10 * x))
            .toArray(); // it begins later
    MeanCourse plain = new MeanCourse(t, v, false);
    assertThat(value(plain, PEAK)).isCloseTo(1, within(plain.error(PEAK, 0) + ROUNDING));
    assertThat(plain.error(PEAK, 0)).isLessThan(1e-6); // small beside the number
    BuiltResult crossing = result(ResultKind.CROSSING, Optional.of(0.5));
    double error = plain.error(crossing, 0);
    assertThat(value(plain, crossing)).isCloseTo(Math.PI / 60, within(error + ROUNDING));
    assertThat(error).isLessThan(1e-6); // small beside the number
    assertThat(plain.value(HALF)).isEmpty(); // half of what is not known
  }

  /** Within what a curve may be off, a level near its top may not be reached. */
  @Test
  void whatMayNotHappenHasNoError() {
    MeanCourse plain = course(PEAK, times(40), t -> Math.sin(10 * t));
    BuiltResult crossing = result(ResultKind.CROSSING, Optional.of(1 - 1e-5));
    assertThat(plain.error(crossing, 1e-6)).isPositive();
    assertThat(plain.error(crossing, 1e-4)).isNaN();
  }
}
