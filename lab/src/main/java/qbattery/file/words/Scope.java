package qbattery.file.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import qbattery.file.formula.Formula;
import qbattery.file.formula.FormulaParser;
import qbattery.file.formula.LocalWord;
import qbattery.file.formula.PartKind;
import qbattery.file.formula.RealFunction;
import qbattery.file.tree.Meant;
import qbattery.file.tree.Node;
import qbattery.file.tree.Problem;
import qbattery.file.tree.Quoted;
import qbattery.file.tree.Word;

/** The names that a file defines, collected from its tree even where the rest of it is wrong. */
public final class Scope {

  /** The names that tell what a channel is. */
  static final List<String> CHANNELS =
      List.of("decay", "pumping", "dephasing", "reservoir", "jumps");

  /** The names that tell what a drive is. */
  public static final List<String> DRIVES = List.of("operator", "rotating");

  static final String TIME = "time";
  public static final String INTERACTION = "interaction";

  /** What the decay of a network is called. */
  public static final String NETWORK_DECAY = "decay along the links";

  private final Set<String> parameters = new LinkedHashSet<>();
  private final Set<String> parts = new LinkedHashSet<>();
  private final Set<String> operators = new LinkedHashSet<>();
  private final Set<String> switches = new LinkedHashSet<>();
  private final Set<String> baths = new LinkedHashSet<>();
  private final Set<String> measures = new LinkedHashSet<>();
  private final Set<String> swept = new LinkedHashSet<>();
  private final Set<String> results = new LinkedHashSet<>();
  private final Set<String> columns = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  /** Sections that are wrong in their form, so that not all of their names are known. */
  private final Set<String> unclear = new LinkedHashSet<>();

  private Scope() {}

  /** The names in a tree; those that are given twice or taken are among the problems. */
  public static Scope of(Node.Mapping root) {
    Scope scope = new Scope();
    scope.unclear(root);
    for (Node.Scalar key : keys(root, "parameters")) {
      scope.give(scope.parameters, key, "parameter");
    }
    for (Node.Scalar key : keys(root, "operators")) {
      scope.give(scope.operators, key, "operator");
    }
    scope.parts(root);
    for (Node.Mapping channel : root.mappings("channels")) {
      Node.Scalar name = name(channel, CHANNELS);
      scope.switches.add(name.text());
      if (channel.get("reservoir").isPresent()) {
        scope.unique(scope.baths, name, "reservoir");
      }
    }
    for (Node.Mapping drive : root.mappings("drives")) {
      scope.switches.add(name(drive, DRIVES).text());
    }
    scope.switches.add(INTERACTION);
    scope.columns.add(TIME);
    for (Node.Scalar key : keys(root, "sweep")) {
      scope.swept.add(key.text());
      scope.unique(scope.columns, key, "column");
    }
    for (Node item : root.items("measures")) {
      measureName(item)
          .ifPresent(
              name -> {
                scope.measures.add(name.text());
                scope.unique(scope.columns, name, "column");
              });
    }
    for (Node.Mapping item : root.mappings("results")) {
      Node.Scalar name = resultName(item);
      scope.results.add(name.text());
      scope.unique(scope.columns, name, "column");
      boolean differs =
          Stream.of(ResultKind.values())
              .anyMatch(kind -> !kind.isLinear() && item.get(kind.word()).isPresent());
      if (differs && root.get("ensemble").isPresent()) {
        scope.results.add(name.text() + Expected.OF_MEAN_CURVE);
      }
    }
    return scope;
  }

  private void parts(Node.Mapping root) {
    for (Node.Mapping part : root.mappings("parts")) {
      List<String> meant = part.keys().stream().map(Scope::kindMeant).toList();
      for (PartKind kind : PartKind.values()) {
        if (meant.contains(kind.word())) {
          Node.Scalar name =
              part.scalar("name")
                  .orElse(new Node.Scalar(DefaultNames.part(kind), true, part.place()));
          give(parts, name, "part");
          break;
        }
      }
    }
    if (root.get("network").isPresent()) {
      parts.add("cell");
      switches.add(NETWORK_DECAY);
    }
    if (root.get("ensembles").isPresent()) {
      parts.addAll(List.of("battery", "charger"));
    }
  }

  private void unclear(Node.Mapping root) {
    for (String section : List.of("parameters", "operators", "sweep")) {
      unclear(root, section, node -> node instanceof Node.Mapping);
    }
    for (String section : List.of("channels", "drives", "results", "parts")) {
      unclear(root, section, list(item -> item instanceof Node.Mapping));
    }
    unclear(root, "measures", list(item -> measureName(item).isPresent()));
  }

  private void unclear(Node.Mapping root, String section, Predicate<Node> right) {
    if (root.get(section).filter(right.negate()).isPresent()) {
      unclear.add(section);
    }
  }

  private static Predicate<Node> list(Predicate<Node> item) {
    return node -> node instanceof Node.Sequence list && list.items().stream().allMatch(item);
  }

  /** Whether there may be more names of a sort, where what is wrong is said already. */
  boolean isUnclear(Names names) {
    List<String> sections =
        switch (names) {
          case PARAMETER -> List.of("parameters");
          case PART -> List.of("parts");
          case SWITCH -> List.of("channels", "drives");
          case MEASURE -> List.of("measures");
          case MEASURED -> List.of("parts", "channels");
          case SWEPT -> List.of("sweep");
          case RESULT -> List.of("results");
          case COLUMN -> List.of("measures", "results", "sweep");
          case SHOWN -> List.of("parameters", "measures", "results", "sweep");
        };
    return sections.stream().anyMatch(unclear::contains);
  }

