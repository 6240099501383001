package qbattery.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A laboratory of a store and a runner.
 *
 * <p>What comes out depends on the experiment and the extent alone: not on the runner, on what was
 * found in the store, or on how often the work was stopped and taken up again. Used by one thread
 * at a time. The store is closed by whoever opened it.
 */
public final class Workbench implements Laboratory {

  /** What is done about rows of a program that computes other numbers. */
  public enum Stale {
    /** Nothing is computed; a sentence says whose rows these are. */
    REFUSE,
    /** They are set aside, and all rows are computed afresh. */
    SET_ASIDE
  }

  private static final int FIRST_LOOK = 16;
  private static final int LAST_LOOK = 65_536;
  private static final int FEWEST = 8;

  private final Store store;
  private final Runner runner;
  private final SampleSize extent;
  private final ProgressListener watcher;
  private final Stale stale;
  private final BuildFingerprint program;

  /**
   * A laboratory of the running program that refuses rows of a program that computes differently.
   *
   * @param store keeps the rows
   * @param runner computes them
   * @param extent how many realisations are taken
   * @param watcher is told how it goes on
   */
  public Workbench(Store store, Runner runner, SampleSize extent, ProgressListener watcher) {
    this(store, runner, extent, watcher, Stale.REFUSE, BuildFingerprint.running());
  }

  /**
   * A laboratory.
   *
   * @param store keeps the rows
   * @param runner computes them
   * @param extent how many realisations are taken
   * @param watcher is told how it goes on
   * @param stale what is done about rows of a program that computes differently
   * @param program what computes
   */
  public Workbench(
      Store store,
      Runner runner,
      SampleSize extent,
      ProgressListener watcher,
      Stale stale,
      BuildFingerprint program) {
    this.store = store;
    this.runner = runner;
    this.extent = extent;
    this.watcher = watcher;
    this.stale = stale;
    this.program = program;
  }

  /**
   * A laboratory that keeps nothing, takes as many realisations as were published and uses all
   * processors.
   *
   * @return the laboratory
   */
  public static Workbench inMemory() {
    return new Workbench(
        new MemoryStore(),
        LocalThreads.allProcessors(),
        new SampleSize.Published(),
        ProgressListener.none(),
        Stale.REFUSE,
        BuildFingerprint.running());
  }

  @Override
  public SampleSize extent() {
    return extent;
  }

  @Override
  public Ensemble exactly(Experiment experiment, int count) {
    requirePositive(count);
    return gather(experiment, List.of(), work -> counted(work, experiment, count, count));
  }

  /**
   * {@inheritDoc}
   *
   * <p>With a target error it looks at 16, 24, 32, 48, 64, 96, ... rows and stops at the first look
   * where each column that is asked for is within the target; at 65,536 rows, or where a mean does
   * not exist, it stops without. Where no column is asked for, a target says nothing, and as many
   * rows as published are taken.
   */
  @Override
  public Ensemble ensemble(Experiment experiment, int published, List<Integer> asked) {
    requirePositive(published);
    int width = experiment.columns().size();
    for (int column : asked) {
      if (column < 0 || column >= width) {
        throw new IllegalArgumentException(
            "The mean of column %d is asked for, but '%s' has the columns 0 to %d."
                .formatted(column, Experiment.title(experiment), width - 1));
      }
    }
    return gather(
        experiment,
        asked,
        work -> {
          if (extent instanceof SampleSize.TargetError target && !asked.isEmpty()) {
            return toTarget(work, experiment, published, target.standardError());
          }
          int count =
              extent instanceof SampleSize.Quick
                  ? Math.min(published, Math.max(FEWEST, (published + 9) / 10))
                  : published;
          return counted(work, experiment, count, published);
        });
  }

  private interface Work {
    Ensemble with(EnsembleCollector gathering) throws IOException, InterruptedException;
  }

  private Ensemble gather(Experiment experiment, List<Integer> asked, Work work) {
    EnsembleCollector gathering =
        new EnsembleCollector(
            store, runner, new EnsembleCollector.Task(experiment, asked, program, stale), watcher);
    try {
      Ensemble ensemble = work.with(gathering);
      gathering.complete();
      return ensemble;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException(
          "Stopped. %d rows of '%s' are kept in %s; when they are asked for again, the work goes on from there."
              .formatted(gathering.done(), Experiment.title(experiment), store.place()));
    }
  }

  private static Ensemble counted(
      EnsembleCollector gathering, Experiment experiment, int count, int published)
      throws IOException, InterruptedException {
    gathering.upTo(count);
    return new Ensemble(experiment, gathering.rows(), published);
  }

  private static Ensemble toTarget(
      EnsembleCollector gathering, Experiment experiment, int published, double target)
      throws IOException, InterruptedException {
    int look = FIRST_LOOK;
    while (true) {
      gathering.upTo(look);
      double error = gathering.standardError();
      boolean met = error <= target;
      if (met || look >= LAST_LOOK || Double.isNaN(error)) {
        Ensemble.Stop stop =
            met ? new Ensemble.TargetMet(target, error) : new Ensemble.TargetMissed(target, error);
        return new Ensemble(experiment, gathering.rows(), published, stop);
      }
      // 16, 24, 32, 48, ...: a power of two, then halfway to the next.
      look = Integer.bitCount(look) == 1 ? look / 2 * 3 : look / 3 * 4;
    }
  }

  private static void requirePositive(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "An ensemble has 1 realisation or more, not %d.".formatted(count));
    }
  }
}
