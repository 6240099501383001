package qbattery.steady;

import java.util.List;
import java.util.Optional;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.Eigenvalues;
import qbattery.linalg.SparseMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/**
 * Batteries whose jumps all remove excitations and whose Hamiltonian conserves their number.
 *
 * <p>Ordered by numbers of excitations the generator is triangular, so its eigenvalues are {@code
 * kappa_a + conj(kappa_b)} with kappa those of the drift {@code K = -i H - 1/2 sum L^+ L}, number
 * by number. If all but that of the vacuum have a negative real part, everything comes to the
 * vacuum, and the slowest of them is the gap.
 */
final class DecayToVacuum {

  private static final double ROUNDINGS = 50;
  private static final double CLEAR = 20;

  /** Largest sector whose eigenvalues are computed. */
  private static final int MOST = 400;

  private DecayToVacuum() {}

  /** The answer, if the battery is of this kind and none of its states is dark. */
  static Optional<AsymptoticStates> of(Battery battery) {
    int d = battery.space().dimension();
    BasisGroups sectors = BasisGroups.byExcitations(battery.space());
    SparseMatrix drift = Superoperator.drift(battery);
    if (d == 1 || !fits(battery, drift)) {
      return Optional.empty();
    }
    double loss = Superoperator.largestLoss(battery);
    double gap = Double.POSITIVE_INFINITY;
    double tolerance = 0;
    int largest = 1;
    for (int group = 0; group < sectors.count(); group++) {
      ComplexMatrix block = block(drift, sectors, group);
      if (block.rows() > MOST) {
        return Optional.empty();
      }
      if (!isVacuum(sectors, group, d)) {
        Eigenvalues values = Eigenvalues.of(block);
        double small = ROUNDINGS * block.rows() * StrictMath.ulp(1.0) * (block.norm1() + loss);
        double slowest = -values.get(0).re();
        if (!(slowest > CLEAR * small)) {
          return Optional.empty();
        }
        gap = StrictMath.min(gap, slowest);
        tolerance = StrictMath.max(tolerance, small);
        largest = StrictMath.max(largest, block.rows());
      }
    }
    ComplexMatrix vacuum =
        ComplexMatrix.generate(
            d, d, (i, j) -> i == d - 1 && j == d - 1 ? Complex.ONE : Complex.ZERO);
    Certificate certificate =
        new Certificate(
            Evidence.DECAY_TO_VACUUM,
            0,
            0,
            gap,
            tolerance,
            0,
            gap,
            0,
            0,
            d,
            sectors.count(),
            largest);
    return Optional.of(
        new UniqueSteadyState(battery, State.of(battery.space(), vacuum), certificate));
  }

  /** Whether the drift keeps the number of excitations and all jumps lower it. */
  private static boolean fits(Battery battery, SparseMatrix drift) {
    int[] number = numbers(battery.space());
    boolean[] fits = {true};
    drift.forEach((i, j, re, im) -> fits[0] &= number[i] == number[j]);
    for (Channel channel : battery.channels()) {
      for (int k = 0; k < channel.jumps().size(); k++) {
        Operator jump = channel.jumps().get(k);
        if (channel.rates().re(k, k) > 0) {
          jump.sparse().forEach((i, j, re, im) -> fits[0] &= number[i] < number[j]);
        }
      }
    }
    return fits[0];
  }

  /** How many excitations each basis state has. */
  static int[] numbers(Space space) {
    List<Integer> levels = space.localDimensions();
    int[] number = new int[space.dimension()];
    for (int state = 0; state < number.length; state++) {
      int rest = state;
      for (int site = levels.size() - 1; site >= 0; site--) {
        number[state] += levels.get(site) - 1 - rest % levels.get(site);
        rest /= levels.get(site);
      }
    }
    return number;
  }

  private static boolean isVacuum(BasisGroups sectors, int group, int d) {
    return sectors.groupOf(d - 1) == group;
  }

  /** The drift on a number of excitations, less its mean energy, which has no bearing on decay. */
  private static ComplexMatrix block(SparseMatrix drift, BasisGroups sectors, int group) {
    int n = sectors.size(group);
    double[] data = new double[2 * n * n];
    drift.forEach(
        (i, j, re, im) -> {
          if (sectors.groupOf(i) == group) {
            int at = 2 * (sectors.placeOf(i) * n + sectors.placeOf(j));
            data[at] = re;
            data[at + 1] = im;
          }
        });
    ComplexMatrix block = ComplexMatrix.ofInterleaved(n, n, data);
    Complex mean = new Complex(0, -block.trace().im() / n);
    return block.plus(ComplexMatrix.identity(n).times(mean));
  }
}
