package qbattery.paper.arjmandi2022;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import qbattery.statistics.Mean;
import qbattery.statistics.Moments;

/**
 * Numbers with their standard errors.
 *
 * @param values the numbers, NaN where there is none
 * @param standardErrors of each; 0 where all realisations are alike
 */
record MeanSeries(double[] values, double[] standardErrors) {

  /** Copies the arrays. */
  MeanSeries {
    values = values.clone();
    standardErrors = standardErrors.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public double[] standardErrors() {
    return standardErrors.clone();
  }

  /** Whether there is no statistical error. */
  boolean certain() {
    return Arrays.stream(standardErrors).noneMatch(error -> error > 0);
  }

  static MeanSeries of(Curves curves, Merit merit) {
    return new MeanSeries(curves.mean(merit).means(), curves.errors(merit));
  }

  /** The mean of a sum of two merits, with the error of the sum in each realisation. */
  static MeanSeries ofSum(Curves curves, Merit one, Merit other) {
    double[] means = new double[curves.times().length];
    double[] errors = new double[means.length];
    for (int k = 0; k < means.length; k++) {
      int first = curves.run().column(one, k);
      int second = curves.run().column(other, k);
      Mean mean = mean(curves, row -> row[first] + row[second]);
      means[k] = mean.value();
      errors[k] = curves.certain() ? 0 : mean.standardError();
    }
    return new MeanSeries(means, errors);
  }

  private static Mean mean(Curves curves, ToDoubleFunction<double[]> number) {
    Moments moments = new Moments();
    curves.rows().forEach(row -> moments.add(number.applyAsDouble(row)));
    return moments.mean();
  }

  /** This series, and after it the places from one up to another of a later series. */
  MeanSeries then(MeanSeries later, int from, int to) {
    return new MeanSeries(
        joined(values, later.values, from, to),
        joined(standardErrors, later.standardErrors, from, to));
  }

  static double[] joined(double[] early, double[] late, int from, int to) {
    double[] all = Arrays.copyOf(early, early.length + to - from);
    System.arraycopy(late, from, all, early.length, to - from);
    return all;
  }
}
