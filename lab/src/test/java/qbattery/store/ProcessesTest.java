package qbattery.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qbattery.experiment.Dice;
import qbattery.experiment.Extent;
import qbattery.experiment.LocalThreads;
import qbattery.experiment.Program;
import qbattery.experiment.Store;
import qbattery.experiment.StoreException;
import qbattery.experiment.Watcher;
import qbattery.experiment.Workbench;

/** Processes that are killed, and processes that meet. */
class ProcessesTest {

  private static final int POINTS = 150;

  /** What the store promises, and some for a machine that is busy. */
  private static final long PROMISED_MS = 500;

  private static final long SLACK_MS = 500;

  @TempDir Path folder;

  private Path store() {
    return folder.resolve("rows.db");
  }

  private Path log() {
    return folder.resolve("log");
  }

  @Test
  void aKillLosesHalfASecondAtMost() throws Exception {
    Dice dice = new Dice("killed", 5, 20);
    for (int kill = 0; kill < 3; kill++) {
      int before = Child.finished(log());
      Process child = Child.start(store(), log(), dice, POINTS, 1 + kill % 2);
      Child.await(child, log(), before + 40);
      assertThat(child.isAlive()).isTrue();
      long killed = System.currentTimeMillis();
      child.destroyForcibly().waitFor();
      assertThatOldRowsAreThere(dice, killed - PROMISED_MS - SLACK_MS);
    }
    Process last = Child.start(store(), log(), dice, POINTS, 5);
    assertThat(last.waitFor()).isZero();
    try (SqliteStore store = open()) {
      Store.Shelf shelf = store.shelf(dice, Program.running());
      assertThat(shelf.trusted()).isTrue();
      for (int k = 0; k < POINTS; k++) {
        assertThat(shelf.row(k).orElseThrow()).containsExactly(dice.row(k));
      }
    }
  }

  private void assertThatOldRowsAreThere(Dice dice, long until) throws Exception {
    try (SqliteStore store = open()) {
      Store.Shelf shelf = store.shelf(dice, Program.running());
      int checked = 0;
      for (String line : Files.readAllLines(log())) {
        String[] words = line.split(" ");
        if (Long.parseLong(words[1]) < until) {
          assertThat(shelf.row(Integer.parseInt(words[0]))).as("point " + line).isPresent();
          checked++;
        }
      }
      assertThat(shelf.lowest()).hasValue(0);
      assertThat(checked).isLessThanOrEqualTo(Child.finished(log()));
    }
  }

  private static void unexpected(String notice) {
    throw new AssertionError(notice);
  }

  @Test
  void anExperimentIsComputedByOneProcessAtATime() throws Exception {
    Dice done = new Dice("done", 5, 0);
    Dice slow = new Dice("slow", 5, 50);
    assertThat(Child.start(store(), log(), done, 4, 2).waitFor()).isZero();
    Process child = Child.start(store(), log(), slow, 100_000, 1);
    Child.await(child, log(), 40); // the first of them are on the disk
    try (SqliteStore store = open()) {
      Workbench bench = bench(store);
      assertThat(bench.exactly(slow, 1).count()).isEqualTo(1); // reading need not wait
      assertThat(bench.exactly(done, 5).count()).isEqualTo(5); // nor does another experiment
      assertThatThrownBy(() -> bench.exactly(slow, 100_000))
          .hasRootCauseInstanceOf(StoreException.class)
          .hasMessageContaining(
              "another qb (process %d) is computing 'dice slow'".formatted(child.pid()));
      try (StoreKeeper keeper = StoreKeeper.open(store())) {
        assertThatThrownBy(() -> keeper.drop(1))
            .hasMessageContaining("another qb (process %d)".formatted(child.pid()));
      }
    }
    List<String> notices = new ArrayList<>();
    int there = Child.finished(log()) + 20;
    try (SqliteStore store =
        SqliteStore.open(
            store(),
            SqliteStore.WhenBusy.WAIT,
            notice -> {
              notices.add(notice);
              child.destroyForcibly();
            })) {
      assertThat(bench(store).exactly(slow, there).count()).isEqualTo(there);
    }
    assertThat(notices)
        .singleElement()
        .asString()
        .startsWith("Another qb (process %d) is computing 'dice slow'".formatted(child.pid()));
  }

  @Test
  void twoStoresOfOneProcessTakeTurnsToo() throws Exception {
    Dice dice = new Dice("turns", 5, 0);
    try (SqliteStore second = open();
        SqliteStore first = open()) {
      try (Store.Shelf shelf = first.shelf(dice, Program.running())) {
        shelf.claim();
        assertThatThrownBy(() -> bench(second).exactly(dice, 4))
            .hasMessageContaining("this very process");
      }
      assertThat(bench(second).exactly(dice, 4).count()).isEqualTo(4);
      assertThat(bench(first).exactly(dice, 5).count()).isEqualTo(5);
    }
  }

  /** Two that make a store at the same moment, again and again. */
  @Test
  void pairsThatStartTogetherBothCompute() throws Exception {
    int pairs = Integer.getInteger("qbattery.pairs", 12);
    for (int k = 0; k < pairs; k++) {
      Path file = folder.resolve("pair-" + k + ".db");
      Process one = Child.start(file, log(), new Dice("one", 5, 0), 3, 1);
      Process two = Child.start(file, log(), new Dice(k % 2 == 0 ? "two" : "one", 5, 0), 3, 1);
      assertThat(new int[] {one.waitFor(), two.waitFor()}).as("pair " + k).containsOnly(0);
    }
  }

  /** The same within one process, where starts are much closer together. */
  @Test
  void threadsThatOpenAndCloseAStoreTogetherAllDo() throws Exception {
    int pairs = Integer.getInteger("qbattery.pairs", 300);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int k = 0; k < pairs; k++) {
        Path file = folder.resolve("thread-" + k + ".db");
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<Integer>> found = new ArrayList<>();
        for (String name : List.of("one", "two")) {
          found.add(
              threads.submit(
                  () -> {
                    start.await();
                    try (SqliteStore store =
                        SqliteStore.open(file, SqliteStore.WhenBusy.WAIT, notice -> {})) {
                      return bench(store).exactly(new Dice(name, 5, 0), 2).count();
                    }
                  }));
        }
        for (Future<Integer> one : found) {
          assertThat(one.get()).as("pair " + k).isEqualTo(2);
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private SqliteStore open() throws IOException {
    return SqliteStore.open(store(), SqliteStore.WhenBusy.FAIL, ProcessesTest::unexpected);
  }

  private static Workbench bench(Store store) {
    return new Workbench(store, new LocalThreads(2), new Extent.Published(), Watcher.none());
  }
}
