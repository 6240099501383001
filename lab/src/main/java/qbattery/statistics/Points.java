package qbattery.statistics;

import java.util.Arrays;

/**
 * Points that a curve is fitted to.
 *
 * @param x where they are, in any order
 * @param y the values
 * @param sigma the standard errors of the values, positive
 */
public record Points(double[] x, double[] y, double[] sigma) {

  /**
   * Copies the arrays.
   *
   * @throws IllegalArgumentException if they differ in length, a number is not finite, or an error
   *     is not positive
   */
  public Points {
    x = x.clone();
    y = y.clone();
    sigma = sigma.clone();
    if (x.length != y.length || x.length != sigma.length) {
      throw new IllegalArgumentException(
          "Points need x, y and an error each, but there are %d, %d and %d."
              .formatted(x.length, y.length, sigma.length));
    }
    for (int i = 0; i < x.length; i++) {
      boolean finite = Double.isFinite(x[i]) && Double.isFinite(y[i]) && Double.isFinite(sigma[i]);
      if (!finite || !(sigma[i] > 0)) {
        throw new IllegalArgumentException(
            "Point %d is (%s, %s +- %s); a fit needs finite numbers and positive errors."
                .formatted(i, x[i], y[i], sigma[i]));
      }
    }
  }

  @Override
  public double[] x() {
    return x.clone();
  }

  @Override
  public double[] y() {
    return y.clone();
  }

  @Override
  public double[] sigma() {
    return sigma.clone();
  }

  int size() {
    return x.length;
  }

  /** How many places there are, those with several points counted once. */
  int places() {
    return (int) Arrays.stream(x).distinct().count();
  }

  /** The same values at other places. */
  Points at(double[] places) {
    return new Points(places, y, sigma);
  }
}
