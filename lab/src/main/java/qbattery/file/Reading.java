package qbattery.file;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import qbattery.file.formula.Evaluator;
import qbattery.file.formula.Expression;
import qbattery.file.formula.PartKind;
import qbattery.file.tree.Node;
import qbattery.file.tree.Places;
import qbattery.file.tree.Problem;
import qbattery.file.tree.View;
import qbattery.file.tree.WrongFileException;
import qbattery.file.words.Amount;
import qbattery.file.words.BatteryFile;
import qbattery.file.words.CommonWords;
import qbattery.file.words.Convergence;
import qbattery.file.words.Described;
import qbattery.file.words.Expected;
import qbattery.file.words.Grammar;
import qbattery.file.words.Parameters;
import qbattery.file.words.Realisations;
import qbattery.file.words.Scope;

/**
 * A file that was read: its content and the positions of its parts.
 *
 * @param name what the file is called
 * @param file what it says
 * @param places where each thing stands
 */
public record Reading(String name, BatteryFile file, Places places) {

  /**
   * A swept parameter with its values.
   *
   * @param parameter its name
   * @param values what it takes; not to be changed
   */
  public record SweptAxis(String parameter, double[] values) {}

  /**
   * The file with some of its measures and results, and nothing that is made of them.
   *
   * @param measures which measures, counted from 0
   * @param results which results, each of one of these measures or of none
   * @return the reading, in which each thing stands where it did
   */
  public Reading asking(BitSet measures, BitSet results) {
    return new Reading(
        name,
        file.asking(measures, results),
        places.only("measures", measures).only("results", results));
  }

  /**
   * The model with numbers for its parameters.
   *
   * @param swept values of parameters that are swept, instead of what the file says
   * @param uniform deviates in [0, 1) for one realisation; first the parameters that are drawn take
   *     theirs, in the order of the file, then a network's frequencies, couplings, decay rates and
   *     intracell rates
   * @return the model
   * @throws WrongFileException if it is not physical; it says where
   */
  public Setup setup(Map<String, Double> swept, DoubleSupplier uniform) {
    return new SetupBuilder(this, swept, uniform).build();
  }

  /**
   * The value of a parameter that is one number, in the middle of what is drawn.
   *
   * @param parameter its name
   * @param swept values of parameters that are swept, instead of what the file says
   * @return the value
   * @throws IllegalArgumentException if there is no such parameter, or it is a list
   */
  public double parameter(String parameter, Map<String, Double> swept) {
    return new Parameters(file.named("parameters"), swept, Reading::middle).number(parameter);
  }

  /**
   * The swept parameters.
   *
   * @return at most two, in the order of the file
   * @throws WrongFileException if the values of one cannot be had
   */
  public List<SweptAxis> axes() {
    Attempts attempts = new Attempts(places);
    Evaluator numbers = numbers();
    List<SweptAxis> axes = new ArrayList<>();
    Map<String, Node> parameters = file.named("parameters");
    file.named("sweep")
        .forEach(
            (parameter, said) -> {
              String path = "sweep/" + parameter;
              if (!(parameters.get(parameter) instanceof Node.Scalar)) {
                attempts.wrong(
                    path,
                    "Only a parameter that is one number, not a list or drawn, can be swept.");
                return;
              }
              attempts
                  .at(path, () -> CommonWords.VALUES.read(said, numbers))
                  .ifPresent(values -> axes.add(new SweptAxis(parameter, values)));
            });
    long count = new Sweep(axes).count();
    if (count > Everywhere.MOST_PLACES) {
      attempts.wrong(
          "sweep",
          "The sweep has %d places; at most %d can be computed. Take fewer values."
              .formatted(count, Everywhere.MOST_PLACES));
    }
    attempts.require(name);
    return axes;
  }

  /**
   * The places of the sweep.
   *
   * @return one for each choice of values
   * @throws WrongFileException if the values of a parameter cannot be had
   */
  public Sweep sweep() {
    return new Sweep(axes());
  }

  /**
   * The ensemble, if the file asks for one.
   *
   * @return how many realisations
   * @throws WrongFileException if its numbers cannot be had
   */
  public Optional<Realisations> ensemble() {
    return number("ensemble", Grammar.ENSEMBLE);
  }

  /** What stands under a name, with values for its formulas. */
  private <T> Optional<T> number(String name, Described<T> of) {
    Attempts attempts = new Attempts(places);
    Optional<T> found =
        file.get(name).flatMap(node -> attempts.at(name, () -> of.read(node, numbers())));
    attempts.require(this.name);
    return found;
  }

  /**
   * The check of cutoffs, if the file asks for one.
   *
   * @return how it is checked
   * @throws WrongFileException if its numbers cannot be had, or there is no mode
   */
  public Optional<Convergence> convergence() {
    Optional<Convergence> found = number("convergence", Grammar.CONVERGENCE);
    if (found.isPresent() && file.list("parts").stream().noneMatch(Reading::isMode)) {
      throw new WrongFileException(
          name,
          List.of(
              new Problem(
                  places.of("convergence"), "There is no mode whose cutoff could be checked.")));
    }
    return found;
  }

