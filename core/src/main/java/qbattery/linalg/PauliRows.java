package qbattery.linalg;

/**
 * The inner loops of a {@link PauliFrame}.
 *
 * <p>Sums run over separate arrays at one index, the form that the JIT compiler of JDK 17 to 25
 * turns into vector instructions. Each element has its own sum in an order of its own, so the
 * result does not depend on whether it did.
 */
final class PauliRows {

  private PauliRows() {}

  /** {@code o += ha a}, over the first n elements. */
  static void add(int n, double[] o, double[] a, double ha) {
    for (int j = 0; j < n; j++) {
      o[j] += ha * a[j];
    }
  }

  /** {@code o += ha a + hb b}. */
  static void add(int n, double[] o, double[] a, double ha, double[] b, double hb) {
    for (int j = 0; j < n; j++) {
      o[j] += ha * a[j] + hb * b[j];
    }
  }

  /** {@code o += ha a + hb b + hc c + hd d}: four at a time save most of the traffic on o. */
  static void add(
      int n,
      double[] o,
      double[] a,
      double ha,
      double[] b,
      double hb,
      double[] c,
      double hc,
      double[] d,
      double hd) {
    for (int j = 0; j < n; j++) {
      o[j] += ha * a[j] + hb * b[j] + (hc * c[j] + hd * d[j]);
    }
  }

  /** Copies elements at {@code base + offset} into a row. */
  static void pick(double[] x, int[] offset, int from, int base, int n, double[] row) {
    for (int j = 0; j < n; j++) {
      row[j] = x[base + offset[from + j]];
    }
  }

  /** Copies a row to elements at {@code base + offset}. */
  static void put(double[] row, int n, double[] y, int[] offset, int from, int base) {
    for (int j = 0; j < n; j++) {
      y[base + offset[from + j]] = row[j];
    }
  }

  /** Deals runs of four elements out to four rows, those from r on. */
  static void deal(double[] x, int[] offset, int from, int base, int n, double[][] rows, int r) {
    double[] a = rows[r];
    double[] b = rows[r + 1];
    double[] c = rows[r + 2];
    double[] d = rows[r + 3];
    for (int j = 0; j < n; j++) {
      int p = base + offset[from + j];
      a[j] = x[p];
      b[j] = x[p + 1];
      c[j] = x[p + 2];
      d[j] = x[p + 3];
    }
  }

  /** Collects four rows, those from r on, into runs of four elements. */
  static void collect(double[][] rows, int r, int n, double[] y, int[] offset, int from, int base) {
    double[] a = rows[r];
    double[] b = rows[r + 1];
    double[] c = rows[r + 2];
    double[] d = rows[r + 3];
    for (int j = 0; j < n; j++) {
      int p = base + offset[from + j];
      y[p] = a[j];
      y[p + 1] = b[j];
      y[p + 2] = c[j];
      y[p + 3] = d[j];
    }
  }
}
