package qbattery.report.figure;

import java.util.Arrays;
import java.util.Objects;

/**
 * An axis: a TeX label, which names the unit as the field writes it, the range shown and its scale.
 *
 * <p>A range that starts a little below zero keeps a curve that runs along zero off the frame.
 *
 * @param label TeX in math mode without dollar signs, such as {@code \mathcal{E}/(\hbar\omega)};
 *     words go into {@code \text{...}}
 * @param min the value at the left or lower end
 * @param max the value at the right or upper end
 * @param scale how values are spread over the axis, and where ticks may stand
 */
public record Axis(String label, double min, double max, Scale scale) {
  /** How values are spread over an axis, and where its ticks may stand. */
  public enum Scale {
    /** Evenly, with ticks at round numbers. */
    LINEAR,
    /** Evenly, with ticks at whole numbers only. */
    WHOLE,
    /** By their logarithm, with numbers at powers of ten. */
    LOGARITHMIC
  }

  /** The smallest range, relative to the values, whose tick labels still differ. */
  private static final double NARROWEST = 1e-9;

  /** The largest absolute value; beyond it the range itself would overflow. */
  private static final double LARGEST = 1e100;

  /** What a logarithm may miss a whole number by, and be one. */
  static final double ROUNDING = 1e-9;

  /** Room for a symbol at either end of an axis of whole numbers, in steps and in its length. */
  private static final double HALF_STEP = 0.5;

  private static final double WHOLE_MARGIN = 0.04;

  /** Checks that the label is TeX and that the range is one. */
  public Axis {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(scale, "scale");
    Checks.finite(min, "The lower end of the axis '" + label + "'");
    Checks.finite(max, "The upper end of the axis '" + label + "'");
    String what = "The axis '" + label + "' runs from " + min + " to " + max;
    if (min >= max) {
      throw new IllegalArgumentException(what + "; the first must be below the second.");
    }
    double largest = Math.max(Math.abs(min), Math.abs(max));
    if (largest > LARGEST || largest < 1 / LARGEST) {
      throw new IllegalArgumentException(what + "; choose a unit with ordinary numbers.");
    }
    if (max - min < NARROWEST * largest) {
      throw new IllegalArgumentException(
          what + ", too narrow for tick labels; plot the difference from a reference value.");
    }
    if (scale == Scale.WHOLE && Math.ceil(min) > Math.floor(max)) {
      throw new IllegalArgumentException(what + " and holds no whole number; widen it.");
    }
    if (scale == Scale.LOGARITHMIC) {
      requireDecades(min, max, what);
    }
    Typesetter.checkMath(label, "The axis label");
  }

  /** Makes a linear axis. */
  public Axis(String label, double min, double max) {
    this(label, min, max, Scale.LINEAR);
  }

  /**
   * Makes an axis of whole numbers, such as numbers of cells, with ticks at nothing else.
   *
   * @param label TeX in math mode without dollar signs
   * @param first the first number shown; the axis starts half a step before it, or a little more
   * @param last the last number shown; the axis ends half a step after it, or a little more
   */
  public static Axis whole(String label, int first, int last) {
    double margin = Math.max(HALF_STEP, WHOLE_MARGIN * ((double) last - first));
    if (first > last) {
      throw new IllegalArgumentException(
          "The axis '%s' runs from %s to %s; give the smaller number first."
              .formatted(label, first, last));
    }
    return new Axis(label, first - margin, last + margin, Scale.WHOLE);
  }

  /**
   * Makes a logarithmic axis, on which a curve ends where it reaches zero.
   *
   * @param label TeX in math mode without dollar signs, naming the quantity and not its logarithm
   * @param min the value at the left or lower end, above zero
   * @param max the value at the right or upper end, so far off that two powers of ten are shown
   */
  public static Axis logarithmic(String label, double min, double max) {
    return new Axis(label, min, max, Scale.LOGARITHMIC);
  }

  private static void requireDecades(double min, double max, String what) {
    if (min < 1 / LARGEST) {
      throw new IllegalArgumentException(
          what + ", but a logarithmic axis starts above zero; raise its lower end.");
    }
    double first = Math.ceil(StrictMath.log10(min) - ROUNDING);
    double last = Math.floor(StrictMath.log10(max) + ROUNDING);
    if (last < first + 1) {
      throw new IllegalArgumentException(
          what + " and holds fewer than two powers of ten; widen it, or make it linear.");
    }
  }

  boolean contains(double value) {
    return value >= min && value <= max;
  }

  /** Returns what grows evenly along the axis: the value, or its logarithm, which may be NaN. */
  double scaled(double value) {
    if (scale != Scale.LOGARITHMIC) {
      return value;
    }
    return value > 0 ? StrictMath.log10(value) : Double.NaN;
  }

  /** Returns the value that is scaled to a number. */
  double unscaled(double scaled) {
    return scale == Scale.LOGARITHMIC ? StrictMath.pow(10, scaled) : scaled;
  }

  double[] scaled(double[] values) {
    return Arrays.stream(values).map(this::scaled).toArray();
  }

  /** Returns where the axis starts, scaled. */
  double low() {
    return scaled(min);
  }

  /** Returns where the axis ends, scaled. */
  double high() {
    return scaled(max);
  }

  /** Returns the length of the axis, scaled. */
  double span() {
    return high() - low();
  }

  /** Returns where on the axis a value stands: 0 at the lower end, 1 at the upper one. */
  double fraction(double value) {
    return (scaled(value) - low()) / span();
  }
}
