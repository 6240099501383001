package qbattery.dynamics;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import qbattery.quantum.State;

/**
 * The moment at which a measured quantity first falls below a level: a half-life, a sudden death.
 *
 * <p>It is a root on interpolated states, never on interpolated values: ergotropy has kinks where
 * eigenvalues cross, states have none.
 *
 * @param time when it happens
 * @param uncertainty how far off the root-finder may be; the error of the states comes on top
 */
public record Crossing(double time, double uncertainty) {

  private static final int LOOKS = 512;
  private static final double TIME_TOLERANCE = 1e-13;
  private static final int MAX_EVALUATIONS = 200;

  /**
   * The first fall of a quantity below a level.
   *
   * <p>The trajectory is looked at in 512 equal intervals; a dip that begins and ends inside one of
   * them is not seen.
   *
   * @param trajectory the evolution
   * @param quantity what is measured
   * @param level the level
   * @return the moment, or nothing if the quantity stays at or above the level to the end
   * @throws IllegalArgumentException if the quantity starts below the level, or has no value at
   *     some time before it falls
   */
  public static Optional<Crossing> firstFall(
      Trajectory trajectory, ToDoubleFunction<State> quantity, double level) {
    double t0 = trajectory.start();
    double span = trajectory.end() - t0;
    double initial = quantity.applyAsDouble(trajectory.at(t0));
    double before = initial - level;
    if (!(before >= 0)) {
      throw new IllegalArgumentException(
          "The quantity starts at %s, which is not at or above the level %s, so it cannot fall below it."
              .formatted(initial, level));
    }
    for (int k = 1; k <= LOOKS; k++) {
      double from = t0 + span * (k - 1) / LOOKS;
      double to = k == LOOKS ? trajectory.end() : t0 + span * k / LOOKS;
      double after = quantity.applyAsDouble(trajectory.at(to)) - level;
      if (Double.isNaN(after)) {
        throw new IllegalArgumentException(
            "The quantity has no value at t = %.6g, so its fall cannot be timed.".formatted(to));
      }
      if (after < 0) {
        double tolerance = TIME_TOLERANCE * StrictMath.max(1, trajectory.end());
        double root =
            before == 0
                ? from
                : new BracketingNthOrderBrentSolver(TIME_TOLERANCE, tolerance, 0, 5)
                    .solve(
                        MAX_EVALUATIONS,
                        t -> quantity.applyAsDouble(trajectory.at(t)) - level,
                        from,
                        to);
        return Optional.of(new Crossing(root, tolerance));
      }
      before = after;
    }
    return Optional.empty();
  }
}
