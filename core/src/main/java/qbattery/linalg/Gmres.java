package qbattery.linalg;

/**
 * Solves large linear systems by the generalised minimal residual method, restarted (Saad and
 * Schultz, SIAM J. Sci. Stat. Comput. 7, 856 (1986)), with a diagonal preconditioner.
 *
 * <p>The preconditioner stands on the right, {@code A D^-1 (D x) = b}: what is made small is then
 * the residual of the system that was asked for, not of another one.
 */
public final class Gmres {

  /**
   * When to restart and when to stop.
   *
   * @param restart steps between restarts, as many vectors are kept
   * @param tolerance residual, relative to the right-hand side, at which the solution is good
   * @param maxIterations applications of the map after which to give up
   */
  public record Settings(int restart, double tolerance, int maxIterations) {

    /** Checks that there is something to do. */
    public Settings {
      if (restart < 1 || maxIterations < 1 || !(tolerance > 0)) {
        throw new IllegalArgumentException(
            "GMRES needs at least one step between restarts, one iteration and a positive tolerance; found %d, %d and %s."
                .formatted(restart, maxIterations, tolerance));
      }
    }

    /**
     * Restart after 80 steps, tolerance 1e-12.
     *
     * @param maxIterations applications of the map after which to give up
     * @return the settings
     */
    public static Settings upTo(int maxIterations) {
      return new Settings(80, 1e-12, maxIterations);
    }
  }

  /** How it ended. */
  public sealed interface Outcome permits Converged, Stalled {

    /**
     * The best solution that was found.
     *
     * @return x, real and imaginary parts in turn
     */
    double[] solution();

    /**
     * How well it solves the system.
     *
     * @return {@code |b - A x|}, computed from x
     */
    double residual();

    /**
     * What it cost.
     *
     * @return steps, each with one application of the map
     */
    int iterations();
  }

  /**
   * The residual is within the tolerance.
   *
   * @param solution x, real and imaginary parts in turn
   * @param residual {@code |b - A x|}, computed from x
   * @param iterations steps, each with one application of the map
   */
  public record Converged(double[] solution, double residual, int iterations) implements Outcome {}

  /**
   * The iterations were used up, or a whole cycle brought nothing: the residual is not within the
   * tolerance.
   *
   * @param solution the best x that was found, real and imaginary parts in turn
   * @param residual {@code |b - A x|}, computed from x
   * @param iterations steps, each with one application of the map
   */
  public record Stalled(double[] solution, double residual, int iterations) implements Outcome {}

  private final LinearMap map;
  private final LinearMap preconditioner;
  private final double[] b;
  private final Settings settings;
  private final KrylovBasis basis;

  /** Column j of the triangle to which rotations bring the Hessenberg matrix. */
  private final double[][] tRe;

  private final double[][] tIm;

  /** Rotation j is ((c, s), (-s*, c)). */
  private final double[] c;

  private final double[] sRe;
  private final double[] sIm;

  /** The right-hand side after the rotations; the last element is the residual. */
  private final double[] gRe;

  private final double[] gIm;
  private int iterations;

  private Gmres(LinearMap map, LinearMap preconditioner, double[] b, Settings settings) {
    this.map = map;
    this.preconditioner = preconditioner;
    this.b = b;
    this.settings = settings;
    int m = settings.restart();
    basis = new KrylovBasis(map.size(), m + 1);
    tRe = new double[m][m + 2];
    tIm = new double[m][m + 2];
    c = new double[m];
    sRe = new double[m];
    sIm = new double[m];
    gRe = new double[m + 1];
    gIm = new double[m + 1];
  }

  /**
   * Solves {@code A x = b}, starting from zero.
   *
   * @param a the map
   * @param inverseDiagonal what the preconditioner multiplies with, about one over the diagonal of
   *     a; real and imaginary parts in turn
   * @param b right-hand side, likewise
   * @param settings when to restart and when to stop
   * @return the solution, and whether it is within the tolerance
   * @throws IllegalArgumentException if the lengths do not fit or a number is not finite
   */
  public static Outcome solve(
      LinearMap a, double[] inverseDiagonal, double[] b, Settings settings) {
    requireVector(a, inverseDiagonal, "inverse diagonal");
    return solve(a, new Diagonal(inverseDiagonal.clone()), b, settings);
  }

  /**
   * The same with any preconditioner.
   *
   * @param a the map
   * @param preconditioner about the inverse of a
   * @param b right-hand side, real and imaginary parts in turn
   * @param settings when to restart and when to stop
   * @return the solution, and whether it is within the tolerance
   * @throws IllegalArgumentException if the sizes do not fit or a number is not finite
   */
  public static Outcome solve(
      LinearMap a, LinearMap preconditioner, double[] b, Settings settings) {
    if (preconditioner.size() != a.size()) {
      throw new IllegalArgumentException(
          "A preconditioner of size %d does not fit a map of size %d."
              .formatted(preconditioner.size(), a.size()));
    }
    requireVector(a, b, "right-hand side");
    return new Gmres(a, preconditioner, b, settings).run();
  }

  /** Multiplies with the elements of a diagonal. */
  private record Diagonal(double[] elements) implements LinearMap {
    @Override
    public int size() {
      return elements.length / 2;
    }

