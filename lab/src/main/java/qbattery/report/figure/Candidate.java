package qbattery.report.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

/**
 * A place a mark's label could take.
 *
 * @param area the rectangle it would cover
 * @param leader the thin line it would need to show which mark it belongs to
 * @param inconvenience how hard the label would be to read off, were there nothing in the way
 */
record Candidate(Rectangle2D area, Optional<Line2D> leader, double inconvenience) {
  /** The best distance of a label from its mark. */
  private static final double DISTANCE = 2;

  /** A label farther than this from its mark needs a leader. */
  private static final double BESIDE = 3.2;

  private static final double NEEDS_LEADER = 12;
  private static final double LEFT_OF_MARK = 1.5;
  private static final double FAR_FROM_AXIS = 0.03;

  /** The leader starts at this distance from the label, lest it be read as a minus sign. */
  private static final double LEADER_START = 1.2;

  /** The leader ends here before the middle of its mark's line. */
  private static final double LEADER_END = 1.2;

  /** Judges a place for the label of a mark whose line starts at the bottom of the plot. */
  static Candidate of(Rectangle2D area, Line2D body) {
    double top = Math.min(body.getY1(), body.getY2());
    double bottom = Math.max(body.getY1(), body.getY2());
    double x = body.getX1();
    double labelX = Math.max(area.getMinX(), Math.min(x, area.getMaxX()));
    double middle = Math.max(top, Math.min(area.getCenterY(), bottom));
    double labelY = Math.max(area.getMinY(), Math.min(middle, area.getMaxY()));
    double distance = Math.hypot(labelX - x, labelY - middle);

    double inconvenience = FAR_FROM_AXIS * Math.abs(bottom - area.getMaxY());
    inconvenience += area.getCenterX() < x ? LEFT_OF_MARK : 0;
    if (distance <= BESIDE) {
      return new Candidate(area, Optional.empty(), inconvenience + Math.abs(distance - DISTANCE));
    }
    double from = LEADER_START / distance;
    double to = 1 - LEADER_END / distance;
    Line2D leader =
        new Line2D.Double(
            labelX + from * (x - labelX),
            labelY + from * (middle - labelY),
            labelX + to * (x - labelX),
            labelY + to * (middle - labelY));
    return new Candidate(area, Optional.of(leader), inconvenience + NEEDS_LEADER + distance);
  }
}
