package qbattery.study;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import qbattery.quantum.NotAStateException;

/** How the computation of a point ended: complete, without errors or failed, with the reason. */
enum Completion {
  /** In two ways, whose difference is the error. */
  TWO_WAYS(0, "It was computed in two ways."),
  /** In two ways of the same cutoffs, which the file does not let be raised. */
  SAME_CUTOFFS(
      9,
      "They do not include the effect of the cutoffs of the modes: with more levels the model is refused."),
  /** One way was asked for. */
  ONE_WAY(1, "No second computation was asked for."),
  /** The tolerances of the file are so loose that ten times looser ones are none. */
  TOO_LOOSE(2, "The tolerances are so loose that no looser ones could serve as a second way."),
  /** The second way led to what is no state. */
  SECOND_NO_STATE(3, "The second computation failed: its result is not a state."),
  /** The second way could not go on. */
  SECOND_STUCK(4, "The second computation failed: its steps became too small."),
  /** The second way was refused, for want of memory or because a form does not serve. */
  SECOND_REFUSED(5, "The second computation was refused for this model."),
  /** The second way would take longer than anybody waits. */
  SECOND_TOO_LONG(10, "The second computation would take more than three days."),
  /** The point would take longer than anybody waits. */
  TOO_LONG(
      11, "It would take more than three days; with --however-long it is computed all the same."),
  /** The point led to what is no state. */
  NO_STATE(6, "The result is not a state; tighter tolerances may help."),
  /** The point could not go on. */
  STUCK(7, "The steps became too small: the equation is too stiff or not finite."),
  /** The point was refused. */
  REFUSED(8, "The model is refused.");

  private final int code;
  private final String sentence;

  Completion(int code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  /** Why numbers have no error, or there are none. */
  String sentence() {
    return sentence;
  }

  /** Whether the point has numbers. */
  boolean hasNumbers() {
    return this != NO_STATE && this != STUCK && this != REFUSED && this != TOO_LONG;
  }

  /** Whether a second way was computed, whose difference is the error. */
  boolean hasErrors() {
    return this == TWO_WAYS || this == SAME_CUTOFFS;
  }

  /** As it stands in a row. */
  double code() {
    return code;
  }

  static Completion of(double code) {
    return Arrays.stream(values())
        .filter(c -> c.code == code)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No point goes as %s.".formatted(code)));
  }

  /** What a failure of the second way is called. */
  static Completion ofSecond(RuntimeException failure) {
    return switch (of(failure)) {
      case NO_STATE -> SECOND_NO_STATE;
      case STUCK -> SECOND_STUCK;
      case TOO_LONG -> SECOND_TOO_LONG;
      default -> SECOND_REFUSED;
    };
  }

  /** What a failure of the point itself is called. */
  static Completion of(RuntimeException failure) {
    if (failure instanceof NotAStateException) {
      return NO_STATE;
    }
    if (failure instanceof Headway.TooLongException) {
      return TOO_LONG;
    }
    return failure instanceof ArithmeticException ? STUCK : REFUSED;
  }

  /** Numbers and names, for the head of a column. */
  static String legend() {
    return Arrays.stream(values())
        .map(c -> c.code + " " + c.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(", "));
  }
}
