package qbattery.measure;

import java.util.List;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.quantum.HermitianBlocks;
import qbattery.quantum.State;

/**
 * How fast the logarithmic negativity changes: quach2020, Sec. V, the entanglement rate.
 *
 * <p>It comes from the generator's drho/dt. With X = rho^T_B, an eigenvalue x of X moves at {@code
 * <x|dX/dt|x>} and counts with its sign. Eigenvalues that are zero move apart at the eigenvalues of
 * dX/dt within their eigenspace and count with the moduli of these: what is returned is the
 * derivative from the right.
 */
public final class LogarithmicNegativityRate {

  private LogarithmicNegativityRate() {}

  /**
   * Derivative of the logarithmic negativity.
   *
   * @param state the state rho
   * @param derivative drho/dt, one Hermitian matrix for each block of the state
   * @param zero eigenvalues of the partial transpose of a modulus up to this are taken for zero;
   *     some multiple of the state's error
   * @param side the sites of one side, from 0
   * @return {@code d/dt log2 ||rho^T_B||_1}, in the units of the derivative
   * @throws IllegalArgumentException if the derivative has other blocks than the state, a site does
   *     not exist, or the bound is negative or NaN
   */
  public static double of(State state, List<ComplexMatrix> derivative, double zero, int... side) {
    return ofTraceNorm(state, derivative, zero, side)
        / (LogarithmicNegativity.traceNorm(state, side) * StrictMath.log(2.0));
  }

  /**
   * Derivative of the trace norm of the partial transpose; those of the multiplets of an ensemble
   * add up with their weights.
   *
   * @param state the state rho
   * @param derivative drho/dt, one Hermitian matrix for each block of the state
   * @param zero eigenvalues of a modulus up to this are taken for zero
   * @param side the transposed sites, from 0
   * @return {@code d/dt ||rho^T_B||_1} from the right
   * @throws IllegalArgumentException as {@link #of}
   */
  public static double ofTraceNorm(
      State state, List<ComplexMatrix> derivative, double zero, int... side) {
    Projection.requireFits(state.blocks().blocks(), derivative);
    if (!(zero >= 0)) {
      throw new IllegalArgumentException(
          "Eigenvalues below %s cannot be taken for zero; give 0 or more.".formatted(zero));
    }
    PartialTranspose transpose = PartialTranspose.of(state, side);
    List<ComplexMatrix> blocks =
        transpose.apply(
            state.blocks().blocks().stream().map(HermitianBlocks.Block::matrix).toList());
    List<ComplexMatrix> changes = transpose.apply(derivative);
    double sum = 0;
    for (int k = 0; k < blocks.size(); k++) {
      sum += rate(blocks.get(k), changes.get(k), zero);
    }
    return sum;
  }

  private static double rate(ComplexMatrix block, ComplexMatrix change, double zero) {
    HermitianEigen eigen = HermitianEigen.of(block);
    double[] x = eigen.values();
    ComplexMatrix moved = change.times(eigen.vectors());
    double sum = 0;
    int from = 0;
    while (from < x.length && x[from] < -zero) {
      sum -= Projection.within(eigen.vectors(), moved, from, from + 1).re(0, 0);
      from++;
    }
    int to = from;
    while (to < x.length && x[to] <= zero) {
      to++;
    }
    if (to > from) {
      for (double apart :
          HermitianEigen.valuesOf(Projection.within(eigen.vectors(), moved, from, to))) {
        sum += StrictMath.abs(apart);
      }
    }
    for (; to < x.length; to++) {
      sum += Projection.within(eigen.vectors(), moved, to, to + 1).re(0, 0);
    }
    return sum;
  }
}
