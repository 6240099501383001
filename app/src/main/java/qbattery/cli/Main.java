package qbattery.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;

/** The program {@code qb}: parses, calls, prints. */
public final class Main {

  /** Two columns of help need so much. */
  private static final int TWO_COLUMNS = 60;

  private static final int NARROWEST = 30;
  private static final int USUAL_WIDTH = 80;
  private static final int WIDEST = 110;

  private Main() {}

  /**
   * Runs the program and ends the virtual machine.
   *
   * @param args the words of the command line
   */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT); // numbers have a point, whatever the machine's language
    Output output = new Output(new FileOutputStream(FileDescriptor.out));
    PrintWriter out = new PrintWriter(output, false, StandardCharsets.UTF_8);
    WaitNotices err = new WaitNotices(System.err, System::nanoTime, StatusLine.isTerminal());
    err.attend();
    int status = run(out, err, args);
    out.flush();
    if (output.lost().isPresent()) {
      err.println("qb: The output could not be written: " + output.lost().orElseThrow() + ".");
      status = CommandLine.ExitCode.SOFTWARE;
    }
    err.flush();
    System.exit(status);
  }

  /** How wide help is: as the terminal, if that is of a width that can be read. */
  static int width(Optional<String> columns) {
    return columns
        .filter(c -> c.matches("[0-9]{1,4}"))
        .map(c -> Math.max(NARROWEST, Math.min(Integer.parseInt(c), WIDEST)))
        .orElse(USUAL_WIDTH);
  }

  /** Makes help of a width. */
  static void fit(CommandLine command, int width) {
    if (width < TWO_COLUMNS) {
      NarrowHelp.set(command, width);
    } else {
      command.setUsageHelpWidth(width);
    }
  }

  /**
   * Runs the program.
   *
   * @param out where results go
   * @param err where progress and complaints go
   * @param args the words of the command line
   * @return exit status: 0, or 2 for a wrong command or file, or 1 for a failure
   */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    OldWords said = OldWords.in(args);
    CommandLine command = Qb.line(said.args());
    command.setOut(out);
    command.setErr(err);
    command.setParameterExceptionHandler(ErrorMessages::aboutUsage);
    command.setExecutionExceptionHandler(ErrorMessages::aboutFailure);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    fit(command, width(Optional.ofNullable(System.getenv("COLUMNS"))));
    try {
      said.notes().forEach(err::println);
      return command.execute(said.args());
    } catch (OutOfMemoryError e) {
      err.println(
          "qb: The memory did not suffice. Give more, as in QB_JAVA_OPTS=-Xmx8g ./qb ..., or take fewer cells or times.");
      return CommandLine.ExitCode.SOFTWARE;
    }
  }
}
