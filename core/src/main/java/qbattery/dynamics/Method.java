package qbattery.dynamics;

/** A way of evolving a state in time, with its own tolerances. */
public sealed interface Method {

  /**
   * One sentence for reports.
   *
   * @return the method and its tolerances
   */
  String description();

  /**
   * The matrix exponential of the generator, exact to rounding; for small systems. The dimension is
   * limited because the generator has d^2 x d^2 elements.
   */
  record Exact() implements Method {

    /** Largest Hilbert-space dimension; beyond it the exponential takes seconds a call. */
    public static final int MAX_DIMENSION = 8;

    @Override
    public String description() {
      return "exact propagator exp(L t), Pade [13/13] with scaling and squaring";
    }
  }

  /**
   * Dormand-Prince 8(5,3), an explicit Runge-Kutta method with adaptive steps and dense output of
   * order 7.
   *
   * @param rtol error per step relative to each component, positive
   * @param atol absolute error per step, positive
   */
  record DormandPrince(double rtol, double atol) implements Method {

    /** Tight enough that rounding and step errors are of one size. */
    public static final DormandPrince TIGHT = new DormandPrince(1e-12, 1e-14);

    /** Good for figures and tables: errors of about 1e-8 at half the steps of {@link #TIGHT}. */
    public static final DormandPrince USUAL = new DormandPrince(1e-9, 1e-11);

    /**
     * Checks the tolerances.
     *
     * @throws IllegalArgumentException if one is not positive, or rtol is below what double
     *     precision can give
     */
    public DormandPrince {
      if (!(rtol >= 1e-14 && rtol < 1) || !(atol > 0 && atol < 1)) {
        throw new IllegalArgumentException(
            "Tolerances must satisfy 1e-14 <= rtol < 1 and 0 < atol < 1; found rtol = %s and atol = %s."
                .formatted(rtol, atol));
      }
    }

    @Override
    public String description() {
      return "Dormand-Prince 8(5,3), rtol = %.0e, atol = %.0e".formatted(rtol, atol);
    }
  }

  /**
   * The exponential of the generator in numbers of 32 digits, by scaling and squaring, and of
   * populations by uniformisation: for motions so fast or times so long that an integrator would
   * take too many steps. The generator must be constant, or jump from one to another.
   *
   * @param grid where the times stand for which exponentials are made
   */
  record Exponential(Grid grid) implements Method {

    /** Largest set of coordinates that act on each other; its exponentials take a minute. */
    public static final int MOST = 640;

    /** The same of populations that act on populations alone. */
    public static final int MOST_POPULATIONS = 512;

    /** Times for which exponentials are made: a base time and its doublings. */
    public enum Grid {
      /** Powers of two. */
      FIRST(1),
      /** Three quarters of these, so that sums and products round in another way. */
      SECOND(0.75);

      private final double factor;

      Grid(double factor) {
        this.factor = factor;
      }

      double factor() {
        return factor;
      }

      /** The one of a second way. */
      Grid other() {
        return this == FIRST ? SECOND : FIRST;
      }
    }

    @Override
    public String description() {
      return "exact propagator exp(L t), scaling and squaring in numbers of 32 digits";
    }
  }

  /**
   * Krylov spaces of {@code (1 - gamma L)^-1}, an implicit method: for losses so fast beside what
   * else happens that an integrator would take too many steps, in batteries too large for {@link
   * Exponential}. The generator must be constant, or jump from one to another.
   *
   * @param tolerance error of a step relative to the norm of the state, from 1e-12 to below 1
   * @param grid which gammas are taken, a first way and a second one take different ones
   */
  record RationalKrylov(double tolerance, Exponential.Grid grid) implements Method {

    /** What rounding leaves. */
    private static final double SMALLEST = 1e-12;

    /** Checks the tolerance. */
    public RationalKrylov {
      if (!(tolerance > 0 && tolerance < 1)) {
        throw new IllegalArgumentException(
            "The tolerance of a Krylov step must lie between 0 and 1; found %s."
                .formatted(tolerance));
      }
      tolerance = StrictMath.max(tolerance, SMALLEST);
    }

    @Override
    public String description() {
      return "rational Krylov exp(L t), tolerance = %.0e, linear systems in 32 digits"
          .formatted(tolerance);
    }
  }
}
