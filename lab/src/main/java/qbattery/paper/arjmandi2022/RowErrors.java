package qbattery.paper.arjmandi2022;

import java.util.List;
import qbattery.experiment.Laboratory;

/**
 * How far the rows of a run may be off: the first two realisations are computed again with a
 * hundredth of the tolerances, and the largest difference at any time counts for all.
 *
 * @param run the run
 * @param rows some of its rows
 * @param again the same from smaller steps
 */
record RowErrors(ChainRun run, List<double[]> rows, List<double[]> again) {

  private static final int SOME = 2;

  static RowErrors of(Laboratory laboratory, ChainRun run, List<double[]> rows) {
    List<double[]> some = rows.subList(0, Math.min(SOME, rows.size()));
    return new RowErrors(run, some, laboratory.exactly(run.sharper(), some.size()).rows());
  }

  double of(Merit merit) {
    double largest = 0;
    for (int index = 0; index < rows.size(); index++) {
      for (int column : run.columnsOf(merit)) {
        largest = Math.max(largest, Math.abs(rows.get(index)[column] - again.get(index)[column]));
      }
    }
    return largest;
  }

  /** The largest of all merits. */
  double largest() {
    return run.merits().stream().mapToDouble(this::of).max().orElseThrow();
  }
}
