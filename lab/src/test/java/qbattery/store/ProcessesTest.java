package qbattery.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qbattery.experiment.BuildFingerprint;
import qbattery.experiment.Dice;
import qbattery.experiment.LocalThreads;
import qbattery.experiment.ProgressListener;
import qbattery.experiment.SampleSize;
import qbattery.experiment.Store;
import qbattery.experiment.StoreException;
import qbattery.experiment.Workbench;

/** Processes that are killed, and processes that meet. */
class ProcessesTest {

  private static final int POINTS = 150;

  @TempDir Path folder;

  private Path store() {
    return folder.resolve("rows.db");
  }

  /** The children are killed while they compute: no row waits for a store to be closed. */
  @Test
  void aKillLosesNoRowThatOthersSaw() throws Exception {
    Dice dice = new Dice("killed", 5);
    for (int kill = 1; kill <= 3; kill++) {
      int gate = 40 * kill;
      Process child = Child.start(store(), dice, POINTS, 1 + kill % 2, gate);
      try (SqliteStore store = open()) {
        Child.await(child, store, dice, gate);
      } finally {
        child.destroyForcibly().waitFor();
      }
      assertThatRowsAreThere(dice, gate);
    }
    assertThat(Child.start(store(), dice, POINTS, 5).waitFor()).isZero();
    assertThatRowsAreThere(dice, POINTS);
  }

  private void assertThatRowsAreThere(Dice dice, int points) throws Exception {
    try (SqliteStore store = open()) {
      Store.Shelf shelf = store.shelf(dice, BuildFingerprint.running());
      assertThat(shelf.trusted()).isTrue();
      for (int k = 0; k < points; k++) {
        assertThat(shelf.row(k).orElseThrow()).containsExactly(dice.row(k));
      }
    }
  }

  private static void unexpected(String notice) {
    throw new AssertionError(notice);
  }

  @Test
  void anExperimentIsComputedByOneProcessAtATime() throws Exception {
    Dice done = new Dice("done", 5);
    Dice slow = new Dice("slow", 5);
    assertThat(Child.start(store(), done, 4, 2).waitFor()).isZero();
    Process child = Child.start(store(), slow, 100_000, 1, 40);
    try (SqliteStore store = open()) {
      Child.await(child, store, slow, 40);
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
    try (SqliteStore store =
        SqliteStore.open(
            store(),
            SqliteStore.WhenBusy.WAIT,
            notice -> {
              notices.add(notice);
              child.destroyForcibly();
            })) {
      assertThat(bench(store).exactly(slow, 60).count()).isEqualTo(60);
    }
    assertThat(notices)
        .singleElement()
        .asString()
        .startsWith("Another qb (process %d) is computing 'dice slow'".formatted(child.pid()));
  }

  @Test
  void twoStoresOfOneProcessTakeTurnsToo() throws Exception {
    Dice dice = new Dice("turns", 5);
    try (SqliteStore second = open();
        SqliteStore first = open()) {
      try (Store.Shelf shelf = first.shelf(dice, BuildFingerprint.running())) {
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
      Process one = Child.start(file, new Dice("one", 5), 3, 1);
      Process two = Child.start(file, new Dice(k % 2 == 0 ? "two" : "one", 5), 3, 1);
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
                      return bench(store).exactly(new Dice(name, 5), 2).count();
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
    return new Workbench(
        store, new LocalThreads(2), new SampleSize.Published(), ProgressListener.none());
  }
}
