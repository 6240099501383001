package qbattery.dynamics.events;

import java.util.function.DoubleUnaryOperator;

/**
 * The highest place of a curve with one maximum in an interval, by Brent's method: parabolas, and
 * golden sections where these do not help, as at kinks and jumps; Brent, Algorithms for
 * Minimization without Derivatives, Ch. 5.
 *
 * @param time where it is highest
 * @param value how high
 * @param width of the interval it was narrowed down to
 * @param drop how much lower the curve is at the lower one of that interval's ends
 * @param step how much lower it is at the higher one: at a jump the curve comes that close to what
 *     it jumps from
 */
record Summit(double time, double value, double width, double drop, double step) {

  private static final double GOLDEN = 0.3819660112501051;

  /** Below this share of the interval a quadratic maximum cannot be told from rounding. */
  private static final double SHARE = 1e-8;

  private static final int MOST = 120;

  /** Finds it; with several maxima, one of them. */
  static Summit of(DoubleUnaryOperator curve, double from, double to) {
    double a = from;
    double b = to;
    double low = curve.applyAsDouble(a);
    double high = curve.applyAsDouble(b);
    double x = a + GOLDEN * (b - a);
    double fx = curve.applyAsDouble(x);
    double w = x;
    double fw = fx;
    double u = x;
    double fu = fx;
    double step = 0;
    double before = 0;
    double tolerance =
        StrictMath.max(SHARE * (b - a), 2 * StrictMath.ulp(StrictMath.max(-from, to)));
    for (int k = 0; k < MOST; k++) {
      double middle = (a + b) / 2;
      if (StrictMath.abs(x - middle) <= 2 * tolerance - (b - a) / 2) {
        break;
      }
      double r = (x - w) * (fx - fu);
      double q = (x - u) * (fx - fw);
      double p = (x - u) * q - (x - w) * r;
      q = 2 * (q - r);
      p = q > 0 ? -p : p;
      q = StrictMath.abs(q);
      boolean parabola =
          StrictMath.abs(before) > tolerance
              && StrictMath.abs(p) < StrictMath.abs(q * before / 2)
              && p > q * (a - x)
              && p < q * (b - x);
      if (parabola) {
        before = step;
        step = p / q;
        double there = x + step;
        if (there - a < 2 * tolerance || b - there < 2 * tolerance) {
          step = x < middle ? tolerance : -tolerance;
        }
      } else {
        before = x < middle ? b - x : a - x;
        step = GOLDEN * before;
      }
      double next =
          x + (StrictMath.abs(step) >= tolerance ? step : StrictMath.copySign(tolerance, step));
      double value = curve.applyAsDouble(next);
      if (value >= fx) {
        if (next >= x) {
          a = x;
          low = fx;
        } else {
          b = x;
          high = fx;
        }
        u = w;
        fu = fw;
        w = x;
        fw = fx;
        x = next;
        fx = value;
      } else {
        if (next < x) {
          a = next;
          low = value;
        } else {
          b = next;
          high = value;
        }
        if (value >= fw || w == x) {
          u = w;
          fu = fw;
          w = next;
          fw = value;
        } else if (value >= fu || u == x || u == w) {
          u = next;
          fu = value;
        }
      }
    }
    Summit inside =
        new Summit(x, fx, b - a, fx - StrictMath.min(low, high), fx - StrictMath.max(low, high));
    return inside.orEnd(from, curve.applyAsDouble(from)).orEnd(to, curve.applyAsDouble(to));
  }

  /** An end of the whole interval, where the curve is higher there. */
  private Summit orEnd(double end, double atEnd) {
    return atEnd > value
        ? new Summit(end, atEnd, StrictMath.abs(end - time), atEnd - value, atEnd - value)
        : this;
  }
}
