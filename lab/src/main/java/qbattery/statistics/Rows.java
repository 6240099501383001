package qbattery.statistics;

import java.util.List;

/** Checks that lists of rows share. */
final class Rows {

  private Rows() {}

  /** Refuses rows of different lengths, and columns that are not there. */
  static void check(List<double[]> rows, int from, int count) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("There are no rows; statistics need at least one.");
    }
    int length = rows.get(0).length;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).length != length) {
        throw new IllegalArgumentException(
            "Row %d has %d columns where row 0 has %d; all rows have the same."
                .formatted(i, rows.get(i).length, length));
      }
    }
    if (from < 0 || count < 1 || from > length - count) {
      throw new IllegalArgumentException(
          "%d columns from column %d on are asked of rows that have %d."
              .formatted(count, from, length));
    }
  }

  /** 0, 1, 2, ... */
  static int[] indices(int count) {
    int[] indices = new int[count];
    for (int i = 0; i < count; i++) {
      indices[i] = i;
    }
    return indices;
  }
}
