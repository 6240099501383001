package qbattery.paper.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.claim.Verdict;
import qbattery.experiment.LocalThreads;
import qbattery.experiment.MemoryStore;
import qbattery.experiment.ProgressListener;
import qbattery.experiment.SampleSize;
import qbattery.experiment.Workbench;
import qbattery.paper.Paper;

/**
 * Every claim of every paper file can fail: with the change that its file names, its verdict is
 * another than the ledger's.
 */
class PapersTurnTest {

  private static final Path ROOT = Path.of(System.getProperty("qbattery.root"));
  static final Path PAPERS = ROOT.resolve("examples/papers");
  private static final String LEDGER = ledger();
  private static final Pattern OF_FIRST_READING = Pattern.compile("\n- Reading \".*\": ([A-Z_]+)");
  private static final Pattern OF_ALL = Pattern.compile("\n\\*\\*([A-Z_]+)\\*\\* - ");
  private static final Path SHIPPED = ROOT.resolve("lab/src/main/resources/qbattery/paper");

  /** A tenth of the realisations; claims share their points. */
  private static final Workbench QUICK =
      new Workbench(
          new MemoryStore(),
          LocalThreads.allProcessors(),
          new SampleSize.Quick(),
          ProgressListener.none());

  private static String ledger() {
    try {
      return Files.readString(ROOT.resolve("docs/claims.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All paper files. */
  static List<Path> files() throws IOException {
    List<Path> papers = new ArrayList<>();
    for (Path folder : List.of(PAPERS, SHIPPED)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          if (file.toString().endsWith(".yaml") && PaperFiles.isPaper(file)) {
            papers.add(file);
          }
        }
      }
    }
    return papers;
  }

  static List<Paper> papers() throws IOException {
    List<Paper> papers = new ArrayList<>();
    for (Path file : files()) {
      papers.add(PaperFiles.read(file)); // which looks for mistakes
    }
    return papers;
  }

  static Stream<Arguments> claims() throws IOException {
    return papers().stream().flatMap(p -> p.claims().stream()).map(c -> Arguments.of(c.id(), c));
  }

  /**
   * The verdict under the first reading as the ledger has it, which other tests hold to the
   * program; nothing for papers that do not ship.
   */
  private static Optional<Verdict> inTheLedger(String id) {
    String heading = "\n### " + id + "\n";
    int from = LEDGER.indexOf(heading);
    if (from < 0) {
      return Optional.empty();
    }
    int to = LEDGER.indexOf("\n### ", from + heading.length());
    String section = LEDGER.substring(from, to < 0 ? LEDGER.length() : to);
    return Stream.of(OF_FIRST_READING, OF_ALL)
        .map(pattern -> pattern.matcher(section))
        .filter(Matcher::find)
        .map(found -> Verdict.valueOf(found.group(1)))
        .findFirst();
  }

  private static Verdict before(String id, Claim claim) {
    return inTheLedger(id)
        .orElseGet(() -> PaperFiles.turned(claim, QUICK).orElseThrow().before().verdict());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("claims")
  void aClaimTurnsWithTheChangeThatItsFileNames(String id, Claim claim) {
    Optional<Judgement> few = PaperFiles.changed(claim, QUICK);
    if (few.isEmpty()) {
      return; // a Java class examines it
    }
    Verdict before = before(id, claim);
    Judgement after = few.get();
    if (!turns(before, after)) { // too few realisations may not tell
      after = PaperFiles.changed(claim, Workbench.inMemory()).orElseThrow();
    }
    assertThat(turns(before, after)).as("before: %s, after: %s", before, after).isTrue();
  }

  private static boolean turns(Verdict before, Judgement after) {
    return after.verdict() != before && after.verdict() != Verdict.INCONCLUSIVE;
  }

  @Test
  void theLedgerHasTheVerdictUnderTheFirstReading() {
    assertThat(inTheLedger("arjmandi2022.gain-5-percent")).contains(Verdict.NOT_REPRODUCED);
    assertThat(inTheLedger("santos2021.eq9b")).contains(Verdict.NOT_REPRODUCED);
    assertThat(inTheLedger("andolina2018.cavity-time")).isEmpty();
  }
}
