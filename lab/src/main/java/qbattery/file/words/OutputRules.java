package qbattery.file.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import qbattery.file.tree.Node;
import qbattery.file.tree.Problem;
import qbattery.file.tree.Quoted;
import qbattery.report.figure.FigureText;

/** Checks whether the tables and figures of a file can be made, before anything is computed. */
public final class OutputRules {

  /** Tables of these names are always written, and hold what their names say. */
  static final List<String> ALWAYS = List.of("curves", "results");

  private static final String PROVENANCE = "provenance";
  private static final String ROWS = "rows";
  private static final List<String> TABLES = List.of(".csv", ".json", ".h5");
  private static final List<String> TEXTS = List.of(".txt");
  private static final List<String> FIGURES = List.of(".svg", ".png", ".pdf");
  private static final Pattern FILE_NAME = Pattern.compile("[^\\p{Cntrl}/\\\\:*?\"<>|]+");
  private static final int LONGEST = 200;

  private final Scope scope;
  private final List<Problem> problems;
  private final Set<String> files = new HashSet<>();

  private OutputRules(Scope scope, List<Problem> problems) {
    this.scope = scope;
    this.problems = problems;
  }

  /** Looks at each output; what is wrong with it goes to the problems. */
  public static void check(Node.Mapping root, Scope scope, List<Problem> problems) {
    OutputRules rules = new OutputRules(scope, problems);
    root.entries("symbols").stream()
        .map(Node.Entry::value)
        .filter(Node.Scalar.class::isInstance)
        .forEach(symbol -> rules.tried((Node.Scalar) symbol, true, FigureText::symbol));
    for (Node.Mapping output : root.mappings("outputs")) {
      rules.file(output, "table", TABLES).ifPresent(f -> rules.table(output, f));
      rules.file(output, "figure", FIGURES).ifPresent(f -> rules.figure(output));
      rules.file(output, "decay modes", TABLES).ifPresent(f -> rules.ofOneModel(root, f));
      rules.file(output, "long times", TEXTS).ifPresent(f -> rules.ofOneModel(root, f));
    }
  }

  private Optional<Node.Scalar> file(Node.Mapping output, String kind, List<String> endings) {
    Optional<Node.Scalar> given = output.scalar(kind);
    if (given.isEmpty()) {
      return given;
    }
    Node.Scalar file = given.get();
    String name = file.text().toLowerCase(Locale.ROOT);
    String shown = Quoted.brief(file.text());
    if (endings.stream().noneMatch(name::endsWith)) {
      wrong(
          file,
          "The file of %s ends in %s, which says its format; '%s' does not."
              .formatted(
                  kind.endsWith("s") ? kind : "a " + kind, String.join(", ", endings), shown));
    } else if (name.startsWith(".")
        || name.length() > LONGEST
        || !FILE_NAME.matcher(name).matches()) {
      wrong(
          file,
          "'%s' cannot be the name of a file in the folder of the run; give a plain name, such as %s%s."
              .formatted(shown, kind, endings.get(0)));
    } else if (!files.add(name)) {
      wrong(file, "Two outputs are called '%s'; give each a name of its own.".formatted(shown));
    } else {
      return Optional.of(file);
    }
    return Optional.empty();
  }

  private void table(Node.Mapping table, Node.Scalar file) {
    String name = file.text().substring(0, file.text().lastIndexOf('.')).toLowerCase(Locale.ROOT);
    if (List.of(PROVENANCE, ROWS).contains(name)) {
      wrong(
          file,
          "The run writes %s.json itself, which says where the numbers come from; choose another name."
              .formatted(name));
    } else if (ALWAYS.contains(name) && table.get("columns").isPresent()) {
      wrong(
          file,
          "The table '%s' is always written, with all columns; choose another name for one with columns of your choice."
              .formatted(name));
    } else if ("results".equals(name) && scope.names(Names.RESULT).isEmpty()) {
      wrong(file, "The file asks for no results, so there is no table of them.");
    }
  }

  /** What is told of each model of a sweep, and of no ensemble. */
  private void ofOneModel(Node.Mapping root, Node.Scalar file) {
    String name = file.text().substring(0, file.text().lastIndexOf('.')).toLowerCase(Locale.ROOT);
    if (ALWAYS.contains(name) || List.of(PROVENANCE, ROWS).contains(name)) {
      wrong(file, "The run writes '%s' itself; choose another name.".formatted(name));
    } else if (root.get("ensemble").isPresent()) {
      wrong(
          file,
          "This is told of one model, and not of an ensemble; leave it out, or give what is drawn a value.");
    }
  }

