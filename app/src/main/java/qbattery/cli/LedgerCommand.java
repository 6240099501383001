package qbattery.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import qbattery.claim.Claim;
import qbattery.claim.Findings;
import qbattery.paper.Paper;
import qbattery.report.Ledger;
import qbattery.report.WholeFile;

/** {@code qb ledger}. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Judges claims and writes the ledger of claims as Markdown.")
final class LedgerCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PAPER",
      description = "Papers or paper files whose claims are judged; all where none is named.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write; without it the ledger is printed.")
  private Optional<Path> file = Optional.empty();

  @Mixin private LaboratoryOptions options = new LaboratoryOptions();

  @Override
  public Integer call() throws Exception {
    if (file.isPresent() && (file.get().toString().isEmpty() || Files.isDirectory(file.get()))) {
      throw new ParameterException(
          spec.commandLine(),
          "'%s' is a folder; --out names the file to be written.".formatted(file.get()));
    }
    file.ifPresent(f -> Destinations.file(f, spec.commandLine()));
    List<Paper> papers = Choice.papers(names, spec.commandLine());
    return options.carryOut(
        spec.commandLine(), ResultsFolder.USUAL, session -> write(papers, session));
  }

  private int write(List<Paper> papers, Session session) throws Exception {
    List<Ledger.Section> sections = new ArrayList<>();
    for (Paper paper : papers) {
      List<Claim.Finding> findings = CheckCommand.judged(paper.claims(), session);
      sections.add(
          new Ledger.Section(paper.citation(), paper.news().of(new Findings(findings)), findings));
    }
    String page = Ledger.markdown(sections);
    if (file.isPresent()) {
      WholeFile.write(file.get(), page.getBytes(StandardCharsets.UTF_8));
      spec.commandLine().getErr().println("Written: " + file.get());
    } else {
      spec.commandLine().getOut().print(page);
    }
    return 0;
  }
}
