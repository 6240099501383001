package qbattery.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import qbattery.quantum.Operator;
import qbattery.quantum.State;

/** A solution from an integration: its steps, each with its dense output. */
final class IntegratedSolution implements Solution {

  /**
   * How far a computed state may be from a density matrix, over the absolute tolerance and the
   * relative one: errors of a few hundred steps may add up, and between the ends of a step the
   * dense output, which no error estimate controls, adds some of its own, before something must be
   * wrong. Some thousands are seen where superradiance ends.
   */
  private static final double ALLOWED_ERRORS = 10_000;

  private final Representation representation;
  private final Prepared prepared;
  private final double tolerance;
  private final double end;
  private final List<DenseStep> steps;
  private final SolverStatistics statistics;
  private final String description;

  private IntegratedSolution(
      Prepared prepared,
      double tolerance,
      double end,
      List<DenseStep> steps,
      SolverStatistics statistics,
      String description) {
    this.representation = prepared.representation();
    this.prepared = prepared;
    this.tolerance = tolerance;
    this.end = end;
    this.steps = steps;
    this.statistics = statistics;
    this.description = description;
  }

  static IntegratedSolution of(
      Representation representation, State start, double end, Method.DormandPrince method) {
    return of(
        new Prepared(
            representation,
            () -> representation.encode(start),
            () -> start,
            start.tolerance(),
            Representations.AS_ASKED),
        end,
        method);
  }

  static IntegratedSolution of(Prepared prepared, double end, Method.DormandPrince method) {
    List<DenseStep> steps = new ArrayList<>();
    SolverStatistics statistics =
        DormandPrinceIntegrator.integrate(
            prepared.representation().generator(),
            prepared.vector().get(),
            0,
            end,
            method,
            step -> steps.add(step.copy()));
    return new IntegratedSolution(
        prepared,
        stateTolerance(prepared.tolerance(), method),
        end,
        List.copyOf(steps),
        statistics,
        describe(method, prepared));
  }

  @Override
  public double start() {
    return 0;
  }

  @Override
  public double end() {
    return end;
  }

  @Override
  public State at(double t) {
    ExactSolution.requireInside(t, end);
    if (t == 0) {
      return prepared.initial().get();
    }
    return representation.decode(vectorAt(t), tolerance);
  }

  @Override
  public State reducedAt(double t, int... sites) {
    ExactSolution.requireInside(t, end);
    return representation
        .reduced(vectorAt(t), tolerance, sites)
        .orElseGet(() -> at(t).reduced(sites));
  }

  @Override
  public DoubleUnaryOperator expectation(Operator operator) {
    ToDoubleFunction<double[]> reading = representation.reading(operator);
    return t -> {
      ExactSolution.requireInside(t, end);
      return reading.applyAsDouble(vectorAt(t));
    };
  }

  @Override
  public StateDerivative derivativeAt(double t) {
    ExactSolution.requireInside(t, end);
    double[] vector = vectorAt(t);
    double[] rate = new double[vector.length];
    Generator generator = representation.generator();
    generator.apply(Generator.leftOf(t, generator.stops()), vector, rate);
    return new StateDerivative(
        representation.decode(vector, tolerance), representation.derivative(vector, rate));
  }

  private double[] vectorAt(double t) {
    if (t == 0) {
      return prepared.vector().get();
    }
    double[] vector = new double[representation.generator().size()];
    stepAround(t).evaluate(t, vector);
    return vector;
  }

  /** A trajectory of a stiff motion. */
  static IntegratedSolution of(
      RationalKrylovMotion motion, double end, Method.RationalKrylov method) {
    List<DenseStep> steps = new ArrayList<>();
    Prepared prepared = motion.prepared();
    SolverStatistics statistics = motion.integrate(prepared.vector().get(), end, steps::add);
    return new IntegratedSolution(
        prepared,
        stateTolerance(prepared.tolerance(), method.tolerance()),
        end,
        List.copyOf(steps),
        statistics,
        describe(method, prepared));
  }

  /** How far a computed state may be from a density matrix before something must be wrong. */
  static double stateTolerance(double initial, Method.DormandPrince method) {
    return stateTolerance(initial, method.rtol() + method.atol());
  }

  static double stateTolerance(double initial, double tolerance) {
    return StrictMath.max(StrictMath.max(initial, State.TOLERANCE), ALLOWED_ERRORS * tolerance);
  }

  private DenseStep stepAround(double t) {
    int low = 0;
    int high = steps.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (steps.get(middle).end() < t) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return steps.get(low);
  }

  @Override
  public double[] nodes() {
    return DoubleStream.concat(DoubleStream.of(start()), steps.stream().mapToDouble(DenseStep::end))
        .toArray();
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public SolverStatistics statistics() {
    return statistics;
  }

  /** How states are computed, for reports. */
  static String describe(Method method, Prepared prepared) {
    return "%s; %s (%s)"
        .formatted(
            method.description(), prepared.representation().description(), prepared.reason());
  }
}
