package qbattery.paper.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import qbattery.file.formula.Expression;
import qbattery.file.formula.Formula;
import qbattery.file.formula.FormulaException;
import qbattery.file.tree.Node;
import qbattery.file.tree.Place;
import qbattery.file.tree.Problem;

/**
 * A formula of series as it was written, and where.
 *
 * @param text the formula
 * @param formula the same as a tree
 * @param place where it begins
 */
record Quantity(String text, Formula formula, Place place) {

  /**
   * Reads a formula.
   *
   * @throws FormulaException if it cannot be read
   */
  static Quantity of(String text, Place place) {
    Expression expression = Expression.of(text);
    return new Quantity(expression.toString(), expression.formula(), place);
  }

  /** A formula that stands in a file; one that cannot be read is a problem, and 0 in its place. */
  static Quantity of(Node.Scalar scalar, List<Problem> problems) {
    Place begin =
        scalar.plain()
            ? scalar.place()
            : new Place(scalar.place().line(), scalar.place().column() + 1);
    try {
      return of(scalar.text(), begin);
    } catch (FormulaException e) {
      problems.add(
          new Problem(
              new Place(begin.line(), begin.column() + e.at()), String.valueOf(e.getMessage())));
      return of("0", begin);
    }
  }

  /** Where one of its characters stands. */
  Place at(int character) {
    return new Place(place.line(), place.column() + character);
  }

  /** The names that stand for numbers or series, without those of axes in calls. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    values(formula).forEach(n -> names.add(n.name()));
    return names;
  }

  /** The names that stand for numbers or series, in the order of the text. */
  static List<Formula.Name> values(Formula formula) {
    List<Formula.Name> found = new ArrayList<>();
    gather(formula, found);
    return found;
  }

  /** Whether it makes numbers of series by more than arithmetic. */
  static boolean reduces(Formula formula) {
    boolean word =
        formula instanceof Formula.Call call && FormulaWord.of(call.function()).isPresent();
    return word || formula.parts().stream().anyMatch(Quantity::reduces);
  }

  private static void gather(Formula formula, List<Formula.Name> to) {
    if (formula instanceof Formula.Name name) {
      to.add(name);
    } else if (formula instanceof Formula.Call call) {
      List<FormulaWord.Argument> arguments =
          FormulaWord.of(call.function()).map(FormulaWord::arguments).orElse(List.of());
      for (int k = 0; k < call.arguments().size(); k++) {
        if (k >= arguments.size() || arguments.get(k) != FormulaWord.Argument.AXIS) {
          gather(call.arguments().get(k), to);
        }
      }
    } else {
      formula.parts().forEach(part -> gather(part, to));
    }
  }
}
