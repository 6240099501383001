package qbattery.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/**
 * The curve {@code y = a + b exp(-c x)} with c larger than 0, fitted to points by least squares,
 * all weighing alike: an approach to the limit a, with the range 1/c.
 *
 * <p>For each c on a grid, a and b follow from a line in {@code exp(-c x)} (the sum of squares as a
 * function of c alone: G. H. Golub, V. Pereyra, SIAM J. Numer. Anal. 10, 413 (1973)). From every
 * minimum along the grid the method of Levenberg and Marquardt goes on in all three parameters, and
 * the lowest end counts.
 *
 * @param limit a, in the unit of y
 * @param distance b, that of the curve from its limit at x = 0; negative where it comes from below
 * @param rate c, in that of 1/x
 */
public record ExponentialApproach(double limit, double distance, double rate) {

  /**
   * By how much the curve has to lower the sum of squares against a straight line, in squares of
   * the scatter: three standard errors of the one parameter more. Less may come from chance, and
   * then a straight line is as good.
   */
  private static final double CURVATURE = 9;

  /** From this error of ln c on, c may as well be several times as large or as small. */
  private static final double VAGUE = 0.5;

  private static final int GRID = 60;

  /** Of a scatter, over the size of the values. */
  private static final double ROUNDING = 1e-12;

  /** In units of 1/span: a slower curve is straight to 1 part in 1000 of its rise. */
  private static final double SLOWEST = 0.01;

  /** Below this ratio of a diagonal element of R (in QR) to the largest, a matrix is singular. */
  private static final double SINGULAR = 1e-11;

  private static final int MOST_STEPS = 500;

  /**
   * The curve of least squares, where the points show it: how they scatter around the curve tells
   * what they show.
   *
   * @param x where they are
   * @param y the values
   * @return the curve; empty where there are fewer than four different x, no curvature towards a
   *     limit that the scatter lets see, or a rate that is left open by a factor
   */
  public static Optional<ExponentialApproach> fit(double[] x, double[] y) {
    return Scaled.of(x, y).flatMap(Scaled::shown);
  }

  /**
   * The curve of least squares, whether or not the points show it.
   *
   * @param x where they are
   * @param y the values
   * @return the curve; empty where the sum of squares falls on towards a jump or a straight line,
   *     or there are fewer than four different x
   */
  public static Optional<ExponentialApproach> leastSquares(double[] x, double[] y) {
    return Scaled.of(x, y).flatMap(points -> points.lowest().map(points::unscaled));
  }

  /**
   * How far a, b and c may be from those of the least squares, all points weighing alike: by where
   * the search ended, which a flat minimum leaves open to half of the digits, and by rounding of
   * the points and of the curve.
   *
   * <p>A step of Gauss and Newton from the end of the search leads to the minimum, where the points
   * lie on the curve; else the steps fall by a ratio, which the second one tells.
   *
   * @param x where the points are
   * @param y the values
   * @return a bound for each parameter, to first order; infinite where the steps do not fall
   */
  public double[] distanceFromMinimum(double[] x, double[] y) {
    double[] p = {limit, distance, rate};
    double[] first = GaussNewton.at(p, x, y).step();
    double[] next = {p[0] + first[0], p[1] + first[1], p[2] + first[2]};
    GaussNewton there = GaussNewton.at(next, x, y);
    double[] second = there.step();
    double[] off = there.rounding();
    for (int i = 0; i < off.length; i++) {
      double one = Math.abs(first[i]);
      double two = Math.abs(second[i]);
      double ratio = one == 0 ? 0 : two / one;
      off[i] +=
          two <= off[i] ? one + two : ratio < 1 ? one / (1 - ratio) : Double.POSITIVE_INFINITY;
    }
    return off;
  }

  /** The solution of the linear problem at some parameters: {@code (J^T J)^-1 J^T}, 3 rows. */
  private record GaussNewton(double[][] inverse, double[] missing, double[] sizes) {

