package qbattery.experiment;

/** Computes points: on threads of this machine, or on those of a cluster. */
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
   * @throws PointFailedException if a point cannot be computed: the one of the lowest index of all
   *     that fail
   */
  void run(Experiment experiment, int[] indices, RowSink sink) throws InterruptedException;

  /** A point could not be computed. */
  final class PointFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int index;

    /**
     * Says so.
     *
     * @param experiment the experiment
     * @param index the point
     * @param cause why
     */
    public PointFailedException(Experiment experiment, int index, Throwable cause) {
      super(
          "The point %d of '%s' could not be computed: %s"
              .formatted(
                  index,
                  Experiment.title(experiment),
                  cause.getMessage() == null ? cause.toString() : cause.getMessage()),
          cause);
      this.index = index;
    }

    /**
     * Which point.
     *
     * @return its index
     */
    public int index() {
      return index;
    }
  }
}
