package qbattery.experiment;

/** Computes points somewhere: on threads of this machine, or on those of a cluster. */
public interface Runner {

  /** Takes rows as they are finished. */
  @FunctionalInterface
  interface RowSink {

    /**
     * Takes a row. Calls never overlap.
     *
     * @param index the point
     * @param row its row
     */
    void accept(int index, double[] row);
  }

  /**
   * Computes points and returns when all are done. Rows arrive in any order; which order, and where
   * they were computed, changes nothing in them.
   *
   * @param experiment the experiment
   * @param indices the points, each once
   * @param sink takes each row as soon as it is finished
   * @throws InterruptedException if the thread that waits is interrupted; what was handed to the
   *     sink before is complete
   */
  void run(Experiment experiment, int[] indices, RowSink sink) throws InterruptedException;
}
