package qbattery.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import qbattery.dynamics.Crossing;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.Method;
import qbattery.dynamics.Times;
import qbattery.dynamics.Trajectory;
import qbattery.model.Battery;
import qbattery.model.InitialState;
import qbattery.quantum.State;

/**
 * An evolution computed in two independent ways, so that every number read off it has an error: the
 * matrix exponential gives the number, Dormand-Prince the witness.
 */
public final class Witnessed {

  private final Trajectory exact;
  private final Trajectory integrated;

  private Witnessed(Trajectory exact, Trajectory integrated) {
    this.exact = exact;
    this.integrated = integrated;
  }

  /**
   * Evolves a small battery in both ways.
   *
   * @param battery the battery, of at most {@link Method.Exact#MAX_DIMENSION} dimensions
   * @param start how it starts
   * @param end final time, positive
   * @return the evolution
   */
  public static Witnessed evolve(Battery battery, InitialState start, double end) {
    return new Witnessed(
        Evolution.of(battery, start, end, new Method.Exact()),
        Evolution.of(battery, start, end, Method.DormandPrince.TIGHT));
  }

  /**
   * A measured quantity at a time.
   *
   * @param quantity what is measured
   * @param t the time
   * @return its value and error
   */
  public Estimate at(ToDoubleFunction<State> quantity, double t) {
    return Estimate.witnessed(
        quantity.applyAsDouble(exact.at(t)), quantity.applyAsDouble(integrated.at(t)));
  }

  /**
   * A measured quantity at many times.
   *
   * @param quantity what is measured
   * @param times when
   * @return its values and their largest error
   */
  public Series along(ToDoubleFunction<State> quantity, Times times) {
    double[] t = times.toArray();
    double[] values = new double[t.length];
    double error = 0;
    for (int k = 0; k < t.length; k++) {
      Estimate estimate = at(quantity, t[k]);
      values[k] = estimate.value();
      error = Math.max(error, estimate.error());
    }
    return new Series(t, values, error);
  }

  /**
   * When a measured quantity first falls below a level.
   *
   * @param quantity what is measured
   * @param level the level
   * @return the time and its error, or nothing if it never falls so far before the end
   */
  public Optional<Estimate> firstFall(ToDoubleFunction<State> quantity, double level) {
    Optional<Crossing> main = Crossing.firstFall(exact, quantity, level);
    Optional<Crossing> witness = Crossing.firstFall(integrated, quantity, level);
    if (main.isPresent() != witness.isPresent()) {
      throw new ArithmeticException(
          "The two methods disagree on whether the level %s is reached at all.".formatted(level));
    }
    return main.map(
        m -> {
          Estimate both = Estimate.witnessed(m.time(), witness.orElseThrow().time());
          return new Estimate(both.value(), both.error() + m.uncertainty());
        });
  }

  /**
   * The half-life of a quantity: the longest time up to which it stays at or above half its start.
   *
   * @param quantity what is measured
   * @return the half-life, or nothing if it is longer than the evolution
   */
  public Optional<Estimate> halfLife(ToDoubleFunction<State> quantity) {
    return firstFall(quantity, at(quantity, 0).value() / 2);
  }

  /**
   * The methods, for the record.
   *
   * @return one sentence each
   */
  public List<String> methods() {
    return List.of(exact.description(), integrated.description());
  }
}
