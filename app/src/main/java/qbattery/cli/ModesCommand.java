package qbattery.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import qbattery.dynamics.DecayModes;
import qbattery.dynamics.Evolution;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.quantum.State;
import qbattery.report.Numbers;

/** {@code qb modes}. */
@Command(
    name = "modes",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Reports the decay modes of a network of cells: the eigenvalues of its rate matrix, which"
          + " modes are dark, and what share of the initial energy sits in each."
    })
final class ModesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private NetworkOptions options = new NetworkOptions();

  @Override
  public Integer call() {
    CellNetwork network = options.network(spec.commandLine());
    Battery battery = NetworkOptions.refusing(spec.commandLine(), network::battery);
    State start =
        NetworkOptions.refusing(
            spec.commandLine(), () -> Evolution.made(options.start(spec.commandLine()), battery));
    DecayModes modes = DecayModes.of(battery.channels().get(0), start);
    PrintWriter out = spec.commandLine().getOut();
    out.println(battery.name());
    out.println("%14s  %6s  %12s".formatted("rate", "modes", "share of U"));
    double meanRate = 0;
    for (DecayModes.Level level : modes.levels()) {
      boolean dark = modes.isDark(level.rate());
      out.println(
          "%14s  %6d  %12s%s"
              .formatted(
                  dark ? "0" : Numbers.brief(level.rate()),
                  level.count(),
                  Numbers.rounded(level.share(), 4),
                  dark ? "  dark" : ""));
      meanRate += level.rate() * level.share();
    }
    out.println(
        "At the start it leaks at %s of its energy a unit of time; %s of it sits in dark modes."
            .formatted(Numbers.rounded(meanRate, 4), Numbers.rounded(modes.darkShare(), 4)));
    return 0;
  }
}
