package qbattery.experiment;

/** A listener to the progress of an experiment. */
@FunctionalInterface
public interface ProgressListener {

  /**
   * How far an experiment is.
   *
   * @param experiment what is computed
   * @param done rows there are, those found in the store included
   * @param wanted rows there shall be, as far as is known: a target error may ask for more
   * @param found rows that were found in the store
   * @param standardError the largest standard error of a mean that is asked for, over the rows from
   *     0 on that are there without a gap; NaN where none is asked for or these are fewer than two
   */
  record Advance(Experiment experiment, int done, int wanted, int found, double standardError) {}

  /**
   * Takes note. Calls never overlap; they come at most a few times a second, and once when an
   * experiment is complete.
   *
   * @param advance how far it is
   */
  void advanced(Advance advance);

  /**
   * One who does not care.
   *
   * @return a watcher that does nothing
   */
  static ProgressListener none() {
    return advance -> {};
  }
}
