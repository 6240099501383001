package qbattery.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import qbattery.claim.Claim;
import qbattery.paper.Paper;

/** {@code qb list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lists papers, their figures, and what their claims say.")
final class ListCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PAPER",
      description = "Papers or paper files; all papers where none is named.")
  private List<String> names = new ArrayList<>();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    List<Paper> papers = Choice.papers(names, spec.commandLine());
    for (Paper paper : papers) {
      out.println(paper.id() + "  " + paper.citation());
      out.println();
      out.println("  figures");
      for (Paper.Figure figure : paper.figures()) {
        out.println("    %-40s %s".formatted(figure.id(), figure.title()));
      }
      out.println();
      out.println("  claims");
      for (Claim claim : paper.claims()) {
        out.println("    %-40s %s".formatted(claim.id(), claim.where()));
        out.println("      " + claim.says());
      }
    }
  }
}
