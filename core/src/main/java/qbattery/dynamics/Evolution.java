package qbattery.dynamics;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import qbattery.dynamics.events.Event;
import qbattery.dynamics.events.EventScan;
import qbattery.dynamics.events.Occurrence;
import qbattery.measure.Estimate;
import qbattery.measure.Measure;
import qbattery.model.Battery;
import qbattery.model.InitialState;
import qbattery.quantum.Operator;
import qbattery.quantum.State;
import qbattery.quantum.StateVector;

/**
 * The time evolution of a battery from a given start: what is to be computed, and the results.
 *
 * <pre>
 * Evolution run = Evolution.of(battery, start).over(3).withErrors();
 * run.measure(ERGOTROPY, ENERGY).of(ERGOTROPY)
 * run.halfLife(ERGOTROPY)
 * run.peak(ENERGY)
 * run.plan()
 * </pre>
 *
 * <p>The method and the form of the state are chosen by the program unless they are given. Each
 * result is computed when it is asked for; measured values need no states to be kept, and {@link
 * #solve} keeps them.
 */
public final class Evolution {

  /** Spaces of so many levels are looked at for starts that have a share in few of them. */
  private static final int LARGE = 1024;

  private final Battery battery;
  private final InitialState start;
  private final TimeGrid times;
  private final Method method;

  /** Where exponentials are made if they serve better than the method; nothing if they may not. */
  private final Optional<Method.Exponential.Grid> grid;

  private final StateForm form;

  /** Whether a second way is computed for errors. */
  private final boolean errors;

  private Optional<Solution> solved = Optional.empty();

  /** Made once, so that it keeps its solution too. */
  private final Lazy<Optional<Evolution>> second = new Lazy<>(this::otherWay);

  private Evolution(
      Battery battery,
      InitialState start,
      TimeGrid times,
      Method method,
      Optional<Method.Exponential.Grid> grid,
      StateForm form,
      boolean errors) {
    this.battery = battery;
    this.start = start;
    this.times = times;
    this.method = method;
    this.grid = grid;
    this.form = form;
    this.errors = errors;
  }

  /**
   * What evolves; how long is still open.
   *
   * @param battery the battery
   * @param start how it starts, at time 0
   */
  public record Problem(Battery battery, InitialState start) {

    /**
     * Up to a time.
     *
     * @param end the final time, positive
     * @return the evolution; its times are the start and the end
     * @throws IllegalArgumentException if the end is not positive and finite
     */
    public Evolution over(double end) {
      requirePositive(end);
      return over(TimeGrid.of(0, end));
    }

    /**
     * Up to the last of some times.
     *
     * @param times when to measure
     * @return the evolution
     */
    public Evolution over(TimeGrid times) {
      return new Evolution(
          battery,
          start,
          times,
          Method.DormandPrince.TIGHT,
          Optional.of(Method.Exponential.Grid.FIRST),
          StateForm.SMALLEST,
          false);
    }
  }

  /**
   * A battery and how it starts. Where a vector will do for the start, its density matrix is not
   * made.
   *
   * @param battery the battery
   * @param start how it starts, at time 0
   * @return both; {@link Problem#over} says how long it evolves
   */
  public static Problem of(Battery battery, InitialState start) {
    return new Problem(battery, start);
  }

  /**
   * A battery and a state to start from.
   *
   * @param battery the battery
   * @param start its state at time 0
   * @return both
   */
  public static Problem of(Battery battery, State start) {
    return new Problem(battery, new InitialState.Known(start));
  }

  /**
   * The same, computed by a given method and no other.
   *
   * @param given the method
   * @return the evolution
   */
  public Evolution with(Method given) {
    return new Evolution(battery, start, times, given, Optional.empty(), form, errors);
  }

  /**
   * The same, computed by a given method unless another one serves better: if the generator is so
   * fast, or the time so long, that an integrator would take more than some 20000 steps, an
   * exponential or Krylov steps are taken where they are possible ({@link Method.Exponential},
   * {@link Method.RationalKrylov}); and an exponential if the exact method was asked for and would
   * need more digits, or more room, than it has.
   *
   * @param preferred the method
   * @param exponentials where exponentials are made: a first way and a second one differ
   * @return the evolution
   */
  public Evolution preferring(Method preferred, Method.Exponential.Grid exponentials) {
    return new Evolution(battery, start, times, preferred, Optional.of(exponentials), form, errors);
  }

