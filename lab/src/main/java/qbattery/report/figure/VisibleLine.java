package qbattery.report.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a line that lies in the plot, as points with a NaN wherever the line is broken.
 *
 * <p>Cutting here keeps the files small and keeps huge values, such as those near a pole, away from
 * the dashing code of viewers; the slopes at the frame stay right because the cuts interpolate.
 */
final class VisibleLine {
  /** Cut a little outside the frame, so that the ends of a cut line are not seen. */
  private static final double MARGIN = 0.05;

  private final double left;
  private final double right;
  private final double bottom;
  private final double top;
  private final List<double[]> points = new ArrayList<>();

  private VisibleLine(Axis x, Axis y) {
    left = x.low() - MARGIN * x.span();
    right = x.high() + MARGIN * x.span();
    bottom = y.low() - MARGIN * y.span();
    top = y.high() + MARGIN * y.span();
  }

  /**
   * Returns the visible points as a row of x values and a row of y values, both scaled as the axes.
   */
  static double[][] of(double[] xs, double[] ys, Axis x, Axis y) {
    VisibleLine line = new VisibleLine(x, y);
    double[] u = x.scaled(xs);
    double[] v = y.scaled(ys);
    for (int i = 1; i < u.length; i++) {
      // On a logarithmic axis there is no x value either where it is not positive.
      if (isPoint(u[i - 1], v[i - 1]) && isPoint(u[i], v[i])) {
        line.add(u[i - 1], v[i - 1], u[i], v[i]);
      }
    }
    double[][] rows = new double[2][line.points.size()];
    for (int i = 0; i < line.points.size(); i++) {
      rows[0][i] = line.points.get(i)[0];
      rows[1][i] = line.points.get(i)[1];
    }
    return rows;
  }

  /** Adds the part of a segment inside the window, if there is one. */
  private void add(double x1, double y1, double x2, double y2) {
    if (Math.max(x1, x2) < left
        || Math.min(x1, x2) > right
        || Math.max(y1, y2) < bottom
        || Math.min(y1, y2) > top) {
      return;
    }
    // First in y, whose values may be huge: after it both ends are ordinary numbers.
    double fromY = clamp(y1, bottom, top);
    double toY = clamp(y2, bottom, top);
    double fromX = fromY == y1 ? x1 : between(y1, y2, fromY, x1, x2);
    double toX = toY == y2 ? x2 : between(y1, y2, toY, x1, x2);
    if (toX < left || fromX > right) {
      return;
    }
    double startX = Math.max(fromX, left);
    double endX = Math.min(toX, right);
    double startY = startX == fromX ? fromY : between(fromX, toX, startX, fromY, toY);
    double endY = endX == toX ? toY : between(fromX, toX, endX, fromY, toY);
    if (!continuesAt(startX, startY)) {
      if (!points.isEmpty()) {
        points.add(new double[] {startX, Double.NaN});
      }
      points.add(new double[] {startX, startY});
    }
    points.add(new double[] {endX, endY});
  }

  private static boolean isPoint(double x, double y) {
    return !Double.isNaN(x) && !Double.isNaN(y);
  }

  private boolean continuesAt(double x, double y) {
    if (points.isEmpty()) {
      return false;
    }
    double[] last = points.get(points.size() - 1);
    return last[0] == x && last[1] == y;
  }

  private static double clamp(double value, double low, double high) {
    return Math.max(low, Math.min(value, high));
  }

  /** Returns the value that goes from {@code from} to {@code to} while u goes from u1 to u2. */
  private static double between(double u1, double u2, double u, double from, double to) {
    // Halved first, since the difference of two huge values may overflow.
    double part = (u / 2 - u1 / 2) / (u2 / 2 - u1 / 2);
    return from + part * (to - from);
  }
}
