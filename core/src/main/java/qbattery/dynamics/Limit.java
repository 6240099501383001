package qbattery.dynamics;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import qbattery.model.Battery;
import qbattery.quantum.State;

/**
 * Where a state ends up, of the part of the model alone that can be reached from the state, and so
 * also where there are several steady states, or motions a trillion times slower than others.
 *
 * <p>It is found by squaring the exponential of the generator, in numbers of 32 digits, until it no
 * longer changes; of larger models as the mean over long times, to which the motion is followed
 * ({@code Settling}).
 *
 * @param state the state at the end
 * @param error bound on its error in the Hilbert-Schmidt norm
 * @param time by when it has come to rest, as near as the error says
 * @param evidence how that is known
 */
public record Limit(State state, double error, double time, Evidence evidence) {

  /** How a limit is known. */
  public enum Evidence {
    /** The exponential of the generator no longer changes in 32 digits. */
    SQUARES(
        "What this start reaches comes to rest by the time %.2g: the exponential of the generator, in numbers of 32 digits, then no longer changes."),
    /** The motion came near to its mean over long times, and distances do not grow. */
    FOLLOWED(
        "This start comes to rest: by the time %.2g the evolved state is within %.1e of its mean over long times, and distances from a state at rest never grow.");

    private final String sentence;

    Evidence(String sentence) {
      this.sentence = sentence;
    }
  }

  private static final int MOST_COORDINATES = 4096;

  /** So many are followed to their rest: modes of more than a hundred levels. */
  private static final int MOST_FOLLOWED = 1 << 15;

  /** Squares of matrices of so many numbers that act on each other are taken at once. */
  private static final int QUICK = 256;

  /** So many numbers may act on each other: squares of such matrices take a second. */
  private static final int MOST = 576;

  /**
   * Where a state ends up.
   *
   * @param battery what moves it, without drives
   * @param start the state
   * @return its limit; nothing if it does not come to rest as far as 32 digits tell, or if too many
   *     numbers of it act on each other
   * @throws IllegalArgumentException if the battery is driven
   */
  public static Optional<Limit> of(Battery battery, State start) {
    if (!battery.drives().isEmpty()) {
      throw new IllegalArgumentException(
          "Where '%s' ends up is asked of it without drives, but it has one, '%s'."
              .formatted(battery.name(), battery.drives().get(0).name()));
    }
    ConstantGenerator generator = ConstantGenerator.of(battery);
    Optional<Coordinates> reached = Coordinates.reached(start, List.of(generator), MOST_FOLLOWED);
    if (reached.isEmpty()) {
      return Optional.empty();
    }
    Coordinates coordinates = reached.get();
    boolean small = coordinates.count() <= MOST_COORDINATES && coordinates.largest() <= MOST;
    Optional<Limit> followed =
        small && coordinates.largest() <= QUICK
            ? Optional.empty()
            : followed(battery, start, generator, coordinates);
    return followed.isPresent() || !small
        ? followed
        : squared(battery, start, generator, coordinates);
  }

  private static Optional<Limit> squared(
      Battery battery, State start, ConstantGenerator generator, Coordinates coordinates) {
    ConstantMotion motion =
        new ConstantMotion(generator, coordinates, Method.Exponential.Grid.FIRST);
    CoordinateForm form = form(battery, coordinates, List.of(motion::change), motion.describe());
    double[][] inner = motion.enter(form.encode(start));
    return motion
        .settle(inner)
        .map(
            rest ->
                new Limit(
                    form.decode(
                        motion.leave(inner),
                        StrictMath.max(State.TOLERANCE, coordinates.largest() * rest.error())),
                    coordinates.count() * rest.error(),
                    rest.time(),
                    Evidence.SQUARES));
  }

  private static Optional<Limit> followed(
      Battery battery, State start, ConstantGenerator generator, Coordinates coordinates) {
    CoordinateForm form =
        form(battery, coordinates, List.of(), "%d numbers".formatted(coordinates.count()));
    double turning =
        ConstantMotion.speed(ConstantGenerator.of(MethodChoice.closed(battery)), coordinates);
    return new Settling(generator, coordinates)
        .of(form.encode(start), turning)
        .map(
            rest ->
                new Limit(
                    form.decode(rest.vector(), StrictMath.max(State.TOLERANCE, rest.error())),
                    rest.error(),
                    rest.time(),
                    Evidence.FOLLOWED));
  }

  private static CoordinateForm form(
      Battery battery,
      Coordinates coordinates,
      List<UnaryOperator<double[]>> changes,
      String description) {
    return new CoordinateForm(
        battery.space(),
        coordinates,
        List.of(new ConstantPiece(0, Double.MAX_VALUE, battery)),
        changes,
        description);
  }

  /**
   * What the answer rests on.
   *
   * @return a sentence
   */
  public String describe() {
    return evidence.sentence.formatted(time, error);
  }
}