  /**
   * The same in a given form of the state.
   *
   * @param given the form; the exact method always takes the full matrix
   * @return the evolution
   */
  public Evolution with(StateForm given) {
    return new Evolution(battery, start, times, method, grid, given, errors);
  }

  /**
   * The same with errors: each number is computed in a second way too, see {@link #secondWay}, and
   * the difference is its error. Without it no error is known.
   *
   * @return the evolution
   */
  public Evolution withErrors() {
    return new Evolution(battery, start, times, method, grid, form, true);
  }

  /**
   * When it is measured.
   *
   * @return the times; the evolution ends at the last one
   */
  public TimeGrid times() {
    return times;
  }

  /**
   * The method by which it is computed.
   *
   * @return the method
   * @throws IllegalArgumentException if the start does not fit the battery
   */
  public Method method() {
    double end = times.last();
    if (grid.isEmpty() || !mayBeExponential(battery, end, method)) {
      return method;
    }
    Method.Exponential.Grid exponentials = grid.get();
    return method instanceof Method.DormandPrince steps
        ? MethodChoice.without(battery, made(start, battery), end, steps.rtol(), exponentials)
            .orElse(method)
        : new Method.Exponential(exponentials);
  }

  /**
   * Another way to the same numbers, whose difference is the error; see {@link SecondWay}. It is
   * another method, or the same with looser tolerances, or makes its exponentials for other times:
   * where {@link Method.Exact} was asked for it is an integration, or an exponential in 32 digits.
   *
   * @return the evolution; nothing if the tolerances are so loose that none are looser
   */
  public Optional<Evolution> secondWay() {
    return second.get();
  }

  private Optional<Evolution> otherWay() {
    boolean cheap =
        SecondWay.isCheap(
            battery.space().dimension(),
            () -> battery.channels().isEmpty() && start.vector(battery).isPresent());
    return SecondWay.of(method, battery.space().dimension(), !battery.drives().isEmpty(), cheap)
        .map(
            other ->
                new Evolution(
                    battery,
                    start,
                    times,
                    other,
                    Optional.of(exponentials().other()),
                    other instanceof Method.Exact ? StateForm.FULL_MATRIX : form,
                    false));
  }

  /** Where exponentials are made, if this way makes any. */
  private Method.Exponential.Grid exponentials() {
    if (method instanceof Method.Exponential given) {
      return given.grid();
    }
    return method instanceof Method.RationalKrylov given
        ? given.grid()
        : grid.orElse(Method.Exponential.Grid.FIRST);
  }

  /**
   * The state as a function of time; all steps are kept, so that asking again costs nothing.
   *
   * @return the solution
   * @throws IllegalArgumentException if the last time is 0, the start or the form does not fit the
   *     battery, or the battery is too large for the method or the memory
   */
  public synchronized Solution solve() {
    Solution solution = solved.orElseGet(this::solution);
    solved = Optional.of(solution);
    return solution;
  }

  private Solution solution() {
    double end = times.last();
    requirePositive(end);
    Method taken = method();
    if (taken instanceof Method.DormandPrince tolerances) {
      Prepared prepared = Prepared.of(battery, start, form);
      requireMemory(battery, prepared.representation());
      return IntegratedSolution.of(prepared, end, tolerances);
    }
    State initial = made(start, battery);
    if (taken instanceof Method.RationalKrylov krylov) {
      return IntegratedSolution.of(
          RationalKrylovMotion.of(battery, initial, end, krylov), end, krylov);
    }
    return taken instanceof Method.Exponential exponential
        ? ExponentialSolution.of(battery, initial, end, exponential, share -> {})
        : ExactSolution.of(battery, initial, end);
  }

  /**
   * The state at a time; see {@link #solve}.
   *
   * @param t a time from 0 to the end
   * @return the state
   * @throws IllegalArgumentException if the time lies outside, or as {@link #solve}
   */
  public State at(double t) {
    return solve().at(t);
  }

  /**
   * Measures at the times of this evolution; no states are kept.
   *
   * @param measures the measures, of the parts that store
   * @return their values
   * @throws IllegalArgumentException if a measure is given twice or needs more than the battery's
   *     own state and Hamiltonian, or as {@link #solve}
   */
  public Measurements measure(Measure... measures) {
    MeasurePreparation preparation = new MeasurePreparation(battery);
    List<PreparedMeasure> prepared = Stream.of(measures).map(preparation::of).toList();
    return new Measurements(
        this,
        List.of(measures),
        values(prepared),
        errors ? secondWay().map(second -> second.values(prepared)) : Optional.empty());
  }

