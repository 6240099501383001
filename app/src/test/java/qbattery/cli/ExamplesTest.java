package qbattery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands that README and help give as examples do what they say. */
class ExamplesTest {

  private static final Pattern IN_README = Pattern.compile("`\\./qb ([^`]+)`");
  private static final Pattern IN_HELP = Pattern.compile("  \\./qb ((?:\\S+ )+?) +\\S");

  static List<String> examples() throws IOException {
    String readme = Files.readString(Path.of(System.getProperty("qbattery.root"), "README.md"));
    List<String> found = new ArrayList<>();
    Matcher readmeExamples = IN_README.matcher(readme);
    while (readmeExamples.find()) {
      found.add(readmeExamples.group(1).strip());
    }
    StringWriter help = new StringWriter();
    Main.run(new PrintWriter(help), new PrintWriter(help), "--help");
    Matcher helpExamples = IN_HELP.matcher(help.toString());
    while (helpExamples.find()) {
      found.add(helpExamples.group(1).strip());
    }
    assertThat(found).hasSizeGreaterThan(10).contains("list", "modes linear --cells 8");
    // Whole papers, ensembles and the ledger are run by tests of their own, and write files.
    found.removeIf(
        line ->
            line.startsWith("reproduce")
                || line.startsWith("ledger")
                || line.startsWith("calibrate")
                || line.startsWith("new")
                || line.startsWith("store")
                || line.startsWith("validate")
                || line.startsWith("run"));
    return found;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleRuns(String line) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String here = line.replace("examples/", System.getProperty("qbattery.root") + "/examples/");
    int status = Main.run(new PrintWriter(out), new PrintWriter(err), here.split(" +"));
    assertThat(status).as(err.toString()).isZero();
    assertThat(out.toString()).isNotBlank();
  }
}
