package qbattery.paper.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import qbattery.file.formula.Formula;
import qbattery.file.formula.RealFunction;
import qbattery.file.tree.Quoted;

/**
 * The names that a formula may use, with messages about those that it may not.
 *
 * @param what what such a name stands for, in a sentence
 * @param values names of series, measures, results, numbers
 * @param axes names of axes
 */
record FormulaNames(String what, Collection<String> values, Collection<String> axes) {

  static final String PI = "pi";

  /** Looks through a formula; what is wrong is said with the character where it begins. */
  void check(Formula formula, ObjIntConsumer<String> wrong) {
    if (formula instanceof Formula.Name name) {
      if (!values.contains(name.name()) && !axes.contains(name.name()) && !PI.equals(name.name())) {
        List<String> known = new ArrayList<>(values);
        known.addAll(axes);
        wrong.accept(Quoted.unknown(what, name.name(), known), name.at());
      }
    } else if (formula instanceof Formula.Negative || formula instanceof Formula.Pair) {
      formula.parts().forEach(part -> check(part, wrong));
    } else if (isCourse(formula)) {
      wrong.accept(
          "A course runs over all times; take a number of it, as in largest(course(...)).",
          formula.at());
    } else if (formula instanceof Formula.Call call) {
      call(call, wrong);
    } else if (!(formula instanceof Formula.Literal)) {
      wrong.accept("Brackets and + h.c. mean nothing in a formula of series.", formula.at());
    }
  }

  /** Whether it is one of the word course. */
  static boolean isCourse(Formula formula) {
    return formula instanceof Formula.Call call
        && FormulaWord.COURSE.word().equals(call.function());
  }

  private void call(Formula.Call call, ObjIntConsumer<String> wrong) {
    Optional<RealFunction> real = RealFunction.of(call.function());
    Optional<FormulaWord> word = FormulaWord.of(call.function());
    int count = call.arguments().size();
    if (real.isPresent()) {
      if (count != real.get().arguments()) {
        wrong.accept(
            "%s takes %d numbers, not %d."
                .formatted(call.function(), real.get().arguments(), count),
            call.at());
      }
      call.arguments().forEach(a -> check(a, wrong));
      return;
    }
    if (word.isEmpty()) {
      List<String> known = new ArrayList<>(FormulaWord.words());
      known.addAll(RealFunction.words());
      wrong.accept(Quoted.unknown("function", call.function(), known), call.at());
      return;
    }
    List<FormulaWord.Argument> arguments = word.get().arguments();
    if (count < word.get().fewest() || count > arguments.size()) {
      wrong.accept("It is written %s.".formatted(word.get().usage()), call.at());
      return;
    }
    for (int k = 0; k < count; k++) {
      Formula argument = call.arguments().get(k);
      boolean course = arguments.get(k) == FormulaWord.Argument.COURSE;
      if (isCourse(argument) && (course || (k == 0 && word.get().takesCourse()))) {
        call((Formula.Call) argument, wrong);
      } else if (course) {
        wrong.accept("It is written %s.".formatted(word.get().usage()), call.at());
      } else if (arguments.get(k) != FormulaWord.Argument.AXIS) {
        check(argument, wrong);
      } else if (!(argument instanceof Formula.Name axis)) {
        wrong.accept("The name of an axis is expected here.", argument.at());
      } else if (!axes.contains(axis.name())) {
        wrong.accept(Quoted.unknown("axis", axis.name(), axes), axis.at());
      }
    }
  }
}
