package qbattery.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.claim.Claim;
import qbattery.claim.Findings;
import qbattery.experiment.Laboratory;
import qbattery.experiment.Workbench;
import qbattery.paper.Paper;
import qbattery.report.Ledger;

/** Papers whose claims need no ensembles: what the page says of them is computed again. */
class LedgerIsCurrentTest {

  /** Six cells take their time; its verdict for fewer is held by the paper's own tests. */
  private static final List<String> LONG = List.of("kamin2023.more-cells");

  /** One for all: claims share points. */
  private static final Laboratory LABORATORY = Workbench.inMemory();

  private static Paper paper(String id) {
    return Catalogue.papers().stream()
        .filter(paper -> paper.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thePageBeginsAsTheProgramWritesIt() throws IOException {
    assertThat(LedgerPage.read()).as(LedgerPage.STALE).startsWith(Ledger.markdown(List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"santos2021", "quach2020"})
  void wholePapers(String id) throws IOException {
    Paper paper = paper(id);
    Ledger.Section found = LedgerPage.section(paper, paper.claims(), LABORATORY);
    assertThat(LedgerPage.part(LedgerPage.read(), "## " + paper.citation()))
        .as(LedgerPage.STALE)
        .isEqualTo(
            Ledger.section(
                new Ledger.Section(
                    found.title(),
                    paper.news().of(new Findings(found.findings())),
                    found.findings())));
  }

  static Stream<Claim> claims() {
    return paper("kamin2023").claims().stream().filter(claim -> !LONG.contains(claim.id()));
  }

  @ParameterizedTest
  @MethodSource("claims")
  void claimByClaim(Claim claim) throws IOException {
    String alone =
        Ledger.section(LedgerPage.section(paper("kamin2023"), List.of(claim), LABORATORY));
    assertThat(LedgerPage.ofClaim(LedgerPage.read(), claim))
        .as(LedgerPage.STALE)
        .isNotEmpty()
        .isEqualTo(LedgerPage.ofClaim(alone, claim));
  }
}
