package qbattery.statistics;

import java.util.Optional;

/**
 * The curve {@code y = A x^p} or {@code y = A x^p + B} for positive x, fitted to points by least
 * squares.
 *
 * @param parameters A in the unit of y, p, and B in the unit of y where it was fitted, in this
 *     order; A is the value of the power at x = 1
 */
public record PowerLaw(Parameters parameters) {

  /**
   * Fits {@code y = A x^p} as the straight line {@code ln y = ln A + p ln x}, with the errors
   * {@code sigma / y} of ln y. Good where these are small: the logarithm of a noisy value is too
   * low on average by {@code (sigma / y)^2 / 2}.
   *
   * @param points the points; their errors are taken to be right and independent
   * @return the curve, or why there is none: fewer than three different x, or an x or y that is not
   *     positive
   */
  public static Fit<PowerLaw> fit(Points points) {
    return PowerLawFit.plain(points);
  }

  /**
   * Fits {@code y = A x^p + B}: for each p on a grid, A and B follow from a line in {@code x^p};
   * from every minimum along the grid the method of Levenberg and Marquardt goes on in all three.
   *
   * @param points the points; their errors are taken to be right and independent
   * @return the curve, or why there is none: fewer than four different x, an x that is not
   *     positive, values that may be constant, or an exponent that may be 0, where the curve turns
   *     into a logarithm and A and B are not determined
   */
  public static Fit<PowerLaw> fitWithOffset(Points points) {
    return PowerLawFit.withOffset(points);
  }

  /**
   * The factor A.
   *
   * @return A with its standard error
   */
  public Measured amplitude() {
    return parameters.at(0);
  }

  /**
   * The exponent p.
   *
   * @return p with its standard error
   */
  public Measured exponent() {
    return parameters.at(1);
  }

  /**
   * The offset B.
   *
   * @return B with its standard error; empty where the curve has none
   */
  public Optional<Measured> offset() {
    return parameters.values().length == 3 ? Optional.of(parameters.at(2)) : Optional.empty();
  }

  /**
   * The curve somewhere.
   *
   * @param x where, positive
   * @return its value, with the standard error that follows from the covariance of the parameters
   */
  public Measured at(double x) {
    double[] q = parameters.values();
    double power = StrictMath.pow(x, q[1]);
    double byExponent = q[0] * power * StrictMath.log(x);
    return q.length == 2
        ? new Measured(q[0] * power, parameters.errorOf(new double[] {power, byExponent}))
        : new Measured(
            q[0] * power + q[2], parameters.errorOf(new double[] {power, byExponent, 1}));
  }
}
