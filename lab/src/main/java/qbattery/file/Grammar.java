package qbattery.file;

import static qbattery.file.Shape.optional;
import static qbattery.file.Shape.required;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import qbattery.file.Shape.Cases;
import qbattery.file.Shape.Choice;
import qbattery.file.Shape.Dictionary;
import qbattery.file.Shape.Either;
import qbattery.file.Shape.Field;
import qbattery.file.Shape.Fields;
import qbattery.file.Shape.Formula;
import qbattery.file.Shape.Items;
import qbattery.file.Shape.Named;
import qbattery.file.Shape.NewName;
import qbattery.file.Shape.Reference;
import qbattery.file.Shape.Text;

/** The table of what a file may say: every name, what it stands for and what it means. */
final class Grammar {

  /** Longest list: of times, or points of a table. */
  static final int LONGEST = 100_000;

  private static final Shape NUMBER = number("a number or a formula");
  private static final Shape COMPLEX =
      new Formula("a number or a formula, with i for the imaginary unit", Formula.Kind.COMPLEX);
  private static final Shape OPERATOR =
      new Formula("a formula of operators, such as omega*number(cell)", Formula.Kind.OPERATOR);
  private static final Shape OPERATORS =
      new Either(
          "a formula of operators, or a list of them to be added",
          List.of(OPERATOR, new Items("a list of formulas", OPERATOR, 0, LONGEST)));
  private static final Shape MATRIX =
      new Named(
          "matrix",
          () ->
              new Items(
                  "a matrix as a list of rows",
                  new Items("a row of numbers", COMPLEX, 1, LONGEST),
                  1,
                  LONGEST));
  private static final Shape TEXT = new Text("a text");
  private static final Shape NUMBERS = list("a list of numbers", NUMBER);
  private static final Shape PARTS = references(Names.PART);

  private static final Shape DRAW =
      new Named(
          "distribution",
          () ->
              new Cases(
                  "a distribution, which is a uniform one (there is no normal one),",
                  List.of(fields("", uniform()), fields("", around()), fields("", magnitude()))));

  private static final Shape AMOUNT =
      new Named(
          "amount",
          () ->
              new Either(
                  "a number, a list of numbers or a distribution", List.of(NUMBER, NUMBERS, DRAW)));

  private static final Shape GRAPH =
      new Named(
          "graph",
          () ->
              new Either(
                  "a graph",
                  List.of(
                      choice("a graph", Word.of(Links.Named.class)),
                      fields(
                          "a graph",
                          required(
                              "links",
                              list(
                                  "a list of links",
                                  new Items("a link as two cells, such as [1, 2]", NUMBER, 2, 2)),
                              "Pairs of cells, counted from 1."),
                          optional("name", TEXT, "What the graph is called.")))));

