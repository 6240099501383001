package qbattery.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A division of the numbers 0 to n - 1 into sets that are joined one after the other. */
public final class DisjointSets {

  private final int[] parent;

  /**
   * Each number in a set of its own.
   *
   * @param n how many numbers
   */
  public DisjointSets(int n) {
    parent = new int[n];
    Arrays.setAll(parent, k -> k);
  }

  /**
   * The smallest number of a set.
   *
   * @param member any of its numbers
   * @return the smallest one, which stands for the set
   */
  public int first(int member) {
    int root = member;
    while (parent[root] != root) {
      root = parent[root];
    }
    for (int at = member; parent[at] != root; ) {
      int up = parent[at];
      parent[at] = root;
      at = up;
    }
    return root;
  }

  /**
   * Makes two sets one.
   *
   * @param a a number of one set
   * @param b a number of the other
   * @return whether they were two
   */
  public boolean join(int a, int b) {
    int one = first(a);
    int other = first(b);
    parent[StrictMath.max(one, other)] = StrictMath.min(one, other);
    return one != other;
  }

  /**
   * All sets.
   *
   * @return the numbers of each set, ascending; sets in the order of their first numbers
   */
  public List<int[]> members() {
    int[] size = new int[parent.length];
    for (int k = 0; k < parent.length; k++) {
      size[first(k)]++;
    }
    int[][] members = new int[parent.length][];
    int[] next = new int[parent.length];
    List<int[]> sets = new ArrayList<>();
    for (int k = 0; k < parent.length; k++) {
      int root = first(k);
      if (root == k) {
        members[root] = new int[size[root]];
        sets.add(members[root]);
      }
      members[root][next[root]++] = k;
    }
    return sets;
  }
}
