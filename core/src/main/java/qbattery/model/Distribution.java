package qbattery.model;

import java.util.function.DoubleSupplier;

/** The distribution of a random parameter of a battery. */
public sealed interface Distribution {

  /**
   * Draws a value.
   *
   * @param uniform gives independent deviates, uniform in [0, 1)
   * @return the value; a constant takes no deviate, all else exactly one, whatever its width, so
   *     that streams of deviates stay in step
   */
  double draw(DoubleSupplier uniform);

  /**
   * Always the same value.
   *
   * @param value the value, finite
   */
  record Constant(double value) implements Distribution {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public Constant {
      requireFinite("value", value);
    }

    @Override
    public double draw(DoubleSupplier uniform) {
      return value;
    }
  }

  /**
   * Uniform between two values.
   *
   * @param low the lower end
   * @param high the upper end, not below it
   */
  record Uniform(double low, double high) implements Distribution {

    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException if an end or the width is not finite or the ends are in the
     *     wrong order
     */
    public Uniform {
      requireFinite("lower end", low);
      requireFinite("upper end", high);
      if (high < low) {
        throw new IllegalArgumentException(
            "A uniform distribution from %s to %s runs backwards; give the lower end first."
                .formatted(low, high));
      }
      requireFinite("width", high - low);
    }

    /**
     * Uniform around a centre; arjmandi2022, Sec. II: from centre (1 - spread) to centre (1 +
     * spread).
     *
     * @param centre the mean
     * @param spread half the width, in units of the centre, not negative
     * @return the distribution
     * @throws IllegalArgumentException if a number is not finite or the spread is negative
     */
    public static Uniform around(double centre, double spread) {
      if (!(spread >= 0)) {
        throw new IllegalArgumentException(
            "The relative spread of a distribution is %s; it must be 0 or larger."
                .formatted(spread));
      }
      double half = StrictMath.abs(centre) * spread;
      return new Uniform(centre - half, centre + half);
    }

    @Override
    public double draw(DoubleSupplier uniform) {
      return low + (high - low) * uniform.getAsDouble();
    }
  }

  /**
   * The normal distribution.
   *
   * @param mean the mean
   * @param deviation the standard deviation, not negative
   */
  record Normal(double mean, double deviation) implements Distribution {

    /** Beyond this the tail is a continued fraction, below it what a series leaves of a half. */
    private static final double TAIL = 2;

    /** So many terms leave less than rounding of the continued fraction at {@link #TAIL}. */
    private static final int TERMS = 80;

    /** Each step takes the error to its third power, at most 20 times that, from one of 3e-3. */
    private static final int STEPS = 2;

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if one is not finite or the deviation is negative
     */
    public Normal {
      requireFinite("mean", mean);
      requireFinite("standard deviation", deviation);
      if (deviation < 0) {
        throw new IllegalArgumentException(
            "The standard deviation of a normal distribution is %s; it must be 0 or larger."
                .formatted(deviation));
      }
    }

    @Override
    public double draw(DoubleSupplier uniform) {
      return mean + deviation * quantile(uniform.getAsDouble());
    }

    /** The standard normal value below which a share of all lies; of 0 that of half a deviate. */
    private static double quantile(double share) {
      double tail = StrictMath.max(StrictMath.min(share, 1 - share), 0x1p-54);
      double t = StrictMath.sqrt(-2 * StrictMath.log(tail));
      // Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.22
      double near = t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t));
      double x = StrictMath.max(near, 0);
      for (int k = 0; k < STEPS; k++) {
        double off = (above(x) - tail) / density(x);
        x += off / (1 - x * off / 2); // Halley's step
      }
      return share < 0.5 ? -x : x;
    }

    private static double density(double x) {
      return StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * StrictMath.PI);
    }

    /** The share above a value that is not negative. */
    private static double above(double x) {
      if (x > TAIL) {
        double fraction = x;
        for (int k = TERMS; k > 0; k--) {
          fraction = x + k / fraction;
        }
        return density(x) / fraction;
      }
      double sum = 0;
      double term = x;
      for (int k = 3; term > 0x1p-60 * sum; k += 2) {
        sum += term;
        term *= x * x / k;
      }
      return 0.5 - density(x) * sum;
    }
  }

  /**
   * The absolute value of what another distribution gives, such as the Larmor frequency in a field
   * of either sign.
   *
   * @param of the other distribution
   */
  record Magnitude(Distribution of) implements Distribution {
    @Override
    public double draw(DoubleSupplier uniform) {
      return StrictMath.abs(of.draw(uniform));
    }
  }

  private static void requireFinite(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "The %s of a distribution is %s; it must be a finite number.".formatted(what, value));
    }
  }
}
