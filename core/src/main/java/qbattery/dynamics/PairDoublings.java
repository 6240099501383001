package qbattery.dynamics;

import java.util.ArrayList;
import java.util.List;
import qbattery.linalg.PairMatrix;

/**
 * The {@link Doublings} of any generator, by scaling and squaring in numbers of 32 digits; kept is
 * the exponential less one, so that what moves slowly keeps its digits beside what moves fast.
 */
final class PairDoublings implements Doublings {

  /** Unit of rounding of a pair. */
  private static final double ROUNDING = 0x1p-104;

  /** Where rounding may have grown to so much, no answer is given. */
  private static final double ALLOWED = 1e-9;

  /** So many terms of a series are below any digit, as the generator has a norm of at most 1/4. */
  private static final int TERMS = 24;

  private final PairMatrix generator;
  private final List<PairMatrix> exponentials = new ArrayList<>();
  private boolean settled;

  /**
   * The exponentials of a generator.
   *
   * @param generator the generator times the base time, of a norm of at most 1/4
   */
  PairDoublings(PairMatrix generator) {
    this.generator = generator;
  }

  @Override
  public boolean reaches(int k) {
    while (exponentials.size() <= k && !settled) {
      if (ROUNDING * generator.size() * StrictMath.scalb(1.0, exponentials.size()) > ALLOWED) {
        return false;
      }
      add();
    }
    return true;
  }

  @Override
  public int settles() {
    for (int k = 0; rounding(k) <= ALLOWED; k++) {
      PairMatrix next = exponential(k + 1);
      if (next.distance(exponential(k)) <= rounding(k)) {
        return k;
      }
    }
    return -1;
  }

  @Override
  public double rounding(int k) {
    return 4 * ROUNDING * generator.size() * StrictMath.scalb(1.0, k);
  }

  @Override
  public void carry(int k, double[] x) {
    double[] change = new double[x.length];
    exponential(k).apply(x, change);
    PairMatrix.addPairs(change, x);
  }

  private PairMatrix exponential(int k) {
    while (exponentials.size() <= k && !settled) {
      add();
    }
    return exponentials.get(StrictMath.min(k, exponentials.size() - 1));
  }

  private void add() {
    if (exponentials.isEmpty()) {
      exponentials.add(generator.exponentialLessOne());
      return;
    }
    PairMatrix last = exponentials.get(exponentials.size() - 1);
    PairMatrix next = last.doubled();
    settled = next.leadsLike(last);
    exponentials.add(next);
  }

  @Override
  public void within(double share, double[] x) {
    double[] term = x.clone();
    for (int k = 1; k <= TERMS; k++) {
      double[] next = change(term);
      PairMatrix.scalePairs(next, share, k);
      term = next;
      PairMatrix.addPairs(term, x);
    }
  }

  @Override
  public double[] change(double[] x) {
    double[] change = new double[x.length];
    generator.apply(x, change);
    return change;
  }
}
