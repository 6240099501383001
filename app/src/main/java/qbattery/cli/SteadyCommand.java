package qbattery.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import qbattery.dynamics.ContactCurrent;
import qbattery.dynamics.CurrentBalance;
import qbattery.dynamics.Currents;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.Limit;
import qbattery.dynamics.LocalDissipation;
import qbattery.measure.Energy;
import qbattery.measure.Ergotropy;
import qbattery.model.Battery;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.State;
import qbattery.report.Numbers;
import qbattery.steady.AsymptoticStates;
import qbattery.steady.Destination;
import qbattery.steady.SteadyStates;

/** {@code qb steady}. */
@Command(
    name = "steady",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Says what becomes of coupled cells in contact with reservoirs after a long time: one steady"
          + " state, several (and which of them this start comes to), or oscillation without end;"
          + " with a certificate, the currents, and a warning where the model is doubtful.",
      "Exit status 3 where it cannot be told."
    })
final class SteadyCommand implements Callable<Integer> {

  /** The computation came to no answer; the reason is printed. */
  private static final int UNDECIDED = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private SteadyOptions options = new SteadyOptions();

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    SteadyOptions.Setup setup = options.setup(command);
    State start =
        NetworkOptions.refusing(
            command, () -> Evolution.made(options.start(command), setup.battery()));
    PrintWriter out = command.getOut();
    AsymptoticStates answer =
        NetworkOptions.refusing(command, () -> SteadyStates.of(setup.battery()));
    out.println(answer.describe());
    if (LocalDissipation.of(setup.battery(), setup.contacts())
        instanceof LocalDissipation.Doubt doubt) {
      command.getErr().println("warning: " + doubt.sentence());
    }
    Destination destination = answer.from(start);
    if (destination instanceof Destination.Settles settles) {
      out.printf("%nFrom the start '%s' it settles:%n", options.startName());
      printState(settles.state(), settles.error(), setup, out);
      return 0;
    }
    if (destination instanceof Destination.Oscillates oscillates) {
      out.printf(
          "%nFrom the start '%s' it goes on oscillating:%n%12s  %12s%n",
          options.startName(), "frequency", "amplitude");
      oscillates
          .oscillations()
          .forEach(
              o ->
                  out.printf(
                      "%12s  %12s%n",
                      Numbers.brief(o.frequency()), Numbers.rounded(o.amplitude(), 6)));
      out.println("In the mean over long times:");
      printState(oscillates.mean(), oscillates.error(), setup, out);
      return 0;
    }
    Optional<Limit> limit = Limit.of(setup.battery(), start);
    if (limit.isPresent()) {
      out.printf("%nFrom the start '%s' it settles:%n", options.startName());
      out.println(limit.get().describe());
      printState(limit.get().state(), limit.get().error(), setup, out);
      return 0;
    }
    return UNDECIDED;
  }

  private static void printState(
      State state, double error, SteadyOptions.Setup setup, PrintWriter out) {
    Battery battery = setup.battery();
    Observable storage = Observable.of(battery.storage());
    out.printf(
        "  energy above the ground state %s, ergotropy %s, of at most %s%n",
        number(Energy.aboveGround(state, storage), error),
        number(Ergotropy.of(state, storage), error),
        Numbers.rounded(storage.spectrum().max() - storage.spectrum().min(), 6));
    out.printf("  %-6s  %10s  %10s%n", "cell", "excited", "ergotropy");
    for (int k = 0; k < battery.space().sites(); k++) {
      State cell = state.reduced(k);
      Observable own = Observable.of(Operator.on(cell.space(), 0, LocalOperator.EXCITED));
      out.printf(
          "  %-6d  %10s  %10s%n",
          k + 1, number(cell.expectation(own), error), number(Ergotropy.of(cell, own), error));
    }
    printCurrents(state, error, setup, out);
  }

  private static void printCurrents(
      State state, double error, SteadyOptions.Setup setup, PrintWriter out) {
    CurrentBalance balance = Currents.of(setup.battery(), setup.contacts()).at(state);
    double least = error * Math.max(balance.largestEnergy(), balance.largestParticles());
    out.printf("  %-22s  %12s  %12s%n", "current from", "energy", "particles");
    for (ContactCurrent current : balance.contacts()) {
      printCurrent(current, least, out);
    }
    printCurrent(balance.total(), least, out);
    out.printf(
        "  sum rule kept to %.1e of the largest current in one direction%n",
        balance.relativeImbalance());
  }

  private static void printCurrent(ContactCurrent current, double least, PrintWriter out) {
    out.printf(
        "  %-22s  %12s  %12s%n",
        current.contact(), number(current.energy(), least), number(current.particles(), least));
  }

  /** What is within the error of 0 would only show how rounding fell. */
  private static String number(double value, double error) {
    return Math.abs(value) <= error ? "0" : Numbers.rounded(value, 6);
  }
}
