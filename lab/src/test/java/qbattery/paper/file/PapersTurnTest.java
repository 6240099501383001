package qbattery.paper.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.claim.Claim;
import qbattery.experiment.Extent;
import qbattery.experiment.LocalThreads;
import qbattery.experiment.MemoryStore;
import qbattery.experiment.Watcher;
import qbattery.experiment.Workbench;
import qbattery.paper.Paper;

/** Every claim of every paper file can fail: with the change that its file names, it does. */
class PapersTurnTest {

  private static final Path ROOT = Path.of(System.getProperty("qbattery.root"));
  static final Path PAPERS = ROOT.resolve("examples/papers");
  private static final Path SHIPPED = ROOT.resolve("lab/src/main/resources/qbattery/paper");

  /** A tenth of the realisations; claims share their points. */
  private static final Workbench QUICK =
      new Workbench(
          new MemoryStore(), LocalThreads.allProcessors(), new Extent.Quick(), Watcher.none());

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

  @ParameterizedTest(name = "{0}")
  @MethodSource("claims")
  void aClaimTurnsWithTheChangeThatItsFileNames(String id, Claim claim) {
    Optional<Turned> few = PaperFiles.turned(claim, QUICK);
    if (few.isPresent() && !few.get().turns()) { // too few realisations may not tell
      Turned turned = PaperFiles.turned(claim, Workbench.inMemory()).orElseThrow();
      assertThat(turned.turns())
          .as("before: %s, after: %s", turned.before(), turned.after())
          .isTrue();
    }
  }
}
