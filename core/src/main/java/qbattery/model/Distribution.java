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