  private List<double[]> values(List<PreparedMeasure> prepared) {
    TimeSeries observed =
        observe(prepared.stream().flatMap(p -> p.quantities().stream()).toList(), List.of());
    return prepared.stream().map(p -> p.values(observed)).toList();
  }

  /**
   * The value of a measure at any time, from the states that are kept; see {@link #solve}.
   *
   * @param measure the measure
   * @param t a time from 0 to the end
   * @return its value
   * @throws IllegalArgumentException as {@link #measure}, or if the time lies outside
   */
  public Estimate value(Measure measure, double t) {
    PreparedMeasure prepared = new MeasurePreparation(battery).of(measure);
    double value = prepared.along(solve()).applyAsDouble(t);
    return estimate(
        value, witness().map(second -> prepared.along(second.solve()).applyAsDouble(t)));
  }

  /**
   * The half-life of a measure: when it first falls below half of its value at the start.
   *
   * @param measure the measure
   * @return the time; nothing if it does not fall so far before the end, or does not start above 0
   * @throws IllegalArgumentException as {@link #measure}
   */
  public Optional<Estimate> halfLife(Measure measure) {
    return find(measure, Event.FallToShare.HALF).map(TimedValue::time);
  }

  /**
   * The largest value of a measure, be it inside or at an end.
   *
   * @param measure the measure
   * @return when it is reached first, and how large it is
   * @throws IllegalArgumentException as {@link #measure}
   * @throws ArithmeticException if the measure has no value at some times
   */
  public TimedValue peak(Measure measure) {
    return find(measure, new Event.Maximum())
        .orElseThrow(
            () ->
                new ArithmeticException(
                    "The measure '%s' has no value at some times, so its largest one is not known."
                        .formatted(measure)));
  }

  /**
   * When something happens to a measure. It is looked for in every step, not at the times of the
   * output, and no states are kept.
   *
   * @param measure the measure
   * @param event what is looked for
   * @return when it happens, and the value then; nothing if it does not before the end
   * @throws IllegalArgumentException as {@link #measure}
   */
  public Optional<TimedValue> find(Measure measure, Event event) {
    PreparedMeasure prepared = new MeasurePreparation(battery).of(measure);
    Optional<Occurrence> found = occurrence(prepared, event);
    Optional<Occurrence> again = witness().flatMap(second -> second.occurrence(prepared, event));
    return found.map(
        one ->
            new TimedValue(
                estimate(one.time(), again.map(Occurrence::time))
                    .widened(one.timeUncertainty() + byRounding(one)),
                estimate(one.value(), again.map(Occurrence::value))
                    .widened(one.valueUncertainty())));
  }

  /** By how much the time of a passage is off if rounding puts the curve off. */
  private static double byRounding(Occurrence one) {
    return Double.isFinite(one.slope()) ? one.shift(Estimate.rounded(one.value()).error()) : 0;
  }

  private Optional<Occurrence> occurrence(PreparedMeasure prepared, Event event) {
    EventScan scan = new EventScan(List.of(event), 0, times.last());
    observe(List.of(), List.of(new Watch(prepared.quantities(), prepared.combine(), scan, 0)));
    return scan.found().get(0);
  }

  private Optional<Evolution> witness() {
    return errors ? secondWay() : Optional.empty();
  }

  private Estimate estimate(double value, Optional<Double> second) {
    if (Double.isNaN(value + second.orElse(0.0))) {
      return Estimate.notKnown(value, "The measure has no value there.");
    }
    if (second.isPresent()) {
      return Estimate.witnessed(value, second.get());
    }
    return Estimate.notKnown(
        value,
        errors
            ? "A second way does not find it, or the tolerances are so loose that there is none."
            : "It was computed in one way; withErrors() computes it in a second one.");
  }

  /**
   * Measures at the times of this evolution; no states are kept.
   *
   * @param quantities what to measure
   * @return the values
   * @throws IllegalArgumentException if two quantities have one name, one is the expectation of an
   *     operator on another space, or as {@link #solve}
   */
  public TimeSeries observe(List<Quantity> quantities) {
    return observe(quantities, List.of());
  }

