package qbattery.file;

import qbattery.dynamics.Method;
import qbattery.dynamics.TimeGrid;

/** Builds times, the values of a sweep, and methods. */
final class Numerics {

  private static final int MOST_VALUES = 1_000_000;

  private Numerics() {}

  static TimeGrid times(Values section, Evaluator evaluator) {
    return TimeGrid.of(values(section, evaluator));
  }

  /** The numbers of a row. */
  static double[] values(Values section, Evaluator evaluator) {
    if (section instanceof Values.Listed listed) {
      return listed.values().stream().mapToDouble(evaluator::real).toArray();
    }
    Values.Spaced spaced = (Values.Spaced) section;
    double from = evaluator.real(spaced.from());
    double to = evaluator.real(spaced.to());
    int count = evaluator.whole(spaced.count(), 2, MOST_VALUES);
    boolean logarithmic = spaced.spacing() == Values.Spacing.LOGARITHMIC;
    if (logarithmic && !(from > 0 && to > 0)) {
      throw new IllegalArgumentException(
          "Logarithmic spacing needs ends above 0, not %s and %s.".formatted(from, to));
    }
    if (from == to) {
      throw new IllegalArgumentException(
          "The first and the last value are both %s; they must differ.".formatted(from));
    }
    double[] values = new double[count];
    for (int k = 0; k < count; k++) {
      values[k] =
          logarithmic
              ? from * StrictMath.pow(to / from, (double) k / (count - 1))
              : from + (to - from) * k / (count - 1);
      if (!Double.isFinite(values[k]) || (logarithmic && !isOrdinary(to / from))) {
        values[k] = between(from, to, (double) k / (count - 1), logarithmic);
      }
    }
    values[0] = from; // the formulas may round away from the ends
    values[count - 1] = to;
    return values;
  }

  private static boolean isOrdinary(double ratio) {
    return ratio >= Double.MIN_NORMAL && ratio <= Double.MAX_VALUE;
  }

  /** A number between two whose difference or ratio is no ordinary number. */
  private static double between(double from, double to, double share, boolean logarithmic) {
    return logarithmic
        ? StrictMath.exp((1 - share) * StrictMath.log(from) + share * StrictMath.log(to))
        : (1 - share) * from + share * to;
  }

  static Method method(MethodSection section, Evaluator evaluator) {
    if (section instanceof MethodSection.Named named) {
      return switch (named) {
        case USUAL -> Method.DormandPrince.USUAL;
        case TIGHT -> Method.DormandPrince.TIGHT;
        case EXACT -> new Method.Exact();
      };
    }
    MethodSection.Tolerances tolerances = (MethodSection.Tolerances) section;
    return new Method.DormandPrince(
        evaluator.real(tolerances.relative()), evaluator.real(tolerances.absolute()));
  }
}
