package qbattery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import qbattery.experiment.BuildFingerprint;
import qbattery.experiment.Experiment;
import qbattery.experiment.Store;
import qbattery.report.Numbers;
import qbattery.study.Study;

/** Tells what a run would take without running it; one point is computed to estimate the time. */
final class DryRun {

  /** One point is given so long. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

  /** So many points are looked for in the store; each takes part of a millisecond. */
  private static final int LOOKED_FOR = 2000;

  /** Points are computed again until the machine is warm. */
  private static final long WARM = TimeUnit.SECONDS.toNanos(1);

  private final Study study;
  private final PrintWriter out;

  DryRun(Study study, PrintWriter out) {
    this.study = study;
    this.out = out;
  }

  int report(Equipment equipment) throws IOException {
    out.println("battery: " + study.reading().file().name());
    study.plan().forEach(line -> out.println("state: " + line));
    out.flush(); // what follows may take long, or more memory than there is
    int places = study.places().size();
    List<Experiment> experiments = study.experiments();
    out.println(
        "points: %d (%s)"
            .formatted(
                (long) experiments.size() * study.rows(),
                study.reading().isRandom()
                    ? "%d places, %d realisations each".formatted(places, study.rows())
                    : places == 1 ? "nothing is swept" : places + " places of the sweep"));
    out.println("columns: %d numbers a point".formatted(experiments.get(0).columns().size()));
    long all = (long) experiments.size() * study.rows();
    long found = found(equipment, experiments);
    out.println(
        "in the store: %d points%s"
            .formatted(found, all > LOOKED_FOR ? " of the first %d".formatted(LOOKED_FOR) : ""));
    out.flush();
    long missing = Math.max(0, all - found);
    time(missing, equipment.threads());
    return 0;
  }

  private long found(Equipment equipment, List<Experiment> experiments) throws IOException {
    if (!Files.exists(equipment.file())) {
      return 0;
    }
    long found = 0;
    int left = LOOKED_FOR;
    try (Store store = equipment.store(notice -> {})) {
      BuildFingerprint program = BuildFingerprint.running();
      for (Experiment experiment : experiments) {
        int rows = Math.min(left, study.rows());
        found += rows == 0 ? 0 : store.holds(experiment, program, rows);
        left -= rows;
      }
    }
    return found;
  }

  private void time(long missing, int threads) {
    List<OutOfMemoryError> exhausted = Collections.synchronizedList(new ArrayList<>());
    List<RuntimeException> failures = Collections.synchronizedList(new ArrayList<>());
    AtomicLong least = new AtomicLong(Long.MAX_VALUE);
    long begun = System.nanoTime();
    Thread worker =
        new Thread(
            () -> {
              try {
                // The first points are slow while the machine warms up: the quickest is told.
                for (int k = 0; k == 0 || System.nanoTime() - begun < WARM; k++) {
                  long from = System.nanoTime();
                  study.sampleRow(k);
                  least.accumulateAndGet(System.nanoTime() - from, Math::min);
                }
              } catch (RuntimeException e) {
                failures.add(e);
              } catch (OutOfMemoryError e) {
                exhausted.add(e);
              }
            },
            "one point");
    worker.setDaemon(true);
    worker.start();
    try {
      TimeUnit.NANOSECONDS.timedJoin(worker, PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    if (!exhausted.isEmpty()) {
      throw exhausted.get(0);
    }
    boolean done = least.get() < Long.MAX_VALUE;
    Optional<String> far =
        done ? Optional.empty() : study.headway().slowest().map(RunCommand::news);
    double seconds = (done ? least.get() : System.nanoTime() - begun) / 1e9;
    double all = seconds * Math.ceil(missing / (double) Math.min(threads, Math.max(1, missing)));
    String more = done ? "about " : "more than ";
    out.println(
        "time: %s%s a point (the quickest of those computed now); for %s on %d threads %s%s"
            .formatted(
                more,
                duration(seconds),
                missing == 1 ? "1 missing point" : missing + " missing points",
                threads,
                more,
                duration(missing == 0 ? 0 : all)));
    if (!done) {
      out.println(
          "No point was finished; it was given up after %s s%s."
              .formatted(Numbers.brief(PATIENCE / 1e9), far.map(f -> ", where " + f).orElse("")));
    }
  }

  private static String duration(double seconds) {
    return seconds > 0 && seconds < 0.095
        ? "%s ms".formatted(Numbers.rounded(1e3 * seconds, 2))
        : EnsembleProgress.duration(seconds);
  }
}
