package qbattery.statistics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The curve {@code y = a + b exp(-c x)} with c larger than 0, fitted to points by least squares: an
 * approach to the limit a, with the range 1/c.
 *
 * <p>For each c on a grid, a and b follow from a line in {@code exp(-c x)} (the sum of squares as a
 * function of c alone: G. H. Golub, V. Pereyra, SIAM J. Numer. Anal. 10, 413 (1973)). From every
 * minimum along the grid the method of Levenberg and Marquardt goes on in all three parameters, and
 * the lowest end counts. Errors are those of the data, carried to first order.
 *
 * @param parameters a in the unit of y, b in the unit of y, c in that of 1/x, in this order
 */
public record ExponentialApproach(Parameters parameters) {

  /**
   * By how much the curve has to lower chi square against a straight line: three standard errors of
   * the one parameter more. Less may come from chance, and then a straight line is as good.
   */
  private static final double CURVATURE = 9;

  /** From this error of ln c on, c may as well be several times as large or as small. */
  private static final double VAGUE = 0.5;

  private static final int GRID = 60;

  /** Of a scatter, over the size of the values. */
  private static final double ROUNDING = 1e-12;

  /** In units of 1/span: a slower curve is straight to 1 part in 1000 of its rise. */
  private static final double SLOWEST = 0.01;

  /**
   * Fits the curve.
   *
   * @param points the points; their errors are taken to be right and independent
   * @return the curve, or why there is none: fewer than four different x, no curvature towards a
   *     limit that the errors let see, or a rate that is left open by a factor
   */
  public static Fit<ExponentialApproach> fit(Points points) {
    return fit(points, false);
  }

  /**
   * Fits the curve to points whose errors are not known: all weigh alike, and how they scatter
   * around the curve tells what they show.
   *
   * @param x where they are
   * @param y the values
   * @return the curve, or why there is none, as above; the errors of its parameters are in units of
   *     the scatter
   */
  public static Fit<ExponentialApproach> fit(double[] x, double[] y) {
    double[] alike = new double[x.length];
    Arrays.fill(alike, 1);
    return fit(new Points(x, y, alike), true);
  }

  /**
   * The curve of least squares, whether or not the points show it.
   *
   * @param x where they are
   * @param y the values, all weighing alike
   * @return the curve; empty where the sum of squares falls on towards a jump or a straight line,
   *     or there are fewer than four different x
   */
  public static Optional<ExponentialApproach> leastSquares(double[] x, double[] y) {
    double[] alike = new double[x.length];
    Arrays.fill(alike, 1);
    Points points = new Points(x, y, alike);
    if (points.places() < 4) {
      return Optional.empty();
    }
    double[] sorted = Arrays.stream(x).distinct().sorted().toArray();
    double span = sorted[sorted.length - 1] - sorted[0];
    Points scaled = points.at(Arrays.stream(x).map(v -> (v - sorted[0]) / span).toArray());
    return Grid.of(scaled, 10 * span / (sorted[1] - sorted[0]))
        .descend(scaled)
        .map(found -> new ExponentialApproach(unscaled(found, sorted[0], span)));
  }

  private static Fit<ExponentialApproach> fit(Points points, boolean scattering) {
    if (points.places() < 4) {
      return new Fit.Refused<>(
          "An approach to a limit has three parameters and needs points at four different x or more, not at %d."
              .formatted(points.places()));
    }
    double[] x = points.x();
    double[] sorted = Arrays.stream(x).distinct().sorted().toArray();
    double origin = sorted[0];
    double span = sorted[sorted.length - 1] - origin;
    // In u from 0 to 1 nothing overflows, and the grid is the same for all data.
    Points scaled = points.at(Arrays.stream(x).map(v -> (v - origin) / span).toArray());
    Grid grid = Grid.of(scaled, 10 * span / (sorted[1] - origin));
    Optional<Parameters> minimum = grid.descend(scaled);
    double scatter = scattering ? minimum.map(m -> scatter(m, points)).orElse(1.0) : 1;
    double gained =
        (LeastSquares.line(scaled, u -> u).chiSquare() - grid.lowest()) / (scatter * scatter);
    if (gained < CURVATURE) {
      return new Fit.Refused<>(
          String.format(
              Locale.ROOT,
              "The points show no curvature towards a limit: against a straight line the curve lowers chi square by %.3g, and %.0f are needed.",
              Math.max(0, gained),
              CURVATURE));
    }
    // Without a minimum the sum of squares falls on towards a jump, whose rate nothing limits.
    double vagueness =
        minimum.map(m -> scatter * m.at(2).standardError()).orElse(Double.POSITIVE_INFINITY);
    if (!(vagueness < VAGUE)) {
      return new Fit.Refused<>(
          String.format(
              Locale.ROOT,
              "The points leave the rate c open: the error of its logarithm is %.3g, and it has to be below %.1f.",
              vagueness,
              VAGUE));
    }
    Parameters found = unscaled(minimum.orElseThrow(), origin, span);
    if (!Double.isFinite(found.at(1).standardError())) {
      return new Fit.Refused<>(
          "The points begin at x = %s, so many ranges from 0 that b overflows; count x from nearer to them."
              .formatted(origin));
    }
    return new Fit.Found<>(new ExponentialApproach(found));
  }

