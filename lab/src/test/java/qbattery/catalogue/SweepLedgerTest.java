package qbattery.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.claim.Claim;
import qbattery.experiment.Laboratory;
import qbattery.experiment.Workbench;
import qbattery.paper.Paper;
import qbattery.report.Ledger;

/** Papers whose claims need sweeps of steady states: all is computed again but what takes long. */
class SweepLedgerTest {

  /** Six cells take their time; its verdict for fewer is held by the paper's own tests. */
  private static final List<String> LONG = List.of("kamin2023.more-cells");

  /** One for all: claims share points. */
  private static final Laboratory LABORATORY = Workbench.inMemory();

  private static Paper paper() {
    return Catalogue.papers().stream()
        .filter(paper -> paper.id().equals("kamin2023"))
        .findFirst()
        .orElseThrow();
  }

  static List<Claim> claims() {
    return paper().claims().stream().filter(claim -> !LONG.contains(claim.id())).toList();
  }

  @ParameterizedTest
  @MethodSource("claims")
  void thePageSaysWhatTheProgramFinds(Claim claim) throws IOException {
    String alone = Ledger.section(LedgerPage.section(paper(), List.of(claim), LABORATORY));
    assertThat(LedgerPage.ofClaim(LedgerPage.read(), claim))
        .as(LedgerPage.STALE)
        .isNotEmpty()
        .isEqualTo(LedgerPage.ofClaim(alone, claim));
  }
}
