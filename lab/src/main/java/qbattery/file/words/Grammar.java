package qbattery.file.words;

import static java.util.Map.entry;
import static qbattery.file.words.CommonWords.NUMBER;
import static qbattery.file.words.CommonWords.TEXT;
import static qbattery.file.words.CommonWords.positive;
import static qbattery.file.words.CommonWords.whole;
import static qbattery.file.words.Described.choice;
import static qbattery.file.words.Described.record;
import static qbattery.file.words.Field.is;
import static qbattery.file.words.Field.may;
import static qbattery.file.words.Sort.chosen;
import static qbattery.file.words.Sort.when;

import java.util.List;
import java.util.Map;
import qbattery.dynamics.Method;
import qbattery.dynamics.StateForm;
import qbattery.file.tree.Node;

/** The grammar of battery files: every name, its values and its meaning. */
public final class Grammar {

  /** Longest list: of times, or points of a table. */
  static final int LONGEST = 100_000;

  /** Most things with a name, and most things of a list that are not data. */
  private static final int MANY = 1000;

  /** Most realisations that are drawn. */
  private static final int MOST_REALISATIONS = 100_000_000;

  /** How time evolution is computed. */
  public static final Described<Method> METHOD = method();

  /** The form of the state that is evolved. */
  public static final Described<StateForm> FORM =
      choice(
          "a form",
          entry("smallest", StateForm.SMALLEST),
          entry("full matrix", StateForm.FULL_MATRIX),
          entry("pauli coefficients", StateForm.PAULI_COEFFICIENTS),
          entry("excitation sectors", StateForm.EXCITATION_SECTORS),
          entry("state vector", StateForm.STATE_VECTOR));

  /** Realisations of what is drawn at random. */
  public static final Described<Realisations> ENSEMBLE =
      record(
          Realisations.class,
          "a number of realisations",
          is("realisations", whole(1, MOST_REALISATIONS), "How many are drawn."),
          may(
              "seed",
              whole(0, Integer.MAX_VALUE).as(s -> (long) s, Math::toIntExact),
              "A whole number that the random numbers depend on.",
              0L),
          may(
              "stream",
              TEXT,
              "In place of seed a text that they depend on; {N} in it is the value of a parameter."),
          may(
                  "standard error",
                  positive(),
                  "Enough realisations are drawn when the means are known so well.")
              .to("target"));

  /** A check of cutoffs. */
  public static final Described<Convergence> CONVERGENCE =
      record(
          Convergence.class,
          "a check of cutoffs",
          is("more levels", whole(1, 1000), "Number of levels added to each mode."),
          is(
              "tolerance",
              positive(),
              "Largest accepted change of a measure, relative to its largest value."));

  /** A local operator of one's own. */
  public static final Described<OwnOperator> OPERATOR =
      record(
          OwnOperator.class,
          "an operator",
          is("matrix", CommonWords.MATRIX, "Its matrix, the highest level first."),
          may("symbol", TEXT, "How it is printed (default: its name)."));

  private static final Described<Node> FILE = describe();

  private Grammar() {}

  /** What a whole file looks like. */
  public static Shape.Fields file() {
    return (Shape.Fields) FILE.shape();
  }

  /** What a tree says that was found right, in the one form in which a file is kept. */
  public static BatteryFile read(Node.Mapping root) {
    return new BatteryFile((Node.Mapping) FILE.written(root));
  }

  /** The three ways to say what a battery is made of; a file uses one. */
  public static List<String> structures() {
    return List.of("parts", "network", "ensembles");
  }

