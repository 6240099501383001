package qbattery.paper.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import qbattery.experiment.Workbench;
import qbattery.file.Shape;
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
