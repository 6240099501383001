package qbattery.testing;

import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;

/** Tolerances of numbers that are off by rounding alone. */
public final class Rounding {

  /** How near a flat top is found: closer to it, numbers of size one differ by rounding only. */
  public static final double FLAT = 10 * StrictMath.sqrt(StrictMath.ulp(1.0));

  private Rounding() {}

  /** What so many operations, one after another, on numbers of a size come to at most. */
  public static double of(int operations, double size) {
    return operations * StrictMath.ulp(size);
  }

  /** The same as an offset. */
  public static Offset<Double> after(int operations, double size) {
    return within(of(operations, size));
  }
}
