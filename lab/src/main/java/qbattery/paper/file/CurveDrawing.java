package qbattery.paper.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import qbattery.measure.Estimate;
import qbattery.paper.judge.Coordinate;
import qbattery.paper.judge.DataArray;
import qbattery.report.DataTable;
import qbattery.report.FigureBundle;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Colour;
import qbattery.report.figure.Curve;
import qbattery.report.figure.CurveStyle;
import qbattery.report.figure.Dash;
import qbattery.report.figure.FigureRenderer;
import qbattery.report.figure.FigureText;
import qbattery.report.figure.Inset;
import qbattery.report.figure.LineFigure;
import qbattery.report.figure.Plot;

/** Draws a figure of curves along one axis. */
final class CurveDrawing {

  private static final List<Dash> DASHES = List.of(Dash.values());

  private final FigureDrawing drawing;
  private final FigureSection figure;
  private final List<Line> lines = new ArrayList<>();
  private final List<Line> inner = new ArrayList<>();

  private CurveDrawing(FigureDrawing drawing) {
    this.drawing = drawing;
    this.figure = drawing.figure();
  }

  /**
   * One curve.
   *
   * @param at of each dimension that varies the number of its value
   * @param said dimension -> words that tell where it stands along it
   * @param shade the number of the curve whose colour it has
   * @param rank its curve's number among those that are lines, which tells its dash
   * @param name its column in the table
   */
  private record Line(
      Map<String, Integer> at,
      Map<String, String> said,
      int shade,
      int rank,
      String name,
      boolean points,
      Coordinate x,
      List<Estimate> y) {}

  static FigureBundle draw(
      FigureDrawing drawing, Map<String, Surroundings> readings, Computing computing) {
    CurveDrawing all = new CurveDrawing(drawing);
    Surroundings first = readings.values().iterator().next();
    int reading = 0;
    for (Map.Entry<String, Surroundings> entry : readings.entrySet()) {
      for (int c = 0; c < all.figure.curves().size(); c++) {
        String name = readings.size() > 1 ? entry.getKey() : "";
        all.lines.addAll(all.gather(all.figure.curves(), c, reading, name, entry.getValue()));
      }
      reading++;
    }
    List<FigureSection.Drawn> smaller =
        all.figure.inset().map(FigureSection.Smaller::curves).orElse(List.of());
    for (int c = 0; c < smaller.size(); c++) {
      all.inner.addAll(all.gather(smaller, c, 0, "", first));
    }
    return all.bundle(first, computing);
  }

  private List<Line> gather(
      List<FigureSection.Drawn> curves,
      int curve,
      int reading,
      String readingName,
      Surroundings here) {
    FigureSection.Drawn drawn = curves.get(curve);
    List<Line> gathered = new ArrayList<>();
    DataArray array = here.value(drawn.y());
    if (array.axes().isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' is one number, which is no curve.".formatted(drawn.y().text()));
    }
    String x = figure.x().orElse(array.axes().get(array.axes().size() - 1).name());
    Optional<DataArray> above = drawn.x().map(here::value);
    DataArray whole = above.map(p -> array.with(p, (a, b) -> a)).orElse(array);
    Optional<DataArray> beneath = above.map(p -> FigureDrawing.last(whole.with(p, (a, b) -> b), x));
    DataArray ordered = FigureDrawing.last(whole, x);
    List<Coordinate> others = ordered.axes().subList(0, ordered.axes().size() - 1);
    Coordinate along = ordered.required(x);
    int count = ordered.cells().size() / along.size();
    for (int k = 0; k < count; k++) {
      Map<String, Integer> at = new LinkedHashMap<>();
      at.put(FigureDrawing.CURVES, curve);
      at.put(FigureDrawing.READINGS, reading);
      Map<String, String> said = new LinkedHashMap<>();
      List<String> plain = new ArrayList<>(List.of(drawn.label().orElse(drawn.y().text())));
      if (drawn.label().isPresent() || figure.curves().size() > 1) {
        said.put(FigureDrawing.CURVES, drawn.label().orElse(drawn.y().text()));
      }
      int rest = k;
      Map<String, String> places = new LinkedHashMap<>();
      for (int a = others.size() - 1; a >= 0; a--) {
        int index = rest % others.get(a).size();
        rest /= others.get(a).size();
        at.put(others.get(a).name(), index);
        places.put(others.get(a).name(), place(others.get(a), index));
        plain.add(1, others.get(a).labels().get(index));
      }
      others.forEach(axis -> said.put(axis.name(), places.getOrDefault(axis.name(), "")));
      if (!readingName.isEmpty()) {
        said.put(FigureDrawing.READINGS, readingName);
        plain.add(readingName);
      }
      int from = k * along.size();
      int to = from + along.size();
      Line line =
          new Line(
              at,
              said,
              drawn.like().map(label -> labelled(curves, label)).orElse(curve),
              rank(curves, curve),
              String.join(", ", plain),
              drawn.way() == FigureSection.Way.POINTS,
              along,
              ordered.cells().subList(from, to));
      gathered.add(
          beneath
              .map(p -> above(line, drawn.x().orElseThrow().text(), p.cells().subList(from, to)))
              .orElse(line));
    }
    return gathered;
  }

