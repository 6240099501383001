package qbattery.paper.quach2020;

import java.util.Arrays;
import java.util.Optional;
import qbattery.experiment.Estimate;
import qbattery.statistics.Fit;
import qbattery.statistics.Measured;
import qbattery.statistics.Points;
import qbattery.statistics.PowerLaw;

/**
 * Power laws through numbers that carry no noise: each counts alike on a logarithmic scale, and the
 * standard error is what the scatter about the fit makes it.
 */
final class Powers {

  /** Any common relative error serves: the scatter replaces it. */
  private static final double RELATIVE = 0.01;

  private Powers() {}

  /** The exponent of {@code A x^p}; its error is one standard error from the scatter. */
  static Estimate exponent(double[] x, double[] y) {
    return PowerLaw.fit(points(x, y))
        .curve()
        .map(law -> scattered(law, law.exponent()))
        .orElseThrow(() -> new ArithmeticException("These numbers follow no power law."));
  }

  /** The fitted curve {@code A x^p}. */
  static PowerLaw law(double[] x, double[] y) {
    return PowerLaw.fit(points(x, y))
        .curve()
        .orElseThrow(() -> new ArithmeticException("These numbers follow no power law."));
  }

  /** Exponent and offset of {@code A x^p + B}; nothing where they cannot be told. */
  static Optional<Offset> withOffset(double[] x, double[] y) {
    Fit<PowerLaw> fit = PowerLaw.fitWithOffset(points(x, y));
    return fit.curve()
        .flatMap(
            law ->
                law.offset()
                    .map(b -> new Offset(scattered(law, law.exponent()), scattered(law, b))));
  }

  /** The exponent between the last two numbers. */
  static double lastExponent(double[] x, double[] y) {
    int n = x.length;
    return StrictMath.log(y[n - 1] / y[n - 2]) / StrictMath.log(x[n - 1] / x[n - 2]);
  }

  /** Largest distance from the straight line of least squares, over the largest number. */
  static double departureFromLine(double[] x, double[] y) {
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    for (int k = 0; k < x.length; k++) {
      xy += (x[k] - meanX) * (y[k] - meanY);
      xx += (x[k] - meanX) * (x[k] - meanX);
    }
    double largest = 0;
    for (int k = 0; k < x.length; k++) {
      largest = StrictMath.max(largest, StrictMath.abs(y[k] - meanY - xy / xx * (x[k] - meanX)));
    }
    return largest / Arrays.stream(y).max().orElseThrow();
  }

  /** What a fit with an offset gives. */
  record Offset(Estimate exponent, Estimate offset) {}

  private static Points points(double[] x, double[] y) {
    return new Points(x, y, Arrays.stream(y).map(v -> RELATIVE * v).toArray());
  }

  private static Estimate scattered(PowerLaw law, Measured measured) {
    double scatter = StrictMath.sqrt(law.parameters().reducedChiSquare());
    return new Estimate(measured.value(), scatter * measured.standardError());
  }
}
