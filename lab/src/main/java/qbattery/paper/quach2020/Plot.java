package qbattery.paper.quach2020;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.DoubleFunction;
import qbattery.experiment.Estimate;
import qbattery.experiment.Provenance;
import qbattery.report.DataTable;
import qbattery.report.FigureBundle;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Colour;
import qbattery.report.figure.Curve;
import qbattery.report.figure.CurveStyle;
import qbattery.report.figure.Dash;
import qbattery.report.figure.LineFigure;
import qbattery.report.figure.Points;
import qbattery.report.figure.Symbol;

/**
 * A figure while it is put together: what is drawn, and the table and errors of the same numbers.
 */
final class Plot {

  /** Blue, orange and green as in the captions, then what is left. */
  private static final List<Colour> COLOURS =
      List.of(
          Colour.BLUE, Colour.VERMILLION, Colour.BLUISH_GREEN, Colour.REDDISH_PURPLE, Colour.BLACK);

  private static final List<Symbol> FILLED =
      List.of(Symbol.CIRCLE, Symbol.SQUARE, Symbol.TRIANGLE, Symbol.DIAMOND);
  private static final List<Symbol> OPEN =
      List.of(Symbol.OPEN_CIRCLE, Symbol.OPEN_SQUARE, Symbol.OPEN_TRIANGLE, Symbol.OPEN_DIAMOND);

  private final List<Curve> curves = new ArrayList<>();
  private final List<Points> points = new ArrayList<>();
  private final List<DataTable.Column> columns = new ArrayList<>();
  private final Map<String, Double> errors = new LinkedHashMap<>();
  private double[] x = {};

  static Colour colour(int number) {
    return COLOURS.get(number);
  }

  /** Numbers of a table column, with their largest error. */
  record Column(String name, String unit, double[] values, double error) {

    /** Numbers at the places of a horizontal axis. */
    static Column of(String name, String unit, double[] x, DoubleFunction<Estimate> quantity) {
      List<Estimate> found = Arrays.stream(x).mapToObj(quantity).toList();
      return new Column(
          name,
          unit,
          found.stream().mapToDouble(Estimate::value).toArray(),
          found.stream().mapToDouble(Estimate::error).max().orElse(0));
    }

    /** Copies the values. */
    Column {
      values = values.clone();
    }

    @Override
    public double[] values() {
      return values.clone();
    }
  }

  /** The horizontal values of what is added next. */
  Plot over(String name, String unit, double[] values) {
    x = values.clone();
    columns.add(new DataTable.Column(name, unit, values));
    return this;
  }

  /** A curve. */
  Plot line(String label, int colour, Dash dash, Column column) {
    curves.add(new Curve(label, x, column.values(), CurveStyle.of(colour(colour), dash)));
    return tell(column);
  }

  /** Filled or open symbols. */
  Plot points(String label, int number, boolean filled, Column column) {
    points.add(
        new Points(
            label, x, column.values(), (filled ? FILLED : OPEN).get(number), colour(number)));
    return tell(column);
  }

  private Plot tell(Column column) {
    columns.add(new DataTable.Column(column.name, column.unit, column.values));
    errors.put(column.name, column.error);
    return this;
  }

  /** An axis from 0 that holds all that was added, with a little room. */
  Axis vertical(String label) {
    double highest = 0;
    for (Curve curve : curves) {
      highest = StrictMath.max(highest, Arrays.stream(curve.y()).max().orElse(0));
    }
    for (Points some : points) {
      highest = StrictMath.max(highest, Arrays.stream(some.y()).max().orElse(0));
    }
    return new Axis(label, -0.03 * highest, 1.06 * highest);
  }

  /** What a figure is of, for its provenance. */
  record Subject(String sizes, String temperature, String range, String method) {}

  FigureBundle bundle(Axis horizontal, Axis vertical, String caption, Subject subject) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("sizes", subject.sizes);
    parameters.put("temperature", subject.temperature);
    parameters.put(
        "gamma", "1 (unit of rate; Eq. 2 with its L, so that a channel's rate is 2 gamma)");
    parameters.put("start", "charger up, battery as said (Sec. II, appendix)");
    parameters.put("range", subject.range + " (chosen here)");
    return new FigureBundle(
        LineFigure.of(horizontal, vertical, curves, points, caption),
        new DataTable(columns),
        new Provenance(
            parameters,
            "energies in hbar omega, times in 1/gamma, temperatures in hbar omega / k_B",
            List.of(subject.method),
            errors,
            OptionalLong.empty(),
            List.of(
                "T = 0: the battery starts down, which is also its equilibrium.",
                "T > 0: battery down (appendix) and battery in equilibrium with the reservoir (Sec. II) are both shown.")));
  }
}
