package qbattery.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import qbattery.file.Reading;
import qbattery.file.words.BatteryFile;
import qbattery.file.words.OutputSection;
import qbattery.file.words.Spacing;
import qbattery.report.Numbers;
import qbattery.report.figure.AxisRange;
import qbattery.report.figure.Colour;
import qbattery.report.figure.Contour;
import qbattery.report.figure.CurveStyle;
import qbattery.report.figure.Dash;
import qbattery.report.figure.FigureText;
import qbattery.report.figure.Grid;
import qbattery.report.figure.HeatMap;
import qbattery.report.figure.Picture;
import qbattery.report.figure.Plot;

/** Draws the figures of a study. */
final class StudyFigures {

  private static final String TIME = "time";

  /** More curves than this cannot be told apart; so many of them, evenly chosen, are drawn. */
  private static final int MOST_CURVES = 10;

  private static final List<Dash> DASHES = List.of(Dash.values());

  /** More computed points than this would make a line of symbols. */
  private static final int MOST_MARKERS = 60;

  /**
   * A figure that was drawn.
   *
   * @param picture the figure
   * @param notes what it leaves out, in sentences
   */
  record Drawn(Picture picture, List<String> notes) {}

  private final Outcome outcome;
  private final Study study;
  private final RowLayout layout;
  private final List<String> axes;
  private final Map<String, String> symbols;

  StudyFigures(Outcome outcome) {
    this.outcome = outcome;
    this.study = outcome.study();
    this.layout = study.layout();
    this.symbols = study.reading().file().symbols();
    this.axes = study.axes().stream().map(Reading.SweptAxis::parameter).toList();
  }

  /**
   * A figure that a file asks for.
   *
   * @throws IllegalArgumentException if it cannot be drawn
   */
  Drawn draw(OutputSection.Figure figure) {
    if (figure.colour().isPresent()) {
      return new Drawn(map(figure), List.of());
    }
    return TIME.equals(figure.x()) ? alongTime(figure) : alongParameter(figure);
  }

  /** The figures of a file that asks for none: name without ending -> figure. */
  Map<String, OutputSection.Figure> usual() {
    Map<String, OutputSection.Figure> usual = new LinkedHashMap<>();
    boolean moves = layout.count() > 1;
    for (String measure : layout.measures()) {
      if (moves) {
        usual.put(fileName(measure, usual), plain(TIME, measure, Optional.empty()));
      }
    }
    for (String result : layout.results()) {
      if (axes.size() == 1 && study.places().size() > 1) {
        usual.put(fileName(result, usual), plain(axes.get(0), result, Optional.empty()));
      } else if (axes.size() == 2) {
        usual.put(fileName(result, usual), plain(axes.get(0), axes.get(1), Optional.of(result)));
      }
    }
    return usual;
  }

  /** A file name for a figure of this, which no other has. */
  private static String fileName(String name, Map<String, OutputSection.Figure> taken) {
    String plain = name.replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("^[-.]+|-+$", "");
    String stem = plain.isEmpty() ? "figure" : plain.substring(0, Math.min(plain.length(), 100));
    String free = stem;
    for (int k = 2; taken.keySet().stream().anyMatch(free::equalsIgnoreCase); k++) {
      free = stem + "-" + k;
    }
    return free;
  }

  private OutputSection.Figure plain(String x, String y, Optional<String> colour) {
    return new OutputSection.Figure(
        "",
        x,
        List.of(y),
        colour,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        scale(x),
        scale(y));
  }

  /** What is swept in equal ratios is drawn so. */
  private Spacing scale(String name) {
    return study.reading().file().spacing(name);
  }

