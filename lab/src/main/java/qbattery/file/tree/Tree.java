package qbattery.file.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import qbattery.report.Numbers;

/** Builds mappings name by name. */
public final class Tree {

  private final List<Node.Entry> entries = new ArrayList<>();

  /** All names of another mapping. */
  public Tree all(Node.Mapping more) {
    entries.addAll(more.entries());
    return this;
  }

  public static <T> Node dictionary(Map<String, T> values, Function<T, Node> made) {
    Tree tree = new Tree();
    values.forEach((name, value) -> tree.node(name, made.apply(value)));
    return tree.done();
  }

  public Tree node(String name, Node node) {
    entries.add(new Node.Entry(Node.text(name), node));
    return this;
  }

  public Node.Mapping done() {
    return Node.mapping(entries);
  }

  /** A number, in the shortest text that is read as the same double. */
  public static Node of(double number) {
    return Node.text(Numbers.exact(number));
  }

  public static <T> Node all(List<T> items, Function<T, Node> made) {
    return Node.list(items.stream().map(made).toList());
  }

  /** One thing as itself, several as a list. */
  public static <T> Node oneOrMore(List<T> items, Function<T, Node> made) {
    return items.size() == 1 ? made.apply(items.get(0)) : all(items, made);
  }
}
