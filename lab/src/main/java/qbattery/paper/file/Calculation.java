package qbattery.paper.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import qbattery.experiment.Course;
import qbattery.file.formula.Formula;
import qbattery.file.formula.FormulaException;
import qbattery.file.formula.RealFunction;
import qbattery.measure.Estimate;
import qbattery.paper.judge.Arithmetic;
import qbattery.paper.judge.Coordinate;
import qbattery.paper.judge.CourseArray;
import qbattery.paper.judge.Crossings;
import qbattery.paper.judge.DataArray;
import qbattery.paper.judge.DataArray.Row;
import qbattery.paper.judge.Fits;
import qbattery.paper.judge.Passages;
import qbattery.paper.judge.Reductions;

/** Evaluates formulas of series. */
final class Calculation {

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

    /**
     * What a name stands for between the times too.
     *
     * @param name the name
     * @param moved axes that have other values than usual
     * @return its courses; nothing if it does not run along time
     * @throws IllegalArgumentException if it does, and they cannot be had
     */
    default Optional<CourseArray> courses(Formula.Name name, Map<String, double[]> moved) {
      return Optional.empty();
    }
  }

  private final Names names;
  private final Map<String, DataArray> passages;

  Calculation(Names names) {
    this(names, new HashMap<>());
  }

  /**
   * Calculates.
   *
   * @param passages when means pass a level, which formulas say again and again: what other
   *     calculations have found, and this one will
   */
  Calculation(Names names, Map<String, DataArray> passages) {
    this.names = names;
    this.passages = passages;
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
    if (FormulaNames.isCourse(of)) {
      return ofCourses(word, call, moved);
    }
    if (word.reduction().isPresent()) {
      return reduced(call, moved, word.reduction().get());
    }
    return switch (word) {
      case WHERE_FIRST -> {
        double otherwise = number(call, moved);
        yield reduced(call, moved, row -> Reductions.whereFirst(row, otherwise));
      }
      case APPROACH_LIMIT -> Fits.approach(value(of, moved), axis(call), 0);
      case APPROACH_DISTANCE -> Fits.approach(value(of, moved), axis(call), 1);
      case APPROACH_RATE -> Fits.approach(value(of, moved), axis(call), 2);
      case LIMIT -> {
        double power = number(call, moved);
        yield reduced(call, moved, row -> Fits.limit(row, power));
      }
      case EXTRAPOLATED -> {
        double power = number(call, moved);
        yield reduced(call, moved, row -> Fits.extrapolated(row, power));
      }
      case DERIVATIVE -> Nearby.derivative(this, of, axis(call), moved);
      case TOP -> Nearby.top(this, of, axis(call), moved, Reductions::largest);
      case TOP_AT -> Nearby.top(this, of, axis(call), moved, Reductions::whereLargest);
      case READ -> read(call, moved);
      case STEPS -> Reductions.steps(value(of, moved), axis(call));
      case SLOPES -> Reductions.slopes(value(of, moved), axis(call));
      case AT -> at(of, axis(call), number(call, moved), moved);
      case CROSSING -> crossing(of, axis(call), number(call, moved), moved);
      case ABOVE -> value(of, moved).with(value(call.arguments().get(1), moved), Reductions::above);
      case WHERE -> value(of, moved).with(value(call.arguments().get(1), moved), Reductions::where);
      case OTHERWISE ->
          value(of, moved).with(value(call.arguments().get(1), moved), Reductions::otherwise);
      case HIGHEST -> value(of, moved).highest(axis(call));
      case RANK -> Reductions.ranks(value(of, moved), axis(call));
      default -> throw new FormulaException(call.at(), "It is written %s.".formatted(word.usage()));
    };
  }

  /** A number of a formula along time, between the times too. */
  private DataArray ofCourses(FormulaWord word, Formula.Call call, Map<String, double[]> moved) {
    CourseArray courses = courses((Formula.Call) call.arguments().get(0), moved);
    if (word == FormulaWord.RISE_WHILE_FALLS) {
      CourseArray others = courses((Formula.Call) call.arguments().get(1), moved);
      return courses.with(others, Course::risesWhileFalls);
    }
    if (call.arguments().size() > 1 && !Coordinate.TIME.equals(axis(call))) {
      throw new FormulaException(call.at(), "A course runs along time, and along nothing else.");
    }
    boolean each = call.arguments().size() > 1;
    return switch (word) {
      case SMALLEST -> of(courses.each(c -> c.smallest().value()), each, Reductions::smallest);
      case LARGEST -> of(courses.each(c -> c.largest().value()), each, Reductions::largest);
      case MEAN -> of(courses.each(Course::mean), each, Reductions::mean);
      case SPREAD -> {
        DataArray high = of(courses.each(c -> c.largest().value()), each, Reductions::largest);
        DataArray low = of(courses.each(c -> c.smallest().value()), each, Reductions::smallest);
        yield high.with(low, Estimate::minus);
      }
      case FIRST -> courses.each(c -> c.at(c.start()));
      case LAST -> courses.each(c -> c.at(c.end()));
      case AT -> {
        double time = number(call, moved);
        yield courses.within(time).each(c -> c.at(time));
      }
      case GAIN -> courses.each(Course::largestRise);
      case DROP -> courses.each(c -> c.negative().largestRise());
      case WHERE_LARGEST -> courses.each(c -> c.largest().time());
      case WHERE_SMALLEST -> courses.each(c -> c.smallest().time());
      case CROSSING -> {
        double level = number(call, moved);
        yield courses.each(c -> c.firstPassage(level).orElse(Reductions.MISSING));
      }
      default ->
          throw new FormulaException(call.at(), "'%s' takes no course.".formatted(word.word()));
    };
  }

  private static DataArray of(DataArray numbers, boolean each, Function<Row, Estimate> all) {
    return each ? numbers : numbers.whole(all);
  }

  /**
   * What stands within the word course: what runs along time in it, and what is the same always.
   */
  private CourseArray courses(Formula.Call call, Map<String, double[]> moved) {
    Formula formula = call.arguments().get(0);
    CourseArray whole = courses(formula, moved);
    if (call.arguments().size() == 1) {
      return whole;
    }
    double from = value(call.arguments().get(1), moved).single().value();
    return call.arguments().size() == 2
        ? whole.from(from)
        : whole.between(from, value(call.arguments().get(2), moved).single().value());
  }

  /**
   * A formula along time, at every time.
   *
   * @throws IllegalArgumentException if nothing in it runs along time, or a number in it has an
   *     error
   */
  CourseArray courses(Formula formula, Map<String, double[]> moved) {
    Map<String, CourseArray> along = new LinkedHashMap<>();
    List<Formula.Name> others = new ArrayList<>();
    boolean time = false;
    for (Formula.Name name : Quantity.values(formula)) {
      Optional<CourseArray> courses = names.courses(name, moved);
      courses.ifPresent(c -> along.put(name.name(), c));
      time |= courses.isEmpty() && Coordinate.TIME.equals(name.name());
      if (courses.isEmpty() && !FormulaNames.PI.equals(name.name())) {
        others.add(name);
      }
    }
    if (along.isEmpty()) {
      throw new IllegalArgumentException("Nothing in the course runs along time.");
    }
    if (time) {
      CourseArray one = along.values().iterator().next();
      along.put(Coordinate.TIME, new CourseArray(List.of(), List.of(one.cells().get(0).time())));
    }
    Map<String, DataArray> fixed = new LinkedHashMap<>();
    for (Formula.Name name : others) {
      if (!along.containsKey(name.name())) {
        fixed.put(name.name(), fixed(name, along, moved));
      }
    }
    return CourseArray.made(
        along,
        now ->
            new Calculation(
                    (name, none) ->
                        Optional.ofNullable(now.get(name.name()))
                            .orElseGet(() -> Objects.requireNonNull(fixed.get(name.name()))))
                .value(formula),
        !hides(formula));
  }

  /** What is the same at all times: an axis, or an exact number. */
  private DataArray fixed(
      Formula.Name name, Map<String, CourseArray> along, Map<String, double[]> moved) {
    Optional<Coordinate> axis =
        along.values().stream()
            .flatMap(c -> c.axes().stream())
            .filter(a -> a.name().equals(name.name()))
            .findFirst();
    DataArray value = axis.isPresent() ? DataArray.of(axis.get()) : names.of(name, moved);
    if (value.settled().cells().stream().anyMatch(e -> e.error() > 0)) {
      throw new IllegalArgumentException(
          "In a course stand series along time and exact numbers; '%s' is known within an error only."
              .formatted(name.name()));
    }
    return value;
  }

  /** Whether a formula may have a value though something in it has none. */
  private static boolean hides(Formula formula) {
    boolean here =
        formula instanceof Formula.Call call
            && (FormulaWord.WHERE.word().equals(call.function())
                || FormulaWord.OTHERWISE.word().equals(call.function()));
    return here || formula.parts().stream().anyMatch(Calculation::hides);
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
    return call.arguments().size() == 1 ? array.whole(number) : array.reduced(axis(call), number);
  }

  /** One series where another takes a value; the value may run along axes of its own. */
  private DataArray read(Formula.Call call, Map<String, double[]> moved) {
    String axis = ((Formula.Name) call.arguments().get(2)).name();
    DataArray x = value(call.arguments().get(1), moved).settled();
    DataArray y = value(call.arguments().get(0), moved).settled().with(x, (a, b) -> a);
    x = y.with(x, (a, b) -> b);
    List<Row> ofX = x.along(axis);
    List<Row> ofY = y.along(axis);
    int[] next = {0};
    DataArray rows = x.reduced(axis, row -> new Estimate(next[0]++, 0));
    return rows.with(
        value(call.arguments().get(3), moved).settled(),
        (row, at) -> Reductions.read(ofY.get((int) row.value()), ofX.get((int) row.value()), at));
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

  static Map<String, double[]> with(Map<String, double[]> moved, String axis, double... values) {
    Map<String, double[]> all = new LinkedHashMap<>(moved);
    all.put(axis, values.clone());
    return all;
  }

  static void requireParameter(String what, String axis) {
    if (Coordinate.TIME.equals(axis) || Coordinate.CASE.equals(axis)) {
      throw new IllegalArgumentException(
          "%s is looked for along a parameter; along time it is a result of the battery file."
              .formatted(what));
    }
  }

  /** For each point along the other axes, where a series first takes a number along an axis. */
  private DataArray crossing(Formula of, String axis, double level, Map<String, double[]> moved) {
    DataArray means = value(of, moved);
    if (Coordinate.TIME.equals(axis) && means.isDrawn()) {
      String key = of instanceof Formula.Name name && moved.isEmpty() ? name.name() + level : "";
      DataArray before = passages.get(key);
      DataArray now =
          before == null ? means.reduced(axis, row -> Passages.first(row, level)) : before;
      if (!key.isEmpty()) {
        passages.put(key, now);
      }
      return now;
    }
    requireParameter("A crossing", axis);
    DataArray array = means.settled();
    List<Coordinate> others = array.axes().stream().filter(a -> !a.name().equals(axis)).toList();
    int[] cell = {0};
    return array.reduced(
        axis,
        row -> {
          Map<String, double[]> here = new LinkedHashMap<>(moved);
          int[] cases = place(others, cell[0]++, here);
          return Crossings.first(row, level, x -> single(of, with(here, axis, x), axis, cases[0]));
        });
  }

  /** Fixes the other axes at the values of a cell; gives the index of the case. */
  static int[] place(List<Coordinate> others, int cell, Map<String, double[]> moved) {
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
    DataArray there = value(of, moved).settled().reduced(axis, Reductions::first);
    return there.cells().get(there.cells().size() == 1 ? 0 : index);
  }
}
