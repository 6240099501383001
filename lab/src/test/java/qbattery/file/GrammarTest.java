package qbattery.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import qbattery.file.formula.LocalWord;
import qbattery.file.formula.RealFunction;
import qbattery.file.words.Grammar;
import qbattery.file.words.Shape;

class GrammarTest {

  private final Set<String> names = new TreeSet<>();
  private final Set<String> seen = new HashSet<>();

  private void gather(Shape shape) {
    if (shape instanceof Shape.Named named) {
      if (seen.add(named.name())) {
        gather(named.shape().get());
      }
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
      names.addAll(fields.names());
      fields.fields().forEach(f -> gather(f.shape()));
    }
  }

  @Test
  void everyNameIsInTheReference() throws IOException {
    gather(Grammar.file());
    names.addAll(LocalWord.words());
    names.addAll(RealFunction.words());
    String reference =
        Files.readString(Path.of(System.getProperty("qbattery.root"), "docs", "battery-files.md"))
            .replaceAll("\\s+", " ");

    assertThat(names).hasSizeGreaterThan(120);
    assertThat(names)
        .allSatisfy(name -> assertThat(reference).containsPattern("\\b" + name + "\\b"));
  }

  /** What the mutations start from leaves no name out. */
  @Test
  void everyNameIsInARightFile() {
    gather(Grammar.file());
    String all = String.join("\n", RightFiles.all().values());

    Set<String> unused = new TreeSet<>(names);
    unused.removeIf(name -> all.matches("(?s).*\\b" + name + "\\b.*"));
    assertThat(unused).isEmpty();
  }
}
