package qbattery.linalg;

/**
 * Singular values of a real upper bidiagonal matrix of norm about one, by implicitly shifted QR
 * sweeps (Golub and Van Loan, Matrix Computations, Sec. 8.6.2); overwrites what it is given.
 *
 * <p>Two trains of rotations chase one element down the matrix, so that its product with its own
 * transpose, which would square the small values away, is never formed. An element on the diagonal
 * that is zero, or nearly, needs no case of its own: the sweep is then unshifted and carries it to
 * the end, where it splits off.
 */
final class BidiagonalQr {

  private static final int MAX_SWEEPS = 60;

  /** Sweeps in which an element must vanish against its neighbours; usually two or three do. */
  private static final int PATIENCE = 20;

  private static final double ROUNDING = 0x1p-53;

  /**
   * What counts as nothing against the sum of two neighbours on the diagonal. Between equal values
   * v a sweep leaves the difference of two products of about v / 2, of some five roundings each:
   * five of v in all, against which these are eight. With less, a sweep can make the same noise
   * again, for ever.
   */
  private static final double NEGLIGIBLE = 4 * ROUNDING;

  /** What hides a part of a block from a shift; its square is rounding. */
  private static final double SMALL = 0x1p-26;

  private static final double TINY_SQUARE = Tridiagonal.TINY_SQUARE;

  /** Makes numbers whose squares are below {@link #TINY_SQUARE} large enough to be squared. */
  private static final double LIFT = 0x1p700;

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
      for (int j = 0; d[k] < 0 && right.length > 0 && j < right[k].length; j++) {
        right[k][j] = -right[k][j];
      }
      d[k] = StrictMath.abs(d[k]); // of a negative zero as well
    }
  }

  private boolean negligible(int k, int sweeps) {
    double scale = sweeps < PATIENCE ? StrictMath.abs(d[k]) + StrictMath.abs(d[k + 1]) : 2 * norm;
    return StrictMath.abs(e[k]) <= NEGLIGIBLE * scale || e[k] * e[k] < TINY_SQUARE;
  }

  private void sweep(int first, int last) {
    double shift = smallestOfTwo(d[last - 1], e[last - 1], d[last]);
    double size = StrictMath.abs(d[first]);
    double head;
    double bulge;
    if (hidden(first, last, shift) || shift * shift <= ROUNDING * size * size) {
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

  /**
   * Whether an element above the last is so small beside the shift that the sweep would hardly
   * couple what is on its two sides. The block then has a smaller value than the shift, and an
   * unshifted sweep, of which an exact zero is only the clearest case, carries it to the end.
   */
  private boolean hidden(int first, int last, double shift) {
    for (int k = first; k < last; k++) {
      if (StrictMath.abs(d[k]) <= SMALL * shift) {
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
    if (square < TINY_SQUARE && (x != 0 || y != 0)) {
      // A length of few digits would give a cosine and a sine of few digits: no rotation.
      return rotation(x * LIFT, y * LIFT) / LIFT;
    }
    double length = StrictMath.sqrt(square);
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
