package qbattery.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * An error stream that reports long work: when nothing has been printed for two seconds, a line
 * says what is being done and, where known, how long it will take; further lines follow at growing
 * intervals.
 */
final class WaitNotices extends PrintWriter {

  private static final double FIRST_SECONDS = 2;
  private static final double LONGEST_SECONDS = 60;

  private final LongSupplier nanoTime;
  private final boolean terminal;
  private final long begun;
  private long printed;
  private double patience = FIRST_SECONDS;
  private final List<Supplier<Optional<String>>> tellers = new ArrayList<>();
  private Optional<String> doing = Optional.empty();

  WaitNotices(OutputStream out, LongSupplier nanoTime, boolean terminal) {
    super(out, true, StandardCharsets.UTF_8);
    this.nanoTime = nanoTime;
    this.terminal = terminal;
    this.begun = nanoTime.getAsLong();
    this.printed = begun;
  }

  /** The stream of a command as one with notices, if it is one. */
  static Optional<WaitNotices> of(PrintWriter err) {
    return err instanceof WaitNotices attended ? Optional.of(attended) : Optional.empty();
  }

  /** From now on this tells how far the work is, where those before it have nothing to tell. */
  synchronized void tells(Supplier<Optional<String>> how) {
    tellers.add(how);
  }

  /** Says what is being done, for where nothing tells how far it is. */
  synchronized void doing(String what) {
    doing = Optional.of(what);
  }

  private Optional<String> news() {
    return heard().stream().map(Supplier::get).flatMap(Optional::stream).findFirst().or(this::done);
  }

  private synchronized List<Supplier<Optional<String>>> heard() {
    return List.copyOf(tellers);
  }

  private synchronized Optional<String> done() {
    return doing;
  }

  @Override
  public void write(String text, int offset, int length) {
    super.write(text, offset, length);
    touch();
  }

  private synchronized void touch() {
    printed = nanoTime.getAsLong();
  }

  /**
   * Prints a line if it is time for one. Those who tell are asked without a lock: they may wait for
   * who prints.
   */
  void look() {
    if (isTime()) {
      double seconds = (nanoTime.getAsLong() - begun) / 1e9;
      println(
          "%sqb: under way for %s%s"
              .formatted(
                  terminal ? StatusLine.CLEAR : "",
                  EnsembleProgress.duration(seconds),
                  news().map(e -> ": " + e).orElse("")));
    }
  }

  private synchronized boolean isTime() {
    boolean time = (nanoTime.getAsLong() - printed) / 1e9 >= patience;
    patience = time ? Math.min(LONGEST_SECONDS, 3 * patience) : patience;
    return time;
  }

  /** Looks now and then, as long as the program lives. */
  void attend() {
    Thread watch =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                try {
                  TimeUnit.MILLISECONDS.sleep(250);
                } catch (InterruptedException e) {
                  return;
                }
                look();
              }
            },
            "sign of life");
    watch.setDaemon(true);
    watch.start();
  }
}
