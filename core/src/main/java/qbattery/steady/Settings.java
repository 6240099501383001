package qbattery.steady;

/**
 * The thresholds by which an analysis chooses its method; values other than the defaults are for
 * tests.
 *
 * @param denseLimit largest component of which all eigenvalues are computed if need be
 * @param fastLimit the same where a single steady state is proven without them
 * @param closedForms whether decay to the vacuum is recognised
 */
record Settings(int denseLimit, int fastLimit, boolean closedForms) {

  /** All eigenvalues of 1000 take some ten seconds, of 320 less than one. */
  static final Settings USUAL = new Settings(1000, 320, true);
}
