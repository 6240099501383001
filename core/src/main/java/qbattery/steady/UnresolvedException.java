package qbattery.steady;

/** Says that a question about long times could not be decided, and why. */
final class UnresolvedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnresolvedException(String reason) {
    super(reason);
  }
}