  private static int labelled(List<FigureSection.Drawn> curves, String label) {
    return IntStream.range(0, curves.size())
        .filter(c -> curves.get(c).label().equals(Optional.of(label)))
        .findFirst()
        .orElseThrow();
  }

  private static int rank(List<FigureSection.Drawn> curves, int curve) {
    return (int)
        curves.subList(0, curve).stream().filter(c -> c.way() == FigureSection.Way.LINE).count();
  }

  /** The same line above other numbers, which rise or fall all the way. */
  private static Line above(Line line, String name, List<Estimate> x) {
    List<Double> places = new ArrayList<>();
    List<Estimate> y = new ArrayList<>();
    double first = x.get(0).value();
    double side = Math.signum(x.get(x.size() - 1).value() - first);
    for (int k = 0; k < x.size(); k++) {
      double value = x.get(k).value();
      boolean further =
          places.isEmpty() || side * (value - places.get(places.size() - 1)) > 0; // NaN is not
      if (further && !Double.isNaN(value)) {
        places.add(value);
        y.add(line.y().get(k));
      } else if (!places.isEmpty()
          && side * (places.get(places.size() - 1) - value) > x.get(k).error()) {
        throw new IllegalArgumentException(
            "A curve is drawn above numbers that rise or fall all the way, and '%s' turns back at %s."
                .formatted(name, value));
      }
    }
    double[] at = places.stream().mapToDouble(Double::doubleValue).toArray();
    return new Line(
        line.at(),
        line.said(),
        line.shade(),
        line.rank(),
        line.name(),
        line.points(),
        Coordinate.of(name, at),
        y);
  }

  /** A value of an axis in the legend. */
  private String place(Coordinate axis, int index) {
    String label = axis.labels().get(index);
    String tex = figure.axes().get(axis.name());
    return tex == null || !label.contains("=")
        ? label
        : "$" + tex + label.substring(label.indexOf('=')) + "$";
  }

  private FigureBundle bundle(Surroundings here, Computing computing) {
    String x = lines.get(0).x().name();
    Plot plot =
        new Plot(
            new Plot.Scale(drawing.label("x", x), drawing.logarithmic("x")),
            new Plot.Scale(
                drawing.label("y", figure.curves().get(0).y().text()), drawing.logarithmic("y")));
    Map<String, Double> errors = new LinkedHashMap<>();
    List<String> without = new ArrayList<>();
    for (Line line : lines) {
      double[] y = values(line.y());
      double[] error = errors(line.y());
      errors.put(line.name(), Arrays.stream(error).max().orElse(0));
      if (Arrays.stream(y).allMatch(Double::isNaN)) {
        without.add(String.join(", ", line.said().values()));
        continue;
      }
      plot.add(
          new Plot.Line(
              legend(line),
              line.x().values(),
              y,
              error,
              new double[y.length],
              style(line),
              line.points() ? Plot.Drawn.POINTS : Plot.Drawn.LINE));
    }
    inner.forEach(l -> errors.put(l.name(), Arrays.stream(errors(l.y())).max().orElse(0)));
    Axis across = drawing.ranged("x", plot.across(), here);
    Axis up = drawing.ranged("y", plot.up(), here);
    String caption = drawing.caption(here, computing);
    if (!without.isEmpty()) {
      caption += " Not drawn, as there is no value: %s.".formatted(String.join("; ", without));
    }
    Axis noted = renamed(across, across.label() + computing.realisations().note());
    LineFigure picture =
        plot.picture(noted, up, drawing.marks(here), inset(across, up, here), caption);
    if (figure.inset().isPresent()) {
      FigureRenderer.requirePlaces(picture);
    }
    return new FigureBundle(picture, table(), drawing.provenance(computing, errors));
  }

  /** The smaller plot; its curves are explained by those of the figure that are drawn alike. */
  private Optional<Inset> inset(Axis across, Axis up, Surroundings here) {
    return figure
        .inset()
        .map(
            said -> {
              Axis x = renamed(across, Optional.ofNullable(said.axes().get("x")));
              Axis y = renamed(up, Optional.ofNullable(said.axes().get("y")));
              return new Inset(
                  FigureDrawing.ranged(Optional.ofNullable(said.range().get("x")), x, here),
                  FigureDrawing.ranged(Optional.ofNullable(said.range().get("y")), y, here),
                  inner.stream()
                      .map(l -> new Curve("", l.x().values(), values(l.y()), style(l)))
                      .toList(),
                  said.title());
            });
  }

  private static Axis renamed(Axis axis, Optional<String> label) {
    return label.map(l -> renamed(axis, FigureText.label(l))).orElse(axis);
  }

  private static Axis renamed(Axis axis, String tex) {
    return new Axis(tex, axis.min(), axis.max(), axis.scale());
  }

