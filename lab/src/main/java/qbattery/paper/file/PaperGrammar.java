package qbattery.paper.file;

import static qbattery.file.words.Described.SCALAR;
import static qbattery.file.words.Described.TEXT;
import static qbattery.file.words.Described.entries;
import static qbattery.file.words.Described.named;
import static qbattery.file.words.Described.record;
import static qbattery.file.words.Described.scalar;
import static qbattery.file.words.Described.text;
import static qbattery.file.words.Described.words;
import static qbattery.file.words.Field.is;
import static qbattery.file.words.Field.known;
import static qbattery.file.words.Field.made;
import static qbattery.file.words.Field.may;
import static qbattery.file.words.Field.spliced;
import static qbattery.file.words.Shape.optional;
import static qbattery.file.words.Shape.required;
import static qbattery.file.words.Sort.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qbattery.file.tree.Node;
import qbattery.file.tree.Problem;
import qbattery.file.tree.View;
import qbattery.file.words.Described;
import qbattery.file.words.Field;
import qbattery.file.words.Shape;
import qbattery.file.words.Sort;
import qbattery.paper.file.ClaimSection.Variant;
import qbattery.paper.file.FigureSection.Drawn;
import qbattery.paper.file.FigureSection.Level;

/** The grammar of paper files: every name, its values and its meaning. */
final class PaperGrammar {

  private static final int MOST = 1000;
  private static final int MANY = 100;

  private static final Described<Quantity> FORMULA =
      scalar("a formula of series", Quantity::of, Quantity::text);
  private static final Described<Quantity> NUMBER =
      scalar("a number or a formula", Quantity::of, Quantity::text);
  private static final Described<Sentence> SENTENCE =
      scalar("a text", Sentence::of, Sentence::text);
  private static final Shape ANY = new Shape.Anything("what a battery file has there");
  private static final Shape VALUES = new Shape.Named("values", PaperGrammar::values);

  private static final Field SET =
      may(
          "set",
          entries(new Shape.Dictionary("changes of the battery file", Optional.empty(), ANY, MOST)),
          "Parameters with other values, or what else stands elsewhere: a.b with numbers from 1 in"
              + " lists.",
          List.of());
  private static final Field ALONG =
      may(
          "along",
          entries(new Shape.Dictionary("parameters with values", Optional.empty(), VALUES, 4)),
          "Parameters that vary, and their values.",
          List.of());
  private static final Field BATTERY =
      may("battery", SCALAR, "Another battery: a name under batteries.");
  private static final Field LIKE = may("like", SCALAR, "Begin with this reading of the paper.");

  private static final Described<Variation> CHANGE =
      record(Variation.class, "a change", SET, ALONG, BATTERY, known("like", Optional.empty()));
  private static final Described<Variation> VARIATION =
      named("variation", () -> record(Variation.class, "a change", SET, ALONG, BATTERY, LIKE));

  private static final Field SERIES =
      may(
          "series",
          named("series", PaperGrammar::series)
              .knowingNames(
                  "named series",
                  Shape.matching(
                      "[A-Za-z_][A-Za-z0-9_]*",
                      "'%s' cannot be the name of a series: formulas use it, so it has letters,"
                          + " digits and _ and begins with no digit."),
                  MOST,
                  "of"),
          "The series that are computed, by the names that formulas use.",
          Map.of());

  private static final Described<Variant> VARIANT =
      named(
          "variant",
          () -> tested(record(Variation.class, "a change of a claim", SET, ALONG, BATTERY, LIKE)));

  private static final Described<PaperText> FILE = describe();

  private PaperGrammar() {}

  /** What a whole file looks like. */
  static Shape file() {
    return FILE.shape();
  }

  /** The record of a tree that was found right. */
  static PaperText read(Node.Mapping root) {
    return FILE.read(root);
  }

  /** The tree of a record. */
  static Node.Mapping write(PaperText paper) {
    return (Node.Mapping) FILE.write(paper);
  }

