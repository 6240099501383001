package qbattery.steady;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import qbattery.linalg.LinearMap;
import qbattery.linalg.Pair;
import qbattery.linalg.ShiftedInverse;
import qbattery.linalg.SparseMatrix;
import qbattery.linalg.SparsePairMatrix;

/**
 * About the inverse of {@code L + s |1/d><tr|} on a component that holds populations, from triangles
 * of {@code 1 - c L} with a large c.
 *
 * <p>{@code (1 - c L)^-1} is the mean of the motion over times of the order c, a physical map: it
 * leads to what lasts, and what decays it multiplies with about {@code 1/(c lambda)}. Hermitian and
 * antihermitian parts are real vectors for it, in the orthonormal basis of populations, {@code (|i><j|
 * + |j><i|)/sqrt 2} and {@code i (|i><j| - |j><i|)/sqrt 2}; so the adjoint is the transposed matrix.
 */
final class ComponentInverse implements LinearMap {

  /** c is so much over the largest element: triangles in doubles leave half of the digits. */
  private static final int FAR = 30;

  /** What lasts is told from what decays by so many applications. */
  private static final int APPLICATIONS = 3;

  private static final double ROOT = StrictMath.sqrt(2);

  private final Basis basis;
  private final ShiftedInverse inverse;
  private final double c;
  private final double d;
  private final double s;
  private final double[] lasting;
  private final boolean adjoint;

  private ComponentInverse(
      Basis basis,
      ShiftedInverse inverse,
      double c,
      double d,
      double s,
      double[] lasting,
      boolean adjoint) {
    this.basis = basis;
    this.inverse = inverse;
    this.c = c;
    this.d = d;
    this.s = s;
    this.lasting = lasting;
    this.adjoint = adjoint;
  }

  /** The inverses of a map and of its adjoint, from the same triangles. */
  record Both(ComponentInverse ofSystem, ComponentInverse ofAdjoint) {}

  /** A component of which the triangles can be made, and what they take. */
  static final class Plan {
    private final Basis basis;
    private final int exponent;
    private final int d;
    private final double s;
    private final ShiftedInverse.Family family;

    private Plan(Basis basis, SparseMatrix matrix, int d, double s) {
      this.basis = basis;
      this.exponent = StrictMath.getExponent(matrix.maxAbs());
      this.d = d;
      this.s = s;
      this.family = new ShiftedInverse.Family(basis.real(matrix));
    }

    /** How many products the triangles take. */
    double work() {
      return family.work();
    }

    /** The inverses; nothing if elements are so far apart that doubles do not lead there. */
    Optional<Both> make() {
      double c = StrictMath.scalb(1.0, FAR - exponent);
      ShiftedInverse inverse;
      try {
        inverse = family.of(c);
      } catch (ArithmeticException singular) {
        return Optional.empty();
      }
      double[] lasting = basis.populations(1.0 / d);
      for (int k = 0; k < APPLICATIONS; k++) {
        Optional<double[]> next = inverse.solve(lasting);
        if (next.isEmpty()) {
          return Optional.empty();
        }
        lasting = next.get();
        double trace = basis.trace(lasting);
        for (int a = 0; a < lasting.length; a++) {
          lasting[a] /= trace;
        }
      }
      return Optional.of(
          new Both(
              new ComponentInverse(basis, inverse, c, d, s, lasting, false),
              new ComponentInverse(basis, inverse, c, d, s, lasting, true)));
    }
  }

  /**
   * Looks at a component.
   *
   * @param component with populations, so that it is its own mirror image
   * @param matrix the generator on it
   * @param d dimension of the space
   * @param s what the trace is multiplied with
   */
  static Plan plan(Component component, SparseMatrix matrix, int d, double s) {
    return new Plan(new Basis(component, d), matrix, d, s);
  }

  @Override
  public int size() {
    return basis.pairs.length;
  }

  @Override
  public void apply(double[] x, double[] result) {
    Arrays.fill(result, 0);
    for (int part = 0; part < 2; part++) {
      double[] b = basis.part(x, part == 1);
      if (UniqueState.norm(b) > 0) {
        basis.add(adjoint ? solveAdjoint(b) : solveSystem(b), part == 1, result);
      }
    }
  }

  private double[] solveSystem(double[] b) {
    double trace = basis.trace(b);
    double[] rest = b.clone();
    basis.addPopulations(-trace / d, rest);
    double[] x = solved(rest);
    double along = trace / s - basis.trace(x);
    for (int a = 0; a < x.length; a++) {
      x[a] += along * lasting[a];
    }
    return x;
  }

