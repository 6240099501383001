package qbattery.steady;

import java.util.ArrayList;
import java.util.List;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;

/**
 * Decides whether operators that seem to turn at one frequency do so exactly.
 *
 * <p>A computed basis of what turns at nearly equal frequencies may mix them, and its own errors
 * hide the difference. The Ritz values of {@code [H, .]} in the space it spans do not: they have
 * the square of its errors, and rounding. They must agree for each part of H by itself.
 */
final class OneFrequency {

  /**
   * Units in the last place for each dimension, and for the few sums that make a Ritz value. Found
   * by trial, not derived: less refuses right answers of operators without zeros, more lets
   * splittings of 3e-13 of a few cells pass.
   */
  private static final double ROUNDINGS = 3;

  /** More operators than this are each looked at by itself: their overlaps would take too long. */
  private static final int MOST = 200;

  private final List<Scales.Scaled> energies;
  private final double same;
  private final List<ComplexMatrix> basis = new ArrayList<>();
  private double last = Double.NEGATIVE_INFINITY;

  /** Groups of frequencies that differ by less than given, for the normalised parts of H. */
  OneFrequency(List<Scales.Scaled> energies, double same) {
    this.energies = energies;
    this.same = same;
  }

  /** Rounding of a Ritz value in so many dimensions, of matrices with elements up to one. */
  static double rounding(int d) {
    return ROUNDINGS * (d + 8) * StrictMath.ulp(1.0);
  }

  /** Takes the next operator, by rising frequency. */
  void add(double omega, ComplexMatrix x) {
    if (omega - last > same || (omega == 0) != (last == 0)) {
      close();
    }
    last = omega;
    if (basis.size() == MOST) {
      close();
    }
    ComplexMatrix rest = x;
    for (int pass = 0; pass < 2; pass++) { // once leaves rounding times the loss of length
      for (ComplexMatrix b : basis) {
        rest = rest.minus(b.times(b.adjoint().traceOfProduct(rest)));
      }
    }
    basis.add(rest.times(1 / UniqueState.norm(rest.toInterleaved())));
  }

  /** Checks the operators taken since the last check. */
  void close() {
    for (Scales.Scaled energy : energies) {
      if (!basis.isEmpty()) {
        requireAgreement(energy);
      }
    }
    basis.clear();
  }

  private void requireAgreement(Scales.Scaled energy) {
    ComplexMatrix h = energy.matrix();
    int n = basis.size();
    List<ComplexMatrix> turned = basis.stream().map(b -> h.times(b).minus(b.times(h))).toList();
    ComplexMatrix overlaps =
        ComplexMatrix.generate(
            n, n, (i, j) -> basis.get(i).adjoint().traceOfProduct(turned.get(j)));
    ComplexMatrix hermitian = overlaps.plus(overlaps.adjoint()).times(Complex.real(0.5));
    double[] values = HermitianEigen.valuesOf(hermitian);
    double least = last == 0 ? StrictMath.min(0, values[0]) : values[0];
    double most = last == 0 ? StrictMath.max(0, values[n - 1]) : values[n - 1];
    if (most - least > rounding(h.rows())) {
      throw new UnresolvedException(
          "Lasting frequencies near %.6g seem to be one, but differ by %.1e, too little to tell them apart."
              .formatted(StrictMath.abs(last), (most - least) * energy.size()));
    }
  }
}
