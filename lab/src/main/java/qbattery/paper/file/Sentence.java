package qbattery.paper.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import qbattery.file.formula.FormulaException;
import qbattery.file.tree.Node;
import qbattery.file.tree.Place;
import qbattery.file.tree.Problem;
import qbattery.measure.Estimate;
import qbattery.paper.judge.DataArray;
import qbattery.report.Numbers;

/**
 * A text with numbers in it: {@code {formula}} for four digits, {@code {formula to 6 digits}} for
 * six, {@code {formula with error}} for a number with its error. Between dollar signs braces are
 * those of TeX.
 *
 * @param text the text as it was written
 * @param parts its pieces, in order
 */
record Sentence(String text, List<Part> parts) {

  private static final int DIGITS = 4;
  private static final Pattern DIGITS_ASKED =
      Pattern.compile("(.*) to ([1-9]|1[0-7]) digits?", Pattern.DOTALL);

  private static final String WITH_ERROR = " with error";

  /** What rounding leaves of nothing. */
  private static final double NOTHING = 1e-12;

  /** A piece of a text. */
  sealed interface Part {}

  /** Words as they are. */
  record Words(String text) implements Part {}

  /**
   * A number.
   *
   * @param digits how many of it; 0 with its error, which tells them
   */
  record Filled(Quantity quantity, int digits) implements Part {}

  Sentence {
    parts = List.copyOf(parts);
  }

  /** Reads a text; what is wrong with its formulas is among the problems. */
  static Sentence of(Node.Scalar scalar, List<Problem> problems) {
    String text = scalar.text();
    List<Part> parts = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    boolean tex = false;
    int k = 0;
    while (k < text.length()) {
      char c = text.charAt(k);
      tex ^= c == '$';
      int end = c == '{' && !tex ? text.indexOf('}', k) : -1;
      if (c != '{' || tex) {
        words.append(c);
        k++;
        continue;
      }
      Place place =
          text.contains("\n")
              ? scalar.place()
              : new Place(
                  scalar.place().line(), scalar.place().column() + k + (scalar.plain() ? 1 : 2));
      if (end < 0) {
        problems.add(new Problem(place, "'{' is never closed; it begins a formula."));
        break;
      }
      if (!words.isEmpty()) {
        parts.add(new Words(words.toString()));
        words.setLength(0);
      }
      filled(text.substring(k + 1, end), place, parts, problems);
      k = end + 1;
    }
    if (!words.isEmpty()) {
      parts.add(new Words(words.toString()));
    }
    return new Sentence(text, parts);
  }

  private static void filled(String inside, Place place, List<Part> parts, List<Problem> problems) {
    Matcher digits = DIGITS_ASKED.matcher(inside);
    boolean error = inside.endsWith(WITH_ERROR);
    String formula =
        digits.matches()
            ? digits.group(1)
            : error ? inside.substring(0, inside.length() - WITH_ERROR.length()) : inside;
    try {
      parts.add(
          new Filled(
              Quantity.of(formula, place),
              digits.matches() ? Integer.parseInt(digits.group(2)) : error ? 0 : DIGITS));
    } catch (FormulaException e) {
      problems.add(
          new Problem(
              new Place(place.line(), place.column() + e.at()), String.valueOf(e.getMessage())));
    }
  }

  /** The formulas in it. */
  List<Quantity> quantities() {
    return parts.stream()
        .filter(Filled.class::isInstance)
        .map(p -> ((Filled) p).quantity())
        .toList();
  }

  /** The text with its numbers. */
  String filled(Function<Quantity, DataArray> value) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Words words) {
        text.append(words.text());
      } else {
        Filled filled = (Filled) part;
        text.append(
            value.apply(filled.quantity()).cells().stream()
                .map(e -> number(e, filled.digits()))
                .collect(Collectors.joining(", ")));
      }
    }
    return text.toString();
  }

  private static String number(Estimate estimate, int digits) {
    if (digits == 0) {
      return estimate.errorIsKnown() || Double.isNaN(estimate.value())
          ? Numbers.within(estimate.value(), estimate.errorIsKnown() ? estimate.error() : 0)
          : "%s (error %s)".formatted(Numbers.rounded(estimate.value(), DIGITS), Numbers.NOT_KNOWN);
    }
    double value = Math.abs(estimate.value()) < NOTHING ? 0 : estimate.value();
    return Numbers.rounded(value, digits);
  }
}
