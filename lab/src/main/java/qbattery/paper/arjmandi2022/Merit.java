package qbattery.paper.arjmandi2022;

/** What is measured along time in each realisation, in the order of a row. */
enum Merit {
  /** E(t)/E(0), whose mean is epsilon of Eq. 6. */
  ERGOTROPY("E(t)/E(0)"),
  /** U(t)/U(0), counted from the ground state, whose mean is u of Eq. B2. */
  ENERGY("U(t)/U(0)"),
  /** E(t)/U(t), counted from the ground state, whose mean is Xi of Eq. B1. */
  SHARE("E(t)/U(t)"),
  /** Ergotropy counted in H0 + Hint, over its initial value. */
  TOTAL_ERGOTROPY("E(t)/E(0) in H0 + Hint"),
  /** The first term of Eq. 8 over U(0), in Gamma. */
  FROM_INTERACTION("-i tr(rho [H0, Hint]) / U(0) [Gamma]"),
  /** The second term of Eq. 8 over U(0), in Gamma. */
  FROM_CHANNELS("tr(L[rho] H0) / U(0) [Gamma]"),
  /** tr(rho Hint) over the ergotropy at the start: what turning the coupling off gives back. */
  INTERACTION("tr(rho Hint) / E(0)"),
  /** The derivative of the passive energy over U(0), in Gamma; where it is asked for. */
  PASSIVE_RATE("dU0/dt / U(0) [Gamma]");

  private final String column;

  Merit(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }
}
