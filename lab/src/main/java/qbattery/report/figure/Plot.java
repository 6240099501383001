package qbattery.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A figure of named curves while it is put together: axes that hold them all, and bands or bars
 * where an error can be seen.
 */
public final class Plot {

  /** An error that is so large a part of the height of the figure can be seen, and is drawn. */
  private static final double VISIBLE = 0.003;

  /** How far apart points are that would hide each other, over the width of the figure. */
  private static final double ASIDE = 0.02;

  private static final String SAID_ASIDE =
      " Symbols that would hide each other are drawn side by side.";

  /** How much of the way from one x to the next they may take together. */
  private static final double ROOM = 0.5;

  /** The height of a symbol over that of the figure. */
  private static final double SYMBOL = 0.035;

  private static final List<Symbol> SYMBOLS = List.of(Symbol.values());

  /**
   * What an axis says of itself.
   *
   * @param label TeX in math mode without dollar signs
   * @param logarithmic whether equal ratios are equally far apart
   */
  public record Scale(String label, boolean logarithmic) {}

  /** How values are drawn. Fewer than two are always points. */
  public enum Drawn {
    /** Joined. */
    LINE,
    /** Alone, with error bars. */
    POINTS,
    /** Joined, and each value where it was computed. */
    LINE_WITH_POINTS
  }

  /**
   * A curve, or points.
   *
   * @param label its entry in the legend, blank for none
   * @param x where its values are, in any order
   * @param y the values, NaN where there is none
   * @param error how far each may be off, 0 or NaN where that is not drawn
   * @param noise on a logarithmic axis a value up to this is left out
   * @param style colour and dashes
   * @param drawn how the values are drawn
   */
  public record Line(
      String label,
      double[] x,
      double[] y,
      double[] error,
      double[] noise,
      CurveStyle style,
      Drawn drawn) {

    /** Sorts the values by x, and leaves unknown errors out. */
    public Line {
      double[] at = x;
      int[] order =
          IntStream.range(0, x.length)
              .boxed()
              .sorted(Comparator.comparingDouble(k -> at[k]))
              .mapToInt(Integer::intValue)
              .toArray();
      x = picked(x, order);
      y = picked(y, order);
      error = Arrays.stream(picked(error, order)).map(e -> Double.isFinite(e) ? e : 0).toArray();
      noise = picked(noise, order);
    }

    private static double[] picked(double[] values, int[] order) {
      return IntStream.of(order).mapToDouble(k -> values[k]).toArray();
    }

    private boolean isDots() {
      return drawn == Drawn.POINTS || x.length < 2;
    }
  }

  private final Scale across;
  private final Scale up;
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, CurveStyle> keys = new LinkedHashMap<>();
  private int below;

  /**
   * An empty figure.
   *
   * @param across what stands below
   * @param up what stands beside
   */
  public Plot(Scale across, Scale up) {
    this.across = across;
    this.up = up;
  }

  /**
   * Adds a curve. On a logarithmic axis, what is not above zero and above its own noise is no
   * value.
   *
   * @param line the curve
   */
  public void add(Line line) {
    double[] seen = line.y.clone();
    for (int k = 0; k < seen.length; k++) {
      if (up.logarithmic && (seen[k] <= 0 || seen[k] <= line.noise[k])) {
        seen[k] = Double.NaN;
        below++;
      }
    }
    lines.add(new Line(line.label, line.x, seen, line.error, line.noise, line.style, line.drawn));
  }

  /**
   * Adds an entry to the legend without a curve of its own, such as what dashes mean.
   *
   * @param label its words, with TeX between dollar signs
   * @param style what it explains
   */
  public void explain(String label, CurveStyle style) {
    keys.put(label, style);
  }

  /**
   * What is left out.
   *
   * @return a sentence; nothing if all is drawn
   */
  public Optional<String> leftOut() {
    return below == 0
        ? Optional.empty()
        : Optional.of(
            "%d value%s not above zero, or not above %s own error, and left out on the logarithmic axis."
                .formatted(below, below == 1 ? " is" : "s are", below == 1 ? "its" : "their"));
  }

  /**
   * An axis that holds all x.
   *
   * @return the axis
   */
  public Axis across() {
    double[] all = lines.stream().flatMapToDouble(l -> Arrays.stream(l.x)).toArray();
    Axis axis = AxisRange.across(across.label, all, across.logarithmic);
    boolean atEnds = axis.scale() == Axis.Scale.LINEAR && lines.stream().anyMatch(Line::isDots);
    return atEnds ? AxisRange.upwards(across.label, all, false) : axis;
  }

  /**
   * An axis that holds all values, with those of their errors that can be seen.
   *
   * @return the axis
   * @throws IllegalArgumentException if there is nothing to draw
   */
  public Axis up() {
    if (below == 0 && values(0).length == 0) {
      throw new IllegalArgumentException("There is no value to draw.");
    }
    Axis bare = AxisRange.upwards(up.label, values(Double.POSITIVE_INFINITY), up.logarithmic);
    return AxisRange.upwards(up.label, values(least(bare)), up.logarithmic);
  }

