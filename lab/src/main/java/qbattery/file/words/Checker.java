package qbattery.file.words;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qbattery.file.formula.Expression;
import qbattery.file.formula.FormulaException;
import qbattery.file.formula.FormulaParser;
import qbattery.file.formula.SiteName;
import qbattery.file.tree.Meant;
import qbattery.file.tree.Node;
import qbattery.file.tree.Place;
import qbattery.file.tree.Places;
import qbattery.file.tree.Problem;
import qbattery.file.tree.Quoted;

/** Compares a tree with a shape and finds every mismatch. */
public final class Checker {

  private static final String DECIMAL_COMMA =
      "A number has a decimal point, such as 0.5; the comma before this '%s' ends what stands before it.";

  private final Scope scope;
  private final List<Problem> problems;
  private final Map<String, Place> places = new HashMap<>();

  private Checker(Scope scope, List<Problem> problems) {
    this.scope = scope;
    this.problems = problems;
  }

  /**
   * Checks a tree.
   *
   * @param problems takes what is wrong
   * @return where things stand
   */
  public static Places check(Node root, Shape shape, Scope scope, List<Problem> problems) {
    Checker checker = new Checker(scope, problems);
    checker.look(root, shape, "");
    return new Places(checker.places);
  }

  /**
   * Checks a tree that refers to nothing in a battery file.
   *
   * @param root the tree
   * @param shape what it must be; its formulas know no parameters
   * @param problems takes what is wrong
   * @return where things stand
   */
  public static Places check(Node root, Shape shape, List<Problem> problems) {
    return check(root, shape, Scope.of(Node.mapping(List.of())), problems);
  }

  private void look(Node node, Shape shape, String path) {
    places.put(path, node.place());
    if (shape instanceof Shape.Named named) {
      look(node, named.shape().get(), path);
    } else if (shape instanceof Shape.Either either) {
      either(node, either, path);
    } else if (shape instanceof Shape.Anything) {
      return;
    } else if (shape instanceof Shape.Items items) {
      items(node, items, path);
    } else if (shape instanceof Shape.Fields fields) {
      mapping(node, fields.what()).ifPresent(m -> fields(m, fields, path));
    } else if (shape instanceof Shape.Cases cases) {
      mapping(node, cases.what()).ifPresent(m -> cases(m, cases, path));
    } else if (shape instanceof Shape.Dictionary dictionary) {
      mapping(node, dictionary.what()).ifPresent(m -> dictionary(m, dictionary, path));
    } else if (node instanceof Node.Scalar scalar && !scalar.empty()) {
      scalar(scalar, shape);
    } else {
      expected(node, shape.what());
    }
  }

  private void scalar(Node.Scalar scalar, Shape shape) {
    if (shape instanceof Shape.Choice choice) {
      if (!choice.words().contains(scalar.text())) {
        wrong(scalar.place(), Quoted.unknown(noun(choice.what()), scalar.text(), choice.words()));
      }
    } else if (shape instanceof Shape.Checked checked) {
      checked.check().accept(scalar, problems);
    } else if (shape instanceof Shape.Formula formula) {
      formula(scalar, formula.kind());
    } else if (shape instanceof Shape.Reference reference) {
      reference(scalar, reference.names());
    } else if (shape instanceof Shape.NewName && !FormulaParser.isName(scalar.text())) {
      wrong(
          scalar.place(),
          "'%s' cannot be a name: a name has letters, digits and _ and begins with no digit."
              .formatted(Quoted.brief(scalar.text())));
    }
  }

  private void formula(Node.Scalar scalar, Shape.Formula.Kind kind) {
    try {
      FormulaCheck.check(
          Expression.of(scalar.text()).formula(),
          kind,
          scope,
          (sentence, at) -> wrong(within(scalar, at), sentence));
    } catch (FormulaException e) {
      wrong(within(scalar, e.at()), String.valueOf(e.getMessage()));
    }
  }

  /** The place of a character of a scalar; its beginning if the scalar has several lines. */
  private static Place within(Node.Scalar scalar, int at) {
    Place begin = scalar.place();
    return scalar.text().contains("\n")
        ? begin
        : new Place(begin.line(), begin.column() + at + (scalar.plain() ? 0 : 1));
  }

  private void reference(Node.Scalar scalar, Names names) {
    Collection<String> known = scope.names(names);
    String word = scalar.text();
    String whole =
        names == Names.PART || names == Names.MEASURED
            ? SiteName.of(word).map(SiteName::part).orElse(word)
            : word;
    if (!known.contains(word) && !known.contains(whole) && !scope.isUnclear(names)) {
      wrong(scalar.place(), Quoted.unknown(names.noun(), word, known));
    }
  }

  private void either(Node node, Shape.Either either, String path) {
    for (Shape shape : either.shapes()) {
      if (fits(node, shape)) {
        look(node, shape, path);
        return;
      }
    }
    expected(node, either.what());
  }

