package qbattery.study;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongSupplier;
import qbattery.dynamics.Scan;

/** The progress of the points that are being computed, shared by all threads. */
public final class Headway {

  /**
   * How far an evolution is.
   *
   * @param share the part of its time that is behind it, from 0 to 1
   * @param left how long the rest takes, in seconds, if it goes on as it has of late; infinite if
   *     nothing is known yet
   */
  public record News(double share, double left) {}

  private record Mark(double share, long clock) {}

  /**
   * How far an evolution was. What is quick at first may become slow, so its pace is that since the
   * older of two marks, which is a quarter to a half of its time so far old.
   */
  private record Under(long begun, Mark older, Mark newer, double share) {

    Under at(double now, long clock) {
      return clock - begun > 2 * (newer.clock - begun)
          ? new Under(begun, newer, new Mark(now, clock), now)
          : new Under(begun, older, newer, now);
    }

    News news(long clock) {
      double done = share - older.share;
      double seconds = (clock - older.clock) / 1e9;
      return new News(share, done > 0 ? seconds * (1 - share) / done : Double.POSITIVE_INFINITY);
    }
  }

  private final Map<Long, Under> threads = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;

  /** By the clock of the machine. */
  Headway() {
    this(System::nanoTime);
  }

  /** By a clock. */
  Headway(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * The evolution that has longest to go.
   *
   * @return how far it is; nothing if none is under way
   */
  public Optional<News> slowest() {
    long now = nanoTime.getAsLong();
    return threads.values().stream()
        .map(u -> u.news(now))
        .min(Comparator.comparingDouble(News::share));
  }

  /** An evolution begins in this thread. */
  void begin() {
    long now = nanoTime.getAsLong();
    Mark first = new Mark(0, now);
    threads.put(Thread.currentThread().getId(), new Under(now, first, first, 0));
  }

  /** It has ended. */
  void end() {
    threads.remove(Thread.currentThread().getId());
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
      public void look(double from, double to, DoubleUnaryOperator curve) {
        double share = end > 0 ? Math.min(1, to / end) : 1;
        threads.computeIfPresent(thread, (t, u) -> u.at(share, nanoTime.getAsLong()));
      }
    };
  }
}
