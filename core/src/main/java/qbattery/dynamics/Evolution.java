package qbattery.dynamics;

import java.util.List;
import qbattery.model.Battery;
import qbattery.model.InitialState;
import qbattery.quantum.Operator;
import qbattery.quantum.State;

/** The time evolution of a battery from a given start. */
public final class Evolution {

  private Evolution() {}

  /**
   * Evolves a battery from time 0, in the smallest form.
   *
   * @param battery the battery
   * @param start how it starts
   * @param end final time, positive
   * @param method how to compute
   * @return the state as a function of time; all steps are kept
   * @throws IllegalArgumentException if the start does not fit the battery, the end is not
   *     positive, or the battery is too large for the method or the memory
   */
  public static Solution of(Battery battery, InitialState start, double end, Method method) {
    return of(battery, start, end, method, StateForm.SMALLEST);
  }

  /**
   * Evolves a battery from time 0 and any state, in the smallest form.
   *
   * @param battery the battery
   * @param start its state at time 0
   * @param end final time, positive
   * @param method how to compute
   * @return the state as a function of time; all steps are kept
   * @throws IllegalArgumentException as above
   */
  public static Solution of(Battery battery, State start, double end, Method method) {
    return of(battery, start, end, method, StateForm.SMALLEST);
  }

  /**
   * Evolves a battery from time 0 and any state, in a given form.
   *
   * @param battery the battery
   * @param start its state at time 0
   * @param end final time, positive
   * @param method how to compute
   * @param form the form of the state; the exact method always takes the full matrix
   * @return the state as a function of time; all steps are kept
   * @throws IllegalArgumentException as above, or if the form does not serve the battery
   */
  public static Solution of(
      Battery battery, State start, double end, Method method, StateForm form) {
    requireFits(battery, start, end);
    if (method instanceof Method.DormandPrince tolerances) {
      return integrated(battery, Prepared.of(battery, start, form), end, tolerances);
    }
    if (method instanceof Method.RationalKrylov krylov) {
      return IntegratedSolution.of(
          RationalKrylovMotion.of(battery, start, end, krylov), end, krylov);
    }
    return method instanceof Method.Exponential exponential
        ? ExponentialSolution.of(battery, start, end, exponential)
        : ExactSolution.of(battery, start, end);
  }

  /**
   * Evolves a battery from time 0, in a given form.
   *
   * @param battery the battery
   * @param start how it starts; where a vector will do, its density matrix is not made
   * @param end final time, positive
   * @param method how to compute
   * @param form the form of the state; the exact method always takes the full matrix
   * @return the state as a function of time; all steps are kept
   * @throws IllegalArgumentException as above
   */
  public static Solution of(
      Battery battery, InitialState start, double end, Method method, StateForm form) {
    if (method instanceof Method.DormandPrince tolerances) {
      requirePositive(end);
      return integrated(battery, Prepared.of(battery, start, form), end, tolerances);
    }
    return of(battery, made(start, battery), end, method, form);
  }

  private static Solution integrated(
      Battery battery, Prepared prepared, double end, Method.DormandPrince method) {
    requireMemory(battery, prepared.representation());
    return IntegratedSolution.of(prepared, end, method);
  }

  /**
   * Evolves a battery from a given start and measures as it goes; no states are kept.
   *
   * @param battery the battery
   * @param start how it starts
   * @param times when to measure
   * @param method how to compute
   * @param form the form of the state; the exact method always takes the full matrix
   * @param quantities what to measure
   * @return the values
   * @throws IllegalArgumentException as above, or if two quantities have one name
   */
  public static TimeSeries observe(
      Battery battery,
      InitialState start,
      TimeGrid times,
      Method method,
      StateForm form,
      List<Quantity> quantities) {
    return observe(battery, start, times, method, form, quantities, List.of());
  }

