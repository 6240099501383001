package qbattery.experiment;

import java.util.List;

/**
 * The rows of an experiment, from index 0 on without a gap.
 *
 * @param experiment what was computed
 * @param rows the rows in the order of their index; not to be changed
 * @param published how many the source took
 */
public record Ensemble(Experiment experiment, List<double[]> rows, int published) {

  /** Copies the list. */
  public Ensemble {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("An ensemble needs at least one row.");
    }
  }

  /**
   * How many realisations there are.
   *
   * @return the number of rows
   */
  public int count() {
    return rows.size();
  }
}
