package qbattery.study;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import qbattery.report.DescribedTable;

/**
 * A printed number beside its reference.
 *
 * @param reference what is right
 * @param printed what the program says
 * @param stated the error that it states; NaN or infinite if it is not known
 * @param random whether the error is a standard error
 */
record CoverageNumber(CoverageReference reference, double printed, double stated, boolean random) {

  /** Of a mean over chance this many standard errors are taken for its error. */
  static final double STANDARD_ERRORS = 2;

  /** What a run printed. */
  record Printed(DescribedTable curves, DescribedTable results, boolean random) {
    static Printed of(Outcome outcome) {
      return new Printed(outcome.curves(), outcome.results(), outcome.random());
    }
  }

  static CoverageNumber of(CoverageReference reference, Printed printed) {
    boolean curve = reference.where().stream().anyMatch(w -> w.startsWith("t="));
    DescribedTable table = curve ? printed.curves() : printed.results();
    int row = row(table, reference);
    String name = reference.result();
    double error = cell(table, "error of " + name, row);
    if (printed.random()) {
      double chance = cell(table, "standard error of " + name, row);
      error = STANDARD_ERRORS * chance + (Double.isNaN(error) ? 0 : error);
    }
    return new CoverageNumber(reference, table.column(name)[row], error, printed.random());
  }

  private static double cell(DescribedTable table, String column, int row) {
    boolean there = table.data().columns().stream().anyMatch(c -> c.name().equals(column));
    return there ? table.column(column)[row] : Double.NaN;
  }

  private static int row(DescribedTable table, CoverageReference reference) {
    return IntStream.range(0, table.rows())
        .filter(
            k ->
                reference.where().stream()
                    .allMatch(
                        w -> {
                          String[] at = w.split("=");
                          String column = at[0].equals("t") ? "time" : at[0];
                          double there = table.column(column)[k];
                          double asked = Double.parseDouble(at[1]);
                          // Values are written with all their digits; a grid rounds them.
                          return Math.abs(there - asked) <= 1e-12 * Math.max(1, Math.abs(asked));
                        }))
        .findFirst()
        .orElseThrow(() -> new AssertionError(reference + ": there is no such place."));
  }

  /** Half the distance to the next number: no double is nearer to the reference than that. */
  double roundingUnit() {
    return Math.ulp(printed) / 2;
  }

  /** How far the printed number is from the right one. */
  double off() {
    return Double.isFinite(printed)
        ? new BigDecimal(printed).subtract(reference.value()).abs().doubleValue()
        : Double.POSITIVE_INFINITY;
  }

  /** Whether the right number lies within a multiple of the stated error. */
  boolean within(double times) {
    return Double.isFinite(stated) && off() <= times * stated + roundingUnit();
  }

  /** How much larger the stated error is than the true one, which rounding at least makes. */
  double generosity() {
    return stated / Math.max(off(), roundingUnit());
  }

  /** The true error over the stated one. */
  double ratio() {
    double beyond = Math.max(0, off() - roundingUnit());
    if (!Double.isFinite(stated)) {
      return Double.POSITIVE_INFINITY;
    }
    return beyond == 0 ? 0 : beyond / stated;
  }

  /** The number with an error that is so many times what it states. */
  CoverageNumber restated(double times) {
    return new CoverageNumber(reference, printed, times * stated, random);
  }

  @Override
  public String toString() {
    return "%s = %s +- %.2e; right is %s, off by %.2e"
        .formatted(reference, printed, stated, reference.value(), off());
  }
}
