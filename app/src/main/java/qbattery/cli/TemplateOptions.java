package qbattery.cli;

import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import qbattery.dynamics.StepsFailedException;
import qbattery.experiment.BuildFingerprint;
import qbattery.experiment.LocalThreads;
import qbattery.experiment.MemoryStore;
import qbattery.experiment.ProgressListener;
import qbattery.experiment.Runner;
import qbattery.experiment.SampleSize;
import qbattery.experiment.Workbench;
import qbattery.file.Remarks;
import qbattery.file.tree.WrongFileException;
import qbattery.study.Errors;
import qbattery.study.Outcome;
import qbattery.study.Study;

/** What commands have in common that write a battery file from their options and run it. */
final class TemplateOptions {

  /** Prints what came out. */
  @FunctionalInterface
  interface Printing {

    /**
     * Prints it.
     *
     * @param outcome what came out
     * @return the exit status
     */
    int of(Outcome outcome);
  }

  @Option(
      names = "--yaml",
      description =
          "Prints the battery file that is run, and runs nothing: something to go on from with"
              + " 'qb run'.")
  private boolean yaml;

  @Mixin private Patience patience = new Patience();

  TemplateOptions() {}

  /**
   * Runs a file as {@code qb run} does, but keeps nothing; or prints it, if that is asked for.
   *
   * @param file the file
   * @param errors which points are computed in a second way
   * @param command the command
   * @param before what is done before anything is computed
   * @param printing prints what came out
   * @return the exit status
   */
  int run(
      FileTemplate file,
      Errors errors,
      CommandLine command,
      Consumer<Study> before,
      Printing printing) {
    var reading = file.read(command);
    if (yaml) {
      command.getOut().print(file.text());
      return 0;
    }
    Study study;
    try {
      study = Study.of(reading, errors, patience.longest());
    } catch (WrongFileException e) {
      throw file.wrong(e, command);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, sentence(e), e);
    }
    WaitNotices.of(command.getErr())
        .ifPresent(w -> w.tells(() -> study.headway().slowest().map(RunCommand::news)));
    Remarks.of(reading).forEach(r -> command.getErr().println("note: " + r.sentence()));
    try {
      before.accept(study);
      Outcome outcome =
          study.run(
              new Workbench(
                  new MemoryStore(),
                  new LocalThreads(1),
                  new SampleSize.Published(),
                  ProgressListener.none(),
                  Workbench.Stale.REFUSE,
                  BuildFingerprint.running()));
      int status = printing.of(outcome);
      outcome.notes().forEach(note -> command.getErr().println("note: " + note));
      return outcome.incomplete() ? CommandLine.ExitCode.SOFTWARE : status;
    } catch (WrongFileException e) {
      throw file.wrong(e, command);
    } catch (StepsFailedException e) {
      command.getErr().println("qb: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    } catch (IllegalArgumentException e) { // of what was asked for, this cannot be computed
      command.getErr().println("qb: " + sentence(e));
      return CommandLine.ExitCode.SOFTWARE;
    } catch (Runner.PointFailedException e) {
      Optional<String> answer = ErrorMessages.answer(e);
      if (answer.isEmpty()) {
        throw e;
      }
      command.getErr().println("qb: " + answer.get());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static String sentence(IllegalArgumentException e) {
    return Optional.ofNullable(e.getMessage()).orElse("The network is not possible.");
  }
}
