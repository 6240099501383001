package qbattery.steady;

import java.util.Arrays;
import java.util.Optional;
import qbattery.linalg.LinearMap;
import qbattery.linalg.ShiftedInverse;
import qbattery.linalg.SparseMatrix;

/**
 * About the inverse of {@code L + s |1/d><tr|} on a component that holds populations, from
 * triangles of {@code 1 - c L} with a large c.
 *
 * <p>{@code (1 - c L)^-1} is the mean of the motion over times of the order c, a physical map: it
 * leads to what lasts, and what decays it multiplies with about {@code 1/(c lambda)}. Hermitian and
 * antihermitian parts are real vectors for it, in a {@link ComponentBasis}.
 */
final class ComponentInverse implements LinearMap {

  /** c is so much over the largest element: triangles in doubles leave half of the digits. */
  private static final int FAR = 30;

  /** What lasts is told from what decays by so many applications. */
  private static final int APPLICATIONS = 3;

  private final ComponentBasis basis;
  private final ShiftedInverse inverse;
  private final double c;
  private final double d;
  private final double s;
  private final double[] lasting;
  private final boolean adjoint;

  private ComponentInverse(
      ComponentBasis basis,
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
    private final ComponentBasis basis;
    private final int exponent;
    private final int d;
    private final double s;
    private final ShiftedInverse.Family family;

    private Plan(ComponentBasis basis, SparseMatrix matrix, int d, double s) {
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
    return new Plan(new ComponentBasis(component, d), matrix, d, s);
  }

  @Override
  public int size() {
    return basis.size();
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
}
