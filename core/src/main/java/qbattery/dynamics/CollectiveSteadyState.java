package qbattery.dynamics;

import java.util.ArrayList;
import java.util.List;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.CollectiveEnsembles;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.ClebschGordan;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.quantum.TotalSpin;

/**
 * Where two ensembles on one reservoir end up, in closed form; quach2020, Eqs. 3 and 32 for two
 * spins.
 *
 * <p>The reservoir sees the total spin only, so the weight of each J stays what it was at the
 * start. Within J the ladder of levels comes to the Gibbs state of the reservoir's temperature, at
 * T = 0 to its lowest state |J, -J>, which is dark. Coherence between J and J' moves down a ladder
 * that leaks at its end, so none is left. The steady state is not unique: it remembers these
 * weights.
 */
public final class CollectiveSteadyState {

  private CollectiveSteadyState() {}

  /**
   * The steady state of all multiplets of a start.
   *
   * @param ensembles the ensembles; the rate sets how fast, not where
   * @param start the start, such as {@link CollectiveEnsembles#batteryThermal}
   * @return the state after an infinite time, in blocks by number of excitations
   * @throws IllegalArgumentException if a part has coherence between numbers of excitations, or the
   *     rate is 0, so that nothing moves
   */
  public static EnsembleState of(CollectiveEnsembles ensembles, EnsembleState start) {
    if (ensembles.rate() == 0) {
      throw new IllegalArgumentException(
          "Ensembles with a coupling rate of 0 come to no steady state; give a positive rate.");
    }
    return new EnsembleState(
        start.spins(),
        start.parts().stream()
            .map(
                part ->
                    new EnsembleState.Part(
                        part.multiplet(), part.weight(), of(ensembles, part.state())))
            .toList());
  }

  /** The steady state of one pair of multiplets. */
  private static State of(CollectiveEnsembles ensembles, State start) {
    Space space = start.space();
    double[] weights = TotalSpin.weights(start);
    int twiceJ1 = space.localDimensions().get(0) - 1;
    int twiceJ2 = space.localDimensions().get(1) - 1;
    int least = StrictMath.abs(twiceJ1 - twiceJ2);
    BasisGroups groups = BasisGroups.byExcitations(space);
    List<double[]> blocks = new ArrayList<>();
    for (int k = 0; k < groups.count(); k++) {
      blocks.add(new double[2 * groups.size(k) * groups.size(k)]);
    }
    double ratio = ensembles.reservoir().absorption() / ensembles.reservoir().emission();
    for (int r = 0; r < weights.length; r++) {
      int twiceJ = least + 2 * r;
      double left = weights[r] / partition(ratio, twiceJ);
      for (int level = 0; level <= twiceJ && left > 0; level++) {
        int k = (twiceJ1 + twiceJ2 - twiceJ) / 2 + level;
        addProjector(
            blocks.get(k), ClebschGordan.of(twiceJ1, twiceJ2, twiceJ, 2 * level - twiceJ), left);
        left *= ratio;
      }
    }
    List<ComplexMatrix> matrices = new ArrayList<>();
    for (int k = 0; k < groups.count(); k++) {
      matrices.add(ComplexMatrix.ofInterleaved(groups.size(k), groups.size(k), blocks.get(k)));
    }
    return State.ofGroups(
        space, groups, matrices, StrictMath.max(start.tolerance(), State.TOLERANCE));
  }

  /**
   * How many of the battery's spins are excited in the steady state, without making that state:
   * within each total spin J the battery has a fixed share of {@code <J^z>}, by the projection
   * theorem. It is a second way beside {@code of(ensembles, start).meanExcitations()}.
   *
   * @param ensembles the ensembles
   * @param start the start, as in {@link #of(CollectiveEnsembles, EnsembleState)}
   * @return {@code <J_B^z> + N_B/2}, from 0 to N_B
   * @throws IllegalArgumentException if a part has coherence between numbers of excitations
   */
  public static double meanExcitations(CollectiveEnsembles ensembles, EnsembleState start) {
    double ratio = ensembles.reservoir().absorption() / ensembles.reservoir().emission();
    double mean = 0.5 * start.spins();
    for (EnsembleState.Part part : start.parts()) {
      double[] weights = TotalSpin.weights(part.state());
      int twiceB = part.multiplet().twiceJ();
      int twiceC = part.state().space().localDimensions().get(1) - 1;
      for (int r = 0; r < weights.length; r++) {
        int twiceJ = StrictMath.abs(twiceB - twiceC) + 2 * r;
        mean += part.weight() * weights[r] * thermal(ratio, twiceJ) * share(twiceB, twiceC, twiceJ);
      }
    }
    return mean;
  }

  /** The part of the total spin J that is the first one's, {@code <J_1^z> / <J^z>}. */
  static double share(int twiceJ1, int twiceJ2, int twiceJ) {
    if (twiceJ == 0) {
      return 0; // nothing to share
    }
    double first = twiceJ1 * (twiceJ1 + 2.0);
    double second = twiceJ2 * (twiceJ2 + 2.0);
    return 0.5 + (first - second) / (2.0 * twiceJ * (twiceJ + 2.0));
  }

  /** {@code <J^z>} of the Gibbs ladder of J. */
  private static double thermal(double ratio, int twiceJ) {
    double sum = 0;
    double term = 1;
    for (int level = 0; level <= twiceJ; level++) {
      sum += term * (level - twiceJ / 2.0);
      term *= ratio;
    }
    return sum / partition(ratio, twiceJ);
  }

  private static double partition(double ratio, int twiceJ) {
    double sum = 1;
    double term = 1;
    for (int level = 1; level <= twiceJ; level++) {
      term *= ratio;
      sum += term;
    }
    return sum;
  }

  private static void addProjector(double[] block, double[] vector, double factor) {
    int n = vector.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        block[2 * (i * n + j)] += factor * (vector[i] * vector[j]);
      }
    }
  }
}
