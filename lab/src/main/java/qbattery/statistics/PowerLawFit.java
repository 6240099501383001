package qbattery.statistics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the two kinds of power law are fitted, in logarithms of x about their mean. */
final class PowerLawFit {

  /** By how much three parameters have to lower chi square against a constant: three errors. */
  private static final double VARIATION = 11.83;

  /** An exponent nearer to 0 than so many of its errors may have either sign. */
  private static final double DISTANCE = 3;

  /** Exponents are sought between minus and plus this. */
  private static final double STEEPEST = 8;

  private static final int GRID = 64;

  private PowerLawFit() {}

  /** The straight line of the logarithms. */
  static Fit<PowerLaw> plain(Points points) {
    Optional<String> reason = unfit(points, 3);
    if (reason.isPresent()) {
      return new Fit.Refused<>(reason.get());
    }
    double[] x = points.x();
    double[] y = points.y();
    double[] sigma = points.sigma();
    for (int i = 0; i < y.length; i++) {
      if (!(y[i] > 0)) {
        return new Fit.Refused<>(
            "A power law without an offset is fitted to positive values, but at x = %s there is %s."
                .formatted(x[i], y[i]));
      }
      sigma[i] /= y[i];
      y[i] = StrictMath.log(y[i]);
    }
    double origin = meanLog(x);
    for (int i = 0; i < x.length; i++) {
      x[i] = StrictMath.log(x[i]) - origin;
    }
    var logarithms = new Points(x, y, sigma);
    LeastSquares.Line line = LeastSquares.line(logarithms, v -> v);
    double[] start = {line.offset(), line.slope()};
    return LeastSquares.fit(new Straight(), logarithms, start)
        .<Fit<PowerLaw>>map(found -> new Fit.Found<>(new PowerLaw(unlogged(found, origin))))
        .orElseGet(() -> new Fit.Refused<>("The x are too close together to tell an exponent."));
  }

  /** Factor and offset at each exponent of a grid, then all three together. */
  static Fit<PowerLaw> withOffset(Points points) {
    Optional<String> reason = unfit(points, 4);
    if (reason.isPresent()) {
      return new Fit.Refused<>(reason.get());
    }
    double[] x = points.x();
    double origin = meanLog(x);
    for (int i = 0; i < x.length; i++) {
      x[i] = StrictMath.log(x[i]) - origin;
    }
    Points scaled = points.at(x);
    Grid grid = Grid.of(scaled);
    double gained = LeastSquares.line(scaled, v -> 0).chiSquare() - grid.lowest();
    if (gained < VARIATION) {
      return new Fit.Refused<>(
          String.format(
              Locale.ROOT,
              "The values may be constant: against a constant the power lowers chi square by %.3g, and %.1f are needed.",
              Math.max(0, gained),
              VARIATION));
    }
    // Towards exponent 0 the sum of squares may fall on without end, to that of a logarithm.
    Optional<Parameters> minimum = grid.descend(scaled);
    Measured p = minimum.map(m -> m.at(1)).orElse(new Measured(0, Double.POSITIVE_INFINITY));
    if (!(Math.abs(p.inErrors()) > DISTANCE) || Math.abs(p.value()) > STEEPEST) {
      return new Fit.Refused<>(
          String.format(
              Locale.ROOT,
              "The points do not determine an exponent beside an offset: it comes out as %.3g +- %.2g, and has to lie %.0f errors from 0 and within %.0f.",
              p.value(),
              p.standardError(),
              DISTANCE,
              STEEPEST));
    }
    Parameters found = minimum.orElseThrow();
    return new Fit.Found<>(new PowerLaw(unshifted(found, origin)));
  }

  private static Optional<String> unfit(Points points, int places) {
    double[] x = points.x();
    for (double v : x) {
      if (!(v > 0)) {
        return Optional.of("A power law is fitted at positive x, not at %s.".formatted(v));
      }
    }
    return points.places() < places
        ? Optional.of(
            "This power law needs points at %d different x or more, not at %d."
                .formatted(places, points.places()))
        : Optional.empty();
  }

  private static double meanLog(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += StrictMath.log(v);
    }
    return sum / x.length;
  }

  private static Parameters unlogged(Parameters found, double origin) {
    double[] q = found.values();
    double a = StrictMath.exp(q[0] - q[1] * origin);
    return found.mapped(new double[] {a, q[1]}, new double[][] {{a, -a * origin}, {0, 1}});
  }

  private static Parameters unshifted(Parameters found, double origin) {
    double[] q = found.values();
    double factor = StrictMath.exp(-q[1] * origin);
    double a = q[0] * factor;
    double[][] jacobian = {{factor, -a * origin, 0}, {0, 1, 0}, {0, 0, 1}};
    return found.mapped(new double[] {a, q[1], q[2]}, jacobian);
  }

  /** The best factor and offset at each exponent. */
  private record Grid(double[] exponents, LeastSquares.Line[] lines) {

    static Grid of(Points scaled) {
      double[] exponents = new double[GRID];
      LeastSquares.Line[] lines = new LeastSquares.Line[GRID];
      for (int g = 0; g < GRID; g++) {
        // An even number of values, so that none is 0.
        double p = STEEPEST * (2.0 * g / (GRID - 1) - 1);
        exponents[g] = p;
        lines[g] = LeastSquares.line(scaled, v -> StrictMath.exp(p * v));
      }
      return new Grid(exponents, lines);
    }

    double lowest() {
      return Arrays.stream(lines).mapToDouble(LeastSquares.Line::chiSquare).min().orElseThrow();
    }

    /** The lowest minimum in A, p, B. */
    Optional<Parameters> descend(Points scaled) {
      Optional<Parameters> best = Optional.empty();
      for (int g = 0; g < GRID; g++) {
        if (LeastSquares.isMinimum(lines, g)) {
          double[] start = {lines[g].slope(), exponents[g], lines[g].offset()};
          best = LeastSquares.lower(best, LeastSquares.fit(new Offset(), scaled, start));
        }
      }
      return best;
    }
  }

  /** A straight line. */
  private record Straight() implements LeastSquares.Curve {

    @Override
    public double value(double v, double[] q) {
      return q[0] + q[1] * v;
    }

    @Override
    public double[] gradient(double v, double[] q) {
      return new double[] {1, v};
    }
  }

  /** A exp(p v) + B, v being ln x. */
  private record Offset() implements LeastSquares.Curve {

    @Override
    public double value(double v, double[] q) {
      return q[0] * StrictMath.exp(q[1] * v) + q[2];
    }

    @Override
    public double[] gradient(double v, double[] q) {
      double e = StrictMath.exp(q[1] * v);
      return new double[] {e, q[0] * v * e, 1};
    }
  }
}
