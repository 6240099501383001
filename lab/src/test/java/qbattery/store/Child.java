package qbattery.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import qbattery.experiment.Dice;
import qbattery.experiment.Experiment;
import qbattery.experiment.Extent;
import qbattery.experiment.LocalThreads;
import qbattery.experiment.Watcher;
import qbattery.experiment.Workbench;

/** A process of its own that computes dice into a store, and logs which points it has finished. */
final class Child {

  private Child() {}

  /** Store, log, name of the dice, nap, number of points, threads. */
  public static void main(String[] args) throws IOException {
    Dice dice = new Dice(args[2], 5, Integer.parseInt(args[3]));
    Experiment logged = new Logged(dice, Path.of(args[1]));
    try (SqliteStore store =
        SqliteStore.open(Path.of(args[0]), SqliteStore.WhenBusy.WAIT, notice -> {})) {
      new Workbench(
              store,
              new LocalThreads(Integer.parseInt(args[5])),
              new Extent.Published(),
              Watcher.none())
          .exactly(logged, Integer.parseInt(args[4]));
    }
  }

  static Process start(Path store, Path log, Dice dice, int points, int threads)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            store.toString(),
            log.toString(),
            dice.name(),
            String.valueOf(dice.nap()),
            String.valueOf(points),
            String.valueOf(threads))
        .inheritIO()
        .start();
  }

  /** How many points the children of a log have finished. */
  static int finished(Path log) throws IOException {
    return Files.exists(log) ? Files.readAllLines(log).size() : 0;
  }

  /** Waits until some more points are finished. */
  static void await(Process child, Path log, int points) throws Exception {
    while (finished(log) < points && child.isAlive()) {
      Thread.sleep(10);
    }
  }

  private record Logged(Dice dice, Path log) implements Experiment {
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
      double[] row = dice.row(index);
      try {
        // One write, so that lines of several threads do not mix, and a kill leaves whole lines.
        Files.writeString(
            log,
            index + " " + System.currentTimeMillis() + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new IllegalStateException("The log cannot be written.", e);
      }
      return row;
    }
  }
}
