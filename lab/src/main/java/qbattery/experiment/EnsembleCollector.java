package qbattery.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Assembles one ensemble from stored and computed rows. */
final class EnsembleCollector {

  /** What is gathered, and by whom. */
  record Task(
      Experiment experiment,
      List<Integer> asked,
      BuildFingerprint program,
      Workbench.Stale stale) {}

  /** Between two reports to the watcher. */
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(300);

  private final Store store;
  private final Runner runner;
  private final Task task;
  private final ProgressListener watcher;
  private final int width;
  private final Map<Integer, double[]> rows = new HashMap<>();
  private final Spread spread;
  private int found;
  private int wanted;
  private long reported = System.nanoTime() - PAUSE;

  EnsembleCollector(Store store, Runner runner, Task task, ProgressListener watcher) {
    this.store = store;
    this.runner = runner;
    this.task = task;
    this.watcher = watcher;
    this.width = task.experiment.columns().size();
    this.spread = new Spread(task.asked);
  }

  /** Has the rows 0 to count - 1, and no others, afterwards. */
  void upTo(int count) throws IOException, InterruptedException {
    wanted = count;
    try (Store.Shelf shelf = store.shelf(task.experiment, task.program)) {
      admit(shelf);
      take(shelf);
      if (rows.size() == wanted) {
        return;
      }
      shelf.claim();
      // Whoever had it before may have left rows, or set some aside: look again.
      admit(shelf);
      take(shelf);
      if (!shelf.trusted()) {
        shelf.trust(); // it is empty
      }
      compute(shelf, borrow(shelf));
    }
  }

  /** Rows there are. */
  int done() {
    return rows.size();
  }

  /** All rows in the order of their index. */
  List<double[]> rows() {
    return IntStream.range(0, wanted).mapToObj(this::row).toList();
  }

  private double[] row(int index) {
    return Objects.requireNonNull(rows.get(index));
  }

  /** The largest standard error over the rows that are there without a gap. */
  double standardError() {
    while (rows.containsKey(spread.count())) {
      spread.add(row(spread.count()));
    }
    return spread.largestError();
  }

  /** Tells the watcher that no more rows are wanted. */
  void complete() {
    tell();
  }

  private void take(Store.Shelf shelf) throws IOException {
    if (shelf.lowest().isEmpty()) {
      return;
    }
    for (int k = 0; k < wanted; k++) {
      if (!rows.containsKey(k)) {
        Optional<double[]> stored = shelf.row(k).filter(this::isKept);
        if (stored.isPresent()) {
          rows.put(k, stored.get());
          found++;
        }
        report();
      }
    }
  }

  /**
   * Takes what other families hold of missing points; what they hold of a point in part is left.
   */
  private Map<Integer, PartialRow> borrow(Store.Shelf shelf)
      throws IOException, InterruptedException {
    if (!(task.experiment instanceof SharedPoints family)) {
      return Map.of();
    }
    OtherFamilies others = new OtherFamilies(store, runner, family, task.program, task.stale);
    Map<Integer, PartialRow> parts = new HashMap<>();
    List<Integer> taken = new ArrayList<>();
    for (int index : missing()) {
      PartialRow known = others.known(index);
      if (known.isWhole()) {
        rows.put(index, known.numbers());
        taken.add(index);
        found++;
        report();
      } else if (!known.known().isEmpty()) {
        parts.put(index, known);
      }
    }
    for (int index : taken) { // at the end: a store writes what is put in before it is asked again
      shelf.put(index, row(index), family.point(index));
    }
    return parts;
  }

  private int[] missing() {
    return IntStream.range(0, wanted).filter(k -> !rows.containsKey(k)).toArray();
  }

  private void compute(Store.Shelf shelf, Map<Integer, PartialRow> parts)
      throws IOException, InterruptedException {
    int[] missing = missing();
    if (missing.length == 0) {
      shelf.flush();
      return;
    }
    report();
    try {
      runner.run(
          Completing.of(task.experiment, parts),
          missing,
          (index, row) -> {
            check(index, row);
            try {
              if (isKept(row)) {
                shelf.put(index, row, point(index, row));
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e.getMessage(), e);
            }
            rows.put(index, row);
            report();
          });
    } catch (UncheckedIOException e) {
      throw e.getCause(); // from the sink above
    } finally {
      shelf.flush();
    }
  }

  /** By what other families find a row. */
  private Optional<String> point(int index, double[] row) {
    return task.experiment instanceof SharedPoints family && family.isOfUse(row)
        ? family.point(index)
        : Optional.empty();
  }

  private void check(int index, double[] row) {
    if (row.length != width) {
      throw new IllegalStateException(
          "Row %d of '%s' has %d numbers, but there are %d columns."
              .formatted(index, Experiment.title(task.experiment), row.length, width));
    }
  }

  private boolean isKept(double[] row) {
    return !(task.experiment instanceof SharedPoints family) || family.isKept(row);
  }

  /** Lets no row pass that this program would not compute itself. */
  private void admit(Store.Shelf shelf) throws IOException, InterruptedException {
    OptionalInt lowest = shelf.lowest();
    if (lowest.isEmpty() || shelf.trusted()) {
      return;
    }
    int index = lowest.getAsInt();
    double[] stored = shelf.row(index).orElseThrow();
    double[][] fresh = new double[1][];
    runner.run(task.experiment, new int[] {index}, (k, row) -> fresh[0] = row);
    if (sameBits(stored, fresh[0])) {
      shelf.trust();
    } else if (task.stale == Workbench.Stale.SET_ASIDE) {
      shelf.claim();
      shelf.setAside();
    } else {
      throw otherNumbers(task.experiment, store, shelf.writer(index), task.program, index);
    }
  }

  static StoreException otherNumbers(
      Experiment experiment,
      Store store,
      Optional<String> writer,
      BuildFingerprint program,
      int index) {
    return new StoreException(
        ("Rows of '%s' in %s were written by %s; this program, %s, computes other numbers for point %d,"
                + " and rows of the two are not mixed. Use another store, or have the old rows set aside (--recompute).")
            .formatted(
                Experiment.title(experiment),
                store.place(),
                writer.orElse("an unknown program"),
                program.inWords(),
                index));
  }

  /** Unlike Arrays.equals, this tells one NaN from another. */
  static boolean sameBits(double[] a, double[] b) {
    return Arrays.equals(bits(a), bits(b));
  }

  private static long[] bits(double[] row) {
    return Arrays.stream(row).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  private void report() {
    if (System.nanoTime() - reported >= PAUSE) {
      tell();
    }
  }

  private void tell() {
    reported = System.nanoTime();
    watcher.advanced(
        new ProgressListener.Advance(task.experiment, rows.size(), wanted, found, standardError()));
  }
}
