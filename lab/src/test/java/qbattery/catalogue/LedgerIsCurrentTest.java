package qbattery.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import qbattery.paper.Paper;
import qbattery.report.Ledger;

/** Papers whose claims need no ensemble: all that the page says of them is computed again. */
class LedgerIsCurrentTest {

  @Test
  void theLedgerInTheDocsIsWhatTheProgramFinds() throws IOException {
    String page = LedgerPage.read();
    assertThat(page).as(LedgerPage.STALE).startsWith(Ledger.markdown(List.of()));
    int compared = 0;
    for (Paper paper : Catalogue.papers()) {
      Optional<Ledger.Section> found = NoEnsembles.section(paper);
      if (found.isPresent()) {
        assertThat(LedgerPage.part(page, "## " + paper.citation()))
            .as(LedgerPage.STALE)
            .isEqualTo(Ledger.section(found.get()));
        compared++;
      }
    }
    assertThat(compared).isPositive();
  }
}
