package qbattery.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
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
public record Described<T>(Shape shape, Function<Node, T> read, Function<T, Node> write) {

  /** A word, a number or a text, which is kept with its place. */
  public static final Described<Node.Scalar> SCALAR =
      new Described<>(new Shape.Text("a text"), Node.Scalar.class::cast, scalar -> scalar);

  /** Any text. */
  public static final Described<String> TEXT = text(new Shape.Text("a text"));

  /**
   * A text of some shape.
   *
   * @param shape what it looks like
   * @return its description
   */
  public static Described<String> text(Shape shape) {
    return new Described<>(shape, View::text, Node::text);
  }

  /**
   * A text that is read as something else.
   *
   * @param what what is expected
   * @param read reads it; what is wrong with it is among the problems
   * @param text what was read
   * @param <T> what it is read as
   * @return its description
   */
  public static <T> Described<T> scalar(
      String what, BiFunction<Node.Scalar, List<Problem>, T> read, Function<T, String> text) {
    return new Described<>(
        new Shape.Checked(
            what,
            (said, problems) -> {
              T unused = read.apply(said, problems);
            }),
        node -> read.apply((Node.Scalar) node, new ArrayList<>()),
        value -> Node.text(text.apply(value)));
  }

  /**
   * Names with whatever stands there, which is kept as it is.
   *
   * @param shape what it looks like
   * @return its description
   */
  public static Described<List<Node.Entry>> entries(Shape.Dictionary shape) {
    return new Described<>(shape, node -> View.of(node).mapping().entries(), Node::mapping);
  }

  /**
   * The same, held by another record.
   *
   * @param to makes the other
   * @param from makes this again
   * @param <U> the other
   * @return its description
   */
  public <U> Described<U> as(Function<T, U> to, Function<U, T> from) {
    return new Described<>(shape, read.andThen(to), from.andThen(write));
  }

  /**
   * A list of these.
   *
   * @param what what is expected
   * @param least how many there are at least
   * @param most and at most
   * @return its description
   */
  public Described<List<T>> listed(String what, int least, int most) {
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
    return oneOrMore(what, list, least, Grammar.LONGEST);
  }

  /**
   * One of these as itself, or a list.
   *
   * @param what what is expected
   * @param list what a list is called
   * @param least how many are in a list at least
   * @param most and at most
   * @return its description
   */
  public Described<List<T>> oneOrMore(String what, String list, int least, int most) {
    Described<List<T>> several = listed(list, least, most);
    return new Described<>(
        new Shape.Either(what, List.of(shape, several.shape)),
        node ->
            node instanceof Node.Sequence ? several.read.apply(node) : List.of(read.apply(node)),
        all -> Tree.oneOrMore(all, write));
  }

  /**
   * Names with these.
   *
   * @param what what is expected
   * @param most how many there are at most
   * @return its description
   */
  public Described<Map<String, T>> byName(String what, int most) {
    return byName(what, Optional.empty(), most);
  }

  /** The same, of names that stand elsewhere in the file. */
  Described<Map<String, T>> byName(String what, Names keys, int most) {
    return byName(what, Optional.of(new Shape.Reference(keys)), most);
  }

  private Described<Map<String, T>> byName(String what, Optional<Shape> keys, int most) {
    return new Described<>(
        new Shape.Dictionary(what, keys, shape, most),
        node -> View.of(node).dictionary(read),
        all -> Tree.dictionary(all, write));
  }

  /**
   * Names with these, each of which knows its own name: it has a component that is {@link #made}
   * from {@link View#key}.
   *
   * @param what what is expected
   * @param keys what a name looks like
   * @param most how many there are at most
   * @param alone of a mapping that is written {@link #shortly}: the name that may be left out
   * @return its description
   */
  public Described<Map<String, T>> knowingNames(
      String what, Shape keys, int most, String... alone) {
    return new Described<>(
        new Shape.Dictionary(what, Optional.of(keys), shape, most),
        node -> {
          Map<String, T> all = new LinkedHashMap<>();
          for (Node.Entry entry : View.of(node).mapping().entries()) {
            Node.Mapping whole = whole(entry.value(), alone);
            all.put(entry.key().text(), read.apply(whole.with(View.KEY, entry.key())));
          }
          return all;
        },
        all -> Tree.dictionary(all, write));
  }

