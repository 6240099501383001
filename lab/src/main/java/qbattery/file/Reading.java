package qbattery.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * A file that was read: its content and the positions of its parts.
 *
 * @param name what the file is called
 * @param file what it says
 * @param places where each thing stands
 */
public record Reading(String name, BatteryFile file, Places places) {

  private static final int MOST_REALISATIONS = 100_000_000;

  /**
   * A swept parameter with its values.
   *
   * @param parameter its name
   * @param values what it takes; not to be changed
   */
  public record SweptAxis(String parameter, double[] values) {}

  /**
   * How many realisations are drawn.
   *
   * @param realisations their number
   * @param seed where the random numbers begin
   * @param stream a text in its place; {name} in it is the value of a parameter
   * @param target standard error of the means that is enough
   */
  public record Realisations(
      int realisations, long seed, Optional<String> stream, Optional<Double> target) {}

  /**
   * A check of cutoffs.
   *
   * @param moreLevels how many more levels each mode gets
   * @param tolerance by how much a measure may change, relative to its largest value
   */
  public record Convergence(int moreLevels, double tolerance) {}

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
    return new Parameters(file.parameters(), swept, Reading::middle).number(parameter);
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
    for (Axis axis : file.sweep()) {
      String path = "sweep/" + axis.parameter();
      if (!(file.parameters().get(axis.parameter()) instanceof Amount.Single)) {
        attempts.wrong(
            path, "Only a parameter that is one number, not a list or drawn, can be swept.");
        continue;
      }
      attempts
          .at(path, () -> Numerics.values(axis.values(), numbers))
          .ifPresent(values -> axes.add(new SweptAxis(axis.parameter(), values)));
    }
    if (Everywhere.places(axes) > Everywhere.MOST_PLACES) {
      attempts.wrong(
          "sweep",
          "The sweep has %d places; at most %d can be computed. Take fewer values."
              .formatted(Everywhere.places(axes), Everywhere.MOST_PLACES));
    }
    attempts.require(name);
    return axes;
  }

  /**
   * The ensemble, if the file asks for one.
   *
   * @return how many realisations
   * @throws WrongFileException if its numbers cannot be had
   */
  public Optional<Realisations> ensemble() {
    Attempts attempts = new Attempts(places);
    Evaluator numbers = numbers();
    Optional<Realisations> found =
        file.ensemble()
            .flatMap(
                e ->
                    attempts.at(
                        "ensemble",
                        () ->
                            new Realisations(
                                numbers.whole(e.realisations(), 1, MOST_REALISATIONS),
                                e.seed()
                                    .map(s -> (long) numbers.whole(s, 0, Integer.MAX_VALUE))
                                    .orElse(0L),
                                e.stream(),
                                e.target().map(t -> positive(numbers.real(t))))));
    attempts.require(name);
    return found;
  }

  /**
   * The check of cutoffs, if the file asks for one.
   *
   * @return how it is checked
   * @throws WrongFileException if its numbers cannot be had, or there is no mode
   */
  public Optional<Convergence> convergence() {
    Attempts attempts = new Attempts(places);
    Evaluator numbers = numbers();
    Optional<Convergence> found =
        file.convergence()
            .flatMap(
                c ->
                    attempts.at(
                        "convergence",
                        () ->
                            new Convergence(
                                numbers.whole(c.moreLevels(), 1, 1000),
                                positive(numbers.real(c.tolerance())))));
    if (found.isPresent() && modes().isEmpty()) {
      attempts.wrong("convergence", "There is no mode whose cutoff could be checked.");
    }
    attempts.require(name);
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

  static double positive(double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException("A number above 0 is expected here, not " + value + ".");
    }
    return value;
  }

  private List<Structure.Part> modes() {
    return file.structure() instanceof Structure.Parts parts
        ? parts.parts().stream().filter(p -> p.kind() == Structure.PartKind.MODE).toList()
        : List.of();
  }

  /**
   * The same with more levels of each mode.
   *
   * @param more how many more
   * @return the reading to compare with
   */
  public Reading withMoreLevels(int more) {
    return new Reading(name, MoreLevels.of(file, more), places);
  }

  /**
   * What the file describes, in a few words.
   *
   * @return such as "3 sites of 8 levels together, 61 times, 4 measures"
   * @throws WrongFileException if it is not physical
   */
  public String summary() {
    Map<String, Double> first = new LinkedHashMap<>();
    List<SweptAxis> axes = axes();
    axes.forEach(axis -> first.put(axis.parameter(), axis.values()[0]));
    long points = Everywhere.places(axes);
    Setup setup = setup(first, Reading::middle);
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
    boolean parameters =
        file.parameters().values().stream().anyMatch(Amount.Drawn.class::isInstance);
    return parameters
        || (file.structure() instanceof Structure.Network n
            && List.of(n.frequency(), n.coupling(), n.decay(), n.intracell()).stream()
                .anyMatch(Amount.Drawn.class::isInstance));
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
    collect(problems, () -> axes().forEach(a -> first.put(a.parameter(), a.values()[0])));
    collect(problems, this::expected);
    collect(problems, () -> setup(first, Reading::middle));
    if (file.ensemble().isPresent() && !isRandom()) {
      problems.add(
          new Problem(
              places.of("ensemble"),
              "Nothing in this file is drawn at random, so all realisations are alike; leave ensemble out."));
    }
    if (file.ensemble().isEmpty() && isRandom()) {
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
    return Evaluator.ofNumbers(new Parameters(file.parameters(), Map.of(), Reading::middle));
  }
}
