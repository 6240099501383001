package qbattery.report.figure;

import java.awt.geom.Path2D;

/** Makes the outline of a band, one closed piece for each run of points that have both edges. */
final class BandShape {
  private BandShape() {}

  static Path2D of(Band band) {
    double[] x = band.x();
    double[] lower = band.lower();
    double[] upper = band.upper();
    Path2D shape = new Path2D.Double();
    int start = 0;
    while (start < x.length) {
      int end = start;
      while (end < x.length && !Double.isNaN(lower[end]) && !Double.isNaN(upper[end])) {
        end++;
      }
      if (end - start >= 2) {
        addPiece(shape, x, lower, upper, start, end);
      }
      start = end + 1;
    }
    return shape;
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