  /**
   * A mapping that may be written as what stands under one of its names.
   *
   * @param what what is expected
   * @param name the name
   * @param alone what stands there, if it is alone
   * @return its description
   */
  public Described<T> shortly(String what, String name, Shape alone) {
    return new Described<>(
        new Shape.Either(what, List.of(alone, shape)),
        node -> read.apply(whole(node, name)),
        value -> {
          Node.Mapping all = (Node.Mapping) write.apply(value);
          return all.keys().equals(List.of(name)) ? View.of(all).node(name) : all;
        });
  }

  private static Node.Mapping whole(Node node, String... alone) {
    return node instanceof Node.Mapping mapping ? mapping : Node.mapping(alone[0], node);
  }

  /**
   * What is used in several places, or within itself.
   *
   * @param name what it is called in the schema
   * @param of what it is
   * @param <T> its record
   * @return its description
   */
  public static <T> Described<T> named(String name, Supplier<Described<T>> of) {
    Once<Described<T>> made = new Once<>(of);
    return new Described<>(
        new Shape.Named(name, () -> made.get().shape),
        node -> made.get().read.apply(node),
        value -> made.get().write.apply(value));
  }

  /** Something that is made when it is first needed. */
  private static final class Once<T> implements Supplier<T> {

    private final Supplier<T> making;
    private Optional<T> made = Optional.empty();

    Once(Supplier<T> making) {
      this.making = making;
    }

    @Override
    public synchronized T get() {
      T is = made.orElseGet(making);
      made = Optional.of(is);
      return is;
    }
  }

  /**
   * One of the words of an enumeration.
   *
   * @param what what is expected
   * @param type the enumeration
   * @param <E> the enumeration
   * @return its description
   */
  public static <E extends Enum<E> & Word> Described<E> words(String what, Class<E> type) {
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
      if (name.isEmpty()) {
        return otherwise.apply(view);
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
      } else if (name.isEmpty()) {
        return; // it follows from the others
      } else if (value instanceof Optional<?> optional) {
        optional.ifPresent(v -> tree.node(name, node(of, v)));
      } else if (presence != Presence.REPLACED
          || !value.equals(otherwise.apply(new View(tree.done())))) {
        tree.node(name, node(of, value));
      }
    }
  }

  private static <A> Node node(Described<A> of, Object value) {
    @SuppressWarnings("unchecked") // the component of a field has the type that it describes
    A a = (A) value;
    return of.write.apply(a);
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
    return new Field(
        name, of, meaning, camel(name), Field.Presence.REQUIRED, view -> Optional.empty());
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
    return new Field(
        name, of, meaning, camel(name), Field.Presence.OPTIONAL, view -> Optional.empty());
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

  /**
   * Names of the same mapping that make one component together.
   *
   * @param component the component
   * @param of a mapping
   * @return the field
   */
  public static Field spliced(String component, Described<?> of) {
    return new Field("", of, "", component, Field.Presence.SPLICED, view -> Optional.empty());
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
    return may("", TEXT, "", value).to(component);
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
   * @param type the record
   * @param what what is expected
   * @param all its names
   * @param <R> the record
   * @return its description
   * @throws IllegalStateException if the record has a component that no field belongs to
   */
  public static <R extends Record> Described<R> record(Class<R> type, String what, Field... all) {
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
   * @param <S> the record
   */
  public record Sort<S>(Class<S> type, Predicate<S> fits, Described<S> of) {

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

  /**
   * One of several shapes, told apart by whether they are scalars, lists or mappings.
   *
   * @param what what is expected
   * @param all the shapes
   * @param <T> what is common to their records
   * @return its description
   */
  public static <T> Described<T> either(String what, List<? extends Sort<? extends T>> all) {
    return new Described<>(
        new Shape.Either(what, all.stream().map(s -> s.of().shape).toList()),
        node -> first(all, s -> Checker.fits(node, s.of().shape)).of().read.apply(node),
        value -> first(all, s -> s.has(value)).node(value));
  }

  /** One of two shapes. */
  static <T> Described<T> either(String what, Sort<? extends T> one, Sort<? extends T> other) {
    return either(what, List.of(one, other));
  }

  /**
   * A mapping of one of several kinds, told by the first name of each.
   *
   * @param what what is expected
   * @param sorts the kinds
   * @param <T> what is common to their records
   * @return its description
   */
  public static <T> Described<T> cases(String what, List<? extends Sort<? extends T>> sorts) {
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
