package qbattery.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import qbattery.experiment.Ensemble;

/** A program that a test starts and stops: an ensemble that would take minutes. */
final class SlowEnsemble {

  static final int ROWS = 3000;

  private SlowEnsemble() {}

  /**
   * Runs the ensemble.
   *
   * @param args options of a laboratory, and the folder for results last
   */
  public static void main(String[] args) throws Exception {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    LaboratoryOptions options = new LaboratoryOptions();
    CommandLine command = new CommandLine(options).setOut(out).setErr(err);
    command.parseArgs(List.of(args).subList(0, args.length - 1).toArray(String[]::new));
    int status =
        options.carryOut(
            command,
            Path.of(args[args.length - 1]),
            session -> {
              Ensemble ensemble =
                  session
                      .progress(1)
                      .passing("squares", () -> session.exactly(new Squares(50), ROWS));
              out.println(ensemble.count());
              return 0;
            });
    System.exit(status);
  }
}
