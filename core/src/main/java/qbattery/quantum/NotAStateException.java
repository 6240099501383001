package qbattery.quantum;

/** A matrix is not a state: its trace, an eigenvalue or its symmetry is wrong. */
public final class NotAStateException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /**
   * Says so.
   *
   * @param message what is wrong, with the number and what is allowed
   */
  public NotAStateException(String message) {
    super(message);
  }
}
