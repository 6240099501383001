package qbattery.file.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import qbattery.file.tree.Node;
import qbattery.file.tree.View;
import qbattery.linalg.Complex;
import qbattery.report.Numbers;

/**
 * A number or an operator as a formula, kept as it was written: {@code 10*Gamma}, {@code
 * J*lower(cell[1])*raise(cell[2]) + h.c.}
 *
 * <p>Two are equal if their texts are.
 */
public final class Expression {

  private final String text;
  private final Formula formula;

  private Expression(String text, Formula formula) {
    this.text = text;
    this.formula = formula;
  }

  /**
   * Parses a formula.
   *
   * @param text the formula
   * @return the expression
   * @throws IllegalArgumentException if it cannot be read; the sentence says why
   */
  public static Expression of(String text) {
    String bare = text.strip();
    return new Expression(bare, FormulaParser.parse(bare));
  }

  /**
   * The formula that stands in a file.
   *
   * @param node a node that was found right
   * @return the expression
   */
  public static Expression of(Node node) {
    return of(View.text(node));
  }

  /**
   * A complex number as a formula that has just its value.
   *
   * @param number a finite number
   * @return its text
   */
  public static String text(Complex number) {
    if (number.im() == 0) {
      return Numbers.exact(number.re());
    }
    String imaginary = Numbers.exact(StrictMath.abs(number.im())) + "*i";
    if (number.re() == 0) {
      return number.im() < 0 ? "-" + imaginary : imaginary;
    }
    return Numbers.exact(number.re()) + (number.im() < 0 ? " - " : " + ") + imaginary;
  }

  /**
   * The formula as a tree.
   *
   * @return the tree
   */
  public Formula formula() {
    return formula;
  }

  /**
   * The number it is, if it is one without names.
   *
   * @return the number
   */
  public Optional<Double> literal() {
    if (formula instanceof Formula.Literal n) {
      return Optional.of(n.value());
    }
    return formula instanceof Formula.Negative negative
            && negative.of() instanceof Formula.Literal n
        ? Optional.of(-n.value())
        : Optional.empty();
  }

  /**
   * The names it needs, each as often as it stands there.
   *
   * @return names of parameters, parts and operators; not of functions of numbers
   */
  public List<String> names() {
    List<String> found = new ArrayList<>();
    Formula.names(formula, n -> found.add(n.name()));
    return List.copyOf(found);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The formula as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
