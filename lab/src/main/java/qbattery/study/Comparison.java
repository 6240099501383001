package qbattery.study;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import qbattery.file.Sweep;
import qbattery.file.words.Expected;
import qbattery.report.DescribedTable;
import qbattery.report.Numbers;

/** A computed number beside the expected one. */
record Comparison(Expected expected, double found, double error, boolean random) {

  /**
   * Compares.
   *
   * @throws IllegalArgumentException if there is no such result, or not one such place
   */
  static Comparison of(Outcome outcome, Expected expected) {
    DescribedTable results = outcome.results();
    int place = place(outcome.study().places(), expected);
    double found = results.column(expected.result())[place];
    String error = (outcome.random() ? "standard error of " : "error of ") + expected.result();
    return new Comparison(expected, found, results.column(error)[place], outcome.random());
  }

  private static int place(List<Map<String, Double>> places, Expected expected) {
    int[] fitting =
        IntStream.range(0, places.size()).filter(p -> fits(places.get(p), expected.at())).toArray();
    if (fitting.length != 1) {
      throw new IllegalArgumentException(
          "The number expected for '%s' is at %d places of the sweep%s; say with 'at' which one."
              .formatted(expected.result(), fitting.length, Sweep.at(expected.at())));
    }
    return fitting[0];
  }

  /** What is expected names places by the numbers of the axes themselves. */
  private static boolean fits(Map<String, Double> place, Map<String, Double> at) {
    return at.entrySet().stream().allMatch(e -> e.getValue().equals(place.get(e.getKey())));
  }

  boolean within() {
    return Math.abs(found - expected.value()) <= expected.tolerance(); // NaN is not
  }

  String line() {
    String number = random ? Numbers.spread(found, error) : Numbers.within(found, error);
    String verdict = within() ? "within tolerance" : "OFF";
    if (within() && error > expected.tolerance()) {
      verdict += ", but the error of what was found is larger than that";
    }
    String source = expected.source().isBlank() ? "" : " (%s)".formatted(expected.source());
    return "expected %s%s = %s, tolerance %s%s; found %s: %s"
        .formatted(
            expected.result(),
            Sweep.at(expected.at()),
            Numbers.rounded(expected.value(), 10),
            Numbers.brief(expected.tolerance()),
            source,
            number,
            verdict);
  }
}