  private static Described<Node> describe() {
    return Described.tree(
        "a battery",
        is("battery", TEXT, "Name of the battery."),
        may("description", TEXT, "A remark for readers.", ""),
        may(
            "parameters",
            CommonWords.PARAMETER.byName("named numbers", MANY),
            "Named numbers, which may use each other. A list is used as name[2]; what is drawn is drawn for each realisation.",
            Map.of()),
        may(
            "operators",
            OPERATOR.byName("named operators", MANY),
            "Local operators of your own, as matrices.",
            Map.of()),
        may(
            "symbols",
            TEXT.byName("names with their symbols", Names.SHOWN, MANY),
            "How axes and legends write a parameter, a measure, a result or time: TeX, such as"
                + " \\Gamma. 'energy unit' is the unit that all numbers are in.",
            Map.of()),
        may(
            "parts",
            StructureWords.ALL_PARTS,
            "What the battery is made of; storage is needed with it."),
        may(
            "storage",
            CommonWords.OPERATORS,
            "H0, in which energy is counted. The parts that one of its terms names are those that store."),
        may(
            "network",
            StructureWords.NETWORK,
            "In place of parts and storage: cells linked along a graph. Their part is called cell."),
        may(
            "ensembles",
            StructureWords.ENSEMBLES,
            "In place of parts and storage: two ensembles of spins on one reservoir."),
        may(
            "interaction",
            StructureWords.interaction(),
            "Couplings between the parts; not counted as stored energy. Of a list all are added.",
            Node.list(List.of())),
        several("channels", ChannelWords.CHANNEL, LONGEST, "Exchange with the surroundings."),
        several(
            "drives",
            DriveWords.DRIVE,
            LONGEST,
            "Parts of the Hamiltonian that are switched in time."),
        is(
            "start",
            StartWords.start(),
            "How the battery starts; plus is (|e> + |g>)/sqrt 2 in every cell."),
        several(
            "stages",
            StageSection.STAGE,
            MANY,
            "A protocol: stages one after the other, each with a clock that begins at 0."),
        is("times", CommonWords.VALUES, "Times at which it is measured, from 0 on."),
        is(
            "measures",
            ResultWords.MEASURE.listed("a list of measures"),
            "What is measured at each time."),
        several(
            "results",
            ResultWords.RESULT,
            LONGEST,
            "Numbers for a whole run, taken from the measures."),
        may(
            "sweep",
            CommonWords.VALUES.byName("parameters with their values", Names.PARAMETER, 2),
            "One or two parameters and the values they take; the last runs fastest.",
            Map.of()),
        may(
            "ensemble",
            ENSEMBLE,
            "Realisations of what is drawn at random, needed if something is. Where all are alike, as with a spread of 0, one is computed."),
        may(
            "convergence",
            CONVERGENCE,
            "Computes all again with more levels of the modes and compares."),
        may(
            "method",
            METHOD,
            "Method of the time evolution (default: usual). exact is the exponential of the generator, where drives are constant or jump and up to 256 numbers of a state act on each other.",
            Method.DormandPrince.USUAL),
        may(
            "form",
            FORM,
            "Form of the state that is evolved (default: smallest, the smallest that is exact). state vector is that of a pure state without channels.",
            StateForm.SMALLEST),
        several("outputs", ResultWords.OUTPUT, MANY, "Tables and figures that a run writes."),
        may(
            "expect",
            ResultWords.EXPECT.listed("a list of expected numbers", 0, MANY),
            "Numbers that the results are compared with.",
            List.of()));
  }

  /** A list that may be missing or empty. */
  private static Field several(String name, Described<?> of, int most, String meaning) {
    return may(name, of.listed("a list of " + name, 0, most), meaning, List.of());
  }

  private static Described<Method> method() {
    return Described.either(
        "a method",
        chosen(
            Method.class,
            "a method",
            entry("usual", Method.DormandPrince.USUAL),
            entry("tight", Method.DormandPrince.TIGHT),
            entry("exact", new Method.Exact())),
        when(
            Method.DormandPrince.class,
            record(
                Method.DormandPrince.class,
                "tolerances",
                is("relative", NUMBER, "Error of a step over each component.").to("rtol"),
                is("absolute", NUMBER, "Absolute error of a step.").to("atol"))));
  }
}
