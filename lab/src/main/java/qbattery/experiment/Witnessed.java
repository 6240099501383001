package qbattery.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import qbattery.dynamics.Crossing;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.Method;
import qbattery.dynamics.SecondWay;
import qbattery.dynamics.Solution;
import qbattery.measure.Estimate;
import qbattery.model.Battery;
import qbattery.model.InitialState;
import qbattery.quantum.State;

/**
 * An evolution computed in two independent ways, so that every number taken from it has an error.
 *
 * <p>The two methods are those of {@link SecondWay}: for small batteries the matrix exponential,
 * which gives the number, and Dormand-Prince; for larger or driven ones Dormand-Prince twice in the
 * smallest form of the state. Where that would take too many steps, it is the exponential in
 * numbers of 32 digits, or Krylov steps, twice.
 */
public final class Witnessed {

  private final Solution main;
  private final Solution witness;

  private Witnessed(Solution main, Solution witness) {
    this.main = main;
    this.witness = witness;
  }

  /**
   * Evolves a battery in both ways.
   *
   * @param battery the battery
   * @param start how it starts
   * @param end final time, positive
   * @return the evolution
   */
  public static Witnessed evolve(Battery battery, InitialState start, double end) {
    Evolution main = Evolution.of(battery, start).over(end);
    Evolution witness = main.secondWay().orElseThrow(); // the tightest tolerances have looser ones
    return witness.method() instanceof Method.Exact
        ? new Witnessed(witness.solve(), main.solve())
        : new Witnessed(main.solve(), witness.solve());
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
        quantity.applyAsDouble(main.at(t)), quantity.applyAsDouble(witness.at(t)));
  }

  /**
   * The course of a measured quantity, for numbers that depend on all of it.
   *
   * @param quantity what is measured
   * @return its course from the start to the end
   */
  public Course course(ToDoubleFunction<State> quantity) {
    return Course.of(
        t -> quantity.applyAsDouble(main.at(t)),
        main.nodes(),
        t -> quantity.applyAsDouble(witness.at(t)),
        witness.nodes());
  }

  /**
   * When a measured quantity first falls below a level.
   *
   * @param quantity what is measured
   * @param level the level
   * @return the time and its error, or nothing if it never falls so far before the end
   */
  public Optional<Estimate> firstFall(ToDoubleFunction<State> quantity, double level) {
    Optional<Crossing> found = Crossing.firstFall(main, quantity, level);
    Optional<Crossing> again = Crossing.firstFall(witness, quantity, level);
    if (found.isPresent() != again.isPresent()) {
      throw new ArithmeticException(
          "The two methods disagree on whether the level %s is reached at all.".formatted(level));
    }
    return found.map(
        m -> {
          Estimate both = Estimate.witnessed(m.time(), again.orElseThrow().time());
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
    return List.of(main.description(), "witness: " + witness.description());
  }
}
