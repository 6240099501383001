package qbattery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import qbattery.report.Numbers;
import qbattery.store.StoreKeeper;

/** {@code qb store}. */
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Looks after the file in which computed rows are kept.",
    synopsisSubcommandLabel = "COMMAND")
final class StoreCommand implements Runnable {

  /** Damaged rows are named one by one up to this number. */
  private static final int MOST_NAMED = 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--store",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The file of the store (default: out/qbattery.sqlite).")
  private Path file = ResultsFolder.USUAL.resolve("qbattery.sqlite");

  StoreCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "A command is missing: list, check, repair or drop.");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the experiments with their rows, sizes and programs.")
  int list() throws IOException {
    try (StoreKeeper keeper = StoreKeeper.open(Destinations.storeThere(file, spec.commandLine()))) {
      List<StoreKeeper.Entry> entries = keeper.list();
      for (StoreKeeper.Entry one : entries) {
        out()
            .println(
                "%d: %s; %d rows, %s kB; begun %s%s; by %s"
                    .formatted(
                        one.number(),
                        one.name(),
                        one.rows(),
                        Numbers.rounded(one.bytes() / 1e3, 3),
                        one.begun(),
                        one.setAside().map(when -> ", set aside " + when).orElse(""),
                        one.programs().isEmpty() ? "none" : String.join(", ", one.programs())));
      }
      out().println("%d experiments".formatted(entries.size()));
    }
    return ExitCode.OK;
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Reads every row; the exit status is 1 if any is damaged.")
  int check() throws IOException {
    try (StoreKeeper keeper = StoreKeeper.open(Destinations.storeThere(file, spec.commandLine()))) {
      List<StoreKeeper.Damaged> damaged = keeper.damaged();
      damaged.stream().limit(MOST_NAMED).forEach(row -> out().println(name(row)));
      out()
          .println(
              damaged.isEmpty()
                  ? "The store '%s' is whole.".formatted(file)
                  : "%d damaged rows; './qb store repair' takes them out, and they are computed anew when they are asked for."
                      .formatted(damaged.size()));
      return damaged.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  @Command(
      name = "repair",
      mixinStandardHelpOptions = true,
      description =
          "Builds damaged indexes anew, and takes damaged rows out, so that they are computed anew.")
  int repair() throws IOException {
    try (StoreKeeper keeper = StoreKeeper.open(Destinations.storeThere(file, spec.commandLine()))) {
      StoreKeeper.Repaired repaired = keeper.repair();
      if (repaired.indexes()) {
        out().println("Indexes of '%s' were damaged, and are built anew.".formatted(file));
      }
      List<StoreKeeper.Damaged> gone = repaired.rows();
      gone.stream().limit(MOST_NAMED).forEach(row -> out().println(name(row)));
      out().println("%d damaged rows were taken out of '%s'.".formatted(gone.size(), file));
    }
    return ExitCode.OK;
  }

  @Command(
      name = "drop",
      mixinStandardHelpOptions = true,
      description = "Deletes an experiment with all its rows.")
  int drop(
      @Parameters(paramLabel = "NUMBER", description = "Its number; './qb store list' shows it.")
          long number)
      throws IOException {
    try (StoreKeeper keeper = StoreKeeper.open(Destinations.storeThere(file, spec.commandLine()))) {
      try {
        keeper.drop(number);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
      }
      out().println("Experiment %d is gone from '%s'.".formatted(number, file));
    }
    return ExitCode.OK;
  }

  private static String name(StoreKeeper.Damaged row) {
    return "damaged: row %d of experiment %d".formatted(row.row(), row.experiment());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
