package qbattery.file.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import qbattery.file.formula.Evaluator;
import qbattery.file.tree.Node;
import qbattery.file.tree.Problem;
import qbattery.file.tree.Tree;
import qbattery.file.tree.View;
import qbattery.file.tree.Word;

/**
 * What may stand at a place of a file, described once: what it looks like, for the checker, the
 * schema and the reference; how it is read from a node that was found right, with values for its
 * formulas; how it is written; and the one form in which it is kept.
 *
 * @param <T> what it is read as
 */
public final class Described<T> {

  /** Reads a node that was found right. */
  interface Reader<T> {
    public T read(Node node, Evaluator values);
  }

  private final Shape shape;
  private final Reader<T> reader;
  private final Function<T, Node> writer;
  private final UnaryOperator<Node> form;

  /**
   * A description.
   *
   * @param shape what it looks like
   * @param reader makes what it stands for
   * @param writer makes its node
   * @param form makes the one form in which it is kept: names in order, nothing that holds without
   *     being said, no list of one where that stands for itself
   */
  Described(Shape shape, Reader<T> reader, Function<T, Node> writer, UnaryOperator<Node> form) {
    this.shape = shape;
    this.reader = reader;
    this.writer = writer;
    this.form = form;
  }

  /**
   * A description of what has no formulas.
   *
   * @param shape what it looks like
   * @param read makes what it stands for
   * @param write makes its node
   * @param <T> what it is read as
   * @return the description
   */
  public static <T> Described<T> of(Shape shape, Function<Node, T> read, Function<T, Node> write) {
    return new Described<>(
        shape, (node, values) -> read.apply(node), write, n -> write.apply(read.apply(n)));
  }

  /**
   * What it looks like.
   *
   * @return the shape
   */
  public Shape shape() {
    return shape;
  }

  /**
   * What a node stands for that has no formulas with names.
   *
   * @param node a node that was found right
   * @return what it stands for
   */
  public T read(Node node) {
    return read(node, Evaluator.NONE);
  }

  /**
   * What a node stands for, with values for its formulas.
   *
   * @throws IllegalArgumentException if a formula has no value, or the model refuses it
   */
  public T read(Node node, Evaluator values) {
    return reader.read(node, values);
  }

  /**
   * The node that is read as something.
   *
   * @param value what it stands for
   * @return the node
   */
  public Node write(T value) {
    return writer.apply(value);
  }

  /** What stands in a file, in the one form in which it is kept: it says the same. */
  Node written(Node node) {
    return form.apply(node);
  }

  /** The same, held by another record, which is made with what is known where it is read. */
  <U> Described<U> as(BiFunction<T, Evaluator, U> to, Function<U, T> from) {
    return new Described<>(
        shape, (node, values) -> to.apply(read(node, values), values), from.andThen(writer), form);
  }

  /** The same, made into something else; it is not written. */
  <U> Described<U> into(Function<T, U> made) {
    return into((value, values) -> made.apply(value));
  }

  /** The same, made into something else with what is known where it is read; it is not written. */
  <U> Described<U> into(BiFunction<T, Evaluator, U> made) {
    return new Described<>(
        shape, (node, values) -> made.apply(read(node, values), values), unwritten(), form);
  }

  /** Of what a file says by formulas, which its value does not tell. */
  static <T> Function<T, Node> unwritten() {
    return value -> {
      throw new IllegalStateException("The formulas of %s are not known.".formatted(value));
    };
  }

  /** The same as it stands in a file, whose formulas wait for values. */
  Described<Node> waiting() {
    return new Described<>(shape, (node, values) -> written(node), node -> node, form);
  }

  /** A word, a number or a text, which is kept with its place. */
  public static final Described<Node.Scalar> SCALAR =
      of(new Shape.Text("a text"), Node.Scalar.class::cast, scalar -> scalar);

  /** Any text. */
  public static final Described<String> TEXT = text(new Shape.Text("a text"));

