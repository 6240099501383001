package qbattery.paper.arjmandi2022;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a reading is from all that is printed: the sum of the misfits of the statements, in the
 * unit of time that makes it smallest.
 *
 * @param reading field and coupling
 * @param unit how many of the printed units make 1/Gamma
 * @param unitError by how much the unit changes until the sum is larger by 1
 * @param total the sum
 * @param parts the share of each statement that was weighed, by its source
 * @param own the variance of our realisations over the paper's, of each of these
 * @param depth on how much it rests
 */
record Misfit(
    Reading reading,
    double unit,
    double unitError,
    double total,
    Map<String, Double> parts,
    Map<String, Double> own,
    Depth depth) {

  /** On how much a misfit rests. */
  enum Depth {
    /** The statements that cost little: a lower bound. */
    IN_PART(">= ", 0),
    /** All, larger chains with fewer realisations than the paper's; our own error is counted. */
    COARSE("~ ", 1),
    /**
     * All, with so many realisations that our own error of each gain and half-life is the smaller.
     */
    FINE("", 2);

    private final String mark;
    private final int grade;

    Depth(String mark, int grade) {
      this.mark = mark;
      this.grade = grade;
    }

    /** What stands before the number in a text. */
    String mark() {
      return mark;
    }

    /** For a table of numbers. */
    int grade() {
      return grade;
    }
  }

  /** Units looked at: well beyond what any half-life of a leaking battery would ask for. */
  private static final double LEAST_UNIT = 4;

  private static final double GREATEST_UNIT = 25;
  private static final int UNITS = 2000;

  /** Weighs those statements that need chains with disorder of at most so many cells. */
  static Misfit least(SampledChains chains, List<Statement> statements, int cells) {
    List<Statement> some = statements.stream().filter(s -> s.disorderedCells() <= cells).toList();
    return of(chains, some, Depth.IN_PART);
  }

  /** Weighs all of these statements. */
  static Misfit of(SampledChains chains, List<Statement> statements, Depth depth) {
    Map<String, Statement.Weighed> weighed = new LinkedHashMap<>();
    statements.forEach(s -> weighed.put(s.source(), s.weighing().apply(chains)));
    double[] totals = new double[UNITS + 1];
    int best = 0;
    for (int k = 0; k <= UNITS; k++) {
      double unit = unit(k);
      totals[k] = weighed.values().stream().mapToDouble(w -> w.misfit().applyAsDouble(unit)).sum();
      best = totals[k] < totals[best] ? k : best;
    }
    int low = best;
    int high = best;
    while (low > 0 && totals[low] < totals[best] + 1) {
      low--;
    }
    while (high < UNITS && totals[high] < totals[best] + 1) {
      high++;
    }
    double unit = unit(best);
    Map<String, Double> parts = new LinkedHashMap<>();
    Map<String, Double> own = new LinkedHashMap<>();
    weighed.forEach(
        (source, w) -> {
          parts.put(source, w.misfit().applyAsDouble(unit));
          own.put(source, w.share());
        });
    return new Misfit(
        chains.reading(), unit, (unit(high) - unit(low)) / 2, totals[best], parts, own, depth);
  }

  /** Steps of a thousandth. */
  private static double unit(int k) {
    return LEAST_UNIT * Math.pow(GREATEST_UNIT / LEAST_UNIT, (double) k / UNITS);
  }
}
