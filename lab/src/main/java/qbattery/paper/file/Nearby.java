package qbattery.paper.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import qbattery.file.formula.Formula;
import qbattery.measure.Estimate;
import qbattery.paper.judge.Arithmetic;
import qbattery.paper.judge.Coordinate;
import qbattery.paper.judge.DataArray;
import qbattery.paper.judge.DataArray.Row;
import qbattery.paper.judge.Reductions;

/** What is found of a series along a parameter by computing beside and between its values. */
final class Nearby {

  /** Spacing of differences, as a part of the value of the parameter. */
  private static final double SPACING = 1e-3;

  /** Parts into which the interval that holds a top is divided, again and again. */
  private static final int PARTS = 8;

  /** Down to this part of the size of the parameter. */
  private static final double CLOSE = 1e-7;

  private Nearby() {}

  /**
   * The derivative with respect to a parameter, by central differences at two spacings, put
   * together to fourth order. Its error is the difference to second order, and what the errors of
   * the numbers come to.
   */
  static DataArray derivative(
      Calculation calculation, Formula of, String axis, Map<String, double[]> moved) {
    Calculation.requireParameter("A derivative", axis);
    Coordinate at =
        moved.containsKey(axis)
            ? Coordinate.of(axis, Objects.requireNonNull(moved.get(axis)))
            : calculation.value(of, moved).required(axis);
    double[] values = at.values();
    double[] beside = new double[4 * values.length];
    for (int k = 0; k < values.length; k++) {
      double h = spacing(values[k]);
      for (int j = 0; j < 4; j++) {
        beside[4 * k + j] = values[k] + OFFSETS[j] * h;
      }
    }
    return calculation
        .value(of, Calculation.with(moved, axis, beside))
        .settled()
        .changed(axis, at, row -> differences(row, values));
  }

  private static final int[] OFFSETS = {-2, -1, 1, 2};

  private static double spacing(double value) {
    return value == 0 ? SPACING : SPACING * Math.abs(value);
  }

  private static List<Estimate> differences(Row row, double[] values) {
    List<Estimate> found = new ArrayList<>();
    for (int k = 0; k < values.length; k++) {
      List<Estimate> y = row.numbers().subList(4 * k, 4 * k + 4);
      double h = spacing(values[k]);
      Estimate near = Arithmetic.join('-', y.get(2), y.get(1)).times(1 / (2 * h));
      Estimate far = Arithmetic.join('-', y.get(3), y.get(0)).times(1 / (4 * h));
      double apart = near.value() - far.value();
      double rounding = Math.ulp(Math.max(Math.abs(y.get(1).value()), Math.abs(y.get(2).value())));
      found.add(
          Double.isNaN(apart)
              ? Reductions.MISSING
              : new Estimate(
                  near.value() + apart / 3,
                  Math.abs(apart) / 3 + 4 * near.error() / 3 + far.error() / 3 + rounding / h));
    }
    return found;
  }

  /**
   * What the largest number along a parameter tells, the interval beside the largest of the values
   * divided until it is small: all that was computed counts.
   */
  static DataArray top(
      Calculation calculation,
      Formula of,
      String axis,
      Map<String, double[]> moved,
      Function<Row, Estimate> told) {
    Calculation.requireParameter("A top", axis);
    DataArray array = calculation.value(of, moved).settled();
    List<Coordinate> others = array.axes().stream().filter(a -> !a.name().equals(axis)).toList();
    int[] cell = {0};
    return array.reduced(
        axis,
        row -> {
          Map<String, double[]> here = new LinkedHashMap<>(moved);
          int[] cases = Calculation.place(others, cell[0]++, here);
          return told.apply(
              refined(
                  row,
                  axis,
                  values ->
                      numbers(
                          calculation.value(of, Calculation.with(here, axis, values)).settled(),
                          axis,
                          cases[0])));
        });
  }

  /** The row of a case, the other axes having one value each. */
  private static List<Estimate> numbers(DataArray array, String axis, int index) {
    List<Row> rows = array.along(axis);
    return rows.get(rows.size() == 1 ? 0 : index).numbers();
  }

  private static Row refined(Row row, String axis, Function<double[], List<Estimate>> computed) {
    TreeMap<Double, Estimate> known = new TreeMap<>();
    double[] values = row.axis().values();
    for (int k = 0; k < values.length; k++) {
      known.put(values[k], row.numbers().get(k));
    }
    double top = highest(known);
    double from = known.lowerKey(top) == null ? top : known.lowerKey(top);
    double to = known.higherKey(top) == null ? top : known.higherKey(top);
    while (to - from > CLOSE * Math.max(Math.abs(from), Math.abs(to))) {
      double[] between = new double[PARTS - 1];
      for (int k = 1; k < PARTS; k++) {
        between[k - 1] = from + (to - from) * k / PARTS;
      }
      List<Estimate> there = computed.apply(between);
      for (int k = 0; k < between.length; k++) {
        known.put(between[k], there.get(k));
      }
      top = highest(known);
      double step = (to - from) / PARTS;
      from = Math.max(from, top - step);
      to = Math.min(to, top + step);
    }
    double[] all = known.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    return new Row(Coordinate.of(axis, all), List.copyOf(known.values()));
  }

  private static double highest(Map<Double, Estimate> known) {
    double at = Double.NaN;
    double most = Double.NEGATIVE_INFINITY;
    for (Map.Entry<Double, Estimate> entry : known.entrySet()) {
      if (entry.getValue().value() > most) { // NaN is not
        most = entry.getValue().value();
        at = entry.getKey();
      }
    }
    return at;
  }
}
