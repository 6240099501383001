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
 * Chooses between the integrator, the exponential of the generator and Krylov steps.
 *
 * <p>The integrator's steps are about as many as the largest column sum of the generator times the
 * time, over four. Where that product is above 1e5, so that it would take more than some 20000
 * steps, and nothing changes in time but by jumps, the exponential is taken, if it is small enough;
 * and so it is where the generator is so large that squares of it would be no numbers. Of larger
 * batteries, losses that are so fast go to Krylov steps, and frequencies that are so high to a
 * larger exponential, if the integrator would take a million steps at least. Where an integrator
 * would take days, Krylov steps are taken beside a loss that is ten times faster than the
 * Hamiltonian: what that drives is slow then.
 */
final class MethodChoice {

  /** Speed times time up to which the integrator serves. */
  private static final double REACH = 1e5;

  /** Speed times time above which an exponential that takes a minute is quicker. */
  private static final double FAR = 4e6;

  /** Speed times time above which an integrator takes days. */
  private static final double HOPELESS = 1e9;

  /** What turns so little beside its losses is damped by them, and seldom turns at all. */
  private static final double LITTLE = 0.1;

  /** Speed times time up to which Krylov steps, in whose linear systems it is 1e15, are few. */
  private static final double FARTHEST = 1e18;

  /** Up to so many coordinates that act on each other an exponential takes seconds. */
  private static final int QUICK = 256;

  /** Speeds whose squares an integrator can take. */
  private static final double FASTEST = 1e100;

  /** Density matrices of more rows are not written out for the question. */
  private static final int MOST_STATES = 1024;

  /** So many coordinates in all are looked at. */
  private static final int MOST_COORDINATES = 4096;

  private MethodChoice() {}

  /**
   * The method that serves an evolution better than an integrator, which would take too many steps.
   *
   * @param battery the battery
   * @param start its state at time 0
   * @param end final time
   * @param tolerance of an integrator
   * @param grid of another method
   * @return the method; nothing if the integrator serves, or none does
   */
  static Optional<Method> without(
      Battery battery, State start, double end, double tolerance, Method.Exponential.Grid grid) {
    if (!isFast(battery, end)) {
      return Optional.empty();
    }
    Optional<List<ConstantPiece>> pieces = ConstantPiece.of(battery, end);
    if (pieces.isEmpty()) {
      return Optional.empty();
    }
    List<ConstantGenerator> generators =
        pieces.get().stream().map(p -> ConstantGenerator.of(p.battery())).toList();
    Optional<Coordinates> coordinates = Coordinates.reached(start, generators, MOST_COORDINATES);
    if (coordinates.isEmpty()) {
      return Optional.empty();
    }
    double product = 0;
    double fastest = 0;
    double turned = 0;
    for (int k = 0; k < generators.size(); k++) {
      ConstantPiece piece = pieces.get().get(k);
      double lasts = piece.to() - piece.from();
      double speed = ConstantMotion.speed(generators.get(k), coordinates.get());
      product += lasts * speed;
      fastest = StrictMath.max(fastest, speed);
      turned +=
          lasts
              * ConstantMotion.speed(
                  ConstantGenerator.of(closed(piece.battery())), coordinates.get());
    }
    if (product <= REACH && fastest <= FASTEST) {
      return Optional.empty();
    }
    Optional<String> refusal = refusal(coordinates.get());
    if (refusal.isEmpty() && coordinates.get().largest() <= QUICK) {
      return Optional.of(new Method.Exponential(grid));
    }
    boolean turnsLittle = turned <= REACH || (product > HOPELESS && turned <= LITTLE * product);
    if (turnsLittle && product <= FARTHEST) {
      return Optional.of(new Method.RationalKrylov(tolerance, grid));
    }
    return refusal.isEmpty() && product > FAR
        ? Optional.of(new Method.Exponential(grid))
        : Optional.empty();
  }

  /** What is left without surroundings. */
  static Battery closed(Battery battery) {
    return new Battery(
        battery.name(), battery.space(), battery.storage(), battery.interaction(), List.of());
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
        product *= StrictMath.max(local.elements().norm1(), local.elements().adjoint().norm1());
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
    Coordinates coordinates = reached(battery, start, generators);
    refusal(coordinates)
        .ifPresent(
            why -> {
              throw tooLarge(battery, why);
            });
    return coordinates;
  }

  /**
   * What can be reached.
   *
   * @throws IllegalArgumentException if it is too much for any method but an integrator
   */
  static Coordinates reached(Battery battery, State start, List<ConstantGenerator> generators) {
    return Coordinates.reached(start, generators, MOST_COORDINATES)
        .orElseThrow(
            () ->
                tooLarge(
                    battery,
                    "more than %d numbers of a state can be reached".formatted(MOST_COORDINATES)));
  }

  private static IllegalArgumentException tooLarge(Battery battery, String why) {
    return new IllegalArgumentException(
        "The exponential is too large for '%s': %s. Leave 'method' out, or take 'tight'."
            .formatted(battery.name(), why));
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
