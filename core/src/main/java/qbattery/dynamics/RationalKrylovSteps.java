package qbattery.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import qbattery.linalg.ShiftInvertExponential;
import qbattery.linalg.ShiftedInverse;
import qbattery.linalg.SparsePairMatrix;

/**
 * Steps of a motion under a constant generator L in the Krylov spaces of {@code (1 - gamma L)^-1}
 * (van den Eshof and Hochbruck, SIAM J. Sci. Comput. 27, 1438 (2006)). What decays faster than a
 * step takes is gone in it and costs nothing, so steps are as long as what is still alive allows:
 * some dozens for rates many powers of ten apart.
 *
 * <p>Vectors have leading parts and then as many rests, which are zero here. One instance serves
 * one piece of constant motion.
 */
final class RationalKrylovSteps {

  /** A step is so many gamma long. */
  private static final int LENGTH = 8;

  /** Largest dimension of a Krylov space. */
  private static final int MOST = 40;

  /** Dimensions are looked at in such distances; the error is the difference of three of them. */
  private static final int STRIDE = 4;

  private static final int FEWER = 3;

  /** Up to these dimensions the next step is longer. */
  private static final int FEW = 14;

  private static final int SOME = 26;

  /** A new direction of such a length is rounding: the space is whole. */
  private static final double NOTHING = 1e-15;

  /** The first step, in units of the fastest motion. */
  private static final double FIRST = 0.125;

  /** Steps are halved no more often than this. */
  private static final int MOST_TRIALS = 60;

  /** Where in a step its error is looked at. */
  private static final double[] PLACES = {1.0 / 256, 1.0 / 64, 1.0 / 16, 0.25, 1};

  /** From here on in {@link #PLACES} a step is so long that a turning motion may be lost. */
  private static final int LONG = 2;

  private static final ShiftInvertExponential FINE = new ShiftInvertExponential(48, 1);
  private static final ShiftInvertExponential COARSE = new ShiftInvertExponential(40, 1);

  /**
   * In pieces that are an eighth as long. What turns so fast that it lies outside of both parabolas
   * is lost by both sums, and their difference does not show it; here it lies inside, as a step is
   * at most four times as long as the last one, in which it was not lost.
   */
  private static final ShiftInvertExponential SHORT_PIECES =
      new ShiftInvertExponential(48, 1.0 / 8);

  private final ShiftedInverse.Family inverses;
  private final int n;
  private final double unit;
  private final Method.RationalKrylov method;
  private final double speed;

  /** Gamma is the factor of the method times two to this power; the inverse for it, if there is. */
  private int power;

  private Optional<ShiftedInverse> inverse;

  private long accepted;
  private long rejected;
  private long solved;

  /**
   * The steps.
   *
   * @param matrix the generator in a unit of time
   * @param exponent the unit of time is {@code 2^-exponent}
   * @param speed largest column sum of the generator
   * @param method tolerance and grid
   */
  RationalKrylovSteps(
      SparsePairMatrix matrix, int exponent, double speed, Method.RationalKrylov method) {
    this.inverses = new ShiftedInverse.Family(matrix);
    this.n = matrix.size();
    this.unit = StrictMath.scalb(1.0, exponent);
    this.method = method;
    this.speed = speed;
    this.power = StrictMath.getExponent(FIRST / speed);
    this.inverse = inverse(power);
  }

  /** A Krylov space. */
  private record KrylovSpace(double[][] basis, double[][] matrix, int dimension) {}

  /**
   * Carries a vector from one time to another and shows each step.
   *
   * @param x the vector; is overwritten
   * @param from when it starts
   * @param to when it ends
   * @param observer is shown each step, in order; each outlives the call
   */
  void carry(double[] x, double from, double to, Consumer<DenseStep> observer) {
    double now = 0;
    double lasts = to - from;
    boolean mayGrow = true;
    int trials = 0;
    while (now < lasts) {
      double gamma = gamma(power);
      double until = now + LENGTH * gamma < lasts ? now + LENGTH * gamma : lasts;
      double size = norm(x);
      KrylovSpace space = space(x, size, (until - now) / gamma);
      if (space.dimension == 0) {
        rejected++;
        if (++trials > MOST_TRIALS || !(until > now)) {
          throw new StepsFailedException(from + now, until - now, speed);
        }
        move(power - 2);
        mayGrow = false;
        continue;
      }
      accepted++;
      trials = 0;
      Step step =
          new Step(from, now, until, until == lasts ? to : from + until, gamma, size, space);
      observer.accept(step);
      double[] next = new double[x.length];
      step.evaluate(step.end(), next);
      System.arraycopy(next, 0, x, 0, x.length);
      now = until;
      if (mayGrow && space.dimension <= SOME) {
        move(power + (space.dimension <= FEW ? 2 : 1));
      }
      mayGrow = true;
    }
  }

  private double gamma(int power) {
    return StrictMath.scalb(method.grid().factor(), power);
  }

