package qbattery.report.figure;

import java.util.List;
import java.util.Objects;

/**
 * A map for one column of a journal: a value over two axes as colour, a colour bar, contour lines.
 *
 * <p>Each point of the grid colours the cell around it, half-way to its neighbours. Cells without a
 * value are hatched in grey; what lies beyond the outermost cells stays white.
 *
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param z the axis of the colour bar, which holds all values
 * @param grid the values
 * @param colours how values become colours
 * @param contours the contour lines; one whose level is met nowhere is left out of the legend too
 * @param caption plain text with TeX between dollar signs, or blank
 */
public record HeatMap(
    Axis x, Axis y, Axis z, Grid grid, ColourMap colours, List<Contour> contours, String caption)
    implements Picture {
  /** Values that differ by no more than this part of them are taken for equal. */
  private static final double FLAT = 1e-9;

  /** Checks that all points of the grid are inside and that each value has a colour. */
  public HeatMap {
    Objects.requireNonNull(colours, "colours");
    contours = List.copyOf(contours);
    for (double value : grid.x()) {
      Checks.inside(x, value, "x", "point of the grid");
    }
    for (double value : grid.y()) {
      Checks.inside(y, value, "y", "point of the grid");
    }
    if (grid.least() < z.min() || grid.greatest() > z.max()) {
      throw new IllegalArgumentException(
          "The values of the map run from %s to %s, but its colour bar from %s to %s; lengthen the axis of the colour bar."
              .formatted(grid.least(), grid.greatest(), z.min(), z.max()));
    }
    if (colours == ColourMap.DIVERGING && !z.contains(0)) {
      throw new IllegalArgumentException(
          "The colour bar of diverging colours runs from %s to %s and does not hold zero, their middle; lengthen it, or use sequential colours."
              .formatted(z.min(), z.max()));
    }
    Typesetter.checkText(caption, "The caption");
  }

  /**
   * A map in diverging colours where values have both signs, else in sequential ones.
   *
   * @param x the horizontal axis
   * @param y the vertical axis
   * @param z the axis of the colour bar, such as {@link #bar}
   * @param grid the values
   * @param contours the contour lines
   * @param caption plain text with TeX between dollar signs, or blank
   * @return the map
   */
  public static HeatMap of(
      Axis x, Axis y, Axis z, Grid grid, List<Contour> contours, String caption) {
    return new HeatMap(x, y, z, grid, colours(grid), contours, caption);
  }

  /**
   * A colour bar that is as long as the values need.
   *
   * @param label TeX in math mode without dollar signs
   * @param grid the values
   * @return its axis
   */
  public static Axis bar(String label, Grid grid) {
    return axis(label, grid, colours(grid));
  }

  private static ColourMap colours(Grid grid) {
    return grid.least() < 0 && grid.greatest() > 0 ? ColourMap.DIVERGING : ColourMap.SEQUENTIAL;
  }

  /**
   * The axis of a colour bar: from the least to the greatest value, or for diverging colours the
   * same distance to both sides of zero.
   */
  static Axis axis(String label, Grid grid, ColourMap colours) {
    double least = grid.least();
    double greatest = grid.greatest();
    if (colours == ColourMap.DIVERGING) {
      double most = Math.max(Math.abs(least), Math.abs(greatest));
      double end = most > 0 ? most : 1;
      return new Axis(label, -end, end);
    }
    if (greatest - least > FLAT * Math.max(Math.abs(least), Math.abs(greatest))) {
      return new Axis(label, least, greatest);
    }
    // The same value everywhere: any range around it will do.
    double margin = greatest == 0 ? 1 : Math.abs(greatest) / 2;
    return new Axis(label, least - margin, greatest + margin);
  }
}
