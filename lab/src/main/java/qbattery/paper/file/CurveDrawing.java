package qbattery.paper.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import qbattery.experiment.Estimate;
import qbattery.paper.judge.Coordinate;
import qbattery.paper.judge.DataArray;
import qbattery.report.DataTable;
import qbattery.report.FigureBundle;
import qbattery.report.figure.Axis;
import qbattery.report.figure.AxisRange;
import qbattery.report.figure.Band;
import qbattery.report.figure.Curve;
import qbattery.report.figure.CurveStyle;
import qbattery.report.figure.Dash;
import qbattery.report.figure.FigureText;
import qbattery.report.figure.Inset;
import qbattery.report.figure.LineFigure;
import qbattery.report.figure.Points;
import qbattery.report.figure.Symbol;

/** Draws a figure of curves along one axis. */
final class CurveDrawing {

  /** An error that is so large a part of the height of the figure can be seen, and is drawn. */
  private static final double VISIBLE = 0.003;

  /** How far apart points are that would hide each other, over the width of the figure. */
  private static final double ASIDE = 0.035;

  private static final List<Symbol> SYMBOLS = List.of(Symbol.values());
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
   * @param name its column in the table
   */
  private record Line(
      Map<String, Integer> at,
      Map<String, String> said,
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
        all.lines.addAll(
            all.gather(all.figure.curves().get(c), c, reading, name, entry.getValue()));
      }
      reading++;
    }
    List<FigureSection.Drawn> smaller =
        all.figure.inset().map(FigureSection.Smaller::curves).orElse(List.of());
    for (int c = 0; c < smaller.size(); c++) {
      all.inner.addAll(all.gather(smaller.get(c), c, 0, "", first));
    }
    return all.bundle(first, computing);
  }

  private List<Line> gather(
      FigureSection.Drawn drawn, int curve, int reading, String readingName, Surroundings here) {
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
              String.join(", ", plain),
              drawn.points(),
              along,
              ordered.cells().subList(from, to));
      gathered.add(
          beneath
              .map(p -> above(line, drawn.x().orElseThrow().text(), p.cells().subList(from, to)))
              .orElse(line));
    }
    return gathered;
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
    return new Line(line.at(), line.said(), line.name(), line.points(), Coordinate.of(name, at), y);
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
    double[] xs = all(line -> line.x().values());
    double[] ys =
        Arrays.stream(all(line -> values(line.y()))).filter(v -> !Double.isNaN(v)).toArray();
    if (ys.length == 0) {
      throw new IllegalArgumentException("There is no value to draw.");
    }
    String x = lines.get(0).x().name();
    Axis across =
        drawing.ranged(
            "x", AxisRange.across(drawing.label("x", x), xs, drawing.logarithmic("x")), here);
    Axis up =
        drawing.ranged(
            "y",
            AxisRange.upwards(
                drawing.label("y", figure.curves().get(0).y().text()),
                ys,
                drawing.logarithmic("y")),
            here);
    List<Curve> curves = new ArrayList<>();
    List<Points> points = new ArrayList<>();
    List<Band> bands = new ArrayList<>();
    Map<String, Double> errors = new LinkedHashMap<>();
    double height = up.max() - up.min();
    for (Line line : lines) {
      int[] order = order(line.x().values());
      double[] at = picked(line.x().values(), order);
      double[] y = shown(picked(values(line.y()), order));
      double[] error = picked(errors(line.y()), order);
      CurveStyle style = style(line.at());
      errors.put(line.name(), Arrays.stream(error).max().orElse(0));
      if (line.points() || at.length < 2) {
        Symbol symbol = SYMBOLS.get(points.size() % SYMBOLS.size());
        double[] beside = beside(line, at, across.max() - across.min());
        points.add(
            new Points(legend(line), beside, y, visible(error, height), symbol, style.colour()));
        continue;
      }
      curves.add(new Curve(legend(line), at, y, style));
      if (Arrays.stream(visible(error, height)).anyMatch(e -> e > 0)) {
        bands.add(band(at, y, error, style));
      }
    }
    inner.forEach(l -> errors.put(l.name(), Arrays.stream(errors(l.y())).max().orElse(0)));
    return new FigureBundle(
        new LineFigure(
            across,
            up,
            curves,
            bands,
            points,
            drawing.marks(here),
            inset(across, up, here),
            drawing.caption(here)),
        table(),
        drawing.provenance(computing, errors));
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
                      .map(l -> new Curve("", l.x().values(), values(l.y()), style(l.at())))
                      .toList(),
                  said.title());
            });
  }

  private static Axis renamed(Axis axis, Optional<String> label) {
    return label
        .map(l -> new Axis(FigureText.label(l), axis.min(), axis.max(), axis.scale()))
        .orElse(axis);
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

  /** Points that others would hide stand side by side. */
  private double[] beside(Line line, double[] at, double width) {
    List<Line> all = lines.stream().filter(Line::points).toList();
    boolean hidden =
        all.stream()
            .anyMatch(
                l ->
                    !l.equals(line)
                        && IntStream.range(0, line.y().size())
                            .anyMatch(
                                k -> k < l.y().size() && same(l.y().get(k), line.y().get(k))));
    double shift = hidden ? (all.indexOf(line) - (all.size() - 1) / 2.0) * ASIDE * width : 0;
    return Arrays.stream(at).map(x -> x + shift).toArray();
  }

  private static boolean same(Estimate one, Estimate other) {
    return one.value() == other.value();
  }

  /** What is not above 0 has no place on a logarithmic axis. */
  private double[] shown(double[] y) {
    return Arrays.stream(y)
        .map(v -> drawing.logarithmic("y") && !(v > 0) ? Double.NaN : v)
        .toArray();
  }

  private static double[] visible(double[] errors, double height) {
    return Arrays.stream(errors).map(e -> e > VISIBLE * height ? e : 0).toArray();
  }

  private static Band band(double[] x, double[] y, double[] error, CurveStyle style) {
    double[] low = IntStream.range(0, y.length).mapToDouble(k -> y[k] - error[k]).toArray();
    double[] high = IntStream.range(0, y.length).mapToDouble(k -> y[k] + error[k]).toArray();
    return new Band(x, low, high, style.colour());
  }

  /** Colours tell one dimension; dashes all others, or the same one where it is alone. */
  private CurveStyle style(Map<String, Integer> at) {
    List<String> varying = varying();
    String colour = figure.colour().orElseGet(() -> usualColour(varying));
    int first = at.getOrDefault(colour, 0);
    List<String> dashed =
        figure
            .dash()
            .map(List::of)
            .orElseGet(() -> varying.stream().filter(d -> !d.equals(colour)).toList());
    if (dashed.isEmpty()) {
      return CurveStyle.numbered(first);
    }
    int dash = 0;
    for (String dimension : dashed) {
      dash = dash * size(dimension) + at.getOrDefault(dimension, 0);
    }
    return CurveStyle.of(CurveStyle.numbered(first).colour(), DASHES.get(dash % DASHES.size()));
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

  private interface Numbers {
    double[] of(Line line);
  }

  private double[] all(Numbers numbers) {
    return lines.stream().flatMapToDouble(l -> Arrays.stream(numbers.of(l))).toArray();
  }

  private static double[] values(List<Estimate> numbers) {
    return numbers.stream().mapToDouble(Estimate::value).toArray();
  }

  /** An error that is not known is not drawn; a table says so. */
  private static double[] errors(List<Estimate> numbers) {
    return numbers.stream()
        .mapToDouble(e -> Double.isFinite(e.error()) && !Double.isNaN(e.value()) ? e.error() : 0)
        .toArray();
  }

  private static int[] order(double[] x) {
    return IntStream.range(0, x.length)
        .boxed()
        .sorted((i, k) -> Double.compare(x[i], x[k]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double[] picked(double[] values, int[] order) {
    return IntStream.of(order).mapToDouble(k -> values[k]).toArray();
  }

  /** A column for each curve, and one for each different row of x. */
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
    }
    return new DataTable(columns);
  }

  private static double[] padded(double[] values, int rows) {
    double[] all = Arrays.copyOf(values, rows);
    Arrays.fill(all, values.length, rows, Double.NaN);
    return all;
  }
}
