package qbattery.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import qbattery.experiment.BuildFingerprint;
import qbattery.experiment.Dice;
import qbattery.experiment.Experiment;
import qbattery.experiment.LocalThreads;
import qbattery.experiment.ProgressListener;
import qbattery.experiment.SampleSize;
import qbattery.experiment.Store;
import qbattery.experiment.Workbench;

/** A process of its own that computes dice into a store, and stops at a point if it is told to. */
final class Child {

  private Child() {}

  /** Store, name of the dice, number of points, threads, the first point that never ends. */
  public static void main(String[] args) throws IOException {
    Experiment dice = new Gated(new Dice(args[1], 5), Integer.parseInt(args[4]));
    try (SqliteStore store =
        SqliteStore.open(Path.of(args[0]), SqliteStore.WhenBusy.WAIT, notice -> {})) {
      new Workbench(
              store,
              new LocalThreads(Integer.parseInt(args[3])),
              new SampleSize.Published(),
              ProgressListener.none())
          .exactly(dice, Integer.parseInt(args[2]));
    }
  }

  /** A process that computes all points and ends. */
  static Process start(Path store, Dice dice, int points, int threads) throws IOException {
    return start(store, dice, points, threads, points);
  }

  /** A process that computes the points before the gate and then lives until it is killed. */
  static Process start(Path store, Dice dice, int points, int threads, int gate)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            store.toString(),
            dice.name(),
            String.valueOf(points),
            String.valueOf(threads),
            String.valueOf(gate))
        .inheritIO()
        .start();
  }

  /** Waits until the first points are in the store; a child that has ended adds no more. */
  static void await(Process child, SqliteStore store, Dice dice, int points) throws Exception {
    Store.Shelf shelf = store.shelf(dice, BuildFingerprint.running());
    for (int k = 0; k < points; k++) {
      while (shelf.row(k).isEmpty()) {
        if (!child.isAlive()) {
          throw new IllegalStateException("The child ended before it wrote point " + k + ".");
        }
        Thread.sleep(10);
      }
    }
  }

  private record Gated(Dice dice, int gate) implements Experiment {
    @Override
    public String identity() {
      return dice.identity();
    }

    @Override
    public List<String> columns() {
      return dice.columns();
    }

    @Override
    public double[] row(int index) {
      if (index >= gate) {
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          throw new IllegalStateException("The wait at the gate was interrupted.", e);
        }
      }
      return dice.row(index);
    }
  }
}
