package qbattery.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/**
 * Says what is being done and how long it took.
 *
 * <p>On a terminal the present piece of work is shown on a line that is written over; elsewhere
 * only finished lines are printed.
 */
final class Progress {

  /** The launcher sets this where the error stream is a terminal. */
  private static final boolean ON_TERMINAL = Boolean.getBoolean("qbattery.terminal");

  /** Fits the narrowest usual terminal, so that the line never wraps. */
  private static final int WIDTH = 78;

  private final PrintWriter err;
  private final int total;
  private final long start = System.nanoTime();
  private int begun;

  Progress(PrintWriter err, int total) {
    this.err = err;
    this.total = total;
  }

  /** A piece of work that gets a line of its own when it is finished. */
  <T> T lasting(String what, Callable<T> work) throws Exception {
    long from = System.nanoTime();
    T result = passing(what, work);
    clear();
    err.println("[%d/%d] %s (%s)".formatted(begun, total, what, seconds(from)));
    return result;
  }

  /** A piece of work that is only shown while it lasts. */
  <T> T passing(String what, Callable<T> work) throws Exception {
    begun++;
    show("[%d/%d] %s ...".formatted(begun, total, what));
    try {
      return work.call();
    } catch (Exception e) {
      clear();
      err.println("[%d/%d] %s failed".formatted(begun, total, what));
      throw e;
    }
  }

  /** Says that all is done. */
  void done(String verb) {
    clear();
    err.println("%d %s (%s)".formatted(total, verb, seconds(start)));
  }

  private void show(String line) {
    if (ON_TERMINAL) {
      clear();
      err.print(line.length() > WIDTH ? line.substring(0, WIDTH) : line);
      err.flush();
    }
  }

  private void clear() {
    if (ON_TERMINAL) {
      err.print("\r" + " ".repeat(WIDTH) + "\r");
      err.flush();
    }
  }

  private static String seconds(long from) {
    return "%.1f s".formatted((System.nanoTime() - from) / 1e9);
  }
}
