package qbattery.measure;

import java.util.List;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.quantum.State;

/**
 * Concurrence of two cells, a measure of their entanglement (Hill and Wootters, Phys. Rev. Lett.
 * 78, 5022 (1997); santos2021, Eq. 14).
 *
 * <p>With rho = sum_i p_i {@code |v_i><v_i|} and T_ij = sqrt(p_i p_j) (v_i, sigma_y (x) sigma_y
 * v_j^*), it is max(0, s_1 - s_2 - s_3 - s_4), s the singular values of T, descending. They equal
 * the square roots of the eigenvalues of rho (sigma_y sigma_y) rho^* (sigma_y sigma_y), but without
 * the root's loss of half the digits.
 */
public final class Concurrence {

  private Concurrence() {}

  /**
   * Concurrence of a state of two cells.
   *
   * @param pair a state of two two-level cells
   * @return a number from 0 (separable) to 1 (a Bell state)
   * @throws IllegalArgumentException if the state is not one of two two-level cells
   */
  public static double of(State pair) {
    if (!pair.space().localDimensions().equals(List.of(2, 2))) {
      throw new IllegalArgumentException(
          "Concurrence is defined for two two-level cells; this state has sites of %s levels."
              .formatted(pair.space().localDimensions()));
    }
    ComplexMatrix rho = pair.matrix(); // Hermitian up to the state's own tolerance
    HermitianEigen eigen = HermitianEigen.of(rho.plus(rho.adjoint()).times(0.5));
    double[] p = eigen.values();
    ComplexMatrix v = eigen.vectors();
    ComplexMatrix scaled =
        ComplexMatrix.generate(
            4,
            4,
            (i, k) -> v.get(i, k).times(Complex.real(StrictMath.sqrt(StrictMath.max(0, p[k])))));
    ComplexMatrix flipped = // sigma_y (x) sigma_y is antidiagonal: -1, 1, 1, -1
        ComplexMatrix.generate(
            4,
            4,
            (i, k) -> scaled.get(3 - i, k).conjugate().times(Complex.real(i % 3 == 0 ? -1 : 1)));
    ComplexMatrix t = scaled.adjoint().times(flipped);
    // The singular values of T are the non-negative eigenvalues of (0 T; T^+ 0).
    double[] s =
        HermitianEigen.valuesOf(
            ComplexMatrix.generate(
                8,
                8,
                (i, j) ->
                    i < 4 == j < 4
                        ? Complex.ZERO
                        : i < 4 ? t.get(i, j - 4) : t.get(j, i - 4).conjugate()));
    return StrictMath.max(0, s[7] - s[6] - s[5] - s[4]);
  }

  /**
   * Mean concurrence of pairs of cells, such as the links of a battery; santos2021, Eq. 14.
   *
   * @param state a state of two-level cells
   * @param pairs the pairs, each of two ascending cells counted from 0
   * @return the mean over the pairs
   * @throws IllegalArgumentException if there is no pair
   */
  public static double mean(State state, List<int[]> pairs) {
    return pairs.stream()
        .mapToDouble(pair -> of(state.reduced(pair)))
        .average()
        .orElseThrow(
            () -> new IllegalArgumentException("A mean concurrence needs at least one pair."));
  }
}
