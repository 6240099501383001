package qbattery.dynamics;

import java.util.List;
import java.util.function.Consumer;
import qbattery.dynamics.events.EventScan;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.MatrixExponential;
import qbattery.model.Battery;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/** A solution from the matrix exponential of the superoperator, for small systems. */
final class ExactSolution implements Solution {

  /** Unit of rounding of a double. */
  private static final double ROUNDING = 0x1p-52;

  /** Times that are the same but for the rounding of sums. */
  private static final double SAME_PACE = 1e-9;

  private final Space space;
  private final State initial;
  private final double end;
  private final ComplexMatrix superoperator;
  private final ComplexMatrix startVector;

  private ExactSolution(Space space, State initial, double end, ComplexMatrix superoperator) {
    this.space = space;
    this.initial = initial;
    this.end = end;
    this.superoperator = superoperator;
    int d = space.dimension();
    this.startVector = ComplexMatrix.ofInterleaved(d * d, 1, initial.matrix().toInterleaved());
  }

  static ExactSolution of(Battery battery, State start, double end) {
    int d = battery.space().dimension();
    if (d > Method.Exact.MAX_DIMENSION) {
      throw new IllegalArgumentException(
          "The exact propagator handles up to %d dimensions; the battery '%s' has %d. Use DormandPrince instead."
              .formatted(Method.Exact.MAX_DIMENSION, battery.name(), d));
    }
    if (!battery.drives().isEmpty()) {
      throw new IllegalArgumentException(
          "The exact propagator serves generators that do not change in time; the battery '%s' is driven by '%s'. Use DormandPrince instead."
              .formatted(battery.name(), battery.drives().get(0).name()));
    }
    return new ExactSolution(
        battery.space(), start, end, Lindbladian.of(battery).superoperator().toDense());
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
    requireInside(t, end);
    if (t == 0) {
      return initial;
    }
    int d = space.dimension();
    double[] vector =
        MatrixExponential.of(superoperator.times(t)).times(startVector).toInterleaved();
    return State.of(space, ComplexMatrix.ofInterleaved(d, d, vector), tolerance(t));
  }

  @Override
  public StateDerivative derivativeAt(double t) {
    ComplexMatrix rho = at(t).matrix();
    int d = space.dimension();
    double[] rate =
        superoperator
            .times(ComplexMatrix.ofInterleaved(d * d, 1, rho.toInterleaved()))
            .toInterleaved();
    return new StateDerivative(
        State.of(space, rho, tolerance(t)), List.of(ComplexMatrix.ofInterleaved(d, d, rate)));
  }

  /**
   * How far the state at a time may be off by rounding. The exponential is squared log2 of the norm
   * of L t times, and each squaring doubles the error of a contraction: so it grows as that norm.
   */
  static double rounding(ComplexMatrix superoperator, double t) {
    return ROUNDING * superoperator.norm1() * t;
  }

  /** How closely a state at a time is one. */
  double tolerance(double t) {
    return StrictMath.max(
        StrictMath.max(initial.tolerance(), State.TOLERANCE), rounding(superoperator, t));
  }

  static void requireInside(double t, double end) {
    if (!(t >= 0 && t <= end)) {
      throw new IllegalArgumentException(
          "Time %s lies outside the evolution, which runs from 0 to %s.".formatted(t, end));
    }
  }

  @Override
  public double[] nodes() {
    return Paces.of(superoperator).nodes(end);
  }

  /**
   * Shows the solution as steps, as an integrator does.
   *
   * @param observer is shown each step, in order
   * @param closely whether steps are as short as {@link #nodes()} asks for; else it is one
   */
  void walk(Consumer<DenseStep> observer, boolean closely) {
    double[] nodes = closely ? nodes() : new double[] {0, end};
    double[] vector = startVector.toInterleaved();
    double pace = 0;
    ComplexMatrix quarter = ComplexMatrix.identity(startVector.rows());
    for (int k = 1; k < nodes.length; k++) {
      double now = (nodes[k] - nodes[k - 1]) / (EventScan.PLACES - 1);
      if (StrictMath.abs(now - pace) > SAME_PACE * now) {
        pace = now;
        quarter = MatrixExponential.of(superoperator.times(pace));
      }
      double[][] places = new double[EventScan.PLACES][];
      places[0] = vector;
      for (int i = 1; i < places.length; i++) {
        places[i] = times(quarter, places[i - 1]);
      }
      vector = places[places.length - 1];
      observer.accept(new Step(nodes[k - 1], nodes[k], places));
    }
  }

  private static double[] times(ComplexMatrix propagator, double[] vector) {
    return propagator
        .times(ComplexMatrix.ofInterleaved(propagator.rows(), 1, vector))
        .toInterleaved();
  }

  /** The exponential at any time, and cheap products of one propagator where a scan looks first. */
  private final class Step implements DenseStep {

    private final double start;
    private final double end;
    private final double[][] places;

    Step(double start, double end, double[][] places) {
      this.start = start;
      this.end = end;
      this.places = places;
    }

    @Override
    public double start() {
      return start;
    }

    @Override
    public double end() {
      return end;
    }

    @Override
    public void evaluate(double t, double[] x) {
      double share = (t - start) / (end - start) * (places.length - 1);
      int k = (int) StrictMath.rint(share);
      double[] there = StrictMath.abs(share - k) <= SAME_PACE ? places[k] : straight(t);
      System.arraycopy(there, 0, x, 0, x.length);
    }

    @Override
    public void evaluateWritten(double t, double[] x) {
      System.arraycopy(straight(t), 0, x, 0, x.length);
    }

    private double[] straight(double t) {
      return times(MatrixExponential.of(superoperator.times(t)), startVector.toInterleaved());
    }

    @Override
    public DenseStep copy() {
      return this;
    }
  }

  @Override
  public String description() {
    int d = space.dimension();
    return new Method.Exact().description() + "; superoperator %d x %d".formatted(d * d, d * d);
  }

  @Override
  public SolverStatistics statistics() {
    return new SolverStatistics(0, 0, 0);
  }
}
