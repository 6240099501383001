package qbattery.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import qbattery.linalg.TransitionMatrix;

/**
 * The {@link Doublings} of populations that only jump from level to level, by uniformisation and
 * squaring: every probability keeps its digits, whatever else is faster.
 */
final class PopulationDoublings implements Doublings {

  /** So many terms of a Poisson distribution with a mean of at most one are enough. */
  private static final int TERMS = 25;

  /** So many doublings lead from the shortest time to the longest. */
  private static final int MOST_DOUBLINGS = 4000;

  private final double[][] rates;
  private final TransitionMatrix jump;
  private final List<TransitionMatrix> exponentials = new ArrayList<>();
  private boolean settled;

  /**
   * The exponentials of a generator.
   *
   * @param rates element (i, j) is the rate from j to i times the base time; those out of a level
   *     add up to at most 1/4
   */
  PopulationDoublings(double[][] rates) {
    this.rates = rates;
    this.jump = TransitionMatrix.jump(rates);
  }

  @Override
  public int settles() {
    for (int k = 0; k < MOST_DOUBLINGS; k++) {
      exponential(k + 1);
      if (settled) {
        return k;
      }
    }
    return -1;
  }

  @Override
  public double rounding(int k) {
    return 0x1p-50 * rates.length * (k + 1);
  }

  @Override
  public boolean reaches(int k) {
    exponential(k);
    return true;
  }

  @Override
  public void carry(int k, double[] x) {
    put(exponential(k).apply(populations(x)), x);
  }

  private TransitionMatrix exponential(int k) {
    if (exponentials.isEmpty()) {
      exponentials.add(TransitionMatrix.inUnitTime(rates));
    }
    while (exponentials.size() <= k && !settled) {
      TransitionMatrix last = exponentials.get(exponentials.size() - 1);
      TransitionMatrix next = last.doubled();
      settled = next.isNearly(last);
      exponentials.add(next);
    }
    return exponentials.get(StrictMath.min(k, exponentials.size() - 1));
  }

  @Override
  public void within(double share, double[] x) {
    double[] power = populations(x);
    double[] sum = new double[power.length];
    double weight = StrictMath.exp(-share);
    double all = 0;
    for (int k = 0; k <= TERMS; k++) {
      all += weight;
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weight * power[i];
      }
      weight *= share / (k + 1);
      power = jump.apply(power);
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= all;
    }
    put(sum, x);
  }

  @Override
  public double[] change(double[] x) {
    int n = rates.length;
    double[] change = new double[2 * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j) {
          change[i] += rates[i][j] * x[j];
          change[j] -= rates[i][j] * x[j];
        }
      }
    }
    return change;
  }

  private static double[] populations(double[] x) {
    return Arrays.copyOf(x, x.length / 2);
  }

  private static void put(double[] populations, double[] x) {
    System.arraycopy(populations, 0, x, 0, populations.length);
    Arrays.fill(x, populations.length, x.length, 0);
  }
}
