package qbattery.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import qbattery.claim.Claim;
import qbattery.paper.file.PaperFiles;
import qbattery.paper.file.Turned;
import qbattery.report.ClaimsText;
import qbattery.report.Json;

/** {@code qb check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Recomputes claims and judges them.",
      "The exit status is 0 whatever the verdicts are: a claim that fails is a finding."
    })
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "ID|PAPER",
      description =
          "Claims or papers to judge, or a paper file with claims of it; all where none is named.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--json",
      description =
          "Print one JSON array of objects with id, where, says, verdict, printed, observed, error,"
              + " tolerance, reason, checks, readings and beside.")
  private boolean json;

  @Option(
      names = "--turns",
      description =
          "Of paper files: make the change that each claim names, and say whether its verdict is"
              + " another with it.")
  private boolean turns;

  @Mixin private LaboratoryOptions options = new LaboratoryOptions();

  @Override
  public Integer call() throws Exception {
    List<Claim> claims = Choice.claims(names, spec.commandLine());
    return options.carryOut(
        spec.commandLine(),
        ResultsFolder.USUAL,
        session -> {
          if (turns) {
            return turned(claims, session);
          }
          List<Claim.Finding> findings = judged(claims, session);
          spec.commandLine()
              .getOut()
              .print(json ? Json.findings(findings) : ClaimsText.details(findings));
          return 0;
        });
  }

  /** The status is 1 if a claim does not turn: it could not have failed. */
  private int turned(List<Claim> claims, Session session) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = session.progress(claims.size());
    int status = 0;
    for (Claim claim : claims) {
      Optional<Turned> turned =
          progress.passing(claim.id(), () -> PaperFiles.turned(claim, session));
      out.println(
          "%-40s %s"
              .formatted(
                  claim.id(),
                  turned
                      .map(
                          t ->
                              (t.turns() ? "turns from %s to %s" : "DOES NOT TURN: %s, then %s")
                                  .formatted(t.before().verdict(), t.after().verdict()))
                      .orElse("names no change")));
      status = turned.isPresent() && !turned.get().turns() ? 1 : status;
    }
    progress.done(claims.size() == 1 ? "claim turned" : "claims turned");
    return status;
  }

  static List<Claim.Finding> judged(List<Claim> claims, Session session) throws Exception {
    Progress progress = session.progress(claims.size());
    List<Claim.Finding> findings = new ArrayList<>();
    for (Claim claim : claims) {
      findings.add(progress.passing(claim.id(), () -> claim.examine(session)));
    }
    progress.done(claims.size() == 1 ? "claim judged" : "claims judged");
    return findings;
  }
}
