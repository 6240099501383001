package qbattery.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Standard output that remembers why it could not be written, which a print writer does not. */
final class Output extends FilterOutputStream {

  private Optional<IOException> failure = Optional.empty();

  Output(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = Optional.of(e);
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      failure = Optional.of(e);
      throw e;
    }
  }

  /** Why output was lost; a reader that has seen enough, such as head, is no failure. */
  Optional<String> lost() {
    return failure
        .map(e -> String.valueOf(e.getMessage()))
        .filter(message -> !message.contains("Broken pipe"));
  }
}
