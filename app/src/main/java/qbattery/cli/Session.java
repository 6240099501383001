package qbattery.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import qbattery.experiment.Ensemble;
import qbattery.experiment.Experiment;
import qbattery.experiment.Laboratory;
import qbattery.experiment.SampleSize;
import qbattery.experiment.Store;

/**
 * The laboratory of one command: watched, so that the user sees how ensembles go on; stoppable, so
 * that what was computed is kept; and set up when an ensemble is first needed, since most papers
 * have none and neither need a file nor want to wait for it.
 */
final class Session implements Laboratory {

  /** The status of a command that was interrupted, as shells have it. */
  static final int INTERRUPTED = 130;

  /** A command's work. */
  @FunctionalInterface
  interface Work {
    int in(Session session) throws Exception;
  }

  /** A laboratory that is set up. */
  private record Place(Store store, Laboratory laboratory) {}

  private final StatusLine line;
  private final Equipment equipment;
  private final EnsembleProgress ensembles;
  private final Interruption interruption;
  private Optional<Place> place = Optional.empty();
  private volatile Optional<Progress> latest = Optional.empty();
  private volatile Optional<String> kept = Optional.empty();

  Session(StatusLine line, Equipment equipment) {
    this.line = line;
    this.equipment = equipment;
    this.ensembles = new EnsembleProgress(line, System::nanoTime);
    this.interruption = new Interruption(line::hush, this::farewell);
  }

  /**
   * Does the work of a command.
   *
   * @return the exit status
   */
  int carryOut(Work work) throws Exception {
    interruption.listen();
    try {
      int status = work.in(this);
      close();
      return status;
    } catch (StoppedException e) {
      farewell();
      return INTERRUPTED;
    } catch (Exception e) {
      if (interruption.requested()) {
        return INTERRUPTED; // whatever failed, failed because the program is ending
      }
      close();
      throw e;
    } finally {
      interruption.close();
    }
  }

  /** How far a command with so many pieces of work is. */
  Progress progress(int pieces) {
    Progress progress = new Progress(line, ensembles, pieces, System::nanoTime);
    latest = Optional.of(progress);
    return progress;
  }

  /** How far the present piece of work is, and how long all may take. */
  Optional<String> news() {
    return latest.flatMap(Progress::news);
  }

  @Override
  public Ensemble exactly(Experiment experiment, int count) {
    return watched(laboratory -> laboratory.exactly(experiment, count));
  }

  @Override
  public Ensemble ensemble(Experiment experiment, int published, List<Integer> asked) {
    return watched(laboratory -> laboratory.ensemble(experiment, published, asked));
  }

  @Override
  public SampleSize extent() {
    return equipment.extent();
  }

  @Override
  public Duration longest() {
    return equipment.longest();
  }

  private Ensemble watched(Function<Laboratory, Ensemble> work) {
    return interruption.stoppable(
        () -> {
          try {
            ensembles.begin();
            Ensemble ensemble = work.apply(place().laboratory);
            ensembles.end();
            return ensemble;
          } catch (StoppedException e) {
            kept = Optional.ofNullable(e.getMessage());
            throw e;
          }
        });
  }

  private synchronized Place place() {
    if (place.isEmpty()) {
      try {
        Store store = equipment.store(notice -> line.lasting("qb: " + notice));
        place = Optional.of(new Place(store, equipment.laboratory(store, ensembles)));
      } catch (IOException e) {
        throw new UncheckedIOException(e.getMessage(), e);
      }
    }
    return place.get();
  }

  private synchronized void close() throws IOException {
    Optional<Place> used = place;
    place = Optional.empty();
    if (used.isPresent()) {
      used.get().store.close();
    }
  }

  /** Closes the store, in which nobody computes any more, and says what is kept. */
  private synchronized void farewell() {
    String news = kept.map(k -> k + " Give the same command to go on.").orElse("Stopped.");
    if (kept.isEmpty() && place.isPresent()) {
      news +=
          " Finished rows are kept in %s; the same command goes on from there."
              .formatted(place.get().store.place());
    }
    try {
      close();
    } catch (IOException e) {
      news = "Stopped. " + e.getMessage();
    }
    line.last("qb: " + news);
  }
}
