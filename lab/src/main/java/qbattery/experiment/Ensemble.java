package qbattery.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * The rows of an experiment, from index 0 on without a gap.
 *
 * @param experiment what was computed
 * @param rows the rows in the order of their index; not to be changed
 * @param published how many the source took
 * @param stop why there are not more
 */
public record Ensemble(Experiment experiment, List<double[]> rows, int published, Stop stop) {

  /** Why an ensemble has no more rows. */
  public sealed interface Stop {}

  /** Their number was given. */
  public record Counted() implements Stop {}

  /**
   * The standard errors are small enough.
   *
   * @param target the target
   * @param standardError the largest standard error of a mean that was asked for
   */
  public record TargetMet(double target, double standardError) implements Stop {}

  /**
   * More rows were not taken although a standard error is still too large.
   *
   * @param target the target
   * @param standardError the largest standard error of a mean that was asked for; NaN where a
   *     column has no value in some row, which no further row mends
   */
  public record TargetMissed(double target, double standardError) implements Stop {}

  /** Copies the list. */
  public Ensemble {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("An ensemble needs at least one row.");
    }
  }

  /**
   * Rows whose number was given.
   *
   * @param experiment what was computed
   * @param rows the rows in the order of their index; not to be changed
   * @param published how many the source took
   */
  public Ensemble(Experiment experiment, List<double[]> rows, int published) {
    this(experiment, rows, published, new Counted());
  }

  /**
   * How many realisations there are.
   *
   * @return the number of rows
   */
  public int count() {
    return rows.size();
  }

  /**
   * How many realisations there are, beside those that the file asks for.
   *
   * @return such as "100 realisations", "8 of the file's 100 realisations" or "128 realisations
   *     (the file: 100)", and whether a target was missed
   */
  public String inWords() {
    String number = count() == 1 ? "1 realisation" : count() + " realisations";
    if (count() < published) {
      number = "%d of the file's %d realisations".formatted(count(), published);
    } else if (count() > published) {
      number += " (the file: %d)".formatted(published);
    }
    if (stop instanceof TargetMissed missed) {
      number +=
          Double.isNaN(missed.standardError)
              ? "; some have no value, so there is no standard error to hold to the target"
              : "; the standard error of %s missed the target of %s"
                  .formatted(brief(missed.standardError), brief(missed.target));
    }
    return number;
  }

  private static String brief(double x) {
    if (Double.isInfinite(x)) {
      return "infinity";
    }
    BigDecimal rounded = new BigDecimal(x).round(new MathContext(2)).stripTrailingZeros();
    return x < 1 ? rounded.toString() : rounded.toPlainString();
  }
}
