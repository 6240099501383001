package qbattery.paper.arjmandi2022;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import qbattery.experiment.Laboratory;

/**
 * What field, coupling and unit of time the printed numbers ask for: the misfit on a grid of fields
 * and couplings, the smallest one, and intervals by profiles.
 *
 * <p>An interval holds the values at which the misfit, smallest over the other parameters, exceeds
 * its minimum by less than 4 (95 % for one parameter) - or by 4 times the minimum over its degrees
 * of freedom, where even the best values do not fit. It is open on a side where the grid ends
 * first.
 *
 * <p>Where the numbers of the smallest batteries alone exclude a place, the larger ones are not
 * computed there: its misfit is then a lower bound, and intervals come out rather too wide than too
 * narrow. With the printed coupling all is computed everywhere.
 *
 * @param misfits the misfit at each place of the grid
 * @param degrees numbers counted, less the parameters inferred
 */
record ChainCalibration(List<Misfit> misfits, int degrees) {

  private static final double RISE = 4;
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
   */
  record Grid(List<Double> factors, List<Double> fields, Map<Integer, Integer> realisations) {

    /** Steps of about the square root of two, from far below to far above what fits. */
    static final Grid OF_PAPER =
        new Grid(
            List.of(1.0, 1.4, 2.0, 2.8, 4.0, 5.6),
            List.of(3.5, 5.0, 7.0, 10.0, 14.0, 20.0),
            Map.of(2, 400, 7, 16));
  }

  /**
   * An interval of a parameter.
   *
   * @param low its lower end, or nothing where the grid ends first
   * @param high its upper end, likewise
   */
  record Range(Optional<Double> low, Optional<Double> high) {}

  static ChainCalibration of(Laboratory laboratory, PrintedNumbers printed, Grid grid) {
    int degrees = 3 * printed.curves().size() + printed.gains().size() - PARAMETERS;
    List<Misfit> least = new ArrayList<>();
    for (double factor : grid.factors()) {
      for (double field : grid.fields()) {
        least.add(
            Misfit.least(laboratory, printed, new Reading(factor, field), grid.realisations()));
      }
    }
    least.sort(Comparator.comparingDouble(Misfit::total));
    List<Misfit> misfits = new ArrayList<>();
    double limit = Double.POSITIVE_INFINITY;
    for (Misfit bound : least) {
      boolean needed = bound.total() <= limit || bound.reading().factor() == 1;
      misfits.add(
          needed ? Misfit.of(laboratory, printed, bound.reading(), grid.realisations()) : bound);
      limit = new ChainCalibration(misfits, degrees).limit();
    }
    misfits.sort(
        Comparator.comparingDouble((Misfit m) -> m.reading().factor())
            .thenComparingDouble(m -> m.reading().field()));
    return new ChainCalibration(misfits, degrees);
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

  /** The misfit up to which a place is not excluded. */
  double limit() {
    double best = best().total();
    return best + RISE * Math.max(1, best / degrees);
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
