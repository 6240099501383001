package qbattery.dynamics;

/** The forms in which a state can be evolved; all are exact, they differ in size. */
public enum StateForm {

  /** The smallest form that is exact for the battery and its start; the program chooses. */
  SMALLEST,

  /** The whole density matrix; serves every battery. */
  FULL_MATRIX,

  /** Real coefficients of products of Pauli matrices; two-level cells. */
  PAULI_COEFFICIENTS,

  /**
   * One block a number of excitations; for a start without coherence between these numbers, in a
   * battery that makes none.
   */
  EXCITATION_SECTORS,

  /**
   * The amplitudes of a pure state, on the basis states that can be reached from its start; for a
   * pure start in a battery without surroundings.
   */
  STATE_VECTOR
}
