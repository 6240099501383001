package qbattery.study;

import java.util.ArrayList;
import java.util.List;
import qbattery.file.Sweep;
import qbattery.file.words.Expected;
import qbattery.report.Numbers;
import qbattery.statistics.Mean;

/**
 * The lines that a person reads first: the results, and how they compare with what the file
 * expects.
 *
 * @param lines the lines
 * @param asExpected whether every number that is expected was found
 */
public record Summary(List<String> lines, boolean asExpected) {

  /** More places than this are in the table only. */
  private static final int MOST_PLACES = 12;

  /** Copies the list. */
  public Summary {
    lines = List.copyOf(lines);
  }

  /**
   * The summary of an outcome.
   *
   * @param outcome what came out
   * @return the summary
   * @throws IllegalArgumentException if a number is expected of what does not exist
   */
  public static Summary of(Outcome outcome) {
    return of(outcome, List.of());
  }

  /**
   * The summary of an outcome beside numbers that are expected.
   *
   * @param outcome what came out
   * @param expected the numbers
   * @return the summary
   * @throws IllegalArgumentException if a number is expected of what does not exist
   */
  public static Summary of(Outcome outcome, List<Expected> expected) {
    List<String> lines = new ArrayList<>();
    Study study = outcome.study();
    List<String> results = study.layout().results();
    for (int r = 0; r < results.size(); r++) {
      int places = study.places().size();
      for (int p = 0; p < Math.min(places, MOST_PLACES); p++) {
        String where = Sweep.at(study.places().get(p));
        lines.add("%s%s = %s".formatted(results.get(r), where, value(outcome, p, r)));
      }
      if (places > MOST_PLACES) {
        lines.add("... and %d more places; see results.csv.".formatted(places - MOST_PLACES));
      }
    }
    boolean asExpected = true;
    for (Expected one : expected) {
      Comparison comparison = Comparison.of(outcome, one);
      lines.add(comparison.line());
      asExpected &= comparison.within();
    }
    return new Summary(lines, asExpected);
  }

  static String value(Outcome outcome, int place, int result) {
    Mean mean = outcome.result(place, result);
    if (Double.isNaN(mean.value())) {
      return "none";
    }
    double error = outcome.resultError(place, result);
    if (outcome.random()) {
      return "%s (standard error of %d realisations%s)"
          .formatted(
              Numbers.spread(mean.value(), mean.standardError()),
              mean.count(),
              Double.isNaN(error)
                  ? "; the error of each is " + Numbers.NOT_KNOWN
                  : "; each is off by " + Numbers.error(error));
    }
    return Numbers.within(mean.value(), error);
  }
}
