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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No error of a number is written into the source: neither as a literal nor by a constant that
 * stands for one. What is exact has the error 0.
 */
class ErrorsAreComputedTest {

  private static final List<Path> SOURCES =
      List.of(
          Path.of("../core/src/main/java"),
          Path.of("../lab/src/main/java"),
          Path.of("src/main/java"));

  private static final Pattern MADE = Pattern.compile("new Estimate\\(|\\.widened\\(");

  /** A number with an exponent or a decimal point; one below a half is no factor. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?<![\\w.])(\\d+\\.\\d*(e[-+]?\\d+)?|\\d+e[-+]?\\d+|\\.\\d+)", Pattern.CASE_INSENSITIVE);

  private static final Pattern CONSTANT =
      Pattern.compile("static final double (\\w+) = ([-+0-9.eEx]+);");

  private static final Pattern ROUNDED = Pattern.compile("Estimate\\s*\\.rounded\\(");

  /** Classes with numbers from formulas or of starts; this list may only become shorter. */
  private static final Set<String> FORMULAS =
      Set.of(
          "Dissipators", // of a 4 x 4 matrix of rates
          "LimitsOfFits"); // the thermal population // printed fits

  /** Classes whose errors are still written into them; this list may only become shorter. */
  private static final List<String> OFFENDERS = List.of();

  @Test
  void noErrorIsWrittenIntoTheSource() throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    for (Path source : sources()) {
      List<String> wrong = wrong(Files.readString(source), constants());
      String name = String.valueOf(source.getFileName()).replace(".java", "");
      if (!wrong.isEmpty() && !OFFENDERS.contains(name)) {
        found.put(name, wrong);
      }
    }
    assertThat(found).as("errors that no computation gave").isEmpty();
  }

  /** Rounding alone is the error of a formula that is evaluated, or of a start; of no evolution. */
  @Test
  void onlyWhatAFormulaGivesIsOffByRoundingAlone() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path source : sources()) {
      if (roundsAlone(Files.readString(source))) {
        found.add(String.valueOf(source.getFileName()).replace(".java", ""));
      }
    }
    found.removeAll(FORMULAS);
    assertThat(found).as("numbers that are said to be off by rounding alone").isEmpty();
  }

  @Test
  void theRuleKnowsWhatIsOffByRoundingAlone() {
    assertThat(roundsAlone("Check.equal(name, Estimate.rounded(f(x)), 1, y)")).isTrue();
    assertThat(roundsAlone("numbers.map(Estimate::rounded)")).isTrue();
    assertThat(roundsAlone("Estimate.rounded(f(x)).times(2)")).isTrue();
    assertThat(roundsAlone("Estimate.rounded(f(x)).widened(bound)")).isFalse();
    assertThat(roundsAlone("Estimate\n.rounded(f(x))\n  .widened(bound)")).isFalse();
    assertThat(roundsAlone("apart + Estimate.rounded(x).error()")).isFalse();
  }

  /** Whether rounding is not one part of an error, but all of it. */
  private static boolean roundsAlone(String text) {
    if (text.contains("Estimate::rounded")) {
      return true;
    }
    Matcher made = ROUNDED.matcher(text);
    while (made.find()) {
      int end = made.end() + String.join(",", arguments(text, made.end())).length() + 1;
      if (!text.substring(end).strip().matches("(?s)\\.(widened|error)\\(.*")) {
        return true;
      }
    }
    return false;
  }

  @Test
  void theRuleKnowsAnAssertedError() {
    Map<String, Double> constants = Map.of("AGREED", 1e-9, "SIGMAS", 3.0);
    assertThat(wrong("new Estimate(x, 1e-7)", constants)).hasSize(1);
    assertThat(wrong("new Estimate(f(x, 2), 0.5)", constants)).hasSize(1);
    assertThat(wrong("new Estimate(x, 2)", constants)).hasSize(1);
    assertThat(wrong("new Estimate(x, error + 1e-5)", constants)).hasSize(1);
    assertThat(wrong("new Estimate(x, AGREED)", constants)).hasSize(1);
    assertThat(wrong("new Estimate(x, error + Other.AGREED)", constants)).hasSize(1);
    assertThat(wrong("found.widened(1e-3)", constants)).hasSize(1);
    assertThat(wrong("new Estimate(x, 2 * error)", constants)).isEmpty();
    assertThat(wrong("new Estimate(x, (high - low) / 2.0)", constants)).isEmpty();
    assertThat(wrong("new Estimate(3, 0)", constants)).isEmpty(); // a count
    assertThat(wrong("new Estimate(x, SIGMAS * error)", constants)).isEmpty();
    assertThat(wrong("new Estimate(1e-7, error)", constants)).isEmpty();
    assertThat(wrong("Estimate.exact(1)", constants)).isEmpty();
  }

  /** The calls whose error is a literal, or holds one or a constant that stands for one. */
  private static List<String> wrong(String text, Map<String, Double> constants) {
    List<String> wrong = new ArrayList<>();
    Matcher made = MADE.matcher(text);
    while (made.find()) {
      List<String> arguments = arguments(text, made.end());
      String error = arguments.get(arguments.size() - 1).strip();
      boolean alone = error.matches("[-+]?[0-9.]*[1-9][0-9.]*") || error.matches("[A-Z][A-Z_0-9]*");
      if (alone || holdsLiteral(error) || names(error, constants)) {
        wrong.add(String.join(",", arguments).replaceAll("\\s+", " "));
      }
    }
    return wrong;
  }

  private static boolean holdsLiteral(String error) {
    return LITERAL.matcher(error).results().anyMatch(m -> Double.parseDouble(m.group()) < 0.5);
  }

  /** Whether it names a constant that is too small to be a count of standard errors. */
  private static boolean names(String error, Map<String, Double> constants) {
    return constants.entrySet().stream()
        .filter(c -> c.getValue() < 1)
        .anyMatch(c -> Pattern.compile("\\b" + c.getKey() + "\\b").matcher(error).find());
  }

  private static List<String> arguments(String text, int from) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int start = from;
    for (int k = from; k < text.length(); k++) {
      char c = text.charAt(k);
      if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (depth == 0 && (c == ',' || c == ')')) {
        arguments.add(text.substring(start, k));
        start = k + 1;
        if (c == ')') {
          return arguments;
        }
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
      }
    }
    throw new IllegalArgumentException("A call is not closed.");
  }

  private static Map<String, Double> constants() throws IOException {
    Map<String, Double> constants = new TreeMap<>();
    for (Path source : sources()) {
      Matcher constant = CONSTANT.matcher(Files.readString(source));
      while (constant.find()) {
        constants.merge(constant.group(1), Double.parseDouble(constant.group(2)), Math::min);
      }
    }
    return constants;
  }

  private static Set<Path> sources() throws IOException {
    Set<Path> all = new TreeSet<>();
    for (Path root : SOURCES) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(f -> f.toString().endsWith(".java")).forEach(all::add);
      }
    }
    return all;
  }
}
