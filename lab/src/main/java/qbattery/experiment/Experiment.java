package qbattery.experiment;

import java.util.List;

/**
 * A family of points: the same computation for index 0, 1, 2, ... - the realisations of a
 * disordered battery, the places of a sweep.
 *
 * <p>A row is a pure function of the identity and the index. It does not depend on the number of
 * threads, on the order, on what was computed before or on the machine: hence rows may be computed
 * anywhere, kept, and taken up again.
 */
public interface Experiment {

  /**
   * All that decides the numbers of a row: the model with its parameters, the start, the times,
   * what is measured, the method with its tolerances; in a fixed order, as text that a person can
   * read.
   *
   * @return the identity; two experiments of one identity have the same rows
   */
  String identity();

  /**
   * The names of the numbers of a row, in order, with units where they have any.
   *
   * @return one name for each column
   */
  List<String> columns();

  /**
   * Computes a point. May be called from several threads at once.
   *
   * @param index the point, from 0
   * @return its row, a new array with one number for each column; NaN where a quantity has no value
   */
  double[] row(int index);

  /** How much of an identity a sentence can bear. */
  int TITLE_LENGTH = 80;

  /**
   * What to call an experiment in a sentence: the first line of its identity, cut where it is long.
   *
   * @param experiment the experiment
   * @return its title
   */
  static String title(Experiment experiment) {
    String line = experiment.identity().strip().lines().findFirst().orElse("");
    return line.length() <= TITLE_LENGTH ? line : line.substring(0, TITLE_LENGTH - 3) + "...";
  }
}
