package qbattery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import qbattery.dynamics.StepsFailedException;
import qbattery.experiment.Runner;
import qbattery.file.BatteryFiles;
import qbattery.file.Everywhere;
import qbattery.file.ExtremeNumbers;
import qbattery.file.Reading;
import qbattery.file.Remarks;
import qbattery.file.tree.NearestName;
import qbattery.file.tree.WrongFileException;
import qbattery.file.words.Expected;
import qbattery.file.words.Realisations;
import qbattery.report.OutputFolder;
import qbattery.report.RunRecord;
import qbattery.study.Cutoffs;
import qbattery.study.Errors;
import qbattery.study.Headway;
import qbattery.study.Outcome;
import qbattery.study.Study;
import qbattery.study.StudyFiles;
import qbattery.study.Summary;

/** {@code qb run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Runs a battery file: evolves what it describes, measures, and writes tables and figures.",
      "Results go to a folder named after the file, and after what --set puts in it; rows are"
          + " kept and found again. Several runs may go on at the same time."
    })
final class RunCommand implements Callable<Integer> {

  private static final String PARAMETERS = "parameters.";
  private static final double YEAR = 3600.0 * 24 * 365;

  /** From so much of a point on its pace tells when it ends; the first steps are the shortest. */
  private static final double TOLD = 1e-3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "FILE", description = "The battery file.")
  private Path file = Path.of("");

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "Puts a value in the place of what the file says, as in parameters.J=2; may be given"
              + " several times.")
  private List<String> overrides = List.of();

  @Option(
      names = "--dry-run",
      description =
          "Computes one point at most, and says sizes, memory, how many points there are and how"
              + " long they would take.")
  private boolean dryRun;

  @Option(
      names = "--errors",
      paramLabel = "WHICH",
      description =
          "usual: a second computation gives the error of every number, with chance for the first"
              + " realisation (default); all: for every point; none: no error is known.")
  private Errors errors = Errors.USUAL;

  @Option(
      names = "--expect",
      paramLabel = "RESULT=VALUE:TOLERANCE",
      description =
          "Holds a result of the file to a number, as in half-life=0.6931:1e-4; if it is off, the"
              + " exit status is 1. May be given several times.")
  private List<String> expectations = List.of();

  @Mixin private ResultsFolder results = new ResultsFolder();

  @Mixin private LaboratoryOptions options = new LaboratoryOptions();

  /** The file, once it has been read. */
  private Optional<Reading> read = Optional.empty();

  RunCommand() {}

  @Override
  public Integer call() throws Exception {
    CommandLine command = spec.commandLine();
    Path folder = results.named(command);
    requireFile(command);
    Path target =
        below(folder, options.equipment(command, folder, Optional.empty()).file(), command);
    List<Expected> asked = expectations.stream().map(e -> expected(e, command)).toList();
    doing("the file is read, and looked through at every place of a sweep");
    try {
      requireParameters(command);
      Reading reading = BatteryFiles.read(file, overrides);
      read = Optional.of(reading);
      Everywhere.look(reading, Duration.ofSeconds(1));
      Study study = Study.of(reading, errors, options.longest());
      requireResults(study, asked, command);
      Remarks.of(reading)
          .forEach(remark -> command.getErr().println("note: " + remark.in(String.valueOf(file))));
      if (!reading.isRandom() && options.asksForAnotherSize()) {
        command
            .getErr()
            .println(
                "note: nothing in the file is drawn at random, so --quick and --target-error change"
                    + " nothing.");
      }
      doing(
          "points of %d numbers are made ready, looked for in the store, and computed"
              .formatted(study.width()));
      if (dryRun) {
        attend(study);
        return new DryRun(study, command.getOut())
            .report(options.equipment(command, folder, target(reading)));
      }
      List<Expected> expected = Stream.concat(own(reading, command), asked.stream()).toList();
      return options.carryOut(
          command,
          folder,
          target(reading),
          session -> {
            attend(study);
            return run(study, expected, target, session);
          });
    } catch (WrongFileException e) {
      e.problems().forEach(problem -> command.getErr().println(problem.in(e.file())));
      return CommandLine.ExitCode.USAGE;
    } catch (IllegalArgumentException e) {
      command.getErr().println(complaint(String.valueOf(e.getMessage())));
      return CommandLine.ExitCode.USAGE;
    } catch (StepsFailedException e) {
      command.getErr().println(complaint(String.valueOf(e.getMessage())));
      return CommandLine.ExitCode.SOFTWARE;
    } catch (Runner.PointFailedException e) {
      Optional<String> answer = ErrorMessages.answer(e);
      if (answer.isPresent()) {
        command.getErr().println(complaint(answer.get()));
        return CommandLine.ExitCode.SOFTWARE;
      }
      throw e;
    }
  }

  /** What is wrong with the file, with its numbers that may be why. */
  private String complaint(String message) {
    String numbers =
        read.flatMap(ExtremeNumbers::sentence).map(sentence -> " " + sentence).orElse("");
    return "qb: %s: %s%s".formatted(file, message, numbers);
  }

  /** Whoever waits is told how far the slowest point is. */
  private void attend(Study study) {
    WaitNotices.of(spec.commandLine().getErr())
        .ifPresent(w -> w.tells(() -> study.headway().slowest().map(RunCommand::news)));
  }

  private void doing(String what) {
    WaitNotices.of(spec.commandLine().getErr()).ifPresent(w -> w.doing(what));
  }

  /** How far a point is. */
  static String news(Headway.News news) {
    if (news.settles() != 0) {
      return Double.isNaN(news.settles())
          ? "what becomes of a point after a long time is computed"
          : "what becomes of a point after a long time is computed; by its size that takes about %s"
              .formatted(EnsembleProgress.duration(news.settles()));
    }
    if (news.share() == 0 && news.made() > 0) {
      return "the exponentials of a point are made, %.0f %% of them so far; the others take %s"
          .formatted(100 * news.made(), EnsembleProgress.duration(news.left()));
    }
    if (news.share() == 0) {
      return "no step of a point is finished yet";
    }
    if (news.share() < TOLD) {
      return "a point has less than 0.1 % of its time behind it";
    }
    String far = "a point has %.0f %% of its time behind it".formatted(100 * news.share());
    String left =
        news.left() > YEAR ? "more than a year" : "about " + EnsembleProgress.duration(news.left());
    return "%s, %s left of this computation of it".formatted(far, left);
  }

  /** What the file expects of itself, which is not what it expects with other values in it. */
  private Stream<Expected> own(Reading reading, CommandLine command) {
    if (overrides.isEmpty() || reading.expected().isEmpty()) {
      return reading.expected().stream();
    }
    command
        .getErr()
        .println(
            "note: values were put in the place of others (--set), so what the file expects is not checked.");
    return Stream.empty();
  }

  private static Optional<Double> target(Reading reading) {
    return reading.ensemble().flatMap(Realisations::target);
  }

  private void requireFile(CommandLine command) throws IOException {
    if (Files.isDirectory(file)) {
      throw new ParameterException(command, "'%s' is a folder, not a file.".formatted(file));
    }
    if (Files.exists(file)) {
      return;
    }
    Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of("."));
    String hint = "";
    if (Files.isDirectory(folder)) {
      try (Stream<Path> beside = Files.list(folder)) {
        List<String> known = beside.map(p -> String.valueOf(p.getFileName())).toList();
        hint =
            NearestName.of(String.valueOf(file.getFileName()), known)
                .map(n -> "Did you mean '%s'?".formatted(n))
                .orElse("");
      }
    }
    throw new ParameterException(command, MissingFile.sentence(file, hint));
  }

  /** A mistyped parameter would be a new one that nothing uses. */
  private void requireParameters(CommandLine command) throws IOException {
    List<String> set =
        overrides.stream()
            .filter(o -> o.startsWith(PARAMETERS) && o.indexOf('=') > 0)
            .map(o -> o.substring(PARAMETERS.length(), o.indexOf('=')).strip())
            .toList();
    if (set.isEmpty()) {
      return;
    }
    List<String> known = BatteryFiles.read(file, List.of()).file().parameters();
    for (String name : set) {
      if (!known.contains(name.split("\\.", -1)[0])) {
        throw Choice.unknown("parameter of the file", name, known, command);
      }
    }
  }

  private static Expected expected(String text, CommandLine command) {
    int equals = text.lastIndexOf('=');
    int colon = text.lastIndexOf(':');
    if (equals > 0 && colon > equals) {
      try {
        return new Expected(
            text.substring(0, equals).strip(),
            Double.parseDouble(text.substring(equals + 1, colon)),
            Double.parseDouble(text.substring(colon + 1)),
            "",
            "",
            Map.of());
      } catch (NumberFormatException e) {
        throw unreadable(text, command);
      }
    }
    throw unreadable(text, command);
  }

  private static ParameterException unreadable(String text, CommandLine command) {
    return new ParameterException(
        command,
        "'%s' is no expectation; it is written as RESULT=VALUE:TOLERANCE, as in half-life=0.6931:1e-4."
            .formatted(text));
  }

  private static void requireResults(Study study, List<Expected> expected, CommandLine command) {
    List<String> known = study.reading().file().results();
    for (Expected one : expected) {
      if (!known.contains(one.result().replace(Expected.OF_MEAN_CURVE, ""))) {
        throw Choice.unknown("result of the file", one.result(), known, command);
      }
      if (study.places().size() > 1) {
        throw new ParameterException(
            command,
            "A number is expected of one place, but the file sweeps %d; name one with --set sweep.NAME=[VALUE]."
                .formatted(study.places().size()));
      }
    }
  }

  private int run(Study study, List<Expected> expected, Path target, Session session)
      throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Instant started = Instant.now();
    long clock = System.nanoTime();
    Progress progress = session.progress(study.experiments().size());
    Outcome outcome =
        study.run(
            session,
            (name, work) -> {
              try {
                return progress.passing(name, work::get);
              } catch (RuntimeException e) {
                throw e;
              } catch (Exception e) {
                throw new IllegalStateException(e); // a supplier throws none
              }
            });
    Optional<Cutoffs.Answer> cutoffs = Cutoffs.check(outcome, session);
    doing("tables and figures are made");
    RunRecord record = RunRecord.here(started, Duration.ofNanos(System.nanoTime() - clock));
    StudyFiles written = StudyFiles.of(outcome, record);
    boolean replaced = holdsAnother(target, written);
    OutputFolder.write(target, written.files());
    Summary summary = Summary.of(outcome, expected);
    summary.lines().forEach(out::println);
    for (Map.Entry<String, byte[]> one : written.files().entrySet()) {
      out.println("written: " + target.resolve(one.getKey()));
    }
    if (!overrides.isEmpty()) {
      err.println(
          "note: values were set, so the results have a folder of their own, '%s'."
              .formatted(target));
    }
    if (replaced) {
      err.println(
          "note: what was in '%s' came from another file, or from another version of it, and is replaced."
              .formatted(target));
    }
    cutoffs.ifPresent(c -> (c.suffice() ? out : err).println("cutoff: " + c.sentence()));
    outcome.notes().forEach(note -> err.println("note: " + note));
    written.notes().forEach(note -> err.println("note: " + note));
    written.missing().forEach(lack -> err.println("qb: %s: %s".formatted(file, lack)));
    if (outcome.incomplete()) {
      err.println("qb: incomplete: some places were not computed; the notes say which and why.");
    }
    boolean whole = written.missing().isEmpty() && !outcome.incomplete();
    return summary.asExpected() && whole ? 0 : CommandLine.ExitCode.SOFTWARE;
  }

  private static boolean holdsAnother(Path target, StudyFiles written) throws IOException {
    Path before = target.resolve(StudyFiles.BATTERY);
    return Files.isRegularFile(before)
        && !Arrays.equals(Files.readAllBytes(before), written.files().get(StudyFiles.BATTERY));
  }

  /** The folder for the results, below that for all results. */
  private Path below(Path folder, Path store, CommandLine command) {
    String name = String.valueOf(file.getFileName());
    String stem = ResultsName.of(name, List.of());
    boolean plain =
        !stem.isBlank() && !stem.startsWith(".") && stem.chars().noneMatch(Character::isISOControl);
    if (!plain) {
      throw new ParameterException(
          command,
          "Results go to a folder named after the file, and '%s' gives no name for one; call the file such as battery.yaml."
              .formatted(name.replaceAll("\\p{Cntrl}", "?")));
    }
    Path target = folder.resolve(ResultsName.of(name, overrides));
    String full = target.toAbsolutePath().normalize().toString();
    String kept = store.toAbsolutePath().normalize().toString();
    boolean stores = full.matches(Pattern.quote(kept) + "(-wal|-shm|-journal|[.]lock)?");
    if (stores || (Files.exists(target) && !Files.isDirectory(target))) {
      throw new ParameterException(
          command,
          "Results would go to '%s', which is %s; call the file otherwise, or give another --out."
              .formatted(target, stores ? "the place of the store" : "a file"));
    }
    return target;
  }
}
