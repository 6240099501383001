package qbattery.paper.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import qbattery.experiment.Estimate;
import qbattery.file.Formula;
import qbattery.file.FormulaException;
import qbattery.file.RealFunction;
import qbattery.paper.judge.Arithmetic;
import qbattery.paper.judge.Coordinate;
import qbattery.paper.judge.DataArray;
import qbattery.paper.judge.DataArray.Row;
import qbattery.paper.judge.Fits;
import qbattery.paper.judge.Reductions;

/** Gives formulas of series their values. */
final class Calculation {

  private static final int MOST_STEPS = 60;

  /** How close two successive points of a crossing must come, over their size or 1. */
  private static final double CLOSE = 1e-6;

  /** What names stand for. */
  @FunctionalInterface
  interface Names {

    /**
     * What a name stands for.
     *
     * @param name the name
     * @param moved axes that have other values than usual
     * @return its numbers
     * @throws IllegalArgumentException if they cannot be had
     */
    DataArray of(Formula.Name name, Map<String, double[]> moved);
  }

  private final Names names;

  Calculation(Names names) {
    this.names = names;
  }

  DataArray value(Formula formula) {
    return value(formula, Map.of());
  }

  /**
   * The value of a formula.
   *
   * @param moved axes that have other values than usual
   * @throws IllegalArgumentException if it has none
   */
  DataArray value(Formula formula, Map<String, double[]> moved) {
    if (formula instanceof Formula.Literal literal) {
      return DataArray.of(literal.value());
    }
    if (formula instanceof Formula.Name name) {
      return FormulaNames.PI.equals(name.name())
          ? DataArray.of(StrictMath.PI)
          : names.of(name, moved);
    }
    if (formula instanceof Formula.Negative negative) {
      return value(negative.of(), moved).each(e -> e.times(-1));
    }
    if (formula instanceof Formula.Pair pair) {
      return value(pair.left(), moved)
          .with(value(pair.right(), moved), (a, b) -> Arithmetic.join(pair.sign(), a, b));
    }
    if (formula instanceof Formula.Call call) {
      return RealFunction.of(call.function())
          .map(function -> real(function, call, moved))
          .orElseGet(() -> word(call, moved));
    }
    throw new FormulaException(formula.at(), "This means nothing in a formula of series.");
  }

  private DataArray real(RealFunction function, Formula.Call call, Map<String, double[]> moved) {
    DataArray first = value(call.arguments().get(0), moved);
    return function.arguments() == 1
        ? first.each(e -> Arithmetic.of(function::of, e))
        : first.with(
            value(call.arguments().get(1), moved),
            (a, b) -> Arithmetic.of((x, y) -> function.of(x, y), a, b));
  }

  private DataArray word(Formula.Call call, Map<String, double[]> moved) {
    FormulaWord word =
        FormulaWord.of(call.function())
            .orElseThrow(
                () ->
                    new FormulaException(
                        call.at(), "There is no function '%s'.".formatted(call.function())));
    Formula of = call.arguments().get(0);
    return switch (word) {
      case SMALLEST -> reduced(call, moved, Reductions::smallest);
      case LARGEST -> reduced(call, moved, Reductions::largest);
      case SPREAD -> reduced(call, moved, Reductions::spread);
      case MEAN -> reduced(call, moved, Reductions::mean);
      case SUM -> reduced(call, moved, Reductions::sum);
      case FIRST -> reduced(call, moved, Reductions::first);
      case LAST -> reduced(call, moved, Reductions::last);
      case GAIN -> reduced(call, moved, Reductions::gain);
      case DROP -> reduced(call, moved, Reductions::drop);
      case WHERE_LARGEST -> reduced(call, moved, Reductions::whereLargest);
      case WHERE_SMALLEST -> reduced(call, moved, Reductions::whereSmallest);
      case EXPONENT -> reduced(call, moved, Fits::exponent);
      case BEND -> reduced(call, moved, Fits::bend);
      case LIMIT -> {
        double power = number(call, moved);
        yield reduced(call, moved, row -> Fits.limit(row, power));
      }
      case STEPS -> Reductions.steps(value(of, moved), axis(call));
      case SLOPES -> Reductions.slopes(value(of, moved), axis(call));
      case AT -> at(of, axis(call), number(call, moved), moved);
      case CROSSING -> crossing(of, axis(call), number(call, moved), moved);
      case ABOVE -> value(of, moved).with(value(call.arguments().get(1), moved), Reductions::above);
      case WHERE -> value(of, moved).with(value(call.arguments().get(1), moved), Reductions::where);
    };
  }

  private static String axis(Formula.Call call) {
    return ((Formula.Name) call.arguments().get(1)).name();
  }

  private double number(Formula.Call call, Map<String, double[]> moved) {
    return value(call.arguments().get(2), moved).single().value();
  }

