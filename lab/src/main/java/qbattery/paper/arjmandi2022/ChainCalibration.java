package qbattery.paper.arjmandi2022;

import static qbattery.paper.arjmandi2022.Misfit.Depth.COARSE;
import static qbattery.paper.arjmandi2022.Misfit.Depth.FINE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What field, coupling and unit of time the printed statements ask for: the misfit on a grid of
 * fields and couplings, the smallest one, and intervals by profiles.
 *
 * <p>An interval holds the values at which the misfit, smallest over the other parameters, exceeds
 * its minimum by less than 4 (95 % for one parameter) - or by 4 times the minimum over its degrees
 * of freedom, where even the best values do not fit. It is open on a side where the grid ends
 * first.
 *
 * <p>Realisations are computed where they decide. At first only the statements that cost little -
 * of the smallest batteries, and all that hold no disorder - are weighed at each place. The place
 * with the smallest misfit that is not excluded is then looked at more closely, with some
 * realisations of the larger chains, and next with so many that our own error is smaller than the
 * paper's, until each place is excluded or looked at as closely as that. What is left are lower
 * bounds, or has our own error in it in full: excluded places, which would be farther from what is
 * printed if more were computed.
 *
 * @param misfits the misfit at each place of the grid
 * @param degrees numbers with a printed value, less the parameters inferred; bounds, which are
 *     mostly kept, are not counted
 */
record ChainCalibration(List<Misfit> misfits, int degrees) {

  private static final double RISE = 4;

  /** 95 % for two parameters at once. */
  private static final double RISE_OF_TWO = 6;

  private static final int PARAMETERS = 3;

  /** Copies the list. */
  ChainCalibration {
    misfits = List.copyOf(misfits);
  }

  /**
   * Where the misfit is computed.
   *
   * @param factors what the printed coupling is multiplied with, ascending
   * @param fields B0 in units of Gamma, ascending
   * @param coarse how many realisations at first, by number of cells
   * @param fine how many where the place might be the best
   * @param whole readings at which all is computed, whatever comes out
   */
  record Grid(
      List<Double> factors,
      List<Double> fields,
      Map<Integer, Integer> coarse,
      Map<Integer, Integer> fine,
      List<Reading> whole) {

    /**
     * Steps of the square root of two or less, from the printed coupling to beyond what is excluded
     * without disorder, and from far below to far above the fields that fit. Of two cells ten times
     * as many realisations as the paper's. Of larger ones, which cost up to a thousand times as
     * much each, fewer at first; then more than the paper's, so that our error is the smaller. For
     * seven cells, of which it took 50 and 100, this asks for many: our half-lives share their
     * deviates along delta, so that the limit of a fit to them needs more than the paper's, which
     * drew them anew.
     */
    static final Grid OF_PAPER =
        new Grid(
            List.of(1.0, 1.4, 2.0, 2.4, 2.8, 4.0),
            List.of(3.5, 5.0, 7.0, 10.0, 14.0, 20.0),
            Map.of(2, 1000, 3, 250, 4, 150, 5, 75, 6, 32, 7, 32),
            Map.of(2, 1000, 3, 8000, 4, 5000, 5, 1600, 6, 800, 7, HalfLifeFit.SEVEN_CELLS),
            Reading.ALL);
  }

  /**
   * An interval of a parameter.
   *
   * @param low its lower end, or nothing where the grid ends first
   * @param high its upper end, likewise
   */
  record Range(Optional<Double> low, Optional<Double> high) {}

