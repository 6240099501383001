package qbattery.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import qbattery.experiment.Laboratory.StoppedException;

/**
 * Reports what is being done and how long it took.
 *
 * <p>On a terminal the present piece of work is shown on a line that is written over; elsewhere
 * only finished lines are printed.
 */
final class Progress {

  private final StatusLine line;
  private final EnsembleProgress ensembles;
  private final int total;
  private final LongSupplier nanoTime;
  private final long start;
  private String present = "";
  private long since;
  private int begun;
  private int ended;

  Progress(StatusLine line, EnsembleProgress ensembles, int total, LongSupplier nanoTime) {
    this.line = line;
    this.ensembles = ensembles;
    this.total = total;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /** A piece of work that gets a line of its own when it is finished. */
  <T> T lasting(String name, String title, Callable<T> work) throws Exception {
    long from = nanoTime.getAsLong();
    String what = name + ": " + title;
    T result = during(name, what, work);
    line.lasting("%s %s (%s)".formatted(number(), what, seconds(from)));
    return result;
  }

  /** A piece of work that is only shown while it lasts. */
  <T> T passing(String name, Callable<T> work) throws Exception {
    return during(name, name, work);
  }

  private <T> T during(String name, String what, Callable<T> work) throws Exception {
    begin(name);
    line.show("%s %s ...".formatted(number(), what));
    ensembles.of(name);
    try {
      T result = work.call();
      ensembles.done();
      end();
      return result;
    } catch (StoppedException e) {
      throw e; // no failure, and told by whoever stopped it
    } catch (Exception e) {
      line.lasting("%s %s failed".formatted(number(), what));
      throw e;
    }
  }

  private synchronized String number() {
    return "[%d/%d]".formatted(begun, total);
  }

  private synchronized void begin(String name) {
    begun++;
    present = name;
    since = nanoTime.getAsLong();
  }

  private synchronized void end() {
    ended++;
    present = "";
  }

  /**
   * What is being done, how far its ensemble is, and where some pieces are done how long the others
   * take if they take as long.
   */
  synchronized Optional<String> news() {
    Optional<String> rows = ensembles.news();
    if (present.isEmpty() || (total == 1 && rows.isEmpty())) {
      return Optional.empty();
    }
    String news = rows.orElse(present);
    if (total > 1) {
      news = "%d of %d, %s".formatted(begun, total, news);
    }
    if (ended > 0) {
      double each = (since - start) / 1e9 / ended;
      double left = each * (total - ended) - (nanoTime.getAsLong() - since) / 1e9;
      news +=
          left > 0
              ? "; about %s left if the others take as long as those before"
                  .formatted(EnsembleProgress.duration(left))
              : "; it takes longer than those before";
    }
    return Optional.of(news);
  }

  /** Says that all is done. */
  void done(String verb) {
    line.lasting("%d %s (%s)".formatted(total, verb, seconds(start)));
  }

  private String seconds(long from) {
    return "%.1f s".formatted((nanoTime.getAsLong() - from) / 1e9);
  }
}
