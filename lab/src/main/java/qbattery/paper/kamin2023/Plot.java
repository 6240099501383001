package qbattery.paper.kamin2023;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
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
import qbattery.report.figure.Mark;
import qbattery.report.figure.Points;
import qbattery.report.figure.Symbol;

/**
 * A line figure while it is put together: what is drawn, and the table and errors of the same
 * numbers.
 */
final class Plot {

  static final List<Colour> COLOURS =
      List.of(
          Colour.BLUE,
          Colour.VERMILLION,
          Colour.BLUISH_GREEN,
          Colour.BLACK,
          Colour.REDDISH_PURPLE,
          Colour.ORANGE);

  static final String UNITS =
      "hbar = k_B = 1; energies and rates in gamma, ergotropy over its maximum 2 omega_0";

  static final String METHOD =
      "steady state from the null space of the generator, certified (SteadyStates)";

  static final List<String> READINGS =
      List.of(
          "star: the links of Fig. 1; chain: those of Eq. 1 as printed, battery at its end",
          "omega_0: Eq. 1 as written, so that a cell's levels are 2 omega_0 apart",
          "reservoirs are asked at omega = 1, as printed, not at 2 omega_0");

  private final double[] x;
  private final List<Curve> curves = new ArrayList<>();
  private final List<Points> points = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final List<DataTable.Column> columns = new ArrayList<>();
  private final Map<String, Double> errors = new LinkedHashMap<>();
  private final List<String> runs = new ArrayList<>();

  Plot(Knob knob, double[] x) {
    this(knob.label(), knob.unit(), x);
  }

  Plot(String name, String unit, double[] x) {
    this.x = x.clone();
    columns.add(new DataTable.Column(name, unit, x));
  }

  static CurveStyle style(int colour, Shape shape) {
    return CurveStyle.of(COLOURS.get(colour), shape == Shape.STAR ? Dash.SOLID : Dash.DASHED);
  }

  /** What a number is called in the table, and its unit. */
  record Name(String column, String unit) {}

  /** A curve of a quantity over the points of a run; a blank label keeps it from the legend. */
  Plot line(
      String label,
      CurveStyle style,
      Name name,
      List<Found> found,
      Function<Found, Estimate> quantity) {
    List<Estimate> values = found.stream().map(quantity).toList();
    double[] y = values.stream().mapToDouble(v -> known(v) ? v.value() : Double.NaN).toArray();
    curves.add(new Curve(label, x, y, style));
    tell(name, y, values.stream().filter(Plot::known).mapToDouble(Estimate::error).max().orElse(0));
    runs.add(found.get(0).setting().text(List.of()));
    return this;
  }

  private static boolean known(Estimate value) {
    return Double.isFinite(value.error());
  }

  /** A curve of numbers from elsewhere. */
  Plot level(String label, CurveStyle style, Name name, double[] y, double error) {
    curves.add(new Curve(label, x, y, style));
    return tell(name, y, error);
  }

  /** Points, drawn a little to the side so that none is hidden. */
  Plot dots(String label, Symbol symbol, Colour colour, double aside, Name name, double[] y) {
    double[] moved = Arrays.stream(x).map(value -> value + aside).toArray();
    points.add(new Points(label, moved, y, symbol, colour));
    return tell(name, y, 0);
  }

  Plot mark(Mark mark) {
    marks.add(mark);
    return this;
  }

  private Plot tell(Name name, double[] y, double error) {
    columns.add(new DataTable.Column(name.column, name.unit, y));
    errors.put(name.column, error);
    return this;
  }

  FigureBundle bundle(Axis horizontal, Axis vertical, String caption, Map<String, String> said) {
    Map<String, String> parameters = new LinkedHashMap<>(said);
    for (int k = 0; k < runs.size(); k++) {
      parameters.put("first point of curve " + (k + 1), runs.get(k));
    }
    return new FigureBundle(
        new LineFigure(
            horizontal, vertical, curves, List.of(), points, marks, Optional.empty(), caption),
        new DataTable(columns),
        provenance(parameters, errors));
  }

  static Provenance provenance(Map<String, String> parameters, Map<String, Double> errors) {
    return new Provenance(
        parameters, UNITS, List.of(METHOD), errors, OptionalLong.empty(), READINGS);
  }
}
