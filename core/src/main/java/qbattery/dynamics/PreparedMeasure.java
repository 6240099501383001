package qbattery.dynamics;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import qbattery.quantum.State;

/**
 * A measure made ready for one battery: what is read while it evolves, and how the readings become
 * one number.
 *
 * @param quantities what is read; none if the measure has no value any more
 * @param combine the number, from the readings in their order
 */
public record PreparedMeasure(List<Quantity> quantities, ToDoubleFunction<double[]> combine) {

  /** Of what is not there any more: it has no value. */
  public static final PreparedMeasure NONE = new PreparedMeasure(List.of(), readings -> Double.NaN);

  /** Copies the list. */
  public PreparedMeasure {
    quantities = List.copyOf(quantities);
  }

  /**
   * A measure that is one reading.
   *
   * @param quantity what is read
   * @return the measure
   */
  public static PreparedMeasure of(Quantity quantity) {
    return new PreparedMeasure(List.of(quantity), readings -> readings[0]);
  }

  /**
   * The values at all times of an evolution in which its quantities were observed.
   *
   * @param observed what was observed
   * @return the values, one a time
   */
  public double[] values(TimeSeries observed) {
    int times = observed.times().count();
    List<double[]> read = quantities.stream().map(q -> observed.of(q.name())).toList();
    double[] values = new double[times];
    for (int k = 0; k < times; k++) {
      int now = k;
      values[k] = combine.applyAsDouble(read.stream().mapToDouble(r -> r[now]).toArray());
    }
    return values;
  }

  /**
   * The value at a time of a state that no longer changes.
   *
   * @param state the state
   * @param t the time, which the quantities of a drive depend on
   * @param reduced reduced states that were made for other measures already
   * @return the value
   */
  public double value(State state, double t, Map<List<Integer>, State> reduced) {
    return combine.applyAsDouble(
        quantities.stream().mapToDouble(q -> read(q, state, t, reduced)).toArray());
  }

  private static double read(
      Quantity quantity, State state, double t, Map<List<Integer>, State> reduced) {
    if (quantity instanceof Quantity.Expectation e) {
      return state.expectation(e.operator().sparse());
    }
    if (quantity instanceof Quantity.Modulated m) {
      return m.envelope().at(t) * state.expectation(m.operator().sparse());
    }
    if (quantity instanceof Quantity.OfState s) {
      return s.measure().applyAsDouble(state);
    }
    if (quantity instanceof Quantity.OfDerivative) {
      return 0;
    }
    if (quantity instanceof Quantity.MeanOfSites mean) {
      double sum = 0;
      for (List<Integer> group : mean.groups()) {
        State part =
            reduced.computeIfAbsent(
                group, g -> state.reduced(g.stream().mapToInt(Integer::intValue).toArray()));
        sum += mean.measure().applyAsDouble(part);
      }
      return sum / mean.groups().size();
    }
    throw new IllegalStateException("'%s' cannot be read of one state.".formatted(quantity.name()));
  }

  /**
   * The measure as a function of time; states are made for what needs them whole alone. Where a
   * drive jumps it is the limit from the left, as in {@link Quantity.Modulated}.
   *
   * @param solution the state as a function of time
   * @return its value at a time from the start to the end of the solution
   */
  public DoubleUnaryOperator along(Solution solution) {
    List<DoubleUnaryOperator> readings =
        quantities.stream().map(q -> reading(solution, q)).toList();
    return t ->
        combine.applyAsDouble(readings.stream().mapToDouble(r -> r.applyAsDouble(t)).toArray());
  }

  private static DoubleUnaryOperator reading(Solution solution, Quantity quantity) {
    if (quantity instanceof Quantity.Expectation expectation) {
      return solution.expectation(expectation.operator());
    }
    if (quantity instanceof Quantity.Modulated modulated) {
      DoubleUnaryOperator expectation = solution.expectation(modulated.operator());
      double[] jumps = modulated.envelope().kinks().stream().mapToDouble(k -> k).toArray();
      return t ->
          modulated.envelope().at(Generator.leftOf(t, jumps)) * expectation.applyAsDouble(t);
    }
    if (quantity instanceof Quantity.MeanOfSites mean) {
      List<int[]> groups =
          mean.groups().stream()
              .map(g -> g.stream().mapToInt(Integer::intValue).toArray())
              .toList();
      return t ->
          groups.stream()
              .mapToDouble(g -> mean.measure().applyAsDouble(solution.reducedAt(t, g)))
              .average()
              .orElse(Double.NaN);
    }
    if (quantity instanceof Quantity.OfDerivative of) {
      return t -> {
        StateDerivative motion = solution.derivativeAt(t);
        return of.measure().applyAsDouble(motion.state(), motion.derivative());
      };
    }
    Quantity.OfState state = (Quantity.OfState) quantity;
    return t -> state.measure().applyAsDouble(solution.at(t));
  }
}
