package qbattery.dynamics;

import static qbattery.dynamics.DormandPrinceTableau.A;
import static qbattery.dynamics.DormandPrinceTableau.C;
import static qbattery.dynamics.DormandPrinceTableau.D;
import static qbattery.dynamics.DormandPrinceTableau.DENSE_STAGES;
import static qbattery.dynamics.DormandPrinceTableau.E3;
import static qbattery.dynamics.DormandPrinceTableau.E5;
import static qbattery.dynamics.DormandPrinceTableau.STAGES;

import java.util.Arrays;
import java.util.function.Consumer;
import qbattery.linalg.LinearCombination;

/**
 * Integrates an equation of motion with Dormand-Prince 8(5,3) and adaptive steps.
 *
 * <p>All working storage is made once; the time loop allocates nothing. One instance serves one
 * integration, in one thread.
 */
final class DormandPrinceIntegrator {

  private static final double SAFETY = 0.9;
  private static final double MIN_FACTOR = 1.0 / 3;
  private static final double MAX_FACTOR = 6;

  /** A piece between stops that is so short beside its time has an origin of its own. */
  private static final double SHORT = 1e-4;

  /** Stops that are so many units of rounding apart, or fewer, count as one. */
  private static final double MERGED = 16;

  /** Where all numbers of a state change by less in a step, nothing is seen to move in it ... */
  private static final double STILL = 1e-8;

  /** ... and if the curve through it bends by more, the step is too long for such a curve. */
  private static final double MOVING = 1e-4;

  private final Generator generator;
  private final Method.DormandPrince tolerances;
  private final int n;
  private final double[][] k;
  private final double[] x;
  private final double[] next;
  private final double[] stage;
  private final double[] error3;
  private final double[][] polynomial;

  /** Times are counted from here: from 0, or where a short piece begins late. */
  private double origin;

  private double t;
  private double h;
  private double latest; // no derivative is taken later: beyond the stop ahead is another equation
  private long evaluations;
  private long accepted;
  private long rejected;

  private DormandPrinceIntegrator(Generator generator, Method.DormandPrince tolerances) {
    this.generator = generator;
    this.tolerances = tolerances;
    this.n = generator.size();
    this.k = new double[DENSE_STAGES][n];
    this.x = new double[n];
    this.next = new double[n];
    this.stage = new double[n];
    this.error3 = new double[n];
    this.polynomial = new double[Interpolant.POLYNOMIALS][n];
  }

  /**
   * Integrates from one time to another and shows every accepted step. No step leads over a stop of
   * the generator.
   *
   * @param generator the equation of motion
   * @param start the vector at t0
   * @param t0 initial time
   * @param t1 final time, not before t0
   * @param tolerances error control
   * @param observer is shown each step, in order; the step is valid only during the call
   * @return what the integration took
   * @throws StepsFailedException if the steps become smaller than rounding allows, or the
   *     derivative is not finite
   */
  static SolverStatistics integrate(
      Generator generator,
      double[] start,
      double t0,
      double t1,
      Method.DormandPrince tolerances,
      Consumer<DenseStep> observer) {
    return new DormandPrinceIntegrator(generator, tolerances).run(start, t0, t1, observer);
  }

  private SolverStatistics run(double[] start, double t0, double t1, Consumer<DenseStep> observer) {
    System.arraycopy(start, 0, x, 0, n);
    t = t0;
    double[] stops = generator.stops();
    for (double stop : stops) {
      if (stop - t > MERGED * StrictMath.ulp(t1) && t1 - stop > MERGED * StrictMath.ulp(t1)) {
        advanceTo(stop, StrictMath.nextDown(stop), observer);
      }
    }
    advanceTo(t1, stops.length == 0 ? Double.POSITIVE_INFINITY : StrictMath.nextDown(t1), observer);
    return new SolverStatistics(accepted, rejected, evaluations);
  }

  /**
   * Integrates to a time, counting from a near one where the numbers of far ones are too coarse.
   */
  private void advanceTo(double t1, double limit, Consumer<DenseStep> observer) {
    if (t1 - t >= SHORT * t1) {
      advance(t1, limit, observer);
      return;
    }
    origin = t;
    t = 0;
    advance(t1 - origin, limit - origin, observer);
    origin = 0;
    t = t1;
  }

  /** Integrates to a time; the limit from the left is taken where the steps end. */
  private void advance(double t1, double limit, Consumer<DenseStep> observer) {
    latest = StrictMath.max(t, limit);
    derivative(t, x, k[0]);
    h = t1 > t ? StrictMath.min(firstStep(), t1 - t) : 0;
    boolean justRejected = false;
    while (t < t1) {
      boolean last = t + 1.01 * h >= t1;
      if (last) {
        h = t1 - t;
      }
      if (!(h > 4 * StrictMath.ulp(t))) {
        throw new StepsFailedException(origin + t, h, fastest());
      }
      double error = attempt();
      if (error <= 1) {
        accepted++;
        observer.accept(new CurrentStep(last ? t1 : t + h));
        t = last ? t1 : t + h;
        double[] first = k[0];
        k[0] = k[STAGES];
        k[STAGES] = first;
        System.arraycopy(next, 0, x, 0, n);
        double factor = error == 0 ? MAX_FACTOR : SAFETY * StrictMath.pow(error, -1.0 / 8);
        h *= StrictMath.max(MIN_FACTOR, StrictMath.min(justRejected ? 1 : MAX_FACTOR, factor));
        justRejected = false;
      } else {
        rejected++;
        justRejected = true;
        h *=
            error < Double.POSITIVE_INFINITY
                ? StrictMath.max(MIN_FACTOR, SAFETY * StrictMath.pow(error, -1.0 / 8))
                : MIN_FACTOR;
      }
    }
  }

