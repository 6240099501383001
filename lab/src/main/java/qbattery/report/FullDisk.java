package qbattery.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Distinguishes a full disk from other reasons why a file cannot be written. */
final class FullDisk {

  private FullDisk() {}

  /** The same failure, with a sentence where the reason is a full disk. */
  static IOException explained(IOException failure, Path target) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    boolean full =
        message.contains("no space left")
            || message.contains("not enough space")
            || message.contains("quota exceeded");
    return full
        ? new IOException(
            "The disk of '%s' is full, so it was not written; what was there before is as it was. Make room, or name another place."
                .formatted(target),
            failure)
        : failure;
  }
}
