package qbattery.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code qb} itself, which only has sub-commands. */
@Command(
    name = "./qb",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "A laboratory for open quantum batteries.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "1:done, but an expected number is off, or something asked for could not be made or computed",
      "2:nothing was computed: the command or the file is wrong",
      "3:steady: what becomes of the battery could not be decided",
      "130:stopped by Ctrl-C (143: by another signal); what was computed is kept",
    },
    footer = {
      "",
      "Examples:",
      "  ./qb list                         what can be reproduced",
      "  ./qb reproduce santos2021         draw a paper's figures, judge its claims",
      "  ./qb reproduce santos2021 fig2a   draw one figure",
      "  ./qb check santos2021.eq7         judge one claim",
      "  ./qb check santos2021 --json      judge a paper's claims, for programs",
      "  ./qb network linear --cells 8     a battery of your own, as CSV",
      "  ./qb modes linear --cells 8       its decay modes",
      "  ./qb steady central --cells 3     where it ends up on reservoirs",
      "  ./qb new battery.yaml             write a battery file to begin with",
      "  ./qb validate battery.yaml        check it",
      "  ./qb run battery.yaml             run it: tables, figures, errors",
      "  ./qb store check                  read every row that is kept",
      "",
      "Realisations of disorder are kept as they are computed and found again: Ctrl-C loses none.",
      "With --quick, reproduce, check and ledger take a tenth of them, for a first look.",
      "",
      "Each command explains itself: ./qb COMMAND --help"
    })
final class Qb implements Runnable {

  /** The commands by name, in the order that help shows. */
  private static final Map<String, Supplier<Object>> COMMANDS = commands();

  private static Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("run", RunCommand::new);
    all.put("list", ListCommand::new);
    all.put("reproduce", ReproduceCommand::new);
    all.put("check", CheckCommand::new);
    all.put("ledger", LedgerCommand::new);
    all.put("calibrate", CalibrateCommand::new);
    all.put("network", NetworkCommand::new);
    all.put("modes", ModesCommand::new);
    all.put("steady", SteadyCommand::new);
    all.put("new", NewCommand::new);
    all.put("validate", ValidateCommand::new);
    all.put("store", StoreCommand::new);
    all.put("class-path", ClassPathCommand::new);
    all.put("help", HelpCommand::new);
    return all;
  }

  @Spec private CommandSpec spec;

  Qb() {
    this.spec = CommandSpec.create(); // replaced by picocli
  }

  /**
   * The command line. If it begins with a command, that one alone: to make all takes longer than
   * many a command.
   *
   * @param args the words
   * @return what reads them
   */
  static CommandLine line(String... args) {
    CommandLine line = new CommandLine(new Qb());
    boolean one = args.length > 0 && !"help".equals(args[0]) && COMMANDS.containsKey(args[0]);
    COMMANDS.forEach(
        (name, command) -> {
          if (!one || name.equals(args[0])) {
            line.addSubcommand(name, command.get());
          }
        });
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "A command is missing: new, validate, run, list, reproduce, check, ledger, calibrate, network, modes, steady, store or class-path.");
  }
}
