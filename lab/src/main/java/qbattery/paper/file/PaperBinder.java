package qbattery.paper.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import qbattery.file.BatteryDraft;
import qbattery.file.Node;
import qbattery.file.Place;
import qbattery.file.Problem;
import qbattery.file.Quoted;
import qbattery.file.WrongFileException;

/** Turns a tree whose form was found right into what a paper file says. */
final class PaperBinder {

  /** Gives the text of a file beside the paper file. */
  @FunctionalInterface
  interface Beside {

    /**
     * Reads a file.
     *
     * @param file its name
     * @return its text
     * @throws java.io.IOException if it cannot be read
     */
    String read(String file) throws java.io.IOException;
  }

  private static final String ID = "[a-z0-9]+";
  private static final String NAME = "[a-zA-Z0-9-]+";

  private final String name;
  private final Beside beside;
  private final Consumer<BatteryDraft> look;
  private final List<Problem> problems;
  private Map<String, Variation> readings = Map.of();

  /**
   * A binder.
   *
   * @param look what is done with a battery file at once; it may find it wrong
   */
  PaperBinder(String name, Beside beside, Consumer<BatteryDraft> look, List<Problem> problems) {
    this.name = name;
    this.beside = beside;
    this.look = look;
    this.problems = problems;
  }

  PaperSection paper(Node.Mapping root) {
    Node.Scalar id = scalar(root, "paper").orElseThrow();
    if (!id.text().matches(ID)) {
      wrong(id.place(), "A paper's short name has small letters and digits, such as santos2021.");
    }
    Map<String, BatteryDraft> batteries = batteries(root);
    readings = dictionary(root, "readings", (key, node) -> variation(mapping(node)));
    List<FigureSection> figures = new ArrayList<>();
    List<ClaimSection> claims = new ArrayList<>();
    Set<String> names = new HashSet<>();
    entries(root, "figures")
        .forEach(
            e -> {
              named(e.key(), names, "figure");
              figures.add(figure(e.key(), mapping(e.value())));
            });
    entries(root, "claims")
        .forEach(
            e -> {
              named(e.key(), names, "claim");
              claims.add(claim(e.key(), mapping(e.value())));
            });
    return new PaperSection(
        name,
        id.text(),
        text(root, "citation").orElseThrow(),
        news(root, id.text()),
        batteries,
        readings,
        series(root),
        figures,
        claims,
        scalar(root, "calibration"));
  }

  private FoundNumbers news(Node.Mapping root, String paper) {
    List<String> claims = entries(root, "claims").stream().map(e -> e.key().text()).toList();
    return scalar(root, "new")
        .map(said -> FoundNumbers.of(said, paper, claims, problems))
        .orElse(FoundNumbers.NOTHING);
  }

  private void named(Node.Scalar key, Set<String> names, String what) {
    if (!key.text().matches(NAME)) {
      wrong(
          key.place(),
          "The name of a %s has letters, digits and -; '%s' has others."
              .formatted(what, Quoted.brief(key.text())));
    } else if (!names.add(key.text())) {
      wrong(key.place(), "Two figures or claims are called '%s'.".formatted(key.text()));
    }
  }

  private Map<String, BatteryDraft> batteries(Node.Mapping root) {
    Map<String, BatteryDraft> drafts = new LinkedHashMap<>();
    if (root.get("battery").isPresent() == root.get("batteries").isPresent()) {
      wrong(
          root.place(),
          "A paper has one battery file, under 'battery', or several by name, under 'batteries'.");
    }
    scalar(root, "battery").ifPresent(file -> draft(file, file.text(), drafts));
    entries(root, "batteries").forEach(e -> draft((Node.Scalar) e.value(), e.key().text(), drafts));
    return drafts;
  }

  private void draft(Node.Scalar file, String key, Map<String, BatteryDraft> to) {
    try {
      BatteryDraft draft = BatteryDraft.of(file.text(), beside.read(file.text()));
      look.accept(draft);
      to.put(key, draft);
    } catch (java.io.IOException e) {
      wrong(
          file.place(),
          "The battery file '%s' cannot be read; it is looked for beside the paper file."
              .formatted(Quoted.brief(file.text())));
    } catch (WrongFileException e) {
      wrong(file.place(), "The battery file is wrong: " + e.getMessage());
    }
  }

