package qbattery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import qbattery.dynamics.StepsFailedException;
import qbattery.experiment.Runner;
import qbattery.file.tree.NearestName;
import qbattery.file.tree.WrongFileException;

/** Messages for the user when something is wrong: a sentence and a hint, never a stack trace. */
final class ErrorMessages {

  /** Set this environment variable to see the stack trace of an unexpected failure. */
  private static final String TRACE = "QB_TRACE";

  private ErrorMessages() {}

  static int aboutUsage(ParameterException problem, String[] args) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("qb: " + sentence(problem, command));
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return CommandLine.ExitCode.USAGE;
  }

  private static String sentence(ParameterException problem, CommandLine command) {
    if (problem instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().get(0);
      boolean option = word.startsWith("-");
      boolean root = command.getParent() == null;
      List<String> known =
          option
              ? List.copyOf(command.getCommandSpec().optionsMap().keySet())
              : List.copyOf(command.getSubcommands().keySet());
      String what = option ? "option" : root ? "command" : "further argument";
      Optional<String> nearest = NearestName.of(word, known);
      return "There is no %s '%s' here.%s"
          .formatted(what, word, nearest.map(n -> " Did you mean '" + n + "'?").orElse(""));
    }
    return WrongValue.sentence(problem)
        .or(() -> Optional.ofNullable(problem.getMessage()))
        .orElse("The command line is not understood.");
  }

  static int aboutFailure(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    Throwable cause =
        failure instanceof UncheckedIOException wrapped ? wrapped.getCause() : failure;
    if (cause instanceof IOException io) {
      err.println("qb: " + sentence(io));
      return CommandLine.ExitCode.SOFTWARE;
    }
    if (failure instanceof WrongFileException wrong) {
      err.println(wrong.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    Optional<String> answer =
        failure instanceof Runner.PointFailedException ? answer(failure) : Optional.empty();
    if (answer.isPresent()) {
      err.println("qb: " + answer.get());
      return CommandLine.ExitCode.SOFTWARE;
    }
    err.println(
        "qb: Something went wrong that should not have: %s".formatted(failure.getMessage()));
    if (System.getenv(TRACE) == null) {
      err.println("This is a defect of qb. Set %s=1 to see where it happened.".formatted(TRACE));
    } else {
      failure.printStackTrace(err);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** The sentence about the user's numbers that a failure came from, if it did. */
  static Optional<String> answer(Exception failure) {
    return Optional.ofNullable(failure.getCause())
        .filter(c -> c instanceof IllegalArgumentException || c instanceof StepsFailedException)
        .map(Throwable::getMessage);
  }

  private static String sentence(IOException io) {
    if (io instanceof AccessDeniedException denied) {
      return "Access to '%s' is denied: you lack the permission to read or write it."
          .formatted(denied.getFile());
    }
    if (io instanceof NoSuchFileException missing) {
      return "'%s' does not exist and cannot be made.".formatted(missing.getFile());
    }
    if (io instanceof FileSystemException problem && problem.getReason() != null) {
      return "'%s' cannot be used: %s.".formatted(problem.getFile(), problem.getReason());
    }
    return String.valueOf(io.getMessage());
  }
}