    static GaussNewton at(double[] p, double[] x, double[] y) {
      double[][] jacobian = new double[x.length][];
      double[] missing = new double[x.length];
      double[] sizes = new double[x.length];
      for (int k = 0; k < x.length; k++) {
        double e = StrictMath.exp(-p[2] * x[k]);
        jacobian[k] = new double[] {1, e, -p[1] * x[k] * e};
        missing[k] = y[k] - p[0] - p[1] * e;
        sizes[k] =
            Math.abs(y[k]) + Math.abs(p[0]) + Math.abs(p[1] * e) * (1 + Math.abs(p[2] * x[k]));
      }
      return new GaussNewton(
          new SingularValueDecomposition(MatrixUtils.createRealMatrix(jacobian))
              .getSolver()
              .getInverse()
              .getData(),
          missing,
          sizes);
    }

    double[] step() {
      return sums(k -> missing[k], UnaryOperator.identity());
    }

    /** What a unit in the last place of all that is added up does. */
    double[] rounding() {
      return sums(k -> Math.ulp(sizes[k]), Math::abs);
    }

    private double[] sums(IntToDoubleFunction of, UnaryOperator<Double> sign) {
      double[] sums = new double[inverse.length];
      for (int i = 0; i < sums.length; i++) {
        for (int k = 0; k < missing.length; k++) {
          sums[i] += sign.apply(inverse[i][k]) * of.applyAsDouble(k);
        }
      }
      return sums;
    }
  }

  /** {@code y = offset + slope f(u)} and its sum of squares. */
  private record Line(double offset, double slope, double squares) {}

  /**
   * A minimum of the sum of squares.
   *
   * @param p a, b and ln c, which keeps c positive
   * @param covariance of these, where the points scatter by 1
   * @param squares the sum
   */
  private record Minimum(double[] p, RealMatrix covariance, double squares) {

    boolean isFinite() {
      boolean finite = Double.isFinite(squares);
      for (int i = 0; i < p.length; i++) {
        finite &= Double.isFinite(p[i]) && Double.isFinite(Math.sqrt(covariance.getEntry(i, i)));
      }
      return finite;
    }
  }

  /**
   * Points in u from 0 to 1, where nothing overflows and the grid is the same for all.
   *
   * @param rates the grid of c
   */
  private record Scaled(double[] u, double[] y, double origin, double span, double[] rates) {

    static Optional<Scaled> of(double[] x, double[] y) {
      double[] sorted = Arrays.stream(x).distinct().sorted().toArray();
      if (sorted.length < 4) {
        return Optional.empty();
      }
      double origin = sorted[0];
      double span = sorted[sorted.length - 1] - origin;
      double fastest = 10 * span / (sorted[1] - origin);
      double[] rates = new double[GRID];
      for (int g = 0; g < GRID; g++) {
        rates[g] = SLOWEST * StrictMath.pow(fastest / SLOWEST, g / (GRID - 1.0));
      }
      double[] u = Arrays.stream(x).map(v -> (v - origin) / span).toArray();
      return Optional.of(new Scaled(u, y, origin, span, rates));
    }

    Optional<ExponentialApproach> shown() {
      Optional<Minimum> minimum = lowest();
      double scatter = minimum.map(this::scatter).orElse(1.0);
      double least = Arrays.stream(lines()).mapToDouble(Line::squares).min().orElseThrow();
      double gained = (line(v -> v).squares() - least) / (scatter * scatter);
      // Without a minimum the sum of squares falls on towards a jump, whose rate nothing limits.
      return gained < CURVATURE
          ? Optional.empty()
          : minimum
              .filter(m -> scatter * Math.sqrt(m.covariance().getEntry(2, 2)) < VAGUE)
              .filter(this::staysFinite)
              .map(this::unscaled);
    }

    /** Standard deviation of the points around the curve, no less than rounding. */
    private double scatter(Minimum found) {
      double size = Arrays.stream(y).map(Math::abs).max().orElse(0);
      double least = Math.max(ROUNDING * size, Double.MIN_NORMAL);
      int degrees = y.length - found.p().length;
      return degrees < 1 ? least : Math.max(least, StrictMath.sqrt(found.squares() / degrees));
    }

