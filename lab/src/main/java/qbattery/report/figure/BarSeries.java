package qbattery.report.figure;

import java.util.Arrays;
import java.util.Objects;

/**
 * The bars of one colour: one in each group.
 *
 * @param label plain text with TeX between dollar signs; blank for no entry in the legend
 * @param values one value for each group, not negative; NaN for no bar
 * @param colour the colour
 */
public record BarSeries(String label, double[] values, Colour colour) {
  /** Copies the values and checks that bars can be as high. */
  public BarSeries {
    Objects.requireNonNull(colour, "colour");
    values = values.clone();
    Typesetter.checkText(label, "The legend label");
    String what = "The series of bars '" + label + "'";
    Checks.finiteOrMissing(values, what);
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0) {
        throw new IllegalArgumentException(
            what
                + " has the value "
                + values[i]
                + " at number "
                + i
                + "; a bar cannot be negative, so plot lines instead.");
      }
    }
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BarSeries that
        && label.equals(that.label)
        && Arrays.equals(values, that.values)
        && colour == that.colour;
  }

  @Override
  public int hashCode() {
    return Objects.hash(label, Arrays.hashCode(values), colour);
  }

  @Override
  public String toString() {
    return "BarSeries[" + label + ", " + Arrays.toString(values) + ", " + colour + "]";
  }
}
