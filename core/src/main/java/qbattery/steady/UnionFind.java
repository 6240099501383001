package qbattery.steady;

import java.util.ArrayList;
import java.util.List;

/** Numbers 0 to n - 1 in sets that are joined step by step. */
final class UnionFind {

  private final int[] parent;

  UnionFind(int n) {
    parent = new int[n];
    for (int k = 0; k < n; k++) {
      parent[k] = k;
    }
  }

  int root(int k) {
    int at = k;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** The smaller root leads, so that sets are named by their first member. */
  void join(int a, int b) {
    int x = root(a);
    int y = root(b);
    parent[StrictMath.max(x, y)] = StrictMath.min(x, y);
  }

  /** The members of each set, ascending; sets in the order of their first. */
  List<int[]> sets() {
    int[] count = new int[parent.length];
    for (int k = 0; k < parent.length; k++) {
      count[root(k)]++;
    }
    int[][] members = new int[parent.length][];
    int[] filled = new int[parent.length];
    List<int[]> sets = new ArrayList<>();
    for (int k = 0; k < parent.length; k++) {
      int root = root(k);
      if (root == k) {
        members[k] = new int[count[k]];
        sets.add(members[k]);
      }
      members[root][filled[root]++] = k;
    }
    return sets;
  }
}