  /**
   * Evolves a battery from a given start, measures as it goes, and looks for events on the way.
   *
   * @param battery the battery
   * @param start how it starts
   * @param times when to measure; the evolution ends at the last one
   * @param method how to compute
   * @param form the form of the state; the exact method always takes the full matrix
   * @param quantities what to measure
   * @param watches what to look for, in every step; their searches then know what was found
   * @return the values
   * @throws IllegalArgumentException as above
   */
  public static TimeSeries observe(
      Battery battery,
      InitialState start,
      TimeGrid times,
      Method method,
      StateForm form,
      List<Quantity> quantities,
      List<Watch> watches) {
    if (method instanceof Method.DormandPrince tolerances) {
      requireMeasurable(battery, quantities, watches);
      return observed(
          battery, Prepared.of(battery, start, form), times, tolerances, quantities, watches);
    }
    return observe(battery, made(start, battery), times, method, form, quantities, watches);
  }

  /**
   * Evolves a battery from any state and measures as it goes; no states are kept.
   *
   * @param battery the battery
   * @param start its state at time 0
   * @param times when to measure
   * @param method how to compute
   * @param form the form of the state; the exact method always takes the full matrix
   * @param quantities what to measure
   * @return the values
   * @throws IllegalArgumentException as above, or if two quantities have one name or one is the
   *     expectation of an operator on another space
   */
  public static TimeSeries observe(
      Battery battery,
      State start,
      TimeGrid times,
      Method method,
      StateForm form,
      List<Quantity> quantities) {
    return observe(battery, start, times, method, form, quantities, List.of());
  }