  private Variation variation(Node.Mapping node) {
    return new Variation(
        entries(node, "set").stream().map(e -> new Variation.Change(e.key(), e.value())).toList(),
        entries(node, "along"),
        scalar(node, "battery"),
        scalar(node, "like"),
        node.place());
  }

  private Map<String, SeriesSection> series(Node.Mapping node) {
    Map<String, SeriesSection> all = new LinkedHashMap<>();
    for (Node.Entry entry : entries(node, "series")) {
      if (!entry.key().text().matches("[A-Za-z_][A-Za-z0-9_]*")) {
        wrong(
            entry.key().place(),
            "'%s' cannot be the name of a series: formulas use it, so it has letters, digits and _ and begins with no digit."
                .formatted(Quoted.brief(entry.key().text())));
      }
      all.put(entry.key().text(), series(entry.key(), entry.value()));
    }
    return all;
  }

  private SeriesSection series(Node.Scalar key, Node node) {
    if (node instanceof Node.Scalar of) {
      return new SeriesSection(key, of, false, Optional.empty(), Variation.NONE, Map.of());
    }
    Node.Mapping mapping = mapping(node);
    Optional<Node> each = mapping.get("mean of");
    if (each.isPresent() == mapping.get("of").isPresent()) {
      wrong(key.place(), "A series has 'of', or 'mean of' for a formula in each realisation.");
    }
    Node of = each.or(() -> mapping.get("of")).orElse(new Node.Scalar("0", true, key.place()));
    Optional<Node.Mapping> result =
        of instanceof Node.Mapping written ? Optional.of(written) : Optional.empty();
    if (of instanceof Node.Sequence) {
      wrong(of.place(), "A measure, a result or a formula is expected here, not a list.");
    }
    return new SeriesSection(
        key,
        of instanceof Node.Scalar scalar ? scalar : new Node.Scalar("0", true, of.place()),
        each.isPresent(),
        result,
        variation(mapping),
        dictionary(mapping, "cases", (k, n) -> variation(mapping(n))));
  }

  private ClaimSection claim(Node.Scalar id, Node.Mapping node) {
    boolean java = node.get("java").isPresent();
    if (java == node.get("holds").isPresent()) {
      wrong(
          id.place(),
          "A claim says with 'holds' what must hold, or names with 'java' a class that examines it.");
    }
    if (!java && node.get("turns").isEmpty()) {
      wrong(
          id.place(),
          "'turns' is missing in the claim '%s': a change with which its verdict must be another."
              .formatted(id.text()));
    }
    return new ClaimSection(
        id.text(),
        text(node, "where").orElseThrow(),
        text(node, "says").orElseThrow(),
        dictionary(node, "printed", (k, n) -> quantity((Node.Scalar) n)),
        text(node, "judged"),
        new ClaimSection.Tested(
            variation(node),
            series(node),
            checks(node),
            scalar(node, "reason").map(s -> Sentence.of(s, problems))),
        dictionary(node, "notes", (k, n) -> quantity((Node.Scalar) n)),
        chosen(node, List.copyOf(readings.keySet()), this::variant, ClaimSection.Variant::new),
        dictionary(node, "beside", (k, n) -> variant(mapping(n))),
        node.get("turns").map(n -> variation(mapping(n))),
        scalar(node, "java"),
        id.place());
  }

  private ClaimSection.Variant variant(Node.Mapping node) {
    return new ClaimSection.Variant(
        variation(node),
        series(node),
        checks(node),
        scalar(node, "reason").map(s -> Sentence.of(s, problems)),
        dictionary(node, "notes", (k, n) -> quantity((Node.Scalar) n)));
  }

