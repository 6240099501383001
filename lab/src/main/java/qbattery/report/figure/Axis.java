package qbattery.report.figure;

import java.util.Objects;

/**
 * A linear axis: a TeX label, which names the unit as the field writes it, and the range shown.
 *
 * <p>A range that starts a little below zero keeps a curve that runs along zero off the frame.
 *
 * @param label TeX in math mode without dollar signs, such as {@code \mathcal{E}/(\hbar\omega)};
 *     words go into {@code \text{...}}
 * @param min the value at the left or lower end
 * @param max the value at the right or upper end
 */
public record Axis(String label, double min, double max) {
  /** The smallest range, relative to the values, whose tick labels still differ. */
  private static final double NARROWEST = 1e-9;

  /** The largest absolute value; beyond it the range itself would overflow. */
  private static final double LARGEST = 1e100;

  /** Checks that the label is TeX and that the range is one. */
  public Axis {
    Objects.requireNonNull(label, "label");
    String what = "The axis '" + label + "'";
    Checks.finite(min, "The lower end of the axis '" + label + "'");
    Checks.finite(max, "The upper end of the axis '" + label + "'");
    if (min >= max) {
      throw new IllegalArgumentException(
          what + " runs from " + min + " to " + max + "; the first must be below the second.");
    }
    double largest = Math.max(Math.abs(min), Math.abs(max));
    if (largest > LARGEST || largest < 1 / LARGEST) {
      throw new IllegalArgumentException(
          what + " runs from " + min + " to " + max + "; choose a unit with ordinary numbers.");
    }
    if (max - min < NARROWEST * largest) {
      throw new IllegalArgumentException(
          what
              + " runs from "
              + min
              + " to "
              + max
              + ", too narrow for tick labels; plot the difference from a reference value.");
    }
    Typesetter.checkMath(label, "The axis label");
  }

  boolean contains(double value) {
    return value >= min && value <= max;
  }

  double span() {
    return max - min;
  }
}
