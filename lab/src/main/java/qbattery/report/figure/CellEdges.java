package qbattery.report.figure;

import java.util.Arrays;

/**
 * The points of a grid along one axis, and the edges of the cells around them, as parts of the
 * length of the axis.
 *
 * @param points the points
 * @param edges the edges, one more than points, cut at the ends of the axis
 */
record CellEdges(double[] points, double[] edges) {
  static CellEdges of(double[] values, Axis axis) {
    double[] points = Arrays.stream(values).map(axis::fraction).toArray();
    int last = points.length - 1;
    double[] edges = new double[points.length + 1];
    edges[0] = Math.max(0, points[0] - (points[1] - points[0]) / 2);
    for (int i = 1; i <= last; i++) {
      edges[i] = (points[i - 1] + points[i]) / 2;
    }
    edges[last + 1] = Math.min(1, points[last] + (points[last] - points[last - 1]) / 2);
    return new CellEdges(points, edges);
  }

  /** Returns the cell of each of so many pixels along the axis, -1 where there is none. */
  int[] ofPixels(int count) {
    int[] cells = new int[count];
    int cell = 0;
    for (int i = 0; i < count; i++) {
      double at = (i + 0.5) / count;
      while (cell < points.length && at > edges[cell + 1]) {
        cell++;
      }
      cells[i] = cell < points.length && at >= edges[0] ? cell : -1;
    }
    return cells;
  }

  /** Returns the points with the two outer edges, to which the outermost values extend. */
  double[] pointsToEdges() {
    double[] all = new double[points.length + 2];
    all[0] = edges[0];
    System.arraycopy(points, 0, all, 1, points.length);
    all[points.length + 1] = edges[points.length];
    return all;
  }
}
