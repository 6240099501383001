package qbattery.measure;

import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.HermitianBlocks;
import qbattery.quantum.State;

/**
 * Logarithmic negativity, a measure of the entanglement between two sides of a mixed state: {@code
 * log2 ||rho^T_B||_1}, T_B the partial transpose on one side (Vidal and Werner, Phys. Rev. A 65,
 * 032314 (2002); quach2020, Eq. 12).
 *
 * <p>A state in blocks has a partial transpose in blocks; no matrix of the whole is made.
 */
public final class LogarithmicNegativity {

  private LogarithmicNegativity() {}

  /**
   * Logarithmic negativity between some sites and the others.
   *
   * @param state the state
   * @param side the sites of one side, from 0
   * @return a number from 0 (no partial transpose has a negative eigenvalue) to log2 of the smaller
   *     side's dimension
   * @throws IllegalArgumentException if a site does not exist
   */
  public static double of(State state, int... side) {
    return log2(traceNorm(state, side));
  }

  /**
   * Logarithmic negativity between an ensemble and what stands beside it. Which copy of a multiplet
   * the ensemble is in is its own affair, so the trace norms of the multiplets add up.
   *
   * @param state the ensemble with other sites beside it
   * @return {@code log2 sum_j weight_j ||rho_j^T_B||_1}
   */
  public static double of(EnsembleState state) {
    double sum = 0;
    for (EnsembleState.Part part : state.parts()) {
      sum += part.weight() * traceNorm(part.state(), 0);
    }
    return log2(sum);
  }

  /**
   * Trace norm of the partial transpose.
   *
   * @param state the state
   * @param side the transposed sites, from 0
   * @return the sum of the moduli of its eigenvalues, 1 or larger but for rounding
   * @throws IllegalArgumentException if a site does not exist
   */
  public static double traceNorm(State state, int... side) {
    double sum = 0;
    for (ComplexMatrix block :
        PartialTranspose.of(state, side)
            .apply(state.blocks().blocks().stream().map(HermitianBlocks.Block::matrix).toList())) {
      for (double value : HermitianEigen.valuesOf(block, state.tolerance())) {
        sum += StrictMath.abs(value);
      }
    }
    return sum;
  }

  private static double log2(double norm) {
    return StrictMath.max(0, StrictMath.log(norm) / StrictMath.log(2.0));
  }
}
