package qbattery.measure;

import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.HermitianBlocks;
import qbattery.quantum.State;

/**
 * Coherence in the l1-norm, in the product basis of the cells (Baumgratz, Cramer, Plenio, Phys.
 * Rev. Lett. 113, 140401 (2014); santos2021, Sec. III A).
 */
public final class L1Coherence {

  private L1Coherence() {}

  /**
   * Sum of the moduli of all elements off the diagonal.
   *
   * @param state the state
   * @return a number from 0 to d - 1
   */
  public static double of(State state) {
    double sum = 0;
    for (HermitianBlocks.Block block : state.blocks().blocks()) {
      ComplexMatrix rho = block.matrix(); // between blocks there is no coherence
      for (int i = 0; i < rho.rows(); i++) {
        for (int j = 0; j < i; j++) {
          sum += StrictMath.hypot(rho.re(i, j), rho.im(i, j));
        }
      }
    }
    return 2 * sum;
  }

  /**
   * The same over its maximum, d - 1.
   *
   * @param state the state
   * @return a number from 0 to 1
   */
  public static double normalised(State state) {
    return of(state) / (state.space().dimension() - 1);
  }
}