  /**
   * Measures at the times of this evolution, and looks for events on the way.
   *
   * @param quantities what to measure
   * @param watches what to look for, in every step; their searches then know what was found
   * @return the values
   * @throws IllegalArgumentException as above
   */
  public TimeSeries observe(List<Quantity> quantities, List<Watch> watches) {
    requireMeasurable(battery, quantities, watches);
    Method taken = method();
    if (taken instanceof Method.DormandPrince tolerances) {
      return observed(
          battery, Prepared.of(battery, start, form), times, tolerances, quantities, watches);
    }
    double end = times.last() == 0 ? 1 : times.last();
    State initial = made(start, battery);
    if (taken instanceof Method.Exponential exponential) {
      return observed(
          ExponentialSolution.of(
              battery,
              initial,
              end,
              exponential,
              share -> watches.forEach(w -> w.scan().preparing(share))),
          times,
          quantities,
          watches);
    }
    if (taken instanceof Method.RationalKrylov krylov) {
      return observed(
          RationalKrylovMotion.of(battery, initial, end, krylov),
          times,
          krylov,
          quantities,
          watches);
    }
    ExactSolution exact = ExactSolution.of(battery, initial, end);
    FullMatrix representation = new FullMatrix(battery);
    double tolerance = exact.tolerance(end);
    Observer observer = new Observer(representation, times, quantities, watches, tolerance);
    observer.start(representation.encode(initial));
    exact.walk(observer, observer.isOpen());
    return new TimeSeries(times, observer.values(), exact.description(), exact.statistics());
  }

  private static TimeSeries observed(
      ExponentialSolution exponential,
      TimeGrid times,
      List<Quantity> quantities,
      List<Watch> watches) {
    CoordinateForm form = exponential.form();
    Observer observer = new Observer(form, times, quantities, watches, exponential.tolerance());
    observer.start(form.encode(exponential.at(0)));
    if (times.last() > 0) {
      exponential.walk(observer, exponential.looks(watches));
    }
    return new TimeSeries(
        times, observer.values(), exponential.description(), exponential.statistics());
  }

  private static TimeSeries observed(
      RationalKrylovMotion motion,
      TimeGrid times,
      Method.RationalKrylov method,
      List<Quantity> quantities,
      List<Watch> watches) {
    Prepared prepared = motion.prepared();
    double tolerance = IntegratedSolution.stateTolerance(prepared.tolerance(), method.tolerance());
    Observer observer =
        new Observer(prepared.representation(), times, quantities, watches, tolerance);
    double[] initial = prepared.vector().get();
    observer.start(initial);
    SolverStatistics statistics =
        times.last() == 0
            ? new SolverStatistics(0, 0, 0)
            : motion.integrate(initial, times.last(), observer);
    return new TimeSeries(
        times, observer.values(), IntegratedSolution.describe(method, prepared), statistics);
  }

  private static TimeSeries observed(
      Battery battery,
      Prepared prepared,
      TimeGrid times,
      Method.DormandPrince method,
      List<Quantity> quantities,
      List<Watch> watches) {
    requireMemory(battery, prepared.representation());
    double tolerance = IntegratedSolution.stateTolerance(prepared.tolerance(), method);
    Observer observer =
        new Observer(prepared.representation(), times, quantities, watches, tolerance);
    double[] initial = prepared.vector().get();
    observer.start(initial);
    if (times.last() == 0) { // nothing is evolved, so no generator is needed
      return new TimeSeries(
          times,
          observer.values(),
          IntegratedSolution.describe(method, prepared),
          new SolverStatistics(0, 0, 0));
    }
    SolverStatistics statistics =
        DormandPrinceIntegrator.integrate(
            prepared.representation().generator(), initial, 0, times.last(), method, observer);
    return new TimeSeries(
        times, observer.values(), IntegratedSolution.describe(method, prepared), statistics);
  }

  /**
   * What would be done: the form of the state and why, its size, the memory and the method.
   *
   * @return one sentence
   * @throws IllegalArgumentException if the form or the method does not serve the battery, or there
   *     is no memory for its start
   */
  public String plan() {
    Method taken = method();
    if (taken instanceof Method.Exponential exponential) {
      String why =
          method instanceof Method.DormandPrince
              ? "an integrator would take more than some 20000 steps"
              : "as asked for";
      return "%s (%s)"
          .formatted(
              ExponentialSolution.of(
                      battery, made(start, battery), times.last(), exponential, share -> {})
                  .description(),
              why);
    }
    if (taken instanceof Method.RationalKrylov krylov) {
      return "%s (an integrator would take more than some 20000 steps)"
          .formatted(
              IntegratedSolution.describe(
                  krylov,
                  RationalKrylovMotion.of(battery, made(start, battery), times.last(), krylov)
                      .prepared()));
    }
    if (taken instanceof Method.Exact) {
      return "%s (as asked for)"
          .formatted(ExactSolution.of(battery, made(start, battery), times.last()).description());
    }
    Prepared prepared = Prepared.of(battery, start, form);
    long bytes = Memory.forIntegrating(prepared.representation().generator().size());
    return "%s (%s); %s of memory; %s"
        .formatted(
            prepared.representation().description(),
            prepared.reason(),
            Memory.text(bytes),
            taken.description());
  }

