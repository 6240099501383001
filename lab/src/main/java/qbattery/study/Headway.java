package qbattery.study;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import qbattery.dynamics.events.Scan;

/**
 * How far the points that are being computed are, for whoever waits; one for all threads. An
 * evolution that would take longer than anybody waits is stopped.
 */
public final class Headway {

  /** Nothing is stopped earlier: what is slow at first may become quick. */
  private static final double PATIENCE = 60;

  /** An evolution would take too long. */
  static final class TooLongException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    TooLongException(String message) {
      super(message);
    }
  }

  /**
   * How far an evolution is.
   *
   * @param share the part of its time that is behind it, from 0 to 1
   * @param left how long the rest takes, in seconds, if it goes on as it has of late; infinite if
   *     nothing is known yet
   * @param made the part of the exponentials that is made, from 0 to 1; 0 where none are needed.
   *     While the share is 0, the seconds that are left are those until all are made
   * @param settles the seconds that the search for steady states takes by their size, to a factor
   *     of three or so, if that is what is done; 0 if not, NaN before the size is known
   */
  public record News(double share, double left, double made, double settles) {
    News(double share, double left, double made) {
      this(share, left, made, 0);
    }
  }

  private record Mark(double share, long clock) {}

  /**
   * How far an evolution was. What is quick at first may become slow, so its pace is that since the
   * older of two marks, which is a quarter to a half of its time so far old.
   */
  private record Under(long begun, Mark older, Mark newer, double share, long steps, double made) {

    Under at(double now, long clock) {
      return clock - begun > 2 * (newer.clock - begun)
          ? new Under(begun, newer, new Mark(now, clock), now, steps + 1, made)
          : new Under(begun, older, newer, now, steps + 1, made);
    }

    Under making(double now) {
      return new Under(begun, older, newer, share, steps, now);
    }

    News news(long clock) {
      if (share == 0 && made > 0) {
        return new News(0, (clock - begun) / 1e9 * (1 - made) / made, made);
      }
      double done = share - older.share;
      double seconds = (clock - older.clock) / 1e9;
      return new News(
          share, done > 0 ? seconds * (1 - share) / done : Double.POSITIVE_INFINITY, made);
    }
  }

  /** Products that one core of 2.5 GHz makes in a second in such work. */
  private static final double PRODUCTS_A_SECOND = 2e9;

  /** Threads that look for steady states, and how many seconds that takes. */
  private final Map<Long, Double> settling = new ConcurrentHashMap<>();

  private final Map<Long, Under> threads = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;
  private final Duration most;

  /** By the clock of the machine. */
  Headway(Duration most) {
    this(System::nanoTime, most);
  }

  /**
   * By a clock.
   *
   * @param nanoTime the clock
   * @param most how long an evolution may take
   */
  Headway(LongSupplier nanoTime, Duration most) {
    this.nanoTime = nanoTime;
    this.most = most;
  }

  /** How long an evolution may take. */
  Duration most() {
    return most;
  }

  /**
   * The evolution that has longest to go.
   *
   * @return how far it is; nothing if none is under way
   */
  public Optional<News> slowest() {
    long now = nanoTime.getAsLong();
    return Stream.concat(
            settling.values().stream().map(s -> new News(0, s, 0, s)),
            threads.values().stream().map(u -> u.news(now)))
        .min(Comparator.comparingDouble(News::share));
  }

  /**
   * Steady states are looked for in this thread.
   *
   * @param products about how many products that takes; 0 if that is not known yet
   */
  void settle(double products) {
    settling.put(
        Thread.currentThread().getId(), products > 0 ? products / PRODUCTS_A_SECOND : Double.NaN);
  }

  /** They are found. */
  void settled() {
    settling.remove(Thread.currentThread().getId());
  }

  /** An evolution begins in this thread. */
  void begin() {
    long now = nanoTime.getAsLong();
    Mark first = new Mark(0, now);
    threads.put(Thread.currentThread().getId(), new Under(now, first, first, 0, 0, 0));
  }

  /** It has ended. */
  void end() {
    threads.remove(Thread.currentThread().getId());
  }

  private void requireSoon(News news, long steps, double now, double end) {
    if (news.left() > most.toSeconds()) {
      throw new TooLongException(
          "After %d steps the evolution is at the time %.4g of %.4g, and by its latest pace the rest would take %.0f days, about %.1g steps. Something moves very fast beside the time asked for: docs/running.md says under 'Fast motions and long times' what can be computed. Ask for an earlier last time, or leave out the fast part, such as a frequency that a rotating frame takes away; with --however-long it is gone on with."
              .formatted(
                  steps,
                  now,
                  end,
                  news.left() / Duration.ofDays(1).toSeconds(),
                  steps / Math.max(news.share(), Double.MIN_NORMAL)));
    }
  }

  /** Is told by an evolution in this thread how far it is. */
  Scan scan(double end) {
    long thread = Thread.currentThread().getId();
    return new Scan() {
      @Override
      public void mayJump() {
        // that is nothing to one who only looks at the clock
      }

      @Override
      public boolean isOpen() {
        return true;
      }

      @Override
      public boolean looksClosely() {
        return false;
      }

      @Override
      public void preparing(double share) {
        threads.computeIfPresent(thread, (t, u) -> u.making(share));
      }

      @Override
      public void look(double from, double to, DoubleUnaryOperator curve) {
        double share = end > 0 ? Math.min(1, to / end) : 1;
        long now = nanoTime.getAsLong();
        Under under = threads.computeIfPresent(thread, (t, u) -> u.at(share, now));
        if (under != null && now - under.begun > PATIENCE * 1e9) {
          requireSoon(under.news(now), under.steps, to, end);
        }
      }
    };
  }
}