  /** Tries a step of length h; returns its error over the tolerance, infinite if not a number. */
  private double attempt() {
    for (int i = 1; i < STAGES; i++) {
      combine(A[i], i);
      derivative(t + C[i] * h, stage, k[i]);
    }
    combine(A[STAGES], STAGES);
    System.arraycopy(stage, 0, next, 0, n);
    derivative(t + h, next, k[STAGES]);
    LinearCombination.of(1, E5, k, STAGES, stage);
    LinearCombination.of(1, E3, k, STAGES, error3);
    double sum5 = 0;
    double sum3 = 0;
    for (int j = 0; j < n; j++) {
      double scale =
          tolerances.atol()
              + tolerances.rtol() * StrictMath.max(StrictMath.abs(x[j]), StrictMath.abs(next[j]));
      double e5 = stage[j] / scale;
      double e3 = error3[j] / scale;
      sum5 += e5 * e5;
      sum3 += e3 * e3;
    }
    if (sum5 == 0) {
      return 0;
    }
    double error = h * sum5 / StrictMath.sqrt(n * (sum5 + 0.01 * sum3));
    return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
  }

  /** stage = x + h * sum of the first stages with these weights. */
  private void combine(double[] weights, int count) {
    LinearCombination.add(x, h, weights, k, count, stage);
  }

  private void derivative(double time, double[] at, double[] into) {
    generator.apply(origin, StrictMath.min(time, latest), at, into);
    evaluations++;
  }

  /** The starting step of Hairer, Norsett and Wanner, Sec. II.4. */
  private double firstStep() {
    double d0 = scaledNorm(x, x);
    double d1 = scaledNorm(k[0], x);
    double guess = d0 < 1e-5 || d1 < 1e-5 ? 1e-6 : 0.01 * d0 / d1;
    for (int j = 0; j < n; j++) {
      stage[j] = x[j] + guess * k[0][j];
    }
    derivative(t + guess, stage, k[1]);
    for (int j = 0; j < n; j++) {
      stage[j] = (k[1][j] - k[0][j]) / guess;
    }
    double d2 = scaledNorm(stage, x);
    double largest = StrictMath.max(d1, d2);
    double refined =
        largest <= 1e-15
            ? StrictMath.max(1e-6, guess * 1e-3)
            : StrictMath.pow(0.01 / largest, 1.0 / 8);
    return StrictMath.min(100 * guess, refined);
  }

  /** The largest rate of change of a number of the state, as far as it is known. */
  private double fastest() {
    double largest = 0;
    for (double rate : k[0]) {
      largest = StrictMath.max(largest, StrictMath.abs(rate)); // NaN stays
    }
    return largest;
  }

  private double scaledNorm(double[] v, double[] reference) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      double scale = tolerances.atol() + tolerances.rtol() * StrictMath.abs(reference[j]);
      sum += v[j] / scale * (v[j] / scale);
    }
    return StrictMath.sqrt(sum / n);
  }

  /** Fills the polynomial of the step just accepted; needs three more stages. */
  private void preparePolynomial() {
    for (int i = STAGES + 1; i < DENSE_STAGES; i++) {
      combine(A[i], i);
      derivative(t + C[i] * h, stage, k[i]);
    }
    double[] first = k[0];
    double[] last = k[STAGES];
    System.arraycopy(x, 0, polynomial[0], 0, n);
    for (int j = 0; j < n; j++) {
      double change = next[j] - x[j];
      polynomial[1][j] = change;
      polynomial[2][j] = h * first[j] - change;
      polynomial[3][j] = 2 * change - h * (last[j] + first[j]);
    }
    for (int p = 0; p < D.length; p++) {
      LinearCombination.of(h, D[p], k, DENSE_STAGES, polynomial[4 + p]);
    }
    if (isAtRest()) {
      for (int p = 2; p < polynomial.length; p++) {
        Arrays.fill(polynomial[p], 0);
      }
    }
  }

  /**
   * Whether what moves in a step is over and done with many times within it. Its rest is then below
   * the tolerances, but the stages between the ends are no longer bounded by it, and a straight
   * line is nearer.
   */
  private boolean isAtRest() {
    double change = 0;
    double bend = 0;
    for (int j = 0; j < n; j++) {
      change = StrictMath.max(change, StrictMath.abs(polynomial[1][j]));
      for (int p = 2; p < polynomial.length; p++) {
        bend = StrictMath.max(bend, StrictMath.abs(polynomial[p][j]));
      }
    }
    return change < STILL && bend > MOVING;
  }

  /** The step just accepted, on the integrator's own storage. */
  private final class CurrentStep implements DenseStep {

    private final double end;
    private boolean prepared;

    CurrentStep(double end) {
      this.end = end;
    }

    @Override
    public double start() {
      return origin + t;
    }

    @Override
    public double end() {
      return origin + end;
    }

    @Override
    public void evaluate(double time, double[] into) {
      prepare();
      Interpolant.evaluate(polynomial, (time - origin - t) / h, into);
    }

    @Override
    public DenseStep copy() {
      prepare();
      double[][] own = new double[polynomial.length][];
      for (int p = 0; p < own.length; p++) {
        own[p] = polynomial[p].clone();
      }
      return new Interpolant(origin + t, origin + end, own);
    }

    /** On demand: a step that nobody looks into does not pay for its dense output. */
    private void prepare() {
      if (!prepared) {
        preparePolynomial();
        prepared = true;
      }
    }
  }
}