    /** Whether b, many ranges from where the points begin, has an error that is a number. */
    private boolean staysFinite(Minimum found) {
      double[] p = found.p();
      double c = StrictMath.exp(p[2]) / span;
      double shift = StrictMath.exp(c * origin);
      double[] slopes = {0, shift, p[1] * shift * c * origin};
      double variance =
          MatrixUtils.createRealVector(found.covariance().operate(slopes))
              .dotProduct(MatrixUtils.createRealVector(slopes));
      return Double.isFinite(Math.sqrt(variance));
    }

    ExponentialApproach unscaled(Minimum found) {
      double[] p = found.p();
      double c = StrictMath.exp(p[2]) / span;
      return new ExponentialApproach(p[0], p[1] * StrictMath.exp(c * origin), c);
    }

    private Line[] lines() {
      return Arrays.stream(rates)
          .mapToObj(c -> line(v -> StrictMath.exp(-c * v)))
          .toArray(Line[]::new);
    }

    /** The line of least squares in f(u); with slope 0 where f does not vary. */
    private Line line(DoubleUnaryOperator f) {
      double meanF = 0;
      double meanY = 0;
      for (int i = 0; i < u.length; i++) {
        meanF += f.applyAsDouble(u[i]);
        meanY += y[i];
      }
      meanF /= u.length;
      meanY /= u.length;
      double ff = 0;
      double fy = 0;
      for (int i = 0; i < u.length; i++) {
        double df = f.applyAsDouble(u[i]) - meanF;
        ff += df * df;
        fy += df * (y[i] - meanY);
      }
      double slope = ff == 0 ? 0 : fy / ff;
      double squares = 0;
      for (int i = 0; i < u.length; i++) {
        double off = y[i] - meanY - slope * (f.applyAsDouble(u[i]) - meanF);
        squares += off * off;
      }
      return new Line(meanY - slope * meanF, slope, squares);
    }

    /** The lowest minimum; the first where two are level. */
    Optional<Minimum> lowest() {
      Line[] lines = lines();
      List<Minimum> ends = new ArrayList<>();
      for (int g = 0; g < GRID; g++) {
        double here = lines[g].squares();
        boolean low = // on level ground the last counts
            (g == 0 || here <= lines[g - 1].squares())
                && (g == GRID - 1 || here < lines[g + 1].squares());
        if (low) {
          descend(lines[g].offset(), lines[g].slope(), StrictMath.log(rates[g]))
              .ifPresent(ends::add);
        }
      }
      return ends.stream().min(Comparator.comparingDouble(Minimum::squares));
    }

    /** The minimum near a start; empty if there is none, or it is too flat for a covariance. */
    private Optional<Minimum> descend(double... start) {
      var problem =
          new LeastSquaresBuilder()
              .start(start)
              .target(new double[u.length])
              .model(
                  p -> {
                    double[] off = new double[u.length];
                    double[][] jacobian = new double[u.length][];
                    double c = StrictMath.exp(p.getEntry(2));
                    for (int i = 0; i < u.length; i++) {
                      double b = p.getEntry(1);
                      double e = StrictMath.exp(-c * u[i]);
                      off[i] = p.getEntry(0) + b * e - y[i];
                      jacobian[i] = new double[] {1, e, -b * c * u[i] * e};
                    }
                    return new Pair<>(
                        MatrixUtils.createRealVector(off), MatrixUtils.createRealMatrix(jacobian));
                  })
              .maxEvaluations(MOST_STEPS)
              .maxIterations(MOST_STEPS)
              .build();
      try {
        LeastSquaresOptimizer.Optimum optimum = new LevenbergMarquardtOptimizer().optimize(problem);
        return Optional.of(
                new Minimum(
                    optimum.getPoint().toArray(),
                    optimum.getCovariances(SINGULAR),
                    optimum.getChiSquare()))
            .filter(Minimum::isFinite);
      } catch (MathRuntimeException noMinimum) {
        return Optional.empty();
      }
    }
  }
}