  private static Described<PaperText> describe() {
    return record(
        PaperText.class,
        "a paper",
        is(
                "paper",
                text(
                    Shape.matching(
                        "[a-z0-9]+",
                        "A paper's short name has small letters and digits, such as santos2021.")),
                "Its short name: small letters and digits.")
            .to("id"),
        is("citation", TEXT, "Authors, title, journal."),
        may(
                "new",
                SCALAR,
                "What is new here, in a sentence for the ledger, with numbers of claims as {claim / number} or {claim / number to 3 digits}.")
            .to("news"),
        may("battery", SCALAR, "The battery file, beside this file."),
        may(
            "batteries",
            SCALAR.byName("names with battery files", MANY),
            "In place of battery: several files by name; the first is used where none is named.",
            Map.of()),
        may(
            "readings",
            VARIATION.byName("named readings", MANY),
            "Ways to read what the paper leaves open, each a change; the first is the default.",
            Map.of()),
        SERIES,
        may(
            "figures",
            figure().knowingNames("figures", name("figure"), MOST),
            "What is drawn, by name.",
            Map.of()),
        may(
            "claims",
            claim().knowingNames("claims", name("claim"), MOST),
            "What is put to the test, by name.",
            Map.of()),
        may("calibration", SCALAR, "A Java class that finds what the paper leaves open."));
  }

  private static Shape name(String of) {
    return Shape.matching(
        "[a-zA-Z0-9-]+", "The name of a " + of + " has letters, digits and -; '%s' has others.");
  }

  /** Values as battery files write them, which read them. */
  private static Shape values() {
    Shape numbers = new Shape.Items("a list of numbers", NUMBER.shape(), 1, 100_000);
    Shape spacing = new Shape.Choice("a spacing", List.of("linear", "logarithmic"));
    Shape spaced =
        new Shape.Fields(
            "from, to and count",
            List.of(
                required("to", NUMBER.shape(), "The last value."),
                optional("from", NUMBER.shape(), "The first value (default: 0)."),
                required("count", NUMBER.shape(), "How many values."),
                optional(
                    "spacing",
                    spacing,
                    "linear (equal differences, default) or logarithmic (equal ratios).")));
    return new Shape.Either("a list of numbers, or from, to and count", List.of(numbers, spaced));
  }

  private static Described<SeriesSection> series() {
    Shape of = new Shape.Either("a measure, a result or a formula", List.of(TEXT.shape(), ANY));
    return record(
            SeriesSection.class,
            "a series",
            made("name", View::key),
            may(
                "mean of",
                SCALAR,
                "In place of 'of': a formula that is computed in each realisation; the series is its mean."),
            may(
                    "of",
                    Described.<Node>of(of, node -> node, node -> node),
                    "What is computed: a measure or result of the battery file, a formula of these and parameters, or a result as a battery file writes it.")
                .to("said"),
            spliced("own", CHANGE),
            may(
                "cases",
                VARIATION.byName("named changes", MANY),
                "Named changes; the series has a value for each, along the axis case.",
                Map.of()))
        .shortly("a measure, a result or a formula of them", "of", TEXT.shape());
  }

  private static Described<Readings> readings(Described<Variant> own) {
    Described<List<Node.Scalar>> names = SCALAR.oneOrMore("a name", "a list of names", 1, MANY);
    return Described.either(
        "the name of a reading, a list of names, or named readings of its own",
        List.of(
            new Sort<>(
                Readings.class,
                r -> r.own().isEmpty(),
                names.as(n -> new Readings(n, Map.of()), Readings::named)),
            when(
                Readings.class,
                own.byName("named readings", MANY)
                    .as(o -> new Readings(List.of(), o), Readings::own))));
  }

