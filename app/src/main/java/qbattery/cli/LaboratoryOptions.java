package qbattery.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import qbattery.experiment.SampleSize;
import qbattery.experiment.Workbench;

/** The options of commands that compute ensembles: how many realisations, on what, kept where. */
final class LaboratoryOptions {

  private static final String FILE = "qbattery.sqlite";

  /** More would only wait for each other, and each takes memory. */
  private static final int MOST_THREADS = 1024;

  @Option(
      names = "--quick",
      description =
          "Take a tenth of the realisations that the paper or the file has, for a first look; figures and"
              + " verdicts say so.")
  private boolean quick;

  @Option(
      names = "--target-error",
      paramLabel = "X",
      description =
          "Take as many realisations as it takes until the standard error of every mean is below X.")
  private Optional<Double> target = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that compute realisations (default: one a processor).")
  private Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--store",
      paramLabel = "FILE",
      description =
          "The file in which finished realisations are stored (default: qbattery.sqlite in the"
              + " folder of results, which is out if none is named).")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--recompute",
      description =
          "If the store holds rows of a version of the program that computes other numbers, set them aside and compute them again instead of refusing.")
  private boolean recompute;

  @Mixin private Patience patience = new Patience();

  LaboratoryOptions() {}

  /** How long an evolution may take. */
  Duration longest() {
    return patience.longest();
  }

  /**
   * Does the work of a command in the laboratory that was asked for.
   *
   * @param command the command
   * @param folder where its results go
   * @param work what it does
   * @return the exit status
   */
  int carryOut(CommandLine command, Path folder, Session.Work work) throws Exception {
    return carryOut(command, folder, Optional.empty(), work);
  }

  /** Whether another number of realisations is asked for than the file or paper has. */
  boolean asksForAnotherSize() {
    return quick || target.isPresent();
  }

  /**
   * The same for work that has a target error of its own, which holds unless the user says
   * otherwise.
   *
   * @param usual the target
   */
  int carryOut(CommandLine command, Path folder, Optional<Double> usual, Session.Work work)
      throws Exception {
    Equipment equipment = equipment(command, folder, usual);
    Session session = new Session(StatusLine.on(command.getErr()), equipment);
    WaitNotices.of(command.getErr()).ifPresent(w -> w.tells(session::news));
    return session.carryOut(work);
  }

  /** What was asked for. */
  Equipment equipment(CommandLine command, Path folder, Optional<Double> usual) {
    SampleSize extent = extent(command);
    if (extent instanceof SampleSize.Published && usual.isPresent()) {
      extent = new SampleSize.TargetError(usual.get());
    }
    int count = threads(command);
    Path place = file.orElse(folder.resolve(FILE));
    if (place.toString().isEmpty() || Files.isDirectory(place)) {
      throw new ParameterException(
          command, "'%s' is a folder; --store names the file of the store.".formatted(place));
    }
    Destinations.store(place, command);
    Workbench.Stale stale = recompute ? Workbench.Stale.SET_ASIDE : Workbench.Stale.REFUSE;
    return new Equipment(place, count, extent, longest(), stale);
  }

  private SampleSize extent(CommandLine command) {
    if (quick && target.isPresent()) {
      throw new ParameterException(
          command,
          "--quick and --target-error exclude each other: each says how many realisations are taken.");
    }
    if (quick) {
      return new SampleSize.Quick();
    }
    try {
      return target.isEmpty()
          ? new SampleSize.Published()
          : new SampleSize.TargetError(target.get());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, String.valueOf(e.getMessage()), e);
    }
  }

  private int threads(CommandLine command) {
    int count = threads.orElse(Runtime.getRuntime().availableProcessors());
    if (count < 1 || count > MOST_THREADS) {
      throw new ParameterException(
          command,
          "%d threads were asked for (--threads); from 1 to %d can be had."
              .formatted(count, MOST_THREADS));
    }
    return count;
  }
}
