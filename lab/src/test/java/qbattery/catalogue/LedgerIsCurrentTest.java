package qbattery.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.experiment.Laboratory;
import qbattery.experiment.Workbench;
import qbattery.report.Ledger;

class LedgerIsCurrentTest {

  @Test
  void theLedgerInTheDocsIsWhatTheProgramFinds() throws IOException {
    Laboratory laboratory = Workbench.inMemory(); // one for all: claims share ensembles
    List<Ledger.Section> sections =
        Catalogue.papers().stream()
            .map(
                p ->
                    new Ledger.Section(
                        p.citation(),
                        p.claims().stream().map(claim -> claim.examine(laboratory)).toList()))
            .toList();
    Path page = Path.of(System.getProperty("qbattery.root"), "docs", "claims.md");
    assertThat(Files.readString(page))
        .as("docs/claims.md is stale: run ./qb ledger --out docs/claims.md")
        .isEqualTo(Ledger.markdown(sections));
  }
}
