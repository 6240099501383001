package qbattery.paper.arjmandi2022;

import qbattery.experiment.Estimate;
import qbattery.statistics.Interval;
import qbattery.statistics.PeakOfMean;

/**
 * The gain eta of Eq. 9 in per cent. The maximum of a noisy mean is biased upward; the corrected
 * one downward; the interval takes both into account.
 *
 * @param naive as Eq. 9 has it
 * @param corrected by choosing the time on one half of the realisations and reading it on the other
 * @param standardError of the naive value, by resampling
 * @param low lower end of the interval of 95 %
 * @param high upper end
 */
record Gain(double naive, double corrected, double standardError, double low, double high) {

  /** Of one realisation that is like all others. */
  static Gain certain(double value) {
    return new Gain(value, value, 0, value, value);
  }

  /** What was found on the grid of times, and how much the peak between its points adds. */
  static Gain of(PeakOfMean found, double shift) {
    Interval interval = found.interval(0.95);
    return new Gain(
        found.naive().value() + shift,
        Math.max(0, found.corrected().value() + shift),
        found.naive().standardError(),
        interval.low() > 0 ? interval.low() + shift : 0,
        interval.high() + shift);
  }

  /** The corrected value; the error reaches to the farther end of the interval. */
  Estimate estimate() {
    return new Estimate(corrected, Math.max(corrected - low, high - corrected));
  }

  /** Whether there is a gain beyond the error. */
  boolean isSure() {
    return low > 0;
  }
}
