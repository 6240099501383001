package qbattery.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qbattery.experiment.BuildFingerprint;
import qbattery.experiment.Dice;
import qbattery.experiment.Store;

/** Runs the program in Python that docs/store.md shows. */
class StorePageTest {

  private static final int ROWS = 11;

  @TempDir Path folder;

  @Test
  void thePythonOfThePageReadsAStore() throws Exception {
    Path script = folder.resolve("mean.py");
    Files.writeString(script, snippet());
    Dice dice = new Dice("page", 4);
    Path file = folder.resolve("rows.db");
    double[] sums = new double[4];
    try (SqliteStore store = SqliteStore.open(file, SqliteStore.WhenBusy.FAIL, notice -> {})) {
      Store.Shelf shelf = store.shelf(dice, BuildFingerprint.running());
      shelf.trust();
      for (int k = 0; k < ROWS; k++) {
        shelf.put(k, dice.row(k), Optional.empty());
        for (int c = 0; c < sums.length; c++) {
          sums[c] += dice.row(k)[c];
        }
      }
    }
    List<String> lines = python(script, file, dice.identity());
    assertThat(lines).hasSize(sums.length);
    for (int c = 0; c < sums.length; c++) {
      String[] words = lines.get(c).split("\t");
      assertThat(words[0]).isEqualTo(dice.columns().get(c));
      // Python's sum may carry more digits than ours.
      assertThat(Double.parseDouble(words[1])).isCloseTo(sums[c] / ROWS, within(1e-15));
    }
  }

  private static String snippet() throws IOException {
    Path page = Path.of(System.getProperty("qbattery.root"), "docs", "store.md");
    Matcher fence =
        Pattern.compile("```python\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(page));
    assertThat(fence.find()).isTrue();
    return fence.group(1);
  }

  private List<String> python(Path script, Path file, String identity) throws Exception {
    Path output = folder.resolve("output");
    Process process;
    try {
      process =
          new ProcessBuilder("python3", script.toString(), file.toString(), identity)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
    } catch (IOException e) {
      assumeTrue(false, "There is no python3 here to run the snippet with.");
      throw e;
    }
    int status = process.waitFor();
    String text = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(status).as(text).isZero();
    return text.lines().toList();
  }
}
