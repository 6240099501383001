package qbattery.dynamics;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.Operator;
import qbattery.quantum.State;

/**
 * A way of writing a state as a flat real vector, together with the generator that moves that
 * vector.
 *
 * <p>A representation owns its vector: what the components mean is known nowhere else. It can turn
 * a vector back into a state, which is all that measures ask for.
 */
public interface Representation {

  /**
   * What it is and why it was chosen, in one sentence for reports.
   *
   * @return the description
   */
  String description();

  /**
   * The equation of motion of the vector.
   *
   * @return the generator
   */
  Generator generator();

  /**
   * A state as a vector.
   *
   * @param state a state on the battery's space
   * @return the vector, of the generator's size
   */
  double[] encode(State state);

  /**
   * A vector as a state.
   *
   * @param vector a vector of the generator's size
   * @param tolerance accepted departure from a density matrix; see {@link State#tolerance()}
   * @return the state
   */
  State decode(double[] vector, double tolerance);

  /**
   * A vector, which need not be a state, as matrices: nothing is checked.
   *
   * @param vector a vector of the generator's size
   * @return one matrix for each block of the states that {@link #decode} gives, in that order
   */
  List<ComplexMatrix> blocks(double[] vector);

  /**
   * The time derivative of a state as matrices.
   *
   * @param vector the state's vector
   * @param rate the vector's time derivative, from the generator
   * @return one matrix for each block of the state that {@link #decode} gives, in that order
   */
  default List<ComplexMatrix> derivative(double[] vector, double[] rate) {
    return blocks(rate);
  }

  /**
   * Expectation values straight from vectors, made ready for many of them.
   *
   * @param operator a Hermitian operator on the battery's space
   * @return what gives {@code tr(rho O)} of a vector of the generator's size
   */
  ToDoubleFunction<double[]> reading(Operator operator);

  /**
   * An expectation value straight from one vector.
   *
   * @param vector a vector of the generator's size
   * @param operator a Hermitian operator on the battery's space
   * @return {@code tr(rho O)}
   */
  default double expectation(double[] vector, Operator operator) {
    return reading(operator).applyAsDouble(vector);
  }

  /**
   * The reduced state of some sites, where it can be had without making the whole state.
   *
   * @param vector a vector of the generator's size
   * @param tolerance accepted departure from a density matrix
   * @param sites the sites that are kept, from 0, ascending
   * @return their state, or nothing if the whole state is needed for it
   */
  default Optional<State> reduced(double[] vector, double tolerance, int... sites) {
    return Optional.empty();
  }
}
