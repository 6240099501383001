package qbattery.paper.arjmandi2022;

/**
 * A line of cells in random fields, what it starts from and what is looked at: Figs. 1-8.
 *
 * @param reading field and coupling
 * @param cells N
 * @param disorder delta
 * @param start how it starts
 * @param ratio what is measured
 */
record Chain(Reading reading, int cells, double disorder, Start start, Ratio ratio) {

  /** What is measured along time. */
  enum Ratio {
    /** E(t)/E(0) up to 1/Gamma, by when every battery has lost half of its ergotropy. */
    ERGOTROPY,
    /** E(t)/U(t), counted from the ground state, up to 1/Gamma. */
    SHARE,
    /** The same until 6/Gamma, when the energy has fallen to a quarter of a per cent. */
    LATE_SHARE
  }

  /** The ergotropy of the coherent battery. */
  static Chain coherent(Reading reading, int cells, double disorder) {
    return new Chain(reading, cells, disorder, Start.COHERENT, Ratio.ERGOTROPY);
  }

  /** Whether its realisations differ. */
  boolean isDisordered() {
    return disorder > 0;
  }
}
