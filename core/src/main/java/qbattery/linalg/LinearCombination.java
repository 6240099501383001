package qbattery.linalg;

import java.util.Arrays;

/**
 * Sums of weighted vectors, {@code into = base + sum_i w_i v_i}, in which an integrator spends much
 * of its time.
 *
 * <p>Four vectors are added at a time, so that the sum is read and written a quarter as often, in
 * loops that the compiler turns into vector instructions. The order of additions is fixed: the last
 * bits do not depend on the machine.
 */
public final class LinearCombination {

  private LinearCombination() {}

  /**
   * Adds weighted vectors to a base.
   *
   * @param base the vector to start from; may be the same array as {@code into}
   * @param factor what all weights are multiplied with
   * @param weights the weights; those that are zero cost nothing
   * @param vectors the vectors, all of one length; the first {@code count} are added
   * @param count how many
   * @param into receives the sum; none of the vectors
   */
  public static void add(
      double[] base,
      double factor,
      double[] weights,
      double[][] vectors,
      int count,
      double[] into) {
    if (base != into) {
      System.arraycopy(base, 0, into, 0, into.length);
    }
    double[] w = new double[4];
    double[][] v = new double[4][];
    int held = 0;
    for (int i = 0; i < count; i++) {
      if (weights[i] != 0) {
        w[held] = factor * weights[i];
        v[held] = vectors[i];
        held++;
      }
      if (held == 4) {
        addFour(into, w[0], v[0], w[1], v[1], w[2], v[2], w[3], v[3]);
        held = 0;
      }
    }
    addFew(into, held, w, v);
  }

  /**
   * A sum of weighted vectors.
   *
   * @param factor what all weights are multiplied with
   * @param weights the weights
   * @param vectors the vectors, of which the first {@code count} are added
   * @param count how many
   * @param into receives the sum; none of the vectors
   */
  public static void of(
      double factor, double[] weights, double[][] vectors, int count, double[] into) {
    Arrays.fill(into, 0);
    add(into, factor, weights, vectors, count, into);
  }

  private static void addFew(double[] into, int count, double[] w, double[][] v) {
    switch (count) {
      case 1 -> addOne(into, w[0], v[0]);
      case 2 -> addTwo(into, w[0], v[0], w[1], v[1]);
      case 3 -> {
        addTwo(into, w[0], v[0], w[1], v[1]);
        addOne(into, w[2], v[2]);
      }
      default -> {} // nothing is left
    }
  }

  private static void addOne(double[] into, double a, double[] x) {
    for (int j = 0; j < into.length; j++) {
      into[j] += a * x[j];
    }
  }

  private static void addTwo(double[] into, double a, double[] x, double b, double[] y) {
    for (int j = 0; j < into.length; j++) {
      into[j] += a * x[j] + b * y[j];
    }
  }

  private static void addFour(
      double[] into,
      double a,
      double[] x,
      double b,
      double[] y,
      double c,
      double[] z,
      double d,
      double[] u) {
    for (int j = 0; j < into.length; j++) {
      into[j] += (a * x[j] + b * y[j]) + (c * z[j] + d * u[j]);
    }
  }
}
