package qbattery.cli;

import java.io.PrintWriter;

/**
 * The error stream as a place for messages: permanent lines and, on a terminal, one last line that
 * is overwritten.
 */
final class StatusLine {

  /** Fits the narrowest usual terminal, so that the line never wraps. */
  static final int WIDTH = 78;

  /** Writes over what stands in the last line of a terminal. */
  static final String CLEAR = "\r" + " ".repeat(WIDTH) + "\r";

  private final PrintWriter err;
  private final boolean terminal;
  private boolean silent;
  private boolean ended;

  StatusLine(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  /** A line on the error stream; the launcher says whether that is a terminal. */
  static StatusLine on(PrintWriter err) {
    return new StatusLine(err, isTerminal());
  }

  static boolean isTerminal() {
    return Boolean.getBoolean("qbattery.terminal");
  }

  boolean onTerminal() {
    return terminal;
  }

  /** Shows what goes on at present; nothing where the line could not be written over. */
  synchronized void show(String text) {
    if (terminal && !silent) {
      clear();
      err.print(text.length() > WIDTH ? text.substring(0, WIDTH) : text);
      err.flush();
    }
  }

  /** Prints a line that stays. */
  synchronized void lasting(String text) {
    if (!silent) {
      clear();
      err.println(text);
      err.flush();
    }
  }

  /** From now on nothing is told but the last line. */
  synchronized void hush() {
    silent = true;
  }

  /** Prints a last line; only the first time, and nothing is printed after it. */
  synchronized void last(String text) {
    if (!ended) {
      silent = false;
      lasting(text);
      silent = true;
      ended = true;
    }
  }

  private void clear() {
    if (terminal) {
      err.print(CLEAR);
    }
  }
}
