package qbattery.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What may stand at a place of a file, described once: what it looks like, for the checker, the
 * schema and the reference; how it is read from a node that was found right; how it is written.
 *
 * @param shape what it looks like
 * @param read makes its record
 * @param write makes its node
 * @param <T> its record
 */
record Described<T>(Shape shape, Function<Node, T> read, Function<T, Node> write) {

  /** The same, held by another record. */
  <U> Described<U> as(Function<T, U> to, Function<U, T> from) {
    return new Described<>(shape, read.andThen(to), from.andThen(write));
  }

  /** A list of these. */
  Described<List<T>> listed(String what, int least, int most) {
    return new Described<>(
        new Shape.Items(what, shape, least, most),
        node -> View.each(node, read),
        all -> Tree.all(all, write));
  }

  /** A list of one or more of these. */
  Described<List<T>> listed(String what) {
    return listed(what, 1, Grammar.LONGEST);
  }

  /** One of these as itself, or a list. */
  Described<List<T>> oneOrMore(String what, String list, int least) {
    Described<List<T>> several = listed(list, least, Grammar.LONGEST);
    return new Described<>(
        new Shape.Either(what, List.of(shape, several.shape)),
        node -> node instanceof Node.Scalar ? List.of(read.apply(node)) : several.read.apply(node),
        all -> Tree.oneOrMore(all, write));
  }

  /** Names with these. */
  Described<Map<String, T>> byName(String what, Optional<Names> keys, int most) {
    return new Described<>(
        new Shape.Dictionary(what, keys, shape, most),
        node -> View.of(node).dictionary(read),
        all -> Tree.dictionary(all, write));
  }

  /** What is used in several places, or within itself. */
  static <T> Described<T> named(String name, Supplier<Described<T>> of) {
    return new Described<>(
        new Shape.Named(name, () -> of.get().shape),
        node -> of.get().read.apply(node),
        value -> of.get().write.apply(value));
  }

