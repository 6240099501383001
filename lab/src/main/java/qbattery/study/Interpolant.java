package qbattery.study;

/**
 * A curve between times at which it is known: in each interval the cubic that has its values and
 * the slopes of the parabolas through three neighbouring values. All of it is linear in the values,
 * so that the mean of such curves is that of the mean values.
 *
 * @param t the times, ascending
 * @param v the values; NaN where there is none
 */
record Interpolant(double[] t, double[] v) {

  /** Values on either side of an interval that its cubic may need. */
  static final int REACH = 2;

  /** The curve of largest averages, (v(t) - v(0))/t: its limit at the start is extrapolated. */
  static Interpolant ofAverages(double[] t, double[] v) {
    double[] averages = Feature.averages(t, v);
    int last = Math.min(t.length - 1, 3);
    averages[0] = 0;
    for (int i = 1; i <= last; i++) {
      double weight = 1;
      for (int j = 1; j <= last; j++) {
        weight *= j == i ? 1 : (t[0] - t[j]) / (t[i] - t[j]);
      }
      averages[0] += weight * averages[i];
    }
    return new Interpolant(t, averages);
  }

  /** The cubic of the interval that ends at a time; its coefficients are NaN where it has none. */
  Cubic before(int k) {
    double width = t[k] - t[k - 1];
    double secant = (v[k] - v[k - 1]) / width;
    double left = slope(k - 1, secant);
    double right = slope(k, secant);
    return new Cubic(
        t[k - 1],
        width,
        new double[] {
          v[k - 1],
          left,
          (3 * secant - 2 * left - right) / width,
          (left + right - 2 * secant) / (width * width)
        });
  }

  private double slope(int k, double secant) {
    for (int first : new int[] {k - 1, k, k - 2}) {
      if (first >= 0 && first + 2 < t.length && hasValues(first)) {
        return slope(first, k);
      }
    }
    return secant;
  }

  private boolean hasValues(int first) {
    return !Double.isNaN(v[first] + v[first + 1] + v[first + 2]);
  }

  /** The slope at a time of the parabola through three values. */
  private double slope(int first, int k) {
    double near = (v[first + 1] - v[first]) / (t[first + 1] - t[first]);
    double far = (v[first + 2] - v[first + 1]) / (t[first + 2] - t[first + 1]);
    double bend = (far - near) / (t[first + 2] - t[first]);
    return near + bend * (2 * t[k] - t[first] - t[first + 1]);
  }
}
