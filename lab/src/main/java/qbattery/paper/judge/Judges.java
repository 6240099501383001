package qbattery.paper.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import qbattery.claim.Check;
import qbattery.claim.Check.Expectation;
import qbattery.measure.Estimate;

/** The comparisons that claims ask for, as pure functions; a verdict rests on them. */
public final class Judges {

  private Judges() {}

  /**
   * Each number meets an expectation.
   *
   * @param name what the numbers are called
   * @param array the numbers
   * @param expectation what is asked of each
   * @return a check for each number, named after where it stands; none for those left out
   */
  public static List<Check> each(String name, DataArray array, Expectation expectation) {
    DataArray numbers = array.settled();
    List<Check> checks = new ArrayList<>();
    for (int k = 0; k < numbers.cells().size(); k++) {
      boolean leftOut =
          Double.isNaN(numbers.cells().get(k).value())
              && !Reductions.missing(numbers.cells().get(k));
      if (leftOut) {
        continue;
      }
      String where = numbers.label(k);
      checks.add(
          new Check(
              where.isEmpty() ? name : name + ", " + where, numbers.cells().get(k), expectation));
    }
    return checks;
  }

  /**
   * Numbers rise along an axis: the smallest step decides.
   *
   * @param name what the numbers are called
   * @param numbers the numbers
   * @param axis along what
   * @param by what each step must exceed
   * @return one check
   */
  public static List<Check> rises(String name, DataArray numbers, String axis, double by) {
    return smallest(
        "smallest rise of %s along %s".formatted(name, axis), Reductions.steps(numbers, axis), by);
  }

  /**
   * Numbers fall along an axis: the smallest step down decides.
   *
   * @param name what the numbers are called
   * @param numbers the numbers
   * @param axis along what
   * @param by what each step down must exceed
   * @return one check
   */
  public static List<Check> falls(String name, DataArray numbers, String axis, double by) {
    return smallest(
        "smallest fall of %s along %s".formatted(name, axis),
        Reductions.steps(numbers, axis).each(e -> e.times(-1)),
        by);
  }

  /**
   * Of several curves each lies above the next at every point.
   *
   * @param names what they are called
   * @param curves the curves, from the highest
   * @param by what each difference must exceed
   * @return a check for each two neighbours
   */
  public static List<Check> order(List<String> names, List<DataArray> curves, double by) {
    List<Check> checks = new ArrayList<>();
    for (int k = 1; k < curves.size(); k++) {
      checks.addAll(
          smallest(
              "smallest %s less %s".formatted(names.get(k - 1), names.get(k)),
              curves.get(k - 1).with(curves.get(k), (a, b) -> Arithmetic.join('-', a, b)),
              by));
    }
    return checks;
  }

  /**
   * Several curves agree at every point with the first.
   *
   * @param names what they are called
   * @param curves the curves
   * @param within how far they may be apart
   * @return a check for each but the first
   */
  public static List<Check> same(List<String> names, List<DataArray> curves, double within) {
    List<Check> checks = new ArrayList<>();
    for (int k = 1; k < curves.size(); k++) {
      DataArray apart =
          curves
              .get(0)
              .with(curves.get(k), (a, b) -> Arithmetic.join('-', a, b))
              .each(e -> Arithmetic.of(Math::abs, e));
      checks.add(
          Check.equal(
              "largest difference of %s and %s".formatted(names.get(0), names.get(k)),
              whole(apart, Reductions::largest),
              0,
              within));
    }
    return checks;
  }

  private static List<Check> smallest(String name, DataArray numbers, double by) {
    return List.of(Check.exceeds(name, whole(numbers, Reductions::smallest), by));
  }

  private static Estimate whole(DataArray numbers, Function<DataArray.Row, Estimate> reduction) {
    return numbers.whole(reduction).settled().single();
  }
}
