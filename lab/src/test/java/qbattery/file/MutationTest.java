package qbattery.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import qbattery.file.tree.Problem;
import qbattery.file.tree.WrongFileException;

/** Wrong files by mutation of right ones: each gives sentences, and none anything else. */
class MutationTest {

  private static final int WRONG_FILES = 1200;

  private static final List<String> GARBAGE =
      List.of(
          "\t",
          "\u0000",
          "\uFFFE",
          "]",
          "}",
          "{",
          "[",
          ": ",
          "- ",
          "'",
          "\"",
          "&a ",
          "*a",
          "!!x ",
          "%",
          "@",
          "|",
          ">",
          "?",
          "---\n",
          "...\n",
          "#",
          ",",
          "\u202E",
          "\uD83D\uDE00");

  private static final List<String> VALUES =
      List.of(
          "NaN",
          ".nan",
          ".inf",
          "-1",
          "1e999",
          "1e308*1e308",
          "0/0",
          "1/0",
          "-5",
          "1e300",
          "0.5",
          "1.0000001",
          "null",
          "~",
          "[]",
          "{}",
          "[[]]",
          "ergotrpy",
          "true",
          "''",
          "sqrt(-1)",
          "999999999999",
          "(((((1)))))",
          "lower(cell)",
          "cell",
          "cell[9]",
          "foo(1)",
          "1 +",
          "i",
          "a: b",
          "[1, 2, 3, 4, 5, 6, 7]",
          "{cells: 3}",
          "J",
          "\u03c9",
          "2^2^2^2^2^2",
          "1e-400");

  @Test
  void everyWrongFileGivesASentenceAtAPlaceThatItHas() {
    List<Map.Entry<String, String>> right = List.copyOf(RightFiles.all().entrySet());
    Random random = new Random(20);
    int wrong = 0;
    for (int k = 0; wrong < WRONG_FILES; k++) {
      assertThat(k).as("files that were tried").isLessThan(4 * WRONG_FILES);
      String text = right.get(k % right.size()).getValue();
      for (int m = 1 + random.nextInt(2); m > 0; m--) {
        text = mutated(text, random);
      }
      try {
        BatteryFiles.parse("f.yaml", text, List.of());
      } catch (WrongFileException e) {
        wrong++;
        holds(text, e);
      } catch (RuntimeException | StackOverflowError e) {
        fail("Mutation %d is answered by %s:%n%s".formatted(k, e, text), e);
      }
    }
  }

  private static void holds(String text, WrongFileException e) {
    List<String> lines = text.lines().toList();
    assertThat(e.problems()).isNotEmpty();
    for (Problem problem : e.problems()) {
      int line = problem.place().line();
      assertThat(line).as(problem + "\n" + text).isBetween(1, Math.max(1, lines.size()));
      int length = lines.isEmpty() ? 0 : lines.get(line - 1).length();
      assertThat(problem.place().column()).as(problem + "\n" + text).isBetween(1, length + 1);
      assertThat(problem.sentence())
          .as(text)
          .matches(Pattern.compile(".*[.?)\"]", Pattern.DOTALL))
          .doesNotContain("Exception", "qbattery.", "java.", "Optional[", "Record[")
          .hasSizeBetween(12, 800);
    }
  }

  static String mutated(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (random.nextInt(11)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, line);
      case 2 -> lines.set(at, "  " + line);
      case 3 -> lines.set(at, line.stripLeading());
      case 4 -> {
        int place = random.nextInt(line.length() + 1);
        String garbage = GARBAGE.get(random.nextInt(GARBAGE.size()));
        lines.set(at, line.substring(0, place) + garbage + line.substring(place));
      }
      case 5, 6, 7 -> lines.set(at, otherValue(line, random));
      case 8 -> lines.set(at, misspelt(line, random));
      case 9 -> lines.set(at, lines.get(random.nextInt(lines.size())));
      default -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
    }
    return String.join("\n", lines) + "\n";
  }

  /** One value of a line, behind a colon or a comma, replaced by another. */
  private static String otherValue(String line, Random random) {
    Matcher values = Pattern.compile("(?<=[:,\\[-] )[^,{}\\[\\]]+").matcher(line);
    List<int[]> found = new ArrayList<>();
    while (values.find()) {
      found.add(new int[] {values.start(), values.end()});
    }
    if (found.isEmpty()) {
      return line + " x";
    }
    int[] one = found.get(random.nextInt(found.size()));
    return line.substring(0, one[0])
        + VALUES.get(random.nextInt(VALUES.size()))
        + line.substring(one[1]);
  }

  /** One letter of a word dropped or doubled. */
  private static String misspelt(String line, Random random) {
    if (line.isBlank()) {
      return "x: y";
    }
    int place = random.nextInt(line.length());
    return random.nextBoolean()
        ? line.substring(0, place) + line.substring(place + 1)
        : line.substring(0, place) + line.charAt(place) + line.substring(place);
  }
}
