package qbattery.report.figure;

import java.util.Arrays;
import java.util.Optional;

/** Axes that hold some values. */
public final class AxisRange {

  private static final double MARGIN = 0.04;
  private static final int MOST_WHOLE = 40;

  private AxisRange() {}

  /**
   * An axis from the first to the last of some values, of whole numbers where they are.
   *
   * @param label TeX in math mode without dollar signs
   * @param values the values
   * @param logarithmic whether equal ratios are equally far apart, if there are values above 0
   * @return the axis
   */
  public static Axis across(String label, double[] values, boolean logarithmic) {
    Optional<Axis> decades = logarithmic ? decades(label, values) : Optional.empty();
    if (decades.isPresent()) {
      return decades.get();
    }
    double low = Arrays.stream(values).min().orElse(0);
    double high = Arrays.stream(values).max().orElse(1);
    boolean whole = Arrays.stream(values).allMatch(v -> v == Math.rint(v));
    int different = (int) Arrays.stream(values).distinct().count();
    if (whole && different == high - low + 1 && different <= MOST_WHOLE) {
      return Axis.whole(label, (int) low, (int) high);
    }
    double[] ends = ends(low, high, 0);
    return new Axis(label, ends[0], ends[1]);
  }

  /**
   * An axis with some room below and above values.
   *
   * @param label TeX in math mode without dollar signs
   * @param values the values
   * @param logarithmic as above
   * @return the axis
   */
  public static Axis upwards(String label, double[] values, boolean logarithmic) {
    if (logarithmic) {
      return decades(label, values).orElse(Axis.logarithmic(label, 0.1, 1)); // nothing to see
    }
    double low = Arrays.stream(values).min().orElse(0);
    double high = Arrays.stream(values).max().orElse(1);
    double[] ends = ends(low, high, MARGIN);
    return new Axis(label, ends[0], ends[1]);
  }

  /** Room around values; around one value, half of it. */
  private static double[] ends(double low, double high, double margin) {
    double largest = Math.max(Math.abs(low), Math.abs(high));
    if (high - low <= 1e-8 * largest || high == low) {
      double room = largest == 0 ? 1 : largest / 2;
      return new double[] {low - room, high + room};
    }
    double room = margin * (high - low);
    return new double[] {low - room, high + room};
  }

  /** Whole powers of ten around the values above zero; nothing if there are none. */
  private static Optional<Axis> decades(String label, double[] values) {
    double[] positive = Arrays.stream(values).filter(v -> v > 0).toArray();
    if (positive.length == 0) {
      return Optional.empty();
    }
    double low = Math.floor(Math.log10(Arrays.stream(positive).min().orElse(1)));
    double high = Math.ceil(Math.log10(Arrays.stream(positive).max().orElse(1)));
    double top = high > low ? high : low + 1;
    return Optional.of(Axis.logarithmic(label, Math.pow(10, low), Math.pow(10, top)));
  }
}
