package qbattery.report.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A caption broken into lines that fit the width of the figure.
 *
 * @param words the words, each with its place
 * @param height the height of all lines
 */
record CaptionLayout(List<Word> words, double height) {
  /** A word of the caption: the number of its line, its left end and its baseline. */
  record Word(TexLabel label, int line, double x, double baseline) {}

  private static final double SPACE = 0.34 * Sizes.CAPTION_TEXT;
  private static final double LINE_HEIGHT = 1.28 * Sizes.CAPTION_TEXT;

  /** The room for an ordinary line; a tall formula pushes its own line apart. */
  private static final double ASCENT = 0.75 * Sizes.CAPTION_TEXT;

  private static final double DESCENT = 0.25 * Sizes.CAPTION_TEXT;

  CaptionLayout {
    words = List.copyOf(words);
  }

  /** Flows a caption into a column from {@code left}, of the given width, below {@code top}. */
  static CaptionLayout of(String caption, double left, double top, double width) {
    List<Word> words = new ArrayList<>();
    double baseline = top;
    double below = 0;
    int number = 0;
    for (List<TexLabel> line : lines(caption, width)) {
      double ascent = Math.max(ASCENT, most(line, true));
      double step = number == 0 ? ascent : Math.max(LINE_HEIGHT, below + ascent + 1);
      baseline += step;
      double x = left;
      for (TexLabel label : line) {
        words.add(new Word(label, number, x, baseline));
        x += label.width() + SPACE;
      }
      below = Math.max(DESCENT, most(line, false));
      number++;
    }
    return new CaptionLayout(words, baseline + below - top);
  }

  private static List<List<TexLabel>> lines(String caption, double width) {
    List<List<TexLabel>> lines = new ArrayList<>();
    List<TexLabel> line = new ArrayList<>();
    double used = 0;
    for (TexLabel word : Typesetter.words(caption, Sizes.CAPTION_TEXT)) {
      TexLabel label = word.atMost(width);
      if (!line.isEmpty() && used + SPACE + label.width() > width) {
        lines.add(line);
        line = new ArrayList<>();
        used = 0;
      }
      used += (line.isEmpty() ? 0 : SPACE) + label.width();
      line.add(label);
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }

  private static double most(List<TexLabel> line, boolean above) {
    return line.stream().mapToDouble(above ? TexLabel::ascent : TexLabel::descent).max().orElse(0);
  }
}