  /** Readings by name, its own or those of the paper; without any the stated model. */
  private <T> Map<String, T> chosen(
      Node.Mapping node,
      List<String> usual,
      Function<Node.Mapping, T> own,
      Function<Variation, T> ofPaper) {
    Map<String, T> chosen = new LinkedHashMap<>();
    Optional<Node> said = node.get("readings");
    if (said.isPresent() && said.get() instanceof Node.Mapping named) {
      named.entries().forEach(e -> chosen.put(e.key().text(), own.apply(mapping(e.value()))));
    } else if (said.isPresent()) {
      List<Node> names =
          said.get() instanceof Node.Sequence sequence ? sequence.items() : List.of(said.get());
      for (Node one : names) {
        String reading = ((Node.Scalar) one).text();
        if (readings.containsKey(reading)) {
          chosen.put(reading, ofPaper.apply(reading(reading)));
        } else {
          wrong(one.place(), Quoted.unknown("reading", reading, readings.keySet()));
        }
      }
    } else {
      usual.forEach(r -> chosen.put(r, ofPaper.apply(reading(r))));
    }
    return chosen;
  }

  private Variation reading(String name) {
    return readings.getOrDefault(name, Variation.NONE);
  }

  private List<CheckSection> checks(Node.Mapping node) {
    List<CheckSection> checks = new ArrayList<>();
    if (node.get("holds").isPresent()) {
      ((Node.Sequence) node.get("holds").get()).items().forEach(n -> checks.add(check(mapping(n))));
    }
    return checks;
  }

  private CheckSection check(Node.Mapping node) {
    String because = text(node, "because").orElse("");
    Optional<Quantity> by = optional(node, "by");
    if (node.get("number").isPresent()) {
      return compared(node, because);
    }
    for (String way : List.of("rises", "falls")) {
      if (node.get(way).isPresent()) {
        Quantity series = quantity(scalar(node, way).orElseThrow());
        return new CheckSection.Monotonic(
            text(node, "name").orElse(series.text()),
            series,
            "rises".equals(way),
            text(node, "along").orElseThrow(),
            by,
            because);
      }
    }
    return node.get("order").isPresent()
        ? new CheckSection.Order(quantities(node, "order"), by, because)
        : new CheckSection.Same(
            quantities(node, "same"), optional(node, "within").orElseThrow(), because);
  }

  private CheckSection compared(Node.Mapping node, String because) {
    Quantity number = quantity(scalar(node, "number").orElseThrow());
    List<CheckSection.Ask> asks =
        List.of(CheckSection.Ask.values()).stream()
            .filter(a -> node.get(word(a)).isPresent())
            .toList();
    if (asks.size() != 1) {
      wrong(node.place(), "What is asked of the number is one of above, below and equals.");
    }
    CheckSection.Ask ask = asks.isEmpty() ? CheckSection.Ask.ABOVE : asks.get(0);
    Optional<Quantity> within = optional(node, "within");
    if ((ask == CheckSection.Ask.EQUALS) != within.isPresent()) {
      wrong(node.place(), "'equals' needs a tolerance, under 'within'; nothing else has one.");
    }
    return new CheckSection.Compared(
        text(node, "name").orElse(number.text()),
        number,
        ask,
        optional(node, word(ask)).orElse(number),
        within,
        because);
  }

  private static String word(CheckSection.Ask ask) {
    return ask.name().toLowerCase(java.util.Locale.ROOT);
  }

  private FigureSection figure(Node.Scalar id, Node.Mapping node) {
    boolean map = node.get("map").isPresent();
    long ways =
        List.of("curves", "map", "java").stream().filter(w -> node.get(w).isPresent()).count();
    if (ways != 1) {
      wrong(id.place(), "A figure has one of 'curves', 'map' and 'java'.");
    }
    return new FigureSection(
        id.text(),
        text(node, "title").orElseThrow(),
        variation(node),
        series(node),
        map
            ? List.of(
                new FigureSection.Drawn(
                    quantity(scalar(node, "map").orElseThrow()),
                    Optional.empty(),
                    Optional.empty(),
                    false))
            : curves(node),
        map,
        text(node, "x"),
        text(node, "y"),
        text(node, "colour"),
        text(node, "dash"),
        chosen(node, readings.keySet().stream().limit(1).toList(), this::variation, v -> v),
        axes(node),
        Set.copyOf(texts(node, "logarithmic")),
        range(node),
        contours(node),
        marks(node),
        node.get("inset").map(n -> inset(mapping(n))),
        scalar(node, "caption").map(s -> Sentence.of(s, problems)),
        scalar(node, "java"),
        id.place());
  }