  private void figure(Node.Mapping figure) {
    label(figure, "x label");
    label(figure, "y label");
    figure.scalar("title").ifPresent(title -> tried(title, false, FigureText::requireText));
    Optional<Node.Scalar> x = figure.scalar("x");
    List<Node.Scalar> y = scalars(figure, "y");
    boolean known =
        Stream.concat(x.stream(), y.stream())
            .allMatch(s -> scope.names(Names.COLUMN).contains(s.text()));
    if (x.isEmpty() || y.isEmpty() || !known) {
      return; // said already
    }
    if (!isAxis(x.get())) {
      wrong(
          x.get(),
          "'%s' cannot be the horizontal axis: that is time or a parameter that is swept."
              .formatted(Quoted.brief(x.get().text())));
      return;
    }
    Optional<Node.Scalar> colour = figure.scalar("colour");
    if (colour.isPresent()) {
      map(x.get(), y, colour.get());
    } else {
      y.forEach(one -> curve(x.get(), one));
    }
  }

  private void curve(Node.Scalar x, Node.Scalar y) {
    if (isAxis(y)) {
      wrong(
          y,
          "'%s' is an axis; a curve is that of a measure or a result."
              .formatted(Quoted.brief(y.text())));
    } else if (isTime(x) && !isMeasure(y)) {
      wrong(
          y,
          "'%s' is one number a run, so it cannot be drawn along time; draw a measure, or take a swept parameter as x."
              .formatted(Quoted.brief(y.text())));
    }
  }

  private void map(Node.Scalar x, List<Node.Scalar> y, Node.Scalar colour) {
    Node.Scalar up = y.get(0);
    boolean time = isTime(x) || isTime(up);
    int swept = scope.names(Names.SWEPT).size();
    if (y.size() > 1) {
      wrong(y.get(1), "A map has one vertical axis; give one name for y.");
    } else if (!isAxis(up) || up.text().equals(x.text())) {
      wrong(up, "The vertical axis of a map is time or a swept parameter, and another than x.");
    } else if (swept != (time ? 1 : 2)) {
      wrong(
          x,
          "A map shows a number over two swept parameters, or over time and one; this file sweeps %d."
              .formatted(swept));
    } else if (scope.names(Names.COLUMN).contains(colour.text())
        && (isAxis(colour) || (time && !isMeasure(colour)))) {
      wrong(
          colour,
          "The colour of a map%s is that of a measure%s; '%s' is none."
              .formatted(
                  time ? " over time" : "",
                  time ? "" : " at the last time or of a result",
                  Quoted.brief(colour.text())));
    }
  }

  private boolean isTime(Node.Scalar name) {
    return Scope.TIME.equals(name.text());
  }

  private boolean isAxis(Node.Scalar name) {
    return isTime(name) || scope.names(Names.SWEPT).contains(name.text());
  }

  private boolean isMeasure(Node.Scalar name) {
    return scope.names(Names.MEASURE).contains(name.text());
  }

  private void label(Node.Mapping figure, String name) {
    figure.scalar(name).ifPresent(label -> tried(label, true, FigureText::label));
  }

  private interface Setting {
    void set(String text);
  }

  private void tried(Node.Scalar text, boolean label, Setting setting) {
    if (text.text().chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')
        || (label && text.text().stripTrailing().indexOf('\n') >= 0)) {
      wrong(
          text,
          "This text has a character that cannot be seen: in double quotes a backslash begins an escape; TeX stands in single quotes or in none: '\\theta'.");
      return;
    }
    try {
      setting.set(text.text());
    } catch (IllegalArgumentException e) {
      wrong(text, String.valueOf(e.getMessage()));
    }
  }

  private static List<Node.Scalar> scalars(Node.Mapping mapping, String name) {
    List<Node.Scalar> found = new ArrayList<>();
    Node node = mapping.get(name).orElse(mapping);
    List<Node> nodes = node instanceof Node.Sequence list ? list.items() : List.of(node);
    for (Node one : nodes) {
      if (one instanceof Node.Scalar scalar && !scalar.empty()) {
        found.add(scalar);
      }
    }
    return found;
  }

  private void wrong(Node node, String sentence) {
    problems.add(new Problem(node.place(), sentence));
  }
}
