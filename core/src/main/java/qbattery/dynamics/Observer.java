package qbattery.dynamics;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import qbattery.dynamics.events.Scan;
import qbattery.linalg.ComplexMatrix;
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
  private final List<ToDoubleFunction<Whole>> readings;
  private final Generator generator;
  private final boolean driven;
  private final double[][] values;
  private final List<Watch> watches;
  private final List<List<ToDoubleFunction<Whole>>> watched;
  private final double[] vector;
  private double now;
  private int next;

  Observer(
      Representation representation,
      TimeGrid times,
      List<Quantity> quantities,
      List<Watch> watches,
      double tolerance) {
    this.representation = representation;
    this.times = times.toArray();
    this.quantities = List.copyOf(quantities);
    this.tolerance = tolerance;
    this.generator = representation.generator();
    this.driven = generator.stops().length > 0;
    this.vector = new double[generator.size()];
    this.values = new double[quantities.size()][times.count()];
    if (quantities.stream().map(Quantity::name).distinct().count() < quantities.size()) {
      throw new IllegalArgumentException(
          "Two of the quantities to be measured have one name: %s."
              .formatted(quantities.stream().map(Quantity::name).toList()));
    }
    this.readings = quantities.stream().map(this::reading).toList();
    this.watches = List.copyOf(watches);
    this.watched =
        watches.stream().map(w -> w.quantities().stream().map(this::reading).toList()).toList();
    watches.forEach(w -> w.scan().mayJump()); // what is measured may be another from here on
  }

  /** Whether anything is still searched for between the times. */
  boolean isOpen() {
    return watches.stream().anyMatch(watch -> watch.scan().looksClosely());
  }

  /** Measures the start, if time 0 is asked for. */
  void start(double[] initial) {
    if (times[0] == 0) {
      System.arraycopy(initial, 0, vector, 0, vector.length);
      now = 0;
      measure();
    }
  }

  @Override
  public void accept(DenseStep step) {
    while (next < times.length && times[next] <= step.end()) {
      step.evaluateWritten(times[next], vector);
      now = StrictMath.min(times[next], lastOf(step));
      measure();
    }
    for (int w = 0; w < watches.size(); w++) {
      watch(watches.get(w), watched.get(w), step);
    }
  }

  /** The end of a step; where a drive may jump there, its limit from the left is meant. */
  private double lastOf(DenseStep step) {
    return driven ? StrictMath.nextDown(step.end()) : step.end();
  }

  /** Shows a step to a search. */
  private void watch(Watch watch, List<ToDoubleFunction<Whole>> parts, DenseStep step) {
    Scan scan = watch.scan();
    if (!scan.isOpen()) {
      return;
    }
    if (driven) {
      scan.mayJump();
    }
    double[] read = new double[parts.size()];
    double last = lastOf(step);
    scan.look(
        watch.from() + step.start(),
        watch.from() + step.end(),
        t -> {
          double inside = StrictMath.max(step.start(), t - watch.from());
          step.evaluate(StrictMath.min(inside, step.end()), vector);
          now = StrictMath.min(inside, last);
          Whole whole = new Whole();
          for (int k = 0; k < read.length; k++) {
            read[k] = parts.get(k).applyAsDouble(whole);
          }
          return watch.combine().applyAsDouble(read);
        });
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
      values[q][next] = readings.get(q).applyAsDouble(whole);
    }
    next++;
  }

  /** What reads a quantity, made once. */
  private ToDoubleFunction<Whole> reading(Quantity quantity) {
    if (quantity instanceof Quantity.Expectation expectation) {
      ToDoubleFunction<double[]> direct = representation.reading(expectation.operator());
      return whole -> direct.applyAsDouble(vector);
    }
    if (quantity instanceof Quantity.Modulated modulated) {
      ToDoubleFunction<double[]> direct = representation.reading(modulated.operator());
      return whole -> modulated.envelope().at(now) * direct.applyAsDouble(vector);
    }
    if (quantity instanceof Quantity.MeanOfSites mean) {
      return whole -> mean(mean, whole);
    }
    if (quantity instanceof Quantity.OfDerivative motion) {
      return whole -> motion.measure().applyAsDouble(whole.state(), whole.derivative());
    }
    ToDoubleFunction<State> measure = ((Quantity.OfState) quantity).measure();
    return whole -> measure.applyAsDouble(whole.state());
  }

  private double mean(Quantity.MeanOfSites mean, Whole whole) {
    double sum = 0;
    for (List<Integer> sites : mean.groups()) {
      sum += mean.measure().applyAsDouble(whole.reduced(sites));
    }
    return sum / mean.groups().size();
  }

  /** The state at one time and its parts, made when first asked for. */
  private final class Whole {

    private Optional<State> made = Optional.empty();
    private final Map<List<Integer>, State> parts = new HashMap<>();

    State reduced(List<Integer> sites) {
      return parts.computeIfAbsent(
          sites,
          part -> {
            int[] kept = part.stream().mapToInt(Integer::intValue).toArray();
            return representation
                .reduced(vector, tolerance, kept)
                .orElseGet(() -> state().reduced(kept));
          });
    }

    State state() {
      State state = made.orElseGet(() -> representation.decode(vector, tolerance));
      made = Optional.of(state);
      return state;
    }

    /** The time derivative of the state that is looked at. */
    List<ComplexMatrix> derivative() {
      double[] rate = new double[vector.length];
      generator.apply(now, vector, rate);
      return representation.derivative(vector, rate);
    }
  }
}
