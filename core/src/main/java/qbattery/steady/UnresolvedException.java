package qbattery.steady;

/** A question about long times could not be decided; the message says why. */
final class UnresolvedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnresolvedException(String reason) {
    super(reason);
  }
}
