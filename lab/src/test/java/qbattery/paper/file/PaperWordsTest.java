package qbattery.paper.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import qbattery.experiment.Workbench;
import qbattery.file.tree.Node;
import qbattery.file.tree.SourceText;
import qbattery.file.words.Shape;
import qbattery.paper.Paper;

/** Every word of paper files is in the reference, and what one begins with is right. */
class PaperWordsTest {

  private final Set<String> names = new TreeSet<>();

  private void gather(Shape shape) {
    if (shape instanceof Shape.Named named) {
      gather(named.shape().get());
    } else if (shape instanceof Shape.Either either) {
      either.shapes().forEach(this::gather);
    } else if (shape instanceof Shape.Cases cases) {
      cases.cases().forEach(this::gather);
    } else if (shape instanceof Shape.Items items) {
      gather(items.item());
    } else if (shape instanceof Shape.Dictionary dictionary) {
      gather(dictionary.value());
    } else if (shape instanceof Shape.Choice choice) {
      names.addAll(choice.words());
    } else if (shape instanceof Shape.Fields fields) {
      fields
          .fields()
          .forEach(
              f -> {
                names.add(f.name());
                gather(f.shape());
              });
    }
  }

  @Test
  void everyWordIsInTheReference() throws IOException {
    gather(PaperGrammar.file());
    names.addAll(FormulaWord.words());
    names.removeAll(List.of("linear", "logarithmic")); // spacings of battery files
    String reference =
        Files.readString(Path.of(System.getProperty("qbattery.root"), "docs", "paper-files.md"));

    assertThat(names).hasSizeGreaterThan(60);
    assertThat(names)
        .allSatisfy(name -> assertThat(reference).containsPattern("\\b" + name + "\\b"));
  }

  /** Read into records and written again, a file says the same, but for names left out. */
  @Test
  void nothingThatAFileSaysIsLostInItsRecords() throws IOException {
    List<String> texts = new ArrayList<>(List.of(SmallPaper.PAPER, PaperFiles.startingFile()));
    for (Path file : PapersTurnTest.files()) {
      texts.add(Files.readString(file));
    }
    for (String text : texts) {
      Node.Mapping said = SourceText.tree(text, "", new ArrayList<>()).orElseThrow();
      Node.Mapping written = PaperGrammar.write(PaperGrammar.read(said));
      assertThat(words(written)).isEqualTo(words(said));
    }
  }

  /** All that stands in a tree, in the order of letters. */
  private static List<String> words(Node node) {
    if (node instanceof Node.Scalar said) {
      return said.empty() || "line".equals(said.text()) ? List.of() : List.of(number(said.text()));
    }
    Stream<String> all =
        node instanceof Node.Sequence list
            ? list.items().stream().flatMap(n -> words(n).stream())
            : ((Node.Mapping) node)
                .entries().stream()
                    .flatMap(
                        e ->
                            Stream.concat(
                                Stream.of("of", "y", "drawn").anyMatch(e.key().text()::equals)
                                    ? Stream.of() // may be left out
                                    : Stream.of(number(e.key().text())),
                                words(e.value()).stream()));
    return all.filter(w -> !w.isEmpty()).sorted().toList();
  }

  private static String number(String text) {
    try {
      return String.valueOf(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return text.strip();
    }
  }

  @Test
  void whatOneBeginsWithIsRight() {
    Paper paper =
        PaperFiles.paper(
            PaperFiles.section(
                "paper.yaml", PaperFiles.startingFile(), file -> PaperFiles.startingBattery()));
    assertThat(paper.figures()).hasSize(1);
    assertThat(paper.claims())
        .hasSize(2)
        .allSatisfy(
            c ->
                assertThat(PaperFiles.turned(c, Workbench.inMemory()))
                    .get()
                    .matches(Turned::turns));
  }
}
