package qbattery.linalg;

import java.util.ArrayList;
import java.util.List;

/**
 * The rightmost eigenvalues of a large map and their vectors, by the Krylov-Schur form of Arnoldi's
 * method (Stewart, SIAM J. Matrix Anal. Appl. 23, 601 (2001)): a Krylov space is built, cut down to
 * the Schur vectors of its rightmost values, and built up again.
 *
 * <p>A Krylov space holds one eigenvector of each value, however often the value occurs. Further
 * ones are found from another start.
 */
public final class Arnoldi {

  /**
   * What to look for, and where to stop.
   *
   * @param wanted how many eigenvalues
   * @param subspace largest dimension of the Krylov space, two more than wanted or larger: as many
   *     vectors are kept
   * @param tolerance residual {@code |A x - theta x|} at which a value counts as found, relative to
   *     the largest modulus of an eigenvalue that was seen
   * @param maxRestarts how often the space is built up again at most
   */
  public record Settings(int wanted, int subspace, double tolerance, int maxRestarts) {

    /** Checks that the space has room. */
    public Settings {
      if (wanted < 1 || subspace < wanted + 2 || !(tolerance > 0) || maxRestarts < 0) {
        throw new IllegalArgumentException(
            "Arnoldi's method needs at least one wanted value, a space of at least two more dimensions, a positive tolerance and no negative number of restarts; found %d, %d, %s and %d."
                .formatted(wanted, subspace, tolerance, maxRestarts));
      }
    }
  }

  /**
   * A Ritz value with its vector.
   *
   * @param value theta
   * @param residual {@code |A x - theta x|}, computed from x
   * @param vector x, of length one, real and imaginary parts in turn
   */
  public record Pair(Complex value, double residual, double[] vector) {}

  /**
   * What was found.
   *
   * @param converged pairs whose residual is within the tolerance, rightmost first
   * @param open wanted pairs whose residual is not, rightmost first
   * @param applications how often the map was applied
   */
  public record Result(List<Pair> converged, List<Pair> open, int applications) {

    /** Copies the lists. */
    public Result {
      converged = List.copyOf(converged);
      open = List.copyOf(open);
    }
  }

  private final LinearMap map;
  private final Settings settings;
  private final int capacity;
  private final KrylovBasis basis;

  /** The projected map, A V = V H + residue at the last vector. */
  private final double[][] hRe;

  private final double[][] hIm;

  /** Length of the part of A V that lies outside of the space; zero if the space is invariant. */
  private double outside;

  private int applications;

  private Arnoldi(LinearMap map, Settings settings) {
    this.map = map;
    this.settings = settings;
    capacity = StrictMath.min(settings.subspace(), map.size());
    basis = new KrylovBasis(map.size(), capacity + 1);
    hRe = new double[capacity][capacity];
    hIm = new double[capacity][capacity];
  }

  /**
   * Looks for the eigenvalues with the largest real parts.
   *
   * @param a the map
   * @param start where the Krylov space starts, best with a share of every eigenvector; real and
   *     imaginary parts in turn
   * @param settings what to look for, and where to stop
   * @return what was found: fewer than wanted if the Krylov space of the start has fewer dimensions
   * @throws IllegalArgumentException if the start does not fit, is zero or not finite
   * @throws ArithmeticException if the iteration for the projected map does not settle
   */
  public static Result rightmost(LinearMap a, double[] start, Settings settings) {
    Gmres.requireVector(a, start, "start vector");
    double norm = KrylovBasis.norm(start);
    if (norm == 0) {
      throw new IllegalArgumentException(
          "The start vector of Arnoldi's method is zero; it must have a share of what is looked for.");
    }
    Arnoldi arnoldi = new Arnoldi(a, settings);
    arnoldi.basis.add(start, norm);
    return arnoldi.run();
  }

  private Result run() {
    for (int restart = 0; ; restart++) {
      build();
      Ritz ritz = Ritz.of(hRe, hIm, dimension(), keptOf(dimension()));
      boolean last = outside == 0 || restart == settings.maxRestarts();
      if (last || ritz.worst(wanted(), outside) <= settings.tolerance() * ritz.largest() / 2) {
        return result(ritz);
      }
      cutDown(ritz);
    }
  }

  /** Vectors that span the space; one more is kept if it is not invariant. */
  private int dimension() {
    return outside == 0 ? basis.count() : basis.count() - 1;
  }

  private int wanted() {
    return StrictMath.min(settings.wanted(), dimension());
  }

  private int keptOf(int dimension) {
    return StrictMath.min(dimension, (settings.wanted() + dimension + 1) / 2);
  }

