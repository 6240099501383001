package qbattery.steady;

/** A start has no steady state, or it is not known; the message says why in a sentence. */
public final class NoSteadyStateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoSteadyStateException(String reason) {
    super(reason);
  }
}
