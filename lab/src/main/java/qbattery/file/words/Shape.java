package qbattery.file.words;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import qbattery.file.tree.Node;
import qbattery.file.tree.Problem;
import qbattery.file.tree.Quoted;

/**
 * The values that are allowed at a place of a file. The checker holds trees to it, and the JSON
 * Schema is made from it, so that both know the same names.
 */
public sealed interface Shape {

  /** What is expected, in words that follow "expected: ". */
  String what();

  /**
   * Whatever another reader checks, such as what stands in the place of something in another file.
   */
  record Anything(String what) implements Shape {}

  /** Any text. */
  record Text(String what) implements Shape {}

  /** A name that the file gives to something: letters, digits and _, no digit first. */
  record NewName(String what) implements Shape {}

  /**
   * A text that something else reads.
   *
   * @param what what is expected
   * @param check adds what is wrong with it to problems
   */
  record Checked(String what, BiConsumer<Node.Scalar, List<Problem>> check) implements Shape {}

  /** One of some words. */
  record Choice(String what, List<String> words) implements Shape {}

  /** The name of something that the file describes elsewhere. */
  record Reference(Names names) implements Shape {
    @Override
    public String what() {
      return names.what();
    }
  }

  /** A formula. */
  record Formula(String what, Kind kind) implements Shape {
    /** What its value may be. */
    enum Kind {
      /** A real number. */
      REAL,
      /** A complex number. */
      COMPLEX,
      /** An operator, or a number that stands for its multiple of the identity. */
      OPERATOR
    }
  }

  /** A list. */
  record Items(String what, Shape item, int least, int most) implements Shape {}

  /** Names that the file gives or refers to, each with the same sort of thing. */
  record Dictionary(String what, Optional<? extends Shape> keys, Shape value, int most)
      implements Shape {}

  /** A mapping of known names. */
  record Fields(String what, List<Field> fields) implements Shape {

    public Fields {
      fields = List.copyOf(fields);
    }

    /** The field of a name. */
    public Optional<Field> field(String name) {
      return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    public List<String> names() {
      return fields.stream().map(Field::name).toList();
    }
  }

  /**
   * A mapping of one of several kinds; the first field of each is the name that tells the kind, and
   * no kind has that of another.
   */
  record Cases(String what, List<Fields> cases) implements Shape {
    public List<String> names() {
      return cases.stream().map(c -> c.fields().get(0).name()).toList();
    }
  }

  /** One of several shapes, told apart by whether they are scalars, lists or mappings. */
  record Either(String what, List<Shape> shapes) implements Shape {}

  /** A shape that is used in several places, or within itself. */
  record Named(String name, Supplier<Shape> shape) implements Shape {
    @Override
    public String what() {
      return shape.get().what();
    }
  }

  /**
   * A name in a mapping.
   *
   * @param name the name
   * @param shape what it stands for
   * @param required whether it must be there
   * @param meaning one sentence
   */
  record Field(String name, Shape shape, boolean required, String meaning) {}

  /**
   * A text of some letters.
   *
   * @param letters as a regular expression
   * @param sentence what is wrong with others, which may have a place for what stands there
   * @return the shape
   */
  static Shape matching(String letters, String sentence) {
    return new Checked(
        "a text",
        (said, problems) -> {
          if (!said.text().matches(letters)) {
            problems.add(new Problem(said.place(), sentence.formatted(Quoted.brief(said.text()))));
          }
        });
  }

  /** A name that must be there. */
  static Field required(String name, Shape shape, String meaning) {
    return new Field(name, shape, true, meaning);
  }

  /** A name that may be there. */
  static Field optional(String name, Shape shape, String meaning) {
    return new Field(name, shape, false, meaning);
  }
}
