package qbattery.linalg;

/**
 * Singular values of a real upper bidiagonal matrix of norm about one, by implicitly shifted QR
 * sweeps (Golub and Van Loan, Matrix Computations, Sec. 8.6.2); overwrites what it is given.
 *
 * <p>Two trains of rotations chase one element down the matrix, so that its product with its own
 * transpose, which would square the small values away, is never formed. An element on the diagonal
 * that is exactly zero needs no case of its own: the sweep is then unshifted and splits it off.
 */
final class BidiagonalQr {

  private static final int MAX_SWEEPS = 60;

  /** Sweeps in which an element must vanish against its neighbours; usually two or three do. */
  private static final int PATIENCE = 20;

  private static final double ROUNDING = 0x1p-53;
  private static final double TINY_SQUARE = Tridiagonal.TINY_SQUARE;

  private final double[] d;
  private final double[] e;
  private final double[][] left;
  private final double[][] right;
  private final double norm;
  private double cosine;
  private double sine;

  private BidiagonalQr(double[] d, double[] e, double[][] left, double[][] right) {
    this.d = d;
    this.e = e;
    this.left = left;
    this.right = right;
    double largest = 0;
    for (int k = 0; k < d.length; k++) {
      largest = StrictMath.max(largest, StrictMath.abs(d[k]) + StrictMath.abs(e[k]));
    }
    norm = largest;
  }

  /**
   * Replaces the diagonal by the singular values, not negative, in no order.
   *
   * @param d the diagonal
   * @param e entry k couples k and k + 1; the last one is zero
   * @param left the identity, whose rows become the left singular vectors; or no rows
   * @param right the same for the right ones; or no rows
   */
  static void diagonalise(double[] d, double[] e, double[][] left, double[][] right) {
    new BidiagonalQr(d, e, left, right).run();
  }

  private void run() {
    int sweeps = 0;
    int last = d.length - 1;
    while (last > 0) {
      if (negligible(last - 1, sweeps)) {
        e[last - 1] = 0;
        last--;
        sweeps = 0;
        continue;
      }
      if (sweeps++ == MAX_SWEEPS) {
        throw new ArithmeticException(
            "The iteration for singular values did not settle within %d sweeps."
                .formatted(MAX_SWEEPS));
      }
      int first = last - 1;
      while (first > 0 && !negligible(first - 1, sweeps)) {
        first--;
      }
      if (first > 0) {
        e[first - 1] = 0;
      }
      sweep(first, last);
    }
    for (int k = 0; k < d.length; k++) {
      if (d[k] < 0) {
        d[k] = -d[k];
        for (int j = 0; right.length > 0 && j < right[k].length; j++) {
          right[k][j] = -right[k][j];
        }
      }
    }
  }

  private boolean negligible(int k, int sweeps) {
    double scale = sweeps < PATIENCE ? StrictMath.abs(d[k]) + StrictMath.abs(d[k + 1]) : norm;
    return StrictMath.abs(e[k]) <= ROUNDING * scale || e[k] * e[k] < TINY_SQUARE;
  }

  private void sweep(int first, int last) {
    double shift = smallestOfTwo(d[last - 1], e[last - 1], d[last]);
    double size = StrictMath.abs(d[first]);
    double head;
    double bulge;
    if (singular(first, last) || shift * shift <= ROUNDING * size * size) {
      head = d[first];
      bulge = e[first];
    } else {
      head = (size - shift) * (size + shift);
      bulge = d[first] * e[first];
    }
    for (int k = first; k < last; k++) {
      double length = rotation(head, bulge);
      if (k > first) {
        e[k - 1] = length;
      }
      double f = cosine * d[k] + sine * e[k];
      e[k] = cosine * e[k] - sine * d[k];
      double below = sine * d[k + 1];
      d[k + 1] *= cosine;
      turn(right, k);

      d[k] = rotation(f, below);
      head = cosine * e[k] + sine * d[k + 1];
      d[k + 1] = cosine * d[k + 1] - sine * e[k];
      bulge = sine * e[k + 1];
      if (k + 1 < last) {
        e[k + 1] *= cosine;
      }
      turn(left, k);
    }
    e[last - 1] = head;
  }

  private boolean singular(int first, int last) {
    for (int k = first; k <= last; k++) {
      if (d[k] == 0) {
        return true;
      }
    }
    return false;
  }

  /** The smaller singular value of the triangle ((f, g), (0, h)). */
  private static double smallestOfTwo(double f, double g, double h) {
    double sum = StrictMath.abs(f) + StrictMath.abs(h);
    double difference = StrictMath.abs(f) - StrictMath.abs(h);
    double largest =
        (StrictMath.sqrt(sum * sum + g * g) + StrictMath.sqrt(difference * difference + g * g)) / 2;
    return largest == 0 ? 0 : StrictMath.abs(f) / largest * StrictMath.abs(h);
  }

  /** Sets cosine and sine so that (x, y) turns to (length, 0), and gives the length. */
  private double rotation(double x, double y) {
    double square = x * x + y * y;
    double length = square < TINY_SQUARE ? StrictMath.hypot(x, y) : StrictMath.sqrt(square);
    cosine = length == 0 ? 1 : x / length;
    sine = length == 0 ? 0 : y / length;
    return length;
  }

  private void turn(double[][] rows, int k) {
    if (rows.length > 0) {
      HermitianKernel.rotate(rows[k], rows[k + 1], cosine, -sine);
    }
  }
}