  /** Adds vectors until the space is full or invariant. */
  private void build() {
    double[] w = new double[2 * map.size()];
    double[] columnRe = new double[capacity + 1];
    double[] columnIm = new double[capacity + 1];
    for (int j = basis.count() - 1; j < capacity; j++) {
      map.apply(basis.get(j), w);
      applications++;
      double before = KrylovBasis.norm(w);
      outside = basis.orthogonalise(w, columnRe, columnIm);
      for (int i = 0; i <= j; i++) {
        hRe[i][j] = columnRe[i];
        hIm[i][j] = columnIm[i];
      }
      if (outside <= 0x1p-50 * before || j + 1 == map.size()) { // some roundings of the sums
        outside = 0;
        return;
      }
      if (j + 1 < capacity) {
        hRe[j + 1][j] = outside;
      }
      basis.add(w, outside);
    }
  }

  private void cutDown(Ritz ritz) {
    int dimension = dimension();
    int kept = StrictMath.min(keptOf(dimension), dimension - 1);
    double[] next = basis.get(dimension);
    basis.keep(dimension);
    basis.replace(ritz.schur().qRe, ritz.schur().qIm, kept);
    basis.add(next, 1);
    for (int i = 0; i < capacity; i++) {
      for (int j = 0; j < capacity; j++) {
        boolean inside = i <= j && j < kept;
        hRe[i][j] = inside ? ritz.schur().re[i][j] / ritz.schur().scale : 0;
        hIm[i][j] = inside ? ritz.schur().im[i][j] / ritz.schur().scale : 0;
      }
    }
    for (int j = 0; j < kept; j++) {
      hRe[kept][j] = outside * ritz.schur().qRe[j][dimension - 1];
      hIm[kept][j] = outside * ritz.schur().qIm[j][dimension - 1];
    }
  }

  private Result result(Ritz ritz) {
    List<Pair> converged = new ArrayList<>();
    List<Pair> open = new ArrayList<>();
    int dimension = dimension();
    double[] yRe = new double[dimension];
    double[] yIm = new double[dimension];
    for (int k = 0; k < wanted(); k++) {
      ritz.schur().vector(k, yRe, yIm);
      double[] x = new double[2 * map.size()];
      basis.addCombination(yRe, yIm, dimension, x);
      Pair pair = pair(ritz.value(k), x);
      boolean good = pair.residual() <= settings.tolerance() * ritz.largest();
      (good ? converged : open).add(pair);
    }
    return new Result(converged, open, applications);
  }

  private Pair pair(Complex value, double[] x) {
    double norm = KrylovBasis.norm(x);
    for (int k = 0; k < x.length; k++) {
      x[k] /= norm;
    }
    double[] r = new double[x.length];
    map.apply(x, r);
    applications++;
    for (int k = 0; k < x.length; k += 2) {
      r[k] -= value.re() * x[k] - value.im() * x[k + 1];
      r[k + 1] -= value.re() * x[k + 1] + value.im() * x[k];
    }
    return new Pair(value, KrylovBasis.norm(r), x);
  }

  /** The Schur form of the projected map, its rightmost values first. */
  private record Ritz(ComplexSchur schur, double largest) {

    static Ritz of(double[][] hRe, double[][] hIm, int dimension, int front) {
      ComplexMatrix projected =
          ComplexMatrix.generate(dimension, dimension, (i, j) -> new Complex(hRe[i][j], hIm[i][j]));
      ComplexSchur schur = ComplexSchur.of(projected);
      double largest = 0;
      for (int k = 0; k < dimension; k++) {
        largest = StrictMath.max(largest, StrictMath.hypot(schur.re[k][k], schur.im[k][k]));
      }
      for (int k = 0; k < front; k++) {
        int rightmost = k;
        for (int j = k + 1; j < dimension; j++) {
          rightmost = schur.re[j][j] > schur.re[rightmost][rightmost] ? j : rightmost;
        }
        for (int j = rightmost; j > k; j--) {
          schur.swap(j - 1);
        }
      }
      return new Ritz(schur, largest / schur.scale);
    }

    Complex value(int k) {
      return new Complex(schur.re[k][k] / schur.scale, schur.im[k][k] / schur.scale);
    }

    /** Largest residual of the first few values, from what lies outside of the space. */
    double worst(int number, double outside) {
      int n = schur.re.length;
      double[] yRe = new double[n];
      double[] yIm = new double[n];
      double worst = 0;
      for (int k = 0; k < number; k++) {
        schur.vector(k, yRe, yIm);
        worst = StrictMath.max(worst, outside * StrictMath.hypot(yRe[n - 1], yIm[n - 1]));
      }
      return worst;
    }
  }
}
