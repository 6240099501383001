package qbattery.study;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import qbattery.dynamics.Scan;

/** How far the points that are being computed are, for whoever waits; one for all threads. */
public final class Headway {

  /**
   * How far an evolution is.
   *
   * @param share the part of its time that is behind it, from 0 to 1
   * @param seconds how long it has taken so far
   */
  public record News(double share, double seconds) {

    /**
     * How long the rest takes if it goes on so.
     *
     * @return seconds; infinite if nothing is known yet
     */
    public double left() {
      return share > 0 ? seconds * (1 - share) / share : Double.POSITIVE_INFINITY;
    }
  }

  private record Under(double share, long begun) {}

  private final Map<Long, Under> threads = new ConcurrentHashMap<>();

  /**
   * The evolution that has longest to go.
   *
   * @return how far it is; nothing if none is under way
   */
  public Optional<News> slowest() {
    long now = System.nanoTime();
    return threads.values().stream()
        .map(u -> new News(u.share, (now - u.begun) / 1e9))
        .min((a, b) -> Double.compare(a.share(), b.share()));
  }

  /** An evolution begins in this thread. */
  void begin() {
    threads.put(Thread.currentThread().getId(), new Under(0, System.nanoTime()));
  }

  /** It has ended. */
  void end() {
    threads.remove(Thread.currentThread().getId());
  }

  /** Is told by an evolution in this thread how far it is. */
  Scan scan(double end) {
    long thread = Thread.currentThread().getId();
    long begun = System.nanoTime();
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
        threads.put(thread, new Under(end > 0 ? Math.min(1, to / end) : 1, begun));
      }
    };
  }
}
