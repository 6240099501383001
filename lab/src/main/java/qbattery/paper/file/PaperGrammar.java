package qbattery.paper.file;

import static qbattery.file.Shape.optional;
import static qbattery.file.Shape.required;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import qbattery.file.Shape;
import qbattery.file.Shape.Anything;
import qbattery.file.Shape.Cases;
import qbattery.file.Shape.Choice;
import qbattery.file.Shape.Dictionary;
import qbattery.file.Shape.Either;
import qbattery.file.Shape.Field;
import qbattery.file.Shape.Fields;
import qbattery.file.Shape.Items;
import qbattery.file.Shape.Named;
import qbattery.file.Shape.Text;

/** The table of what a paper file may say: every name, what it stands for and what it means. */
final class PaperGrammar {

  private static final int MOST = 1000;
  private static final Shape TEXT = new Text("a text");
  private static final Shape FORMULA = new Text("a formula of series");
  private static final Shape NUMBER = new Text("a number or a formula");
  private static final Shape ANY = new Anything("what a battery file has there");
  private static final Shape NUMBERS = new Items("a list of numbers", NUMBER, 1, 100_000);

  private static final Shape VALUES =
      new Named(
          "values",
          () ->
              new Either(
                  "a list of numbers, or from, to and count",
                  List.of(
                      NUMBERS,
                      fields(
                          "from, to and count",
                          required("to", NUMBER, "The last value."),
                          optional("from", NUMBER, "The first value; 0 without it."),
                          required("count", NUMBER, "How many values."),
                          optional(
                              "spacing",
                              new Choice("a spacing", List.of("linear", "logarithmic")),
                              "linear (equal differences, default) or logarithmic (equal"
                                  + " ratios).")))));

  private static final Field BATTERY =
      optional("battery", TEXT, "Another battery: a name under batteries.");
  private static final Field SET =
      optional(
          "set",
          new Dictionary("changes of the battery file", Optional.empty(), ANY, MOST),
          "Parameters with other values, or what else stands elsewhere: a.b with numbers from 1 in"
              + " lists.");
  private static final Field ALONG =
      optional(
          "along",
          new Dictionary("parameters with their values", Optional.empty(), VALUES, 4),
          "Parameters that vary, and their values.");
  private static final Field LIKE = optional("like", TEXT, "Begin with this reading of the paper.");

  private static final Shape VARIATION =
      new Named("variation", () -> fields("a change", SET, ALONG, BATTERY, LIKE));

  private static final Shape SERIES =
      new Named(
          "series",
          () ->
              new Either(
                  "a measure, a result or a formula of them",
                  List.of(
                      TEXT,
                      fields(
                          "a series",
                          optional(
                              "mean of",
                              FORMULA,
                              "In place of 'of' a formula that is computed in each realisation, of"
                                  + " which the mean is taken."),
                          optional(
                              "of",
                              new Either("a measure, a result or a formula", List.of(TEXT, ANY)),
                              "What it is of: a measure or result of the battery file, a formula of"
                                  + " these and parameters, or a result as a battery file writes"
                                  + " it."),
                          SET,
                          ALONG,
                          optional(
                              "cases",
                              new Dictionary("named changes", Optional.empty(), VARIATION, 100),
                              "Named changes; the series has a value for each, along the axis"
                                  + " case."),
                          BATTERY))));

  private static final Field ALL_SERIES =
      optional(
          "series",
          new Dictionary("named series", Optional.empty(), SERIES, MOST),
          "What is computed, by the names that formulas use.");

  private PaperGrammar() {}

  /** A whole file. */
  static Fields file() {
    return fields(
        "a paper",
        required("paper", TEXT, "Its short name: small letters and digits."),
        required("citation", TEXT, "Authors, title, journal."),
        optional("new", TEXT, "What is new here, in a sentence."),
        optional("battery", TEXT, "The battery file, beside this file."),
        optional(
            "batteries",
            new Dictionary("names with battery files", Optional.empty(), TEXT, 100),
            "In place of battery: several files by name; the first is used where none is named."),
        optional(
            "readings",
            new Dictionary("named readings", Optional.empty(), VARIATION, 100),
            "Ways to read what the paper leaves open; the first is the default."),
        ALL_SERIES,
        optional(
            "figures",
            new Dictionary("figures", Optional.empty(), figure(), MOST),
            "What is drawn, by name."),
        optional(
            "claims",
            new Dictionary("claims", Optional.empty(), claim(), MOST),
            "What is put to the test, by name."),
        optional("calibration", TEXT, "A Java class that finds what the paper leaves open."));
  }

  private static Shape readings(Shape own) {
    return new Either(
        "the name of a reading, a list of names, or named readings of its own",
        List.of(
            TEXT,
            new Items("a list of names", TEXT, 1, 100),
            new Dictionary("named readings", Optional.empty(), own, 100)));
  }

  private static Shape checks() {
    return new Items("a list of checks", check(), 1, MOST);
  }

