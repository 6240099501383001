package qbattery.experiment;

import java.time.Duration;
import java.util.List;

/**
 * Carries out experiments: it takes stored rows from the store, lets the runner compute what is
 * missing, and stores it.
 */
public interface Laboratory {

  /** How long an evolution may take, unless the user says otherwise. */
  Duration USUAL_LONGEST = Duration.ofDays(3);

  /**
   * Rows 0 to count - 1, whatever the extent.
   *
   * @param experiment the experiment
   * @param count how many, at least 1
   * @return the rows in the order of their index
   * @throws StoppedException if the work was stopped from outside
   * @throws java.io.UncheckedIOException if rows cannot be kept, or if those that are there are of
   *     a program that computes differently; its cause says so in a sentence
   */
  Ensemble exactly(Experiment experiment, int count);

  /**
   * As many rows as the extent of this laboratory says.
   *
   * @param experiment the experiment
   * @param published how many the source took
   * @param asked the columns whose means are asked for; a target error is for these
   * @return the rows in the order of their index
   * @throws StoppedException if the work was stopped from outside
   * @throws java.io.UncheckedIOException if rows cannot be kept, or if those that are there are of
   *     a program that computes differently; its cause says so in a sentence
   */
  Ensemble ensemble(Experiment experiment, int published, List<Integer> asked);

  /**
   * How many realisations are taken.
   *
   * @return the extent
   */
  SampleSize extent();

  /**
   * How long an evolution may take. One that would take longer is refused.
   *
   * @return the time
   */
  default Duration longest() {
    return USUAL_LONGEST;
  }

  /** The work was stopped from outside; finished rows are kept. */
  final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Says so.
     *
     * @param message what is kept and how to go on
     */
    public StoppedException(String message) {
      super(message);
    }
  }
}
