package qbattery.linalg;

import java.util.Arrays;

/**
 * Orthonormal complex vectors, one added after the other: the basis of a Krylov space.
 *
 * <p>New vectors are made orthogonal by classical Gram-Schmidt done twice, which is as good as
 * Householder reflections and better than modified Gram-Schmidt done once (Giraud, Langou,
 * Rozloznik and van den Eshof, Numer. Math. 101, 87 (2005)); unlike the modified kind it works on
 * all vectors at once. Real and imaginary parts of the coefficients are summed apart, four vectors
 * at a time and by stretches that stay near the processor, in loops that the compiler turns into
 * vector instructions; the order of additions does not depend on the machine.
 */
final class KrylovBasis {

  private static final int STRETCH = 4096;

  private final double[][] vectors;
  private final double[] turned;
  private final double[] first;
  private final double[] second;
  private int count;

  KrylovBasis(int size, int capacity) {
    vectors = new double[capacity][];
    turned = new double[2 * size];
    first = new double[StrictMath.min(STRETCH, 2 * size)];
    second = new double[first.length];
  }

  int count() {
    return count;
  }

  double[] get(int k) {
    return vectors[k];
  }

  /** Forgets all vectors but the first few. */
  void keep(int kept) {
    count = kept;
  }

  /** Adds w / norm, which must be orthogonal to the others. */
  void add(double[] w, double norm) {
    if (vectors[count] == null) {
      vectors[count] = new double[w.length];
    }
    double[] v = vectors[count++];
    for (int k = 0; k < w.length; k++) {
      v[k] = w[k] / norm;
    }
  }

  /**
   * Takes from w its components along the basis, and gives the length of what is left.
   *
   * @param w is overwritten
   * @param hRe receives the components' real parts
   * @param hIm and their imaginary parts
   */
  double orthogonalise(double[] w, double[] hRe, double[] hIm) {
    Arrays.fill(hRe, 0, count, 0);
    Arrays.fill(hIm, 0, count, 0);
    double[] cRe = new double[count];
    double[] cIm = new double[count];
    for (int pass = 0; pass < 2; pass++) {
      turn(w);
      for (int j = 0; j < count; j++) {
        multiply(vectors[j], w, j, cRe, cIm);
        hRe[j] += cRe[j];
        hIm[j] += cIm[j];
        cRe[j] = -cRe[j];
        cIm[j] = -cIm[j];
      }
      addCombination(cRe, cIm, count, w);
    }
    return norm(w);
  }

  /** -i w. */
  private void turn(double[] w) {
    for (int k = 0; k < w.length; k += 2) {
      turned[k] = w[k + 1];
      turned[k + 1] = -w[k];
    }
  }

  /** The product of v with w: of the arrays, and of v with -i w for the imaginary part. */
  private void multiply(double[] v, double[] w, int j, double[] re, double[] im) {
    double evenRe = 0; // four sums that do not wait for one another
    double oddRe = 0;
    double evenIm = 0;
    double oddIm = 0;
    for (int k = 0; k < w.length; k += 2) {
      evenRe += v[k] * w[k];
      oddRe += v[k + 1] * w[k + 1];
      evenIm += v[k] * turned[k];
      oddIm += v[k + 1] * turned[k + 1];
    }
    re[j] = evenRe + oddRe;
    im[j] = evenIm + oddIm;
  }

  /** Adds to a vector a combination of the first few of the basis. */
  void addCombination(double[] cRe, double[] cIm, int number, double[] into) {
    for (int from = 0; from < into.length; from += STRETCH) {
      int length = StrictMath.min(STRETCH, into.length - from);
      combine(cRe, cIm, number, from, length);
      for (int k = 0; k < length; k += 2) {
        into[from + k] += first[k] - second[k + 1];
        into[from + k + 1] += first[k + 1] + second[k];
      }
    }
  }

  /** One stretch of the sums of real parts times vectors, and of imaginary parts times vectors. */
  private void combine(double[] cRe, double[] cIm, int number, int from, int length) {
    Arrays.fill(first, 0, length, 0);
    Arrays.fill(second, 0, length, 0);
    int j = 0;
    for (; j + 3 < number; j += 4) {
      addFour(j, from, length, cRe, first);
      addFour(j, from, length, cIm, second);
    }
    for (; j < number; j++) {
      addOne(vectors[j], from, length, cRe[j], first);
      addOne(vectors[j], from, length, cIm[j], second);
    }
  }

  private void addFour(int j, int from, int length, double[] factor, double[] sum) {
    addFour(
        vectors[j],
        vectors[j + 1],
        vectors[j + 2],
        vectors[j + 3],
        from,
        length,
        factor[j],
        factor[j + 1],
        factor[j + 2],
        factor[j + 3],
        sum);
  }

  private static void addFour(
      double[] x,
      double[] y,
      double[] z,
      double[] u,
      int from,
      int length,
      double a,
      double b,
      double c,
      double d,
      double[] sum) {
    for (int k = 0; k < length; k++) {
      sum[k] += (a * x[from + k] + b * y[from + k]) + (c * z[from + k] + d * u[from + k]);
    }
  }

  private static void addOne(double[] x, int from, int length, double a, double[] sum) {
    for (int k = 0; k < length; k++) {
      sum[k] += a * x[from + k];
    }
  }

  /**
   * Replaces the vectors by fewer combinations of them.
   *
   * @param cRe row k holds the real parts of the coefficients of the new vector k
   * @param cIm and their imaginary parts
   * @param kept how many new vectors
   */
  void replace(double[][] cRe, double[][] cIm, int kept) {
    double[][] fresh = new double[kept][StrictMath.min(STRETCH, turned.length)];
    int size = turned.length;
    for (int from = 0; from < size; from += STRETCH) {
      int length = StrictMath.min(STRETCH, size - from);
      for (int i = 0; i < kept; i++) {
        combine(cRe[i], cIm[i], count, from, length);
        for (int k = 0; k < length; k += 2) {
          fresh[i][k] = first[k] - second[k + 1];
          fresh[i][k + 1] = first[k + 1] + second[k];
        }
      }
      for (int i = 0; i < kept; i++) {
        System.arraycopy(fresh[i], 0, vectors[i], from, length);
      }
    }
    count = kept;
  }

  /** The length of a vector, without overflow on the way. */
  static double norm(double[] w) {
    double largest = 0;
    for (double part : w) {
      largest = StrictMath.max(largest, StrictMath.abs(part));
    }
    if (largest == 0 || !Double.isFinite(largest)) {
      return largest;
    }
    double scale = Tridiagonal.scaleFor(largest);
    double sum = 0;
    for (double part : w) {
      sum += part * scale * (part * scale);
    }
    return StrictMath.sqrt(sum) / scale;
  }
}
