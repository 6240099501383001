package qbattery.study;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import qbattery.dynamics.Quantity;
import qbattery.dynamics.TimeSeries;
import qbattery.quantum.State;

/**
 * A measure of a file made ready for one battery: what is read while it evolves, and how the
 * readings become one number.
 *
 * @param quantities what is read; none if the measure has no value any more
 * @param combine the number, from the readings in their order
 */
record Gauge(List<Quantity> quantities, ToDoubleFunction<double[]> combine) {

  /** Of what was taken away. */
  static final Gauge NONE = new Gauge(List.of(), readings -> Double.NaN);

  Gauge {
    quantities = List.copyOf(quantities);
  }

  /** A measure that is one reading. */
  static Gauge of(Quantity quantity) {
    return new Gauge(List.of(quantity), readings -> readings[0]);
  }

  /** The values at all times of an evolution. */
  double[] values(TimeSeries observed, int times) {
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
   * @param reduced reduced states that were made for other measures already
   */
  double value(State state, double t, Map<List<Integer>, State> reduced) {
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
    if (quantity instanceof Quantity.OfMotion) {
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
}
