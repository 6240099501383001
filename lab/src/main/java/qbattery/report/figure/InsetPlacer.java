package qbattery.report.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * Finds the place of an inset: as large as wished, or as there is room for, clear of all that the
 * plot shows, and as close as possible to a corner of the frame.
 */
final class InsetPlacer {
  /** The sizes tried, in percent of the width and the height of the frame. */
  private static final int LARGEST = 46;

  private static final int SMALLEST = 30;

  /** The height takes so much more than the width, since title and numbers are stacked. */
  private static final int TALLER = 6;

  /** The clear space between an inset and the edge of a line. */
  private static final double CLEAR = 3;

  /** What a corner other than the upper right one pays, in points of distance. */
  private static final double OTHER_CORNER = 2;

  private final Occupancy occupied;
  private final Rectangle2D frame;
  private final double clear;

  private InsetPlacer(LineFigure figure, PlotLayout layout, List<PlacedLabel> labels) {
    frame = layout.frame();
    occupied = Obstacles.of(figure, layout);
    for (PlacedLabel label : labels) {
      occupied.addRectangle(label.area(), 1);
      label.leader().ifPresent(this::addLeader);
    }
    double thickest = figure.curves().stream().mapToDouble(c -> c.style().width()).max().orElse(0);
    clear = CLEAR + thickest / 2;
  }

  private void addLeader(Line2D leader) {
    occupied.addLine(leader.getX1(), leader.getY1(), leader.getX2(), leader.getY2(), 1);
  }

  /** Places an inset in a figure whose marks are labelled already. */
  static InsetLayout place(
      Inset inset, LineFigure figure, PlotLayout layout, List<PlacedLabel> labels) {
    InsetPlacer placer = new InsetPlacer(figure, layout, labels);
    boolean free = false;
    for (int percent = LARGEST; percent >= SMALLEST; percent--) {
      Optional<InsetLayout> found = placer.place(percent).map(area -> InsetLayout.of(inset, area));
      if (found.isPresent() && found.get().isReadable()) {
        return found.get();
      }
      free |= found.isPresent();
    }
    throw new IllegalArgumentException(
        "The inset '%s' %s; make it a separate figure."
            .formatted(
                inset.title(),
                free
                    ? "has so long labels that they cannot be read or leave no room for its curves"
                    : "finds no place of %s %% of the plot's width and %s %% of its height that is free of curves and labels"
                        .formatted(SMALLEST, SMALLEST + TALLER)));
  }

  private Optional<Rectangle2D> place(int percent) {
    double width = Math.floor(frame.getWidth() * percent / 100);
    double height = Math.floor(frame.getHeight() * (percent + TALLER) / 100);
    Optional<Rectangle2D> best = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (double y = frame.getMinY(); y <= frame.getMaxY() - height; y++) {
      for (double x = frame.getMinX(); x <= frame.getMaxX() - width; x++) {
        Rectangle2D area = new Rectangle2D.Double(x, y, width, height);
        double distance = fromCorner(area);
        if (distance < least && isFree(area)) {
          least = distance;
          best = Optional.of(area);
        }
      }
    }
    return best;
  }

  /** Returns whether there is nothing in and around an area; the ticks of the frame count too. */
  private boolean isFree(Rectangle2D area) {
    Rectangle2D around =
        new Rectangle2D.Double(
            area.getX() - clear,
            area.getY() - clear,
            area.getWidth() + 2 * clear,
            area.getHeight() + 2 * clear);
    return frame.contains(around) && occupied.cost(around) == 0;
  }

  private double fromCorner(Rectangle2D area) {
    double toLeft = area.getMinX() - frame.getMinX();
    double toRight = frame.getMaxX() - area.getMaxX();
    double toTop = area.getMinY() - frame.getMinY();
    double toBottom = frame.getMaxY() - area.getMaxY();
    double other = toRight <= toLeft && toTop <= toBottom ? 0 : OTHER_CORNER;
    return Math.min(toLeft, toRight) + Math.min(toTop, toBottom) + other;
  }
}
