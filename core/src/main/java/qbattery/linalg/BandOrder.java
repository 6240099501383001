package qbattery.linalg;

import java.util.Arrays;

/**
 * An order of the rows and columns of a sparse matrix in which its elements stand near the
 * diagonal: breadth first from a place at the rim, neighbours of few neighbours first (Cuthill and
 * McKee, Proc. 24th Nat. Conf. ACM, 157 (1969)).
 */
final class BandOrder {

  private final int n;
  private final int[] start;
  private final int[] neighbour;
  private final int[] level;

  private BandOrder(int n, int[] start, int[] neighbour) {
    this.n = n;
    this.start = start;
    this.neighbour = neighbour;
    this.level = new int[n];
  }

  /**
   * The order.
   *
   * @param n number of rows
   * @param rowStart where the elements of each row begin, and where the last ends
   * @param column the columns of the elements
   * @return the old place of each new one
   */
  static int[] of(int n, int[] rowStart, int[] column) {
    int[] start = new int[n + 1];
    for (int i = 0; i < n; i++) {
      for (int at = rowStart[i]; at < rowStart[i + 1]; at++) {
        start[i + 1]++;
        start[column[at] + 1]++;
      }
    }
    for (int i = 0; i < n; i++) {
      start[i + 1] += start[i];
    }
    int[] next = start.clone();
    int[] neighbour = new int[start[n]];
    for (int i = 0; i < n; i++) {
      for (int at = rowStart[i]; at < rowStart[i + 1]; at++) {
        neighbour[next[i]++] = column[at];
        neighbour[next[column[at]]++] = i;
      }
    }
    return new BandOrder(n, start, neighbour).whole();
  }

  private int[] whole() {
    Arrays.fill(level, -1);
    int[] order = new int[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      if (level[i] < 0) {
        int rim = i;
        for (int search = 0; search < 2; search++) { // the farthest from anywhere is at the rim
          int until = walk(rim, order, count);
          rim = order[until - 1];
          for (int k = count; k < until; k++) {
            level[order[k]] = -1;
          }
        }
        count = walk(rim, order, count);
      }
    }
    return order;
  }

  /** Writes down what can be reached from a place, nearest first; where the list then ends. */
  private int walk(int from, int[] order, int count) {
    int end = count;
    level[from] = 0;
    order[end++] = from;
    for (int k = count; k < end; k++) {
      int at = order[k];
      int first = end;
      for (int e = start[at]; e < start[at + 1]; e++) {
        if (level[neighbour[e]] < 0) {
          level[neighbour[e]] = level[at] + 1;
          order[end++] = neighbour[e];
        }
      }
      sortByNeighbours(order, first, end);
    }
    return end;
  }

  private void sortByNeighbours(int[] order, int from, int to) {
    for (int k = from + 1; k < to; k++) {
      int one = order[k];
      int place = k;
      while (place > from && neighbours(order[place - 1]) > neighbours(one)) {
        order[place] = order[place - 1];
        place--;
      }
      order[place] = one;
    }
  }

  private int neighbours(int i) {
    return start[i + 1] - start[i];
  }
}
