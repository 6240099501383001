package qbattery.paper.arjmandi2022;

import qbattery.experiment.Estimate;

/**
 * The half-life of a mean curve, in 1/Gamma.
 *
 * @param value the half-life
 * @param standardError by resampling realisations; 0 where all are the same
 */
record HalfLife(double value, double standardError) {

  /** Two standard errors, and what interpolation and integration may be off. */
  Estimate estimate() {
    return new Estimate(value, Curves.STANDARD_ERRORS * standardError + 1e-5);
  }
}
