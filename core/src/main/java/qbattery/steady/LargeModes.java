package qbattery.steady;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.ShiftedInverse;
import qbattery.linalg.SparseMatrix;
import qbattery.linalg.SparsePairMatrix;

/**
 * What rests in a component that is too large for all its eigenvalues: {@code (1 - c L)^-1} with a
 * large c leaves of random matrices what rests, and its adjoint what is conserved. Matrices are
 * taken until one is made of the others.
 *
 * @param modes the modes at rest
 * @param residual largest {@code ||L r||}, r of norm one
 * @param next what no other singular value is below, by estimate
 */
record LargeModes(List<AsymptoticMode> modes, double residual, double next) {

  /** c is so many powers of two over the largest element, as in {@link ComponentInverse}. */
  private static final int FAR = 30;

  private static final int APPLICATIONS = 3;

  /** Triangles of so many products are made. */
  private static final double MOST_WORK = 4e10;

  /** What is left of a vector of norm one that depends on those before; rounding is far below. */
  private static final double DEPENDENT = 1e-6;

  /** More matrices at rest are not looked for. */
  private static final int MOST = 100;

  private static final int ROUNDS = 4;

  /** The estimate of a singular value comes from above; half of it is on the safe side. */
  private static final double SAFETY = 0.5;

  LargeModes {
    modes = List.copyOf(modes);
  }

  /**
   * The modes at rest.
   *
   * @param component a component, or one of two mirror images
   * @param generator the generator on all pairs
   * @param d dimension of the space
   * @throws UnresolvedException if as many cannot be found, or others too
   */
  static LargeModes of(Component component, SparseMatrix generator, int d) {
    Component whole = component.mirrored() ? withMirrorImage(component, d) : component;
    ComponentBasis basis = new ComponentBasis(whole, d);
    SparseMatrix matrix = generator.submatrix(whole.pairs());
    SparsePairMatrix real = basis.real(matrix);
    ShiftedInverse.Family family = new ShiftedInverse.Family(real);
    if (family.work() > MOST_WORK) {
      throw new UnresolvedException(
          "Several matrices seem to last, one of them in a component of %d elements, which is too large to find it."
              .formatted(component.size()));
    }
    double c = StrictMath.scalb(1.0, FAR - StrictMath.getExponent(generator.maxAbs()));
    ShiftedInverse inverse = family.of(c);
    ComplexMatrix right = resting(inverse::solve, whole.size());
    ComplexMatrix conserved = resting(inverse::solveTransposed, whole.size());
    int k = right.columns();
    if (k == 0 || conserved.columns() != k) {
      throw new UnresolvedException(
          "In a component of %d elements %d matrices were found to rest and %d to be conserved, which should be as many."
              .formatted(whole.size(), k, conserved.columns()));
    }
    ComplexMatrix left = DenseSpectrum.dual(conserved, right);
    List<AsymptoticMode> modes = new ArrayList<>();
    double residual = 0;
    for (int j = 0; j < k; j++) {
      double[] r = column(right, j);
      double[] change = new double[2 * r.length];
      real.apply(Arrays.copyOf(r, 2 * r.length), change);
      residual = StrictMath.max(residual, UniqueState.norm(Arrays.copyOf(change, r.length)));
      modes.add(new AsymptoticMode(0, basis.matrix(r), basis.matrix(column(left, j))));
    }
    return new LargeModes(modes, residual, next(inverse, c, right, left));
  }

  private static Component withMirrorImage(Component component, int d) {
    int[] pairs =
        IntStream.concat(
                Arrays.stream(component.pairs()),
                Arrays.stream(component.pairs()).map(p -> p % d * d + p / d))
            .sorted()
            .toArray();
    return new Component(pairs, false, component.populations());
  }

  /** An orthonormal basis of what a map leaves after some applications. */
  private static ComplexMatrix resting(Function<double[], Optional<double[]>> map, int n) {
    List<double[]> basis = new ArrayList<>();
    for (int attempt = 0; attempt < MOST; attempt++) {
      double[] x = new SplittableRandom(17L + attempt).doubles(n, -1, 1).toArray();
      for (int k = 0; k < APPLICATIONS; k++) {
        x = solved(map, x);
      }
      double before = UniqueState.norm(x);
      for (int pass = 0; pass < 2; pass++) {
        for (double[] b : basis) {
          add(b, -product(b, x), x);
        }
      }
      double norm = UniqueState.norm(x);
      if (!(norm > DEPENDENT * before)) {
        return ComplexMatrix.generate(n, basis.size(), (a, j) -> Complex.real(basis.get(j)[a]));
      }
      for (int a = 0; a < n; a++) {
        x[a] /= norm;
      }
      basis.add(x);
    }
    throw new UnresolvedException(
        "%d matrices and more of a component of %d elements rest, too many to look for."
            .formatted(MOST, n));
  }

  /** By inverse iteration on what decays, where {@code -c (1 - c L)^-1} is the inverse of L. */
  private static double next(
      ShiftedInverse inverse, double c, ComplexMatrix right, ComplexMatrix left) {
    double[] v = new SplittableRandom(7).doubles(right.rows(), -1, 1).toArray();
    double smallest = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      double before = UniqueState.norm(v);
      double[] z = solved(inverse::solve, decaying(v, right, left));
      z = solved(inverse::solveTransposed, decaying(z, left, right));
      double norm = UniqueState.norm(z);
      if (norm == 0) {
        break; // nothing decays
      }
      smallest = StrictMath.min(smallest, StrictMath.sqrt(before / norm) / c);
      for (int a = 0; a < z.length; a++) {
        z[a] /= norm;
      }
      v = z;
    }
    return SAFETY * smallest;
  }

  /** A vector without what rests. */
  private static double[] decaying(double[] v, ComplexMatrix resting, ComplexMatrix dual) {
    double[] rest = v.clone();
    for (int j = 0; j < resting.columns(); j++) {
      add(column(resting, j), -product(column(dual, j), v), rest);
    }
    return rest;
  }

  private static double[] solved(Function<double[], Optional<double[]>> map, double[] b) {
    return map.apply(b)
        .orElseThrow(
            () -> new ArithmeticException("the residual of a linear system does not fall."));
  }

  private static double[] column(ComplexMatrix matrix, int j) {
    double[] column = new double[matrix.rows()];
    Arrays.setAll(column, a -> matrix.re(a, j));
    return column;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  private static void add(double[] a, double factor, double[] into) {
    for (int k = 0; k < a.length; k++) {
      into[k] += factor * a[k];
    }
  }
}
