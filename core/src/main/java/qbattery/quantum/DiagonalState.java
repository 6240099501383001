package qbattery.quantum;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import qbattery.linalg.ComplexMatrix;

/** States without any coherence in the product basis, held in blocks by number of excitations. */
public final class DiagonalState {

  private DiagonalState() {}

  /**
   * A classical mixture of basis states; no matrix of the whole space is made.
   *
   * @param space the space
   * @param population the probability of each basis state
   * @return the state, in the blocks of {@link BasisGroups#byExcitations}
   * @throws IllegalArgumentException if a population is negative or not finite, or they do not sum
   *     to 1
   */
  public static State of(Space space, IntToDoubleFunction population) {
    BasisGroups groups = BasisGroups.byExcitations(space);
    List<ComplexMatrix> blocks = new ArrayList<>();
    for (int k = 0; k < groups.count(); k++) {
      int[] members = groups.members(k);
      double[] diagonal = new double[members.length];
      for (int i = 0; i < members.length; i++) {
        diagonal[i] = population.applyAsDouble(members[i]);
      }
      blocks.add(ComplexMatrix.diagonal(diagonal));
    }
    return State.ofGroups(space, groups, blocks, State.TOLERANCE);
  }

  /**
   * A mixture of the levels of a collective spin.
   *
   * @param spins number of cells, N
   * @param populations the probability of each level of one of its multiplets, the highest first
   * @return the state; of the symmetric multiplet, N + 1 levels, one of a collective spin
   * @throws IllegalArgumentException as {@link #of(Space, IntToDoubleFunction)}
   */
  public static State ofMultiplet(int spins, double... populations) {
    double[] own = populations.clone();
    return of(EnsembleState.space(spins, own.length), level -> own[level]);
  }

  /**
   * A mixture of the levels of one site.
   *
   * @param populations the probability of each level, the highest level first
   * @return the state of a space of that site alone
   * @throws IllegalArgumentException as {@link #of(Space, IntToDoubleFunction)}
   */
  public static State ofLevels(double... populations) {
    double[] own = populations.clone();
    return of(new Space(List.of(own.length)), level -> own[level]);
  }
}