    @Override
    public void apply(double[] z, double[] result) {
      for (int k = 0; k < z.length; k += 2) {
        result[k] = elements[k] * z[k] - elements[k + 1] * z[k + 1];
        result[k + 1] = elements[k] * z[k + 1] + elements[k + 1] * z[k];
      }
    }
  }

  static void requireVector(LinearMap a, double[] x, String what) {
    if (x.length != 2 * a.size()) {
      throw new IllegalArgumentException(
          "The %s of a map of size %d needs %d numbers (real and imaginary parts in turn), not %d."
              .formatted(what, a.size(), 2 * a.size(), x.length));
    }
    for (double part : x) {
      if (!Double.isFinite(part)) {
        throw new IllegalArgumentException(
            "The %s must have finite elements only; found %s.".formatted(what, part));
      }
    }
  }

  private Outcome run() {
    double[] x = new double[b.length];
    double[] residual = b.clone();
    double size = KrylovBasis.norm(residual);
    double target = settings.tolerance() * size;
    while (size > target && iterations < settings.maxIterations()) {
      int steps = cycle(residual, size, target);
      double[] better = x.clone();
      addPreconditioned(combination(steps), better);
      double[] left = residualOf(better);
      double now = KrylovBasis.norm(left);
      if (!(now < size)) { // so also if it is not a number
        break;
      }
      x = better;
      residual = left;
      size = now;
    }
    return size <= target ? new Converged(x, size, iterations) : new Stalled(x, size, iterations);
  }

  private double[] residualOf(double[] x) {
    double[] residual = new double[b.length];
    map.apply(x, residual);
    for (int k = 0; k < b.length; k++) {
      residual[k] = b[k] - residual[k];
    }
    return residual;
  }

  private void addPreconditioned(double[] z, double[] into) {
    double[] better = new double[z.length];
    preconditioner.apply(z, better);
    for (int k = 0; k < z.length; k++) {
      into[k] += better[k];
    }
  }

  /** Steps until a restart or until good enough; gives how many columns the triangle has. */
  private int cycle(double[] residual, double size, double target) {
    basis.keep(0);
    basis.add(residual, size);
    gRe[0] = size;
    gIm[0] = 0;
    double[] w = new double[b.length];
    for (int j = 0; j < settings.restart(); j++) {
      double[] z = new double[b.length];
      addPreconditioned(basis.get(j), z);
      map.apply(z, w);
      iterations++;
      double before = KrylovBasis.norm(w);
      double next = basis.orthogonalise(w, tRe[j], tIm[j]);
      boolean exhausted = next <= 0x1p-52 * before;
      tRe[j][j + 1] = exhausted ? 0 : next;
      tIm[j][j + 1] = 0;
      for (int k = 0; k < j; k++) {
        rotate(k, tRe[j], tIm[j]);
      }
      if (!rotateAway(j)) {
        return j; // a singular map: this direction is of no use
      }
      double estimate = StrictMath.hypot(gRe[j + 1], gIm[j + 1]);
      if (exhausted || estimate <= target / 2 || iterations == settings.maxIterations()) {
        return j + 1;
      }
      if (j + 1 < settings.restart()) {
        basis.add(w, next);
      }
    }
    return settings.restart();
  }

  private void rotate(int k, double[] xRe, double[] xIm) {
    double ar = xRe[k];
    double ai = xIm[k];
    double br = xRe[k + 1];
    double bi = xIm[k + 1];
    xRe[k] = c[k] * ar + (sRe[k] * br - sIm[k] * bi);
    xIm[k] = c[k] * ai + (sRe[k] * bi + sIm[k] * br);
    xRe[k + 1] = c[k] * br - (sRe[k] * ar + sIm[k] * ai);
    xIm[k + 1] = c[k] * bi - (sRe[k] * ai - sIm[k] * ar);
  }

  /** Clears the element below the diagonal, which is real; false if all of it vanishes. */
  private boolean rotateAway(int j) {
    double x = StrictMath.hypot(tRe[j][j], tIm[j][j]);
    double r = StrictMath.hypot(x, tRe[j][j + 1]);
    if (r == 0) {
      return false;
    }
    c[j] = x / r;
    double share = tRe[j][j + 1] / r;
    sRe[j] = x == 0 ? share : tRe[j][j] / x * share;
    sIm[j] = x == 0 ? 0 : tIm[j][j] / x * share;
    rotate(j, tRe[j], tIm[j]);
    gRe[j + 1] = 0;
    gIm[j + 1] = 0;
    rotate(j, gRe, gIm);
    return true;
  }

  /** The combination of basis vectors with the least residual. */
  private double[] combination(int steps) {
    double[] yRe = gRe.clone();
    double[] yIm = gIm.clone();
    for (int j = steps - 1; j >= 0; j--) {
      double dr = tRe[j][j];
      double di = tIm[j][j];
      double scale = dr * dr + di * di;
      double y = (yRe[j] * dr + yIm[j] * di) / scale;
      yIm[j] = (yIm[j] * dr - yRe[j] * di) / scale;
      yRe[j] = y;
      for (int i = 0; i < j; i++) {
        yRe[i] -= tRe[j][i] * yRe[j] - tIm[j][i] * yIm[j];
        yIm[i] -= tRe[j][i] * yIm[j] + tIm[j][i] * yRe[j];
      }
    }
    double[] z = new double[b.length];
    basis.addCombination(yRe, yIm, steps, z);
    return z;
  }
}
