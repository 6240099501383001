package qbattery.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.Test;

/** Runs the snippets of the guide, in order, in one shell, and checks what they promise. */
class GuideTest {

  private static final Pattern FENCE = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final String RESULT = "// ->";
  private static final String REFUSAL = "// refused:";

  /** Half a unit of the last digit that the guide shows. */
  private static final double SHOWN_DIGITS = 5e-9;

  @Test
  void everySnippetCompilesRunsAndGivesWhatTheGuideSays() throws IOException {
    List<String> snippets = snippets();
    assertThat(snippets).isNotEmpty();
    int promises = 0;
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      shell.addToClasspath(System.getProperty("java.class.path"));
      for (String snippet : snippets) {
        for (String line : statements(shell, snippet)) {
          promises += check(shell, line);
        }
      }
    }
    assertThat(promises).isGreaterThan(10);
  }

  private static List<String> snippets() throws IOException {
    String page =
        Files.readString(Path.of(System.getProperty("qbattery.root"), "docs", "guide.md"));
    List<String> found = new ArrayList<>();
    Matcher fence = FENCE.matcher(page);
    while (fence.find()) {
      found.add(fence.group(1));
    }
    return found;
  }

  /** Statements with the comment that follows each on its line. */
  private static List<String> statements(JShell shell, String snippet) {
    List<String> statements = new ArrayList<>();
    String pending = "";
    for (String line : snippet.lines().toList()) {
      pending = pending.isEmpty() ? line : pending + "\n" + line;
      SourceCodeAnalysis.Completeness completeness =
          shell.sourceCodeAnalysis().analyzeCompletion(pending).completeness();
      if (pending.isBlank() || completeness.isComplete()) {
        if (!pending.isBlank()) {
          statements.add(pending);
        }
        pending = "";
      }
    }
    assertThat(pending).as("unfinished snippet").isBlank();
    return statements;
  }

  /** Runs a statement; returns 1 if it promised something, which is then checked. */
  private static int check(JShell shell, String statement) {
    int comment = Math.max(statement.indexOf(RESULT), statement.indexOf(REFUSAL));
    String code = comment < 0 ? statement : statement.substring(0, comment);
    String promise = comment < 0 ? "" : statement.substring(comment);
    SnippetEvent last = null;
    for (SnippetEvent event : shell.eval(code.strip())) {
      assertThat(event.status())
          .as(() -> statement + "\n" + shell.diagnostics(event.snippet()).toList())
          .isEqualTo(Snippet.Status.VALID);
      last = event;
    }
    assertThat(last).isNotNull();
    JShellException thrown = last.exception();
    if (promise.startsWith(REFUSAL)) {
      assertThat(thrown).as(statement).isNotNull();
      assertThat(thrown.getMessage()).isEqualTo(promise.substring(REFUSAL.length()).strip());
      return 1;
    }
    assertThat(thrown).as(statement).isNull();
    if (promise.startsWith(RESULT)) {
      String expected = promise.substring(RESULT.length()).strip();
      if (expected.equals("true") || expected.equals("false")) {
        assertThat(last.value()).as(statement).isEqualTo(expected);
      } else {
        assertThat(Double.parseDouble(last.value()))
            .as(statement)
            .isCloseTo(Double.parseDouble(expected), within(SHOWN_DIGITS));
      }
      return 1;
    }
    return 0;
  }
}
