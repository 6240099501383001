package qbattery.dynamics;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.State;

/**
 * Chooses between the integrator and the exponential of the generator.
 *
 * <p>The integrator's steps are about as many as the largest column sum of the generator times the
 * time, over four. Where that product is above 1e5, so that it would take more than some 20000
 * steps, and nothing changes in time but by jumps, the exponential is taken, if it is small enough;
 * and so it is where the generator is so large that squares of it would be no numbers.
 */
final class MethodChoice {

  /** Speed times time up to which the integrator serves. */
  private static final double REACH = 1e5;

  /** Speeds whose squares an integrator can take. */
  private static final double FASTEST = 1e100;

  /** Density matrices of more rows are not written out for the question. */
  private static final int MOST_STATES = 1024;

  /** So many coordinates in all are looked at. */
  private static final int MOST_COORDINATES = 4096;

  private MethodChoice() {}

  /** Whether an exponential serves an evolution, and an integrator would take too many steps. */
  static boolean isExponential(Battery battery, State start, double end) {
    if (!isFast(battery, end)) {
      return false;
    }
    Optional<List<ConstantPiece>> pieces = ConstantPiece.of(battery, end);
    if (pieces.isEmpty()) {
      return false;
    }
    List<ConstantGenerator> generators =
        pieces.get().stream().map(p -> ConstantGenerator.of(p.battery())).toList();
    Optional<Coordinates> coordinates = Coordinates.reached(start, generators, MOST_COORDINATES);
    if (coordinates.isEmpty() || refusal(coordinates.get()).isPresent()) {
      return false;
    }
    double product = 0;
    double fastest = 0;
    for (int k = 0; k < generators.size(); k++) {
      ConstantPiece piece = pieces.get().get(k);
      double speed = ConstantMotion.speed(generators.get(k), coordinates.get());
      product += (piece.to() - piece.from()) * speed;
      fastest = StrictMath.max(fastest, speed);
    }
    return product > REACH || fastest > FASTEST;
  }

  /** Whether the integrator might take very many steps; cheap, and true too often. */
  static boolean isFast(Battery battery, double end) {
    if (battery.space().dimension() > MOST_STATES) {
      return false;
    }
    double bound = bound(battery);
    return !(bound * end <= REACH && bound <= FASTEST);
  }

  /** No speed of the battery is larger than this, whatever the start is. */
  private static double bound(Battery battery) {
    double bound = 2 * size(battery.storage()) + 2 * size(battery.interaction());
    for (var drive : battery.drives()) {
      double most = StrictMath.abs(drive.envelope().at(0));
      for (double kink : drive.envelope().kinks()) {
        most = StrictMath.max(most, StrictMath.abs(drive.envelope().at(kink)));
      }
      bound += 2 * most * size(drive.operator());
    }
    for (Channel channel : battery.channels()) {
      double[] sizes = channel.jumps().stream().mapToDouble(MethodChoice::size).toArray();
      for (int i = 0; i < sizes.length; i++) {
        for (int j = 0; j < sizes.length; j++) {
          double rate = channel.rates().get(i, j).abs();
          bound += rate == 0 ? 0 : 2 * rate * sizes[i] * sizes[j];
        }
      }
    }
    return bound;
  }

  private static double size(Operator operator) {
    double sum = 0;
    for (Operator.Term term : operator.terms()) {
      double product = term.coefficient().abs();
      for (LocalOperator local : term.factors().values()) {
        product *= StrictMath.max(local.matrix().norm1(), local.adjoint().matrix().norm1());
      }
      sum += product;
    }
    return sum;
  }

  /**
   * The parts in which nothing changes.
   *
   * @throws IllegalArgumentException if there are none
   */
  static List<ConstantPiece> pieces(Battery battery, double end) {
    return ConstantPiece.of(battery, end)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The exponential serves generators that are constant or jump; '%s' has a drive that changes otherwise. Leave 'method' out, or take 'tight'."
                        .formatted(battery.name())));
  }

  /** Refuses what has no exponential. */
  static void requireServed(Battery battery, Supplier<State> start, double end) {
    List<ConstantPiece> pieces = pieces(battery, end);
    if (battery.space().dimension() > MOST_STATES) {
      throw new IllegalArgumentException(
          "The exponential is too large for '%s': it has %d levels, and up to %d can be taken. Leave 'method' out, or take 'tight'."
              .formatted(battery.name(), battery.space().dimension(), MOST_STATES));
    }
    coordinates(
        battery, start.get(), pieces.stream().map(p -> ConstantGenerator.of(p.battery())).toList());
  }

  /**
   * What can be reached.
   *
   * @throws IllegalArgumentException if it is too much for an exponential
   */
  static Coordinates coordinates(Battery battery, State start, List<ConstantGenerator> generators) {
    Optional<Coordinates> coordinates = Coordinates.reached(start, generators, MOST_COORDINATES);
    Optional<String> refusal =
        coordinates.isEmpty()
            ? Optional.of(
                "more than %d numbers of a state can be reached".formatted(MOST_COORDINATES))
            : refusal(coordinates.get());
    if (refusal.isPresent()) {
      throw new IllegalArgumentException(
          "The exponential is too large for '%s': %s. Leave 'method' out, or take 'tight'."
              .formatted(battery.name(), refusal.get()));
    }
    return coordinates.get();
  }

  private static Optional<String> refusal(Coordinates coordinates) {
    for (int[] set : coordinates.sets()) {
      boolean populations = true;
      for (int place : set) {
        populations &= coordinates.isPopulation(place);
      }
      int most = populations ? Method.Exponential.MOST_POPULATIONS : Method.Exponential.MOST;
      if (set.length > most) {
        return Optional.of(
            "%d %s act on each other, and up to %d can be taken"
                .formatted(set.length, populations ? "populations" : "numbers of the state", most));
      }
    }
    return Optional.empty();
  }
}
