package qbattery.report.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

/**
 * The label of a mark at the place found for it.
 *
 * @param mark the mark
 * @param label the label
 * @param area the rectangle it covers
 * @param leader the thin line from the label to its mark, if the label stands away from it
 */
record PlacedLabel(Mark mark, TexLabel label, Rectangle2D area, Optional<Line2D> leader) {}
