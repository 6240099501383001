package qbattery.study;

import java.util.List;
import qbattery.statistics.Bootstrap;
import qbattery.statistics.MeanCurve;

/**
 * A result of the mean curve at one place.
 *
 * @param value NaN where it does not happen
 * @param standardError by drawing the realisations again; NaN for fewer than two
 * @param error how far off the mean of these realisations may be; NaN if that is not known
 */
record MeanResult(double value, double standardError, double error) {

  private static final int REPLICATES = 400;

  private static final MeanResult NONE = new MeanResult(Double.NaN, Double.NaN, Double.NaN);

  /** How often the realisations are drawn again. */
  static int replicates() {
    return REPLICATES;
  }

  static MeanResult of(Outcome outcome, int place, int result) {
    List<double[]> rows = outcome.rows(place);
    RowLayout layout = outcome.study().layout();
    if (!outcome.completion(place).hasNumbers()) {
      return NONE;
    }
    var built = outcome.study().middle(place).setup().results().get(result);
    boolean unbounded = // a realisation without a largest average has a mean slope without bound
        built.kind().isAverage()
            && rows.stream().anyMatch(row -> Double.isNaN(row[layout.result(result)]));
    if (unbounded) {
      return NONE;
    }
    int measure = layout.measures().indexOf(built.measure());
    double[] t = outcome.innerTimes(place);
    int first = outcome.inner(place, measure);
    MeanCurve mean = MeanCurve.of(rows, first, t.length);
    MeanCourse course = MeanCourse.of(built, t, mean.means());
    double value = course.value(built).map(e -> e.value()).orElse(Double.NaN);
    double error =
        Double.isNaN(value) || !areTheSame(mean.counts())
            ? Double.NaN
            : course.error(built, outcome.measureError(place, measure));
    if (rows.size() < 2) {
      return new MeanResult(value, Double.NaN, error);
    }
    String name = layout.results().get(result) + " of the mean curve, place " + place;
    double standardError =
        Bootstrap.standardError(
            rows.size(),
            REPLICATES,
            name,
            indices ->
                MeanCourse.of(built, t, MeanCurve.meansOf(rows, first, t.length, indices))
                    .value(built)
                    .map(e -> e.value())
                    .orElse(Double.NaN));
    return new MeanResult(value, standardError, error);
  }

  /** Whether the same realisations have values at all times at which there is any. */
  private static boolean areTheSame(int[] counts) {
    int most = 0;
    for (int count : counts) {
      most = StrictMath.max(most, count);
    }
    for (int count : counts) {
      if (count != 0 && count != most) {
        return false;
      }
    }
    return true;
  }

  /** Why an error at a place is not known. */
  static String whyNotKnown(Outcome outcome, int place, int result) {
    RowLayout layout = outcome.study().layout();
    var section = outcome.study().model().results().get(result);
    int measure = layout.measures().indexOf(section.measure());
    if (Double.isNaN(outcome.measureError(place, measure))) {
      return outcome.whyNotKnown(place);
    }
    MeanCurve mean =
        MeanCurve.of(
            outcome.rows(place), outcome.inner(place, measure), outcome.innerTimes(place).length);
    return areTheSame(mean.counts())
        ? "Within the error of the curve it may not happen at all."
        : "Some realisations have no value at times at which others have one.";
  }
}