  private DataArray reduced(
      Formula.Call call, Map<String, double[]> moved, Function<Row, Estimate> number) {
    DataArray array = value(call.arguments().get(0), moved);
    return call.arguments().size() == 1
        ? DataArray.of(number.apply(array.row()))
        : array.reduced(axis(call), number);
  }

  /** At a value of an axis: one that is there, or computed there. */
  private DataArray at(Formula of, String axis, double value, Map<String, double[]> moved) {
    DataArray there = value(of, moved);
    double[] values = there.required(axis).values();
    for (int k = 0; k < values.length; k++) {
      if (Math.abs(values[k] - value) <= 1e-12 * Math.max(1, Math.abs(value))) {
        int index = k;
        return there.reduced(axis, row -> row.numbers().get(index));
      }
    }
    if (Coordinate.TIME.equals(axis) || Coordinate.CASE.equals(axis)) {
      throw new IllegalArgumentException(
          "%s is not among the values of '%s'; a result 'at' of the battery file is taken at any time."
              .formatted(value, axis));
    }
    return value(of, with(moved, axis, value)).reduced(axis, Reductions::first);
  }

  private static Map<String, double[]> with(
      Map<String, double[]> moved, String axis, double value) {
    Map<String, double[]> all = new LinkedHashMap<>(moved);
    all.put(axis, new double[] {value});
    return all;
  }

  /** For each point along the other axes, where a series first takes a number along an axis. */
  private DataArray crossing(Formula of, String axis, double level, Map<String, double[]> moved) {
    if (Coordinate.TIME.equals(axis) || Coordinate.CASE.equals(axis)) {
      throw new IllegalArgumentException(
          "A crossing is looked for along a parameter; along time it is a result 'crossing' of the battery file.");
    }
    DataArray array = value(of, moved);
    List<Coordinate> others = array.axes().stream().filter(a -> !a.name().equals(axis)).toList();
    int[] cell = {0};
    return array.reduced(
        axis,
        row -> {
          Map<String, double[]> here = new LinkedHashMap<>(moved);
          int[] cases = place(others, cell[0]++, here);
          return crossing(row, level, x -> single(of, with(here, axis, x), axis, cases[0]));
        });
  }

  /** Fixes the other axes at the values of a cell; gives the index of the case. */
  private static int[] place(List<Coordinate> others, int cell, Map<String, double[]> moved) {
    int rest = cell;
    int[] index = {0};
    for (int a = others.size() - 1; a >= 0; a--) {
      Coordinate other = others.get(a);
      int k = rest % other.size();
      rest /= other.size();
      if (Coordinate.CASE.equals(other.name())) {
        index[0] = k;
      } else {
        moved.put(other.name(), new double[] {other.values()[k]});
      }
    }
    return index;
  }

  private Estimate single(Formula of, Map<String, double[]> moved, String axis, int index) {
    DataArray there = value(of, moved).reduced(axis, Reductions::first);
    return there.cells().get(there.cells().size() == 1 ? 0 : index);
  }

  /**
   * Where a row first takes a level: straight lines through the last two points, which on a smooth
   * curve get there in a few steps; where one leads out of the interval that holds the crossing,
   * its middle is next.
   */
  private static Estimate crossing(Row row, double level, Function<Double, Estimate> value) {
    List<Estimate> numbers = row.numbers();
    double[] x = row.axis().values();
    int after = 1;
    while (after < numbers.size()
        && !((numbers.get(after - 1).value() - level) * (numbers.get(after).value() - level)
            <= 0)) {
      after++;
    }
    if (after >= numbers.size()) {
      return Reductions.MISSING;
    }
    double before = x[after - 1];
    double beforeAbove = numbers.get(after - 1).value() - level;
    double last = x[after];
    double lastAbove = numbers.get(after).value() - level;
    double error = numbers.get(after).error();
    double a = before;
    double b = last;
    double atA = beforeAbove;
    for (int k = 0; k < MOST_STEPS; k++) {
      double slope = (lastAbove - beforeAbove) / (last - before);
      double next = last - lastAbove / slope;
      boolean inside = next >= Math.min(a, b) && next <= Math.max(a, b);
      double step = Math.abs(next - last);
      if (lastAbove == 0 || (inside && step < CLOSE * Math.max(1, Math.abs(next)))) {
        return new Estimate(lastAbove == 0 ? last : next, step + error / Math.abs(slope));
      }
      next = inside ? next : (a + b) / 2;
      Estimate there = value.apply(next);
      double above = there.value() - level;
      if (Double.isNaN(above)) {
        return Reductions.MISSING;
      }
      if (atA * above > 0) {
        a = next;
        atA = above;
      } else {
        b = next;
      }
      before = last;
      beforeAbove = lastAbove;
      last = next;
      lastAbove = above;
      error = there.error();
    }
    return Reductions.MISSING;
  }
}
