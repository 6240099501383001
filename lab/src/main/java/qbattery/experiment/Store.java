package qbattery.experiment;

import java.io.IOException;
import java.util.Optional;

/** Keeps rows, so that no point is computed twice. */
public interface Store extends AutoCloseable {

  /**
   * The rows of one experiment.
   *
   * @param experiment the experiment; its identity and columns are compared, no row is computed
   * @return its shelf
   * @throws IOException if the store cannot be read
   */
  Shelf shelf(Experiment experiment) throws IOException;

  @Override
  void close() throws IOException;

  /** The rows of one experiment. Used by one thread at a time. */
  interface Shelf {

    /**
     * A row.
     *
     * @param index the point
     * @return its row, bit for bit as it was put in, or nothing if it has not been computed
     * @throws IOException if the store cannot be read
     */
    Optional<double[]> row(int index) throws IOException;

    /**
     * Keeps a row; it may be written down up to half a second later.
     *
     * @param index the point
     * @param row its row
     * @throws IOException if the store cannot be written
     */
    void put(int index, double[] row) throws IOException;

    /**
     * Writes down what was put in.
     *
     * @throws IOException if the store cannot be written
     */
    void flush() throws IOException;

    /**
     * Whether a program has been shown to compute these rows, bit for bit.
     *
     * @param program which program, as text
     * @return whether it has written some itself or has been vouched for
     * @throws IOException if the store cannot be read
     */
    boolean trusts(String program) throws IOException;

    /**
     * Notes that a program computes these rows, bit for bit.
     *
     * @param program which program, as text
     * @throws IOException if the store cannot be written
     */
    void trust(String program) throws IOException;
  }
}