  private void move(int next) {
    power = next;
    inverse = inverse(power);
  }

  /** The inverse for a gamma; nothing where the matrix is singular, and another gamma is taken. */
  private Optional<ShiftedInverse> inverse(int exponent) {
    try {
      return Optional.of(inverses.of(gamma(exponent) * unit));
    } catch (ArithmeticException singular) {
      return Optional.empty();
    }
  }

  /** The space for a step; of dimension 0 if none is good enough. */
  private KrylovSpace space(double[] x, double size, double length) {
    List<double[]> basis = new ArrayList<>();
    double[][] matrix = new double[MOST + 1][MOST];
    double[] first = new double[n];
    for (int i = 0; i < n; i++) {
      first[i] = size == 0 ? 0 : x[i] / size;
    }
    basis.add(first);
    for (int m = 1; m <= MOST; m++) {
      double[] last = basis.get(m - 1);
      Optional<double[]> solution = inverse.flatMap(one -> one.solve(last));
      if (solution.isEmpty()) {
        break; // a smaller gamma has smaller elements
      }
      double[] next = solution.get();
      solved++;
      double left = orthogonalise(next, basis, matrix, m - 1);
      boolean whole = left < NOTHING;
      boolean looked = m > FEWER && m % STRIDE == 0;
      if (whole || (looked && error(matrix, m, length) <= method.tolerance())) {
        if (lost(matrix, m, length) > method.tolerance()) {
          break;
        }
        return new KrylovSpace(basis.toArray(new double[0][]), matrix, m);
      }
      matrix[m][m - 1] = left;
      for (int i = 0; i < n; i++) {
        next[i] /= left;
      }
      basis.add(next);
    }
    return new KrylovSpace(new double[0][], matrix, 0);
  }

  /** Takes away from a vector what lies in a basis, twice for rounding; what length is left. */
  private double orthogonalise(double[] next, List<double[]> basis, double[][] matrix, int column) {
    for (int pass = 0; pass < 2; pass++) {
      for (int k = 0; k < basis.size(); k++) {
        double[] one = basis.get(k);
        double product = 0;
        for (int i = 0; i < n; i++) {
          product += one[i] * next[i];
        }
        for (int i = 0; i < n; i++) {
          next[i] -= product * one[i];
        }
        matrix[k][column] += product;
      }
    }
    return norm(next);
  }

  /** The largest difference from a smaller space, and from a coarser sum, within a step. */
  private static double error(double[][] matrix, int m, double length) {
    double largest = 0;
    for (double place : PLACES) {
      double[] whole = FINE.apply(matrix, m, place * length);
      double[] smaller = COARSE.apply(matrix, m - FEWER, place * length);
      double sum = 0;
      for (int k = 0; k < m; k++) {
        double apart = whole[k] - (k < smaller.length ? smaller[k] : 0);
        sum += apart * apart;
      }
      largest = StrictMath.max(largest, StrictMath.sqrt(sum));
      if (!(largest <= 1)) { // NaN is not
        return Double.POSITIVE_INFINITY;
      }
    }
    return largest;
  }

  /** What of the motion in a step lies outside of the parabola of the sum. */
  private static double lost(double[][] matrix, int m, double length) {
    double largest = 0;
    for (int k = LONG; k < PLACES.length; k++) {
      double[] whole = FINE.apply(matrix, m, PLACES[k] * length);
      double[] pieces = SHORT_PIECES.apply(matrix, m, PLACES[k] * length);
      double sum = 0;
      for (int i = 0; i < m; i++) {
        sum += (whole[i] - pieces[i]) * (whole[i] - pieces[i]);
      }
      largest = StrictMath.max(largest, StrictMath.sqrt(sum));
    }
    return Double.isNaN(largest) ? Double.POSITIVE_INFINITY : largest;
  }

  private double norm(double[] x) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x[i] * x[i];
    }
    return StrictMath.sqrt(sum);
  }

  /** What the steps took; solutions of linear systems count as evaluations. */
  SolverStatistics statistics() {
    return new SolverStatistics(accepted, rejected, solved);
  }

  /** A step: the start in a Krylov space, and how that moves. */
  private record Step(
      double origin,
      double from,
      double until,
      double end,
      double gamma,
      double size,
      KrylovSpace space)
      implements DenseStep {

    @Override
    public double start() {
      return origin + from;
    }

    @Override
    public void evaluate(double t, double[] x) {
      double since =
          t == end ? until - from : StrictMath.max(0, StrictMath.min(t - origin, until) - from);
      double[] y = FINE.apply(space.matrix, space.dimension, since / gamma);
      Arrays.fill(x, 0);
      for (int k = 0; k < space.dimension; k++) {
        double[] one = space.basis[k];
        double share = size * y[k];
        for (int i = 0; i < one.length; i++) {
          x[i] += share * one[i];
        }
      }
    }

    @Override
    public DenseStep copy() {
      return this;
    }
  }
}
