package qbattery.file.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The functions of numbers that a formula may use; all in StrictMath, so the same everywhere. */
public enum RealFunction {
  SQRT("sqrt", 1),
  EXP("exp", 1),
  LOG("log", 1),
  SIN("sin", 1),
  COS("cos", 1),
  TAN("tan", 1),
  TANH("tanh", 1),
  ABS("abs", 1),
  MIN("min", 2),
  MAX("max", 2);

  private final String word;
  private final int arguments;

  RealFunction(String word, int arguments) {
    this.word = word;
    this.arguments = arguments;
  }

  /** Its name in a formula. */
  public String word() {
    return word;
  }

  /** How many numbers it takes. */
  public int arguments() {
    return arguments;
  }

  /**
   * Its value.
   *
   * @param x as many numbers as it takes
   * @return the value, NaN where there is none
   */
  public double of(double... x) {
    return switch (this) {
      case SQRT -> StrictMath.sqrt(x[0]);
      case EXP -> StrictMath.exp(x[0]);
      case LOG -> StrictMath.log(x[0]);
      case SIN -> StrictMath.sin(x[0]);
      case COS -> StrictMath.cos(x[0]);
      case TAN -> StrictMath.tan(x[0]);
      case TANH -> StrictMath.tanh(x[0]);
      case ABS -> StrictMath.abs(x[0]);
      case MIN -> StrictMath.min(x[0], x[1]);
      case MAX -> StrictMath.max(x[0], x[1]);
    };
  }

  /**
   * The function of a name.
   *
   * @param word the name
   * @return the function, if there is one
   */
  public static Optional<RealFunction> of(String word) {
    return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(RealFunction::word).toList();
  }
}