  /** What is computed after a change, and what must hold. */
  private static Described<Variant> tested(Described<Variation> change) {
    return record(
        Variant.class,
        "a change of a claim",
        spliced("change", change),
        SERIES,
        may(
            "holds",
            check().listed("a list of checks", 1, MOST),
            "What must hold, all of it.",
            List.of()),
        may(
            "reason",
            SENTENCE,
            "The reason, with numbers as {formula} (default: made from the checks)."),
        may(
            "notes",
            FORMULA.byName("named formulas", MANY),
            "Further numbers, which decide nothing.",
            Map.of()));
  }

  private static Described<ClaimSection> claim() {
    return record(
        ClaimSection.class,
        "a claim",
        made("name", View::key),
        is("where", TEXT, "Equation, figure or section."),
        is("says", TEXT, "What the paper says, in your words."),
        may(
            "printed",
            NUMBER.byName("printed numbers", MANY),
            "Numbers that the paper prints, by names that formulas may use.",
            Map.of()),
        may("judged", TEXT, "How it is judged, and why (default: made from the checks)."),
        spliced("tested", tested(CHANGE)),
        may(
            "readings",
            readings(VARIANT),
            "The readings under which it is judged (default: all).",
            Readings.USUAL),
        may(
            "beside",
            VARIANT.byName("named variations", MANY),
            "Further examinations; they decide nothing.",
            Map.of()),
        may("turns", VARIATION, "A change with which the verdict must be another."),
        may("java", SCALAR, "In place of holds: a Java class that examines it."));
  }

  private static Described<CheckSection> check() {
    Described<List<Quantity>> several = FORMULA.listed("a list of formulas", 2, MANY);
    Field by = may("by", FORMULA, "Each step must exceed this (default: 0).");
    Field because = may("because", TEXT, "Why this bound.", "");
    return Described.cases(
        "a check",
        List.of(
            when(
                CheckSection.Compared.class,
                record(
                    CheckSection.Compared.class,
                    "a check",
                    is("number", FORMULA, "A formula that gives a number."),
                    called("number"),
                    may(
                        "above",
                        FORMULA,
                        "It exceeds this by more than its error, at every point."),
                    may(
                        "below",
                        FORMULA,
                        "It lies below this by more than its error, at every point."),
                    may(
                            "equals",
                            FORMULA,
                            "It differs from this by at most within, at every point.")
                        .to("equal"),
                    may("within", FORMULA, "The tolerance."),
                    because)),
            monotonic("rises", true, "Every step of a series along an axis rises.", by, because),
            monotonic("falls", false, "Every step of a series along an axis falls.", by, because),
            when(
                CheckSection.Order.class,
                record(
                    CheckSection.Order.class,
                    "a check",
                    is("order", several, "Each lies above the next at every point.").to("curves"),
                    by,
                    because)),
            when(
                CheckSection.Same.class,
                record(
                    CheckSection.Same.class,
                    "a check",
                    is("same", several, "All agree with the first at every point.").to("curves"),
                    is("within", FORMULA, "Largest accepted difference."),
                    because))));
  }

  private static Sort<CheckSection.Monotonic> monotonic(
      String word, boolean up, String meaning, Field by, Field because) {
    return new Sort<>(
        CheckSection.Monotonic.class,
        check -> check.up() == up,
        record(
            CheckSection.Monotonic.class,
            "a check",
            is(word, FORMULA, meaning).to("series"),
            known("up", up),
            is("along", TEXT, "Along which axis."),
            by,
            called(word),
            because));
  }

  private static Field called(String kind) {
    return may(
        "name",
        TEXT,
        "Name of the number (default: its formula).",
        view -> FORMULA.read(view.node(kind)).text());
  }