  /**
   * The numbers that a run is held to.
   *
   * @return their values, in the order of the file
   * @throws WrongFileException if one cannot be had, or its place is not one of the sweep
   */
  public List<Expected> expected() {
    Attempts attempts = new Attempts(places);
    List<Expected> found = new Expectations(file, axes(), attempts).all();
    attempts.require(name);
    return found;
  }

  private static boolean isMode(Node part) {
    return View.of(part).has(PartKind.MODE.word());
  }

  /**
   * The same with more levels of each mode.
   *
   * @param more how many more
   * @return the reading to compare with
   */
  public Reading withMoreLevels(int more) {
    List<Node> parts =
        file.list("parts").stream()
            .map(part -> isMode(part) ? withMoreLevels((Node.Mapping) part, more) : part)
            .toList();
    return new Reading(name, file.with("parts", Node.list(parts)), places);
  }

  private static Node withMoreLevels(Node.Mapping mode, int more) {
    String levels = View.text(View.of(mode).node(PartKind.MODE.word()));
    return mode.with(PartKind.MODE.word(), Node.text("(" + levels + ") + " + more));
  }

  /**
   * What the file describes, in a few words.
   *
   * @return such as "3 sites of 8 levels together, 61 times, 4 measures"
   * @throws WrongFileException if it is not physical
   */
  public String summary() {
    Sweep sweep = sweep();
    long points = sweep.count();
    Setup setup = setup(sweep.place(0), Reading::middle);
    String summary =
        "%s of %d levels together, %s, %s"
            .formatted(
                counted(setup.battery().space().sites(), "site"),
                setup.battery().space().dimension(),
                counted(setup.times().count(), "time"),
                counted(setup.measures().size(), "measure"));
    return points == 1 ? summary : summary + ", " + counted(points, "point");
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /**
   * Whether something in the file is drawn at random.
   *
   * @return true if realisations differ
   */
  public boolean isRandom() {
    List<Node> amounts = new ArrayList<>(file.named("parameters").values());
    Map<String, Node> network = file.named("network");
    Stream.of("frequency", "coupling", "decay", "intracell")
        .flatMap(name -> Optional.ofNullable(network.get(name)).stream())
        .forEach(amounts::add);
    return amounts.stream().anyMatch(Amount::isDrawn);
  }

  /**
   * Whether the times need a parameter that is swept or drawn, directly or through another.
   *
   * @return true if times may differ from place to place
   */
  public boolean timesDependOnPlace() {
    Map<String, Node> parameters = file.named("parameters");
    Set<String> seen = new HashSet<>();
    List<String> open = new ArrayList<>(names(file.node("times")));
    while (!open.isEmpty()) {
      String name = open.remove(open.size() - 1);
      Optional<Node> of = Optional.ofNullable(parameters.get(name));
      if (file.named("sweep").containsKey(name) || of.filter(Amount::isDrawn).isPresent()) {
        return true;
      }
      if (seen.add(name)) {
        of.ifPresent(node -> open.addAll(names(node)));
      }
    }
    return false;
  }

  /** The names in the formulas of numbers in a row, or of one. */
  private static List<String> names(Node numbers) {
    if (numbers instanceof Node.Mapping spaced) {
      return Stream.of("from", "to", "count")
          .flatMap(end -> spaced.get(end).stream())
          .flatMap(end -> names(end).stream())
          .toList();
    }
    return Scope.texts(Optional.of(numbers)).stream()
        .flatMap(text -> Expression.of(text).names().stream())
        .toList();
  }

  /**
   * Builds all that the file describes once, at the first values of a sweep and in the middle of
   * what is drawn.
   *
   * @throws WrongFileException if something is not physical
   */
  public void check() {
    List<Problem> problems = new ArrayList<>();
    collect(problems, this::ensemble);
    collect(problems, this::convergence);
    Map<String, Double> first = new LinkedHashMap<>();
    collect(problems, () -> first.putAll(sweep().place(0)));
    collect(problems, this::expected);
    collect(problems, () -> setup(first, Reading::middle));
    if (file.has("ensemble") && !isRandom()) {
      problems.add(
          new Problem(
              places.of("ensemble"),
              "Nothing in this file is drawn at random, so all realisations are alike; leave ensemble out."));
    }
    if (!file.has("ensemble") && isRandom()) {
      problems.add(
          new Problem(
              places.of("parameters"),
              "Something here is drawn at random; say with 'ensemble' how many realisations are drawn."));
    }
    if (!problems.isEmpty()) {
      throw new WrongFileException(name, problems);
    }
  }

  private static void collect(List<Problem> problems, Runnable step) {
    try {
      step.run();
    } catch (WrongFileException e) {
      problems.addAll(e.problems());
    }
  }

  /** Deviates in the middle: a realisation that stands for all when a file is checked. */
  private static double middle() {
    return 0.5;
  }

  private Evaluator numbers() {
    return Evaluator.ofNumbers(new Parameters(file.named("parameters"), Map.of(), Reading::middle));
  }
}
