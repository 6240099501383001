package qbattery.report.figure;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the entries of the legend stand: in one to three columns above the plot.
 *
 * @param region the rectangle that holds all entries; of height 0 if there are none
 * @param entries the entries
 */
record LegendLayout(Rectangle2D region, List<Entry> entries) {
  /** An entry: the curve it names, the left end of the line sample, its label and baseline. */
  record Entry(Curve curve, TexLabel label, double x, double baseline) {
    double labelX() {
      return x + SAMPLE + SAMPLE_GAP;
    }

    /** Returns the height of the line sample, at half the height of a lower-case letter. */
    double sampleY() {
      return baseline - 0.25 * Sizes.LEGEND_TEXT;
    }
  }

  /** Long enough to show any dash pattern once. */
  static final double SAMPLE = 19;

  private static final double SAMPLE_GAP = 3.5;
  private static final double COLUMN_GAP = 10;
  private static final double ROW_GAP = 2.2;
  private static final int MOST_COLUMNS = 3;

  /** Lays the legend out below {@code top}, centred on {@code centre} as far as the page allows. */
  static LegendLayout of(List<Curve> curves, double top, double centre) {
    double page = Sizes.WIDTH - 2 * Sizes.MARGIN;
    double widest = page - SAMPLE - SAMPLE_GAP;
    List<Curve> named = curves.stream().filter(Curve::inLegend).toList();
    List<TexLabel> labels =
        named.stream()
            .map(curve -> Typesetter.text(curve.label(), Sizes.LEGEND_TEXT).atMost(widest))
            .toList();
    int columns = columns(labels, page);
    double[] widths = columnWidths(labels, columns);
    double width = totalWidth(widths);
    double left = Math.min(centre - width / 2, Sizes.WIDTH - Sizes.MARGIN - width);
    left = Math.max(Sizes.MARGIN, left);
    List<Entry> entries = new ArrayList<>();
    double y = top;
    for (int row = 0; row < labels.size(); row += columns) {
      List<TexLabel> line = labels.subList(row, Math.min(row + columns, labels.size()));
      double ascent = line.stream().mapToDouble(TexLabel::ascent).max().orElse(0);
      double descent = line.stream().mapToDouble(TexLabel::descent).max().orElse(0);
      double x = left;
      for (int column = 0; column < line.size(); column++) {
        entries.add(new Entry(named.get(row + column), line.get(column), x, y + ascent));
        x += widths[column] + COLUMN_GAP;
      }
      y += ascent + descent + ROW_GAP;
    }
    double height = Math.max(0, y - top - ROW_GAP);
    return new LegendLayout(new Rectangle2D.Double(left, top, width, height), entries);
  }

  LegendLayout {
    entries = List.copyOf(entries);
  }

  /** Returns the fewest columns among those that need the fewest rows and fit the page. */
  private static int columns(List<TexLabel> labels, double page) {
    int best = 1;
    for (int columns = 2; columns <= Math.min(MOST_COLUMNS, labels.size()); columns++) {
      boolean fits = totalWidth(columnWidths(labels, columns)) <= page;
      if (fits && rows(labels.size(), columns) < rows(labels.size(), best)) {
        best = columns;
      }
    }
    return best;
  }

  private static int rows(int entries, int columns) {
    return (entries + columns - 1) / columns;
  }

  private static double[] columnWidths(List<TexLabel> labels, int columns) {
    double[] widths = new double[columns];
    for (int i = 0; i < labels.size(); i++) {
      double width = SAMPLE + SAMPLE_GAP + labels.get(i).width();
      widths[i % columns] = Math.max(widths[i % columns], width);
    }
    return widths;
  }

  private static double totalWidth(double[] widths) {
    double total = COLUMN_GAP * (widths.length - 1);
    for (double width : widths) {
      total += width;
    }
    return total;
  }
}
