package qbattery.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import qbattery.report.DataTable;
import qbattery.report.Numbers;
import qbattery.study.Errors;
import qbattery.study.Outcome;

/** {@code qb modes}. */
@Command(
    name = "modes",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Reports the decay modes of a network of cells: the eigenvalues of its rate matrix, which"
          + " modes are dark, and what share of the initial energy sits in each.",
      "It writes a battery file from its options and runs it; --yaml prints the file."
    })
final class ModesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private NetworkOptions options = new NetworkOptions();

  @Mixin private TemplateOptions template = new TemplateOptions();

  ModesCommand() {}

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    FileTemplate file =
        options
            .file(command)
            .line("times: [0]")
            .line("measures: [energy]")
            .line("outputs:")
            .line("  - decay modes: modes.csv");
    return template.run(
        file, Errors.NONE, command, study -> {}, outcome -> print(outcome, command.getOut()));
  }

  private static double[] column(DataTable table, String name) {
    return table.columns().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow()
        .values();
  }

  private static int print(Outcome outcome, PrintWriter out) {
    DataTable table = outcome.decayModes().data();
    double[] rates = column(table, "rate");
    double[] modes = column(table, "modes");
    double[] shares = column(table, "share");
    out.println(outcome.study().reading().file().name());
    out.println("%14s  %6s  %12s".formatted("rate", "modes", "share of U"));
    double meanRate = 0;
    double dark = 0;
    for (int k = 0; k < rates.length; k++) {
      out.println(
          "%14s  %6.0f  %12s%s"
              .formatted(
                  Numbers.brief(rates[k]),
                  modes[k],
                  Numbers.rounded(shares[k], 4),
                  rates[k] == 0 ? "  dark" : ""));
      meanRate += rates[k] * shares[k];
      dark += rates[k] == 0 ? shares[k] : 0;
    }
    out.println(
        "At the start it leaks at %s of its energy a unit of time; %s of it sits in dark modes."
            .formatted(Numbers.rounded(meanRate, 4), Numbers.rounded(dark, 4)));
    return 0;
  }
}
