package qbattery.paper.file;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import qbattery.measure.Estimate;
import qbattery.paper.judge.DataArray.Row;
import qbattery.paper.judge.Fits;
import qbattery.paper.judge.Reductions;

/** The functions that formulas of series may use, besides those of numbers. */
enum FormulaWord {
  /** The smallest number, of all or along an axis. */
  SMALLEST(Reductions::smallest, Argument.SERIES, Argument.OPTIONAL_AXIS),
  /** The largest number, of all or along an axis. */
  LARGEST(Reductions::largest, Argument.SERIES, Argument.OPTIONAL_AXIS),
  /** The largest less the smallest. */
  SPREAD(Reductions::spread, Argument.SERIES, Argument.OPTIONAL_AXIS),
  /** The mean. */
  MEAN(Reductions::mean, Argument.SERIES, Argument.OPTIONAL_AXIS),
  /** The sum. */
  SUM(Reductions::sum, Argument.SERIES, Argument.OPTIONAL_AXIS),
  /** The first along an axis. */
  FIRST(Reductions::first, Argument.SERIES, Argument.AXIS),
  /** The last along an axis. */
  LAST(Reductions::last, Argument.SERIES, Argument.AXIS),
  /** The number at a value of an axis; computed there if it is none of the values. */
  AT(Argument.SERIES, Argument.AXIS, Argument.NUMBER),
  /** The steps from each number to the next along an axis. */
  STEPS(Argument.SERIES, Argument.AXIS),
  /** The steps over those of the axis. */
  SLOPES(Argument.SERIES, Argument.AXIS),
  /** The largest rise from a number to a later one. */
  GAIN(Reductions::gain, Argument.SERIES, Argument.AXIS),
  /** The largest fall from a number to a later one. */
  DROP(Reductions::drop, Argument.SERIES, Argument.AXIS),
  /** The value of the axis where the largest number stands. */
  WHERE_LARGEST(Reductions::whereLargest, Argument.SERIES, Argument.AXIS),
  /** The value of the axis where the smallest number stands. */
  WHERE_SMALLEST(Reductions::whereSmallest, Argument.SERIES, Argument.AXIS),
  /** The first value of an axis at which a condition holds; a number where it holds at none. */
  WHERE_FIRST(Argument.SERIES, Argument.AXIS, Argument.NUMBER),
  /** The first value of a parameter at which a series takes a number, found by computing there. */
  CROSSING(Argument.SERIES, Argument.AXIS, Argument.NUMBER),
  /** The limit for large values of the axis, what is missing falling as a power of it. */
  LIMIT(Argument.SERIES, Argument.AXIS, Argument.NUMBER),
  /** The limit for large values of the axis, powers of what is missing taken away in turn. */
  EXTRAPOLATED(Argument.SERIES, Argument.AXIS, Argument.NUMBER),
  /** The derivative with respect to a parameter, found by computing beside each value. */
  DERIVATIVE(Argument.SERIES, Argument.AXIS),
  /** The largest number along a parameter, found by computing between its values too. */
  TOP(Argument.SERIES, Argument.AXIS),
  /** The value of the parameter where that is. */
  TOP_AT(Argument.SERIES, Argument.AXIS),
  /** The first where the second, along an axis, takes a value. */
  READ(Argument.SERIES, Argument.SERIES, Argument.AXIS, Argument.SERIES),
  /** The exponent of a power law along an axis. */
  EXPONENT(Fits::exponent, Argument.SERIES, Argument.AXIS),
  /** By how much the best straight line misses, over the largest number. */
  BEND(Fits::bend, Argument.SERIES, Argument.AXIS),
  /** The limit a of the curve a + b exp(-c x) of least squares along an axis. */
  APPROACH_LIMIT(Argument.SERIES, Argument.AXIS),
  /** Its distance b from the limit at 0. */
  APPROACH_DISTANCE(Argument.SERIES, Argument.AXIS),
  /** Its rate c. */
  APPROACH_RATE(Argument.SERIES, Argument.AXIS),
  /** 1 where the first is above the second, 0 elsewhere. */
  ABOVE(Argument.SERIES, Argument.SERIES),
  /** The first where the second is 1; elsewhere it is left out. */
  WHERE(Argument.SERIES, Argument.SERIES),
  /** The first, or the second where the first has no value. */
  OTHERWISE(Argument.SERIES, Argument.SERIES),
  /** The largest along an axis, without the bias of the maximum of a noisy mean. */
  HIGHEST(Argument.SERIES, Argument.AXIS),
  /** The place of each number among those along an axis, 1 for the largest. */
  RANK(Argument.SERIES, Argument.AXIS),
  /** A formula along time, between the times too; within what makes a number of it. */
  COURSE(Argument.SERIES, Argument.OPTIONAL_NUMBER, Argument.OPTIONAL_NUMBER),
  /** By how much a course rises in all while another one falls. */
  RISE_WHILE_FALLS(Argument.COURSE, Argument.COURSE);

