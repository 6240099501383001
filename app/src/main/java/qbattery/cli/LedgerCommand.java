package qbattery.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import qbattery.catalogue.Catalogue;
import qbattery.paper.Paper;
import qbattery.report.Ledger;
import qbattery.report.WholeFile;

/** {@code qb ledger}. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Judges every claim and writes the ledger of claims as Markdown.")
final class LedgerCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write; without it the ledger is printed.")
  private Optional<Path> file = Optional.empty();

  @Override
  public Integer call() throws Exception {
    if (file.isPresent() && (file.get().toString().isEmpty() || Files.isDirectory(file.get()))) {
      throw new ParameterException(
          spec.commandLine(),
          "'%s' is a folder; --out names the file to be written.".formatted(file.get()));
    }
    List<Ledger.Section> sections = new ArrayList<>();
    for (Paper paper : Catalogue.papers()) {
      sections.add(new Ledger.Section(paper.citation(), CheckCommand.judged(paper.claims(), spec)));
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
