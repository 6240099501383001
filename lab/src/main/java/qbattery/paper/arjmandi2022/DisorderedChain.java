package qbattery.paper.arjmandi2022;

import qbattery.experiment.PointSeed;
import qbattery.model.CellNetwork;
import qbattery.model.DisorderedNetwork;
import qbattery.model.Distribution;
import qbattery.model.Graph;

/**
 * The battery of Eqs. 1-3: a line of cells in random fields, coupled by {@code J/4 (xx + yy)}, each
 * decaying by itself. Units: Gamma = hbar = 1.
 *
 * <p>Counted from the ground state, so that {@code H0 = sum omega_k sigma_k^+ sigma_k^-}: Eq. 1
 * counts from mid-gap, which changes neither evolution nor ergotropy.
 *
 * @param cells N
 * @param field B0; the paper does not state it
 * @param coupling J in {@code J/4 (xx + yy)}
 * @param disorder delta: fields are uniform in B0 (1 - delta) to B0 (1 + delta)
 */
record DisorderedChain(int cells, double field, double coupling, double disorder) {

  /** Gamma. */
  static final double DECAY = 1;

  /**
   * The distribution; J/4 (xx + yy) is J/2 of hopping, and a frequency is the size of a field.
   *
   * @return the model
   */
  DisorderedNetwork model() {
    return new DisorderedNetwork(
        Graph.linear(cells),
        new Distribution.Magnitude(Distribution.Uniform.around(field, disorder)),
        new Distribution.Constant(coupling / 2),
        new Distribution.Constant(DECAY),
        new Distribution.Constant(0));
  }

  /**
   * A realisation. Its deviates depend on the number of cells and the index alone, so that the same
   * deviates serve every B0, J, delta and start: what is compared across these is compared on the
   * same realisations.
   *
   * @param index the realisation, from 0
   * @return its cells
   */
  CellNetwork realisation(int index) {
    return model()
        .realise(
            PointSeed.of("arjmandi2022, chain of %d cells".formatted(cells), index).generator()
                ::nextDouble);
  }

  @Override
  public String toString() {
    return "chain of %d cells, B0 = %s, J = %s, delta = %s"
        .formatted(cells, field, coupling, disorder);
  }
}
