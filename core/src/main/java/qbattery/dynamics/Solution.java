package qbattery.dynamics;

import java.util.function.DoubleUnaryOperator;
import qbattery.dynamics.events.EventScan;
import qbattery.linalg.SparseMatrix;
import qbattery.quantum.Operator;
import qbattery.quantum.State;

/** A state as a function of time, from a start to an end; times are in the model's own units. */
public interface Solution {

  /**
   * When it starts.
   *
   * @return the initial time
   */
  double start();

  /**
   * When it ends.
   *
   * @return the final time
   */
  double end();

  /**
   * The state at a time.
   *
   * @param t a time from start to end
   * @return the state, checked to be one
   * @throws IllegalArgumentException if the time lies outside
   */
  State at(double t);

  /**
   * The reduced state of some sites at a time; the whole state is not made where that can be
   * avoided.
   *
   * @param t a time from start to end
   * @param sites the sites that are kept, from 0, ascending
   * @return their state, checked to be one
   * @throws IllegalArgumentException if the time lies outside, or the sites are not as said
   */
  default State reducedAt(double t, int... sites) {
    return at(t).reduced(sites);
  }

  /**
   * An expectation value over time; the states are not made where that can be avoided.
   *
   * @param operator a Hermitian operator on the battery's space
   * @return {@code tr(rho O)} at a time from start to end
   */
  default DoubleUnaryOperator expectation(Operator operator) {
    SparseMatrix matrix = operator.sparse();
    return t -> at(t).expectation(matrix);
  }

  /**
   * The state at a time together with its time derivative, from the generator; where a drive jumps
   * it is the derivative from the left, and at time 0 from the right.
   *
   * @param t a time from start to end
   * @return both, cut into the same blocks
   * @throws IllegalArgumentException if the time lies outside
   */
  StateDerivative derivativeAt(double t);

  /**
   * Where its pieces begin and end: between two of them no state turns by more than about two
   * radians, or decays by more than some powers of e, so that a few looks in each tell the course
   * of a quantity; see {@link EventScan#along}.
   *
   * @return times from the start to the end, ascending
   */
  double[] nodes();

  /**
   * How the states are computed, in one sentence for reports.
   *
   * @return representation, method and tolerances
   */
  String description();

  /**
   * What it took.
   *
   * @return steps and evaluations
   */
  SolverStatistics statistics();
}
