package qbattery.paper.arjmandi2022;

/**
 * A printed fit {@code a + b exp(-c delta)} of half-lives, in the paper's unstated unit of time.
 *
 * @param limit a
 * @param amplitude b
 * @param rate c
 */
record PrintedFit(double limit, double amplitude, double rate) {

  /** Fig. 2b and Sec. II B. */
  static final PrintedFit TWO_CELLS = new PrintedFit(5.05, -1.24, 0.61);

  /** Fig. 6b and Sec. III. */
  static final PrintedFit SEVEN_CELLS = new PrintedFit(5.54, -2.44, 0.34);

  double at(double disorder) {
    return limit + amplitude * StrictMath.exp(-rate * disorder);
  }
}
