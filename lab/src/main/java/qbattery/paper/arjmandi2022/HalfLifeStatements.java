package qbattery.paper.arjmandi2022;

import qbattery.paper.arjmandi2022.Statement.Weighed;

/** The statements on half-lives against disorder. */
final class HalfLifeStatements {

  /** What the last digit of a percentage leaves open, half a step. */
  private static final double DIGITS = 0.05;

  private HalfLifeStatements() {}

  /**
   * A printed fit of half-lives.
   *
   * @param cells N
   * @param realisations how many the paper took
   * @param fit the fit, in the paper's unit of time
   */
  record Printed(int cells, int realisations, PrintedFit fit) {
    FitByTheirRule fitted(SampledChains chains) {
      return new FitByTheirRule(fit, chains.halfLives(cells, realisations));
    }
  }

  /** Half-lives follow a fit, which counts as three numbers; what chance leaves is its limit's. */
  static Statement follow(String source, Printed printed) {
    return new Statement(
        source,
        3,
        false,
        printed.cells,
        chains -> {
          FitByTheirRule fitted = printed.fitted(chains);
          return new Weighed(fitted::misfit, fitted.limit().share());
        });
  }

  /**
   * By how many per cent the half-life of the larger battery is longer where disorder is strong:
   * the limits of the two fits. It is one number though it follows from the two: the paper says it,
   * and no unit of time enters.
   */
  static Statement longer(String source, Printed smaller, Printed larger, double percent) {
    return Statement.value(
        source,
        larger.cells,
        chains -> {
          Sampled apart =
              larger.fitted(chains).limit().percentAbove(smaller.fitted(chains).limit());
          return new Weighed(unit -> misfit(apart, percent), apart.share());
        });
  }

  /** The square of the difference to a printed percentage over its variance. */
  static double misfit(Sampled found, double percent) {
    double apart = found.value() - percent;
    return apart * apart / (found.variance() + DIGITS * DIGITS / 3);
  }
}
