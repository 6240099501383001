package qbattery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first hour of docs/first-hour.md, file by file and command by command. */
class FirstHourTest {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(yaml|sh|python)\n(.*?)^```$");
  private static final Pattern NAME = Pattern.compile("# ([a-z]+[.]yaml)(: pulse[.]yaml and)?\n");
  private static final String SHOWN = "# -> ";

  @TempDir private Path folder;

  private final List<String> python = new ArrayList<>();

  @Test
  void everyFileAndCommandDoesWhatThePageSays() throws Exception {
    String page =
        Files.readString(Path.of(System.getProperty("qbattery.root"), "docs/first-hour.md"));
    Matcher block = BLOCK.matcher(page);
    int commands = 0;
    while (block.find()) {
      String content = block.group(2);
      switch (block.group(1)) {
        case "yaml" -> write(content);
        case "sh" -> {
          commands++;
          assertThat(said(content.lines().findFirst().orElseThrow()))
              .contains(shown(content).toArray(new String[0]));
        }
        default -> python.add(content);
      }
    }
    assertThat(commands).isGreaterThanOrEqualTo(5);
    assertThat(python).hasSize(1);
    String command = Optional.ofNullable(System.getenv("QBATTERY_PYTHON")).orElse("python3");
    assumeTrue(hasQutip(command));
    Path script = Files.writeString(folder.resolve("compare.py"), python.get(0));
    assertThat(printed(List.of(command, script.toString())))
        .contains(shown(python.get(0)).toArray(new String[0]));
  }

  private boolean hasQutip(String python) throws InterruptedException {
    try {
      return new ProcessBuilder(python, "-c", "import qutip")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // there is no Python
    }
  }

  private void write(String content) throws IOException {
    Matcher name = NAME.matcher(content);
    if (!name.lookingAt()) {
      Files.writeString(folder.resolve("pulse.yaml"), content);
    } else {
      String before = name.group(2) == null ? "" : Files.readString(folder.resolve("pulse.yaml"));
      Files.writeString(folder.resolve(name.group(1)), before + content);
    }
  }

  private static List<String> shown(String content) {
    List<String> shown =
        content
            .lines()
            .filter(line -> line.startsWith(SHOWN))
            .map(line -> line.substring(SHOWN.length()))
            .toList();
    assertThat(shown).isNotEmpty();
    return shown;
  }

  /** What a command says on both streams, in the folder. */
  private String said(String command) throws Exception {
    assertThat(command).startsWith("./qb ");
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    words.addAll(List.of(command.substring("./qb ".length()).split(" ")));
    return printed(words);
  }

  private String printed(List<String> words) throws Exception {
    Process process =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
