package qbattery.file.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import qbattery.measure.Measure;

/**
 * The reference of files as Markdown: every name, what may stand there and what it means, made from
 * the descriptions that the checker uses.
 */
public final class Reference {

  /** What stands in a page before the reference; the page up to it is written by hand. */
  public static final String MARK =
      "<!-- What follows is made from the descriptions of the words: ./qb new --reference PAGE renews it. -->\n\n";

  /** The choice that has a table of its own. */
  private static final String MEASURE = "a measure";

  private final StringBuilder page = new StringBuilder();
  private final Map<String, Supplier<Shape>> open = new LinkedHashMap<>();
  private final Set<String> told = new LinkedHashSet<>();

  private Reference() {}

  /**
   * The reference of battery files.
   *
   * @return Markdown, ending with a line break
   */
  public static String batteryFiles() {
    return of(Grammar.file());
  }

  /**
   * The reference of files of some shape.
   *
   * @param file what may stand in it
   * @return Markdown, ending with a line break
   */
  public static String of(Shape file) {
    Reference reference = new Reference();
    reference.section("The whole file", file);
    while (reference.told.size() < reference.open.size()) {
      for (Map.Entry<String, Supplier<Shape>> next : List.copyOf(reference.open.entrySet())) {
        if (reference.told.add(next.getKey())) { // what is told of it may lead to others
          reference.section(capital(next.getKey()), next.getValue().get());
        }
      }
    }
    return reference.page.toString().stripTrailing() + "\n";
  }

  /**
   * A page with its reference made anew.
   *
   * @param page the page, which has the mark
   * @param reference the reference
   * @return the page up to the mark, and the reference
   * @throws IllegalArgumentException if the page has no mark
   */
  public static String renewed(String page, String reference) {
    int mark = page.indexOf(MARK.strip());
    if (mark < 0) {
      throw new IllegalArgumentException(
          "The page does not say where its reference begins; put this line there: " + MARK.strip());
    }
    return page.substring(0, mark) + MARK + reference;
  }

  private void section(String title, Shape shape) {
    page.append("### ").append(title).append("\n\n");
    body(title, shape);
  }

  private void body(String title, Shape shape) {
    Shape plain = plain(shape);
    if (plain instanceof Shape.Cases cases) {
      cases(cases);
    } else if (plain instanceof Shape.Fields fields) {
      table(fields.fields());
    } else if (plain instanceof Shape.Choice choice && choice.what().equals(MEASURE)) {
      measures();
    } else if (plain instanceof Shape.Either either) {
      List<Shape> here =
          either.shapes().stream()
              .filter(s -> isLarge(s) && title.equals(capital(noun(plain(s)))))
              .toList();
      String others =
          either.shapes().stream()
              .filter(s -> !here.contains(s))
              .map(this::text)
              .distinct()
              .collect(Collectors.joining("; or "));
      page.append(capital(others)).append(here.isEmpty() ? ".\n\n" : "; or one of these.\n\n");
      here.forEach(one -> body(title, one));
      smallOf(either).ifPresent(fields -> table(fields.fields()));
    } else {
      page.append(capital(text(plain))).append(".\n\n");
    }
  }

  private void table(List<Shape.Field> fields) {
    page.append("| name | what stands there | meaning |\n|---|---|---|\n");
    for (Shape.Field field : fields) {
      page.append(
          "| `%s`%s | %s | %s |%n"
              .formatted(
                  field.name(),
                  field.required() ? " (needed)" : "",
                  cell(text(field.shape())),
                  cell(meaning(field))));
    }
    page.append('\n');
  }

  /** A row for each kind, and below what may stand beside the names that tell the kinds. */
  private void cases(Shape.Cases cases) {
    page.append("| kind | meaning | beside it |\n|---|---|---|\n");
    Map<String, Shape.Field> beside = new LinkedHashMap<>();
    for (Shape.Fields kind : cases.cases()) {
      Shape.Field first = kind.fields().get(0);
      List<String> others = new ArrayList<>();
      for (Shape.Field other : kind.fields().subList(1, kind.fields().size())) {
        beside.putIfAbsent(other.name(), other);
        others.add("`" + other.name() + "`" + (other.required() ? " (needed)" : ""));
      }
      page.append(
          "| `%s`: %s | %s | %s |%n"
              .formatted(
                  first.name(),
                  cell(text(first.shape())),
                  cell(meaning(first)),
                  String.join(", ", others)));
    }
    page.append('\n');
    if (!beside.isEmpty()) {
      table(
          beside.values().stream()
              .map(f -> new Shape.Field(f.name(), f.shape(), false, f.meaning()))
              .toList());
    }
  }

