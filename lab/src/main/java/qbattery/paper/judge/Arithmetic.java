package qbattery.paper.judge;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import qbattery.measure.Estimate;

/**
 * Arithmetic of numbers with errors. An error is a bound, so errors add; that of a function is the
 * larger change of its value when its argument is moved by the error to either side. An error that
 * is infinite is not known, and stays so.
 */
public final class Arithmetic {

  private Arithmetic() {}

  /**
   * Two numbers joined by a sign.
   *
   * @param sign one of {@code + - * / ^}
   * @param a the first number
   * @param b the second number
   * @return the result; no number where there is none
   */
  public static Estimate join(char sign, Estimate a, Estimate b) {
    if (Double.isNaN(a.value()) || Double.isNaN(b.value())) {
      return Reductions.either(a, b);
    }
    return switch (sign) {
      case '+' -> with(a.value() + b.value(), a.error() + b.error());
      case '-' -> with(a.value() - b.value(), a.error() + b.error());
      case '*' ->
          with(
              a.value() * b.value(),
              times(Math.abs(a.value()), b.error())
                  + times(Math.abs(b.value()), a.error())
                  + times(a.error(), b.error()));
      case '/' -> quotient(a, b);
      case '^' -> of(StrictMath::pow, a, b);
      default -> throw new IllegalArgumentException("'%s' is no sign.".formatted(sign));
    };
  }

  /** 0 times an unknown error is no error. */
  private static double times(double factor, double error) {
    return factor == 0 || error == 0 ? 0 : factor * error;
  }

  private static Estimate quotient(Estimate a, Estimate b) {
    if (b.value() == 0) {
      return Reductions.MISSING;
    }
    if (Math.abs(b.value()) <= b.error()) {
      return new Estimate(a.value() / b.value(), Double.POSITIVE_INFINITY);
    }
    double smallest = Math.abs(b.value()) - b.error();
    double error =
        a.error() / smallest
            + times(Math.abs(a.value()), b.error()) / (Math.abs(b.value()) * smallest);
    return with(a.value() / b.value(), error);
  }

  /**
   * A function of one number.
   *
   * @param function the function
   * @param x the number
   * @return its value; no number where there is none
   */
  public static Estimate of(DoubleUnaryOperator function, Estimate x) {
    return Double.isNaN(x.value())
        ? x
        : with(function.applyAsDouble(x.value()), reach(function, x));
  }

  /**
   * A function of two numbers.
   *
   * @param function the function
   * @param x the first number
   * @param y the second number
   * @return its value; no number where there is none
   */
  public static Estimate of(DoubleBinaryOperator function, Estimate x, Estimate y) {
    if (Double.isNaN(x.value()) || Double.isNaN(y.value())) {
      return Reductions.either(x, y);
    }
    double value = function.applyAsDouble(x.value(), y.value());
    double error =
        reach(a -> function.applyAsDouble(a, y.value()), x)
            + reach(b -> function.applyAsDouble(x.value(), b), y);
    for (int corner = 0; corner < 4 && Double.isFinite(error); corner++) { // both off at once
      double a = x.value() + (corner % 2 == 0 ? 1 : -1) * x.error();
      double b = y.value() + (corner < 2 ? 1 : -1) * y.error();
      error = Math.max(error, Math.abs(function.applyAsDouble(a, b) - value)); // NaN stays
    }
    return with(value, error);
  }

  /** How far a value may move; not known where the function ends within the error. */
  private static double reach(DoubleUnaryOperator function, Estimate x) {
    if (x.error() == 0) {
      return 0;
    }
    if (Double.isInfinite(x.error())) {
      return Double.POSITIVE_INFINITY;
    }
    double value = function.applyAsDouble(x.value());
    double up = Math.abs(function.applyAsDouble(x.value() + x.error()) - value);
    double down = Math.abs(function.applyAsDouble(x.value() - x.error()) - value);
    double error = Math.max(up, down);
    return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
  }

  private static Estimate with(double value, double error) {
    if (!Double.isFinite(value)) {
      return Reductions.MISSING;
    }
    return new Estimate(value, Double.isNaN(error) ? Double.POSITIVE_INFINITY : error);
  }
}
