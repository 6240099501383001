package qbattery.quantum;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A division of the basis states of a space into groups, each in ascending order. Basis states that
 * are known to stay empty may be in none.
 */
public final class BasisGroups {

  /** Stands for the group of a basis state that is in none. */
  public static final int ABSENT = -1;

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
    int[] excitations = new int[] {0};
    for (int site = 0; site < space.sites(); site++) {
      int[] before = excitations;
      int[] own = space.excitations(site);
      excitations = new int[before.length * own.length];
      for (int state = 0; state < excitations.length; state++) {
        excitations[state] = before[state / own.length] + own[state % own.length];
      }
    }
    int[] all = excitations;
    return by(all.length, IntStream.of(all).max().orElse(0) + 1, state -> all[state]);
  }

  /**
   * Groups of some of the basis states; the others are empty.
   *
   * @param dimension number of basis states
   * @param members the basis states of each group, ascending; each in at most one
   * @return the groups, in this order
   * @throws IllegalArgumentException if a basis state does not exist, is in two groups, or a group
   *     is empty or not ascending
   */
  public static BasisGroups ofSome(int dimension, List<int[]> members) {
    int[] group = new int[dimension];
    int[] place = new int[dimension];
    Arrays.fill(group, ABSENT);
    for (int k = 0; k < members.size(); k++) {
      int[] own = members.get(k);
      for (int a = 0; a < own.length; a++) {
        if (own[a] < 0
            || own[a] >= dimension
            || group[own[a]] != ABSENT
            || (a > 0 && own[a] <= own[a - 1])) {
          throw new IllegalArgumentException(
              "Basis state %d cannot be the member %d of group %d: members ascend, lie between 0 and %d, and are in one group."
                  .formatted(own[a], a + 1, k + 1, dimension - 1));
        }
        group[own[a]] = k;
        place[own[a]] = a;
      }
      if (own.length == 0) {
        throw new IllegalArgumentException("Group %d has no member.".formatted(k + 1));
      }
    }
    return new BasisGroups(members.stream().map(int[]::clone).toArray(int[][]::new), group, place);
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
   * @return its group, from 0, or {@link #ABSENT}
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
