package qbattery.linalg;

/**
 * The probabilities of transitions between levels in some time, each known to nearly all digits
 * however small it is.
 *
 * <p>The probability to stay is what the transitions leave of one, as long as that is more than one
 * half; columns add up to one by construction, and nothing but positive numbers is ever added
 * (after Grassmann, Taksar and Heyman, Oper. Res. 33, 1107 (1985)). So rates that are hundreds of
 * powers of ten apart do not disturb each other.
 */
public final class TransitionMatrix {

  /** So many steps of a Poisson process with a mean of one are followed: 1/25! is 1e-25. */
  private static final int JUMPS = 25;

  private final int n;

  /** Element (i, j) is the probability to come from level j to level i; none on the diagonal. */
  private final double[][] change;

  private final double[] stay;

  private TransitionMatrix(int n) {
    this.n = n;
    this.change = new double[n][n];
    this.stay = new double[n];
  }

  /**
   * The transitions in a unit of time, by uniformisation: as many jumps as a Poisson process with
   * mean one makes.
   *
   * @param rates element (i, j) is the rate from level j to level i, not negative; the diagonal is
   *     not read
   * @return the probabilities
   * @throws IllegalArgumentException if the rates out of a level add up to more than one half
   */
  public static TransitionMatrix inUnitTime(double[][] rates) {
    TransitionMatrix jump = jump(rates);
    TransitionMatrix sum = new TransitionMatrix(jump.n);
    TransitionMatrix power = jump;
    double weight = 1 / StrictMath.E;
    for (int j = 0; j < jump.n; j++) {
      sum.stay[j] = weight;
    }
    for (int k = 1; k <= JUMPS; k++) {
      sum.add(weight, power);
      weight /= k + 1;
      power = jump.times(power);
    }
    sum.complete();
    return sum;
  }

  /**
   * One jump of the uniformised process: a unit of its own time.
   *
   * @param rates as above
   * @return one plus the rate matrix
   */
  public static TransitionMatrix jump(double[][] rates) {
    TransitionMatrix jump = new TransitionMatrix(rates.length);
    for (int i = 0; i < jump.n; i++) {
      for (int j = 0; j < jump.n; j++) {
        jump.change[i][j] = i == j ? 0 : rates[i][j];
      }
    }
    for (double leaves : jump.leaving()) {
      if (!(leaves <= 0.5)) {
        throw new IllegalArgumentException(
            "Uniformisation takes rates out of a level of up to 0.5 in a unit of time; found %s."
                .formatted(leaves));
      }
    }
    jump.complete();
    return jump;
  }

  private void add(double weight, TransitionMatrix other) {
    for (int i = 0; i < n; i++) {
      stay[i] += weight * other.stay[i];
      for (int j = 0; j < n; j++) {
        change[i][j] += weight * other.change[i][j];
      }
    }
  }

  /** What leaves each level. */
  private double[] leaving() {
    double[] leaves = new double[n];
    for (double[] row : change) {
      for (int j = 0; j < n; j++) {
        leaves[j] += row[j];
      }
    }
    return leaves;
  }

  /** Makes columns add up to one. */
  private void complete() {
    double[] leaves = leaving();
    for (int j = 0; j < n; j++) {
      if (leaves[j] < 0.5) {
        stay[j] = 1 - leaves[j];
      } else {
        double all = leaves[j] + stay[j];
        stay[j] /= all;
        for (double[] row : change) {
          row[j] /= all;
        }
      }
    }
  }

  /**
   * The transitions in twice the time.
   *
   * @return the square
   */
  public TransitionMatrix doubled() {
    TransitionMatrix square = times(this);
    square.complete();
    return square;
  }

  private TransitionMatrix times(TransitionMatrix right) {
    TransitionMatrix product = new TransitionMatrix(n);
    for (int i = 0; i < n; i++) {
      double[] sum = product.change[i];
      for (int k = 0; k < n; k++) {
        double a = k == i ? stay[i] : change[i][k];
        if (a != 0) {
          double[] row = right.change[k];
          for (int j = 0; j < n; j++) {
            sum[j] += a * row[j];
          }
          sum[k] += a * right.stay[k];
        }
      }
      product.stay[i] = sum[i];
      sum[i] = 0;
    }
    return product;
  }

  /**
   * The populations after the time.
   *
   * @param populations those before; not changed
   * @return those after
   */
  public double[] apply(double[] populations) {
    double[] after = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = stay[i] * populations[i];
      for (int j = 0; j < n; j++) {
        sum += change[i][j] * populations[j];
      }
      after[i] = sum;
    }
    return after;
  }

  /**
   * Whether another matrix is nearly the same.
   *
   * @param other a matrix of the same size
   * @return true if no probability differs by more than some roundings
   */
  public boolean isNearly(TransitionMatrix other) {
    for (int i = 0; i < n; i++) {
      if (StrictMath.abs(stay[i] - other.stay[i]) > 0x1p-50 * stay[i]) {
        return false;
      }
      for (int j = 0; j < n; j++) {
        if (StrictMath.abs(change[i][j] - other.change[i][j]) > 0x1p-50 * change[i][j]) {
          return false;
        }
      }
    }
    return true;
  }
}
