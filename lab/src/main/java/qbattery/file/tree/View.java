package qbattery.file.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A mapping that has been checked, with access to its fields by name.
 *
 * @param mapping the mapping
 */
public record View(Node.Mapping mapping) {

  /** What the mapping's own name is called within it; nothing in a file can be called so. */
  public static final String KEY = "";

  public static View of(Node node) {
    return new View((Node.Mapping) node);
  }

  /**
   * The name under which it stands in a mapping, where its description asks for it.
   *
   * @return the name
   */
  public Node.Scalar key() {
    return (Node.Scalar) node(KEY);
  }

  public boolean has(String name) {
    return mapping.get(name).isPresent();
  }

  /**
   * What stands under a name.
   *
   * @param name a name that is there
   * @return the node
   */
  public Node node(String name) {
    return mapping.get(name).orElseThrow();
  }

  /** The text under a name that is there. */
  public String text(String name) {
    return text(node(name));
  }

  /** What each value of these names becomes. */
  public <T> Map<String, T> dictionary(Function<Node, T> made) {
    Map<String, T> values = new LinkedHashMap<>();
    for (Node.Entry entry : mapping.entries()) {
      values.put(entry.key().text(), made.apply(entry.value()));
    }
    return values;
  }

  public static String text(Node node) {
    return ((Node.Scalar) node).text();
  }

  public static <T> List<T> each(Node node, Function<Node, T> made) {
    List<T> all = new ArrayList<>();
    ((Node.Sequence) node).items().forEach(item -> all.add(made.apply(item)));
    return all;
  }
}
