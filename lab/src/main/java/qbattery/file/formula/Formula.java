package qbattery.file.formula;

import java.util.List;
import java.util.function.Consumer;

/** A formula as a tree; each node knows at which character of the text it begins, from 0. */
public sealed interface Formula {

  /** The number pi. */
  String PI = "pi";

  /** The imaginary unit. */
  String IMAGINARY_UNIT = "i";

  /** The operator that changes nothing. */
  String IDENTITY = "identity";

  /** Where it begins. */
  int at();

  /** The formulas that it is made of, in the order of the text. */
  default List<Formula> parts() {
    if (this instanceof Item item) {
      return List.of(item.of(), item.index());
    }
    if (this instanceof Call call) {
      return call.arguments();
    }
    if (this instanceof Negative negative) {
      return List.of(negative.of());
    }
    if (this instanceof PlusAdjoint plus) {
      return List.of(plus.of());
    }
    return this instanceof Pair pair ? List.of(pair.left(), pair.right()) : List.of();
  }

  /** A number. */
  record Literal(double value, int at) implements Formula {}

  /** A parameter, or a part of the battery. */
  record Name(String name, int at) implements Formula {}

  /** One of several, counted from 1: {@code cell[2]}. */
  record Item(Name of, Formula index, int at) implements Formula {}

  /** A function of numbers, or an operator on a part. */
  record Call(String function, List<Formula> arguments, int at) implements Formula {}

  /** The other sign. */
  record Negative(Formula of, int at) implements Formula {}

  /** Two things joined by one of {@code + - * / ^}. */
  record Pair(char sign, Formula left, Formula right, int at) implements Formula {}

  /** What stands before {@code + h.c.}, and its Hermitian conjugate. */
  record PlusAdjoint(Formula of, int at) implements Formula {}

  /** Hands out every name but those of functions, in the order of the text. */
  static void names(Formula formula, Consumer<Name> to) {
    if (formula instanceof Name name) {
      to.accept(name);
    }
    formula.parts().forEach(part -> names(part, to));
  }
}