  private static Described<FigureSection> figure() {
    Described<List<Drawn>> curves =
        record(
                Drawn.class,
                "a curve",
                is("y", FORMULA, "What is drawn."),
                may(
                    "x",
                    FORMULA,
                    "Values on the horizontal axis (default: the axis of the series)."),
                may("label", TEXT, "In the legend; TeX between dollar signs."),
                may(
                        "drawn",
                        words("a way to draw", FigureSection.Way.class),
                        "line (default) or points.",
                        FigureSection.Way.LINE)
                    .to("way"),
                may("like", TEXT, "The label of another curve, whose colour it takes."))
            .shortly("a curve", "y", FORMULA.shape())
            .oneOrMore("a curve, or a list", "a list", 1, 40);
    Field axes =
        may(
            "axes",
            TEXT.byName("axes with their TeX", 10),
            "Labels of x, y and colour, and of other axes in the legend.",
            Map.of());
    Field range =
        may(
            "range",
            NUMBER.listed("[from, to]", 2, 2).byName("axes with their ends", 3),
            "Ends of x, y or colour (default: from the numbers).",
            Map.of());
    Described<String> axis = text(new Shape.Choice("an axis", List.of("x", "y")));
    return record(
        FigureSection.class,
        "a figure",
        made("name", View::key),
        is("title", TEXT, "What it shows, in a few words."),
        SERIES,
        spliced("usual", CHANGE),
        may("curves", curves, "What is drawn along x.", List.of()),
        may("map", FORMULA, "In place of curves: what is drawn as colour."),
        may("x", TEXT, "The horizontal axis (default: the last axis of the series)."),
        may("y", TEXT, "For a map: the vertical axis (default: the other one)."),
        may("colour", TEXT, "What the colours show: an axis, curves or readings."),
        may("dash", TEXT, "What the dashes show: an axis, curves or readings."),
        may(
            "readings",
            readings(VARIATION.as(Variant::of, Variant::change)),
            "The readings under which it is drawn (default: the first).",
            Readings.USUAL),
        axes,
        may(
            "logarithmic",
            axis.oneOrMore("x, y or both", "x and y", 1, 2),
            "Axes with equal ratios.",
            List.of()),
        range,
        may(
            "contours",
            levels(),
            "Lines of a map, by level; with a label it is strong and in the legend.",
            List.of()),
        may(
            "marks",
            record(
                    FigureSection.Pointed.class,
                    "a mark",
                    is("x", FORMULA, "Where."),
                    may("y", FORMULA, "Makes it a dot (default: a line)."),
                    may("to", FORMULA, "For a line: its upper end (default: the top)."),
                    may("label", TEXT, "TeX.", ""))
                .listed("a list of marks", 1, 20),
            "Lines or dots that point something out.",
            List.of()),
        may(
            "inset",
            record(
                FigureSection.Smaller.class,
                "an inset",
                is("curves", curves, "What is drawn along x."),
                axes,
                range,
                may("title", TEXT, "Above it; TeX between dollar signs.", "")),
            "A smaller plot within, of lines along the same axis, drawn as those of the figure."),
        may("caption", SENTENCE, "TeX between dollar signs; elsewhere {formula} for a number."),
        may("java", SCALAR, "In place of curves: a Java class that draws it."));
  }

  private static Described<List<Level>> levels() {
    return entries(
            new Shape.Dictionary(
                "levels with labels",
                Optional.of(new Shape.Checked("a number", PaperGrammar::number)),
                new Shape.Anything("a label"),
                20))
        .as(
            all -> all.stream().map(PaperGrammar::level).toList(),
            all ->
                all.stream()
                    .map(l -> new Node.Entry(Node.text("" + l.level()), Node.text(l.label())))
                    .toList());
  }

  private static Level level(Node.Entry entry) {
    boolean labelled = entry.value() instanceof Node.Scalar label && !label.empty();
    return new Level(
        number(entry.key(), new ArrayList<>()),
        labelled ? ((Node.Scalar) entry.value()).text() : "");
  }

  private static double number(Node.Scalar level, List<Problem> problems) {
    try {
      return Double.parseDouble(level.text());
    } catch (NumberFormatException e) {
      problems.add(new Problem(level.place(), "The level of a contour is a number."));
      return 0;
    }
  }
}
