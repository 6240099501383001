package qbattery.paper.arjmandi2022;

/**
 * A number that is computed from realisations.
 *
 * @param value the number, from ours
 * @param theirs the variance that as many realisations as the paper took leave; 0 without chance
 * @param ours that of our own
 */
record Sampled(double value, double theirs, double ours) {

  /** Our variance over the paper's. */
  double share() {
    return ours == 0 ? 0 : ours / theirs;
  }

  double variance() {
    return theirs + ours;
  }

  Sampled withoutOurs() {
    return new Sampled(value, theirs, 0);
  }

  /** The difference to a number that shares no realisations. */
  Sampled less(Sampled other) {
    return new Sampled(value - other.value, theirs + other.theirs, ours + other.ours);
  }

  /** By how many per cent it lies above a number that shares no realisations. */
  Sampled percentAbove(Sampled other) {
    double ratio = value / other.value;
    double scale = 1e4 * ratio * ratio;
    double its = value * value;
    double others = other.value * other.value;
    return new Sampled(
        100 * (ratio - 1),
        scale * (theirs / its + other.theirs / others),
        scale * (ours / its + other.ours / others));
  }
}
