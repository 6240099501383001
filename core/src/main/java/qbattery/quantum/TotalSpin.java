package qbattery.quantum;

import qbattery.linalg.ComplexMatrix;

/**
 * How much of a state of two spins lies in each multiplet of their total spin J; a collective
 * reservoir conserves it, quach2020, Sec. III.
 *
 * <p>The state lives on two sites of 2 j1 + 1 and 2 j2 + 1 levels; J runs from |j1 - j2| to j1 +
 * j2.
 */
public final class TotalSpin {

  private TotalSpin() {}

  /**
   * The weight of each total spin.
   *
   * @param state a state of two spins without coherence between numbers of excitations
   * @return the probabilities of J = |j1 - j2|, |j1 - j2| + 1, ..., j1 + j2
   * @throws IllegalArgumentException if the state is not one of two sites in the blocks of {@link
   *     BasisGroups#byExcitations}
   */
  public static double[] weights(State state) {
    requireTwoSpins(state);
    int twiceJ1 = state.space().localDimensions().get(0) - 1;
    int twiceJ2 = state.space().localDimensions().get(1) - 1;
    int least = StrictMath.abs(twiceJ1 - twiceJ2);
    double[] weights = new double[StrictMath.min(twiceJ1, twiceJ2) + 1];
    for (int k = 0; k < state.groups().count(); k++) {
      ComplexMatrix block = state.blocks().blocks().get(k).matrix();
      int twiceM = 2 * k - twiceJ1 - twiceJ2;
      if (block.maxAbs() == 0) {
        continue;
      }
      for (int r = 0; r < weights.length; r++) {
        int twiceJ = least + 2 * r;
        if (StrictMath.abs(twiceM) <= twiceJ) {
          weights[r] += mean(block, ClebschGordan.of(twiceJ1, twiceJ2, twiceJ, twiceM));
        }
      }
    }
    return weights;
  }

  private static double mean(ComplexMatrix block, double[] vector) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        sum += vector[i] * block.re(i, j) * vector[j];
      }
    }
    return sum;
  }

  private static void requireTwoSpins(State state) {
    if (state.space().sites() != 2
        || !state.groups().equals(BasisGroups.byExcitations(state.space()))) {
      throw new IllegalArgumentException(
          "The total spin is told of two spins in blocks by number of excitations; this state has %d sites in %d blocks."
              .formatted(state.space().sites(), state.groups().count()));
    }
  }
}
