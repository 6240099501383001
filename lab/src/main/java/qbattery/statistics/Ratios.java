package qbattery.statistics;

/**
 * The two ways to give one ratio for many pairs, which differ where the divisor varies: the mean of
 * {@code y/x} weighs each realisation alike, {@code mean(y)/mean(x)} weighs it by its {@code x}.
 *
 * <p>A pair of which either number is NaN, and for the mean of ratios also one with {@code x = 0},
 * has no ratio and is left out; the count of the result says how many were left.
 */
public final class Ratios {

  private Ratios() {}

  /**
   * The mean of the ratios of the pairs.
   *
   * @param numerators y, one a realisation
   * @param denominators x, as many
   * @return the mean of y/x with its standard error
   * @throws IllegalArgumentException if there are not as many of the one as of the other, or one is
   *     infinite
   */
  public static Mean meanOfRatios(double[] numerators, double[] denominators) {
    checkPairs(numerators, denominators);
    var moments = new Moments();
    for (int i = 0; i < numerators.length; i++) {
      if (isPair(numerators[i], denominators[i]) && denominators[i] != 0) {
        moments.add(numerators[i] / denominators[i]);
      }
    }
    return moments.mean();
  }

  /**
   * The ratio of the means {@code r = mean(y)/mean(x)}, with the standard error of first order
   * (delta method), {@code sd(y - r x) / (sqrt(n) |mean(x)|)}: W. G. Cochran, Sampling Techniques,
   * 3rd ed. (Wiley 1977), sec. 2.11. Its bias, of order 1/n, is not taken off; it is small beside
   * the error where the relative error of {@code mean(x)} is.
   *
   * @param numerators y, one a realisation
   * @param denominators x, as many; single ones may be 0
   * @return the ratio with its standard error; NaN with count 0 where no pair is left
   * @throws IllegalArgumentException if there are not as many of the one as of the other, one is
   *     infinite, or the mean of the divisors is 0
   */
  public static Mean ratioOfMeans(double[] numerators, double[] denominators) {
    checkPairs(numerators, denominators);
    var y = new Moments();
    var x = new Moments();
    for (int i = 0; i < numerators.length; i++) {
      if (isPair(numerators[i], denominators[i])) {
        y.add(numerators[i]);
        x.add(denominators[i]);
      }
    }
    double divisor = x.mean().value();
    if (divisor == 0) {
      throw new IllegalArgumentException(
          "The mean of the %d divisors is 0, so there is no ratio of means.".formatted(x.count()));
    }
    double ratio = y.mean().value() / divisor;
    var residual = new Moments();
    for (int i = 0; i < numerators.length; i++) {
      if (isPair(numerators[i], denominators[i])) {
        residual.add(numerators[i] - ratio * denominators[i]);
      }
    }
    double error = residual.mean().standardError() / Math.abs(divisor);
    return new Mean(ratio, error, residual.count());
  }

  private static boolean isPair(double y, double x) {
    return !Double.isNaN(y) && !Double.isNaN(x);
  }

  private static void checkPairs(double[] numerators, double[] denominators) {
    if (numerators.length != denominators.length) {
      throw new IllegalArgumentException(
          "Ratios are of pairs, but there are %d numerators and %d denominators."
              .formatted(numerators.length, denominators.length));
    }
  }
}
