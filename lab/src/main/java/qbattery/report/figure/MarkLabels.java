package qbattery.report.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Finds places for the labels of marks, clear of curves, other marks and each other.
 *
 * <p>Every place of a fine grid is tried. A label beside its own mark and near the axis is best; if
 * the marks are too close for that, it stands further off and a thin line leads to the mark.
 */
final class MarkLabels {
  private static final double LABEL = 5000;
  private static final double LEADER = 3000;

  /** The clear space around a label. */
  private static final double CLEAR = 1.3;

  private static final double STEP = 1;

  /** What a thin leader pays for crossing something, relative to a label that covers it. */
  private static final double CROSSING = 0.05;

  /** Labels keep so far inside the frame. */
  private static final double INSET = CLEAR + 0.5;

  private final PlotLayout layout;
  private final Occupancy occupied;
  private final List<PlacedLabel> placed = new ArrayList<>();
  private double badness;

  /** Places the labels one by one, so the order matters. */
  private MarkLabels(PlotLayout layout, Occupancy occupied, List<Mark> order) {
    this.layout = layout;
    this.occupied = occupied;
    for (Mark mark : order) {
      place(mark);
    }
  }

  static List<PlacedLabel> place(LineFigure figure, PlotLayout layout) {
    List<Mark> labelled = figure.marks().stream().filter(m -> !m.label().isBlank()).toList();
    if (labelled.isEmpty()) {
      return List.of();
    }
    List<Mark> leftToRight = new ArrayList<>(labelled);
    leftToRight.sort(Comparator.comparingDouble(Mark::x));
    List<Mark> rightToLeft = new ArrayList<>(leftToRight);
    Collections.reverse(rightToLeft);
    Occupancy obstacles = Obstacles.of(figure, layout);
    MarkLabels first = new MarkLabels(layout, obstacles.copy(), leftToRight);
    MarkLabels second = new MarkLabels(layout, obstacles.copy(), rightToLeft);
    return List.copyOf(second.badness < first.badness ? second.placed : first.placed);
  }

  private void place(Mark mark) {
    double widest = layout.frame().getWidth() - 2 * INSET;
    TexLabel label = Typesetter.math(mark.label(), layout.x().style().markText()).atMost(widest);
    List<Candidate> candidates = candidates(label, layout.body(mark));
    Candidate best = candidates.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (Candidate candidate : candidates) {
      // They come in order of inconvenience, so none that follows can be better.
      if (candidate.inconvenience() >= least) {
        break;
      }
      double total = candidate.inconvenience() + clash(candidate);
      if (total < least) {
        least = total;
        best = candidate;
      }
    }
    occupied.addRectangle(best.area(), LABEL);
    best.leader()
        .ifPresent(l -> occupied.addLine(l.getX1(), l.getY1(), l.getX2(), l.getY2(), LEADER));
    placed.add(new PlacedLabel(mark, label, best.area(), best.leader()));
    badness += least;
  }

  private double clash(Candidate candidate) {
    Rectangle2D area = candidate.area();
    Rectangle2D clear =
        new Rectangle2D.Double(
            area.getX() - CLEAR,
            area.getY() - CLEAR,
            area.getWidth() + 2 * CLEAR,
            area.getHeight() + 2 * CLEAR);
    double crossed =
        candidate
            .leader()
            .map(l -> occupied.costOfLine(l.getX1(), l.getY1(), l.getX2(), l.getY2()))
            .orElse(0.0);
    return occupied.cost(clear) + CROSSING * crossed;
  }

  private List<Candidate> candidates(TexLabel label, Line2D body) {
    Rectangle2D frame = layout.frame();
    List<Candidate> candidates = new ArrayList<>();
    double lowest = frame.getMaxY() - INSET - label.height();
    for (double top = lowest; top >= frame.getMinY() + INSET; top -= STEP) {
      double farthest = frame.getMaxX() - INSET - label.width();
      for (double left = frame.getMinX() + INSET; left <= farthest; left += STEP) {
        candidates.add(
            Candidate.of(new Rectangle2D.Double(left, top, label.width(), label.height()), body));
      }
    }
    if (candidates.isEmpty()) {
      double left = frame.getCenterX() - label.width() / 2;
      double top = frame.getCenterY() - label.height() / 2;
      candidates.add(
          Candidate.of(new Rectangle2D.Double(left, top, label.width(), label.height()), body));
    }
    candidates.sort(Comparator.comparingDouble(Candidate::inconvenience));
    return candidates;
  }
}
