package qbattery.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.claim.Claim;
import qbattery.claim.Verdict;
import qbattery.experiment.Laboratory;
import qbattery.experiment.LocalThreads;
import qbattery.experiment.MemoryStore;
import qbattery.experiment.ProgressListener;
import qbattery.experiment.SampleSize;
import qbattery.experiment.Workbench;
import qbattery.paper.Paper;
import qbattery.report.Ledger;

/**
 * Papers whose claims need ensembles, which take many minutes in full: the page is held to their
 * texts, to what is cheap in full, and to verdicts on fewer realisations.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnsembleLedgerTest {

  /** One for all: claims share ensembles. */
  private final Laboratory full = Workbench.inMemory();

  private final Laboratory quick =
      new Workbench(
          new MemoryStore(),
          LocalThreads.allProcessors(),
          new SampleSize.Quick(),
          ProgressListener.none());

  private String page = "";

  @BeforeAll
  void read() throws IOException {
    page = LedgerPage.read();
  }

  @Test
  void thePageHasEveryPaperInOrder() {
    assertThat(page.lines().filter(line -> line.startsWith("## ")))
        .as(LedgerPage.STALE)
        .containsExactlyElementsOf(
            Catalogue.papers().stream().map(paper -> "## " + paper.citation()).toList());
  }

  @Test
  void everyPaperBeginsWithWhatIsNew() {
    for (Paper paper : Catalogue.papers()) {
      assertThat(LedgerPage.part(page, "## " + paper.citation()))
          .as(LedgerPage.STALE)
          .startsWith("\n## " + paper.citation() + "\n\n**What is new here.** ");
    }
  }

  @Test
  void everyClaimIsThereAsItIsStatedNow() {
    Paper paper = arjmandi();
    String section = LedgerPage.part(page, "## " + paper.citation());
    assertThat(section.lines().filter(line -> line.startsWith("### ")))
        .as(LedgerPage.STALE)
        .containsExactlyElementsOf(
            paper.claims().stream().map(claim -> "### " + claim.id()).toList());
    for (Claim claim : paper.claims()) {
      assertThat(LedgerPage.ofClaim(page, claim))
          .as(LedgerPage.STALE)
          .contains("\n" + claim.where() + ": " + claim.says() + "\n")
          .contains("\n- Judged: " + claim.criterion() + "\n");
      assertThat(section).contains("\n| [" + claim.id() + "](#");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"order-N2", "insensitive-N2", "gain-N2", "halflife-fit-N2", "halflife-grows"})
  void whatIsCheapIsWhatTheProgramFinds(String name) {
    Claim claim = claim(name);
    String alone = Ledger.section(LedgerPage.section(arjmandi(), List.of(claim), full));
    assertThat(LedgerPage.ofClaim(page, claim))
        .as(LedgerPage.STALE)
        .isEqualTo(LedgerPage.ofClaim(alone, claim));
    String line =
        alone.lines().filter(l -> l.startsWith("| [" + claim.id())).findFirst().orElseThrow();
    assertThat(page.lines()).as(LedgerPage.STALE).contains(line);
  }

  /** A tenth of the realisations finds the same, or too little to tell. */
  @ParameterizedTest
  @ValueSource(strings = {"eq8-commutes", "energy-same", "energy-rises"})
  void aFirstLookDoesNotContradictThePage(String name) {
    Claim claim = claim(name);
    String part = LedgerPage.ofClaim(page, claim);
    assertThat(part).as(LedgerPage.STALE).contains("\n**");
    Verdict verdict = claim.examine(quick).judgement().verdict();
    String printed = part.substring(part.indexOf("\n**") + 3, part.indexOf("** - "));
    assertThat(verdict).isIn(Verdict.valueOf(printed), Verdict.INCONCLUSIVE);
  }

  private static Paper arjmandi() {
    return Catalogue.papers().stream()
        .filter(paper -> paper.id().equals("arjmandi2022"))
        .findFirst()
        .orElseThrow();
  }

  private static Claim claim(String name) {
    return arjmandi().claims().stream()
        .filter(claim -> claim.id().equals("arjmandi2022." + name))
        .findFirst()
        .orElseThrow();
  }
}
