package qbattery.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import qbattery.file.OutputSection;
import qbattery.file.Values;
import qbattery.report.figure.Axis;
import qbattery.report.figure.AxisRange;
import qbattery.report.figure.Band;
import qbattery.report.figure.Curve;
import qbattery.report.figure.CurveStyle;
import qbattery.report.figure.FigureText;
import qbattery.report.figure.LineFigure;
import qbattery.report.figure.Picture;
import qbattery.report.figure.Points;
import qbattery.report.figure.Symbol;

/** A figure of curves while it is put together. */
final class Plot {

  private final OutputSection.Figure figure;
  private final String xLabel;
  private final String yLabel;
  private final List<Curve> curves = new ArrayList<>();
  private final List<Band> bands = new ArrayList<>();
  private final List<Points> points = new ArrayList<>();
  private final List<Double> xs = new ArrayList<>();
  private final List<Double> ys = new ArrayList<>();
  private int below;

  Plot(OutputSection.Figure figure, String xLabel, String yLabel) {
    this.figure = figure;
    this.xLabel = figure.xLabel().map(FigureText::label).orElse(xLabel);
    this.yLabel = figure.yLabel().map(FigureText::label).orElse(yLabel);
  }

  /**
   * A curve, with a band of one standard error to either side where there is an error.
   *
   * @param noise how far off each value may be; a logarithmic axis leaves smaller values out
   */
  void curve(
      String label,
      double[] xUnsorted,
      double[] yUnsorted,
      double[] errorUnsorted,
      double[] noise) {
    int[] order = Sorted.order(xUnsorted);
    double[] x = Sorted.picked(xUnsorted, order);
    double[] y = visible(Sorted.picked(yUnsorted, order), Sorted.picked(noise, order));
    double[] error = Sorted.picked(errorUnsorted, order);
    CurveStyle style = CurveStyle.numbered(curves.size() + points.size());
    boolean chance = Arrays.stream(error).anyMatch(e -> e > 0);
    for (int k = 0; k < x.length; k++) {
      double reach = Double.isNaN(error[k]) ? 0 : error[k];
      xs.add(x[k]);
      if (!Double.isNaN(y[k])) {
        boolean logarithmic = figure.yScale() == Values.Spacing.LOGARITHMIC;
        ys.add(logarithmic ? y[k] : y[k] - reach);
        ys.add(y[k] + reach);
      }
    }
    if (x.length < 2) {
      points.add(new Points(label, x, y, error, Symbol.CIRCLE, style.colour()));
      return;
    }
    curves.add(new Curve(label, x, y, style));
    if (chance) {
      double[] low = new double[y.length];
      double[] high = new double[y.length];
      for (int k = 0; k < y.length; k++) {
        double reach = Double.isNaN(error[k]) ? 0 : error[k];
        low[k] = y[k] - reach;
        high[k] = y[k] + reach;
      }
      bands.add(new Band(x, low, high, style.colour()));
    }
  }

  /** On a logarithmic axis, what is not above zero and above its own error is no value. */
  private double[] visible(double[] y, double[] noise) {
    if (figure.yScale() != Values.Spacing.LOGARITHMIC) {
      return y;
    }
    double[] seen = y.clone();
    for (int k = 0; k < y.length; k++) {
      if (y[k] <= 0 || y[k] <= noise[k]) {
        seen[k] = Double.NaN;
        below++;
      }
    }
    return seen;
  }

  /** What is left out, in a sentence; nothing if all is drawn. */
  Optional<String> leftOut() {
    return below == 0
        ? Optional.empty()
        : Optional.of(
            "%d value%s not above zero, or not above %s own error, and left out on the logarithmic axis."
                .formatted(below, below == 1 ? " is" : "s are", below == 1 ? "its" : "their"));
  }

  /**
   * The figure.
   *
   * @throws IllegalArgumentException if there is nothing to draw
   */
  Picture picture(String caption) {
    if (ys.isEmpty() && below == 0) {
      throw new IllegalArgumentException("There is no value to draw.");
    }
    double[] x = xs.stream().mapToDouble(Double::doubleValue).toArray();
    double[] y = ys.stream().mapToDouble(Double::doubleValue).toArray();
    return new LineFigure(
        axis(xLabel, x, figure.xScale()),
        AxisRange.upwards(yLabel, y, figure.yScale() == Values.Spacing.LOGARITHMIC),
        curves,
        bands,
        points,
        List.of(),
        Optional.empty(),
        caption);
  }

  /** An axis that holds some values, whole numbers where they are. */
  static Axis axis(String label, double[] values, Values.Spacing spacing) {
    return AxisRange.across(label, values, spacing == Values.Spacing.LOGARITHMIC);
  }
}