  /**
   * Refuses the exact method where it does not serve.
   *
   * @param battery the battery
   * @param start how it starts
   * @param end final time
   * @return the battery
   * @throws IllegalArgumentException if a drive changes other than by jumps, or too many numbers of
   *     a state act on each other
   */
  public static Battery requireExact(Battery battery, InitialState start, double end) {
    if (battery.space().dimension() > Method.Exact.MAX_DIMENSION || !battery.drives().isEmpty()) {
      MethodChoice.requireServed(battery, () -> made(start, battery), end == 0 ? 1 : end);
    }
    return battery;
  }

  private static boolean mayBeExponential(Battery battery, double end, Method method) {
    if (method instanceof Method.Exact) {
      return battery.space().dimension() > Method.Exact.MAX_DIMENSION
          || !battery.drives().isEmpty()
          || MethodChoice.isFast(battery, end);
    }
    return end > 0 && method instanceof Method.DormandPrince && MethodChoice.isFast(battery, end);
  }

  /**
   * How far rounding may put off the state that the exact method gives; next to nothing where that
   * has 32 digits ({@link #preferring}).
   *
   * @param battery the battery, not driven and of few levels
   * @param t the time
   * @return a bound in the trace norm, to first order
   */
  public static double roundingOfExact(Battery battery, double t) {
    return mayBeExponential(battery, t, new Method.Exact())
        ? 0
        : ExactSolution.rounding(Lindbladian.of(battery).superoperator().toDense(), t);
  }

  /**
   * The start as a state, if there is memory for it: it is a whole matrix, and so is what it is
   * made from.
   *
   * @param start how the battery starts
   * @param battery the battery
   * @return its state at time 0
   * @throws IllegalArgumentException if the start does not fit the battery, or the memory
   */
  public static State made(InitialState start, Battery battery) {
    if (start instanceof InitialState.Known known) {
      return known.of(battery);
    }
    if (battery.space().hasMultiplets()) {
      return start.of(battery); // in blocks
    }
    long d = battery.space().dimension();
    Optional<StateVector> vector = d > LARGE ? start.vector(battery) : Optional.empty();
    if (vector.isPresent()) { // few levels may have a share in it
      Memory.require(
          "The start of " + battery.name(),
          Memory.forMakingStates(vector.get().support()),
          Memory.available());
      return vector.get().state();
    }
    Memory.require("The start of " + battery.name(), Memory.forMakingStates(d), Memory.available());
    return start.of(battery);
  }

  private static void requireMemory(Battery battery, Representation representation) {
    Memory.require(
        "Evolving " + battery.name(),
        Memory.forIntegrating(representation.generator().size()),
        Memory.available());
  }

  private static void requireMeasurable(
      Battery battery, List<Quantity> quantities, List<Watch> watches) {
    requireMeasurable(battery, quantities);
    watches.forEach(w -> requireMeasurable(battery, w.quantities()));
  }

  private static void requireMeasurable(Battery battery, List<Quantity> quantities) {
    for (Quantity quantity : quantities) {
      if (quantity instanceof Quantity.Expectation expectation) {
        requireSameSpace(battery, expectation.name(), expectation.operator());
      }
      if (quantity instanceof Quantity.Modulated modulated) {
        requireSameSpace(battery, modulated.name(), modulated.operator());
      }
    }
  }

  private static void requireSameSpace(Battery battery, String quantity, Operator operator) {
    if (!operator.space().equals(battery.space())) {
      throw new IllegalArgumentException(
          "The operator of the quantity '%s' acts on another space than the battery '%s'."
              .formatted(quantity, battery.name()));
    }
  }

  private static void requirePositive(double end) {
    if (!(end > 0) || Double.isInfinite(end)) {
      throw new IllegalArgumentException(
          "The final time is %s; it must be a positive, finite number.".formatted(end));
    }
  }
}
