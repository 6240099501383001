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

  /** From the second time on: 0.02/Gamma on the usual grid. */
  private static final int FIRST = 2;

  static PeakHeight of(Curves curves) {
    MeanCurve mean = curves.mean(Merit.ERGOTROPY);
    double[] means = mean.means();
    int best = FIRST;
    for (int k = FIRST; k < means.length; k++) {
      best = means[k] > means[best] ? k : best;
    }
    return new PeakHeight(100 * (means[best] - 1), 100 * curves.errors(Merit.ERGOTROPY)[best]);
  }
}
