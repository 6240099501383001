package qbattery.linalg;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * The inverse of {@code 1 - c A} for a sparse matrix A whose elements may be many powers of ten
 * apart.
 *
 * <p>Triangles in double precision solve nearly; what they leave is found in 32 digits and solved
 * for again until nothing is left (iterative refinement, Higham, Accuracy and Stability of
 * Numerical Algorithms, Ch. 12). So the solution has all digits of a double while the largest
 * element of c A is below some 1e14.
 */
public final class ShiftedInverse {

  /** A correction of so much of the solution is rounding. */
  private static final double SMALL = 0x1p-54;

  /** Each correction must be smaller than the one before by this. */
  private static final double SLOWEST = 0.25;

  private final SparsePairMatrix a;
  private final SparsePairMatrix transposed;
  private final int[] order;
  private final double c;
  private final BandFactors factors;

  /**
   * Makes ready to solve.
   *
   * @param family the matrix A, and an order made once for many factors
   * @param c the factor, as one of few digits
   * @throws ArithmeticException if the matrix is singular
   */
  private ShiftedInverse(Family family, double c) {
    this.a = family.a;
    this.transposed = family.transposed;
    this.order = family.order;
    this.c = c;
    this.factors = new BandFactors(a, order, c);
  }

  /** The inverses of one matrix for any factor. */
  public static final class Family {
    private final SparsePairMatrix a;
    private final SparsePairMatrix transposed;
    private final int[] order;

    /**
     * Puts the matrix in order.
     *
     * @param a the matrix A
     */
    public Family(SparsePairMatrix a) {
      this.a = a;
      this.transposed = a.transposed();
      this.order = a.order();
    }

    /**
     * What a factorisation takes.
     *
     * @return about how many products
     */
    public double work() {
      return BandFactors.work(a, order);
    }

    /**
     * The inverse of {@code 1 - c A}.
     *
     * @param c the factor, a power of two or one times three
     * @return what solves
     * @throws ArithmeticException if the matrix is singular
     */
    public ShiftedInverse of(double c) {
      return new ShiftedInverse(this, c);
    }
  }

  /**
   * Solves a system.
   *
   * @param b the right-hand side
   * @return the solution, rounded to doubles; nothing if elements are so far apart that 16 digits
   *     do not lead to it
   */
  public Optional<double[]> solve(double[] b) {
    return solve(a, factors::solve, b);
  }

  /**
   * Solves a system of the transposed matrix.
   *
   * @param b the right-hand side
   * @return the solution, as of {@link #solve}
   */
  public Optional<double[]> solveTransposed(double[] b) {
    return solve(transposed, factors::solveTransposed, b);
  }

  private Optional<double[]> solve(SparsePairMatrix a, Consumer<double[]> triangles, double[] b) {
    int n = a.size();
    double[] x = new double[2 * n];
    double[] product = new double[2 * n];
    double[] left = b.clone();
    double[] permuted = new double[n];
    double last = Double.POSITIVE_INFINITY;
    while (true) {
      for (int k = 0; k < n; k++) {
        permuted[k] = left[order[k]];
      }
      triangles.accept(permuted);
      double change = 0;
      double size = 0;
      double[] correction = new double[2 * n];
      for (int k = 0; k < n; k++) {
        correction[order[k]] = permuted[k];
        change = StrictMath.max(change, StrictMath.abs(permuted[k]));
        size = StrictMath.max(size, StrictMath.abs(x[order[k]]));
      }
      if (!Double.isFinite(change)) {
        return Optional.empty();
      }
      if (last < Double.POSITIVE_INFINITY && !(change <= SLOWEST * last)) {
        if (change <= 16 * SMALL * size) {
          break;
        }
        return Optional.empty();
      }
      PairMatrix.addPairs(correction, x);
      if (change <= SMALL * size || change == 0) {
        break;
      }
      last = change;
      a.apply(x, product);
      PairMatrix.scalePairs(product, c, 1);
      for (int i = 0; i < n; i++) {
        // b - x + c A x; the leading parts cancel nearly
        Pair rest =
            Pair.of(b[i])
                .plus(new Pair(-x[i], -x[n + i]))
                .plus(new Pair(product[i], product[n + i]));
        left[i] = rest.high() + rest.low();
      }
    }
    double[] solution = new double[n];
    System.arraycopy(x, 0, solution, 0, n);
    return Optional.of(solution);
  }
}
