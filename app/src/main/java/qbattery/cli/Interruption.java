package qbattery.cli;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import qbattery.experiment.Laboratory.StoppedException;

/**
 * The response to Ctrl-C and SIGTERM while a command computes: the ensemble is interrupted, its
 * finished rows are stored, and a message is printed.
 *
 * <p>The signal makes the virtual machine run its shutdown hooks, of which this is one, beside the
 * thread of the command, and then end with the status of the signal (130 or 143). The hook holds
 * that end up until the ensemble has been left. Nothing else has to be waited for: results appear
 * whole or not at all.
 */
final class Interruption {

  /** A row that is long in the making must not keep a user who wants to leave. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  private final Thread worker = Thread.currentThread();
  private final Thread hook;
  private final Runnable hush;
  private final Runnable farewell;
  private boolean busy;
  private boolean requested;

  /**
   * Prepares for a signal.
   *
   * @param hush what is done at once: whatever else would be said is of no interest now
   * @param farewell what is done last; it is called by the hook, when no ensemble is being computed
   *     or one would not end
   */
  Interruption(Runnable hush, Runnable farewell) {
    this.hush = hush;
    this.farewell = farewell;
    this.hook = new Thread(this::stop, "farewell");
  }

  /** Listens to signals until it is closed. */
  void listen() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Carries out what can be interrupted. */
  <T> T stoppable(Supplier<T> ensemble) {
    synchronized (this) {
      if (requested) {
        throw new StoppedException("The command was stopped.");
      }
      busy = true;
    }
    try {
      return ensemble.get();
    } finally {
      synchronized (this) {
        busy = false;
        notifyAll();
      }
    }
  }

  /** Whether the command shall end. */
  synchronized boolean requested() {
    return requested;
  }

  /** What the signal sets off. */
  void stop() {
    hush.run();
    awaitIdle();
    farewell.run();
  }

  private synchronized void awaitIdle() {
    requested = true;
    if (busy) {
      worker.interrupt();
    }
    long end = System.nanoTime() + PATIENCE;
    try {
      for (long left = PATIENCE; busy && left > 0; left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody does; the farewell is then said at once
    }
  }

  void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the program is ending, and the hook has run or is running
    }
  }
}
