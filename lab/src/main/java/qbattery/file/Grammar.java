package qbattery.file;

import static qbattery.file.CommonWords.NUMBER;
import static qbattery.file.CommonWords.TEXT;
import static qbattery.file.Described.is;
import static qbattery.file.Described.may;
import static qbattery.file.Described.record;
import static qbattery.file.Described.spliced;
import static qbattery.file.Described.when;
import static qbattery.file.Described.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qbattery.file.Described.Field;

/** The grammar of battery files: every name, its values and its meaning. */
final class Grammar {

  /** Longest list: of times, or points of a table. */
  static final int LONGEST = 100_000;

  /** Most things with a name, and most things of a list that are not data. */
  private static final int MANY = 1000;

  private static final Described<BatteryFile> FILE = describe();

  private Grammar() {}

  /** What a whole file looks like. */
  static Shape.Fields file() {
    return (Shape.Fields) FILE.shape();
  }

  /** The record of a tree that was found right. */
  static BatteryFile read(Node.Mapping root) {
    return FILE.read().apply(root);
  }

  /** The tree of a record. */
  static Node.Mapping write(BatteryFile file) {
    return (Node.Mapping) FILE.write().apply(file);
  }

  /** The three ways to say what a battery is made of; a file uses one. */
  static List<String> structures() {
    return List.of("parts", "network", "ensembles");
  }

  private static Described<BatteryFile> describe() {
    return record(
        BatteryFile.class,
        "a battery",
        is("battery", TEXT, "What the battery is called.").to("name"),
        may("description", TEXT, "What a reader should know.", ""),
        may(
            "parameters",
            CommonWords.PARAMETER.byName("named numbers", MANY),
            "Named numbers, which may use each other, be lists or be drawn at random.",
            Map.of()),
        may("operators", operators(), "Local operators of your own, as matrices.", Map.of()),
        may(
            "symbols",
            TEXT.byName("names with their symbols", Names.SHOWN, MANY),
            "How axes and legends write names: TeX, such as \\Gamma; 'energy unit' is the unit of"
                + " all numbers.",
            Map.of()),
        spliced("structure", StructureWords.structure()),
        may(
            "interaction",
            StructureWords.interaction(),
            "Couplings between the parts; not counted as stored energy.",
            List.of()),
        several("channels", ChannelWords.channel(), LONGEST, "Exchange with the surroundings."),
        several(
            "drives",
            DriveWords.drive(),
            LONGEST,
            "Parts of the Hamiltonian that are switched in time."),
        is("start", StartWords.start(), "How the battery starts."),
        several("stages", StructureWords.stage(), MANY, "A protocol: stages one after the other."),
        is("times", CommonWords.VALUES, "When it is measured; the first time is not below 0."),
        is(
            "measures",
            ResultWords.measure().listed("a list of measures"),
            "What is measured at each time."),
        several(
            "results",
            ResultWords.result(),
            LONGEST,
            "Numbers for a whole run, taken from the measures."),
        may("sweep", sweep(), "One or two parameters and the values they take.", List.of()),
        may("ensemble", ensemble(), "Realisations of what is drawn at random."),
        may(
            "convergence",
            convergence(),
            "Computes all again with more levels of the modes and compares."),
        may(
            "method",
            method(),
            "How time evolution is computed; usual without it.",
            MethodSection.Named.USUAL),
        may(
            "form",
            words("a form", FormWord.class),
            "The form of the state that is evolved; smallest without it.",
            FormWord.SMALLEST),
        several("outputs", ResultWords.output(), MANY, "Tables and figures that a run writes."),
        may(
            "expect",
            ResultWords.expect().listed("a list of expected numbers", 0, MANY),
            "Numbers that a run is held to.",
            List.of()));
  }

  /** A list that may be missing or empty. */
  private static Field several(String name, Described<?> of, int most, String meaning) {
    return may(name, of.listed("a list of " + name, 0, most), meaning, List.of());
  }

  private static Described<Map<String, OwnOperator>> operators() {
    return record(
            OwnOperator.class,
            "an operator",
            is("matrix", CommonWords.MATRIX, "Its matrix, the highest level first."),
            may("symbol", TEXT, "What it is printed as; its name without it."))
        .byName("named operators", MANY);
  }

  private static Described<List<Axis>> sweep() {
    return CommonWords.VALUES
        .byName("parameters with their values", Names.PARAMETER, 2)
        .as(
            all -> all.entrySet().stream().map(e -> new Axis(e.getKey(), e.getValue())).toList(),
            axes -> {
              Map<String, Values> values = new LinkedHashMap<>();
              axes.forEach(axis -> values.put(axis.parameter(), axis.values()));
              return values;
            });
  }

  private static Described<EnsembleSection> ensemble() {
    return record(
        EnsembleSection.class,
        "a number of realisations",
        is("realisations", NUMBER, "How many are drawn."),
        may("seed", NUMBER, "A whole number that the random numbers depend on."),
        may(
            "stream",
            TEXT,
            "In place of seed a text that they depend on; {N} in it is the value of a parameter."),
        may(
                "standard error",
                NUMBER,
                "Enough realisations are drawn when the means are known so well.")
            .to("target"));
  }

  private static Described<ConvergenceSection> convergence() {
    return record(
        ConvergenceSection.class,
        "a check of cutoffs",
        is("more levels", NUMBER, "How many levels each mode gets in addition."),
        is("tolerance", NUMBER, "By how much a measure may change, over its largest."));
  }

  private static Described<MethodSection> method() {
    return Described.either(
        "a method",
        when(MethodSection.Named.class, words("a method", MethodSection.Named.class)),
        when(
            MethodSection.Tolerances.class,
            record(
                MethodSection.Tolerances.class,
                "tolerances",
                is("relative", NUMBER, "Error of a step over each component."),
                is("absolute", NUMBER, "Absolute error of a step."))));
  }
}
