package qbattery.steady;

/** The method by which an answer about long times was established. */
public enum Evidence {
  /** All eigenvalues of all symmetry components, and the singular values next to the axis. */
  WHOLE_SPECTRUM("all eigenvalues of all components"),
  /** The jump operators generate every operator, so there is one steady state, of full rank. */
  IRREDUCIBLE("the jumps on each site generate every operator of the site"),
  /** Everything is reached from the one state that no jump lowers, so there is one steady state. */
  REACHED("all states are reached from the only one that cannot jump down"),
  /** Every jump takes excitations away and every excited state can jump. */
  DECAY_TO_VACUUM("every excited state decays and nothing is pumped"),
  /** Without dissipation: the differences of all levels. */
  LEVELS("all levels of the Hamiltonian, without dissipation"),
  /** Eigenvalues next to the axis searched for from several starts. */
  SEARCHED("a Krylov search for eigenvalues next to the imaginary axis");

  private final String text;

  Evidence(String text) {
    this.text = text;
  }

  /**
   * The evidence in words.
   *
   * @return half a sentence
   */
  public String text() {
    return text;
  }
}
