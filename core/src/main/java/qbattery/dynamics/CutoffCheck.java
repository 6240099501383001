package qbattery.dynamics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.InitialState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;

/**
 * Says whether the cutoff of a model's modes is large enough: how much the state has in the highest
 * levels on its way, and what the asked-for quantities become with a larger cutoff.
 *
 * <p>Small populations at the top alone prove nothing: an evolution that turned back at the cutoff
 * may be elsewhere, and a symmetry can keep a level empty, which is why two are looked at. The
 * second evolution decides.
 *
 * @param battery the model with a cutoff, its number of levels less one
 * @param start how it starts, for any cutoff
 * @param modes the sites that are cut off, from 0
 * @param times when to measure
 * @param method how to integrate
 * @param form the form of the state
 * @param quantities what is asked for, of the model with its cutoff
 */
public record CutoffCheck(
    IntFunction<Battery> battery,
    InitialState start,
    List<Integer> modes,
    Times times,
    Method.DormandPrince method,
    Form form,
    Function<Battery, List<Quantity>> quantities) {

  /** The populations of the highest levels are those of so many. */
  private static final int HIGHEST = 2;

  /** How often the cutoff is raised in search of a sufficient one; each time by about a half. */
  private static final int RAISES = 6;

  private static final String TOP = "population of the highest levels of mode ";

  /** Copies the list. */
  public CutoffCheck {
    modes = List.copyOf(modes);
  }

  /** What the check found. */
  public sealed interface Answer {

    /**
     * The cutoff that was asked about.
     *
     * @return the largest number of quanta
     */
    int cutoff();

    /**
     * What was found with this cutoff beside the next larger one.
     *
     * @return the comparison
     */
    Comparison comparison();

    /**
     * In words.
     *
     * @return one sentence
     */
    String sentence();
  }

  /**
   * Two cutoffs side by side.
   *
   * @param larger the larger cutoff
   * @param differences name of each quantity -> its largest difference over all times; NaN if it
   *     has no value at one of them
   * @param highest site of each mode -> the largest population of its two highest levels at the
   *     smaller cutoff over all times
   */
  public record Comparison(
      int larger, Map<String, Double> differences, Map<Integer, Double> highest) {

    /** Copies the maps, keeping their order. */
    public Comparison {
      differences = Collections.unmodifiableMap(new LinkedHashMap<>(differences));
      highest = Collections.unmodifiableMap(new LinkedHashMap<>(highest));
    }

    /**
     * The largest difference of all quantities.
     *
     * @return the difference; NaN if one has none
     */
    public double largestDifference() {
      double largest = 0;
      for (double difference : differences.values()) {
        largest = StrictMath.max(largest, difference); // NaN stays
      }
      return largest;
    }
  }

  /**
   * The cutoff is large enough.
   *
   * @param cutoff the cutoff
   * @param comparison what was found
   */
  public record Converged(int cutoff, Comparison comparison) implements Answer {
    @Override
    public String sentence() {
      return "The cutoff at %d quanta suffices: with %d nothing changes by more than %.2g; the highest two levels hold at most %.2g."
          .formatted(
              cutoff, comparison.larger, comparison.largestDifference(), highest(comparison));
    }
  }

  /**
   * The cutoff is too small.
   *
   * @param cutoff the cutoff
   * @param comparison what was found
   * @param recommended the first larger cutoff tried that suffices; nothing if none did
   */
  public record TooSmall(int cutoff, Comparison comparison, OptionalInt recommended)
      implements Answer {
    @Override
    public String sentence() {
      return "The cutoff at %d quanta is too small: with %d something changes by %.2g, and the highest two levels hold up to %.2g; %s."
          .formatted(
              cutoff,
              comparison.larger,
              comparison.largestDifference(),
              highest(comparison),
              recommended.isPresent()
                  ? "%d suffices".formatted(recommended.getAsInt())
                  : "no cutoff that was tried suffices");
    }
  }

  private static double highest(Comparison comparison) {
    return comparison.highest.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  /**
   * Checks a cutoff.
   *
   * @param cutoff the largest number of quanta of each mode, at least 1
   * @param tolerance the difference of any quantity that does not matter, positive
   * @return whether it suffices
   * @throws IllegalArgumentException if the cutoff or the tolerance is not as said, a mode of the
   *     model does not have the levels of its cutoff, or the start does not fit
   */
  public Answer of(int cutoff, double tolerance) {
    if (cutoff < 1 || !(tolerance > 0)) {
      throw new IllegalArgumentException(
          "A check needs a cutoff of at least 1 and a positive tolerance, not %d and %s."
              .formatted(cutoff, tolerance));
    }
    Observed own = run(cutoff);
    int larger = raised(cutoff);
    Observed next = run(larger);
    Comparison first = compared(own, next, larger);
    if (first.largestDifference() <= tolerance) {
      return new Converged(cutoff, first);
    }
    for (int raise = 0; raise < RAISES; raise++) {
      int candidate = larger;
      own = next;
      larger = raised(larger);
      next = run(larger);
      if (compared(own, next, larger).largestDifference() <= tolerance) {
        return new TooSmall(cutoff, first, OptionalInt.of(candidate));
      }
    }
    return new TooSmall(cutoff, first, OptionalInt.empty());
  }

  private static int raised(int cutoff) {
    return cutoff + StrictMath.max(3, cutoff / 2);
  }

  private Observed run(int cutoff) {
    Battery model = battery.apply(cutoff);
    List<Quantity> measured = new ArrayList<>(quantities.apply(model));
    for (int mode : modes) {
      measured.add(new Quantity.Expectation(TOP + mode, highestLevels(model, mode, cutoff)));
    }
    return Evolution.observe(model, start, times, method, form, measured);
  }

  private static Operator highestLevels(Battery model, int mode, int cutoff) {
    int levels = model.space().localDimensions().get(model.space().requireSite(mode));
    if (levels != cutoff + 1) {
      throw new IllegalArgumentException(
          "Site %d (counted from 0) of '%s' has %d levels; a mode cut off at %d quanta has %d."
              .formatted(mode, model.name(), levels, cutoff, cutoff + 1));
    }
    double[] top = new double[levels];
    for (int k = 0; k < HIGHEST; k++) {
      top[k] = 1; // the highest level comes first
    }
    return Operator.on(model.space(), mode, new LocalOperator("top", ComplexMatrix.diagonal(top)));
  }

  private Comparison compared(Observed own, Observed next, int larger) {
    Map<String, Double> differences = new LinkedHashMap<>();
    Map<Integer, Double> highest = new LinkedHashMap<>();
    for (int mode : modes) {
      highest.put(mode, max(own.of(TOP + mode)));
    }
    for (String name : own.values().keySet()) {
      if (!name.startsWith(TOP)) {
        double[] a = own.of(name);
        double[] b = next.of(name);
        double[] apart =
            IntStream.range(0, a.length).mapToDouble(k -> StrictMath.abs(a[k] - b[k])).toArray();
        differences.put(name, max(apart));
      }
    }
    return new Comparison(larger, differences, highest);
  }

  private static double max(double[] values) {
    double max = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      max = StrictMath.max(max, value);
    }
    return max;
  }
}