  private static final Shape START = new Named("start", Grammar::start);
  private static final Shape ENVELOPE = new Named("envelope", Grammar::envelope);

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
                              choice("a spacing", Word.of(Values.Spacing.class)),
                              "linear (equal differences, default) or logarithmic (equal"
                                  + " ratios).")))));

  private Grammar() {}

  /** A whole file. */
  static Fields file() {
    List<Field> all = new ArrayList<>();
    all.add(required("battery", TEXT, "What the battery is called."));
    all.add(optional("description", TEXT, "What a reader should know."));
    all.add(
        optional(
            "parameters",
            new Dictionary("named numbers", Optional.empty(), parameter(), 1000),
            "Named numbers, which may use each other, be lists or be drawn at random."));
    all.add(
        optional(
            "operators",
            new Dictionary("named operators", Optional.empty(), ownOperator(), 1000),
            "Local operators of your own, as matrices."));
    all.add(
        optional(
            "symbols",
            new Dictionary("names with their symbols", Optional.of(Names.SHOWN), TEXT, 1000),
            "How axes and legends write names: TeX, such as \\Gamma; 'energy unit' is the unit of"
                + " all numbers."));
    all.addAll(structure());
    all.add(
        optional(
            "interaction",
            new Either(
                "a formula or a list of couplings",
                List.of(OPERATOR, list("a list of couplings", coupling()))),
            "Couplings between the parts; not counted as stored energy."));
    all.add(
        optional(
            "channels",
            new Items("a list of channels", channel(), 0, LONGEST),
            "Exchange with the surroundings."));
    all.add(
        optional(
            "drives",
            new Items("a list of drives", drive(), 0, LONGEST),
            "Parts of the Hamiltonian that are switched in time."));
    all.add(required("start", start(), "How the battery starts."));
    all.add(
        optional(
            "stages",
            new Items("a list of stages", stage(), 0, 1000),
            "A protocol: stages one after the other."));
    all.add(required("times", VALUES, "When it is measured; the first time is not below 0."));
    all.add(
        required(
            "measures", list("a list of measures", measure()), "What is measured at each time."));
    all.add(
        optional(
            "results",
            new Items("a list of results", result(), 0, LONGEST),
            "Numbers for a whole run, taken from the measures."));
    all.add(
        optional(
            "sweep",
            new Dictionary("parameters with their values", Optional.of(Names.PARAMETER), VALUES, 2),
            "One or two parameters and the values they take."));
    all.add(
        optional(
            "ensemble",
            fields(
                "a number of realisations",
                required("realisations", NUMBER, "How many are drawn."),
                optional("seed", NUMBER, "A whole number that the random numbers depend on."),
                optional(
                    "stream",
                    TEXT,
                    "In place of seed a text that they depend on; {N} in it is the value of a parameter."),
                optional(
                    "standard error",
                    NUMBER,
                    "Enough realisations are drawn when the means are known so well.")),
            "Realisations of what is drawn at random."));
    all.add(
        optional(
            "convergence",
            fields(
                "a check of cutoffs",
                required("more levels", NUMBER, "How many levels each mode gets in addition."),
                required(
                    "tolerance", NUMBER, "By how much a measure may change, over its largest.")),
            "Computes all again with more levels of the modes and compares."));
    all.add(
        optional(
            "method",
            new Either(
                "a method",
                List.of(
                    choice("a method", Word.of(MethodSection.Named.class)),
                    fields(
                        "tolerances",
                        required("relative", NUMBER, "Error of a step over each component."),
                        required("absolute", NUMBER, "Absolute error of a step.")))),
            "How time evolution is computed; usual without it."));
    all.add(
        optional(
            "form",
            choice("a form", Word.of(FormWord.class)),
            "The form of the state that is evolved; smallest without it."));
    all.add(
        optional(
            "outputs",
            new Items("a list of outputs", output(), 0, 1000),
            "Tables and figures that a run writes."));
    all.add(
        optional(
            "expect",
            new Items("a list of expected numbers", expect(), 0, 1000),
            "Numbers that a run is held to."));
    return new Fields("a battery", all);
  }

  /** The three ways to say what a battery is made of; a file uses one. */
  static List<String> structures() {
    return List.of("parts", "network", "ensembles");
  }

  private static List<Field> structure() {
    return List.of(
        optional(
            "parts",
            list(
                "a list of parts",
                new Cases(
                    "a part",
                    List.of(
                        part("cells", "How many two-level cells."),
                        part("spin", "Of how many cells the collective spin is."),
                        part("mode", "How many levels of the mode are kept."),
                        part("levels", "How many levels it has.")))),
            "What the battery is made of."),
        optional("storage", OPERATORS, "H0, in which the stored energy is counted."),
        optional(
            "network",
            fields(
                "a network",
                required("graph", GRAPH, "Who is linked with whom."),
                required("cells", NUMBER, "How many cells."),
                required("frequency", AMOUNT, "Level spacing of the cells."),
                optional("coupling", AMOUNT, "J of the links; 0 without it."),
                optional("decay", AMOUNT, "Decay rate of the cells; 0 without it."),
                optional("intracell", AMOUNT, "Decay rate of the links; 0 without it."),
                optional(
                    "frame",
                    choice("a frame", Word.of(Structure.Frame.class)),
                    "laboratory (default), or rotating at the mean frequency.")),
            "In place of parts and storage: cells linked along a graph."),
        optional(
            "ensembles",
            fields(
                "two ensembles",
                required("battery", NUMBER, "Number of spins of the battery."),
                required("charger", NUMBER, "Number of spins of the charger."),
                required("frequency", NUMBER, "Level spacing of each spin."),
                required("rate", NUMBER, "Coupling gamma to the reservoir."),
                required("temperature", NUMBER, "Temperature of the reservoir.")),
            "In place of parts and storage: two ensembles of spins on one reservoir."));
  }

  private static Fields part(String kind, String meaning) {
    return fields(
        "a part",
        required(kind, NUMBER, meaning),
        optional("name", new NewName("a name"), "What formulas call it."));
  }

  private static Shape parameter() {
    Field each = optional("each", NUMBER, "How many are drawn; makes the parameter a list.");
    return new Either(
        "a number, a list of numbers or a distribution",
        List.of(
            NUMBER,
            NUMBERS,
            new Cases(
                "a distribution, which is a uniform one (there is no normal one),",
                List.of(
                    fields("", uniform(), each),
                    fields("", around(), each),
                    fields("", magnitude(), each)))));
  }

  private static Field uniform() {
    return required(
        "uniform", new Items("[low, high]", NUMBER, 2, 2), "Uniform between two values.");
  }

  private static Field around() {
    return required(
        "around",
        new Items("[centre, spread]", NUMBER, 2, 2),
        "Uniform from centre*(1 - spread) to centre*(1 + spread).");
  }

  private static Field magnitude() {
    return required("magnitude", DRAW, "The absolute value of what is drawn.");
  }

  private static Shape ownOperator() {
    return fields(
        "an operator",
        required("matrix", MATRIX, "Its matrix, the highest level first."),
        optional("symbol", TEXT, "What it is printed as; its name without it."));
  }

  private static Shape coupling() {
    return new Either(
        "a formula of operators, or an exchange",
        List.of(
            OPERATOR,
            fields(
                "an exchange",
                required("exchange", AMOUNT, "J of the links, in J (A_n A_m^+ + h.c.)."),
                required("graph", GRAPH, "Who is linked with whom."),
                optional("of", PARTS, "The parts that are linked; all without it."))));
  }

  private static Shape channel() {
    Field name = optional("name", TEXT, "What the channel is called.");
    Field of = optional("of", PARTS, "The parts it acts on; all without it.");
    Field acts =
        optional(
            "acts",
            choice("each or together", Word.of(ChannelSection.Acting.class)),
            "each (default): every site by itself; together: all with one jump operator.");
    return new Cases(
        "a channel",
        List.of(
            fields(
                "decay",
                required("decay", AMOUNT, "Rate of the lowering operators."),
                name,
                of,
                acts,
                optional("graph", GRAPH, "With intracell: who is linked with whom."),
                optional("intracell", AMOUNT, "Decay rate of the links of the graph.")),
            fields(
                "pumping",
                required("pumping", AMOUNT, "Rate of the raising operators."),
                name,
                of,
                acts),
            fields(
                "dephasing",
                required("dephasing", AMOUNT, "Rate at which the coherence of a cell is lost."),
                name,
                of,
                acts),
            fields(
                "a reservoir",
                required(
                    "reservoir",
                    choice("a reservoir", Word.of(ChannelSection.Statistics.class)),
                    "bosonic or fermionic."),
                required("rate", NUMBER, "Coupling rate."),
                required("frequency", NUMBER, "Frequency at which the reservoir is asked."),
                required("temperature", NUMBER, "Its temperature."),
                optional("chemical potential", NUMBER, "Of fermions; 0 without it."),
                name,
                of,
                acts),
            fields(
                "jumps",
                required(
                    "jumps", list("a list of jump operators", OPERATOR), "The jump operators."),
                optional("rate", NUMBER, "The rate of each."),
                optional("rates", MATRIX, "In place of rate: their Kossakowski matrix."),
                name)));
  }

  private static Shape drive() {
    Field name = optional("name", TEXT, "What the drive is called.");
    Field envelope = required("envelope", ENVELOPE, "How it depends on time.");
    return new Cases(
        "a drive",
        List.of(
            fields(
                "a drive",
                required("operator", OPERATORS, "V, Hermitian, of f(t) V."),
                envelope,
                name),
            fields(
                "a rotating drive",
                required(
                    "rotating", OPERATORS, "A, such as lower(cavity), of f(t) (A e^(iwt) + h.c.)."),
                required("frequency", NUMBER, "w."),
                envelope,
                name)));
  }

  private static Shape envelope() {
    return new Either(
        "a number or an envelope",
        List.of(
            NUMBER,
            new Cases(
                "an envelope",
                List.of(
                    fields("", required("constant", NUMBER, "Always the same value.")),
                    fields(
                        "",
                        required(
                            "step",
                            fields("a step", value(), required("from", NUMBER, "When it begins.")),
                            "0, then a value.")),
                    fields(
                        "",
                        required(
                            "pulse",
                            fields(
                                "a pulse",
                                value(),
                                required("from", NUMBER, "When it begins."),
                                required("to", NUMBER, "When it ends.")),
                            "A value between two times, 0 elsewhere.")),
                    fields(
                        "",
                        required(
                            "sine",
                            fields(
                                "a sine",
                                amplitude(),
                                required("frequency", NUMBER, "Angular frequency."),
                                optional("phase", NUMBER, "In radians; 0 without it.")),
                            "amplitude*sin(frequency*t + phase).")),
                    fields(
                        "",
                        required(
                            "gaussian",
                            fields(
                                "a Gaussian pulse",
                                amplitude(),
                                required("centre", NUMBER, "When it is largest."),
                                required("width", NUMBER, "Standard deviation.")),
                            "amplitude*exp(-(t - centre)^2/(2*width^2)).")),
                    fields(
                        "",
                        required(
                            "sech",
                            fields(
                                "a sech pulse",
                                amplitude(),
                                required("centre", NUMBER, "When it is largest."),
                                required("width", NUMBER, "Its tails fall by e in that time.")),
                            "amplitude/cosh((t - centre)/width); its area is"
                                + " pi*amplitude*width.")),
                    fields(
                        "",
                        required(
                            "table",
                            fields(
                                "a table",
                                required("times", NUMBERS, "Ascending."),
                                required("values", NUMBERS, "One for each time.")),
                            "Straight lines between points.")),
                    fields(
                        "",
                        required(
                            "product",
                            list("a list of envelopes", ENVELOPE),
                            "The product of envelopes."))))));
  }

  private static Field value() {
    return required("value", NUMBER, "The value.");
  }

  private static Field amplitude() {
    return required("amplitude", NUMBER, "The largest value.");
  }

  private static Shape start() {
    return new Either(
        "a start",
        List.of(
            choice("a start", Word.of(StartSection.Named.class)),
            new Cases(
                "a start",
                List.of(
                    fields("", required("mixture", NUMBER, "Probability of |e> in every cell.")),
                    fields("", required("thermal", NUMBER, "Temperature of exp(-H0/T)/Z.")),
                    fields(
                        "",
                        required(
                            "sites",
                            new Dictionary(
                                "parts with their states", Optional.of(Names.PART), site(), 1000),
                            "The state of each part or site; what is not named is in its ground"
                                + " state.")),
                    fields(
                        "",
                        required(
                            "product",
                            list("a list of matrices", MATRIX),
                            "The density matrix of each site.")),
                    fields(
                        "",
                        required(
                            "pure",
                            list("a list of amplitudes", COMPLEX),
                            "Amplitudes in the product basis.")),
                    fields(
                        "", required("matrix", MATRIX, "The density matrix in the product basis.")),
                    fields(
                        "",
                        required(
                            "battery temperature",
                            NUMBER,
                            "Of two ensembles: charger up, battery in equilibrium; 0 is"
                                + " down.")),
                    fields("", required("settled", START, "Where another start ends up."))))));
  }

  private static Shape site() {
    return new Either(
        "the state of a site",
        List.of(
            choice("a state", Word.of(SiteSection.Named.class)),
            new Cases(
                "the state of a site",
                List.of(
                    fields("", required("excitations", NUMBER, "A Fock or Dicke state.")),
                    fields("", required("mixture", NUMBER, "Probability of |e> of a cell.")),
                    fields("", required("coherent", COMPLEX, "Amplitude of a mode.")),
                    fields("", required("thermal", NUMBER, "Mean number of quanta of a mode.")),
                    fields(
                        "",
                        required(
                            "direction",
                            new Items("[theta, phi]", NUMBER, 2, 2),
                            "A spin that points there; theta = 0 is up.")),
                    fields("", required("matrix", MATRIX, "The density matrix of the site."))))));
  }

  private static Shape stage() {
    return fields(
        "a stage",
        required("stage", TEXT, "What it is called."),
        required("duration", NUMBER, "How long it lasts."),
        optional(
            "before",
            new Either(
                "what is done first",
                List.of(
                    choice("what is done first", Word.of(StageSection.NamedMap.class)),
                    fields(
                        "what is taken away",
                        required("take away", PARTS, "Parts that are traced out.")))),
            "What is done to the state before it; keep without it."),
        optional("off", references(Names.SWITCH), "Channels and drives that are off."));
  }

  private static Shape measure() {
    Field name = optional("name", TEXT, "What its column is called.");
    List<String> words =
        Word.of(MeasureSection.Kind.class).stream().filter(w -> !"expectation".equals(w)).toList();
    return new Either(
        "a measure",
        List.of(
            choice("a measure", words),
            new Cases(
                "a measure",
                List.of(
                    fields(
                        "a measure",
                        required("measure", choice("a measure", words), "What is measured."),
                        optional(
                            "of",
                            references(Names.MEASURED),
                            "Parts it is measured on, or the reservoir of a current."),
                        optional(
                            "temperature",
                            NUMBER,
                            "Of open work and free energy: that of the equilibrium."),
                        optional("excitations", NUMBER, "Of a population: how many."),
                        optional(
                            "graph",
                            GRAPH,
                            "Of a concurrence: the pairs are its links; all pairs without it."),
                        name),
                    fields(
                        "an expectation value",
                        required("expectation", OPERATORS, "A Hermitian operator."),
                        name)))));
  }

  private static Shape result() {
    Field name = optional("name", TEXT, "What its column is called.");
    List<Fields> cases = new ArrayList<>();
    for (ResultSection.Kind kind : ResultSection.Kind.values()) {
      Field first = required(kind.word(), new Reference(Names.MEASURE), "The measure it is of.");
      cases.add(
          switch (kind) {
            case CROSSING ->
                fields(
                    "a result",
                    first,
                    required("value", NUMBER, "The value that is crossed."),
                    name);
            case FALL ->
                fields(
                    "a result",
                    first,
                    required("share", NUMBER, "The share of the first value, between 0 and 1."),
                    name);
            case AT ->
                fields("a result", first, required("time", NUMBER, "When it is taken."), name);
            case STEADY_STATES ->
                fields(
                    "a result",
                    required(
                        kind.word(),
                        choice(
                            "what is told of them",
                            List.of(ResultSection.NUMBER, ResultSection.SLOWEST_DECAY)),
                        "How many there are, or the slowest rate of a decay to them."),
                    name);
            default ->
                kind.mayBeWithin()
                    ? fields(
                        "a result",
                        first,
                        optional(
                            "from",
                            new Reference(Names.RESULT),
                            "The result that says from when on; the first time without it."),
                        optional(
                            "until",
                            new Reference(Names.RESULT),
                            "The result that says until when; the last time without it."),
                        name)
                    : fields("a result", first, name);
          });
    }
    return new Cases("a result", cases);
  }

  private static Shape expect() {
    return fields(
        "an expected number",
        required(
            "result",
            new Reference(Names.RESULT),
            "Which result; of an ensemble also that 'of the mean curve', with these words behind its name."),
        required("value", NUMBER, "The number that is expected."),
        required("tolerance", NUMBER, "How far off it may be, in the unit of the result."),
        optional("because", TEXT, "Why so far."),
        optional("source", TEXT, "Where the number stands."),
        optional(
            "at",
            new Dictionary("swept parameters with a value", Optional.of(Names.SWEPT), NUMBER, 2),
            "Of a sweep: at which value of each parameter."));
  }

  private static Shape output() {
    Shape column = new Reference(Names.COLUMN);
    Shape spacing = choice("a scale", Word.of(Values.Spacing.class));
    return new Cases(
        "an output",
        List.of(
            fields(
                "a table",
                required("table", TEXT, "The file: .csv, .json or .h5."),
                optional("columns", references(Names.COLUMN), "Which; all without it.")),
            fields(
                "a figure",
                required("figure", TEXT, "The file: .svg, .png or .pdf."),
                required("x", column, "time, or a swept parameter."),
                required("y", references(Names.COLUMN), "Curves; of a heat map, the other axis."),
                optional("colour", column, "Makes it a heat map of this."),
                optional("title", TEXT, "Text in which $...$ is TeX; in the caption below."),
                optional("x label", TEXT, "Text in which $...$ is TeX, or TeX with a command."),
                optional("y label", TEXT, "The same."),
                optional("x scale", spacing, "linear (default) or logarithmic."),
                optional("y scale", spacing, "linear (default) or logarithmic."))));
  }

  private static Shape number(String what) {
    return new Formula(what, Formula.Kind.REAL);
  }

  private static Fields fields(String what, Field... fields) {
    return new Fields(what.isEmpty() ? fields[0].name() : what, Arrays.asList(fields));
  }

  private static Choice choice(String what, List<String> words) {
    return new Choice(what, words);
  }

  private static Shape list(String what, Shape item) {
    return new Items(what, item, 1, LONGEST);
  }

  private static Shape references(Names names) {
    Shape one = new Reference(names);
    return new Either(
        names.what() + ", or a list of them",
        List.of(one, new Items("a list of names", one, 1, LONGEST)));
  }
}
