package qbattery.file;

import qbattery.dynamics.StateForm;

/** The forms of a state that a file may ask for; {@link StateForm}. */
public enum FormWord implements Word {
  /** The smallest that is exact. */
  SMALLEST,
  /** The whole density matrix. */
  FULL_MATRIX,
  /** Products of Pauli matrices. */
  PAULI_COEFFICIENTS,
  /** One block a number of excitations. */
  EXCITATION_SECTORS,
  /** The vector of a pure state, of a battery without channels. */
  STATE_VECTOR;

  /**
   * The form.
   *
   * @return that of the same name
   */
  public StateForm form() {
    return StateForm.valueOf(name());
  }
}
