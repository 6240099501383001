package qbattery.paper;

import qbattery.experiment.Laboratory;

/**
 * The inference of a number that a paper does not print: computed for many values and compared with
 * what the paper shows.
 */
@FunctionalInterface
public interface Calibration {

  /**
   * Computes the calibration: a pure computation, the same each time.
   *
   * @param laboratory where ensembles are computed and kept
   * @return what was found
   */
  CalibrationReport calibrate(Laboratory laboratory);
}
