package qbattery.cli;

import java.util.concurrent.Callable;
import qbattery.experiment.Laboratory.StoppedException;

/**
 * Says what is being done and how long it took.
 *
 * <p>On a terminal the present piece of work is shown on a line that is written over; elsewhere
 * only finished lines are printed.
 */
final class Progress {

  private final StatusLine line;
  private final EnsembleProgress ensembles;
  private final int total;
  private final long start = System.nanoTime();
  private int begun;

  Progress(StatusLine line, EnsembleProgress ensembles, int total) {
    this.line = line;
    this.ensembles = ensembles;
    this.total = total;
  }

  /** A piece of work that gets a line of its own when it is finished. */
  <T> T lasting(String name, String title, Callable<T> work) throws Exception {
    long from = System.nanoTime();
    String what = name + ": " + title;
    T result = during(name, what, work);
    line.lasting("[%d/%d] %s (%s)".formatted(begun, total, what, seconds(from)));
    return result;
  }

  /** A piece of work that is only shown while it lasts. */
  <T> T passing(String name, Callable<T> work) throws Exception {
    return during(name, name, work);
  }

  private <T> T during(String name, String what, Callable<T> work) throws Exception {
    begun++;
    line.show("[%d/%d] %s ...".formatted(begun, total, what));
    ensembles.of(name);
    try {
      T result = work.call();
      ensembles.done();
      return result;
    } catch (StoppedException e) {
      throw e; // no failure, and told by whoever stopped it
    } catch (Exception e) {
      line.lasting("[%d/%d] %s failed".formatted(begun, total, what));
      throw e;
    }
  }

  /** Says that all is done. */
  void done(String verb) {
    line.lasting("%d %s (%s)".formatted(total, verb, seconds(start)));
  }

  private static String seconds(long from) {
    return "%.1f s".formatted((System.nanoTime() - from) / 1e9);
  }
}
