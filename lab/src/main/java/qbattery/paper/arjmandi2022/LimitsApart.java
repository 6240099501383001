package qbattery.paper.arjmandi2022;

import qbattery.experiment.Estimate;

/**
 * By how much the limit of the fit to a larger battery's half-lives lies above that of a smaller
 * one. The two batteries share no deviates.
 *
 * @param percent by how many per cent
 * @param theirs the variance that the paper's numbers of realisations leave
 * @param ours that of our own
 */
record LimitsApart(double percent, double theirs, double ours) {

  static LimitsApart of(FitByTheirRule.Limit smaller, FitByTheirRule.Limit larger) {
    double ratio = larger.value() / smaller.value();
    double scale = 1e4 * ratio * ratio;
    double few = smaller.value() * smaller.value();
    double many = larger.value() * larger.value();
    return new LimitsApart(
        100 * (ratio - 1),
        scale * (larger.theirs() / many + smaller.theirs() / few),
        scale * (larger.ours() / many + smaller.ours() / few));
  }

  /**
   * The square of the difference to what is printed over its variance, the paper's and ours.
   *
   * @param printed per cent
   * @param digits what the last printed digit leaves open, half a step
   */
  double misfit(double printed, double digits) {
    double apart = percent - printed;
    return apart * apart / (theirs + ours + digits * digits / 3);
  }

  /** What chance leaves open of the per cent. */
  Statement.Chance chance() {
    return new Statement.Chance(theirs, ours);
  }

  /** The same without our own error. */
  LimitsApart withoutOurs() {
    return new LimitsApart(percent, theirs, 0);
  }

  /** The per cent; the error is two standard errors of ours. */
  Estimate estimate() {
    return new Estimate(percent, 2 * Math.sqrt(ours));
  }
}