  private double[] solveAdjoint(double[] b) {
    double along = 0;
    for (int a = 0; a < b.length; a++) {
      along += lasting[a] * b[a];
    }
    double[] rest = b.clone();
    basis.addPopulations(-along, rest);
    double[] x = solved(rest);
    basis.addPopulations(along / s - basis.trace(x) / d, x);
    return x;
  }

  /** {@code -c (1 - c L)^-1}, which is the inverse of L for what decays. */
  private double[] solved(double[] rest) {
    for (int a = 0; a < rest.length; a++) {
      rest[a] *= -c;
    }
    return (adjoint ? inverse.solveTransposed(rest) : inverse.solve(rest))
        .orElseThrow(
            () -> new ArithmeticException("the residual of a linear system does not fall"));
  }

  /** The orthonormal basis of Hermitian matrices on a component. */
  private static final class Basis {
    private final int[] pairs;
    private final int[] mirror;
    private final int d;

    Basis(Component component, int d) {
      this.pairs = component.pairs();
      this.d = d;
      this.mirror = new int[pairs.length];
      for (int a = 0; a < pairs.length; a++) {
        mirror[a] = Arrays.binarySearch(pairs, pairs[a] % d * d + pairs[a] / d);
      }
    }

    /** The real matrix; place a is the real part of pair (i, j), its mirror's the imaginary one. */
    SparsePairMatrix real(SparseMatrix matrix) {
      List<Map<Integer, Pair>> columns = new ArrayList<>();
      for (int a = 0; a < pairs.length; a++) {
        columns.add(new TreeMap<>());
      }
      matrix.forEach(
          (row, column, re, im) -> {
            if (row <= mirror[row]) { // the other rows are mirror images
              boolean diagonal = row == mirror[row];
              boolean flipped = column > mirror[column];
              int x = flipped ? mirror[column] : column;
              int y = mirror[x];
              double sign = flipped ? -1 : 1;
              double size = (diagonal ? 1 : ROOT) / (x == y ? 1 : ROOT);
              add(columns, row, x, size * re);
              if (x != y) {
                add(columns, row, y, -sign * size * im);
              }
              if (!diagonal) {
                add(columns, mirror[row], x, size * im);
                if (x != y) {
                  add(columns, mirror[row], y, sign * size * re);
                }
              }
            }
          });
      return new SparsePairMatrix(columns);
    }

    private static void add(List<Map<Integer, Pair>> columns, int row, int column, double value) {
      if (value != 0) {
        columns.get(column).merge(row, Pair.of(value), Pair::plus);
      }
    }

    /** The coordinates of the Hermitian part of a matrix, or of its antihermitian part over i. */
    double[] part(double[] x, boolean anti) {
      double[] b = new double[pairs.length];
      for (int a = 0; a < pairs.length; a++) {
        int m = mirror[a];
        double re = anti ? x[2 * a + 1] : x[2 * a];
        double im = anti ? -x[2 * a] : x[2 * a + 1];
        if (a == m) {
          b[a] = re;
        } else if (a < m) {
          double otherRe = anti ? x[2 * m + 1] : x[2 * m];
          double otherIm = anti ? -x[2 * m] : x[2 * m + 1];
          b[a] = (re + otherRe) / ROOT;
          b[m] = (im - otherIm) / ROOT;
        }
      }
      return b;
    }

    /** Adds a Hermitian matrix, or i times one, to a matrix. */
    void add(double[] coordinates, boolean anti, double[] into) {
      for (int a = 0; a < pairs.length; a++) {
        int m = mirror[a];
        double re = a == m ? coordinates[a] : coordinates[StrictMath.min(a, m)] / ROOT;
        double im = a == m ? 0 : coordinates[StrictMath.max(a, m)] / ROOT;
        im = a > m ? -im : im;
        into[2 * a] += anti ? -im : re;
        into[2 * a + 1] += anti ? re : im;
      }
    }

    boolean isPopulation(int a) {
      return pairs[a] / d == pairs[a] % d;
    }

    double[] populations(double value) {
      double[] x = new double[pairs.length];
      addPopulations(value, x);
      return x;
    }

    void addPopulations(double value, double[] x) {
      for (int a = 0; a < pairs.length; a++) {
        if (isPopulation(a)) {
          x[a] += value;
        }
      }
    }

    double trace(double[] x) {
      double trace = 0;
      for (int a = 0; a < pairs.length; a++) {
        trace += isPopulation(a) ? x[a] : 0;
      }
      return trace;
    }
  }
}
