package qbattery.study;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import qbattery.file.words.Expected;
import qbattery.file.words.ResultKind;
import qbattery.measure.Measure;
import qbattery.report.DescribedTable;
import qbattery.statistics.MeanCurve;

/** Puts the numbers of an outcome into tables. */
final class OutcomeTables {

  private final Outcome outcome;
  private final Study study;
  private final RowLayout layout;
  private final int places;

  OutcomeTables(Outcome outcome) {
    this.outcome = outcome;
    this.study = outcome.study();
    this.layout = study.layout();
    this.places = study.places().size();
  }

  DescribedTable curves() {
    TableBuilder table = new TableBuilder();
    int times = layout.count();
    table.addSwept(study, IntStream.range(0, places * times).map(k -> k / times).toArray());
    double[][] t = IntStream.range(0, places).mapToObj(outcome::times).toArray(double[][]::new);
    table.add("time", Units.TIME, "Time.", each(places * times, k -> t[k / times][k % times]));
    for (int q = 0; q < layout.measures().size(); q++) {
      int measure = q;
      String name = layout.measures().get(q);
      Measure kind = outcome.kind(q);
      String unit = kind.unit();
      MeanCurve[] means =
          IntStream.range(0, places)
              .mapToObj(p -> outcome.curve(p, measure))
              .toArray(MeanCurve[]::new);
      double[][] values = all(means, MeanCurve::means);
      table.add(
          name, unit, kind.meaning(), each(places * times, k -> values[k / times][k % times]));
      if (outcome.random()) {
        double[][] errors = all(means, MeanCurve::standardErrors);
        table.add(
            "standard error of " + name,
            unit,
            "Standard error of the mean over realisations.",
            each(places * times, k -> errors[k / times][k % times]));
        double[][] counts = all(means, m -> each(times, k -> m.counts()[k]));
        if (IntStream.range(0, places).anyMatch(p -> fewer(counts[p], outcome.rows(p).size()))) {
          table.add(
              "realisations of " + name,
              Units.NONE,
              "Realisations that have a value; the mean is over these.",
              each(places * times, k -> counts[k / times][k % times]));
        }
      }
      table.addErrors(
          "error of " + name,
          unit,
          "Largest difference at this place from a second computation"
              + (outcome.random() ? ", first realisation." : "."),
          each(places * times, k -> values[k / times][k % times]),
          each(places * times, k -> outcome.measureError(k / times, measure)),
          k -> outcome.whyNotKnown(k / times));
    }
    return table.build();
  }

  DescribedTable results() {
    TableBuilder table = new TableBuilder();
    table.addSwept(study, IntStream.range(0, places).toArray());
    table.add(
        "realisations",
        Units.NONE,
        "Realisations that were taken.",
        each(places, p -> outcome.rows(p).size()));
    for (int r = 0; r < layout.results().size(); r++) {
      result(r, table);
    }
    return table.build();
  }

  private void result(int r, TableBuilder table) {
    var section = study.model().results().get(r);
    int measure = layout.measures().indexOf(section.measure());
    boolean ofSteadyStates = section.kind() == ResultKind.STEADY_STATES;
    String unit = outcome.unit(section);
    String name = layout.results().get(r);
    String mean = outcome.random() ? " Mean over realisations." : "";
    table.add(
        name,
        unit,
        (ofSteadyStates ? "%s: %s.%s" : "%s of '%s'.%s")
            .formatted(capital(section.kind().word()), section.measure(), mean),
        each(places, p -> outcome.result(p, r).value()));
    if (outcome.random()) {
      table.add(
          "standard error of " + name,
          unit,
          "Standard error of the mean over realisations.",
          each(places, p -> outcome.result(p, r).standardError()));
      if (IntStream.range(0, places)
          .anyMatch(p -> outcome.result(p, r).count() < outcome.rows(p).size())) {
        table.add(
            "realisations of " + name,
            Units.NONE,
            "Realisations that have a value; the mean is over these.",
            each(places, p -> outcome.result(p, r).count()));
      }
      ofMeanCurve(r, measure, table);
    }
    table.addErrors(
        "error of " + name,
        unit,
        "Difference from a second computation, plus the error of the search in the steps"
            + (outcome.random() ? "; first realisation." : ".")
            + (section.kind() == ResultKind.STEADY
                ? " For a steady value: the bound of its certificate."
                : ""),
        each(places, p -> outcome.result(p, r).value()),
        each(places, p -> outcome.resultError(p, r)),
        p ->
            ofSteadyStates
                ? "The certificate of steady states gives it no bound."
                : outcome.whyNotKnown(p));
  }

  /** The result of the mean curve, which is not the mean of the results. */
  private void ofMeanCurve(int r, int measure, TableBuilder table) {
    ResultKind kind = study.model().results().get(r).kind();
    if (kind.isLinear()) {
      return;
    }
    String name = layout.results().get(r);
    String unit = Units.of(kind, outcome.kind(measure));
    MeanResult[] means =
        IntStream.range(0, places)
            .mapToObj(p -> MeanResult.of(outcome, p, r))
            .toArray(MeanResult[]::new);
    double[] values = each(places, p -> means[p].value());
    table.add(
        name + Expected.OF_MEAN_CURVE, unit, "The same of the mean over realisations.", values);
    table.add(
        "standard error of " + name + Expected.OF_MEAN_CURVE,
        unit,
        "By drawing the realisations again, %d times.".formatted(MeanResult.replicates()),
        each(places, p -> means[p].standardError()));
    table.addErrors(
        "error of " + name + Expected.OF_MEAN_CURVE,
        unit,
        "Error of the result of the mean of these realisations: that of the values of the first one and that of the polynomials between the inner times.",
        values,
        each(places, p -> means[p].error()),
        p -> MeanResult.whyNotKnown(outcome, p, r));
  }

  private interface Part {
    double[] of(MeanCurve curve);
  }

  private static double[][] all(MeanCurve[] curves, Part part) {
    double[][] all = new double[curves.length][];
    for (int p = 0; p < all.length; p++) {
      all[p] = part.of(curves[p]);
    }
    return all;
  }

  private static boolean fewer(double[] counts, int all) {
    for (double count : counts) {
      if (count < all) {
        return true;
      }
    }
    return false;
  }

  private static double[] each(int count, IntToDoubleFunction value) {
    return IntStream.range(0, count).mapToDouble(value).toArray();
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