  /**
   * Its entry in the legend. Where a figure says what dashes tell, and colours tell something else,
   * each is explained once: colours by the lines with the first dash, other dashes by the lines of
   * the first colour.
   */
  private String legend(Line line) {
    String colour = figure.colour().orElseGet(() -> usualColour(varying()));
    Optional<String> told = figure.dash().filter(d -> !d.equals(colour) && size(d) > 1);
    if (told.isEmpty()) {
      return String.join(", ", line.said().values());
    }
    String dash = told.get();
    Map<String, Integer> solid = new LinkedHashMap<>(line.at());
    boolean first = line.at().getOrDefault(dash, 0) == 0;
    solid.put(dash, 0);
    Map<String, String> others = new LinkedHashMap<>(line.said());
    String own = Optional.ofNullable(others.remove(dash)).orElse("");
    if (first) {
      return others.isEmpty() ? own : String.join(", ", others.values());
    }
    if (lines.stream().noneMatch(l -> l.at().equals(solid))) {
      return String.join(", ", line.said().values());
    }
    boolean explains = solid.values().stream().allMatch(k -> k == 0);
    return explains ? own : "";
  }

  /** Colours tell one dimension; dashes all others, or the same one where it is alone. */
  private CurveStyle style(Line line) {
    List<String> varying = varying();
    String colour = figure.colour().orElseGet(() -> usualColour(varying));
    int first =
        FigureDrawing.CURVES.equals(colour) ? line.shade() : line.at().getOrDefault(colour, 0);
    List<String> dashed =
        figure
            .dash()
            .map(List::of)
            .orElseGet(() -> varying.stream().filter(d -> !d.equals(colour)).toList());
    Colour shade =
        inOrder(colour) ? Colour.ordered(first, size(colour)) : CurveStyle.numbered(first).colour();
    if (dashed.isEmpty()) {
      int own = FigureDrawing.CURVES.equals(colour) ? line.rank() : first;
      return CurveStyle.of(shade, CurveStyle.numbered(own).dash());
    }
    int dash = 0;
    for (String dimension : dashed) {
      int own =
          FigureDrawing.CURVES.equals(dimension)
              ? line.rank()
              : line.at().getOrDefault(dimension, 0);
      dash = dash * size(dimension) + own;
    }
    return CurveStyle.of(shade, DASHES.get(dash % DASHES.size()));
  }

  /** Whether colours tell three or more values of a parameter, whose order can be seen. */
  private boolean inOrder(String dimension) {
    return size(dimension) > 2
        && !List.of(FigureDrawing.CURVES, FigureDrawing.READINGS, Coordinate.CASE)
            .contains(dimension);
  }

  private static String usualColour(List<String> varying) {
    return varying.stream()
        .filter(d -> !FigureDrawing.CURVES.equals(d) && !FigureDrawing.READINGS.equals(d))
        .findFirst()
        .orElse(varying.isEmpty() ? FigureDrawing.CURVES : varying.get(0));
  }

  private List<String> varying() {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    lines.forEach(l -> l.at().forEach((d, k) -> sizes.merge(d, k, Math::max)));
    return sizes.entrySet().stream().filter(e -> e.getValue() > 0).map(Map.Entry::getKey).toList();
  }

  private int size(String dimension) {
    return 1 + lines.stream().mapToInt(l -> l.at().getOrDefault(dimension, 0)).max().orElse(0);
  }

  private static double[] values(List<Estimate> numbers) {
    return numbers.stream().mapToDouble(Estimate::value).toArray();
  }

  /** Errors for the table; NaN where one is not known, or there is no value. */
  private static double[] known(List<Estimate> numbers) {
    return numbers.stream()
        .mapToDouble(
            e -> Double.isFinite(e.error()) && !Double.isNaN(e.value()) ? e.error() : Double.NaN)
        .toArray();
  }

  /** An error that is not known is not drawn; a table says so. */
  private static double[] errors(List<Estimate> numbers) {
    return numbers.stream()
        .mapToDouble(e -> Double.isFinite(e.error()) && !Double.isNaN(e.value()) ? e.error() : 0)
        .toArray();
  }

  /** A column for each curve and for its errors, and one for each different row of x. */
  private DataTable table() {
    List<Line> all = new ArrayList<>(lines);
    all.addAll(inner);
    int rows = all.stream().mapToInt(l -> l.x().size()).max().orElse(0);
    List<DataTable.Column> columns = new ArrayList<>();
    List<Coordinate> known = new ArrayList<>();
    for (Line line : all) {
      if (known.isEmpty() || !known.get(known.size() - 1).equals(line.x())) {
        known.add(line.x());
        columns.add(
            new DataTable.Column(
                line.x().name(), "as in the file", padded(line.x().values(), rows)));
      }
      columns.add(
          new DataTable.Column(line.name(), "as in the file", padded(values(line.y()), rows)));
      columns.add(
          new DataTable.Column(
              "error of " + line.name(), "as in the file", padded(known(line.y()), rows)));
    }
    return new DataTable(columns);
  }

  private static double[] padded(double[] values, int rows) {
    double[] all = Arrays.copyOf(values, rows);
    Arrays.fill(all, values.length, rows, Double.NaN);
    return all;
  }
}
