package qbattery.paper.arjmandi2022;

/** Where mean E/E(0) is highest once it has left its start. */
final class PeakHeight {

  /** The first hundredth of 1/Gamma, where the curve has not yet left its start, is left out. */
  private static final double FIRST = 0.015;

  private PeakHeight() {}

  /** The number of the time. */
  static int place(Curves curves) {
    double[] means = curves.mean(Merit.ERGOTROPY).means();
    int first = 1;
    while (curves.times()[first] < FIRST) {
      first++;
    }
    int best = first;
    for (int k = first; k < means.length; k++) {
      best = means[k] > means[best] ? k : best;
    }
    return best;
  }
}
