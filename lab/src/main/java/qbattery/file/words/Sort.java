package qbattery.file.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import qbattery.file.tree.Node;
import qbattery.file.tree.View;

/**
 * One of several sorts of a thing.
 *
 * @param type the record of the sort
 * @param fits tells it from others of the same record
 * @param of what it looks like
 * @param <S> the record
 */
public record Sort<S>(Class<S> type, Predicate<S> fits, Described<S> of) {

  /** Of a sort that is a mapping: its names. */
  Shape.Fields names() {
    return (Shape.Fields) of.shape();
  }

  boolean has(Object value) {
    return type.isInstance(value) && fits.test(type.cast(value));
  }

  Node node(Object value) {
    return of.write(type.cast(value));
  }

  /** Those of a sort that have a name. */
  @SafeVarargs
  static <S> Sort<S> chosen(Class<S> type, String what, Map.Entry<String, ? extends S>... words) {
    Map<String, S> all = new LinkedHashMap<>();
    for (Map.Entry<String, ? extends S> word : words) {
      all.put(word.getKey(), word.getValue());
    }
    return new Sort<>(type, all::containsValue, Described.choice(what, all));
  }

  /**
   * A sort that its record tells.
   *
   * @param type the record
   * @param of what it looks like
   * @param <S> the record
   * @return the sort
   */
  public static <S> Sort<S> when(Class<S> type, Described<S> of) {
    return new Sort<>(type, any -> true, of);
  }

  /** A record of one component, which stands under a name. */
  static <S extends Record> Sort<S> kind(
      Class<S> type, String name, Described<?> of, String meaning) {
    String only = type.getRecordComponents()[0].getName();
    return when(type, Described.record(type, "", Field.is(name, of, meaning).to(only)));
  }

  /** A sort that stands under a name with all that it has. */
  static <S> Sort<S> under(Class<S> type, String name, Described<S> of, String meaning) {
    Shape.Field field = Shape.required(name, of.shape(), meaning);
    return when(
        type,
        new Described<>(
            new Shape.Fields(name, List.of(field)),
            (node, values) -> of.read(View.of(node).node(name), values),
            value -> Node.mapping(name, of.write(value)),
            node -> Node.mapping(name, of.written(View.of(node).node(name)))));
  }
}
