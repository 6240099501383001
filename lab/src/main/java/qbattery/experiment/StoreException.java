package qbattery.experiment;

import java.io.IOException;

/** A store cannot be used. The message is for a person: what is wrong, and what would be right. */
public final class StoreException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * Says so.
   *
   * @param message what is wrong and what would be right, in whole sentences
   */
  public StoreException(String message) {
    super(message);
  }

  /**
   * Says so.
   *
   * @param message what is wrong and what would be right, in whole sentences
   * @param cause what the machinery said
   */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