  /** Standard deviation of the points around the curve, no less than rounding. */
  private static double scatter(Parameters found, Points points) {
    double size = Arrays.stream(points.y()).map(Math::abs).max().orElse(0);
    double least = Math.max(ROUNDING * size, Double.MIN_NORMAL);
    int degrees = points.size() - found.values().length;
    return degrees < 1 ? least : Math.max(least, StrictMath.sqrt(found.chiSquare() / degrees));
  }

  private static Parameters unscaled(Parameters found, double origin, double span) {
    double[] p = found.values();
    double c = StrictMath.exp(p[2]) / span;
    double shift = StrictMath.exp(c * origin);
    double[][] jacobian = {{1, 0, 0}, {0, shift, p[1] * shift * c * origin}, {0, 0, c}};
    return found.mapped(new double[] {p[0], p[1] * shift, c}, jacobian);
  }

  /**
   * The limit a, which the curve approaches.
   *
   * @return the limit with its standard error
   */
  public Measured limit() {
    return parameters.at(0);
  }

  /**
   * The distance b of the curve from its limit at x = 0, negative where it comes from below.
   *
   * @return the distance with its standard error
   */
  public Measured amplitude() {
    return parameters.at(1);
  }

  /**
   * The rate c of the approach.
   *
   * @return the rate with its standard error
   */
  public Measured rate() {
    return parameters.at(2);
  }

  /**
   * The curve somewhere.
   *
   * @param x where
   * @return its value, with the standard error that follows from the covariance of the parameters
   */
  public Measured at(double x) {
    double[] p = parameters.values();
    double e = StrictMath.exp(-p[2] * x);
    double error = parameters.errorOf(new double[] {1, e, -p[1] * x * e});
    return new Measured(p[0] + p[1] * e, error);
  }

  /** The best a and b at each c. */
  private record Grid(double[] rates, LeastSquares.Line[] lines) {

    static Grid of(Points scaled, double fastest) {
      double[] rates = new double[GRID];
      LeastSquares.Line[] lines = new LeastSquares.Line[GRID];
      for (int g = 0; g < GRID; g++) {
        double c = SLOWEST * StrictMath.pow(fastest / SLOWEST, g / (GRID - 1.0));
        rates[g] = c;
        lines[g] = LeastSquares.line(scaled, u -> StrictMath.exp(-c * u));
      }
      return new Grid(rates, lines);
    }

    double lowest() {
      return Arrays.stream(lines).mapToDouble(LeastSquares.Line::chiSquare).min().orElseThrow();
    }

    /** The lowest minimum in a, b, ln c. */
    Optional<Parameters> descend(Points scaled) {
      Optional<Parameters> best = Optional.empty();
      for (int g = 0; g < GRID; g++) {
        if (LeastSquares.isMinimum(lines, g)) {
          double[] start = {lines[g].offset(), lines[g].slope(), StrictMath.log(rates[g])};
          best = LeastSquares.lower(best, LeastSquares.fit(new Logarithmic(), scaled, start));
        }
      }
      return best;
    }
  }

  /** With ln c for c, which therefore stays positive. */
  private record Logarithmic() implements LeastSquares.Curve {

    @Override
    public double value(double u, double[] p) {
      return p[0] + p[1] * StrictMath.exp(-StrictMath.exp(p[2]) * u);
    }

    @Override
    public double[] gradient(double u, double[] p) {
      double c = StrictMath.exp(p[2]);
      double e = StrictMath.exp(-c * u);
      return new double[] {1, e, -p[1] * c * u * e};
    }
  }
}
