package qbattery.file.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts values given beside a file, as {@code a.b=value}, in the place of what it says. */
public final class Overrides {

  private Overrides() {}

  /**
   * The tree with an override.
   *
   * @param override names with points between, numbers from 1 in lists, then = and a value in YAML
   * @throws IllegalArgumentException if it cannot be read or leads nowhere
   */
  public static Node.Mapping apply(Node.Mapping root, String override) {
    int equals = override.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException(
          "'%s' is no override; it is written as name.name=value, such as parameters.J=2."
              .formatted(Quoted.brief(override)));
    }
    if (override.substring(equals + 1).isBlank()) {
      throw new IllegalArgumentException(
          "'%s' gives no value; it is written as name.name=value, such as parameters.J=2."
              .formatted(Quoted.brief(override)));
    }
    List<Problem> problems = new ArrayList<>();
    Optional<Node> value = YamlReader.read(override.substring(equals + 1), problems);
    if (value.isEmpty() || !problems.isEmpty()) {
      throw new IllegalArgumentException(
          "The value of '%s' cannot be read%s"
              .formatted(
                  Quoted.brief(override),
                  problems.isEmpty() ? "." : ": " + problems.get(0).sentence()));
    }
    String place = override.substring(0, equals).strip();
    requireNotSwept(root, place, override);
    return apply(root, place, value.get(), override);
  }

  /** What a sweep puts in the place of a parameter hides every other value. */
  private static void requireNotSwept(Node.Mapping root, String place, String override) {
    String name = place.startsWith("parameters.") ? place.substring("parameters.".length()) : "";
    boolean swept =
        root.get("sweep")
            .filter(sweep -> sweep instanceof Node.Mapping all && all.get(name).isPresent())
            .isPresent();
    if (swept) {
      throw new IllegalArgumentException(
          "'%s' would change nothing, as the file sweeps %s; give the values of the sweep, such as sweep.%s=[%s]."
              .formatted(
                  Quoted.brief(override),
                  name,
                  name,
                  Quoted.brief(override.substring(override.indexOf('=') + 1).strip())));
    }
  }

  /**
   * The tree with something in the place of what it says.
   *
   * @param place names with points between, numbers from 1 in lists
   * @param override what was asked for, for sentences
   * @throws IllegalArgumentException if it leads nowhere
   */
  public static Node.Mapping apply(Node.Mapping root, String place, Node value, String override) {
    List<String> path = List.of(place.split("\\.", -1));
    if (path.size() == 1 && root.get(path.get(0)).isEmpty() && isParameter(root, path.get(0))) {
      throw new IllegalArgumentException(
          "'%s' names nothing here; '%s' is a parameter, so parameters.%s is meant."
              .formatted(Quoted.brief(override), path.get(0), Quoted.brief(override)));
    }
    return (Node.Mapping) put(root, path, value, override);
  }

  public static boolean isParameter(Node.Mapping root, String name) {
    return root.get("parameters")
        .filter(node -> node instanceof Node.Mapping parameters && parameters.get(name).isPresent())
        .isPresent();
  }

  private static Node put(Node node, List<String> path, Node value, String override) {
    if (path.isEmpty()) {
      return value;
    }
    String name = path.get(0);
    List<String> rest = path.subList(1, path.size());
    if (node instanceof Node.Mapping mapping) {
      Optional<Node> there = mapping.get(name);
      if (there.isEmpty() && !rest.isEmpty()) {
        throw new IllegalArgumentException(
            "'%s' names nothing here. %s"
                .formatted(Quoted.brief(override), Quoted.unknown("name", name, mapping.keys())));
      }
      return mapping.with(name, put(there.orElse(value), rest, value, override));
    }
    if (node instanceof Node.Sequence sequence && name.matches("[0-9]{1,6}")) {
      int index = Integer.parseInt(name) - 1;
      if (index >= 0 && index < sequence.items().size()) {
        List<Node> items = new ArrayList<>(sequence.items());
        items.set(index, put(items.get(index), rest, value, override));
        return new Node.Sequence(items, sequence.place());
      }
    }
    throw new IllegalArgumentException(
        "'%s' names nothing here: there is no '%s' in %s."
            .formatted(Quoted.brief(override), Quoted.brief(name), node.kind()));
  }
}
