package qbattery.linalg;

import java.util.Arrays;

/**
 * A square real matrix whose elements are sums of two doubles that do not overlap, about 32 digits
 * (Dekker, Numer. Math. 18, 224 (1971)).
 *
 * <p>It serves exponentials of generators in which rates of very different size stand side by side:
 * each squaring doubles the rounding of the fast ones, and in doubles it would cover the slow ones.
 * Products are summed as in a compensated dot product (Ogita, Rump and Oishi, SIAM J. Sci. Comput.
 * 26, 1955 (2005)), so an element is off by some 1e-31 of the sum of the sizes of its terms.
 * Elements must lie well below 1e290 in size.
 */
public final class PairMatrix {

  /** Terms of a Taylor series are left out where they can move no digit of a pair. */
  private static final double NEGLIGIBLE = 1e-35;

  private final int n;
  private final double[][] high;
  private final double[][] low;

  /**
   * A matrix of zeros.
   *
   * @param n number of rows and of columns
   */
  public PairMatrix(int n) {
    this.n = n;
    this.high = new double[n][n];
    this.low = new double[n][n];
  }

  /**
   * Number of rows and of columns.
   *
   * @return the size
   */
  public int size() {
    return n;
  }

  /**
   * Adds to an element.
   *
   * @param row its row
   * @param column its column
   * @param summand what is added
   */
  public void add(int row, int column, Pair summand) {
    add(row, column, summand.high(), summand.low());
  }

  private void add(int row, int column, double value, double rest) {
    double sum = high[row][column] + value;
    double part = sum - high[row][column];
    double lost = (high[row][column] - (sum - part)) + (value - part);
    set(row, column, sum, low[row][column] + rest + lost);
  }

  private void set(int row, int column, double value, double rest) {
    double sum = value + rest;
    high[row][column] = sum;
    low[row][column] = rest - (sum - value);
  }

  /**
   * An element.
   *
   * @param row its row
   * @param column its column
   * @return the element
   */
  public Pair get(int row, int column) {
    return new Pair(high[row][column], low[row][column]);
  }

  /**
   * Largest sum of the sizes of the elements of a column.
   *
   * @return the 1-norm
   */
  public double norm1() {
    double[] sums = new double[n];
    for (double[] row : high) {
      for (int j = 0; j < n; j++) {
        sums[j] += StrictMath.abs(row[j]);
      }
    }
    double largest = 0;
    for (double sum : sums) {
      largest = StrictMath.max(largest, sum);
    }
    return largest;
  }

