package qbattery.experiment;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Keeps computed rows, so that no point is computed twice. Used by one thread at a time. */
public interface Store extends AutoCloseable {

  /**
   * The rows of one experiment.
   *
   * @param experiment the experiment; its identity and columns are compared, no row is computed
   * @param program what is going to use and write rows
   * @return its shelf
   * @throws IOException if the store cannot be read
   */
  Shelf shelf(Experiment experiment, BuildFingerprint program) throws IOException;

  /**
   * What families hold of a point.
   *
   * @param point its identity, which {@link SharedPoints#point} tells
   * @param program what is going to use the rows
   * @return the rows, those written first first
   * @throws IOException if the store cannot be read
   */
  List<Shared> shared(String point, BuildFingerprint program) throws IOException;

  /**
   * How many points of a family are there, in its own rows or put together from those of others. No
   * row is computed, so whether the program would compute the same is not asked.
   *
   * @param experiment the family
   * @param program what is going to use the rows
   * @param count how many points are looked for, from 0
   * @return how many of them need not be computed
   * @throws IOException if the store cannot be read
   */
  default int holds(Experiment experiment, BuildFingerprint program, int count) throws IOException {
    Shelf shelf = shelf(experiment, program);
    int held = 0;
    for (int index = 0; index < count; index++) {
      if (shelf.row(index).isPresent()
          || (experiment instanceof SharedPoints family
              && holdsElsewhere(family, program, index))) {
        held++;
      }
    }
    return held;
  }

  private boolean holdsElsewhere(SharedPoints family, BuildFingerprint program, int index)
      throws IOException {
    Optional<String> point = family.point(index);
    if (point.isEmpty()) {
      return false;
    }
    Set<String> missing = new HashSet<>(family.keys());
    for (Shared shared : shared(point.get(), program)) {
      shared.keys().forEach(missing::remove);
    }
    return missing.isEmpty();
  }

  /**
   * A row of a point in some family.
   *
   * @param shelf the family's rows
   * @param index which of them it is
   * @param keys what each number is
   * @param row the numbers
   */
  record Shared(Shelf shelf, int index, List<String> keys, double[] row) {

    /** Copies the list and the numbers. */
    public Shared {
      keys = List.copyOf(keys);
      row = row.clone();
    }

    @Override
    public double[] row() {
      return row.clone();
    }
  }

  /**
   * Where the rows are, as words for a sentence.
   *
   * @return such as "the store 'rows.db'"
   */
  String place();

  /**
   * Writes down what was put in, and lets go of everything.
   *
   * @throws IOException if the store cannot be written
   */
  @Override
  void close() throws IOException;

  /** The rows of one experiment. Used by one thread at a time. */
  interface Shelf extends AutoCloseable {

    /**
     * Makes sure that nobody else computes rows of this experiment from now on until the shelf is
     * closed; other experiments may be computed meanwhile. To be called before computing; what the
     * shelf lacked before may be there afterwards. Whoever holds one shelf asks for no other, or
     * two could wait for each other.
     *
     * @throws IOException if somebody else does and shall not be waited for
     * @throws InterruptedException if the waiting is interrupted
     */
    void claim() throws IOException, InterruptedException;

    /**
     * Lets others compute. Everything else can still be asked of the shelf.
     *
     * @throws IOException if the store cannot be used
     */
    @Override
    void close() throws IOException;

    /**
     * A row.
     *
     * @param index the point
     * @return its row, bit for bit as it was put in, or nothing if it has not been computed
     * @throws IOException if the store cannot be read
     */
    Optional<double[]> row(int index) throws IOException;

    /**
     * The first row there is.
     *
     * @return the lowest index that has a row, or nothing if the shelf is empty
     * @throws IOException if the store cannot be read
     */
    OptionalInt lowest() throws IOException;

    /**
     * Keeps a row; it may be written down up to half a second later. A row that is there already
     * stays.
     *
     * @param index the point
     * @param row its row
     * @param point the point's identity, by which other families find it; nothing if they shall not
     * @throws IllegalStateException if the program is not trusted
     * @throws IOException if the store cannot be written, now or since the last call
     */
    void put(int index, double[] row, Optional<String> point) throws IOException;

    /**
     * Writes down what was put in.
     *
     * @throws IOException if the store cannot be written
     */
    void flush() throws IOException;

    /**
     * Whether the program has been shown to compute these rows, bit for bit.
     *
     * @return whether it has been vouched for by {@link #trust}
     * @throws IOException if the store cannot be read
     */
    boolean trusted() throws IOException;

    /**
     * Notes that the program computes these rows, bit for bit. An empty shelf may trust anybody.
     *
     * @throws IOException if the store cannot be written
     */
    void trust() throws IOException;

    /**
     * Which program wrote a row.
     *
     * @param index the point
     * @return the program in words, or nothing if there is no such row
     * @throws IOException if the store cannot be read
     */
    Optional<String> writer(int index) throws IOException;

    /**
     * Sets all rows aside: the shelf is empty afterwards and trusts nobody. The old rows stay in
     * the store, where this program does not find them any more.
     *
     * @throws IOException if the store cannot be written
     */
    void setAside() throws IOException;
  }
}
