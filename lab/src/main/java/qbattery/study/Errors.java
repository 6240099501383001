package qbattery.study;

import qbattery.file.Setup;

/** For which points all is computed in a second way, so that every number has an error. */
public enum Errors {
  /**
   * Where that takes little: density matrices of at most 128 levels, state vectors of at most 4096,
   * the first realisation of chance.
   */
  USUAL,
  /** For every point. */
  ALL,
  /** For none: half the time, no errors beside those of means. */
  NONE;

  /** Up to this dimension a density matrix is evolved in about a second. */
  private static final int CHEAP = 128;

  /** The same of a state vector. */
  private static final int CHEAP_VECTOR = 4096;

  boolean asked(Setup setup, boolean firstRealisation) {
    boolean vector =
        setup.battery().channels().isEmpty()
            && setup.battery().space().dimension() <= CHEAP_VECTOR
            && setup.start().vector(setup.battery()).isPresent();
    boolean cheap = vector || setup.battery().space().dimension() <= CHEAP;
    return this == ALL || (this == USUAL && cheap && firstRealisation);
  }
}
