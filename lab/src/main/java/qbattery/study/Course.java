package qbattery.study;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import qbattery.quantum.NotAStateException;

/** How the computation of a point went: why its numbers have no error, or why it has none. */
enum Course {
  /** In two ways, whose difference is the error. */
  TWO_WAYS("It was computed in two ways."),
  /** One way was asked for. */
  ONE_WAY("No second way of computing was asked for."),
  /** The tolerances of the file are so loose that ten times looser ones are none. */
  TOO_LOOSE("The tolerances are so loose that no looser ones could serve as a second way."),
  /** The second way led to what is no state. */
  SECOND_NO_STATE("The second way of computing failed: what came out is not a state."),
  /** The second way could not go on. */
  SECOND_STUCK("The second way of computing failed: its steps became too small."),
  /** The second way was refused, for want of memory or because a form does not serve. */
  SECOND_REFUSED("The second way of computing was refused for this model."),
  /** The point led to what is no state. */
  NO_STATE("What came out is not a state; tighter tolerances may help."),
  /** The point could not go on. */
  STUCK("The steps became too small: the equation is too stiff or not finite."),
  /** The point was refused. */
  REFUSED("The model is refused.");

  private final String sentence;

  Course(String sentence) {
    this.sentence = sentence;
  }

  /** Why numbers have no error, or there are none. */
  String sentence() {
    return sentence;
  }

  /** Whether the point has numbers. */
  boolean hasNumbers() {
    return ordinal() < NO_STATE.ordinal();
  }

  /** As it stands in a row. */
  double code() {
    return ordinal();
  }

  static Course of(double code) {
    return values()[(int) code];
  }

  /** What a failure of the second way is called. */
  static Course ofSecond(RuntimeException failure) {
    return switch (of(failure)) {
      case NO_STATE -> SECOND_NO_STATE;
      case STUCK -> SECOND_STUCK;
      default -> SECOND_REFUSED;
    };
  }

  /** What a failure of the point itself is called. */
  static Course of(RuntimeException failure) {
    if (failure instanceof NotAStateException) {
      return NO_STATE;
    }
    return failure instanceof ArithmeticException ? STUCK : REFUSED;
  }

  /** Numbers and names, for the head of a column. */
  static String legend() {
    return Arrays.stream(values())
        .map(c -> c.ordinal() + " " + c.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(", "));
  }
}
