package qbattery.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import qbattery.claim.Claim;
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

  @Mixin private LaboratoryOptions options = new LaboratoryOptions();

  @Override
  public Integer call() throws Exception {
    List<Claim> claims = Choice.claims(names, spec.commandLine());
    return options.carryOut(
        spec.commandLine(),
        ResultsFolder.USUAL,
        session -> {
          List<Claim.Finding> findings = judged(claims, session);
          spec.commandLine()
              .getOut()
              .print(json ? Json.findings(findings) : ClaimsText.details(findings));
          return 0;
        });
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
