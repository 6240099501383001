package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import qbattery.dynamics.EventScan;

/** Mean curves that are known in closed form lie in their bands, and so do their events. */
class BandTest {

  private static final int REALISATIONS = 5;

  /** Places at which the known curves are looked at. */
  private static final int FINE = 10_000;

  private final RowLayout.Banded plain = new RowLayout.Banded(0, false);
  private final RowLayout.Banded averages = new RowLayout.Banded(0, true);

  /** Realisations exp(-g t) (a + b cos(w t + p)), looked at in steps of about two radians. */
  private record Case(List<DoubleUnaryOperator> curves, double[] times, List<double[]> rows) {

    double mean(double t) {
      return curves.stream().mapToDouble(c -> c.applyAsDouble(t)).average().orElseThrow();
    }

    double average(double t) {
      return (mean(t) - mean(0)) / t;
    }

    double[] means() {
      double[] means = new double[times.length];
      for (int k = 0; k < means.length; k++) {
        means[k] = mean(times[k]);
      }
      return means;
    }
  }

  private Case drawn(SplittableRandom random, int count, double fastest) {
    double[] times = new double[count];
    double power = random.nextBoolean() ? 1 : 2; // equal distances, or others
    for (int k = 0; k < count; k++) {
      times[k] = Math.pow((double) k / (count - 1), power);
    }
    RowLayout layout = layout(count);
    List<DoubleUnaryOperator> curves = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < REALISATIONS; i++) {
      double g = 2 * random.nextDouble();
      double a = random.nextDouble();
      double b = random.nextDouble();
      double w = fastest * (0.7 + 0.3 * random.nextDouble());
      double p = 0.8 * random.nextDouble();
      DoubleUnaryOperator curve = t -> Math.exp(-g * t) * (a + b * Math.cos(w * t + p));
      EventScan scan = new EventScan(List.of(), times);
      int steps = 1 + (int) Math.ceil(w / 2);
      for (int k = 0; k < steps; k++) {
        scan.look((double) k / steps, (k + 1.0) / steps, curve);
      }
      double[] row = new double[layout.width()];
      double[] v = new double[count];
      for (int k = 0; k < count; k++) {
        v[k] = curve.applyAsDouble(times[k]);
        row[layout.value(0, k)] = v[k];
      }
      Band.record(layout, 0, times, v, scan.between(), row);
      Band.record(layout, 1, times, v, scan.between(), row);
      curves.add(curve);
      rows.add(row);
    }
    return new Case(curves, times, rows);
  }

  private RowLayout layout(int count) {
    return new RowLayout(
        List.of("m"),
        List.of(),
        IntStream.range(0, count).mapToObj(k -> (double) k).toList(),
        false,
        List.of(plain, averages));
  }

  private static Optional<Double> fall(DoubleUnaryOperator curve, double level) {
    for (int k = 1; k <= FINE; k++) {
      if (curve.applyAsDouble((double) k / FINE) < level) {
        return Optional.of((double) k / FINE);
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

  @Test
  void eventsOfMeanCurvesAreWhereTheirBandsSay() {
    SplittableRandom random = new SplittableRandom(11);
    int betweenTimes = 0;
    for (int c = 0; c < 100; c++) {
      int count = 4 + random.nextInt(30);
      Case one = drawn(random, count, 1 + 60 * random.nextDouble());
      String what = "case " + c;
      Band band = Band.of(layout(count), 0, one.times, one.rows);
      Feature half = new Feature("half life", Optional.empty());
      Band.Limits limits = band.limits(half);
      Optional<Double> fall = fall(one::mean, one.mean(0) / 2);
      if (fall.isPresent()) {
        assertThat(fall.get()).as(what).isBetween(limits.earliest(), limits.latest() + 1.0 / FINE);
      } else {
        assertThat(limits.latest()).as(what).isInfinite();
      }
      Optional<Double> found = half.value(one.times, one.means()).map(e -> e.value());
      if (found.isPresent() && fall.isPresent()) {
        double error = limits.error(true, found.get());
        assertThat(found.get()).as(what).isCloseTo(fall.get(), within(error + 1.0 / FINE));
        betweenTimes += Math.abs(found.get() - fall.get()) > 0.5 / count ? 1 : 0;
      }
      double[] top = summit(one::mean);
      Band.Limits peak = band.limits(new Feature("peak", Optional.empty()));
      if (one.mean(0) < top[1]) {
        assertThat(top[0]).as(what).isBetween(peak.earliest() - 1.0 / FINE, peak.latest());
        assertThat(top[1]).as(what).isBetween(peak.lowest() - 1e-5, peak.highest());
      }
      double[] rate = summit(one::average);
      Band.Limits power =
          Band.of(layout(count), 1, one.times, one.rows)
              .limits(new Feature("average power peak", Optional.empty()));
      assertThat(rate[0]).as(what).isBetween(power.earliest() - 1.0 / FINE, power.latest());
      double slack = 1e-3 * Math.max(1, Math.abs(rate[1])); // 1/FINE from the limit at the start
      assertThat(rate[1]).as(what).isBetween(power.lowest() - slack, power.highest() + slack);
    }
    assertThat(betweenTimes).isPositive(); // some were missed at the times, and their errors know
  }

  @Test
  void manyTimesMakeErrorsSmall() {
    SplittableRandom random = new SplittableRandom(12);
    for (int c = 0; c < 10; c++) {
      Case one = drawn(random, 400, 12);
      Band band = Band.of(layout(400), 0, one.times, one.rows);
      Feature half = new Feature("half life", Optional.empty());
      Optional<Double> found = half.value(one.times, one.means()).map(e -> e.value());
      if (found.isPresent()) {
        assertThat(band.limits(half).error(true, found.get())).isLessThan(1e-4);
      }
      Feature peak = new Feature("peak", Optional.empty());
      double height = peak.value(one.times, one.means()).orElseThrow().value();
      assertThat(band.limits(peak).error(false, height)).isLessThan(1e-5);
      assertThat(band.limits(peak).areWide(one.times)).isFalse();
    }
  }

  @Test
  void whereARealisationWasNotSeenNothingIsKnown() {
    Case one = drawn(new SplittableRandom(13), 10, 5);
    RowLayout layout = layout(10);
    one.rows.get(2)[layout.low(0, 3)] = Double.NaN;
    one.rows.get(2)[layout.high(0, 3)] = Double.NaN;
    Band band = Band.of(layout, 0, one.times, one.rows);
    assertThat(band.limits(new Feature("peak", Optional.empty())).areKnown()).isFalse();
  }
}
