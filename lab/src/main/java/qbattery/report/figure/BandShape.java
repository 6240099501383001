package qbattery.report.figure;

import java.awt.geom.Path2D;
import java.util.Arrays;

/** Makes the outline of a band, one closed piece for each run of points that have both edges. */
final class BandShape {
  private BandShape() {}

  /** Returns the outline in what grows evenly along the axes. */
  static Path2D of(Band band, Axis xAxis, Axis yAxis) {
    double[] x = xAxis.scaled(band.x());
    double[] lower = edge(band.lower(), yAxis);
    double[] upper = edge(band.upper(), yAxis);
    Path2D shape = new Path2D.Double();
    int start = 0;
    while (start < x.length) {
      int end = start;
      while (end < x.length && has(x[end], lower[end], upper[end])) {
        end++;
      }
      if (end - start >= 2) {
        addPiece(shape, x, lower, upper, start, end);
      }
      start = end + 1;
    }
    return shape;
  }

  /** Scales an edge; on a logarithmic axis what is not positive is put at the lower end. */
  static double[] edge(double[] values, Axis y) {
    return Arrays.stream(values)
        .map(v -> v <= 0 && y.scale() == Axis.Scale.LOGARITHMIC ? y.low() : y.scaled(v))
        .toArray();
  }

  private static boolean has(double... values) {
    return Arrays.stream(values).noneMatch(Double::isNaN);
  }

  private static void addPiece(
      Path2D shape, double[] x, double[] lower, double[] upper, int start, int end) {
    shape.moveTo(x[start], lower[start]);
    for (int i = start + 1; i < end; i++) {
      shape.lineTo(x[i], lower[i]);
    }
    for (int i = end - 1; i >= start; i--) {
      shape.lineTo(x[i], upper[i]);
    }
    shape.closePath();
  }
}
