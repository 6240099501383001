package qbattery.dynamics;

/**
 * One step of Dormand-Prince 8(5,3) as a polynomial of degree 7 in time, independent of the
 * integrator.
 *
 * @param start where the step starts
 * @param end where it ends
 * @param polynomial the vector at the start and seven coefficient vectors
 */
record Interpolant(double start, double end, double[][] polynomial) implements DenseStep {

  /** The vector at the start and seven coefficients. */
  static final int POLYNOMIALS = 8;

  @Override
  public void evaluate(double time, double[] into) {
    evaluate(polynomial, (time - start) / (end - start), into);
  }

  @Override
  public DenseStep copy() {
    return this;
  }

  /**
   * Evaluates the polynomial, nested alternately in s and 1 - s.
   *
   * @param p the vector at the start and seven coefficients
   * @param s the fraction of the step, from 0 to 1
   * @param into receives the vector
   */
  static void evaluate(double[][] p, double s, double[] into) {
    double r = 1 - s;
    System.arraycopy(p[POLYNOMIALS - 1], 0, into, 0, into.length);
    nest(into, s, p[6], r, p[5]);
    nest(into, s, p[4], r, p[3]);
    nest(into, s, p[2], r, p[1]);
    double[] first = p[0];
    for (int j = 0; j < into.length; j++) {
      into[j] = first[j] + s * into[j];
    }
  }

  /** Two levels of the nesting; few arrays in a loop, so that the compiler uses vectors. */
  private static void nest(double[] x, double s, double[] inner, double r, double[] outer) {
    for (int j = 0; j < x.length; j++) {
      x[j] = outer[j] + r * (inner[j] + s * x[j]);
    }
  }
}
