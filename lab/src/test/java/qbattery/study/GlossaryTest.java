package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import qbattery.claim.Verdict;

/** The glossary has every verdict, and the gallery every example. */
class GlossaryTest {

  private static final Path ROOT = Path.of(System.getProperty("qbattery.root"));

  private static String page(String name) throws IOException {
    return Files.readString(ROOT.resolve("docs").resolve(name));
  }

  @Test
  void everyVerdictIsExplained() throws IOException {
    String page = page("glossary.md");
    assertThat(page).contains(Stream.of(Verdict.values()).map(Verdict::name).toList());
  }

  @Test
  void everyExampleHasItsPictureInTheGallery() throws IOException {
    String gallery = page("gallery.md");
    List<String> examples;
    try (Stream<Path> files = Files.list(ROOT.resolve("examples"))) {
      examples =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .map(name -> name.replace(".yaml", ""))
              .toList();
    }
    assertThat(examples).hasSizeGreaterThan(10);
    for (String example : examples) {
      assertThat(gallery)
          .contains("(../examples/" + example + ".yaml)", "(figures/gallery/" + example + ".svg)");
      assertThat(ROOT.resolve("docs/figures/gallery/" + example + ".svg")).isNotEmptyFile();
    }
  }
}
