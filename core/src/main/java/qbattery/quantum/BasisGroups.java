package qbattery.quantum;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** A division of the basis states of a space into groups, each in ascending order. */
public final class BasisGroups {

  private final int[][] members;
  private final int[] group;
  private final int[] place;

  private BasisGroups(int[][] members, int[] group, int[] place) {
    this.members = members;
    this.group = group;
    this.place = place;
  }

  /**
   * All basis states in one group.
   *
   * @param dimension number of basis states
   * @return the group of all
   */
  public static BasisGroups single(int dimension) {
    return by(dimension, 1, state -> 0);
  }

  /**
   * A division by a label, such as the number of excitations.
   *
   * @param dimension number of basis states
   * @param count number of labels
   * @param label the label of a basis state, from 0 to count - 1
   * @return the groups, in the order of their labels
   * @throws IllegalArgumentException if a label lies outside, or one is used by no state
   */
  public static BasisGroups by(int dimension, int count, IntUnaryOperator label) {
    int[] size = new int[count];
    int[] group = new int[dimension];
    int[] place = new int[dimension];
    for (int state = 0; state < dimension; state++) {
      int own = label.applyAsInt(state);
      if (own < 0 || own >= count) {
        throw new IllegalArgumentException(
            "Basis state %d has the label %d; labels run from 0 to %d."
                .formatted(state, own, count - 1));
      }
      group[state] = own;
      place[state] = size[own]++;
    }
    int[][] members = new int[count][];
    for (int k = 0; k < count; k++) {
      if (size[k] == 0) {
        throw new IllegalArgumentException("No basis state has the label %d.".formatted(k));
      }
      members[k] = new int[size[k]];
    }
    for (int state = 0; state < dimension; state++) {
      members[group[state]][place[state]] = state;
    }
    return new BasisGroups(members, group, place);
  }

  /**
   * A division by the number of excitations: levels above the lowest, added up over all sites. On a
   * site the last basis state is the lowest level, so a cell's |e> and |g> count 1 and 0.
   *
   * @param space the space
   * @return one group for each number, from 0 to the largest
   */
  public static BasisGroups byExcitations(Space space) {
    List<Integer> levels = space.localDimensions();
    int most = levels.stream().mapToInt(d -> d - 1).sum();
    return by(
        space.dimension(),
        most + 1,
        state -> {
          int rest = state;
          int digits = 0;
          for (int site = levels.size() - 1; site >= 0; site--) {
            digits += rest % levels.get(site);
            rest /= levels.get(site);
          }
          return most - digits;
        });
  }

  /**
   * Number of groups.
   *
   * @return groups
   */
  public int count() {
    return members.length;
  }

  /**
   * Number of basis states in all groups.
   *
   * @return the dimension of the space
   */
  public int dimension() {
    return group.length;
  }

  /**
   * Number of basis states in a group.
   *
   * @param k the group, from 0
   * @return its size
   */
  public int size(int k) {
    return members[k].length;
  }

  /**
   * The basis states of a group.
   *
   * @param k the group, from 0
   * @return their numbers, ascending
   */
  public int[] members(int k) {
    return members[k].clone();
  }

  /**
   * The group of a basis state.
   *
   * @param state number of the basis state
   * @return its group, from 0
   */
  public int groupOf(int state) {
    return group[state];
  }

  /**
   * The place of a basis state in its group.
   *
   * @param state number of the basis state
   * @return its place, from 0
   */
  public int placeOf(int state) {
    return place[state];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BasisGroups that && Arrays.equals(group, that.group);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(group);
  }
}
