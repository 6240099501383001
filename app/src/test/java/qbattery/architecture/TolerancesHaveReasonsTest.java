package qbattery.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A tolerance that a test writes as a number has its reason beside it: a comment on its statement
 * or on the two lines above. A constant that stands for one has a comment too. Better than a number
 * is what gives it: the error that the program states, or a count of roundings.
 */
class TolerancesHaveReasonsTest {

  private static final List<Path> TESTS =
      List.of(
          Path.of("../core/src/test/java"),
          Path.of("../lab/src/test/java"),
          Path.of("src/test/java"));

  private static final Pattern COMMENT_OR_TEXT =
      Pattern.compile(
          "\"\"\".*?\"\"\"|\"(\\\\.|[^\"\\\\\\n])*\"|'(\\\\.|[^'\\\\\\n])'|//[^\\n]*|/\\*.*?\\*/",
          Pattern.DOTALL);

  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.])(\\d+\\.?\\d*[eE][-+]?\\d+|\\d+\\.\\d+|\\.\\d+)[fd]?(?![\\w.])");

  /** What all numbers in its first argument are tolerances of. */
  private static final Pattern OFFSET = Pattern.compile("(?<!Numbers\\.)\\b(within|offset)\\(");

  /** What a small number in its last argument is a tolerance of. */
  private static final Pattern BOUND =
      Pattern.compile("\\b(isLessThan|isLessThanOrEqualTo|isBetween|isStrictlyBetween)\\(");

  /** A comparison that tests have made: found, expected, and what they may differ by. */
  private static final Pattern COMPARISON =
      Pattern.compile("\\b(assert(?!That)\\w+|\\w*[cC]lose\\w*|holds?)\\(");

  private static final Pattern COMPARED =
      Pattern.compile("(?<!-)[<>]=?\\s*(" + NUMBER.pattern() + ")(?!\\w)");

  private static final Pattern CONSTANT = Pattern.compile("static final double \\w+\\s*=([^;]*);");

  /** A bound from here on is no tolerance, but says what size a number has. */
  private static final double SMALL = 0.01;

  @Test
  void everyToleranceHasItsReason() throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    for (Path root : TESTS) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          List<String> bare = bare(Files.readString(file));
          if (!bare.isEmpty()) {
            found.put(String.valueOf(file.getFileName()), bare);
          }
        }
      }
    }
    assertThat(found).as("tolerances without a reason").isEmpty();
  }

  @Test
  void theRuleKnowsABareTolerance() {
    assertThat(bare("assertThat(x).isCloseTo(1, within(1e-9));")).hasSize(1);
    assertThat(bare("assertThat(x).isCloseTo(1, within(error + 0.01));")).hasSize(1);
    assertThat(bare("assertThat(x).isCloseTo(\n  1e-3,\n  within(2 * 1e-9));")).hasSize(1);
    assertThat(bare("Matrices.assertClose(a, f(b, c), 1e-13 * n);")).hasSize(1);
    assertThat(bare("assertThat(x).isLessThan(1e-13);")).hasSize(1);
    assertThat(bare("assertTrue(Math.abs(x) < 1e-13);")).hasSize(1);
    assertThat(bare("private static final double ROUNDING = 1e-13;")).hasSize(1);
    assertThat(bare("// rounding\nint k;\nint n;\nf(1);\nf(within(1e-9));")).hasSize(1);
  }

  @Test
  void theRuleKnowsAReasonAndWhatIsNoTolerance() {
    assertThat(bare("assertThat(x).isCloseTo(1e-3, within(ROUNDING));")).isEmpty();
    assertThat(bare("assertThat(x).isCloseTo(1, within(1e-9)); // rounding")).isEmpty();
    assertThat(bare("// rounding\nassertThat(x)\n  .isCloseTo(1, within(1e-9));")).isEmpty();
    assertThat(bare("/** Of rounding. */\nstatic final double ROUNDING = 1e-13;")).isEmpty();
    assertThat(bare("assertThat(x).isLessThan(0.5);")).isEmpty(); // a size
    assertThat(bare("assertDigits(f(t), 1e-16);")).isEmpty(); // what is expected
    assertThat(bare("assertThat(f(t -> 1e-3 * t)).isPositive();")).isEmpty();
    assertThat(bare("run(\"{within: 1e-9}\", new DormandPrince(1e-9, 1e-11));")).isEmpty();
  }

  /** The lines with a tolerance that is a number and has no comment. */
  private static List<String> bare(String text) {
    String code =
        COMMENT_OR_TEXT.matcher(text).replaceAll(m -> m.group().replaceAll("[^\\n]", " "));
    Set<Integer> places = new TreeSet<>();
    for (MatchResult call : all(OFFSET, code)) {
      List<int[]> arguments = arguments(code, call.end());
      addNumbers(code, arguments.get(0), Double.MAX_VALUE, places);
    }
    for (Pattern one : List.of(BOUND, COMPARISON)) {
      for (MatchResult call : all(one, code)) {
        List<int[]> arguments = arguments(code, call.end());
        if (one == BOUND || arguments.size() > 2) {
          addNumbers(code, arguments.get(arguments.size() - 1), SMALL, places);
        }
      }
    }
    for (Pattern one : List.of(COMPARED, CONSTANT)) {
      for (MatchResult match : all(one, code)) {
        addNumbers(code, new int[] {match.start(1), match.end(1)}, SMALL, places);
      }
    }
    String[] lines = text.split("\n", -1);
    String[] bareLines = code.split("\n", -1);
    TreeMap<Integer, String> bare = new TreeMap<>();
    for (int place : places) {
      int line = (int) code.substring(0, place).chars().filter(c -> c == '\n').count();
      if (!hasComment(lines, bareLines, line)) {
        bare.put(line, "line %d: %s".formatted(line + 1, lines[line].strip()));
      }
    }
    return List.copyOf(bare.values());
  }

  private static List<MatchResult> all(Pattern pattern, String code) {
    return pattern.matcher(code).results().toList();
  }

  private static void addNumbers(String code, int[] range, double below, Set<Integer> places) {
    Matcher number = NUMBER.matcher(code).region(range[0], range[1]);
    while (number.find()) {
      double value = Double.parseDouble(number.group());
      if (value > 0 && value < below) {
        places.add(number.start());
      }
    }
  }

  /** Whether a comment stands on the statement of a line, or on the two lines above it. */
  private static boolean hasComment(String[] lines, String[] code, int line) {
    int first = line;
    while (first > 0 && !code[first - 1].isBlank() && !endsStatement(code[first - 1])) {
      first--;
    }
    int last = line;
    while (last < lines.length - 1 && !endsStatement(code[last])) {
      last++;
    }
    for (int k = Math.max(0, first - 2); k <= last; k++) {
      String comment = lines[k].strip();
      if (comment.contains("//") || comment.endsWith("*/")) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsStatement(String code) {
    return code.strip().matches(".*[;{}]");
  }

  /** Where the arguments of a call begin and end. */
  private static List<int[]> arguments(String code, int from) {
    List<int[]> arguments = new ArrayList<>();
    int depth = 0;
    int start = from;
    for (int k = from; k < code.length(); k++) {
      char c = code.charAt(k);
      if (depth == 0 && (c == ',' || c == ')')) {
        arguments.add(new int[] {start, k});
        start = k + 1;
        if (c == ')') {
          return arguments;
        }
      } else if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
      }
    }
    throw new IllegalArgumentException("A call is not closed.");
  }
}
