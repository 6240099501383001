package qbattery.cli;

import java.util.Optional;
import java.util.function.LongSupplier;
import qbattery.experiment.ProgressListener;

/**
 * Reports the progress of the ensembles of a figure or claim: continuously on a terminal, elsewhere
 * in a line from time to time, with a final line at the end.
 */
final class EnsembleProgress implements ProgressListener {

  /** Where lines cannot be written over, one comes at most this often. */
  private static final double SECONDS_BETWEEN_LINES = 10;

  private final StatusLine line;
  private final LongSupplier nanoTime;

  private String name = "";
  private long begun;
  private long told;
  private Optional<Advance> latest = Optional.empty();
  private int ensembles;
  private long computed;
  private long found;
  private double seconds;

  EnsembleProgress(StatusLine line, LongSupplier nanoTime) {
    this.line = line;
    this.nanoTime = nanoTime;
    this.told = nanoTime.getAsLong();
  }

  /** The next ensembles are those of this figure or claim. */
  synchronized void of(String figureOrClaim) {
    name = figureOrClaim;
    told = nanoTime.getAsLong();
    latest = Optional.empty();
    ensembles = 0;
    computed = 0;
    found = 0;
    seconds = 0;
  }

  /** An ensemble begins. */
  synchronized void begin() {
    begun = nanoTime.getAsLong();
    latest = Optional.empty();
  }

  @Override
  public synchronized void advanced(Advance advance) {
    latest = Optional.of(advance);
    String news = (ensembles == 0 ? "" : " #" + (ensembles + 1)) + news(advance);
    if (line.onTerminal()) {
      int room = Math.max(0, StatusLine.WIDTH - news.length());
      line.show((name.length() > room ? name.substring(0, room) : name) + news);
    } else if (secondsSince(told) >= SECONDS_BETWEEN_LINES && advance.done() < advance.wanted()) {
      told = nanoTime.getAsLong();
      line.lasting(name + news);
    }
  }

  /** How far the present ensemble is; nothing if none of several rows is computed yet. */
  synchronized Optional<String> news() {
    String which = name + (ensembles == 0 ? "" : " #" + (ensembles + 1));
    return latest
        .filter(a -> a.done() > a.found() && a.done() < a.wanted())
        .map(a -> which + news(a));
  }

  /** An ensemble is complete. */
  synchronized void end() {
    ensembles++;
    seconds += secondsSince(begun);
    if (latest.isPresent()) {
      computed += latest.get().done() - latest.get().found();
      found += latest.get().found();
    }
  }

  /** The figure or claim is done; where it had ensembles, a line stays that tells of them. */
  synchronized void done() {
    if (ensembles > 0) {
      line.lasting(
          "%s: %s computed now, %d found in the store (%s)"
              .formatted(name, rows(computed), found, duration(seconds)));
    }
  }

  private String news(Advance advance) {
    StringBuilder text = new StringBuilder();
    text.append(": %d/%d rows".formatted(advance.done(), advance.wanted()));
    int now = advance.done() - advance.found();
    double elapsed = secondsSince(begun);
    if (now > 0 && elapsed > 0) {
      double rate = now / elapsed;
      text.append(
          rate >= 1 ? ", %.1f rows/s".formatted(rate) : ", %s/row".formatted(duration(1 / rate)));
      text.append(", %s left".formatted(duration((advance.wanted() - advance.done()) / rate)));
    }
    if (!Double.isNaN(advance.standardError())) {
      text.append(", std error %.2g".formatted(advance.standardError()));
    }
    return text.toString();
  }

  private static String rows(long count) {
    return count == 1 ? "1 row" : count + " rows";
  }

  /** In few letters, and no finer than anybody plans by. */
  static String duration(double seconds) {
    if (seconds < 99.5) {
      return seconds < 9.95 ? "%.1f s".formatted(seconds) : "%.0f s".formatted(seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? "%d min %d s".formatted(whole / 60, whole % 60)
        : "%d h %d min".formatted(whole / 3600, whole % 3600 / 60);
  }

  private double secondsSince(long nanos) {
    return (nanoTime.getAsLong() - nanos) / 1e9;
  }
}
