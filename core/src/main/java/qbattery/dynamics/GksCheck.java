package qbattery.dynamics;

import java.util.function.UnaryOperator;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;

/**
 * Three numbers that decide whether a linear map L on matrices generates a physical evolution exp(L
 * t), computed from the map alone.
 *
 * @param hermiticityDefect largest element of L[E]^+ - L[E^+] over the matrix units E; zero if
 *     Hermitian matrices stay so
 * @param traceDefect largest |tr L[E]| over the matrix units; zero if the trace is kept
 * @param smallestRate smallest eigenvalue of the Choi matrix of L's Hermitian part, projected off
 *     the maximally entangled vector; not negative if and only if exp(L t) is completely positive
 *     for all t (Wolf and Cirac, Commun. Math. Phys. 279, 147 (2008), Sec. II)
 * @param scale largest element of L[E] over the matrix units, what the other three are small
 *     against
 */
public record GksCheck(
    double hermiticityDefect, double traceDefect, double smallestRate, double scale) {

  /** Departures up to this, relative to the scale, count as rounding. */
  public static final double TOLERANCE = 1e-12;

  /**
   * Takes a map apart.
   *
   * @param dimension dimension of the matrices
   * @param map the linear map
   * @return the three numbers
   */
  public static GksCheck of(int dimension, UnaryOperator<ComplexMatrix> map) {
    int d = dimension;
    ComplexMatrix[][] image = new ComplexMatrix[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        int row = i;
        int column = j;
        image[i][j] =
            map.apply(
                ComplexMatrix.generate(
                    d, d, (k, l) -> k == row && l == column ? Complex.ONE : Complex.ZERO));
      }
    }
    double hermiticity = 0;
    double scale = 0;
    double trace = 0;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        hermiticity =
            StrictMath.max(hermiticity, image[i][j].adjoint().minus(image[j][i]).maxAbs());
        trace = StrictMath.max(trace, image[i][j].trace().abs());
        scale = StrictMath.max(scale, image[i][j].maxAbs());
      }
    }
    ComplexMatrix choi = // sum_ij E_ij (x) L[E_ij]
        ComplexMatrix.generate(d * d, d * d, (p, q) -> image[p / d][q / d].get(p % d, q % d));
    ComplexMatrix hermitian = choi.plus(choi.adjoint()).times(0.5);
    ComplexMatrix projector = // off the vector sum_i |ii>
        ComplexMatrix.generate(
            d * d,
            d * d,
            (p, q) ->
                Complex.real(
                    (p == q ? 1.0 : 0.0) - (p / d == p % d && q / d == q % d ? 1.0 / d : 0.0)));
    double[] eigenvalues = HermitianEigen.valuesOf(projector.times(hermitian).times(projector));
    return new GksCheck(hermiticity, trace, eigenvalues[0], scale);
  }

  /**
   * Whether Hermitian matrices stay Hermitian.
   *
   * @return true if the defect is rounding
   */
  public boolean keepsHermiticity() {
    return hermiticityDefect <= TOLERANCE * scale;
  }

  /**
   * Whether the trace is kept.
   *
   * @return true if the defect is rounding
   */
  public boolean keepsTrace() {
    return traceDefect <= TOLERANCE * scale;
  }

  /**
   * Whether the evolution is completely positive.
   *
   * @return true if no rate is negative beyond rounding
   */
  public boolean isCompletelyPositive() {
    return smallestRate >= -TOLERANCE * scale;
  }
}
