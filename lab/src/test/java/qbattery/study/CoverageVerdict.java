package qbattery.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How well stated errors cover the true ones.
 *
 * @param count how many numbers there are
 * @param share how many of them lie within their stated error, from 0 to 1
 * @param largest the largest true error over the stated one; infinite if one is not known
 * @param generosity the median of the stated error over the true one, or over half a unit of the
 *     last place where that is larger
 */
record CoverageVerdict(int count, double share, double largest, double generosity) {

  /** At least this share must lie within. */
  private static final double SHARE = 0.95;

  /** No true error may be so many times the stated one, or more. */
  private static final double BEYOND = 3;

  /** The median stated error may be so many times the true one. */
  private static final double GENEROUS = 100;

  static CoverageVerdict of(List<CoverageNumber> numbers) {
    double[] generosities =
        numbers.stream()
            .mapToDouble(CoverageNumber::generosity)
            .map(g -> Double.isNaN(g) ? Double.POSITIVE_INFINITY : g)
            .sorted()
            .toArray();
    return new CoverageVerdict(
        numbers.size(),
        numbers.stream().filter(n -> n.within(1)).count() / (double) numbers.size(),
        numbers.stream().mapToDouble(CoverageNumber::ratio).max().orElseThrow(),
        generosities[generosities.length / 2]);
  }

  boolean enoughWithin() {
    return share >= SHARE;
  }

  boolean noneFarOutside() {
    return largest <= BEYOND;
  }

  boolean notTooGenerous() {
    return generosity <= GENEROUS;
  }

  /** A line of the page's table. */
  String line(String kind) {
    return "| %s | %d | %d | %s | %s |"
        .formatted(kind, count, Math.round(share * count), digits(largest), digits(generosity));
  }

  /** Two digits. */
  static String digits(double value) {
    if (Double.isInfinite(value)) {
      return "not known";
    }
    if (value == 0) {
      return "0";
    }
    return value >= 0.01 && value < 10000
        ? new java.math.BigDecimal(value).round(new java.math.MathContext(2)).toPlainString()
        : String.format(Locale.ROOT, "%.1e", value);
  }

  /** The words of a line, for comparison with the page. */
  static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|")).map(String::strip).filter(c -> !c.isEmpty()).toList();
  }
}
