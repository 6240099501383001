package qbattery.dynamics;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
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

  /**
   * The first fall of a quantity below a level.
   *
   * <p>Every piece of the solution is looked at, however short; see {@link Solution#nodes()}.
   *
   * @param solution the evolution
   * @param quantity what is measured
   * @param level the level
   * @return the moment, or nothing if the quantity stays at or above the level to the end
   * @throws IllegalArgumentException if the quantity starts below the level, or loses its value
   *     before it falls
   */
  public static Optional<Crossing> firstFall(
      Solution solution, ToDoubleFunction<State> quantity, double level) {
    double initial = quantity.applyAsDouble(solution.at(solution.start()));
    if (!(initial >= level)) {
      throw new IllegalArgumentException(
          "The quantity starts at %s, which is not at or above the level %s, so it cannot fall below it."
              .formatted(initial, level));
    }
    EventScan scan =
        new EventScan(List.of(new Event.Fall(level)), solution.start(), solution.end());
    double[] nodes = solution.nodes();
    for (int k = 1; k < nodes.length && scan.isOpen(); k++) {
      scan.look(nodes[k - 1], nodes[k], t -> quantity.applyAsDouble(solution.at(t)));
    }
    scan.lost()
        .ifPresent(
            t -> {
              throw new IllegalArgumentException(
                  "The quantity has no value at t = %.6g, so its fall cannot be timed."
                      .formatted(t));
            });
    return scan.found().get(0).map(o -> new Crossing(o.time(), o.timeUncertainty()));
  }
}
