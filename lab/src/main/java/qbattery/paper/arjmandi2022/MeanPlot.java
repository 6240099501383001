package qbattery.paper.arjmandi2022;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qbattery.report.DataTable;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Band;
import qbattery.report.figure.Colour;
import qbattery.report.figure.Curve;
import qbattery.report.figure.CurveStyle;
import qbattery.report.figure.LineFigure;
import qbattery.report.figure.Points;
import qbattery.report.figure.Symbol;

/**
 * A figure of means while it is put together: what is drawn, and the table and errors of the same
 * numbers.
 */
final class MeanPlot {

  private final double[] x;
  private final List<Curve> curves = new ArrayList<>();
  private final List<Band> bands = new ArrayList<>();
  private final List<Points> points = new ArrayList<>();
  private final List<DataTable.Column> columns = new ArrayList<>();
  private final Map<String, Double> errors = new LinkedHashMap<>();
  private final List<Curves> sources = new ArrayList<>();
  private double lowest = Double.POSITIVE_INFINITY;
  private double highest = Double.NEGATIVE_INFINITY;

  MeanPlot(String name, double[] x) {
    this.x = x.clone();
    columns.add(new DataTable.Column(name, "1", x));
  }

  /** What a number is called in the data table, and its unit. */
  record Name(String column, String unit) {}

  /** A curve that carries no statistical error. */
  void line(String label, CurveStyle style, Name name, double[] y) {
    curves.add(new Curve(label, x, y, style));
    columns.add(new DataTable.Column(name.column, name.unit, y));
    reach(y, new double[y.length]);
  }

  /** A mean curve with a band of one standard error to either side, where there is an error. */
  void mean(String label, CurveStyle style, Name name, MeanSeries series) {
    double[] y = series.values();
    double[] errorsOfMean = series.standardErrors();
    curves.add(new Curve(label, x, y, style));
    if (!series.certain()) {
      double[] lower = new double[y.length];
      double[] upper = new double[y.length];
      for (int k = 0; k < y.length; k++) {
        lower[k] = y[k] - errorsOfMean[k];
        upper[k] = y[k] + errorsOfMean[k];
      }
      bands.add(new Band(x, lower, upper, style.colour()));
    }
    tell(name, y, errorsOfMean);
  }

  /** Points with bars of one standard error, drawn a little to the side so that none is hidden. */
  void points(
      String label, Symbol symbol, Colour colour, Name name, double shift, MeanSeries series) {
    double[] shifted = x.clone();
    for (int k = 0; k < x.length; k++) {
      shifted[k] += shift;
    }
    double[] y = series.values();
    points.add(new Points(label, shifted, y, series.standardErrors(), symbol, colour));
    tell(name, y, series.standardErrors());
  }

  /** A column that is not drawn but belongs to what is. */
  void column(Name name, double[] values) {
    columns.add(new DataTable.Column(name.column, name.unit, values));
  }

  /** The realisations behind the numbers. */
  void from(Curves realisations) {
    sources.add(realisations);
  }

  Counts counts() {
    return Counts.of(sources);
  }

  private void tell(Name name, double[] y, double[] standardErrors) {
    columns.add(new DataTable.Column(name.column, name.unit, y));
    columns.add(
        new DataTable.Column("standard error of " + name.column, name.unit, standardErrors));
    double largest = 0;
    for (double error : standardErrors) {
      largest = Double.isNaN(error) ? largest : Math.max(largest, error);
    }
    errors.put(name.column, Curves.STANDARD_ERRORS * largest);
    reach(y, standardErrors);
  }

  private void reach(double[] y, double[] standardErrors) {
    for (int k = 0; k < y.length; k++) {
      double error = Double.isNaN(standardErrors[k]) ? 0 : standardErrors[k];
      if (!Double.isNaN(y[k])) {
        lowest = Math.min(lowest, y[k] - error);
        highest = Math.max(highest, y[k] + error);
      }
    }
  }

  /** A vertical axis that holds all that was added, and a given range. */
  Axis vertical(String label, double low, double high) {
    double from = Math.min(lowest, low);
    double to = Math.max(highest, high);
    double margin = 0.04 * (to - from);
    return new Axis(label, from - margin, to + margin);
  }

  LineFigure picture(Axis horizontal, Axis vertical, String caption) {
    Axis noted =
        new Axis(
            horizontal.label() + counts().note(),
            horizontal.min(),
            horizontal.max(),
            horizontal.scale());
    return new LineFigure(
        noted, vertical, curves, bands, points, List.of(), Optional.empty(), caption);
  }

  DataTable table() {
    return new DataTable(columns);
  }

  /** The largest error of each curve: two standard errors, and that of the rows behind them all. */
  Map<String, Double> errors() {
    double rows =
        sources.stream()
            .flatMap(s -> s.rowErrors().stream())
            .mapToDouble(RowErrors::largest)
            .max()
            .orElse(0);
    Map<String, Double> all = new LinkedHashMap<>();
    errors.forEach((name, error) -> all.put(name, error + rows));
    return all;
  }
}