  /**
   * The matrix times a number.
   *
   * @param factor the number
   * @return the product
   */
  public PairMatrix times(double factor) {
    PairMatrix product = new PairMatrix(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double p = high[i][j] * factor;
        double e = Pair.residue(high[i][j], factor, p) + low[i][j] * factor;
        product.set(i, j, p, e);
      }
    }
    return product;
  }

  /**
   * The exponential less one, {@code A + A^2/2 + A^3/6 + ...}: of a small matrix that keeps the
   * digits which adding one would take.
   *
   * @return exp(A) - 1
   * @throws IllegalArgumentException if the 1-norm is above one, where the series is no good way
   */
  public PairMatrix exponentialLessOne() {
    double norm = norm1();
    if (!(norm <= 1)) {
      throw new IllegalArgumentException(
          "The series of the exponential is for matrices of a norm up to 1; this one has %s."
              .formatted(norm));
    }
    PairMatrix sum = copy();
    PairMatrix term = this;
    double size = norm;
    for (int k = 2; size > NEGLIGIBLE * norm; k++) {
      term = product(term).dividedBy(k);
      sum.add(term);
      size *= norm / k;
    }
    return sum;
  }

  /**
   * {@code 2 F + F^2}: with F = exp(A) - 1 it is exp(2 A) - 1.
   *
   * @return the same of twice the time
   */
  public PairMatrix doubled() {
    PairMatrix square = product(this);
    square.add(this);
    square.add(this);
    return square;
  }

  private PairMatrix copy() {
    PairMatrix copy = new PairMatrix(n);
    copy.add(this);
    return copy;
  }

  private void add(PairMatrix other) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        add(i, j, other.high[i][j], other.low[i][j]);
      }
    }
  }

  private PairMatrix dividedBy(double divisor) {
    PairMatrix quotient = new PairMatrix(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double q = high[i][j] / divisor;
        double p = q * divisor;
        double left = (high[i][j] - p) - Pair.residue(q, divisor, p) + low[i][j];
        quotient.set(i, j, q, left / divisor);
      }
    }
    return quotient;
  }

  private PairMatrix product(PairMatrix right) {
    PairMatrix product = new PairMatrix(n);
    for (int i = 0; i < n; i++) {
      double[] sum = product.high[i];
      double[] rest = product.low[i];
      for (int k = 0; k < n; k++) {
        if (high[i][k] != 0) {
          accumulate(high[i][k], low[i][k], right.high[k], right.low[k], sum, rest);
        }
      }
      for (int j = 0; j < n; j++) {
        product.set(i, j, sum[j], rest[j]);
      }
    }
    return product;
  }

  /** sum + rest += (a + b) (x + y), element by element. */
  private static void accumulate(
      double a, double b, double[] x, double[] y, double[] sum, double[] rest) {
    double wide = Pair.SPLITTER * a;
    double aHigh = wide - (wide - a);
    double aLow = a - aHigh;
    for (int j = 0; j < x.length; j++) {
      double v = x[j];
      double p = a * v;
      double shifted = Pair.SPLITTER * v;
      double vHigh = shifted - (shifted - v);
      double vLow = v - vHigh;
      double e = ((aHigh * vHigh - p) + aHigh * vLow + aLow * vHigh) + aLow * vLow;
      double before = sum[j];
      double s = before + p;
      double part = s - before;
      double lost = (before - (s - part)) + (p - part);
      sum[j] = s;
      rest[j] += lost + (e + (a * y[j] + b * v));
    }
  }

  /**
   * The product with a vector of pairs.
   *
   * @param x leading parts, then as many rests
   * @param result receives the product likewise; another array than x
   */
  public void apply(double[] x, double[] result) {
    for (int i = 0; i < n; i++) {
      double sum = 0;
      double rest = 0;
      double[] a = high[i];
      double[] b = low[i];
      for (int k = 0; k < n; k++) {
        if (a[k] != 0) {
          double p = a[k] * x[k];
          double e = Pair.residue(a[k], x[k], p);
          double s = sum + p;
          double part = s - sum;
          rest += (sum - (s - part)) + (p - part) + (e + (a[k] * x[n + k] + b[k] * x[k]));
          sum = s;
        }
      }
      result[i] = sum + rest;
      result[n + i] = rest - (result[i] - sum);
    }
  }

  /**
   * Adds a vector of pairs to another.
   *
   * @param x leading parts, then as many rests
   * @param into the other; receives the sum
   */
  public static void addPairs(double[] x, double[] into) {
    int n = x.length / 2;
    for (int i = 0; i < n; i++) {
      double sum = into[i] + x[i];
      double part = sum - into[i];
      double rest = (into[i] - (sum - part)) + (x[i] - part) + (into[n + i] + x[n + i]);
      into[i] = sum + rest;
      into[n + i] = rest - (into[i] - sum);
    }
  }

  /**
   * Multiplies a vector of pairs by a fraction.
   *
   * @param x leading parts, then as many rests; is overwritten
   * @param numerator above the line
   * @param denominator below the line
   */
  public static void scalePairs(double[] x, double numerator, double denominator) {
    int n = x.length / 2;
    for (int i = 0; i < n; i++) {
      double p = x[i] * numerator;
      double e = Pair.residue(x[i], numerator, p) + x[n + i] * numerator;
      double q = p / denominator;
      double left = (p - q * denominator) - Pair.residue(q, denominator, q * denominator) + e;
      double rest = left / denominator;
      x[i] = q + rest;
      x[n + i] = rest - (x[i] - q);
    }
  }

  /**
   * How far another matrix is.
   *
   * @param other a matrix of the same size
   * @return the largest difference of two elements
   */
  public double distance(PairMatrix other) {
    double largest = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double apart = (high[i][j] - other.high[i][j]) + (low[i][j] - other.low[i][j]);
        largest = StrictMath.max(largest, StrictMath.abs(apart));
      }
    }
    return largest;
  }

  /**
   * Whether another matrix is the same to the last digits of a double.
   *
   * @param other a matrix of the same size
   * @return true if no leading part differs
   */
  public boolean leadsLike(PairMatrix other) {
    for (int i = 0; i < n; i++) {
      if (!Arrays.equals(high[i], other.high[i])) {
        return false;
      }
    }
    return true;
  }
}
