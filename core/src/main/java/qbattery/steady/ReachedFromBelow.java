package qbattery.steady;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.linalg.SparseMatrix;
import qbattery.model.Battery;

/**
 * Whether everything is reached from the one state that no jump lowers; then there is one steady
 * state, of full rank, and nothing oscillates for ever.
 *
 * <p>The support of a steady state is a subspace that neither a jump nor the drift {@code K = -i H
 * - 1/2 sum L^+ L} leads out of (Baumgartner and Narnhofer, J. Phys. A 41, 395303 (2008)). Jumps
 * that lower the number of excitations take some vector of it to zero (Engel). If only one vector v
 * of the whole space is taken to zero by all of them, v is in the support of every steady state,
 * and so is all that jumps and drift make of v. If that is everything, each steady state has full
 * rank. It is then the only one, and every start comes to it, if nothing commutes with all jumps
 * and their adjoints (Frigerio, Commun. Math. Phys. 63, 269 (1978)); and that is so if these, too,
 * make everything of v, because a projection that commutes with {@code sum L^+ L} keeps v or takes
 * it to zero.
 */
final class ReachedFromBelow {

  /** What is left of a product of unit norm when those before are taken out; far above rounding. */
  private static final double INDEPENDENT = 1e-8;

  /** The second eigenvalue of {@code sum L^+ L}, so that its null vector is certain. */
  private static final double ALONE = 1e-8;

  /** The first: some roundings of a matrix of norm one. */
  private static final double VANISHES = 1e-13;

  private ReachedFromBelow() {}

  static boolean isAll(Battery battery, List<Jump> jumps) {
    int d = battery.space().dimension();
    int[] number = DecayToVacuum.numbers(battery.space());
    List<SparseMatrix> all = new ArrayList<>();
    List<SparseMatrix> lowering = new ArrayList<>();
    for (Jump jump : jumps) {
      SparseMatrix matrix = jump.operator().sparse();
      if (matrix.maxAbs() > 0) {
        all.add(matrix);
        boolean[] lowers = {true};
        matrix.forEach((i, j, re, im) -> lowers[0] &= number[i] < number[j]);
        if (lowers[0]) {
          lowering.add(matrix);
        }
      }
    }
    Optional<double[]> lowest = onlyNullVector(lowering, d);
    if (lowest.isEmpty()) {
      return false;
    }
    List<SparseMatrix> adjoints = new ArrayList<>(all);
    all.forEach(jump -> adjoints.add(jump.adjoint()));
    all.add(Superoperator.drift(battery));
    return reaches(lowest.get(), all, d) && reaches(lowest.get(), adjoints, d);
  }

  /** The vector that all jumps take to zero; nothing unless there is one alone. */
  private static Optional<double[]> onlyNullVector(List<SparseMatrix> jumps, int d) {
    if (jumps.isEmpty() || d < 2) {
      return Optional.empty();
    }
    ComplexMatrix sum = ComplexMatrix.identity(d).times(0);
    for (SparseMatrix jump : jumps) {
      ComplexMatrix dense = jump.toDense().times(1 / jump.maxAbs());
      sum = sum.plus(dense.adjoint().times(dense));
    }
    HermitianEigen eigen = HermitianEigen.of(sum);
    double largest = eigen.values()[d - 1];
    if (eigen.values()[0] > VANISHES * largest || !(eigen.values()[1] > ALONE * largest)) {
      return Optional.empty();
    }
    double[] vector = new double[2 * d];
    for (int i = 0; i < d; i++) {
      vector[2 * i] = eigen.vectors().re(i, 0);
      vector[2 * i + 1] = eigen.vectors().im(i, 0);
    }
    return Optional.of(vector);
  }

  /** Whether products of matrices make every vector of one. */
  private static boolean reaches(double[] first, List<SparseMatrix> generators, int d) {
    List<double[]> basis = new ArrayList<>();
    basis.add(first);
    for (int k = 0; k < basis.size() && basis.size() < d; k++) { // grows as it goes
      for (SparseMatrix generator : generators) {
        double[] next = new double[2 * d];
        generator.apply(basis.get(k), next);
        for (int pass = 0; pass < 2; pass++) {
          basis.forEach(b -> takeOut(b, next));
        }
        double norm = UniqueState.norm(next);
        if (norm > INDEPENDENT * generator.maxAbs()) {
          for (int i = 0; i < next.length; i++) {
            next[i] /= norm;
          }
          basis.add(next);
        }
      }
    }
    return basis.size() == d;
  }

  private static void takeOut(double[] b, double[] from) {
    double re = 0;
    double im = 0;
    for (int k = 0; k < b.length; k += 2) {
      re += b[k] * from[k] + b[k + 1] * from[k + 1];
      im += b[k] * from[k + 1] - b[k + 1] * from[k];
    }
    for (int k = 0; k < b.length; k += 2) {
      from[k] -= re * b[k] - im * b[k + 1];
      from[k + 1] -= re * b[k + 1] + im * b[k];
    }
  }
}
