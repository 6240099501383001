package qbattery.paper.arjmandi2022;

import qbattery.experiment.Estimate;

/**
 * The half-life of a mean curve, in 1/Gamma.
 *
 * @param value the half-life
 * @param standardError by resampling realisations; 0 where all are the same
 * @param numerical what a straight line between two times and the rows may be off: an eighth of the
 *     second difference there, and the error of a row, over the slope
 */
record HalfLife(double value, double standardError, double numerical) {

  /** Two standard errors, and what interpolation and integration may be off. */
  Estimate estimate() {
    return new Estimate(value, Curves.STANDARD_ERRORS * standardError + numerical);
  }
}
