package qbattery.model;

import java.util.List;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/**
 * A dissipative channel: jump operators A_1..A_m with their Kossakowski matrix gamma,
 *
 * <pre>D[rho] = sum_ij gamma_ij (A_i rho A_j^+ - 1/2 {A_j^+ A_i, rho}).</pre>
 *
 * <p>It generates a physical (completely positive) evolution if and only if gamma is positive
 * semidefinite; anything else is refused.
 *
 * @param name what the channel is called in reports
 * @param jumps the jump operators, on one space
 * @param rates the Kossakowski matrix, m x m, Hermitian, in units of a rate
 */
public record Channel(String name, List<Operator> jumps, ComplexMatrix rates) {

  /** Smallest eigenvalue of the rates, relative to their largest, that is taken for zero. */
  public static final double POSITIVITY_TOLERANCE = 1e-12;

  /**
   * Checks shapes and positivity.
   *
   * @throws IllegalArgumentException if there are no jump operators, they live on different spaces,
   *     the rates have another shape, are not finite, not Hermitian or not positive semidefinite
   */
  public Channel {
    jumps = List.copyOf(jumps);
    requireJumps(name, jumps);
    int m = jumps.size();
    if (rates.rows() != m || rates.columns() != m) {
      throw new IllegalArgumentException(
          "Channel '%s' has %d jump operators, so its rates form a %d x %d matrix; this one is %d x %d."
              .formatted(name, m, m, m, rates.rows(), rates.columns()));
    }
    Space space = jumps.get(0).space();
    if (jumps.stream().anyMatch(a -> !a.space().equals(space))) {
      throw new IllegalArgumentException(
          "The jump operators of channel '%s' act on different spaces.".formatted(name));
    }
    requirePhysical(name, rates);
  }

  /**
   * Independent jumps with rates of their own.
   *
   * @param name what the channel is called
   * @param jumps the jump operators
   * @param rate the rate of each, not negative
   * @return the channel with rates {@code rate * 1}
   * @throws IllegalArgumentException if the rate is negative or not finite, or there are no jump
   *     operators
   */
  public static Channel independent(String name, List<Operator> jumps, double rate) {
    requireRate(name, rate);
    requireJumps(name, jumps);
    ComplexMatrix rates =
        ComplexMatrix.generate(
            jumps.size(), jumps.size(), (i, j) -> i == j ? Complex.real(rate) : Complex.ZERO);
    return new Channel(name, jumps, rates);
  }

  /**
   * The space the jumps act on.
   *
   * @return the space
   */
  public Space space() {
    return jumps.get(0).space();
  }

  static double requireRate(String what, double rate) {
    if (!(rate >= 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException(
          "The rate of %s is %s; a rate is a finite number, 0 or larger.".formatted(what, rate));
    }
    return rate;
  }

  private static void requireJumps(String name, List<Operator> jumps) {
    if (jumps.isEmpty()) {
      throw new IllegalArgumentException(
          "Channel '%s' has no jump operators; it needs at least one.".formatted(name));
    }
  }

  private static void requirePhysical(String name, ComplexMatrix rates) {
    if (!rates.isFinite()) {
      throw new IllegalArgumentException(
          "The rates of channel '%s' hold an element that is not a finite number.".formatted(name));
    }
    if (rates.hermitianDefect() > POSITIVITY_TOLERANCE * rates.maxAbs()) {
      throw new IllegalArgumentException(
          "The rate matrix of channel '%s' is not Hermitian (largest departure %.3g), so the evolution would not keep density matrices Hermitian."
              .formatted(name, rates.hermitianDefect()));
    }
    double[] eigenvalues = HermitianEigen.valuesOf(rates);
    double largest = StrictMath.abs(eigenvalues[eigenvalues.length - 1]);
    if (eigenvalues[0] < -POSITIVITY_TOLERANCE * largest) {
      throw new IllegalArgumentException(
          "The rate matrix of channel '%s' has the negative eigenvalue %.6g, so the evolution would not be completely positive; all must be 0 or larger."
              .formatted(name, eigenvalues[0]));
    }
  }
}
