package qbattery.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import qbattery.experiment.BuildFingerprint;
import qbattery.experiment.Laboratory;
import qbattery.experiment.LocalThreads;
import qbattery.experiment.ProgressListener;
import qbattery.experiment.SampleSize;
import qbattery.experiment.Store;
import qbattery.experiment.Workbench;
import qbattery.store.SqliteStore;

/**
 * The settings of a laboratory. To make this costs nothing; to set up opens a file.
 *
 * @param file the store
 * @param threads how many realisations are computed at once
 * @param extent how many are taken
 * @param longest how long an evolution may take
 * @param stale what is done about rows of a program that computes other numbers
 */
record Equipment(
    Path file, int threads, SampleSize extent, Duration longest, Workbench.Stale stale) {

  Store store(Consumer<String> notices) throws IOException {
    return SqliteStore.open(file, SqliteStore.WhenBusy.WAIT, notices);
  }

  Laboratory laboratory(Store store, ProgressListener watcher) {
    return new Workbench(
        store, new LocalThreads(threads), extent, watcher, stale, BuildFingerprint.running());
  }
}
