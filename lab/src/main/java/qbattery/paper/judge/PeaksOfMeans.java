package qbattery.paper.judge;

import java.util.ArrayList;
import java.util.List;
import qbattery.measure.Estimate;
import qbattery.statistics.Redraws;

/**
 * The largest number along an axis of means over realisations, without the upward bias of the
 * maximum of a noisy mean; see {@link DataArray#highest}.
 */
final class PeaksOfMeans {

  private PeaksOfMeans() {}

  /**
   * The heights.
   *
   * @param means the means with their samples
   * @param naive the largest of each row, which are too high on average
   * @param axis the name of the axis
   */
  static DataArray of(DataArray means, DataArray naive, String axis) {
    DataArray settled = means.settled();
    List<DataArray.Row> rows = settled.along(axis);
    DataArray certain = settled.reduced(axis, Reductions::first);
    double[] sums = new double[rows.size()];
    int halves = 2 * Redraws.SPLITS;
    for (int s = 0; s < halves; s++) {
      List<DataArray.Row> chosen = means.sample(Redraws.DRAWN + s).along(axis);
      List<DataArray.Row> read = means.sample(Redraws.DRAWN + (s ^ 1)).along(axis);
      for (int k = 0; k < sums.length; k++) {
        sums[k] += read.get(k).numbers().get(place(chosen.get(k))).value() / halves;
      }
    }
    List<Estimate> heights = new ArrayList<>();
    List<Estimate> most = naive.settled().cells();
    for (int k = 0; k < sums.length; k++) {
      double reach = naive.statistical(k) + naive.cells().get(k).error();
      double floor =
          rows.get(k).numbers().stream()
              .mapToDouble(e -> e.value() - e.error())
              .max()
              .orElse(Double.NEGATIVE_INFINITY);
      double corrected = Math.max(sums[k], floor);
      double low = Math.max(corrected - reach, floor);
      double high = Math.max(most.get(k).value() + reach, low);
      heights.add(
          Double.isNaN(most.get(k).value()) || Double.isNaN(corrected)
              ? Reductions.MISSING
              : new Estimate(corrected, Math.max(corrected - low, high - corrected)));
    }
    return new DataArray(certain.axes(), heights);
  }

  private static int place(DataArray.Row row) {
    int best = 0;
    for (int k = 1; k < row.numbers().size(); k++) {
      best = row.numbers().get(k).value() > row.numbers().get(best).value() ? k : best;
    }
    return best;
  }
}
