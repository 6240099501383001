package qbattery.paper.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import qbattery.measure.Estimate;
import qbattery.paper.judge.Coordinate;
import qbattery.paper.judge.DataArray;
import qbattery.paper.judge.Reductions;
import qbattery.statistics.MeanCurve;
import qbattery.statistics.Redraws;
import qbattery.study.Outcome;

/**
 * Means over the realisations of an outcome, with what samples drawn again from them have. Places
 * and battery files whose realisations have the same random numbers are drawn again together.
 */
final class MeansOfRealisations {

  /** Makes a number of each realisation of what its names stand for there. */
  interface InEach {

    /** What it comes to in one realisation. */
    DataArray of(Function<String, DataArray> names);
  }

  /** What a name that is no measure and no result stands for at a place. */
  interface Fixed {

    /** Its numbers. */
    DataArray of(String name, Map<String, Double> place);
  }

  private final Outcome outcome;
  private final List<Coordinate> places;
  private final Map<String, Redraws> known;

  /**
   * Means.
   *
   * @param places the axes of the places
   * @param known samples that were drawn before, by what their random numbers depend on
   */
  MeansOfRealisations(Outcome outcome, List<Coordinate> places, Map<String, Redraws> known) {
    this.outcome = outcome;
    this.places = places;
    this.known = known;
  }

  /** What the realisations at a place have, and how far off the numbers of one may be. */
  private record Place(List<Coordinate> axes, List<double[]> rows, double[] errors) {}

  /** The mean of a measure or a result, along some axes at each place. */
  DataArray of(String name, List<Coordinate> axes) {
    List<Place> all = new ArrayList<>();
    for (int place = 0; place < count(); place++) {
      List<double[]> rows = outcome.each(place, name);
      double[] errors = new double[rows.get(0).length];
      Arrays.fill(errors, known(outcome.error(place, name)));
      all.add(new Place(axes, rows, errors));
    }
    return together(all);
  }

  /** The mean of what is made of each realisation; what has no number in one is left out of it. */
  DataArray of(InEach formula, List<String> names, Coordinate time, Fixed fixed) {
    List<Place> all = new ArrayList<>();
    for (int place = 0; place < count(); place++) {
      all.add(made(place, formula, names, time, fixed));
    }
    return together(all);
  }

  private Place made(int place, InEach formula, List<String> names, Coordinate time, Fixed fixed) {
    Map<String, List<double[]>> rows = new HashMap<>();
    Map<String, Double> errors = new HashMap<>();
    Map<String, DataArray> others = new HashMap<>();
    for (String name : names) {
      if (outcome.knows(name)) {
        rows.put(name, outcome.each(place, name));
        errors.put(name, known(outcome.error(place, name)));
      } else {
        others.put(name, fixed.of(name, outcome.study().places().get(place)));
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "Nothing in it depends on the realisation, so it has no mean over realisations.");
    }
    List<double[]> one = rows.values().iterator().next();
    IdentityHashMap<double[], double[]> alike = new IdentityHashMap<>();
    List<double[]> values = new ArrayList<>();
    DataArray first = DataArray.of(0);
    for (int k = 0; k < one.size(); k++) {
      double[] before = alike.get(one.get(k));
      if (before == null) {
        int index = k;
        DataArray now =
            formula.of(
                name ->
                    others.containsKey(name)
                        ? Objects.requireNonNull(others.get(name))
                        : row(
                            Objects.requireNonNull(rows.get(name)).get(index),
                            index == 0 ? errors.getOrDefault(name, 0.0) : 0,
                            time));
        first = k == 0 ? now : first;
        before = now.cells().stream().mapToDouble(Estimate::value).toArray();
        alike.put(one.get(k), before);
      }
      values.add(before);
    }
    return new Place(
        first.axes(), values, first.cells().stream().mapToDouble(Estimate::error).toArray());
  }

  private static DataArray row(double[] values, double error, Coordinate time) {
    List<Estimate> cells =
        Arrays.stream(values)
            .mapToObj(v -> Double.isNaN(v) ? Reductions.LEFT_OUT : new Estimate(v, error))
            .toList();
    return new DataArray(values.length == 1 ? List.of() : List.of(time), cells);
  }

  private DataArray together(List<Place> all) {
    List<DataArray> parts = new ArrayList<>();
    for (int place = 0; place < all.size(); place++) {
      parts.add(mean(place, all.get(place)));
    }
    List<Coordinate> axes = new ArrayList<>(places);
    axes.addAll(parts.get(0).axes());
    List<Estimate> cells = parts.stream().flatMap(p -> p.cells().stream()).toList();
    List<double[]> drawn = new ArrayList<>();
    for (int s = 0; s < parts.get(0).drawn().size(); s++) {
      int sample = s;
      drawn.add(
          parts.stream().flatMapToDouble(p -> Arrays.stream(p.drawn().get(sample))).toArray());
    }
    return new DataArray(axes, cells, drawn);
  }

  private DataArray mean(int place, Place numbers) {
    int count = numbers.errors().length;
    int realisations = numbers.rows().size();
    String stream = outcome.study().stream(place);
    Redraws redraws =
        known.computeIfAbsent(
            realisations + ", " + stream, text -> Redraws.of(realisations, stream));
    double[] means = MeanCurve.of(numbers.rows(), 0, count).means();
    List<Estimate> cells = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      double error = realisations < 2 ? Double.POSITIVE_INFINITY : numbers.errors()[k];
      cells.add(Double.isNaN(means[k]) ? Reductions.MISSING : new Estimate(means[k], error));
    }
    List<double[]> drawn = redraws.meansOf(numbers.rows(), 0, count);
    for (double[] sample : drawn) {
      for (int k = 0; k < count; k++) {
        sample[k] = Double.isNaN(sample[k]) ? Double.POSITIVE_INFINITY : sample[k];
      }
    }
    return new DataArray(numbers.axes(), cells, drawn);
  }

  private int count() {
    return outcome.study().places().size();
  }

  private static double known(double error) {
    return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
  }
}
