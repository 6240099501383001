package qbattery.file.words;

import java.util.function.ObjIntConsumer;
import qbattery.file.formula.Formula;
import qbattery.file.formula.LocalWord;
import qbattery.file.formula.RealFunction;
import qbattery.file.tree.Quoted;

/** Finds names in a formula that mean nothing there. */
final class FormulaCheck {

  private final Scope scope;
  private final boolean operators;
  private final boolean complex;
  private final ObjIntConsumer<String> wrong;

  private FormulaCheck(Scope scope, Shape.Formula.Kind kind, ObjIntConsumer<String> wrong) {
    this.scope = scope;
    this.operators = kind == Shape.Formula.Kind.OPERATOR;
    this.complex = kind != Shape.Formula.Kind.REAL;
    this.wrong = wrong;
  }

  /**
   * Checks a formula.
   *
   * @param wrong takes a sentence and the character it is about
   */
  static void check(
      Formula formula, Shape.Formula.Kind kind, Scope scope, ObjIntConsumer<String> wrong) {
    new FormulaCheck(scope, kind, wrong).look(formula);
  }

  private void look(Formula formula) {
    if (formula instanceof Formula.Name name) {
      number(name);
    } else if (formula instanceof Formula.Call call) {
      call(call);
    } else {
      if (formula instanceof Formula.PlusAdjoint && !operators) {
        wrong.accept("'+ h.c.' belongs to operators; a number is expected here.", formula.at());
      }
      formula.parts().forEach(this::look);
    }
  }

  private void number(Formula.Name name) {
    String word = name.name();
    boolean known =
        scope.isParameter(word)
            || word.equals(Formula.PI)
            || (complex && word.equals(Formula.IMAGINARY_UNIT))
            || (operators && word.equals(Formula.IDENTITY));
    if (known) {
      return;
    }
    if (scope.isPart(word)) {
      wrong.accept(
          operators
              ? "'%s' is a part of the battery, not a number; did you mean number(%s)?"
                  .formatted(word, word)
              : "'%s' is a part of the battery; a number is expected here.".formatted(word),
          name.at());
    } else if ("t".equals(word) || "time".equals(word)) {
      wrong.accept(
          "'%s' has no meaning in a formula, which does not depend on time; what changes in time is a drive: {operator: sigma_x(cell), envelope: {sine: {amplitude: 1, frequency: 2}}}, or constant, step, pulse, gaussian, sech, table, product."
              .formatted(word),
          name.at());
    } else if (!scope.isUnclear(Names.PARAMETER)) {
      wrong.accept(Quoted.unknown("parameter", word, scope.numbers(complex)), name.at());
    }
  }

  private void call(Formula.Call call) {
    String word = call.function();
    var function = RealFunction.of(word);
    if (function.isPresent()) {
      int expected = function.get().arguments();
      if (call.arguments().size() != expected) {
        wrong.accept(
            "%s takes %d number%s; %d are given."
                .formatted(word, expected, expected == 1 ? "" : "s", call.arguments().size()),
            call.at());
      }
      call.arguments().forEach(this::look);
      return;
    }
    boolean known = LocalWord.of(word).isPresent() || scope.isOperator(word);
    if (!known || !operators) {
      wrong.accept(
          known
              ? "'%s' is an operator; a number is expected here.".formatted(word)
              : Quoted.unknown("function", word, scope.functions(operators)),
          call.at());
      return;
    }
    if (call.arguments().size() != 1) {
      wrong.accept("%s acts on one part; name one.".formatted(word), call.at());
      return;
    }
    Formula on = call.arguments().get(0);
    Formula.Name part =
        on instanceof Formula.Item item
            ? item.of()
            : on instanceof Formula.Name name ? name : new Formula.Name("", on.at());
    if (part.name().isEmpty()) {
      wrong.accept(
          "%s acts on a part, such as %s(cell) or %s(cell[2]).".formatted(word, word, word),
          on.at());
    } else if (!scope.isPart(part.name()) && !scope.isUnclear(Names.PART)) {
      wrong.accept(Quoted.unknown("part", part.name(), scope.partNames()), part.at());
    }
    if (on instanceof Formula.Item item) {
      look(item.index());
    }
  }
}
