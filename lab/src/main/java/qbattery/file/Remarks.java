package qbattery.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qbattery.file.formula.Evaluator;
import qbattery.file.formula.Expression;
import qbattery.file.formula.FormulaParser;
import qbattery.file.formula.PartKind;
import qbattery.file.formula.PartTable;
import qbattery.file.tree.Node;
import qbattery.file.tree.Problem;
import qbattery.file.tree.View;
import qbattery.file.tree.WrongFileException;
import qbattery.file.words.BatteryFile;
import qbattery.file.words.CommonWords;
import qbattery.file.words.DefaultNames;
import qbattery.file.words.MeasureNames;
import qbattery.file.words.Scope;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.measure.Measure;
import qbattery.model.InitialState;
import qbattery.model.SiteState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;

/** Notes on what is valid in a file but probably not meant. */
public final class Remarks {

  /** What is left of terms that cancel, relative to them, is rounding. */
  private static final double CANCELLED = 1e-12;

  private static final Pattern WORD =
      Pattern.compile(FormulaParser.LETTER + "(?:" + FormulaParser.LETTER + "|[0-9])*+");

  /** What stands under these names is no use of a parameter. */
  private static final Set<String> NO_USE =
      Set.of(
          "battery",
          "description",
          "sweep",
          "outputs",
          "expect",
          "name",
          "symbol",
          "stage",
          "because",
          "source",
          "at");

  private final Reading reading;
  private final BatteryFile file;
  private final List<Problem> found = new ArrayList<>();

  /** A normal deviate of 4.8 standard deviations; an ensemble has seldom more realisations. */
  private static final double FAR = 1e-6;

  private Remarks(Reading reading) {
    this.reading = reading;
    this.file = reading.file();
  }

  /**
   * Looks for names that nothing uses, parts without a term of their own, rotating drives that turn
   * away from resonance, spins that decay as a whole, and modes that start in their highest level.
   *
   * @param reading a file that is right
   * @return what is worth a look, each at its place; nothing is wrong with it
   */
  public static List<Problem> of(Reading reading) {
    Remarks remarks = new Remarks(reading);
    remarks.unused();
    remarks.collectiveDecay();
    Sweep sweep = reading.sweep();
    Map<String, Double> first = sweep.place(0);
    Map<String, Double> last = sweep.place(sweep.count() - 1);
    Setup setup = reading.setup(first, () -> 0.5);
    remarks.farDraws(first);
    remarks.countedOnAllStates(setup);
    remarks.highestLevels(setup);
    if (reading.file().has("parts")) {
      remarks.partsWithoutEnergy(setup, reading.setup(last, () -> 0.5));
      remarks.drives(setup, first);
    }
    return List.copyOf(remarks.found);
  }

  /** Whether numbers that are drawn far out, one in a million on each side, give no model. */
  private void farDraws(Map<String, Double> place) {
    if (!reading.isRandom()) {
      return;
    }
    for (double deviate : new double[] {FAR, 1 - FAR}) {
      try {
        reading.setup(place, () -> deviate);
      } catch (WrongFileException refused) {
        add(
            "ensemble",
            "A realisation in which all numbers are drawn far out is refused: %s If that may happen, take bounds, as in {uniform: [a, b]}, or the absolute value, {magnitude: ...}."
                .formatted(refused.problems().get(0).sentence()));
        return;
      }
    }
  }

  private void add(String path, String sentence) {
    found.add(new Problem(reading.places().of(path), sentence));
  }

  private void unused() {
    for (String name : file.parameters()) {
      if (!used(name, "parameters/" + name)) {
        boolean swept = file.named("sweep").containsKey(name);
        add(
            "parameters/" + name,
            "Nothing uses the parameter '%s'%s."
                .formatted(name, swept ? ", so all places of the sweep are alike" : ""));
      }
    }
    for (String name : file.named("operators").keySet()) {
      if (!used(name, "operators/" + name)) {
        add("operators/" + name, "Nothing uses the operator '%s'.".formatted(name));
      }
    }
  }

  /** Where a mode starts in a level that more levels would shift. */
  private void highestLevels(Setup setup) {
    for (PartTable.Row row : setup.parts().rows()) {
      boolean mode = row.kind() == PartKind.MODE;
      boolean highest =
          setup.start() instanceof InitialState.FullyExcited
              || (setup.start() instanceof InitialState.Sites sites
                  && sites.sites().get(row.first()) instanceof SiteState.Highest);
      if (mode && highest) {
        int levels = setup.battery().space().localDimensions().get(row.first());
        add(
            "start",
            "The mode '%s' starts 'excited', in its highest level, which is another one where the cutoff is checked with more levels; so errors may be as large as the numbers. {excitations: %d} stays the same."
                .formatted(row.name(), levels - 1));
      }
    }
  }