  private static Shape claim() {
    Field reason =
        optional("reason", TEXT, "Why, with numbers as {formula}; made from the checks without.");
    Field holds = optional("holds", checks(), "What must hold, all of it.");
    Field notes =
        optional(
            "notes",
            new Dictionary("named formulas", Optional.empty(), FORMULA, 100),
            "Numbers that a reader will want, which decide nothing.");
    Shape variant =
        new Named(
            "variant",
            () ->
                fields(
                    "a change of a claim",
                    SET,
                    ALONG,
                    BATTERY,
                    LIKE,
                    ALL_SERIES,
                    holds,
                    reason,
                    notes));
    return fields(
        "a claim",
        required("where", TEXT, "Equation, figure or section."),
        required("says", TEXT, "What the paper says, in your words."),
        optional(
            "printed",
            new Dictionary("printed numbers", Optional.empty(), NUMBER, 100),
            "Numbers that the paper prints, by names that formulas may use."),
        optional("judged", TEXT, "How it is judged, and why so; made from the checks without."),
        SET,
        ALONG,
        BATTERY,
        ALL_SERIES,
        holds,
        reason,
        notes,
        optional(
            "readings", readings(variant), "Under which readings it is judged; all without it."),
        optional(
            "beside",
            new Dictionary("named variations", Optional.empty(), variant, 100),
            "What else was looked at; it decides nothing."),
        optional("turns", VARIATION, "A change with which the verdict must be another."),
        optional("java", TEXT, "In place of holds: a Java class that examines it."));
  }

  private static Shape check() {
    Field because = optional("because", TEXT, "Why this bound.");
    Field name = optional("name", TEXT, "What the number is called; its formula without it.");
    Field along = required("along", TEXT, "Along which axis.");
    Field by = optional("by", FORMULA, "By more than this; 0 without it.");
    Shape several = new Items("a list of formulas", FORMULA, 2, 100);
    return new Cases(
        "a check",
        List.of(
            fields(
                "a check",
                required("number", FORMULA, "A formula that gives a number."),
                name,
                optional("above", FORMULA, "It is above this."),
                optional("below", FORMULA, "It is below this."),
                optional("equals", FORMULA, "It equals this, within a tolerance."),
                optional("within", FORMULA, "The tolerance."),
                because),
            fields(
                "a check", required("rises", FORMULA, "A series rises."), along, by, name, because),
            fields(
                "a check", required("falls", FORMULA, "A series falls."), along, by, name, because),
            fields(
                "a check",
                required("order", several, "Each lies above the next at every point."),
                by,
                because),
            fields(
                "a check",
                required("same", several, "They agree at every point."),
                required("within", FORMULA, "How far they may be apart."),
                because)));
  }

  private static Shape figure() {
    Shape curve =
        new Either(
            "a curve",
            List.of(
                FORMULA,
                fields(
                    "a curve",
                    required("y", FORMULA, "What is drawn."),
                    optional("x", FORMULA, "Above what; the axis across without it."),
                    optional("label", TEXT, "In the legend; TeX between dollar signs."),
                    optional(
                        "drawn",
                        new Choice("a way to draw", List.of("line", "points")),
                        "line (default) or points."))));
    Shape curves =
        new Either("a curve, or a list", List.of(TEXT, new Items("a list", curve, 1, 40)));
    Field axes =
        optional(
            "axes",
            new Dictionary("axes with their TeX", Optional.empty(), TEXT, 10),
            "What x, y and colour are called, and other axes in the legend.");
    Field range =
        optional(
            "range",
            new Dictionary(
                "axes with their ends", Optional.empty(), new Items("[from, to]", NUMBER, 2, 2), 3),
            "Ends of x, y or colour; from the numbers without it.");
    return fields(
        "a figure",
        required("title", TEXT, "What it shows, in a few words."),
        ALL_SERIES,
        SET,
        ALONG,
        BATTERY,
        optional("curves", curves, "What is drawn along x."),
        optional("map", FORMULA, "In place of curves: what is drawn as colour."),
        optional("x", TEXT, "The axis across; the last of the series without it."),
        optional("y", TEXT, "Of a map: the axis up; the other one without it."),
        optional("colour", TEXT, "What colours tell: an axis, curves or readings."),
        optional("dash", TEXT, "What dashes tell: an axis, curves or readings."),
        optional(
            "readings",
            readings(VARIATION),
            "Under which readings it is drawn; the first without it."),
        axes,
        optional(
            "logarithmic",
            new Either(
                "x, y or both",
                List.of(
                    new Choice("an axis", List.of("x", "y")),
                    new Items("x and y", new Choice("an axis", List.of("x", "y")), 1, 2))),
            "Axes with equal ratios."),
        range,
        optional(
            "contours",
            new Dictionary("levels with labels", Optional.empty(), new Anything("a label"), 20),
            "Lines of a map, by level; with a label it is strong and in the legend."),
        optional(
            "marks",
            new Items(
                "a list of marks",
                fields(
                    "a mark",
                    required("x", FORMULA, "Where."),
                    optional("y", FORMULA, "Makes it a dot; a line without it."),
                    optional("to", FORMULA, "Of a line: up to where; to the top without it."),
                    optional("label", TEXT, "TeX.")),
                1,
                20),
            "Lines or dots that point something out."),
        optional(
            "inset",
            fields(
                "an inset",
                required("curves", curves, "What is drawn along x."),
                axes,
                range,
                optional("title", TEXT, "Above it; TeX between dollar signs.")),
            "A smaller plot within, of lines along the same axis, drawn as those of the figure."),
        optional("caption", TEXT, "TeX between dollar signs; elsewhere {formula} for a number."),
        optional("java", TEXT, "In place of curves: a Java class that draws it."));
  }

  private static Fields fields(String what, Field... fields) {
    return new Fields(what, Arrays.asList(fields));
  }
}