  /**
   * A text of some shape.
   *
   * @param shape what it looks like
   * @return its description
   */
  public static Described<String> text(Shape shape) {
    return of(shape, View::text, Node::text);
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
    return of(
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
    return of(shape, node -> View.of(node).mapping().entries(), Node::mapping);
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
    return as((value, values) -> to.apply(value), from);
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
        (node, values) -> View.each(node, item -> read(item, values)),
        all -> Tree.all(all, writer),
        node -> Tree.all(((Node.Sequence) node).items(), this::written));
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
        (node, values) ->
            node instanceof Node.Sequence
                ? several.read(node, values)
                : List.of(read(node, values)),
        all -> Tree.oneOrMore(all, writer),
        node ->
            node instanceof Node.Sequence items
                ? Tree.oneOrMore(items.items(), this::written)
                : written(node));
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
        (node, values) -> View.of(node).dictionary(value -> read(value, values)),
        all -> Tree.dictionary(all, writer),
        node -> Tree.dictionary(View.of(node).dictionary(value -> value), this::written));
  }

  /**
   * Names with these, each of which knows its own name: it has a component that is made from {@link
   * View#key}.
   *
   * @param what what is expected
   * @param keys what a name looks like
   * @param most how many there are at most
   * @param alone of a mapping that is written {@link #shortly}: the name that may be left out
   * @return its description
   */
  public Described<Map<String, T>> knowingNames(
      String what, Shape keys, int most, String... alone) {
    return of(
        new Shape.Dictionary(what, Optional.of(keys), shape, most),
        node -> {
          Map<String, T> all = new LinkedHashMap<>();
          for (Node.Entry entry : View.of(node).mapping().entries()) {
            Node.Mapping whole = whole(entry.value(), alone);
            all.put(entry.key().text(), read(whole.with(View.KEY, entry.key())));
          }
          return all;
        },
        all -> Tree.dictionary(all, writer));
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
        (node, values) -> read(whole(node, name), values),
        value -> brief(write(value), name),
        node -> brief(written(whole(node, name)), name));
  }

  private static Node brief(Node whole, String alone) {
    return ((Node.Mapping) whole).keys().equals(List.of(alone))
        ? View.of(whole).node(alone)
        : whole;
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
        (node, values) -> made.get().read(node, values),
        value -> made.get().write(value),
        node -> made.get().written(node));
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
    return of(
        new Shape.Choice(what, Word.of(type)),
        node -> Word.find(type, View.text(node)).orElseThrow(),
        word -> Node.text(word.word()));
  }

  /** One of some words that stand for values. */
  static <T> Described<T> choice(String what, Map<String, T> words) {
    return of(
        new Shape.Choice(what, List.copyOf(words.keySet())),
        node -> words.get(View.text(node)),
        value ->
            words.entrySet().stream()
                .filter(word -> word.getValue().equals(value))
                .map(word -> Node.text(word.getKey()))
                .findFirst()
                .orElseThrow());
  }

  /** One of some words that stand for values, in their order. */
  @SafeVarargs
  static <T> Described<T> choice(String what, Map.Entry<String, ? extends T>... words) {
    Map<String, T> all = new LinkedHashMap<>();
    for (Map.Entry<String, ? extends T> word : words) {
      all.put(word.getKey(), word.getValue());
    }
    return choice(what, all);
  }

  static <A> Node node(Described<A> of, Object value) {
    @SuppressWarnings("unchecked") // the component of a field has the type that it describes
    A a = (A) value;
    return of.write(a);
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
        (node, values) -> components.read(View.of(node), values),
        record -> components.write(record, fields),
        node -> form(node, fields));
  }

  /** A mapping of known names that is kept as it stands in a file. */
  static Described<Node> tree(String what, Field... all) {
    List<Field> fields = List.of(all);
    UnaryOperator<Node> form = node -> form(node, fields);
    return new Described<>(
        new Shape.Fields(what, fields.stream().flatMap(Field::shapes).toList()),
        (node, values) -> form.apply(node),
        node -> node,
        form);
  }

  /** A mapping with its names in order, without what holds without being said. */
  private static Node form(Node node, List<Field> fields) {
    Tree tree = new Tree();
    fields.forEach(field -> field.keep(View.of(node), tree));
    return tree.done();
  }

  /** A record of one component, which looks as that. */
  static <R extends Record> Described<R> held(Class<R> type, Described<?> of) {
    String only = type.getRecordComponents()[0].getName();
    Field field = Field.is("", of, "").to(only);
    Components<R> components = Components.of(type, List.of(field));
    return new Described<>(
        of.shape,
        (node, values) -> components.make(Stream.of(of.read(node, values))),
        record -> node(of, components.value(record, 0)),
        of.form);
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
    return oneOf(
        new Shape.Either(what, all.stream().map(s -> s.of().shape).toList()),
        all,
        (node, sort) -> Checker.fits(node, sort.of().shape));
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
    return oneOf(
        new Shape.Cases(what, sorts.stream().map(Sort::names).toList()),
        sorts,
        (node, sort) -> View.of(node).has(sort.names().names().get(0)));
  }

  private static <T> Described<T> oneOf(
      Shape shape,
      List<? extends Sort<? extends T>> sorts,
      BiPredicate<Node, Sort<? extends T>> fits) {
    return new Described<>(
        shape,
        (node, values) -> first(sorts, s -> fits.test(node, s)).of().read(node, values),
        value -> first(sorts, s -> s.has(value)).node(value),
        node -> first(sorts, s -> fits.test(node, s)).of().written(node));
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