  /** What a function takes. */
  enum Argument {
    /** A formula of series. */
    SERIES,
    /** The name of an axis. */
    AXIS,
    /** The name of an axis, which may be left out. */
    OPTIONAL_AXIS,
    /** A formula that gives one number. */
    NUMBER,
    /** A formula that gives one number, which may be left out. */
    OPTIONAL_NUMBER,
    /** The word course. */
    COURSE
  }

  private static final Set<Argument> OPTIONAL =
      EnumSet.of(Argument.OPTIONAL_AXIS, Argument.OPTIONAL_NUMBER);

  private static final Set<String> OF_COURSES =
      Set.of(
          "smallest",
          "largest",
          "spread",
          "mean",
          "first",
          "last",
          "at",
          "gain",
          "drop",
          "where_largest",
          "where_smallest",
          "crossing");

  private final List<Argument> arguments;

  private final Optional<Function<Row, Estimate>> reduction;

  FormulaWord(Argument... arguments) {
    this.arguments = List.of(arguments);
    this.reduction = Optional.empty();
  }

  FormulaWord(Function<Row, Estimate> reduction, Argument... arguments) {
    this.arguments = List.of(arguments);
    this.reduction = Optional.of(reduction);
  }

  /** What makes one number of all, or of a row along an axis, where that is all of it. */
  Optional<Function<Row, Estimate>> reduction() {
    return reduction;
  }

  /** Its name in a formula. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it takes; an axis that may be left out counts as one. */
  List<Argument> arguments() {
    return arguments.stream().map(a -> a == Argument.OPTIONAL_AXIS ? Argument.AXIS : a).toList();
  }

  int fewest() {
    return (int) arguments.stream().filter(a -> !OPTIONAL.contains(a)).count();
  }

  /** How it is written, in a sentence. */
  String usage() {
    StringBuilder text = new StringBuilder(word()).append('(');
    for (int k = 0; k < arguments.size(); k++) {
      String name =
          switch (arguments.get(k)) {
            case SERIES -> k == 0 ? "series" : k == 1 ? "other series" : "value";
            case AXIS, OPTIONAL_AXIS -> "axis";
            case NUMBER -> "number";
            case OPTIONAL_NUMBER -> k == 1 ? "from" : "to";
            case COURSE -> "course(...)";
          };
      boolean free = OPTIONAL.contains(arguments.get(k));
      text.append(free ? "[" : "").append(k == 0 ? "" : ", ").append(name).append(free ? "]" : "");
    }
    return text.append(')').toString();
  }

  /** Whether its first argument may be a course. */
  boolean takesCourse() {
    return OF_COURSES.contains(word());
  }

  static List<String> words() {
    return Arrays.stream(values()).map(FormulaWord::word).toList();
  }

  static Optional<FormulaWord> of(String word) {
    return Arrays.stream(values()).filter(w -> w.word().equals(word)).findFirst();
  }
}