  static ChainCalibration of(Chains chains, List<Statement> statements, Grid grid) {
    int values = statements.stream().filter(s -> !s.isBound()).mapToInt(Statement::numbers).sum();
    int smallest =
        statements.stream()
            .mapToInt(Statement::disorderedCells)
            .filter(cells -> cells > 0)
            .min()
            .orElseThrow();
    Map<Integer, Integer> coarse = grid.coarse();
    List<Misfit> misfits = new ArrayList<>();
    for (double factor : grid.factors()) {
      for (double field : grid.fields()) {
        Reading reading = new Reading(factor, field);
        SampledChains sampled = new SampledChains(chains, reading, coarse);
        misfits.add(
            grid.whole().contains(reading)
                ? Misfit.of(sampled, statements, COARSE)
                : Misfit.least(sampled, statements, smallest));
      }
    }
    ChainCalibration found = new ChainCalibration(misfits, values - PARAMETERS);
    Optional<Misfit> next = found.undecided();
    while (next.isPresent()) {
      Misfit before = next.get();
      boolean deeper = before.depth() == COARSE;
      SampledChains sampled =
          new SampledChains(chains, before.reading(), deeper ? grid.fine() : coarse);
      misfits.set(misfits.indexOf(before), Misfit.of(sampled, statements, deeper ? FINE : COARSE));
      found = new ChainCalibration(misfits, values - PARAMETERS);
      next = found.undecided();
    }
    return found;
  }

  /** The place that fits best of those that are neither excluded nor looked at closely enough. */
  private Optional<Misfit> undecided() {
    return misfits.stream()
        .filter(m -> m.depth() != FINE && m.total() <= limitOfTwo())
        .min(Comparator.comparingDouble(Misfit::total));
  }

  /** The smallest misfit of all. */
  Misfit best() {
    return smallest(misfits);
  }

  Range field() {
    return range(m -> m.reading().field());
  }

  Range factor() {
    return range(m -> m.reading().factor());
  }

  /** How many printed units of time make 1/Gamma: over all places that are not excluded. */
  Range unit() {
    List<Misfit> allowed = misfits.stream().filter(m -> m.total() <= limit()).toList();
    return new Range(
        Optional.of(
            allowed.stream().mapToDouble(m -> m.unit() - 2 * m.unitError()).min().orElseThrow()),
        Optional.of(
            allowed.stream().mapToDouble(m -> m.unit() + 2 * m.unitError()).max().orElseThrow()));
  }

  /** The misfit up to which a value of one parameter is not excluded. */
  double limit() {
    return limit(RISE);
  }

  /** The misfit up to which a pair of coupling and field is not excluded. */
  double limitOfTwo() {
    return limit(RISE_OF_TWO);
  }

  private double limit(double rise) {
    double best = best().total();
    return best + rise * Math.max(1, best / degrees);
  }

  /** The misfit of a reading on the grid. */
  Misfit at(Reading reading) {
    return misfits.stream().filter(m -> m.reading().equals(reading)).findFirst().orElseThrow();
  }

  private Range range(ToDoubleFunction<Misfit> parameter) {
    double[] places = misfits.stream().mapToDouble(parameter).distinct().sorted().toArray();
    double[] profile = new double[places.length];
    for (int k = 0; k < places.length; k++) {
      double place = places[k];
      profile[k] =
          smallest(misfits.stream().filter(m -> parameter.applyAsDouble(m) == place).toList())
              .total();
    }
    int first = 0;
    while (profile[first] > limit()) {
      first++;
    }
    int last = places.length - 1;
    while (profile[last] > limit()) {
      last--;
    }
    return new Range(
        first == 0 ? Optional.empty() : Optional.of(between(places, profile, first, first - 1)),
        last == places.length - 1
            ? Optional.empty()
            : Optional.of(between(places, profile, last, last + 1)));
  }

  /** Where the profile crosses the limit, linear in the logarithms of both. */
  private double between(double[] places, double[] profile, int inside, int outside) {
    double share =
        StrictMath.log(limit() / profile[inside])
            / StrictMath.log(profile[outside] / profile[inside]);
    return places[inside] * StrictMath.pow(places[outside] / places[inside], share);
  }

  private static Misfit smallest(List<Misfit> some) {
    return some.stream().min(Comparator.comparingDouble(Misfit::total)).orElseThrow();
  }
}