  /**
   * Evolves a battery from any state, measures as it goes, and looks for events on the way.
   *
   * @param battery the battery
   * @param start its state at time 0
   * @param times when to measure; the evolution ends at the last one
   * @param method how to compute
   * @param form the form of the state; the exact method always takes the full matrix
   * @param quantities what to measure
   * @param watches what to look for, in every step; their searches then know what was found
   * @return the values
   * @throws IllegalArgumentException as above
   */
  public static TimeSeries observe(
      Battery battery,
      State start,
      TimeGrid times,
      Method method,
      StateForm form,
      List<Quantity> quantities,
      List<Watch> watches) {
    double end = times.last() == 0 ? 1 : times.last();
    requireFits(battery, start, end);
    requireMeasurable(battery, quantities, watches);
    if (method instanceof Method.DormandPrince tolerances) {
      return observed(
          battery, Prepared.of(battery, start, form), times, tolerances, quantities, watches);
    }
    if (method instanceof Method.Exponential exponential) {
      return observed(
          ExponentialSolution.of(battery, start, end, exponential), times, quantities, watches);
    }
    if (method instanceof Method.RationalKrylov krylov) {
      return observed(
          RationalKrylovMotion.of(battery, start, end, krylov), times, krylov, quantities, watches);
    }
    ExactSolution exact = ExactSolution.of(battery, start, end);
    FullMatrix representation = new FullMatrix(battery);
    double tolerance = exact.tolerance(end);
    Observer observer = new Observer(representation, times, quantities, watches, tolerance);
    observer.start(representation.encode(start));
    exact.walk(observer, observer.isOpen());
    return new TimeSeries(times, observer.values(), exact.description(), exact.effort());
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
        times, observer.values(), exponential.description(), exponential.effort());
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
    SolverStatistics effort =
        times.last() == 0
            ? new SolverStatistics(0, 0, 0)
            : motion.integrate(initial, times.last(), observer);
    return new TimeSeries(
        times, observer.values(), IntegratedSolution.describe(method, prepared), effort);
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
    SolverStatistics effort =
        DormandPrinceIntegrator.integrate(
            prepared.representation().generator(), initial, 0, times.last(), method, observer);
    return new TimeSeries(
        times, observer.values(), IntegratedSolution.describe(method, prepared), effort);
  }

  /**
   * The method that serves an evolution: the one asked for, unless its generator is so fast, or the
   * time so long, that an integrator would take more than some 20000 steps and an exponential is
   * possible ({@link Method.Exponential}); or that the exponential was asked for and needs more
   * digits, or more room, than {@link Method.Exact} has.
   *
   * @param battery the battery
   * @param start how it starts
   * @param end final time
   * @param method the method asked for
   * @param grid of an exponential: a first way and a second one take different ones
   * @return the method
   * @throws IllegalArgumentException if the start does not fit the battery
   */
  public static Method fitting(
      Battery battery,
      InitialState start,
      double end,
      Method method,
      Method.Exponential.Grid grid) {
    return mayBeExponential(battery, end, method)
        ? fitting(battery, made(start, battery), end, method, grid)
        : method;
  }

  /**
   * The method that serves an evolution from any state.
   *
   * @param battery the battery
   * @param start its state at time 0
   * @param end final time
   * @param method the method asked for
   * @param grid of an exponential
   * @return the method
   */
  public static Method fitting(
      Battery battery, State start, double end, Method method, Method.Exponential.Grid grid) {
    if (!mayBeExponential(battery, end, method)) {
      return method;
    }
    return method instanceof Method.DormandPrince steps
        ? MethodChoice.without(battery, start, end, steps.rtol(), grid).orElse(method)
        : new Method.Exponential(grid);
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
   * has 32 digits ({@link #fitting}).
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
   * What an evolution would be done in, and what memory it would take, without doing it.
   *
   * @param battery the battery
   * @param start how it starts
   * @param form the form of the state
   * @return one sentence
   * @throws IllegalArgumentException if the form does not serve the battery, or there is no memory
   *     for its start
   */
  public static String plan(Battery battery, InitialState start, StateForm form) {
    return described(Prepared.of(battery, start, form));
  }

  /**
   * What an evolution would be done in, and by which method, without doing it.
   *
   * @param battery the battery
   * @param start how it starts
   * @param end final time
   * @param method the method asked for
   * @param form the form of the state
   * @return one sentence
   * @throws IllegalArgumentException if the form or the method does not serve the battery, or there
   *     is no memory for its start
   */
  public static String plan(
      Battery battery, InitialState start, double end, Method method, StateForm form) {
    Method fitting = fitting(battery, start, end, method, Method.Exponential.Grid.FIRST);
    if (fitting instanceof Method.Exponential exponential) {
      String why =
          method instanceof Method.DormandPrince
              ? "an integrator would take more than some 20000 steps"
              : "as asked for";
      return "%s (%s)"
          .formatted(
              ExponentialSolution.of(battery, made(start, battery), end, exponential).description(),
              why);
    }
    if (fitting instanceof Method.RationalKrylov krylov) {
      return "%s (an integrator would take more than some 20000 steps)"
          .formatted(
              IntegratedSolution.describe(
                  krylov,
                  RationalKrylovMotion.of(battery, made(start, battery), end, krylov).prepared()));
    }
    return plan(battery, start, form) + "; " + fitting.description();
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
    long d = battery.space().dimension();
    Memory.require("The start of " + battery.name(), Memory.forMakingStates(d), Memory.available());
    return start.of(battery);
  }

  /**
   * What an evolution would be done in, and what memory it would take, without doing it.
   *
   * @param battery the battery
   * @param start its state at time 0
   * @param form the form of the state
   * @return one sentence
   * @throws IllegalArgumentException if the start or the form does not fit the battery
   */
  public static String plan(Battery battery, State start, StateForm form) {
    requireFits(battery, start, 1);
    return described(Prepared.of(battery, start, form));
  }

  private static String described(Prepared prepared) {
    long bytes = Memory.forIntegrating(prepared.representation().generator().size());
    return "%s (%s); %s of memory"
        .formatted(prepared.representation().description(), prepared.reason(), Memory.text(bytes));
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

  private static void requireFits(Battery battery, State start, double end) {
    if (!start.space().equals(battery.space())) {
      throw new IllegalArgumentException(
          "The initial state lives on another space than the battery '%s'."
              .formatted(battery.name()));
    }
    requirePositive(end);
  }

  private static void requirePositive(double end) {
    if (!(end > 0) || Double.isInfinite(end)) {
      throw new IllegalArgumentException(
          "The final time is %s; it must be a positive, finite number.".formatted(end));
    }
  }
}
