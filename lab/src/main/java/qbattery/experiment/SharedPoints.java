package qbattery.experiment;

import java.util.List;
import java.util.Optional;

/**
 * A family whose points may be points of other families too, such as a place that two sweeps have
 * in common or a model that was computed under another title. What is known of a point is not
 * computed again.
 */
public interface SharedPoints extends Experiment {

  /**
   * All that decides the numbers of a point, whatever family it is computed in, as a text or a
   * digest of one.
   *
   * @param index the point, from 0
   * @return its identity; nothing if it cannot be told, as of a model that is refused
   */
  Optional<String> point(int index);

  /**
   * What each column is, whatever it is called: two columns of one key hold the same number of one
   * point.
   *
   * @return one key for each column
   */
  List<String> keys();

  /**
   * Whether a row is of use to other families: it holds numbers.
   *
   * @param row the row
   * @return false for the row of a point that could not be computed
   */
  boolean isOfUse(double[] row);

  /**
   * Whether a row would come out so again. It would not if the clock decided that it was given up;
   * such a row is not kept, and one that was kept is not taken.
   *
   * @param row the row
   * @return false for the row of a point that was given up
   */
  boolean isKept(double[] row);

  /**
   * Computes what is missing of a point.
   *
   * @param index the point, from 0
   * @param known what is known of it
   * @return its row, bit for bit that of {@link #row}
   */
  double[] complete(int index, PartialRow known);
}
