package qbattery.dynamics;

import java.util.List;
import java.util.Optional;
import qbattery.model.Battery;
import qbattery.quantum.State;

/**
 * Where a state ends up, found by squaring the exponential of the generator, in numbers of 32
 * digits, until it no longer changes: of the part of the model alone that can be reached from the
 * state, and so also where there are several steady states, or motions a trillion times slower than
 * others.
 *
 * @param state the state at the end
 * @param error bound on its rounding in the Hilbert-Schmidt norm
 * @param time by when it has come to rest
 */
public record Limit(State state, double error, double time) {

  private static final int MOST_COORDINATES = 4096;

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
    Optional<Coordinates> reached =
        Coordinates.reached(start, List.of(generator), MOST_COORDINATES)
            .filter(c -> c.largest() <= MOST);
    if (reached.isEmpty()) {
      return Optional.empty();
    }
    Coordinates coordinates = reached.get();
    ConstantMotion motion =
        new ConstantMotion(generator, coordinates, Method.Exponential.Grid.FIRST);
    CoordinateForm form =
        new CoordinateForm(
            battery.space(),
            coordinates,
            List.of(new ConstantPiece(0, Double.MAX_VALUE, battery)),
            List.of(motion::change),
            motion.describe());
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
                    rest.time()));
  }

  /**
   * What the answer rests on.
   *
   * @return a sentence
   */
  public String describe() {
    return "What this start reaches comes to rest by the time %.2g: the exponential of the generator, in numbers of 32 digits, then no longer changes."
        .formatted(time);
  }
}