  private boolean used(String name, String itself) {
    Set<String> words = new HashSet<>();
    collect(file.tree(), "", itself, words);
    return words.contains(name);
  }

  private static void collect(Node node, String path, String itself, Set<String> words) {
    if (node instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        String key = entry.key().text();
        String below = path.isEmpty() ? key : path + "/" + key;
        // A parameter may be called 'name'; what it is worth is a use all the same.
        boolean counts = "parameters".equals(path) || !NO_USE.contains(key);
        if (counts && !below.equals(itself)) {
          collect(entry.value(), below, itself, words);
        }
      }
    } else if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(item -> collect(item, path + "/", itself, words));
    } else if (node instanceof Node.Scalar scalar) {
      Matcher word = WORD.matcher(scalar.text());
      while (word.find()) {
        words.add(word.group());
      }
    }
  }

  private void collectiveDecay() {
    List<Node> channels = file.list("channels");
    for (int k = 0; k < channels.size(); k++) {
      View channel = View.of(channels.get(k));
      if (!channel.has("decay") || channel.has("graph")) {
        continue;
      }
      List<String> of = Scope.texts(channel.mapping().get("of"));
      for (Node described : file.list("parts")) {
        View part = View.of(described);
        if (!part.has(PartKind.SPIN.word())) {
          continue;
        }
        String name = part.has("name") ? part.text("name") : DefaultNames.part(PartKind.SPIN);
        Optional<Double> size = Expression.of(part.node(PartKind.SPIN.word())).literal();
        if ((of.isEmpty() || of.contains(name)) && size.filter(n -> n == 1).isEmpty()) {
          add(
              "channels/" + k,
              "The decay of the spin '%s' is collective: its jump operator is J-, and it can lose energy much faster than cells that decay each by itself; those are parts of the kind cells."
                  .formatted(name));
        }
      }
    }
  }

  private static String written(Node measure) {
    return measure instanceof Node.Mapping given && given.get("measure").isPresent()
        ? View.of(given).text("measure")
        : measure instanceof Node.Scalar word ? word.text() : "";
  }

  /** Words whose meaning on a spin was another one in former versions, and former words. */
  private void countedOnAllStates(Setup setup) {
    List<Node> measures = file.list("measures");
    Map<Integer, Integer> first = new TreeMap<>(); // number of cells -> first such measure
    Map<Integer, Set<String>> words = new TreeMap<>();
    for (int k = 0; k < measures.size(); k++) {
      Measure measure = setup.measures().get(k).kind();
      String written = written(measures.get(k));
      if (MeasureNames.former(written).isPresent()) {
        add(
            "measures/" + k,
            "'%s' is called '%s' now; what is counted is the same."
                .formatted(written, measure.word()));
        continue;
      }
      OptionalInt cells =
          setup.ensembles().isPresent()
              ? OptionalInt.of(setup.ensembles().orElseThrow().batterySize())
              : setup.measures().get(k).sites().stream()
                  .filter(site -> setup.battery().space().alikeCells(site).isEmpty())
                  .mapToInt(site -> setup.battery().space().spins().get(site))
                  .max();
      if (MeasureBuilder.ON_ALL_STATES.contains(measure) && cells.orElse(0) > 1) {
        first.putIfAbsent(cells.orElse(0), k);
        words
            .computeIfAbsent(cells.orElse(0), n -> new LinkedHashSet<>())
            .add("'" + measure.word() + "'");
      }
    }
    words.forEach(
        (cells, counted) ->
            add(
                "measures/" + first.get(cells),
                "Counted on all 2^%d states of the spin's %d cells: %s. Former versions counted on the %d symmetric ones alone, which for the ergotropy is 'symmetric ergotropy'."
                    .formatted(cells, cells, String.join(", ", counted), cells + 1)));
  }

  private void partsWithoutEnergy(Setup first, Setup last) {
    Set<Integer> alone = alone(first);
    alone.addAll(alone(last));
    if (turning(first).isEmpty() && turning(last).isEmpty()) {
      return; // no part has an energy of its own: a frame that rotates with all of them
    }
    Set<Integer> coupled = coupled(first);
    for (PartTable.Row row : first.parts().rows()) {
      boolean none = true;
      boolean touched = false;
      for (int site = row.first(); site < row.first() + row.count(); site++) {
        none &= !alone.contains(site);
        touched |= coupled.contains(site);
      }
      if (none) {
        int number = first.parts().rows().indexOf(row);
        add(
            "parts/" + number,
            touched
                ? "The part '%s' has no term of its own in storage or interaction, so all its levels have one energy, and what it is coupled to is off resonance with it. If it has a frequency, add a term such as omega*number(%s): to storage if its energy counts as stored, else to interaction."
                    .formatted(row.name(), row.name())
                : "No term of the Hamiltonian acts on the part '%s'.".formatted(row.name()));
      }
    }
  }

  /** The sites that have a term of the Hamiltonian to themselves. */
  private static Set<Integer> alone(Setup setup) {
    Set<Integer> sites = new HashSet<>();
    for (Operator.Term term : hamiltonian(setup).terms()) {
      if (term.factors().size() == 1) {
        sites.addAll(term.factors().keySet());
      }
    }
    return sites;
  }

  /** Sites whose own terms do not cancel, as they do in a rotating frame. */
  private static Set<Integer> turning(Setup setup) {
    Map<Integer, Operator> sums = new HashMap<>();
    for (Operator.Term term : hamiltonian(setup).terms()) {
      if (term.factors().size() == 1) {
        Operator own = new Operator(setup.battery().space(), List.of(term));
        term.factors().keySet().forEach(site -> sums.merge(site, own, Operator::plus));
      }
    }
    Set<Integer> turning = new HashSet<>();
    sums.forEach(
        (site, sum) -> {
          Operator own = sum.onPart(List.of(site));
          double size =
              own.terms().stream()
                  .mapToDouble(t -> new Operator(own.space(), List.of(t)).sparse().maxAbs())
                  .sum();
          if (own.sparse().maxAbs() > CANCELLED * size) {
            turning.add(site);
          }
        });
    return turning;
  }

  private static Set<Integer> coupled(Setup setup) {
    Set<Integer> sites = new HashSet<>();
    hamiltonian(setup).terms().forEach(term -> sites.addAll(term.factors().keySet()));
    setup
        .battery()
        .drives()
        .forEach(d -> d.operator().terms().forEach(term -> sites.addAll(term.factors().keySet())));
    return sites;
  }

  private static Operator hamiltonian(Setup setup) {
    return setup.battery().storage().plus(setup.battery().interaction());
  }

  private void drives(Setup setup, Map<String, Double> place) {
    Evaluator evaluator = new SetupBuilder(reading, place, () -> 0.5).evaluator(setup.parts());
    List<Node> drives = file.list("drives");
    for (int k = 0; k < drives.size(); k++) {
      View drive = View.of(drives.get(k));
      if (drive.has("rotating")
          && turnsAway(
              CommonWords.OPERATORS.read(drive.node("rotating"), evaluator),
              CommonWords.NUMBER.read(drive.node("frequency"), evaluator),
              hamiltonian(setup))) {
        add(
            "drives/" + k,
            "The rotating drive '%s' turns away from resonance: A exp(i w t) is resonant if A takes away the energy w, as lower(x) does with w > 0; here A adds energy, so change lower and raise, or the sign of w."
                .formatted(Scope.name(drive.mapping(), Scope.DRIVES).text()));
      }
    }
  }

  /** Whether all that A does changes the energy of its site in the direction of the frequency. */
  private static boolean turnsAway(Operator a, double frequency, Operator hamiltonian) {
    boolean some = false;
    for (Operator.Term term : a.terms()) {
      if (term.factors().size() != 1) {
        return false;
      }
      Map.Entry<Integer, LocalOperator> factor = term.factors().entrySet().iterator().next();
      ComplexMatrix moves = factor.getValue().matrix();
      Optional<double[]> energies = energies(hamiltonian, factor.getKey(), moves.rows());
      if (energies.isEmpty()) {
        return false;
      }
      double[] e = energies.get();
      for (int i = 0; i < e.length; i++) {
        for (int j = 0; j < e.length; j++) {
          if (!moves.get(i, j).equals(Complex.ZERO)) {
            if ((e[i] - e[j]) * frequency <= 0) {
              return false;
            }
            some = true;
          }
        }
      }
    }
    return some;
  }

  /** The levels of a site by the terms that it has to itself, if these are diagonal. */
  private static Optional<double[]> energies(Operator hamiltonian, int site, int levels) {
    double[] energies = new double[levels];
    for (Operator.Term term : hamiltonian.terms()) {
      if (term.factors().size() == 1 && term.factors().containsKey(site)) {
        ComplexMatrix matrix = term.factors().get(site).matrix();
        for (int i = 0; i < levels; i++) {
          for (int j = 0; j < levels; j++) {
            if (i != j && !matrix.get(i, j).equals(Complex.ZERO)) {
              return Optional.empty();
            }
          }
          energies[i] += term.coefficient().times(matrix.get(i, i)).re();
        }
      }
    }
    return Optional.of(energies);
  }
}
