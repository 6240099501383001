package qbattery.steady;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.PartialTrace;
import qbattery.quantum.Space;

/**
 * Whether an oscillation that lasts for ever does no more to some sites than turn the phases of
 * their basis states: {@code rho(t) = U rho(0) U^+} with a diagonal U.
 *
 * <p>Then all that does not depend on these phases has a limit, such as populations, the spectrum,
 * and the energy and the ergotropy for a diagonal H0. It is so if each basis state i has a phase
 * {@code theta_i} with {@code theta_i - theta_j = omega} for every element (i, j) that turns at
 * omega, and 0 for one that rests. Frequencies are compared by name and not by number, so that
 * rounding of a frequency decides nothing.
 */
public final class TurningPhases {

  private TurningPhases() {}

  /**
   * Asks that of the sites.
   *
   * @param there an oscillation whose matrices are known
   * @param sites the sites, from 0, ascending
   * @return the Hilbert-Schmidt norm of elements so small that their error may be as large, which
   *     were left out; nothing if phases alone do not do it, or matrices are not known
   */
  public static OptionalDouble leftOut(Destination.Oscillates there, int... sites) {
    Space space = there.mean().space();
    List<ComplexMatrix> parts = new ArrayList<>();
    parts.add(reduced(space, there.mean().matrix(), sites));
    for (Destination.Oscillation oscillation : there.oscillations()) {
      Optional<ComplexMatrix> turning = oscillation.turning();
      if (turning.isEmpty()) {
        return OptionalDouble.empty();
      }
      parts.add(reduced(space, turning.get(), sites));
    }
    int d = parts.get(0).rows();
    double small = AsymptoticModes.VISIBLE * there.error() * space.dimension() / d;
    return agree(parts, small)
        ? OptionalDouble.of(normBelow(parts, small))
        : OptionalDouble.empty();
  }

  private static ComplexMatrix reduced(Space space, ComplexMatrix matrix, int... sites) {
    BasisGroups one = BasisGroups.by(matrix.rows(), 1, i -> 0);
    return PartialTrace.of(space, one, matrix::get, sites);
  }

  /** Whether there are phases; the first matrix rests, others turn at frequencies of their own. */
  private static boolean agree(List<ComplexMatrix> parts, double small) {
    int d = parts.get(0).rows();
    int[][] phases = new int[d][];
    for (int first = 0; first < d; first++) {
      if (phases[first] != null) {
        continue;
      }
      phases[first] = new int[parts.size()];
      Deque<Integer> open = new ArrayDeque<>(List.of(first));
      while (!open.isEmpty()) {
        int i = open.remove();
        for (int j = 0; j < d; j++) {
          for (int k = 0; k < parts.size(); k++) {
            if (parts.get(k).get(i, j).abs() > small && !fits(phases, i, j, k, -1, open)) {
              return false;
            }
            if (parts.get(k).get(j, i).abs() > small && !fits(phases, i, j, k, 1, open)) {
              return false;
            }
          }
        }
      }
    }
    return true;
  }

  /** Gives state j the phase that state i asks for, or sees whether it has it. */
  private static boolean fits(
      int[][] phases, int i, int j, int frequency, int sign, Deque<Integer> open) {
    int[] asked = phases[i].clone();
    if (frequency > 0) {
      asked[frequency] += sign;
    }
    if (phases[j] == null) {
      phases[j] = asked;
      open.add(j);
      return true;
    }
    return Arrays.equals(phases[j], asked);
  }

  private static double normBelow(List<ComplexMatrix> parts, double small) {
    double sum = 0;
    for (int k = 0; k < parts.size(); k++) {
      ComplexMatrix part = parts.get(k);
      for (int i = 0; i < part.rows(); i++) {
        for (int j = 0; j < part.columns(); j++) {
          double size = part.get(i, j).abs();
          if (size <= small && !(k == 0 && i == j)) {
            sum += (k == 0 ? 1 : 2) * size * size; // an oscillation and its conjugate
          }
        }
      }
    }
    return StrictMath.sqrt(sum);
  }
}
