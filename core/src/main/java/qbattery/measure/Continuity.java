package qbattery.measure;

/**
 * How far off a measure may be when the state is: bounds that hold for every state.
 *
 * <p>The state is off by e in the trace norm. A reduced state is then off by no more.
 */
public enum Continuity {

  /** An expectation value. */
  LINEAR {
    @Override
    public double bound(double e, double dimension, double width, double number) {
      return e * width;
    }
  },

  /** The energy and that of the passive state, or two such energies. */
  TWO_ENERGIES {
    @Override
    public double bound(double e, double dimension, double width, double number) {
      return 2 * e * width;
    }
  },

  /** Two ergotropies, or the ratio of an ergotropy and an energy. */
  FOUR_ENERGIES {
    @Override
    public double bound(double e, double dimension, double width, double number) {
      return 4 * e * width;
    }
  },

  /** An entropy: Fannes' inequality in the form of Audenaert, J. Phys. A 40, 8127 (2007). */
  ENTROPY {
    @Override
    public double bound(double e, double dimension, double width, double number) {
      return entropy(e, dimension);
    }
  },

  /** Two entropies. */
  TWO_ENTROPIES {
    @Override
    public double bound(double e, double dimension, double width, double number) {
      return 2 * entropy(e, dimension);
    }
  },

  /** An energy less temperature times entropy; the number is the temperature. */
  FREE_ENERGY {
    @Override
    public double bound(double e, double dimension, double width, double number) {
      return e * width + number * entropy(e, dimension);
    }
  },

  /** {@code |tr(rho^2 - sigma^2)| = |tr((rho + sigma)(rho - sigma))|}. */
  PURITY {
    @Override
    public double bound(double e, double dimension, double width, double number) {
      return 2 * e;
    }
  },

  /**
   * The singular values of {@code T = sqrt(rho) sqrt(rho~)}. The 2-norm of {@code sqrt(rho) -
   * sqrt(sigma)} is at most sqrt(e) (Powers and Stormer), and singular values move by no more than
   * T does in the trace norm.
   */
  CONCURRENCE {
    @Override
    public double bound(double e, double dimension, double width, double number) {
      return 2 * StrictMath.sqrt(e);
    }
  },

  /**
   * The trace norm of the partial transpose, which keeps the Hilbert-Schmidt norm; it is at least
   * 1.
   */
  NEGATIVITY {
    @Override
    public double bound(double e, double dimension, double width, double number) {
      return StrictMath.sqrt(dimension) * e / StrictMath.log(2);
    }
  },

  /** A sum of the moduli of d^2 elements, whose sum of squares is at most e^2. */
  ALL_ELEMENTS {
    @Override
    public double bound(double e, double dimension, double width, double number) {
      return dimension * e;
    }
  },

  /**
   * No bound but for an exact state: an eigenvalue near zero may have either sign, a small energy
   * may be any, and populations that are equal may be in any order.
   */
  EXACT_STATES_ONLY {
    @Override
    public double bound(double e, double dimension, double width, double number) {
      return e == 0 ? 0 : Double.NaN;
    }
  },

  /** Nothing is known. */
  UNKNOWN {
    @Override
    public double bound(double e, double dimension, double width, double number) {
      return Double.NaN;
    }
  };

  /**
   * A bound on the error of a measure.
   *
   * @param e by how much the state is off in the trace norm, 0 or larger
   * @param dimension of the state
   * @param width largest size of the values of the measure, and at least 1
   * @param number of the measure, such as a temperature; of others it does not count
   * @return the bound; NaN if none is known
   */
  public abstract double bound(double e, double dimension, double width, double number);

  private static double entropy(double e, double dimension) {
    double t = StrictMath.min(e / 2, 1 - 1 / dimension);
    return t <= 0
        ? 0
        : t * StrictMath.log(StrictMath.max(1, dimension - 1))
            - t * StrictMath.log(t)
            - (1 - t) * StrictMath.log1p(-t);
  }
}
