package qbattery.steady;

import java.util.ArrayList;
import java.util.List;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.Eigenvalues;
import qbattery.linalg.LuFactors;
import qbattery.linalg.SingularValues;

/**
 * The undamped modes of one component, from all its eigenvalues and from the singular values of
 * {@code L - i omega} at each that lies on the imaginary axis.
 *
 * <p>An eigenvalue on the axis moves by rounding only, though others of a generator may be ill
 * conditioned: the projection on what lasts is itself a physical map, of norm one in the trace
 * norm, and so is the part of each frequency a mean of physical maps (Wolf, Quantum Channels and
 * Operations, Chap. 6). So what is computed clearly off the axis does decay.
 *
 * @param lasting what lasts
 * @param gap slowest decay; infinite if all lasts
 * @param tolerance real parts and singular values up to this count as zero
 * @param largestZero the largest singular value counted as zero
 * @param next the smallest singular value that is not; infinite if there is none
 * @param residual largest {@code ||L r - i omega r||} of what lasts, r of norm one
 */
record DenseSpectrum(
    List<AsymptoticMode> lasting,
    double gap,
    double tolerance,
    double largestZero,
    double next,
    double residual) {

  /** Roundings that sums of a row and the sweeps of the decompositions add up to, for each row. */
  private static final double ROUNDINGS = 50;

  /** What lies less than this factor above the tolerance is neither zero nor clearly not. */
  private static final double CLEAR = 20;

  /** Biorthonormal bases of a condition above this lose half of all digits. */
  private static final double CONDITION = 1e8;

  DenseSpectrum {
    lasting = List.copyOf(lasting);
  }

  /**
   * The spectrum of a component.
   *
   * @param component which pairs
   * @param matrix the generator on them
   * @param cancelled size of what cancels in the elements of the matrix
   * @param d dimension of the space
   * @throws UnresolvedException if a number is too close to zero to call
   */
  static DenseSpectrum of(Component component, ComplexMatrix matrix, double cancelled, int d) {
    int n = component.size();
    double tolerance = ROUNDINGS * n * StrictMath.ulp(1.0) * (matrix.norm1() + cancelled);
    Eigenvalues values = Eigenvalues.of(matrix);
    List<Double> axis = new ArrayList<>();
    double gap = Double.POSITIVE_INFINITY;
    for (int k = 0; k < n; k++) {
      double re = values.get(k).re();
      if (StrictMath.abs(re) <= tolerance) {
        axis.add(values.get(k).im());
      } else if (re > -CLEAR * tolerance) {
        throw new UnresolvedException(
            "A decay rate of %.2e is too close to zero to tell it from none (tolerance %.1e)."
                .formatted(-re, tolerance));
      } else {
        gap = StrictMath.min(gap, -re);
      }
    }
    DenseSpectrum found =
        new DenseSpectrum(List.of(), gap, tolerance, 0, Double.POSITIVE_INFINITY, 0);
    for (List<Double> group : groups(axis, tolerance)) {
      double omega = group.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
      found = found.with(component, matrix, omega, group.size(), d);
    }
    return found;
  }

  /** Frequencies that are the same, from those of all eigenvalues on the axis. */
  private static List<List<Double>> groups(List<Double> axis, double tolerance) {
    List<List<Double>> groups = new ArrayList<>();
    double before = Double.NEGATIVE_INFINITY;
    for (double omega : axis.stream().sorted().toList()) {
      if (omega - before > 2 * tolerance) {
        if (omega - before < CLEAR * tolerance) {
          throw new UnresolvedException(
              "Two lasting frequencies differ by %.2e, too little to tell them apart (tolerance %.1e)."
                  .formatted(omega - before, tolerance));
        }
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(omega);
      before = omega;
    }
    return groups;
  }

  private DenseSpectrum with(
      Component component, ComplexMatrix matrix, double near, int count, int d) {
    double omega = StrictMath.abs(near) <= 2 * tolerance ? 0 : near;
    if (omega != 0 && StrictMath.abs(omega) < CLEAR * tolerance) {
      throw new UnresolvedException(
          "An oscillation of frequency %.2e is too slow to tell it from none (tolerance %.1e)."
              .formatted(StrictMath.abs(omega), tolerance));
    }
    int n = component.size();
    ComplexMatrix shifted = matrix.minus(ComplexMatrix.identity(n).times(new Complex(0, omega)));
    SingularValues decomposition = SingularValues.of(shifted);
    double[] singular = decomposition.values();
    int zeros = 0;
    while (zeros < n && singular[zeros] <= 5 * tolerance) {
      zeros++;
    }
    double above = zeros < n ? singular[zeros] : Double.POSITIVE_INFINITY;
    if (zeros != count || above < 5 * CLEAR * tolerance) {
      throw new UnresolvedException(
          "At the frequency %.6g %d eigenvalues and %d singular values look like zero, the next singular value is %.2e (tolerance %.1e): too close to call."
              .formatted(omega, count, zeros, above, tolerance));
    }
    ComplexMatrix right = firstColumns(decomposition.right(), zeros);
    ComplexMatrix left = dual(firstColumns(decomposition.left(), zeros), right);
    ComplexMatrix change = shifted.times(right);
    List<AsymptoticMode> all = new ArrayList<>(lasting);
    for (int k = 0; k < zeros; k++) {
      AsymptoticMode one =
          new AsymptoticMode(omega, component.matrix(right, k, d), component.matrix(left, k, d));
      all.add(one);
      if (component.mirrored()) {
        all.add(one.mirrored());
      }
    }
    return new DenseSpectrum(
        all,
        gap,
        tolerance,
        StrictMath.max(largestZero, singular[zeros - 1]),
        StrictMath.min(next, above),
        StrictMath.max(residual, largestColumn(change)));
  }

  private static ComplexMatrix firstColumns(ComplexMatrix matrix, int count) {
    return ComplexMatrix.generate(matrix.rows(), count, matrix::get);
  }

  /** The basis of the left null space that is dual to the right one. */
  static ComplexMatrix dual(ComplexMatrix left, ComplexMatrix right) {
    LuFactors overlaps = LuFactors.of(left.adjoint().times(right));
    if (!(overlaps.conditionEstimate() < CONDITION)) {
      throw new UnresolvedException(
          "What lasts and what is conserved cannot be matched: their overlaps have the condition %.1e."
              .formatted(overlaps.conditionEstimate()));
    }
    return left.times(overlaps.solve(ComplexMatrix.identity(right.columns())).adjoint());
  }

  private static double largestColumn(ComplexMatrix matrix) {
    double largest = 0;
    for (int k = 0; k < matrix.columns(); k++) {
      double sum = 0;
      for (int i = 0; i < matrix.rows(); i++) {
        sum += StrictMath.pow(matrix.get(i, k).abs(), 2);
      }
      largest = StrictMath.max(largest, StrictMath.sqrt(sum));
    }
    return largest;
  }
}
