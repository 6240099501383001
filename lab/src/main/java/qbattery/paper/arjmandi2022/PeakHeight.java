package qbattery.paper.arjmandi2022;

import qbattery.statistics.MeanCurve;

/**
 * How high mean E/E(0) stands above its start at its highest later point, in per cent; negative
 * where it stands below. Unlike eta it does not stop at zero, so that a calibration can tell a near
 * miss from a far one.
 *
 * @param value the height; the first hundredth of 1/Gamma, where the curve has not yet left its
 *     start, is left out
 * @param standardError of the mean there
 */
record PeakHeight(double value, double standardError) {

  private static final double FIRST = 0.015;

  static PeakHeight of(Curves curves) {
    MeanCurve mean = curves.mean(Merit.ERGOTROPY);
    double[] means = mean.means();
    int first = 1;
    while (curves.times()[first] < FIRST) {
      first++;
    }
    int best = first;
    for (int k = first; k < means.length; k++) {
      best = means[k] > means[best] ? k : best;
    }
    return new PeakHeight(100 * (means[best] - 1), 100 * curves.errors(Merit.ERGOTROPY)[best]);
  }
}
