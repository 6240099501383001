package qbattery.paper.santos2021;

/**
 * The paper's own closed forms, as printed, right or wrong. Energies in units of hbar omega unless
 * omega is an argument; t in units of 1/Gamma.
 */
final class ClosedForms {

  /** Eq. 8 dies here: tau_c = 2 ln 2 / Gamma, Sec. II A. */
  static final double CROSSING_FULL = 2 * StrictMath.log(2);

  /** Eq. 9a dies here: 2 ln(3/2) / Gamma, Sec. II B. */
  static final double CROSSING_CLASSICAL = 2 * StrictMath.log(1.5);

  /** Half-life of the classical state, Fig. 2a. */
  static final double HALF_LIFE_CLASSICAL = 2 * StrictMath.log(1.2);

  /** Half-life of the coherent state, Fig. 2a. */
  static final double HALF_LIFE_COHERENT = 2 * StrictMath.log(2 * (1 + StrictMath.sqrt(6)) / 5);

  private ClosedForms() {}

  /** Internal energy from |e>, Eq. 8. */
  static double energyFull(double t) {
    return StrictMath.exp(-t / 2);
  }

  /** Ergotropy from |e>, Eq. 8. */
  static double ergotropyFull(double t) {
    return t > CROSSING_FULL ? 0 : 2 * StrictMath.exp(-t / 2) - 1;
  }

  /** Ergotropy from the classical state, Eq. 9a, with the factor hbar omega that is printed. */
  static double ergotropyClassical(double t, double omega) {
    return t > CROSSING_CLASSICAL ? 0 : omega / 2 * (3 * StrictMath.exp(-t / 2) - 2) * omega;
  }

  /** What stands under the root of Eq. 9b; negative where the printed form is not real. */
  static double radicandCoherent(double t) {
    return 2 - 2 * StrictMath.exp(t / 2) + StrictMath.exp(-t);
  }

  /** Ergotropy from the coherent state, Eq. 9b as printed; NaN where it is not real. */
  static double ergotropyCoherent(double t, double omega) {
    double root = StrictMath.sqrt(radicandCoherent(t));
    return omega / 2 * StrictMath.exp(-t / 2) * (1 - StrictMath.exp(t / 2) * root);
  }

  /**
   * Eq. 9b with two signs changed, a plus before the root and e^{+Gamma t} under it. It then starts
   * at the right value, has the printed half-life, and solves a cell whose energy and coherence
   * both decay at Gamma/2.
   */
  static double ergotropyCoherentMended(double t, double omega) {
    double growing = StrictMath.exp(t / 2);
    double root = StrictMath.sqrt(2 - 2 * growing + StrictMath.exp(t));
    return omega / 2 * StrictMath.exp(-t / 2) * (1 - growing + root);
  }
}