  private Drawn alongTime(OutputSection.Figure figure) {
    List<Integer> chosen = drawn();
    Plot plot = plot(figure, axisLabel(TIME));
    for (int q = 0; q < figure.y().size(); q++) {
      String y = figure.y().get(q);
      int measure = layout.measures().indexOf(y);
      if (measure < 0) {
        throw new IllegalArgumentException(
            "'%s' is one number a run, so it cannot be drawn along time.".formatted(y));
      }
      for (int p = 0; p < chosen.size(); p++) {
        int place = chosen.get(p);
        var curve = outcome.curve(place, measure);
        double[] times = outcome.times(place);
        Family family =
            new Family(
                figure.y(), chosen.size(), times.length > 1, words(study.places().get(place)));
        plot.add(
            new Plot.Line(
                family.label(q),
                times,
                curve.means(),
                errors(curve.standardErrors()),
                all(layout.count(), outcome.measureError(place, measure)),
                family.style(q, p),
                Plot.Drawn.LINE));
        family.explain(plot, q, p);
      }
    }
    List<String> notes = new ArrayList<>(plot.leftOut().stream().toList());
    if (chosen.size() < study.places().size()) {
      notes.add(
          "%d of the %d places of the sweep are drawn, at even distances. The table has all."
              .formatted(chosen.size(), study.places().size()));
    }
    return new Drawn(plot.picture(caption(figure, notes)), notes);
  }

  /**
   * The curves of a figure: colours, whose lightness tells the order, for the places of a sweep,
   * dashes for the quantities; the legend explains each colour and each dash once.
   */
  private final class Family {
    private final List<String> quantities;
    private final int places;

    /** Whether colours and dashes are explained apart. */
    private final boolean split;

    /** What the place is called. */
    private final String where;

    Family(List<String> quantities, int places, boolean joined, String where) {
      this.quantities = quantities;
      this.places = places;
      this.split = joined && places > 1 && quantities.size() > 1;
      this.where = where;
    }

    String label(int quantity) {
      if (quantities.size() == 1 || split) {
        return quantity == 0 ? where : "";
      }
      String what = words(quantities.get(quantity));
      return where.isEmpty() ? what : what + ", " + where;
    }

    CurveStyle style(int quantity, int place) {
      return places == 1
          ? CurveStyle.numbered(quantity)
          : CurveStyle.of(Colour.ordered(place, places), dash(quantity));
    }

    void explain(Plot plot, int quantity, int place) {
      if (split && place == places - 1) {
        plot.explain(words(quantities.get(quantity)), CurveStyle.of(Colour.BLACK, dash(quantity)));
      }
    }

    private static Dash dash(int quantity) {
      return DASHES.get(quantity % DASHES.size());
    }
  }

  private Plot plot(OutputSection.Figure figure, String xLabel) {
    return new Plot(
        new Plot.Scale(
            figure.xLabel().map(FigureText::label).orElse(xLabel), logarithmic(figure.xScale())),
        new Plot.Scale(
            figure.yLabel().map(FigureText::label).orElse(label(figure.y())),
            logarithmic(figure.yScale())));
  }

  private static boolean logarithmic(Spacing spacing) {
    return spacing == Spacing.LOGARITHMIC;
  }

