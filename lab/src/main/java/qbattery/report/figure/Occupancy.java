package qbattery.report.figure;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;

/**
 * A fine grid over the plot with the cost of covering each place by a label.
 *
 * <p>Asking for a rectangle costs the same whatever its size, since the grid keeps running sums.
 */
final class Occupancy {
  /** The side of a cell in points; a curve is at least twice as thick. */
  private static final double CELL = 0.5;

  private final Rectangle2D frame;
  private final int columns;
  private final int rows;
  private final double[] cost;
  private double[] sums = {};

  Occupancy(Rectangle2D frame) {
    this(frame, cells(frame.getWidth()), cells(frame.getHeight()), new double[0]);
  }

  private Occupancy(Rectangle2D frame, int columns, int rows, double[] cost) {
    this.frame = frame;
    this.columns = columns;
    this.rows = rows;
    this.cost = Arrays.copyOf(cost, columns * rows);
  }

  Occupancy copy() {
    return new Occupancy(frame, columns, rows, cost);
  }

  private static int cells(double length) {
    return (int) Math.ceil(length / CELL);
  }

  /** Marks a straight line as occupied; the parts outside the plot do not count. */
  void addLine(double x1, double y1, double x2, double y2, double weight) {
    int steps = 1 + (int) (Math.hypot(x2 - x1, y2 - y1) / (CELL / 2));
    for (int i = 0; i <= steps; i++) {
      double part = (double) i / steps;
      int column = column(x1 + part * (x2 - x1));
      int row = row(y1 + part * (y2 - y1));
      if (column >= 0 && column < columns && row >= 0 && row < rows) {
        int cell = row * columns + column;
        cost[cell] = Math.max(cost[cell], weight);
      }
    }
    sums = new double[0];
  }

  /** Marks a rectangle as occupied. */
  void addRectangle(Rectangle2D area, double weight) {
    for (double y = area.getMinY(); y <= area.getMaxY(); y += CELL) {
      addLine(area.getMinX(), y, area.getMaxX(), y, weight);
    }
  }

  /** Returns the cost of covering a rectangle. */
  double cost(Rectangle2D area) {
    if (sums.length == 0) {
      sums = runningSums();
    }
    int left = clamp(column(area.getMinX()), columns);
    int right = clamp(column(area.getMaxX()) + 1, columns);
    int top = clamp(row(area.getMinY()), rows);
    int bottom = clamp(row(area.getMaxY()) + 1, rows);
    return sum(bottom, right) - sum(top, right) - sum(bottom, left) + sum(top, left);
  }

  /** Returns the cost of drawing a thin straight line. */
  double costOfLine(double x1, double y1, double x2, double y2) {
    int steps = 1 + (int) (Math.hypot(x2 - x1, y2 - y1) / CELL);
    double total = 0;
    for (int i = 0; i <= steps; i++) {
      double part = (double) i / steps;
      int column = Math.min(columns - 1, clamp(column(x1 + part * (x2 - x1)), columns));
      int row = Math.min(rows - 1, clamp(row(y1 + part * (y2 - y1)), rows));
      total += cost[row * columns + column];
    }
    return total;
  }

  private double[] runningSums() {
    double[] total = new double[(columns + 1) * (rows + 1)];
    for (int row = 0; row < rows; row++) {
      double line = 0;
      for (int column = 0; column < columns; column++) {
        line += cost[row * columns + column];
        int cell = (row + 1) * (columns + 1) + column + 1;
        total[cell] = total[cell - columns - 1] + line;
      }
    }
    return total;
  }

  private double sum(int row, int column) {
    return sums[row * (columns + 1) + column];
  }

  private int column(double x) {
    return (int) Math.floor((x - frame.getMinX()) / CELL);
  }

  private int row(double y) {
    return (int) Math.floor((y - frame.getMinY()) / CELL);
  }

  private static int clamp(int index, int most) {
    return Math.max(0, Math.min(index, most));
  }
}
