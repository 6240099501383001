package qbattery.paper.arjmandi2022;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qbattery.report.Numbers;

/** The result of the calibration, as text. */
final class CalibrationText {

  /** A statement is missed where it is off by more than two errors, a number. */
  static final double MISSED = 4;

  private final ChainCalibration found;
  private final ChainCalibration.Grid grid;
  private final List<Statement> statements;
  private final StringBuilder text = new StringBuilder();

  CalibrationText(ChainCalibration found, ChainCalibration.Grid grid, List<Statement> statements) {
    this.found = found;
    this.grid = grid;
    this.statements = statements;
  }

  /**
   * The findings.
   *
   * @param bounds what the statements without disorder say of the coupling
   */
  String with(List<CouplingBound> bounds) {
    bounds(bounds);
    intervals();
    landscape();
    parts();
    return text.toString();
  }

  private void bounds(List<CouplingBound> bounds) {
    text.append(
        "Without disorder neither field nor unit of time nor statistics enter. Kept up to which multiple of J/4 (xx + yy):\n");
    for (CouplingBound bound : bounds) {
      String upTo =
          bound.missedAt().isEmpty()
              ? "all looked at, up to " + last(grid.factors())
              : bound
                  .keptAt()
                  .map(kept -> Numbers.rounded(kept, 3))
                  .orElse("none, from " + Numbers.rounded(grid.factors().get(0), 3) + " on");
      text.append("  %-52s %s\n".formatted(bound.statement().source(), upTo));
    }
    text.append('\n');
  }

  private static String last(List<Double> factors) {
    return Numbers.rounded(factors.get(factors.size() - 1), 3);
  }

  private void intervals() {
    Misfit best = found.best();
    text.append("Inferred from all statements (95 %; open where the grid ends first):\n");
    line("field B0", best.reading().field(), found.field(), "Gamma");
    line("coupling over the printed J/4 (xx + yy)", best.reading().factor(), found.factor(), "");
    line("printed units of time in 1/Gamma", best.unit(), found.unit(), "");
    text.append(
        "The smallest misfit is %s; %d printed values are counted beyond the parameters inferred. %s\n"
            .formatted(
                Numbers.rounded(best.total(), 3),
                found.degrees(),
                best.total() > 2 * found.degrees()
                    ? "No pair of coupling and field fits within the errors; the intervals are widened accordingly."
                    : "The best values fit within the errors."));
    Map.Entry<String, Double> largest =
        best.own().entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    text.append(
        "At the best place the variance of our realisations is at most %s of what the paper's leave (%s).\n\n"
            .formatted(Numbers.rounded(largest.getValue(), 2), largest.getKey()));
  }

  private void line(String name, double best, ChainCalibration.Range range, String unit) {
    String span =
        range.low().isPresent() && range.high().isPresent()
            ? "%s to %s".formatted(number(range.low()), number(range.high()))
            : range.low().isPresent()
                ? "at least " + number(range.low())
                : range.high().isPresent() ? "at most " + number(range.high()) : "not bounded";
    text.append(
        "  %-40s %s %s (%s)\n"
            .formatted(name, Numbers.rounded(best, 3), unit, span)
            .replace("  (", " ("));
  }

  private static String number(Optional<Double> value) {
    return Numbers.rounded(value.orElseThrow(), 3);
  }

  private void landscape() {
    text.append(
        "Misfit, each in its best unit of time (more than %s is excluded at 95 %%; >= a lower bound: the statements that cost little exclude the place by themselves; ~ excluded with few realisations of more than two cells, our error counted):\n"
            .formatted(Numbers.rounded(found.limitOfTwo(), 3)));
    text.append("  %-14s".formatted("times J"));
    grid.fields().forEach(b -> text.append("%12s".formatted("B0 = " + Numbers.rounded(b, 3))));
    text.append('\n');
    for (double factor : grid.factors()) {
      text.append("  %-14s".formatted(Numbers.rounded(factor, 3)));
      for (double field : grid.fields()) {
        Misfit misfit = found.at(new Reading(factor, field));
        text.append("%12s".formatted(misfit.depth().mark() + Numbers.rounded(misfit.total(), 3)));
      }
      text.append('\n');
    }
    text.append('\n');
  }

  /** Each statement at some readings, and at how many places it is missed by itself. */
  private void parts() {
    List<Misfit> shown = new ArrayList<>();
    shown.add(found.best());
    for (Reading reading : grid.whole()) {
      if (!reading.equals(found.best().reading())) {
        shown.add(found.at(reading));
      }
    }
    text.append(
        "Misfit by statement (squares of differences over errors; a bound that is kept has none), and where it is missed by itself, by more than two errors a number:\n");
    text.append("  %-52s".formatted("times J, B0"));
    shown.forEach(
        m ->
            text.append(
                "%10s"
                    .formatted(
                        "%s, %s"
                            .formatted(
                                Numbers.rounded(m.reading().factor(), 3),
                                Numbers.rounded(m.reading().field(), 3)))));
    text.append("%16s\n".formatted("missed at"));
    for (Statement statement : statements) {
      text.append("  %-52s".formatted(statement.source()));
      for (Misfit misfit : shown) {
        text.append(
            "%10s".formatted(shortly(misfit.parts().getOrDefault(statement.source(), 0.0))));
      }
      List<Double> weighed =
          found.misfits().stream()
              .filter(m -> m.parts().containsKey(statement.source()))
              .map(m -> m.parts().getOrDefault(statement.source(), 0.0))
              .toList();
      long missed = weighed.stream().filter(m -> m > MISSED * statement.numbers()).count();
      text.append("%16s\n".formatted("%d of %d".formatted(missed, weighed.size())));
    }
    text.append("  %-52s".formatted("all"));
    shown.forEach(m -> text.append("%10s".formatted(shortly(m.total()))));
    text.append('\n');
  }

  private static String shortly(double misfit) {
    return misfit < 0.05 ? "0" : Numbers.rounded(misfit, 2);
  }
}
