package qbattery.paper.arjmandi2022;

/**
 * A mean over our realisations, with the scatter of one of them.
 *
 * @param value the mean
 * @param variance of a single realisation; 0 where all are alike
 * @param ours how many realisations it is the mean of
 */
record Sampled(double value, double variance, int ours) {

  /** What chance leaves open beside the paper's so many realisations. */
  Statement.Chance chance(int theirs) {
    return new Statement.Chance(variance / theirs, variance / ours);
  }

  /** The square of the error of a mean of so many of the paper's realisations, and of ours. */
  double errorSquared(int theirs) {
    return variance / theirs + variance / ours;
  }
}
