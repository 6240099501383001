package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import qbattery.claim.Verdict;
import qbattery.measure.Measure;

/** The glossary has every measure with its unit, and the gallery every example. */
class GlossaryTest {

  private static final Path ROOT = Path.of(System.getProperty("qbattery.root"));

  private static String page(String name) throws IOException {
    return Files.readString(ROOT.resolve("docs").resolve(name));
  }

  @Test
  void everyMeasureHasItsFormulaUnitAndRange() throws IOException {
    Map<String, String[]> rows = new HashMap<>();
    page("glossary.md")
        .lines()
        .filter(line -> line.startsWith("| "))
        .map(line -> line.split(" \\| "))
        .forEach(cells -> rows.put(cells[0].substring(2), cells));
    for (Measure measure : Measure.all()) {
      assertThat(rows).containsKey(measure.word());
      String[] cells = rows.get(measure.word());
      assertThat(cells).as(measure.word()).hasSize(4);
      assertThat(cells[2]).as(measure.word()).isEqualTo(measure.unit());
    }
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
