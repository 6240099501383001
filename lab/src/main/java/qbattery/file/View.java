package qbattery.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** What each value of these names becomes. */
  <T> Map<String, T> dictionary(Function<Node, T> made) {
    Map<String, T> values = new LinkedHashMap<>();
    for (Node.Entry entry : mapping.entries()) {
      values.put(entry.key().text(), made.apply(entry.value()));
    }
    return values;
  }

  static String text(Node node) {
    return ((Node.Scalar) node).text();
  }

  static Expression expression(Node node) {
    return Expression.of(text(node));
  }

  static <T> List<T> each(Node node, Function<Node, T> made) {
    List<T> all = new ArrayList<>();
    ((Node.Sequence) node).items().forEach(item -> all.add(made.apply(item)));
    return all;
  }
}
