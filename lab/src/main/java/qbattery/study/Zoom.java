package qbattery.study;

import java.util.List;
import java.util.TreeSet;

/** Looks more closely where results are decided: between the times that a file asks for. */
final class Zoom {

  /** Twice, each time with intervals a sixteenth as long, or an eighth beside a peak. */
  private static final int PASSES = 2;

  private static final int INTERVALS = 16;

  private Zoom() {}

  /**
   * Adds the times that results need.
   *
   * @param curves what was measured at the times of the file
   * @param features the results
   * @param measures which curve each is of
   */
  static Curves into(
      Curves curves, List<Feature> features, List<Integer> measures, Measuring observing, Way way) {
    Curves closer = curves;
    for (int pass = 0; pass < PASSES; pass++) {
      double[] more = more(closer, features, measures);
      if (more.length == 0) {
        return closer;
      }
      closer = closer.and(observing.at(more, way, false));
    }
    return closer;
  }

  private static double[] more(Curves curves, List<Feature> features, List<Integer> measures) {
    double[] t = curves.times();
    TreeSet<Double> times = new TreeSet<>();
    for (int r = 0; r < features.size(); r++) {
      Feature feature = features.get(r);
      if ("at".equals(feature.kind())) {
        times.add(feature.level().orElseThrow());
        continue;
      }
      for (int[] bracket : feature.brackets(t, curves.values().get(measures.get(r)))) {
        int first = Math.max(bracket[0], 0);
        int last = Math.min(bracket[1], t.length - 1);
        int pieces = last - first > 1 ? INTERVALS / 2 : INTERVALS;
        for (int k = first; k < last; k++) {
          for (int i = 1; i < pieces; i++) {
            times.add(t[k] + (t[k + 1] - t[k]) * i / pieces);
          }
        }
      }
    }
    for (double there : t) {
      times.remove(there);
    }
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
