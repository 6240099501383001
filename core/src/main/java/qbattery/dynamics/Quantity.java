package qbattery.dynamics;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Envelope;
import qbattery.model.StoragePart;
import qbattery.quantum.Operator;
import qbattery.quantum.State;

/** A quantity that is measured while a battery evolves. */
public sealed interface Quantity {

  /**
   * What it is called.
   *
   * @return the name, unique among the quantities of a run
   */
  String name();

  /**
   * An expectation value; it needs no density matrix, so it is cheap at any size.
   *
   * @param name what it is called
   * @param operator a Hermitian operator
   */
  record Expectation(String name, Operator operator) implements Quantity {}

  /**
   * An expectation value times a function of time, {@code f(t) tr(rho O)}: the energy in a drive,
   * or the power that it brings.
   *
   * @param name what it is called
   * @param operator a Hermitian operator
   * @param envelope f(t); where it jumps, the value at the start of an evolution is that from the
   *     right, and later that from the left
   */
  record Modulated(String name, Operator operator, Envelope envelope) implements Quantity {}

  /**
   * A function of the whole state, which is diagonalised for it.
   *
   * @param name what it is called
   * @param measure the function
   */
  record OfState(String name, ToDoubleFunction<State> measure) implements Quantity {}

  /**
   * A function of the state and of its time derivative, which the generator gives.
   *
   * @param name what it is called
   * @param measure the function; the second argument has one matrix for each block of the state
   */
  record OfDerivative(String name, ToDoubleBiFunction<State, List<ComplexMatrix>> measure)
      implements Quantity {}

  /**
   * A function of the reduced state of some sites, such as the ergotropy of a battery beside its
   * charger. Only that state is diagonalised.
   *
   * @param name what it is called
   * @param sites the sites, from 0, ascending; see {@link StoragePart}
   * @param measure the function
   * @return the quantity
   */
  static Quantity ofSites(String name, List<Integer> sites, ToDoubleFunction<State> measure) {
    return new MeanOfSites(name, List.of(sites), measure);
  }

  /**
   * The mean of a function of the reduced state over groups of sites, such as pairs of cells.
   *
   * @param name what it is called
   * @param groups the groups, each of ascending sites counted from 0; at least one
   * @param measure the function
   */
  record MeanOfSites(String name, List<List<Integer>> groups, ToDoubleFunction<State> measure)
      implements Quantity {

    /**
     * Copies the groups.
     *
     * @throws IllegalArgumentException if there is none
     */
    public MeanOfSites {
      groups = groups.stream().map(List::copyOf).toList();
      if (groups.isEmpty()) {
        throw new IllegalArgumentException(
            "The mean '%s' needs at least one group of sites.".formatted(name));
      }
    }
  }
}
