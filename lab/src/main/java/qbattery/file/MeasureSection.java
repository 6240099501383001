package qbattery.file;

import java.util.List;
import java.util.Optional;

/**
 * Something measured at each time.
 *
 * @param name the name of its column
 * @param kind what is measured
 * @param of the parts it is measured on, or the name of the contact or links a current flows
 *     through; none stands for what stores
 * @param operator of an expectation value: a sum of formulas
 * @param number of open work and free energy the temperature, of a population the number of
 *     excitations
 * @param graph of a concurrence: whose links are its pairs of cells; all pairs without it
 */
public record MeasureSection(
    String name,
    Kind kind,
    List<String> of,
    List<Expression> operator,
    Optional<Expression> number,
    Optional<Links> graph) {

  /** Copies the lists. */
  public MeasureSection {
    of = List.copyOf(of);
    operator = List.copyOf(operator);
  }

  /**
   * A measure without an operator, a number and a graph.
   *
   * @param name the name of its column
   * @param kind what is measured
   * @param of the parts it is measured on
   */
  public MeasureSection(String name, Kind kind, List<String> of) {
    this(name, kind, of, List.of(), Optional.empty(), Optional.empty());
  }

  /** What can be measured. */
  public enum Kind implements Word {
    /** Mean of H0 above its lowest level. */
    ENERGY,
    /** Most work that a unitary can take out. */
    ERGOTROPY,
    /** Of two ensembles: that of unitaries on all states of the battery's spins. */
    ERGOTROPY_OVER_ALL_STATES,
    /** Ergotropy counted in H0 + Hint. */
    TOTAL_ERGOTROPY,
    /** Ergotropy over energy. */
    EFFICIENCY,
    /** Ergotropy of the dephased state. */
    INCOHERENT_ERGOTROPY,
    /** What of the ergotropy is in coherence. */
    COHERENT_ERGOTROPY,
    /** Energy that no unitary can take out. */
    PASSIVE_ENERGY,
    /** Its time derivative, from the right. */
    PASSIVE_ENERGY_RATE,
    /** Energy above that of equilibrium at a temperature. */
    OPEN_WORK,
    /** Free energy above that of equilibrium at a temperature. */
    FREE_ENERGY,
    /** Probability of a number of excitations. */
    POPULATION,
    /** l1 coherence over its largest value. */
    COHERENCE,
    /** l1 coherence. */
    L1_COHERENCE,
    /** Relative entropy of coherence. */
    RELATIVE_ENTROPY_OF_COHERENCE,
    /** Von Neumann entropy in nats. */
    ENTROPY,
    /** Tr rho^2. */
    PURITY,
    /** Mean concurrence over pairs of cells. */
    CONCURRENCE,
    /** Logarithmic negativity between the parts named and the rest. */
    NEGATIVITY,
    /** Of two ensembles: its time derivative. */
    NEGATIVITY_RATE,
    /** Energy that flows into the battery in a unit of time. */
    POWER,
    /** The same over the energy. */
    RELATIVE_POWER,
    /** Energy current through a reservoir's contact. */
    ENERGY_CURRENT,
    /** Excitations that flow through a reservoir's contact in a unit of time. */
    EXCITATION_CURRENT,
    /** Population of the highest level of a mode: whether its cutoff suffices. */
    HIGHEST_LEVEL,
    /** Expectation value of an operator. */
    EXPECTATION;

    /** What a file calls the number that it needs; nothing if it needs none. */
    Optional<String> numberName() {
      return switch (this) {
        case OPEN_WORK, FREE_ENERGY -> Optional.of("temperature");
        case POPULATION -> Optional.of("excitations");
        default -> Optional.empty();
      };
    }
  }
}
