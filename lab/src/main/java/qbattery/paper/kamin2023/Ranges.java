package qbattery.paper.kamin2023;

/**
 * All ranges of axes, none of which the paper's text gives: chosen so that each figure shows what
 * is said of it. Energies in units of gamma = omega = 1.
 */
final class Ranges {

  private Ranges() {}

  /** Fig. 2: on both sides of mu = omega, to where all curves are near 1. */
  static final double[] MU = even(-1, 9, 121);

  /** Fig. 2. */
  static final double[] TEMPERATURES = {0.2, 0.5, 1, 2};

  /** Figs. 3 and 6: from equilibrium to where nothing changes any more. */
  static final double[] BIAS = even(0, 10, 61);

  /** Fig. 3: below, at and above omega, and the one that the text names. */
  static final double[] BASES = {0, 1, 2, 4, 8};

  /** Fig. 4: from weak to strong, as J >= omega is spoken of. */
  static final double[] COUPLING = even(0, 6, 121);

  /** Fig. 5: from what is as good as zero to where all has gone. */
  static final double[] TEMPERATURE = logarithmic(0.1, 100, 61);

  /** Fig. 6. */
  static final int MOST_CELLS = 6;

  /** Fig. 6: fewer points than in Fig. 3, as six cells take their time. */
  static final double[] BIAS_OF_CELLS = even(0, 8, 33);

  /** Maps, each with as many points along either axis. */
  static final int MAP = 33;

  static final double[] MAP_MU = even(-2, 6, MAP);
  static final double[] MAP_BIAS = even(-4, 12, MAP);
  static final double[] MAP_TEMPERATURE = closerAtFirst(0.1, 6.1, MAP);
  static final double[] MAP_COUPLING = even(0, 4, MAP);

  /** Difference of temperatures, T = 1 at the battery: from T = 0.1 of the others to 6. */
  static final double[] WARMTH = even(-0.9, 5, 60);

  /** With it: below, at and above omega. */
  static final double[] WARMTH_MU = {0, 1, 2, 4};

  /** Validity: from where local dissipators are beyond doubt to beyond the paper's J. */
  static final double[] DOUBT_COUPLING = even(0, 2, 81);

  /** Validity: around the paper's T = 1. */
  static final double[] DOUBT_TEMPERATURES = {0.5, 1, 2, 5, 10};

  /** Gap against coupling. */
  static final double[] GAP_COUPLING = logarithmic(0.01, 100, 33);

  /** Numbers from one to another, both included, evenly spaced. */
  static double[] even(double from, double to, int count) {
    double[] values = new double[count];
    for (int k = 0; k < count; k++) {
      values[k] = from + (to - from) * k / (count - 1);
    }
    return values;
  }

  /** The same with steps that grow in proportion to their number. */
  static double[] closerAtFirst(double from, double to, int count) {
    double[] values = new double[count];
    for (int k = 0; k < count; k++) {
      double part = (double) k / (count - 1);
      values[k] = from + (to - from) * part * part;
    }
    return values;
  }

  /** The same with even spacing of the logarithm. */
  static double[] logarithmic(double from, double to, int count) {
    double[] values = new double[count];
    for (int k = 0; k < count; k++) {
      values[k] = from * StrictMath.pow(to / from, (double) k / (count - 1));
    }
    return values;
  }
}
