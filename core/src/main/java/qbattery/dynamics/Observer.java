package qbattery.dynamics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import qbattery.quantum.State;

/**
 * Measures quantities at given times while an integration runs, and keeps the numbers only.
 *
 * <p>A state is made where a quantity needs one, once a time, and forgotten.
 */
final class Observer implements Consumer<DenseStep> {

  private final Representation representation;
  private final double[] times;
  private final List<Quantity> quantities;
  private final double tolerance;
  private final double[][] values;
  private final double[] vector;
  private int next;

  Observer(
      Representation representation, Times times, List<Quantity> quantities, double tolerance) {
    this.representation = representation;
    this.times = times.toArray();
    this.quantities = List.copyOf(quantities);
    this.tolerance = tolerance;
    this.vector = new double[representation.generator().size()];
    this.values = new double[quantities.size()][times.count()];
    if (quantities.stream().map(Quantity::name).distinct().count() < quantities.size()) {
      throw new IllegalArgumentException(
          "Two of the quantities to be measured have one name: %s."
              .formatted(quantities.stream().map(Quantity::name).toList()));
    }
  }

  /** Measures the start, if time 0 is asked for. */
  void start(double[] initial) {
    if (times[0] == 0) {
      System.arraycopy(initial, 0, vector, 0, vector.length);
      measure();
    }
  }

  @Override
  public void accept(DenseStep step) {
    while (next < times.length && times[next] <= step.end()) {
      step.evaluate(times[next], vector);
      measure();
    }
  }

  /** Name of each quantity and its values. */
  Map<String, double[]> values() {
    Map<String, double[]> named = new LinkedHashMap<>();
    for (int q = 0; q < values.length; q++) {
      named.put(quantities.get(q).name(), values[q]);
    }
    return named;
  }

  private void measure() {
    Whole whole = new Whole();
    for (int q = 0; q < values.length; q++) {
      values[q][next] = value(quantities.get(q), whole);
    }
    next++;
  }

  private double value(Quantity quantity, Whole whole) {
    if (quantity instanceof Quantity.Expectation expectation) {
      return representation.expectation(vector, expectation.operator());
    }
    if (quantity instanceof Quantity.MeanOfSites mean) {
      double sum = 0;
      for (List<Integer> sites : mean.groups()) {
        int[] kept = sites.stream().mapToInt(Integer::intValue).toArray();
        State part =
            representation
                .reduced(vector, tolerance, kept)
                .orElseGet(() -> whole.state().reduced(kept));
        sum += mean.measure().applyAsDouble(part);
      }
      return sum / mean.groups().size();
    }
    return ((Quantity.OfState) quantity).measure().applyAsDouble(whole.state());
  }

  /** The whole state at one time, made when first asked for. */
  private final class Whole {

    private Optional<State> made = Optional.empty();

    State state() {
      State state = made.orElseGet(() -> representation.decode(vector, tolerance));
      made = Optional.of(state);
      return state;
    }
  }
}
