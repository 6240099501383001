package qbattery.file.words;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import qbattery.file.formula.Evaluator;
import qbattery.file.tree.Node;
import qbattery.file.tree.Tree;
import qbattery.file.tree.View;

/**
 * A name in a mapping, with the component of a record that it belongs to.
 *
 * @param name the name; blank for a component that no name gives
 * @param of what stands there
 * @param meaning one sentence
 * @param component the component
 * @param presence whether it must be there
 * @param otherwise what holds without it, and is not written
 */
public record Field(
    String name,
    Described<?> of,
    String meaning,
    String component,
    Presence presence,
    Function<View, Object> otherwise) {

  /** Whether a name must be there. */
  public enum Presence {
    /** It must. */
    REQUIRED,
    /** It must, though the component is optional. */
    PRESENT,
    /** It may; the component is optional too. */
    OPTIONAL,
    /** It may; without it something else holds. */
    REPLACED,
    /** It has none: what it describes has names of the same mapping. */
    SPLICED
  }

  /**
   * The same, belonging to a component of another name.
   *
   * @param other the component
   * @return the field
   */
  public Field to(String other) {
    return new Field(name, of, meaning, other, presence, otherwise);
  }

  Stream<Shape.Field> shapes() {
    return presence == Presence.SPLICED
        ? ((Shape.Fields) of.shape()).fields().stream()
        : name.isEmpty()
            ? Stream.of()
            : Stream.of(new Shape.Field(name, of.shape(), isRequired(), meaning));
  }

  private boolean isRequired() {
    return presence == Presence.REQUIRED || presence == Presence.PRESENT;
  }

  Object in(View view, Evaluator values) {
    if (presence == Presence.SPLICED) {
      return of.read(view.mapping(), values);
    }
    if (name.isEmpty()) {
      return otherwise.apply(view);
    }
    Optional<?> given = view.mapping().get(name).map(node -> of.read(node, values));
    return switch (presence) {
      case PRESENT, OPTIONAL -> given;
      case REPLACED -> given.isPresent() ? given.get() : otherwise.apply(view);
      default -> given.orElseThrow();
    };
  }

  /** Adds to a mapping what another says of it, unless that holds without being said. */
  void keep(View view, Tree tree) {
    if (presence == Presence.SPLICED) {
      tree.all((Node.Mapping) of.written(view.mapping()));
    }
    view.mapping()
        .get(name)
        .map(of::written)
        .filter(
            node ->
                presence != Presence.REPLACED
                    || !node.equals(Described.node(of, otherwise.apply(new View(tree.done())))))
        .ifPresent(node -> tree.node(name, node));
  }

  /** Adds it to a mapping, unless it is what holds without being said. */
  void write(Object value, Tree tree) {
    if (presence == Presence.SPLICED) {
      tree.all((Node.Mapping) Described.node(of, value));
    } else if (name.isEmpty()) {
      return; // it follows from the others
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(v -> tree.node(name, Described.node(of, v)));
    } else if (presence != Presence.REPLACED
        || !value.equals(otherwise.apply(new View(tree.done())))) {
      tree.node(name, Described.node(of, value));
    }
  }

  /**
   * A name that must be there.
   *
   * @param name the name
   * @param of what stands there
   * @param meaning one sentence
   * @return the field, which belongs to the component of this name
   */
  public static Field is(String name, Described<?> of, String meaning) {
    return new Field(name, of, meaning, camel(name), Presence.REQUIRED, view -> Optional.empty());
  }

  /**
   * A name that may be there.
   *
   * @param name the name
   * @param of what stands there
   * @param meaning one sentence
   * @return the field, which belongs to the component of this name
   */
  public static Field may(String name, Described<?> of, String meaning) {
    return new Field(name, of, meaning, camel(name), Presence.OPTIONAL, view -> Optional.empty());
  }

  /**
   * A name that may be there; without it something else holds.
   *
   * @param name the name
   * @param of what stands there
   * @param meaning one sentence
   * @param otherwise what else holds
   * @return the field, which belongs to the component of this name
   */
  public static Field may(String name, Described<?> of, String meaning, Object otherwise) {
    return may(name, of, meaning, view -> otherwise);
  }

  /**
   * The same, where what else holds depends on the rest of the mapping.
   *
   * @param name the name
   * @param of what stands there
   * @param meaning one sentence
   * @param otherwise what else holds
   * @return the field, which belongs to the component of this name
   */
  public static Field may(
      String name, Described<?> of, String meaning, Function<View, Object> otherwise) {
    return new Field(name, of, meaning, camel(name), Presence.REPLACED, otherwise);
  }

  /** A name that must be there, though its component is optional. */
  static Field present(Field field) {
    return new Field(
        field.name, field.of, field.meaning, field.component, Presence.PRESENT, field.otherwise);
  }

  /**
   * Names of the same mapping that make one component together.
   *
   * @param component the component
   * @param of a mapping
   * @return the field
   */
  public static Field spliced(String component, Described<?> of) {
    return new Field("", of, "", component, Presence.SPLICED, view -> Optional.empty());
  }

  /**
   * A component that is known, and stands nowhere.
   *
   * @param component the component
   * @param value its value
   * @return the field
   */
  public static Field known(String component, Object value) {
    return made(component, view -> value);
  }

  /**
   * A component that follows from the rest of the mapping.
   *
   * @param component the component
   * @param value its value
   * @return the field
   */
  public static Field made(String component, Function<View, Object> value) {
    return may("", Described.TEXT, "", value).to(component);
  }

  /** {@code chemical potential} is chemicalPotential in Java. */
  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split(" ")) {
      camel.append(
          camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }
}