  /** The kind of part that a misspelt one was meant to be, so that one slip is one problem. */
  private static String kindMeant(String word) {
    List<String> known = Word.of(PartKind.class);
    return known.contains(word) || "name".equals(word)
        ? word
        : Meant.of(Quoted.brief(word), known).orElse(word);
  }

  /** What a measure is called: what the file calls it, or what it measures. */
  static Optional<Node.Scalar> measureName(Node item) {
    if (item instanceof Node.Scalar word) {
      return Optional.of(new Node.Scalar(meant(word.text()), true, word.place()));
    }
    if (!(item instanceof Node.Mapping mapping)) {
      return Optional.empty();
    }
    Optional<Node.Scalar> given = mapping.scalar("name");
    if (given.isPresent()) {
      return given;
    }
    if (mapping.get("expectation").isPresent()) {
      return Optional.of(new Node.Scalar("expectation", true, mapping.place()));
    }
    return mapping
        .scalar("measure")
        .map(
            word ->
                new Node.Scalar(
                    DefaultNames.measure(meant(word.text()), texts(mapping.get("of"))),
                    true,
                    word.place()));
  }

  /** The measure that a misspelt one was meant to be, so that one slip is one problem. */
  private static String meant(String word) {
    List<String> known = MeasureNames.all();
    return known.contains(word) ? word : Meant.of(Quoted.brief(word), known).orElse(word);
  }

  /** What a result is called. */
  static Node.Scalar resultName(Node.Mapping item) {
    String kind = DefaultNames.kind(item, Word.of(ResultKind.class));
    String measure = item.scalar(kind).map(Node.Scalar::text).orElse("?");
    String level =
        Word.find(ResultKind.class, kind)
            .flatMap(ResultKind::levelName)
            .flatMap(item::scalar)
            .map(s -> s.text().strip())
            .orElse("?");
    return item.scalar("name")
        .orElse(new Node.Scalar(DefaultNames.result(kind, measure, level), true, item.place()));
  }

  /** The name of a channel or a drive. */
  public static Node.Scalar name(Node.Mapping item, List<String> kinds) {
    return item.scalar("name")
        .orElse(new Node.Scalar(DefaultNames.kind(item, kinds), true, item.place()));
  }

  /** The texts of a scalar or of a list of scalars. */
  public static List<String> texts(Optional<Node> node) {
    if (node.isEmpty()) {
      return List.of();
    }
    List<Node> nodes =
        node.get() instanceof Node.Sequence sequence ? sequence.items() : List.of(node.get());
    return nodes.stream()
        .filter(Node.Scalar.class::isInstance)
        .map(n -> ((Node.Scalar) n).text())
        .toList();
  }

  private void give(Set<String> to, Node.Scalar name, String what) {
    String word = name.text();
    boolean taken =
        RealFunction.of(word).isPresent()
            || LocalWord.of(word).isPresent()
            || List.of(Formula.PI, Formula.IMAGINARY_UNIT, Formula.IDENTITY, TIME).contains(word);
    if (!FormulaParser.isName(word)) {
      wrong(
          name,
          "'%s' cannot be the name of a%s %s: a name has letters, digits and _ and begins with no digit."
              .formatted(Quoted.brief(word), "operator".equals(what) ? "n" : "", what));
    } else if (taken) {
      wrong(name, "'%s' has a meaning in formulas already; choose another name.".formatted(word));
    } else if (parameters.contains(word) || operators.contains(word) || parts.contains(word)) {
      wrong(
          name,
          "Two things are called '%s'; each parameter, operator and part needs a name of its own."
              .formatted(word));
    }
    to.add(word);
  }

  private void unique(Set<String> to, Node.Scalar name, String what) {
    if (!to.add(name.text()) && !name.text().startsWith("?")) {
      wrong(
          name,
          "Two things are called '%s'; give each %s a name of its own."
              .formatted(Quoted.brief(name.text()), what));
    }
  }

  private void wrong(Node.Scalar name, String sentence) {
    problems.add(new Problem(name.place(), sentence));
  }

  /** Names that are given twice or cannot be given. */
  public List<Problem> problems() {
    return problems;
  }

  boolean isParameter(String name) {
    return parameters.contains(name);
  }

  boolean isPart(String name) {
    return parts.contains(name);
  }

  boolean isOperator(String name) {
    return operators.contains(name);
  }

  /** Names of numbers that a formula may use. */
  List<String> numbers(boolean complex) {
    return joined(
        parameters, complex ? List.of(Formula.PI, Formula.IMAGINARY_UNIT) : List.of(Formula.PI));
  }

  /** Names that stand before a parenthesis. */
  List<String> functions(boolean ofOperators) {
    return ofOperators
        ? joined(LocalWord.words(), operators, RealFunction.words())
        : RealFunction.words();
  }

  Collection<String> partNames() {
    return parts;
  }

  /** All names of a sort. */
  public Collection<String> names(Names names) {
    return switch (names) {
      case PARAMETER -> parameters;
      case PART -> parts;
      case SWITCH -> switches;
      case MEASURE -> measures;
      case MEASURED -> joined(parts, baths);
      case SWEPT -> swept;
      case RESULT -> results;
      case COLUMN -> columns;
      case SHOWN -> joined(parameters, columns, List.of(BatteryFile.ENERGY_UNIT));
    };
  }

  @SafeVarargs
  private static List<String> joined(Collection<String>... some) {
    List<String> all = new ArrayList<>();
    for (Collection<String> names : some) {
      all.addAll(names);
    }
    return all;
  }

  private static List<Node.Scalar> keys(Node.Mapping root, String name) {
    return root.entries(name).stream()
        .filter(e -> !Checker.isCutOff(e)) // said by the checker
        .map(Node.Entry::key)
        .toList();
  }
}
