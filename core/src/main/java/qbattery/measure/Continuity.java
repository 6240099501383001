package qbattery.measure;

/**
 * How far off a measure may be when the state is: bounds that hold for every state.
 *
 * <p>The state is off by e in the trace norm, {@code |rho - sigma| <= e}. A reduced state is then
 * off by no more. The table of docs/errors.md says which bound each measure has.
 */
public enum Continuity {

  /** An expectation value: {@code |tr(A (rho - sigma))| <= |A| e}, with the operator norm of A. */
  LINEAR {
    @Override
    public double bound(double e, Scale scale) {
      return e * scale.width();
    }
  },

  /**
   * The energy and that of the passive state, or one of them. The populations in descending order
   * move by at most e together (Mirsky), so that the sum {@code sum_k p_k e_k}, counted from the
   * lowest level, moves by at most e times the distance of the levels.
   */
  TWO_ENERGIES {
    @Override
    public double bound(double e, Scale scale) {
      return 2 * e * scale.width();
    }
  },

  /** Two ergotropies: dephasing makes no distance of states larger. */
  FOUR_ENERGIES {
    @Override
    public double bound(double e, Scale scale) {
      return 4 * e * scale.width();
    }
  },

  /**
   * The ergotropy over the energy, U. With {@code |a/b - c/d| <= (|a - c| + |c/d| |b - d|) / b} and
   * a ratio of at most 1: {@code (2 e w + e w) / (U - e w)}, w the width of H0.
   */
  ERGOTROPY_OVER_ENERGY {
    @Override
    public double bound(double e, Scale scale) {
      return overEnergy(e, 2 * scale.storedWidth(), 1, scale);
    }
  },

  /** The same of the power, an expectation value, over the energy. */
  POWER_OVER_ENERGY {
    @Override
    public double bound(double e, Scale scale) {
      return overEnergy(e, scale.width(), StrictMath.abs(scale.value()), scale);
    }
  },

  /** An entropy: Fannes' inequality in the form of Audenaert, J. Phys. A 40, 8127 (2007). */
  ENTROPY {
    @Override
    public double bound(double e, Scale scale) {
      return entropy(e, scale.dimension());
    }
  },

  /** Two entropies. */
  TWO_ENTROPIES {
    @Override
    public double bound(double e, Scale scale) {
      return 2 * entropy(e, scale.dimension());
    }
  },

  /** An energy less temperature times entropy; the number is the temperature. */
  FREE_ENERGY {
    @Override
    public double bound(double e, Scale scale) {
      return e * scale.width() + scale.number() * entropy(e, scale.dimension());
    }
  },

  /** {@code |tr(rho^2 - sigma^2)| = |tr((rho + sigma)(rho - sigma))| <= 2 e}. */
  PURITY {
    @Override
    public double bound(double e, Scale scale) {
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
    public double bound(double e, Scale scale) {
      return 2 * StrictMath.sqrt(e);
    }
  },

  /**
   * The logarithm of the trace norm of the partial transpose, which keeps the Hilbert-Schmidt norm,
   * so that this trace norm moves by at most sqrt(d) e; it is at least 1.
   */
  NEGATIVITY {
    @Override
    public double bound(double e, Scale scale) {
      return StrictMath.sqrt(scale.dimension()) * e / StrictMath.log(2);
    }
  },

  /** A sum of the moduli of d^2 elements, whose sum of squares is at most e^2: at most d e. */
  ALL_ELEMENTS {
    @Override
    public double bound(double e, Scale scale) {
      return scale.dimension() * e;
    }
  },

  /**
   * No bound but for an exact state: an eigenvalue near zero may have either sign, and populations
   * that are equal may be in any order.
   */
  EXACT_STATES_ONLY {
    @Override
    public double bound(double e, Scale scale) {
      return e == 0 ? 0 : Double.NaN;
    }
  },

  /** Nothing is known. */
  UNKNOWN {
    @Override
    public double bound(double e, Scale scale) {
      return Double.NaN;
    }
  };

  /**
   * How large what a measure is made of can be.
   *
   * @param dimension of the state
   * @param width of an energy and its parts the distance of the levels of H0, of other expectation
   *     values a bound of the norms of their operators; of other measures it does not count
   * @param number of the measure, such as a temperature; of others it does not count
   * @param value of the measure
   * @param stored the energy U above the lowest level, which a ratio divides by; NaN where it is
   *     not known
   * @param storedWidth the distance of the levels of H0, where a ratio divides by U
   */
  public record Scale(
      double dimension,
      double width,
      double number,
      double value,
      double stored,
      double storedWidth) {

    /**
     * Of a measure that is no ratio.
     *
     * @param dimension as above
     * @param width as above
     * @param number as above
     * @return the scale; of a ratio it gives no bound
     */
    public static Scale of(double dimension, double width, double number) {
      return new Scale(dimension, width, number, Double.NaN, Double.NaN, Double.NaN);
    }
  }

  /**
   * A bound on the error of a measure.
   *
   * @param e by how much the state is off in the trace norm, 0 or larger
   * @param scale how large the measure can be
   * @return the bound; NaN if none is known
   */
  public abstract double bound(double e, Scale scale);

  /** Of a ratio to the energy; NaN where an error as large as the energy leaves it open. */
  private static double overEnergy(double e, double width, double ratio, Scale scale) {
    double least = scale.stored() - e * scale.storedWidth();
    return least > 0 ? e * (width + ratio * scale.storedWidth()) / least : Double.NaN;
  }

  private static double entropy(double e, double dimension) {
    double t = StrictMath.min(e / 2, 1 - 1 / dimension);
    return t <= 0
        ? 0
        : t * StrictMath.log(StrictMath.max(1, dimension - 1))
            - t * StrictMath.log(t)
            - (1 - t) * StrictMath.log1p(-t);
  }
}
