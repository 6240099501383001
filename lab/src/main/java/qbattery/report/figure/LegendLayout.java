package qbattery.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the entries of the legend stand: in columns above the plot.
 *
 * @param region the rectangle that holds all entries; of height 0 if there are none
 * @param entries the entries
 */
record LegendLayout(Rectangle2D region, List<Entry> entries) {
  /** An entry: its sample, the left end and the width of its room, its label and the baseline. */
  record Entry(LegendKey key, TexLabel label, double x, double room, double baseline) {
    double labelX() {
      return x + room + SAMPLE_GAP;
    }

    /** Returns the middle of the sample, at half the height of a lower-case letter. */
    double sampleY() {
      return baseline - 0.25 * Sizes.LEGEND_TEXT;
    }
  }

  private static final double SAMPLE_GAP = 3.5;
  private static final double COLUMN_GAP = 10;
  private static final double ROW_GAP = 2.2;
  private static final int MOST_COLUMNS = 3;

  /** Lays the legend out below {@code top}, centred on {@code centre} as far as the page allows. */
  static LegendLayout of(List<LegendKey> keys, double top, double centre) {
    double page = Sizes.WIDTH - 2 * Sizes.MARGIN;
    List<LegendKey> named = keys.stream().filter(key -> !key.label().isBlank()).toList();
    double widest = named.stream().mapToDouble(LegendKey::width).max().orElse(0);
    List<TexLabel> labels =
        named.stream()
            .map(key -> Typesetter.text(key.label(), Sizes.LEGEND_TEXT))
            .map(label -> label.atMost(page - widest - SAMPLE_GAP))
            .toList();
    double[] samples = named.stream().mapToDouble(LegendKey::width).toArray();
    double[] texts = labels.stream().mapToDouble(TexLabel::width).toArray();
    int columns = columns(samples, texts, page);
    double[] rooms = widest(samples, columns);
    double[] widths = columnWidths(samples, texts, columns);
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
        entries.add(
            new Entry(named.get(row + column), line.get(column), x, rooms[column], y + ascent));
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

  /** Draws the legend. */
  void paint(Graphics2D g) {
    for (Entry entry : entries) {
      entry.key().draw(g, entry.x(), entry.room(), entry.sampleY());
      entry.label().draw(g, entry.labelX(), entry.baseline(), Color.BLACK);
    }
  }

  /** Returns the fewest columns among those that need the fewest rows and fit the page. */
  private static int columns(double[] samples, double[] texts, double page) {
    int entries = texts.length;
    int best = 1;
    for (int columns = 2; columns <= Math.min(MOST_COLUMNS, entries); columns++) {
      boolean fits = totalWidth(columnWidths(samples, texts, columns)) <= page;
      if (fits && rows(entries, columns) < rows(entries, best)) {
        best = columns;
      }
    }
    return best;
  }

  private static int rows(int entries, int columns) {
    return (entries + columns - 1) / columns;
  }

  /** Returns the width of each column: the widest sample in it and the widest text. */
  private static double[] columnWidths(double[] samples, double[] texts, int columns) {
    double[] rooms = widest(samples, columns);
    double[] widths = widest(texts, columns);
    for (int i = 0; i < columns; i++) {
      widths[i] += rooms[i] + SAMPLE_GAP;
    }
    return widths;
  }

  private static double[] widest(double[] entries, int columns) {
    double[] widest = new double[columns];
    for (int i = 0; i < entries.length; i++) {
      widest[i % columns] = Math.max(widest[i % columns], entries[i]);
    }
    return widest;
  }

  private static double totalWidth(double[] widths) {
    double total = COLUMN_GAP * (widths.length - 1);
    for (double width : widths) {
      total += width;
    }
    return total;
  }
}