  /** Whether a node is a scalar, a list or a mapping where a shape is. */
  static boolean fits(Node node, Shape shape) {
    if (shape instanceof Shape.Named named) {
      return fits(node, named.shape().get());
    }
    if (shape instanceof Shape.Anything) {
      return true;
    }
    if (shape instanceof Shape.Either either) {
      return either.shapes().stream().anyMatch(s -> fits(node, s));
    }
    if (node instanceof Node.Sequence) {
      return shape instanceof Shape.Items;
    }
    boolean ofNames =
        shape instanceof Shape.Fields
            || shape instanceof Shape.Cases
            || shape instanceof Shape.Dictionary;
    return node instanceof Node.Mapping
        ? ofNames
        : !ofNames && !(shape instanceof Shape.Items) && !((Node.Scalar) node).empty();
  }

  private void items(Node node, Shape.Items items, String path) {
    if (!(node instanceof Node.Sequence sequence)) {
      expected(node, items.what());
      return;
    }
    int count = sequence.items().size();
    if (count < items.least() || count > items.most()) {
      wrong(
          node.place(),
          "%s is expected here, of %s; this list has %d."
              .formatted(capital(items.what()), range(items.least(), items.most()), count));
    }
    for (int k = 0; k < count; k++) {
      look(sequence.items().get(k), items.item(), path + "/" + k);
    }
  }

  private static String range(int least, int most) {
    return least == most
        ? least + " items"
        : most >= Grammar.LONGEST
            ? (least <= 1 ? "one item or more" : least + " items or more")
            : "%d to %d items".formatted(least, most);
  }

  private Optional<Node.Mapping> mapping(Node node, String what) {
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(mapping);
    }
    expected(node, what + ", as names with values");
    return Optional.empty();
  }

  private void cases(Node.Mapping mapping, Shape.Cases cases, String path) {
    List<String> kinds = cases.names();
    List<String> found = mapping.keys().stream().filter(kinds::contains).toList();
    if (found.size() == 1) {
      Shape.Fields fields = cases.cases().get(kinds.indexOf(found.get(0)));
      fields(mapping, fields, path);
      return;
    }
    if (found.isEmpty()) {
      Optional<Node.Scalar> slip =
          mapping.entries().stream()
              .map(Node.Entry::key)
              .filter(key -> Meant.of(Quoted.brief(key.text()), kinds).isPresent())
              .findFirst();
      Optional<String> meant = slip.flatMap(key -> Meant.of(Quoted.brief(key.text()), kinds));
      Optional<Node.Scalar> first = mapping.entries().stream().map(Node.Entry::key).findFirst();
      wrong(
          slip.or(() -> first).map(Node.Scalar::place).orElse(mapping.place()),
          "%s; %s has one of these names: %s."
              .formatted(
                  slip.map(
                          key ->
                              "'%s' means nothing here%s"
                                  .formatted(
                                      Quoted.brief(key.text()),
                                      meant.map(n -> " (did you mean '" + n + "'?)").orElse("")))
                      .orElse("The kind is missing here"),
                  cases.what(),
                  String.join(", ", kinds)));
    } else {
      wrong(
          mapping.place(),
          "%s cannot be %s at once; keep one of them."
              .formatted(capital(cases.what()), String.join(" and ", found)));
    }
  }

  private void fields(Node.Mapping mapping, Shape.Fields fields, String path) {
    for (Node.Entry entry : mapping.entries()) {
      Optional<Shape.Field> field = fields.field(entry.key().text());
      if (field.isPresent()) {
        look(entry.value(), field.get().shape(), child(path, entry.key().text()));
      } else if (isCutOff(entry)) {
        wrong(entry.key().place(), DECIMAL_COMMA.formatted(entry.key().text()));
      } else {
        wrong(entry.key().place(), Quoted.unknown("name", entry.key().text(), fields.names()));
      }
    }
    for (Shape.Field field : fields.fields()) {
      if (field.required() && mapping.get(field.name()).isEmpty()) {
        wrong(
            mapping.place(),
            "'%s' is missing in %s here: %s"
                .formatted(field.name(), fields.what(), field.meaning()));
      }
    }
  }

  private void dictionary(Node.Mapping mapping, Shape.Dictionary dictionary, String path) {
    if (mapping.entries().size() > dictionary.most()) {
      wrong(
          mapping.place(),
          "%d names are given here; at most %d can be."
              .formatted(mapping.entries().size(), dictionary.most()));
    }
    for (Node.Entry entry : mapping.entries()) {
      if (isCutOff(entry)) {
        wrong(entry.key().place(), DECIMAL_COMMA.formatted(entry.key().text()));
        continue;
      }
      dictionary.keys().ifPresent(names -> scalar(entry.key(), names));
      look(entry.value(), dictionary.value(), child(path, entry.key().text()));
    }
  }

  /** Digits behind a comma, which YAML takes for a name without a value. */
  static boolean isCutOff(Node.Entry entry) {
    return entry.value() instanceof Node.Scalar value
        && value.empty()
        && entry.key().text().matches("[0-9]+");
  }

  private static String child(String path, String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }

  private void expected(Node node, String what) {
    wrong(node.place(), "%s is expected here, not %s.".formatted(capital(what), node.kind()));
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String noun(String what) {
    return what.replaceFirst("^an? ", "");
  }

  private void wrong(Place place, String sentence) {
    problems.add(new Problem(place, sentence));
  }
}
