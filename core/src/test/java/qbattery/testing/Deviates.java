package qbattery.testing;

import java.util.function.DoubleSupplier;

/** Deviates from a list, which counts how many were taken; none beyond its end can be. */
public final class Deviates implements DoubleSupplier {

  private final double[] values;
  private int taken;

  /** The deviates, in the order in which they are given away. */
  public Deviates(double... values) {
    this.values = values.clone();
  }

  @Override
  public double getAsDouble() {
    if (taken == values.length) {
      throw new AssertionError("More than %d deviates were taken.".formatted(values.length));
    }
    return values[taken++];
  }

  /** How many were taken. */
  public int taken() {
    return taken;
  }
}