  private static Map<String, String> axes(Node.Mapping node) {
    return dictionary(node, "axes", (k, n) -> ((Node.Scalar) n).text());
  }

  private Map<String, List<Quantity>> range(Node.Mapping node) {
    return dictionary(node, "range", (k, n) -> quantities(n));
  }

  private FigureSection.Smaller inset(Node.Mapping node) {
    return new FigureSection.Smaller(
        curves(node), axes(node), range(node), text(node, "title").orElse(""));
  }

  private List<FigureSection.Drawn> curves(Node.Mapping node) {
    List<FigureSection.Drawn> curves = new ArrayList<>();
    for (Node one : items(node, "curves")) {
      if (one instanceof Node.Scalar y) {
        curves.add(new FigureSection.Drawn(quantity(y), Optional.empty(), Optional.empty(), false));
      } else {
        Node.Mapping said = mapping(one);
        curves.add(
            new FigureSection.Drawn(
                quantity(scalar(said, "y").orElseThrow()),
                scalar(said, "x").map(this::quantity),
                text(said, "label"),
                text(said, "drawn").filter("points"::equals).isPresent()));
      }
    }
    return curves;
  }

  private Map<Double, String> contours(Node.Mapping node) {
    Map<Double, String> contours = new LinkedHashMap<>();
    for (Node.Entry entry : entries(node, "contours")) {
      try {
        String label =
            entry.value() instanceof Node.Scalar said && !said.empty() ? said.text() : "";
        contours.put(Double.parseDouble(entry.key().text()), label);
      } catch (NumberFormatException e) {
        wrong(entry.key().place(), "The level of a contour is a number.");
      }
    }
    return contours;
  }

  private List<FigureSection.Pointed> marks(Node.Mapping node) {
    List<FigureSection.Pointed> marks = new ArrayList<>();
    for (Node one : items(node, "marks")) {
      Node.Mapping said = mapping(one);
      marks.add(
          new FigureSection.Pointed(
              quantity(scalar(said, "x").orElseThrow()),
              optional(said, "y"),
              optional(said, "to"),
              text(said, "label").orElse("")));
    }
    return marks;
  }

  private Quantity quantity(Node.Scalar scalar) {
    return Quantity.of(scalar, problems);
  }

  private Optional<Quantity> optional(Node.Mapping node, String key) {
    return scalar(node, key).map(this::quantity);
  }

  private List<Quantity> quantities(Node.Mapping node, String key) {
    return quantities(node.get(key).orElseThrow());
  }

  private List<Quantity> quantities(Node node) {
    return ((Node.Sequence) node).items().stream().map(n -> quantity((Node.Scalar) n)).toList();
  }

  private static List<Node> items(Node.Mapping node, String key) {
    return node.get(key)
        .map(n -> n instanceof Node.Sequence sequence ? sequence.items() : List.of(n))
        .orElse(List.of());
  }

  private static List<String> texts(Node.Mapping node, String key) {
    return items(node, key).stream().map(n -> ((Node.Scalar) n).text()).toList();
  }

  private static Node.Mapping mapping(Node node) {
    return (Node.Mapping) node;
  }

  private static Optional<Node.Scalar> scalar(Node.Mapping node, String key) {
    return node.get(key).map(Node.Scalar.class::cast);
  }

  private static Optional<String> text(Node.Mapping node, String key) {
    return scalar(node, key).map(Node.Scalar::text);
  }

  private static List<Node.Entry> entries(Node.Mapping node, String key) {
    return node.get(key).map(n -> mapping(n).entries()).orElse(List.of());
  }

  private interface Made<T> {
    T of(Node.Scalar key, Node value);
  }

  private static <T> Map<String, T> dictionary(Node.Mapping node, String key, Made<T> made) {
    Map<String, T> all = new LinkedHashMap<>();
    entries(node, key).forEach(e -> all.put(e.key().text(), made.of(e.key(), e.value())));
    return all;
  }

  private void wrong(Place place, String sentence) {
    problems.add(new Problem(place, sentence));
  }
}