  /** The meaning, with those of the names of a small mapping. */
  private String meaning(Shape.Field field) {
    return field.meaning()
        + smallOf(field.shape()).stream()
            .flatMap(fields -> fields.fields().stream())
            .map(f -> " `%s`: %s".formatted(f.name(), f.meaning()))
            .collect(Collectors.joining());
  }

  /** The small mapping that may stand at a place, which is told there. */
  private static Optional<Shape.Fields> smallOf(Shape shape) {
    if (shape instanceof Shape.Either either) {
      return either.shapes().stream().flatMap(s -> smallOf(s).stream()).findFirst();
    }
    return shape instanceof Shape.Fields fields && isSmall(fields)
        ? Optional.of(fields)
        : Optional.empty();
  }

  private void measures() {
    page.append(
        "| measure | meaning | formula | range | unit | source |\n|---|---|---|---|---|---|\n");
    for (Measure measure : Measure.all()) {
      page.append(
          "| %s | %s | %s | %s | %s | %s |%n"
              .formatted(
                  measure.word() + measure.numberName().map(n -> ", with `" + n + "`").orElse(""),
                  cell(measure.meaning()),
                  cell(measure.formula()),
                  cell(measure.range()),
                  measure.unit(),
                  measure.source()));
    }
    page.append('\n');
  }

  /** What may stand at a place, in a few words. */
  private String text(Shape shape) {
    if (shape instanceof Shape.Named named) {
      Shape plain = plain(named);
      return isLarge(named) ? linked(named.name(), named.shape()) : text(plain);
    }
    if (shape instanceof Shape.Formula formula) {
      return switch (formula.kind()) {
        case REAL -> "number";
        case COMPLEX -> "complex number";
        case OPERATOR -> "operators";
      };
    }
    if (shape instanceof Shape.Choice choice) {
      return choice.what().equals(MEASURE)
          ? linked("measures", () -> choice)
          : choice.words().stream().map(w -> "`" + w + "`").collect(Collectors.joining(", "));
    }
    if (shape instanceof Shape.Items items) {
      return items.what().startsWith("[") ? "`" + items.what() + "`" : "list of " + each(items);
    }
    if (shape instanceof Shape.Reference reference) {
      return reference.what().replaceFirst("^the ", "").replaceFirst(", such as.*", "");
    }
    if (shape instanceof Shape.Dictionary dictionary) {
      return "names, each with "
          + (dictionary.value() instanceof Shape.Fields fields
              ? linked(noun(fields), () -> fields)
              : text(dictionary.value()));
    }
    if (shape instanceof Shape.Either either) {
      List<Shape> shapes = either.shapes();
      if (shapes.size() == 2
          && shapes.get(1) instanceof Shape.Items several
          && several.item().equals(shapes.get(0))) {
        return text(shapes.get(0)) + ", or a list";
      }
      return shapes.stream().map(this::text).distinct().collect(Collectors.joining(" or "));
    }
    if (shape instanceof Shape.Fields fields && isSmall(fields)) {
      return fields.fields().stream()
          .map(Shape.Field::name)
          .collect(Collectors.joining(", ", "`{", "}`"));
    }
    return isLarge(shape) ? linked(noun(shape), () -> shape) : noun(shape);
  }

  private String linked(String name, Supplier<Shape> shape) {
    open.putIfAbsent(name, shape);
    return "[%s](#%s)".formatted(name, name.replace(' ', '-'));
  }

  /** What an item of a list is, in the plural where that is a word. */
  private String each(Shape.Items items) {
    Shape item = items.item();
    if (item instanceof Shape.Fields fields) {
      return linked(noun(fields), () -> fields);
    }
    String one = text(item);
    return List.of("number", "complex number", "text").contains(one)
        ? one + "s"
        : one.replaceFirst("^list of", "lists of");
  }

  /** What is expected, without an article and without what explains it. */
  private static String noun(Shape shape) {
    return shape
        .what()
        .replaceFirst("^an? ", "")
        .replaceFirst(",.*", "")
        .replaceFirst(" or a formula$", "");
  }

  private static Shape plain(Shape shape) {
    return shape instanceof Shape.Named named ? plain(named.shape().get()) : shape;
  }

  /** Whether it has a section of its own. */
  private static boolean isLarge(Shape shape) {
    Shape plain = plain(shape);
    return plain instanceof Shape.Cases
        || (plain instanceof Shape.Fields fields && !isSmall(fields))
        || (shape instanceof Shape.Named && smallOf(plain).isPresent())
        || (plain instanceof Shape.Either either
            && either.shapes().stream().anyMatch(s -> plain(s) instanceof Shape.Cases));
  }

  /** Whether a mapping fits into a line: few names with plain values. */
  private static boolean isSmall(Shape.Fields fields) {
    return fields.fields().size() <= 4
        && fields.fields().stream().noneMatch(f -> isLarge(f.shape()));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static String capital(String text) {
    return text.isEmpty() || text.startsWith("`")
        ? text
        : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