  private static double[] all(int count, double value) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return values;
  }

  private double[] errors(double[] standardErrors) {
    return outcome.random() ? standardErrors : new double[standardErrors.length];
  }

  private Drawn alongParameter(OutputSection.Figure figure) {
    int along = axes.indexOf(figure.x());
    if (along < 0) {
      throw new IllegalArgumentException(
          "'%s' is not swept, so nothing can be drawn along it.".formatted(figure.x()));
    }
    Plot plot = plot(figure, tex(figure.x()));
    double[] x = study.axes().get(along).values();
    int others = axes.size() == 2 ? study.axes().get(1 - along).values().length : 1;
    List<Integer> chosen = evenly(others, MOST_CURVES);
    for (int q = 0; q < figure.y().size(); q++) {
      for (int p = 0; p < chosen.size(); p++) {
        int o = chosen.get(p);
        double[] value = new double[x.length];
        double[] error = new double[x.length];
        double[] noise = new double[x.length];
        for (int k = 0; k < x.length; k++) {
          double[] found = value(figure.y().get(q), place(along, k, o));
          value[k] = found[0];
          error[k] = found[1];
          noise[k] = found[2];
        }
        String where =
            axes.size() < 2
                ? ""
                : words(Map.of(axes.get(1 - along), study.axes().get(1 - along).values()[o]));
        Family family = new Family(figure.y(), chosen.size(), x.length > 1, where);
        plot.add(
            new Plot.Line(
                family.label(q),
                x,
                value,
                error,
                noise,
                family.style(q, p),
                x.length <= MOST_MARKERS ? Plot.Drawn.LINE_WITH_POINTS : Plot.Drawn.LINE));
        family.explain(plot, q, p);
      }
    }
    List<String> notes = new ArrayList<>(plot.leftOut().stream().toList());
    if (chosen.size() < others) {
      notes.add(
          "%d of the %d values of %s are drawn, at even distances. The table has all."
              .formatted(chosen.size(), others, axes.get(1 - along)));
    }
    return new Drawn(plot.picture(caption(figure, notes)), notes);
  }

  /** The places of the sweep that are drawn: at even distances along each axis. */
  private List<Integer> drawn() {
    List<Integer> counts = study.axes().stream().map(axis -> axis.values().length).toList();
    if (counts.size() < 2) {
      return evenly(study.places().size(), MOST_CURVES);
    }
    List<Integer> first = List.of();
    List<Integer> second = List.of();
    for (int most = 1; most <= MOST_CURVES; most++) {
      List<Integer> some = evenly(counts.get(0), most);
      List<Integer> others = evenly(counts.get(1), MOST_CURVES / some.size());
      if (some.size() * others.size() > first.size() * second.size()) {
        first = some;
        second = others;
      }
    }
    List<Integer> places = new ArrayList<>();
    for (int one : first) {
      for (int other : second) {
        places.add(one * counts.get(1) + other);
      }
    }
    return places;
  }

  /**
   * Numbers below n at even distances, at most so many; with the last one where that leaves half of
   * them.
   */
  static List<Integer> evenly(int n, int most) {
    if (n <= most) {
      return IntStream.range(0, n).boxed().toList();
    }
    for (int count = most; count >= 2 && 2 * count >= most; count--) {
      if ((n - 1) % (count - 1) == 0) {
        int step = (n - 1) / (count - 1);
        return IntStream.range(0, count).mapToObj(k -> k * step).toList();
      }
    }
    int step = (n + most - 1) / most;
    return IntStream.range(0, n).filter(k -> k % step == 0).boxed().toList();
  }

  /** The place with these numbers along an axis and along the other. */
  private int place(int along, int k, int other) {
    if (axes.size() < 2) {
      return k;
    }
    int second = study.axes().get(1).values().length;
    return along == 0 ? k * second + other : other * second + k;
  }

  /**
   * A result, or a measure at the last time, with its standard error and how far off it may be by
   * computing.
   */
  private double[] value(String name, int place) {
    int result = layout.results().indexOf(name);
    if (result >= 0) {
      var mean = outcome.result(place, result);
      return new double[] {
        mean.value(),
        outcome.random() ? mean.standardError() : 0,
        outcome.resultError(place, result)
      };
    }
    int measure = layout.measures().indexOf(name);
    if (measure < 0) {
      throw new IllegalArgumentException(
          "'%s' is neither a measure nor a result, so it cannot be drawn.".formatted(name));
    }
    var curve = outcome.curve(place, measure);
    int last = layout.count() - 1;
    return new double[] {
      curve.means()[last],
      outcome.random() ? curve.standardErrors()[last] : 0,
      outcome.measureError(place, measure)
    };
  }

  private Picture map(OutputSection.Figure figure) {
    String colour = figure.colour().orElseThrow();
    String up = figure.y().get(0);
    boolean time = TIME.equals(figure.x()) || TIME.equals(up);
    if (time ? axes.size() != 1 : axes.size() != 2) {
      throw new IllegalArgumentException(
          "A map needs two swept parameters, or one and time; here %d are swept."
              .formatted(axes.size()));
    }
    double[] x = along(figure.x());
    double[] y = along(up);
    double[][] z = new double[x.length][y.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < y.length; j++) {
        z[i][j] = at(colour, figure.x(), i, j);
      }
    }
    Grid grid = Grid.sorted(x, y, z);
    List<Contour> contours = new ArrayList<>();
    if (grid.least() < 0 && grid.greatest() > 0) {
      contours.add(Contour.strong(0, "zero"));
    } else if (grid.least() == 0 && grid.greatest() > 0) {
      contours.add(Contour.strong(1e-6 * grid.greatest(), "zero")); // where it is exactly zero ends
    }
    return HeatMap.of(
        AxisRange.across(
            figure.xLabel().map(FigureText::label).orElse(axisLabel(figure.x())),
            grid.x(),
            logarithmic(figure.xScale())),
        AxisRange.across(
            figure.yLabel().map(FigureText::label).orElse(axisLabel(up)),
            grid.y(),
            logarithmic(figure.yScale())),
        HeatMap.bar(label(List.of(colour)), grid),
        grid,
        contours,
        caption(figure, List.of()));
  }

  private String axisLabel(String name) {
    if (!TIME.equals(name)) {
      return tex(name);
    }
    String symbol = Optional.ofNullable(symbols.get(TIME)).map(FigureText::symbol).orElse("t");
    return symbol + bracket(Units.TIME);
  }

  private double[] along(String name) {
    if (TIME.equals(name)) {
      return outcome.times(0);
    }
    int axis = axes.indexOf(name);
    if (axis < 0) {
      throw new IllegalArgumentException(
          "'%s' is not swept, so it cannot be an axis of a map.".formatted(name));
    }
    return study.axes().get(axis).values();
  }

  private double at(String colour, String x, int i, int j) {
    if (axes.size() == 1) {
      int measure = layout.measures().indexOf(colour);
      if (measure < 0) {
        throw new IllegalArgumentException(
            "A map over time is that of a measure; '%s' is none.".formatted(colour));
      }
      int place = TIME.equals(x) ? j : i;
      int time = TIME.equals(x) ? i : j;
      return outcome.curve(place, measure).means()[time];
    }
    return axes.get(0).equals(x)
        ? value(colour, place(0, i, j))[0]
        : value(colour, place(1, i, j))[0];
  }

  /** TeX for what stands on the vertical axis. */
  private String label(List<String> names) {
    List<String> units = names.stream().map(this::unit).distinct().toList();
    String words = names.size() == 1 ? tex(names.get(0)) : "";
    String unit = units.size() == 1 ? bracket(units.get(0)) : "";
    return words.isEmpty() && unit.isEmpty() ? "\\text{value}" : words + unit;
  }

  private String bracket(String unit) {
    return Units.NONE.equals(unit)
        ? ""
        : "\\;[%s]"
            .formatted(Units.tex(unit, Optional.ofNullable(symbols.get(BatteryFile.ENERGY_UNIT))));
  }

  /** A name as TeX in math mode: its symbol, or the name as words. */
  private String tex(String name) {
    return Optional.ofNullable(symbols.get(name))
        .map(FigureText::symbol)
        .orElseGet(() -> FigureText.words(name));
  }

  /** A name for a legend. */
  private String words(String name) {
    return Optional.ofNullable(symbols.get(name))
        .map(symbol -> "$" + FigureText.symbol(symbol) + "$")
        .orElseGet(() -> FigureText.plain(name));
  }

  /** A place of the sweep for a legend. */
  private String words(Map<String, Double> place) {
    return place.entrySet().stream()
        .map(e -> "%s = %s".formatted(words(e.getKey()), Numbers.brief(e.getValue())))
        .collect(Collectors.joining(", "));
  }

  private String unit(String name) {
    int result = layout.results().indexOf(name);
    if (result >= 0) {
      return outcome.unit(study.model().results().get(result));
    }
    int measure = layout.measures().indexOf(name);
    return measure < 0 ? Units.NONE : outcome.kind(measure).unit();
  }

  private String caption(OutputSection.Figure figure, List<String> notes) {
    StringBuilder text =
        new StringBuilder(figure.title().orElse(FigureText.plain(study.reading().file().name())));
    if (outcome.random()) {
      text.append(". Means of ").append(outcome.rows(0).size());
      text.append(" realisations; bands: one standard error");
    }
    notes.forEach(note -> text.append(". ").append(FigureText.plain(note.replaceAll("\\.$", ""))));
    return text.toString();
  }
}