  private static double least(Axis up) {
    return VISIBLE * (up.max() - up.min());
  }

  /** All values, and the ends of errors above one that can be seen. */
  private double[] values(double visible) {
    List<Double> all = new ArrayList<>();
    for (Line line : lines) {
      for (int k = 0; k < line.y.length; k++) {
        if (!Double.isNaN(line.y[k])) {
          double reach = line.error[k] > visible ? line.error[k] : 0;
          all.add(up.logarithmic ? line.y[k] : line.y[k] - reach);
          all.add(line.y[k] + reach);
        }
      }
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * The figure on these axes.
   *
   * @param caption plain text with TeX between dollar signs
   * @return the figure
   * @throws IllegalArgumentException if there is nothing to draw
   */
  public LineFigure picture(String caption) {
    return picture(across(), up(), List.of(), Optional.empty(), caption);
  }

  /**
   * The figure on other axes.
   *
   * @param x the axis across
   * @param y the axis up
   * @param marks what is marked
   * @param inset a smaller plot in it
   * @param caption plain text with TeX between dollar signs
   * @return the figure
   */
  public LineFigure picture(
      Axis x, Axis y, List<Mark> marks, Optional<Inset> inset, String caption) {
    double visible = least(y);
    List<Curve> curves = new ArrayList<>();
    List<Band> bands = new ArrayList<>();
    List<Points> dots = new ArrayList<>();
    for (Line line : lines) {
      double[] seen = Arrays.stream(line.error).map(e -> e > visible ? e : 0).toArray();
      if (line.isDots()) {
        Symbol symbol = SYMBOLS.get(dots.size() % SYMBOLS.size());
        double[] at = beside(line, x, y);
        dots.add(new Points(line.label, at, line.y, seen, symbol, line.style.colour()));
        continue;
      }
      curves.add(new Curve(line.label, line.x, line.y, line.style));
      if (line.drawn == Drawn.LINE_WITH_POINTS) {
        Symbol symbol = SYMBOLS.get(dots.size() % SYMBOLS.size());
        dots.add(new Points("", line.x, line.y, symbol, line.style.colour()));
      }
      if (Arrays.stream(seen).anyMatch(e -> e > 0)) {
        bands.add(band(line));
      }
    }
    double[] nowhere = {Double.NaN, Double.NaN};
    keys.forEach(
        (label, style) ->
            curves.add(new Curve(label, new double[] {x.min(), x.max()}, nowhere, style)));
    boolean aside = lines.stream().anyMatch(l -> isHidden(l, y));
    return new LineFigure(
        x, y, curves, bands, dots, marks, inset, aside ? caption + SAID_ASIDE : caption);
  }

  private static Band band(Line line) {
    int n = line.y.length;
    double[] low = IntStream.range(0, n).mapToDouble(k -> line.y[k] - line.error[k]).toArray();
    double[] high = IntStream.range(0, n).mapToDouble(k -> line.y[k] + line.error[k]).toArray();
    return new Band(line.x, low, high, line.style.colour());
  }

  /**
   * Points that others would hide, or whose bars lie over each other, stand side by side; so near
   * that they stay nearer to their own x than to the next.
   */
  private double[] beside(Line line, Axis x, Axis y) {
    List<Line> crowded = lines.stream().filter(l -> isHidden(l, y)).toList();
    int place = crowded.indexOf(line);
    if (place < 0) {
      return line.x;
    }
    double gap = Double.POSITIVE_INFINITY;
    double[] all =
        crowded.stream()
            .flatMapToDouble(l -> Arrays.stream(x.scaled(l.x)))
            .distinct()
            .sorted()
            .toArray();
    for (int k = 1; k < all.length; k++) {
      gap = Math.min(gap, all[k] - all[k - 1]);
    }
    double step = Math.min(ASIDE * x.span(), ROOM * gap / crowded.size());
    double shift = (place - (crowded.size() - 1) / 2.0) * step;
    return Arrays.stream(line.x).map(v -> x.unscaled(x.scaled(v) + shift)).toArray();
  }

  private boolean isHidden(Line line, Axis y) {
    return line.drawn == Drawn.POINTS
        && lines.stream()
            .filter(other -> other.drawn == Drawn.POINTS && !other.equals(line))
            .anyMatch(other -> touches(line, other, y));
  }

  /** Whether two lines have points at one x whose symbols or bars meet. */
  private static boolean touches(Line one, Line other, Axis y) {
    for (int k = 0; k < one.x.length; k++) {
      for (int j = 0; j < other.x.length; j++) {
        double apart = Math.abs(y.fraction(one.y[k]) - y.fraction(other.y[j]));
        double reach = (one.error[k] + other.error[j]) / (y.max() - y.min());
        if (one.x[k] == other.x[j] && apart <= SYMBOL + reach) {
          return true;
        }
      }
    }
    return false;
  }
}
