package qbattery.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.file.words.Reference;
import qbattery.measure.Measure;
import qbattery.paper.file.PaperFiles;

/** The pages on files say what the words say of themselves. */
class ReferenceTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(#([^)]*)\\)");

  private static String page(String name) throws IOException {
    return Files.readString(Path.of(System.getProperty("qbattery.root"), "docs", name));
  }

  private static String reference(String page) {
    return page.equals("battery-files.md") ? Reference.batteryFiles() : PaperFiles.reference();
  }

  @ParameterizedTest
  @ValueSource(strings = {"battery-files.md", "paper-files.md"})
  void thePageIsAsTheWordsMakeIt(String name) throws IOException {
    assertThat(page(name))
        .as("renew it: ./qb new --reference docs/%s, of papers with --paper", name)
        .isEqualTo(Reference.renewed(page(name), reference(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"battery-files.md", "paper-files.md"})
  void linksLeadToSectionsOfTheirOwn(String name) {
    String reference = reference(name);
    List<String> sections =
        reference
            .lines()
            .filter(line -> line.startsWith("### "))
            .map(line -> line.substring(4).toLowerCase(Locale.ROOT).replace(' ', '-'))
            .toList();
    assertThat(sections).doesNotHaveDuplicates().hasSizeGreaterThan(5);
    assertThat(LINK.matcher(reference).results().map(link -> link.group(1)))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(sections).contains(link));
  }

  /** Nothing is left to be guessed: each name has a sentence, each measure its definition. */
  @Test
  void eachNameHasItsMeaning() {
    assertThat(Reference.batteryFiles().lines().filter(line -> line.startsWith("| `")))
        .hasSizeGreaterThan(100)
        .allSatisfy(
            row -> assertThat(row.split("(?<!\\\\)\\|")).anyMatch(cell -> cell.endsWith(". ")));
    for (Measure measure : Measure.all()) {
      assertThat(Reference.batteryFiles())
          .contains(
              "| %s | %s | %s |".formatted(measure.formula(), measure.range(), measure.unit()));
    }
  }

  @Test
  void aPageWithoutAPlaceForItIsRefused() {
    assertThatThrownBy(() -> Reference.renewed("# Files\n", "words"))
        .hasMessageContaining("where its reference begins");
  }
}
