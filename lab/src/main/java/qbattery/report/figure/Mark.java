package qbattery.report.figure;

import java.util.Objects;
import java.util.OptionalDouble;

/** A feature that a figure points out: a vertical line at one x, or a dot at one point. */
public sealed interface Mark {
  /** Returns where the mark stands on the x axis. */
  double x();

  /** Returns the colour, usually that of the curve it belongs to. */
  Colour colour();

  /** Returns TeX in math mode without dollar signs, or blank for no label. */
  String label();

  /** Returns a vertical line at x from the bottom of the plot up to the value {@code top}. */
  static Mark upTo(double x, double top, Colour colour, String label) {
    return new Vertical(x, OptionalDouble.of(top), colour, label);
  }

  /** Returns a vertical line at x over the full height of the plot. */
  static Mark fullHeight(double x, Colour colour, String label) {
    return new Vertical(x, OptionalDouble.empty(), colour, label);
  }

  /** Returns a dot without a label. */
  static Mark dot(double x, double y, Colour colour) {
    return new Dot(x, y, colour, "");
  }

  /**
   * A thin dashed vertical line from the bottom of the plot.
   *
   * @param x where it stands
   * @param top the value it ends at, or empty for the full height
   * @param colour its colour
   * @param label TeX in math mode without dollar signs, or blank
   */
  record Vertical(double x, OptionalDouble top, Colour colour, String label) implements Mark {
    /** Checks that the position is a number and that the label is TeX. */
    public Vertical {
      Objects.requireNonNull(colour, "colour");
      Checks.finite(x, "The x value of a vertical mark");
      top.ifPresent(value -> Checks.finite(value, "The upper end of a vertical mark"));
      Typesetter.checkMath(label, "The label of a vertical mark");
    }
  }

  /**
   * A dot, usually on a curve.
   *
   * @param x its x value
   * @param y its y value
   * @param colour its colour
   * @param label TeX in math mode without dollar signs, or blank
   */
  record Dot(double x, double y, Colour colour, String label) implements Mark {
    /** Checks that the position is a number and that the label is TeX. */
    public Dot {
      Objects.requireNonNull(colour, "colour");
      Checks.finite(x, "The x value of a dot");
      Checks.finite(y, "The y value of a dot");
      Typesetter.checkMath(label, "The label of a dot");
    }
  }
}
