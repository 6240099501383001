package qbattery.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import qbattery.dynamics.PreparedMeasure;
import qbattery.dynamics.Solution;
import qbattery.experiment.Course;
import qbattery.file.Setup;

/**
 * The measures at one place of a study as courses, known between its times too: the states of both
 * ways are kept, and measured where a number is asked for.
 */
public final class Courses {

  private final List<String> names;
  private final List<PreparedMeasure> gauges;
  private final Solution main;
  private final Solution witness;
  private final Map<String, Course> known = new HashMap<>();

  private Courses(
      List<String> names, List<PreparedMeasure> gauges, Solution main, Solution witness) {
    this.names = names;
    this.gauges = gauges;
    this.main = main;
    this.witness = witness;
  }

  /**
   * Evolves what is at a place of a study in two ways, from time 0 to its last time.
   *
   * @param study the study
   * @param place the number of the place
   * @return its courses
   * @throws IllegalArgumentException if it has chance, stages, modes or no second way; the sentence
   *     says so
   */
  public static Courses of(Study study, int place) {
    if (study.reading().isRandom()) {
      throw none("numbers that are drawn");
    }
    Setup setup = study.middle(place).setup();
    List<Segment> segments = Segment.of(setup);
    if (segments.size() > 1 || EnsembleObserving.needed(setup)) {
      throw none("stages or several multiplets");
    }
    if (!Way.modes(setup).isEmpty()) {
      throw none("modes, whose cutoffs have an error of their own,");
    }
    if (!(setup.times().last() > 0)) {
      throw new IllegalArgumentException(
          "The last time is 0, so there is no course; let 'times' reach to a later one.");
    }
    Way second =
        Way.witness(setup, segments)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The tolerances of 'method' are too loose for a second way, so a course has no error."));
    return new Courses(
        setup.measures().stream().map(Setup.BuiltMeasure::name).toList(),
        Measuring.of(setup, segments, new Headway(study.headway().most())).last(),
        solution(setup, Way.of(setup)),
        solution(setup, second));
  }

  private static IllegalArgumentException none(String why) {
    return new IllegalArgumentException(
        "A battery file with %s has no course between its times; take a result, such as 'peak', or the values at its times."
            .formatted(why));
  }

  private static Solution solution(Setup setup, Way way) {
    return way.evolution(setup.battery(), setup.start(), setup.times()).solve();
  }

  /**
   * A measure along time.
   *
   * @param measure its name
   * @return its course; every value that was asked for once is kept
   * @throws IllegalArgumentException if there is no such measure
   */
  public synchronized Course of(String measure) {
    int index = names.indexOf(measure);
    if (index < 0) {
      throw new IllegalArgumentException(
          "There is no measure '%s'; there are %s.".formatted(measure, names));
    }
    return known.computeIfAbsent(
        measure,
        m ->
            Course.of(
                gauges.get(index).along(main),
                main.nodes(),
                gauges.get(index).along(witness),
                witness.nodes()));
  }
}
