package qbattery.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A mapping that was found right, seen through the names that it has. */
record View(Node.Mapping mapping) {

  static View of(Node node) {
    return new View((Node.Mapping) node);
  }

  boolean has(String name) {
    return mapping.get(name).isPresent();
  }

  Node node(String name) {
    return mapping.get(name).orElseThrow();
  }

  View view(String name) {
    return of(node(name));
  }

  Expression number(String name) {
    return expression(node(name));
  }

  Expression number(String name, String otherwise) {
    return optionalNumber(name).orElseGet(() -> Expression.of(otherwise));
  }

  Optional<Expression> optionalNumber(String name) {
    return mapping.get(name).map(View::expression);
  }

  List<Expression> numbers(String name) {
    return expressions(node(name));
  }

  Optional<String> optionalText(String name) {
    return mapping.get(name).map(View::text);
  }

  String text(String name, String otherwise) {
    return optionalText(name).orElse(otherwise);
  }

  <E extends Enum<E> & Word> E word(String name, Class<E> type, E otherwise) {
    return optionalText(name).flatMap(w -> Word.find(type, w)).orElse(otherwise);
  }

  List<String> texts(String name) {
    return Scope.texts(mapping.get(name));
  }

  /** What each item of a list becomes; nothing if there is no list. */
  <T> List<T> items(String name, Function<Node, T> made) {
    return mapping.get(name).map(n -> each(n, made)).orElse(List.of());
  }

  /** What each value of a dictionary becomes. */
  <T> Map<String, T> dictionary(String name, Function<Node, T> made) {
    Map<String, T> values = new LinkedHashMap<>();
    if (has(name)) {
      for (Node.Entry entry : view(name).mapping().entries()) {
        values.put(entry.key().text(), made.apply(entry.value()));
      }
    }
    return values;
  }

  static String text(Node node) {
    return ((Node.Scalar) node).text();
  }

  static Expression expression(Node node) {
    return Expression.of(text(node));
  }

  /** A formula, or a list of them. */
  static List<Expression> expressions(Node node) {
    return node instanceof Node.Scalar ? List.of(expression(node)) : each(node, View::expression);
  }

  static Matrix matrix(Node node) {
    return new Matrix(each(node, View::expressions));
  }

  static <T> List<T> each(Node node, Function<Node, T> made) {
    List<T> all = new ArrayList<>();
    ((Node.Sequence) node).items().forEach(item -> all.add(made.apply(item)));
    return all;
  }
}
