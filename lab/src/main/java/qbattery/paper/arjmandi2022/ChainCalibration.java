package qbattery.paper.arjmandi2022;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import qbattery.experiment.Laboratory;

/**
 * What field, coupling and unit of time the printed statements ask for: the misfit on a grid of
 * fields and couplings, the smallest one, and intervals by profiles.
 *
 * <p>An interval holds the values at which the misfit, smallest over the other parameters, exceeds
 * its minimum by less than 4 (95 % for one parameter) - or by 4 times the minimum over its degrees
 * of freedom, where even the best values do not fit. It is open on a side where the grid ends
 * first.
 *
 * <p>Where the statements that cost little - of the smallest batteries, and all that hold no
 * disorder - exclude a place by themselves, the larger chains with disorder are not computed there:
 * its misfit is then a lower bound, and intervals come out rather too wide than too narrow.
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
   * @param realisations how many, by number of cells
   * @param whole readings at which all is computed, whatever comes out
   */
  record Grid(
      List<Double> factors,
      List<Double> fields,
      Map<Integer, Integer> realisations,
      List<Reading> whole) {

    /**
     * Steps of the square root of two or less, from the printed coupling to beyond what is excluded
     * without disorder, and from far below to far above the fields that fit. Of two cells ten times
     * as many realisations as the paper's; of larger ones fewer, which cost a thousand times as
     * much each: their own error is counted.
     */
    static final Grid OF_PAPER =
        new Grid(
            List.of(1.0, 1.4, 2.0, 2.4, 2.8, 4.0),
            List.of(3.5, 5.0, 7.0, 10.0, 14.0, 20.0),
            Map.of(2, 1000, 3, 250, 4, 150, 5, 75, 6, 32, 7, 32),
            Reading.ALL);
  }

  /**
   * An interval of a parameter.
   *
   * @param low its lower end, or nothing where the grid ends first
   * @param high its upper end, likewise
   */
  record Range(Optional<Double> low, Optional<Double> high) {}

  static ChainCalibration of(Laboratory laboratory, List<Statement> statements, Grid grid) {
    int values = statements.stream().filter(s -> !s.isBound()).mapToInt(Statement::numbers).sum();
    int smallest =
        statements.stream()
            .mapToInt(Statement::disorderedCells)
            .filter(cells -> cells > 0)
            .min()
            .orElseThrow();
    List<Misfit> least = new ArrayList<>();
    for (double factor : grid.factors()) {
      for (double field : grid.fields()) {
        least.add(
            Misfit.least(
                new SampledChains(laboratory, new Reading(factor, field), grid.realisations()),
                statements,
                smallest));
      }
    }
    least.sort(Comparator.comparingDouble(Misfit::total));
    List<Misfit> misfits = new ArrayList<>();
    double limit = Double.POSITIVE_INFINITY;
    for (Misfit bound : least) {
      boolean needed = bound.total() <= limit || grid.whole().contains(bound.reading());
      misfits.add(
          needed
              ? Misfit.of(
                  new SampledChains(laboratory, bound.reading(), grid.realisations()), statements)
              : bound);
      limit = new ChainCalibration(misfits, values - PARAMETERS).limitOfTwo();
    }
    misfits.sort(
        Comparator.comparingDouble((Misfit m) -> m.reading().factor())
            .thenComparingDouble(m -> m.reading().field()));
    return new ChainCalibration(misfits, values - PARAMETERS);
  }

  /** The smallest misfit of all. */
  Misfit best() {
    return smallest(misfits.stream().filter(Misfit::complete).toList());
  }

  /** The smallest misfit with a given coupling. */
  Misfit bestWithFactor(double factor) {
    return smallest(
        misfits.stream().filter(m -> m.complete() && m.reading().factor() == factor).toList());
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
