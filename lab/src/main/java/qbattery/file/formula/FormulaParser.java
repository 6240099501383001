package qbattery.file.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qbattery.file.tree.Quoted;

/**
 * Parses formulas: numbers, names, {@code + - * / ^}, parentheses, {@code f(x, y)}, {@code
 * name[k]}, and {@code + h.c.} at the end of an operator.
 *
 * <p>A power binds stronger than a sign before it, and groups to the right: {@code -2^2} is -4.
 */
public final class FormulaParser {

  /** Longest formula. */
  static final int MOST_CHARACTERS = 20_000;

  private static final int DEEPEST = 60;

  /** Most signs of a formula: what reads the tree goes one step deeper for each. */
  private static final int MOST_SIGNS = 1000;

  /** Greek letters are letters. */
  public static final String LETTER =
      "[A-Za-z_\\u0391-\\u03A9\\u03B1-\\u03C9\\u03D1\\u03D5\\u03F5]";

  private static final Pattern NUMBER =
      Pattern.compile("(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
  private static final Pattern NAME = Pattern.compile(LETTER + "(?:" + LETTER + "|[0-9])*+");
  private static final Pattern UNIT =
      Pattern.compile("(?:[kMGTmun\\u00b5\\u03bc]?(?:Hz|eV|K|s|J|rad|W|V)|cm|ps|fs|hours?|min|mK)");

  /** Signs that look like those of a formula. */
  private static final Map<Character, String> TYPOGRAPHY =
      Map.of(
          '\u2212', "-", '\u2013', "-", '\u2014', "-", '\u00d7', "*", '\u00b7', "*", '\u22c5', "*",
          '\u00f7', "/", '\u00b2', "^2", '\u00b3', "^3", '\u221a', "sqrt()");

  private static final Pattern CONJUGATE = Pattern.compile("\\+\\s*h\\.\\s*c\\.?");

  private final String text;
  private int next;
  private int depth;
  private int signs;

  private FormulaParser(String text) {
    this.text = text;
  }

  /** Whether a word can be the name of a parameter or a part. */
  public static boolean isName(String word) {
    return NAME.matcher(word).matches();
  }

  static Formula parse(String text) {
    if (text.isBlank()) {
      throw new FormulaException(0, "A number or formula is missing here.");
    }
    if (text.length() > MOST_CHARACTERS) {
      throw new FormulaException(
          0,
          "The formula has %d characters; at most %d can be read."
              .formatted(text.length(), MOST_CHARACTERS));
    }
    FormulaParser parser = new FormulaParser(text);
    Formula formula = parser.sum(true);
    if (parser.next < text.length()) {
      throw parser.afterTheEnd();
    }
    return formula;
  }

  private Formula sum(boolean outermost) {
    Formula left = product();
    while (true) {
      skipSpace();
      int at = next;
      Matcher conjugate = CONJUGATE.matcher(text).region(next, text.length());
      if (conjugate.lookingAt()) {
        if (!outermost) {
          throw new FormulaException(
              at, "'+ h.c.' stands for the conjugate of all before it, so not within parentheses.");
        }
        next = conjugate.end();
        skipSpace();
        if (next < text.length()) {
          throw unexpected("'+ h.c.' stands at the end");
        }
        return new Formula.PlusAdjoint(left, at);
      }
      if (!take('+') && !take('-')) {
        return left;
      }
      left = pair(text.charAt(at), left, product(), at);
    }
  }

  private Formula product() {
    Formula left = signed();
    while (true) {
      skipSpace();
      int at = next;
      if (!take('*') && !take('/')) {
        return left;
      }
      left = pair(text.charAt(at), left, signed(), at);
    }
  }

  private Formula pair(char sign, Formula left, Formula right, int at) {
    if (++signs > MOST_SIGNS) {
      throw new FormulaException(
          at, "A formula has at most %d signs; write a list of formulas.".formatted(MOST_SIGNS));
    }
    return new Formula.Pair(sign, left, right, at);
  }

  private Formula signed() {
    skipSpace();
    int at = next;
    if (take('-')) {
      return new Formula.Negative(deeper(this::signed), at);
    }
    return take('+') ? deeper(this::signed) : power();
  }

  private Formula power() {
    Formula base = single();
    skipSpace();
    int at = next;
    if (text.startsWith("**", at)) {
      throw new FormulaException(at, "A power is written with '^', not '**'.");
    }
    return take('^') ? new Formula.Pair('^', base, deeper(this::signed), at) : base;
  }

  private Formula single() {
    skipSpace();
    int at = next;
    if (take('(')) {
      Formula inside = deeper(() -> sum(false));
      require(')', at);
      return inside;
    }
    Matcher number = NUMBER.matcher(text).region(next, text.length());
    if (number.lookingAt()) {
      next = number.end();
      double value = Double.parseDouble(number.group());
      if (Double.isInfinite(value)) {
        throw new FormulaException(
            at, "The number %s is too large.".formatted(Quoted.brief(number.group())));
      }
      return new Formula.Literal(value, at);
    }
    Matcher name = NAME.matcher(text).region(next, text.length());
    if (!name.lookingAt()) {
      throw unexpected("a number, a name or '(' is expected");
    }
    next = name.end();
    return named(name.group(), at);
  }

  private Formula named(String word, int at) {
    skipSpace();
    int bracket = next;
    if (take('(')) {
      List<Formula> arguments = new ArrayList<>();
      do {
        arguments.add(deeper(() -> sum(false)));
        skipSpace();
      } while (take(','));
      require(')', bracket);
      return new Formula.Call(word, List.copyOf(arguments), at);
    }
    Formula.Name name = new Formula.Name(word, at);
    if (take('[')) {
      Formula index = deeper(() -> sum(false));
      require(']', bracket);
      return new Formula.Item(name, index, at);
    }
    return name;
  }

  private Formula deeper(Supplier<Formula> part) {
    if (++depth > DEEPEST) {
      throw new FormulaException(next, "The formula is nested too deep.");
    }
    Formula inside = part.get();
    depth--;
    return inside;
  }

  private void require(char closing, int opened) {
    skipSpace();
    if (!take(closing)) {
      throw next < text.length()
          ? unexpected("'%s' is expected".formatted(closing))
          : new FormulaException(opened, "'%s' is never closed.".formatted(text.charAt(opened)));
    }
  }

  private boolean take(char wanted) {
    if (next < text.length() && text.charAt(next) == wanted) {
      next++;
      return true;
    }
    return false;
  }

  private void skipSpace() {
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
  }

  /** What follows a whole formula, and what it was meant to be. */
  private FormulaException afterTheEnd() {
    String rest = text.substring(next);
    Matcher word = NAME.matcher(rest);
    String name = word.lookingAt() ? word.group() : "";
    boolean number = next > 0 && NUMBER.matcher(text.substring(0, next).strip()).matches();
    if (number && List.of("i", "j", "I", "J").contains(name)) {
      return new FormulaException(
          next,
          "The imaginary unit is i, and a product has a '*', as in %s*i.".formatted(before()));
    }
    if (number && UNIT.matcher(name).matches()) {
      return new FormulaException(
          next,
          "'%s' is taken for a unit, and units are not written: hbar = k_B = 1, and all energies, rates and 1/times are in one unit of your choice."
              .formatted(Quoted.brief(name)));
    }
    if (number && rest.matches("(?s)_[0-9].*")) {
      return new FormulaException(
          next, "A number has no '_' between its digits; write 1000, or 1e3.");
    }
    if (number && !name.isEmpty()) {
      return new FormulaException(
          next,
          "'%s' cannot stand right behind a number; a product has a '*', as in %s*%s."
              .formatted(Quoted.brief(name), before(), Quoted.brief(name)));
    }
    if (rest.matches(",[0-9].*")) {
      return new FormulaException(next, "A number has a decimal point, such as 0.5, not a comma.");
    }
    return unexpected("the formula is complete before it, and a product has a '*'");
  }

  private String before() {
    return Quoted.brief(text.substring(0, next).strip());
  }

  private FormulaException unexpected(String wanted) {
    if (next < text.length()) {
      String plain = TYPOGRAPHY.get(text.charAt(next));
      if (plain != null) {
        return new FormulaException(
            next,
            "The sign '%s' (U+%04X) is one of typography; write '%s'."
                .formatted(text.charAt(next), (int) text.charAt(next), plain));
      }
    }
    if (next >= text.length()) {
      return new FormulaException(
          Math.max(0, text.length() - 1), "The formula ends too early: %s.".formatted(wanted));
    }
    return new FormulaException(
        next, "'%s' cannot stand here; %s.".formatted(Quoted.brief(text.substring(next)), wanted));
  }
}
