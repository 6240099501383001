package qbattery.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Computes points on a fixed number of threads of this machine.
 *
 * <p>Points are begun in the order of their index. Rows go to the sink on the thread that called,
 * so that keeping them never holds up the computing. The threads live as long as one call: when it
 * returns or throws they have ended, except that after an interruption a thread deep in a point
 * ends with that point, whose row is dropped.
 *
 * @param threads how many points are computed at once
 */
public record LocalThreads(int threads) implements Runner {

  /** How long an interrupted call waits for points that can be interrupted themselves. */
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(100);

  /** What a thread hands over. */
  private sealed interface News {}

  private record Finished(int index, double[] row) implements News {}

  private record Failed(int index, Throwable why) implements News {}

  /** A thread has nothing more to do. */
  private record Ended() implements News {}

  /**
   * Checks the number of threads.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public LocalThreads {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "Points are computed on 1 thread or more, not on %d.".formatted(threads));
    }
  }

  /**
   * As many threads as Java sees processors.
   *
   * @return the runner
   */
  public static LocalThreads allProcessors() {
    return new LocalThreads(Runtime.getRuntime().availableProcessors());
  }

  @Override
  public void run(Experiment experiment, int[] indices, RowSink sink) throws InterruptedException {
    int[] order = indices.clone();
    Arrays.sort(order);
    AtomicInteger next = new AtomicInteger();
    BlockingQueue<News> news = new LinkedBlockingQueue<>();
    List<Thread> workers = new ArrayList<>();
    for (int k = 0; k < Math.min(threads, order.length); k++) {
      Thread worker =
          new Thread(() -> work(experiment, order, next, news), "qbattery point " + (k + 1));
      worker.setDaemon(true); // a program that ends does not wait for points
      workers.add(worker);
    }
    workers.forEach(Thread::start);
    boolean done = false;
    try {
      handOver(experiment, workers.size(), news, sink);
      done = true;
    } catch (InterruptedException e) {
      // Before the threads are interrupted: what a point returns after that is not waited for.
      stop(next, order.length);
      for (News one = news.poll(); one != null; one = news.poll()) {
        if (one instanceof Finished finished) { // its work shall not be lost
          sink.accept(finished.index, finished.row);
        }
      }
      throw e;
    } finally {
      stop(next, order.length);
      if (!done) {
        workers.forEach(Thread::interrupt);
      }
      await(workers);
    }
  }

  private static void work(
      Experiment experiment, int[] order, AtomicInteger next, BlockingQueue<News> news) {
    for (int k = next.getAndIncrement(); k < order.length; k = next.getAndIncrement()) {
      try {
        news.add(new Finished(order[k], experiment.row(order[k])));
      } catch (Throwable why) { // errors too: they are thrown again where somebody hears of them
        // Begun points are finished: they have lower indices, and one of them may fail as well.
        stop(next, order.length);
        news.add(new Failed(order[k], why));
      }
    }
    news.add(new Ended());
  }

  /** No further point is begun. Far from the largest integer, so that counting on is harmless. */
  private static void stop(AtomicInteger next, int length) {
    next.accumulateAndGet(length, Math::max);
  }

  private static void handOver(
      Experiment experiment, int workers, BlockingQueue<News> news, RowSink sink)
      throws InterruptedException {
    List<Failed> failures = new ArrayList<>();
    int working = workers;
    while (working > 0) {
      News one = news.take();
      if (one instanceof Finished finished) {
        sink.accept(finished.index, finished.row);
      } else if (one instanceof Failed failed) {
        failures.add(failed);
      } else {
        working--;
      }
    }
    failures.sort((a, b) -> Integer.compare(a.index, b.index));
    for (Failed first : failures) {
      if (first.why instanceof Error error) {
        throw error;
      }
      throw new PointFailedException(experiment, first.index, first.why);
    }
  }

  /** Waits for the threads, but not long; an interruption is not forgotten. */
  private static void await(List<Thread> workers) {
    long end = System.nanoTime() + PATIENCE;
    boolean interrupted = Thread.interrupted();
    for (Thread worker : workers) {
      try {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        worker.join(Math.max(1, left));
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
