package qbattery.paper.quach2020;

import java.util.Arrays;
import java.util.List;
import qbattery.experiment.Estimate;

/** Power laws and straight lines through numbers that carry no noise. */
final class Powers {

  private Powers() {}

  /**
   * The exponent of {@code A x^p} fitted to numbers, each counted alike on a logarithmic scale; its
   * error is what the errors of the numbers make of it. How well one power describes them is
   * another matter: the exponent depends on the range.
   */
  static Estimate exponent(double[] x, List<Estimate> y) {
    double mean = meanLog(x);
    double square = 0;
    for (double value : x) {
      square += StrictMath.pow(StrictMath.log(value) - mean, 2);
    }
    double sum = 0;
    double error = 0;
    for (int k = 0; k < x.length; k++) {
      double weight = (StrictMath.log(x[k]) - mean) / square;
      sum += weight * StrictMath.log(y.get(k).value());
      error += StrictMath.abs(weight) * y.get(k).error() / StrictMath.abs(y.get(k).value());
    }
    return Estimate.rounded(sum).widened(error);
  }

  /** The fitted curve {@code A x^p} at a place. */
  static double fitted(double[] x, List<Estimate> y, double exponent, double at) {
    double mean = meanLog(y.stream().mapToDouble(Estimate::value).toArray());
    return StrictMath.exp(mean + exponent * (StrictMath.log(at) - meanLog(x)));
  }

  private static double meanLog(double[] values) {
    return Arrays.stream(values).map(StrictMath::log).average().orElseThrow();
  }

  /**
   * Largest distance from the straight line of least squares, over the largest number; its error is
   * what the errors of the numbers make of it at most.
   */
  static Estimate departureFromLine(double[] x, List<Estimate> y) {
    double[] values = y.stream().mapToDouble(Estimate::value).toArray();
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(values).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    for (int k = 0; k < x.length; k++) {
      xy += (x[k] - meanX) * (values[k] - meanY);
      xx += (x[k] - meanX) * (x[k] - meanX);
    }
    double largest = 0;
    for (int k = 0; k < x.length; k++) {
      double line = meanY + xy / xx * (x[k] - meanX);
      largest = StrictMath.max(largest, StrictMath.abs(values[k] - line));
    }
    // A line of least squares moves by no more than the numbers do together.
    double error = y.stream().mapToDouble(Estimate::error).sum();
    double top = Arrays.stream(values).max().orElseThrow();
    return Estimate.rounded(largest / top).widened(2 * error / top);
  }
}