  /** One of the words of an enumeration. */
  static <E extends Enum<E> & Word> Described<E> words(String what, Class<E> type) {
    return new Described<>(
        new Shape.Choice(what, Word.of(type)),
        node -> Word.find(type, View.text(node)).orElseThrow(),
        word -> Node.text(word.word()));
  }

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
  record Field(
      String name,
      Described<?> of,
      String meaning,
      String component,
      Presence presence,
      Function<View, Object> otherwise) {

    /** Whether a name must be there. */
    enum Presence {
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

    /** The same, belonging to a component of another name. */
    Field to(String other) {
      return new Field(name, of, meaning, other, presence, otherwise);
    }

    Stream<Shape.Field> shapes() {
      return presence == Presence.SPLICED
          ? ((Shape.Fields) of.shape).fields().stream()
          : name.isEmpty()
              ? Stream.of()
              : Stream.of(new Shape.Field(name, of.shape, isRequired(), meaning));
    }

    private boolean isRequired() {
      return presence == Presence.REQUIRED || presence == Presence.PRESENT;
    }

    Object in(View view) {
      if (presence == Presence.SPLICED) {
        return of.read.apply(view.mapping());
      }
      Optional<?> given = view.mapping().get(name).map(of.read);
      return switch (presence) {
        case PRESENT, OPTIONAL -> given;
        case REPLACED -> given.isPresent() ? given.get() : otherwise.apply(view);
        default -> given.orElseThrow();
      };
    }

    /** Adds it to a mapping, unless it is what holds without being said. */
    void write(Object value, Tree tree) {
      if (presence == Presence.SPLICED) {
        tree.all((Node.Mapping) node(of, value));
      } else if (value instanceof Optional<?> optional) {
        optional.ifPresent(v -> tree.node(name, node(of, v)));
      } else if (!name.isEmpty()
          && !(presence == Presence.REPLACED
              && value.equals(otherwise.apply(new View(tree.done()))))) {
        tree.node(name, node(of, value));
      }
    }
  }

  private static <A> Node node(Described<A> of, Object value) {
    @SuppressWarnings("unchecked") // the component of a field has the type that it describes
    A a = (A) value;
    return of.write.apply(a);
  }

  /** A name that must be there. */
  static Field is(String name, Described<?> of, String meaning) {
    return new Field(
        name, of, meaning, camel(name), Field.Presence.REQUIRED, view -> Optional.empty());
  }

  /** A name that may be there. */
  static Field may(String name, Described<?> of, String meaning) {
    return new Field(
        name, of, meaning, camel(name), Field.Presence.OPTIONAL, view -> Optional.empty());
  }

  /** A name that may be there; without it something else holds. */
  static Field may(String name, Described<?> of, String meaning, Object otherwise) {
    return may(name, of, meaning, view -> otherwise);
  }

  /** The same, where what else holds depends on the rest of the mapping. */
  static Field may(String name, Described<?> of, String meaning, Function<View, Object> otherwise) {
    return new Field(name, of, meaning, camel(name), Field.Presence.REPLACED, otherwise);
  }

  /** A name that must be there, though its component is optional. */
  static Field present(Field field) {
    return new Field(
        field.name,
        field.of,
        field.meaning,
        field.component,
        Field.Presence.PRESENT,
        field.otherwise);
  }

  /** Names of the same mapping that make one component together. */
  static Field spliced(String component, Described<?> of) {
    return new Field("", of, "", component, Field.Presence.SPLICED, view -> Optional.empty());
  }

  /** A component that is known, and stands nowhere. */
  static Field known(String component, Object value) {
    return may("", CommonWords.TEXT, "", view -> value).to(component);
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

  /**
   * A mapping of known names, as a record. Without words for it, it is called by the first of them.
   *
   * @throws IllegalStateException if the record has a component that no field belongs to
   */
  static <R extends Record> Described<R> record(Class<R> type, String what, Field... all) {
    List<Field> fields = List.of(all);
    List<Shape.Field> shapes = fields.stream().flatMap(Field::shapes).toList();
    Components<R> components = Components.of(type, fields);
    return new Described<>(
        new Shape.Fields(what.isEmpty() ? shapes.get(0).name() : what, shapes),
        node -> components.read(View.of(node)),
        record -> components.write(record, fields));
  }

  /** A record of one component, which looks as that. */
  static <R extends Record> Described<R> held(Class<R> type, Described<?> of) {
    String only = type.getRecordComponents()[0].getName();
    Field field = is("", of, "").to(only);
    Components<R> components = Components.of(type, List.of(field));
    return new Described<>(
        of.shape,
        node -> components.make(Stream.of(of.read.apply(node))),
        record -> node(of, components.value(record, 0)));
  }

  /**
   * One of several sorts of a thing.
   *
   * @param type the record of the sort
   * @param fits tells it from others of the same record
   * @param of what it looks like
   */
  record Sort<S>(Class<S> type, Predicate<S> fits, Described<S> of) {

    /** Of a sort that is a mapping: its names. */
    Shape.Fields names() {
      return (Shape.Fields) of.shape;
    }

    boolean has(Object value) {
      return type.isInstance(value) && fits.test(type.cast(value));
    }

    Node node(Object value) {
      return of.write.apply(type.cast(value));
    }
  }

  /** A sort that its record tells. */
  static <S> Sort<S> when(Class<S> type, Described<S> of) {
    return new Sort<>(type, any -> true, of);
  }

  /** A record of one component, which stands under a name. */
  static <S extends Record> Sort<S> kind(
      Class<S> type, String name, Described<?> of, String meaning) {
    String only = type.getRecordComponents()[0].getName();
    return when(type, record(type, "", is(name, of, meaning).to(only)));
  }

  /** A sort that stands under a name with all that it has. */
  static <S> Sort<S> under(Class<S> type, String name, Described<S> of, String meaning) {
    Shape.Field field = Shape.required(name, of.shape, meaning);
    return when(
        type,
        new Described<>(
            new Shape.Fields(name, List.of(field)),
            node -> of.read.apply(View.of(node).node(name)),
            value -> Node.mapping(name, of.write.apply(value))));
  }

  /** One of several shapes, told apart by whether they are scalars, lists or mappings. */
  static <T> Described<T> either(String what, List<? extends Sort<? extends T>> all) {
    return new Described<>(
        new Shape.Either(what, all.stream().map(s -> s.of().shape).toList()),
        node -> first(all, s -> Checker.fits(node, s.of().shape)).of().read.apply(node),
        value -> first(all, s -> s.has(value)).node(value));
  }

  /** One of two shapes. */
  static <T> Described<T> either(String what, Sort<? extends T> one, Sort<? extends T> other) {
    return either(what, List.of(one, other));
  }

  /** A mapping of one of several kinds, told by the first name of each. */
  static <T> Described<T> cases(String what, List<? extends Sort<? extends T>> sorts) {
    return new Described<>(
        new Shape.Cases(what, sorts.stream().map(Sort::names).toList()),
        node ->
            first(sorts, s -> View.of(node).has(s.names().names().get(0))).of().read.apply(node),
        value -> first(sorts, s -> s.has(value)).node(value));
  }

  private static <T> Sort<? extends T> first(
      List<? extends Sort<? extends T>> sorts, Predicate<Sort<? extends T>> found) {
    return sorts.stream()
        .<Sort<? extends T>>map(s -> s)
        .filter(found)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("A thing of no kind was found right."));
  }
}
