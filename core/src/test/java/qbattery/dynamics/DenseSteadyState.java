package qbattery.dynamics;

import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.quantum.State;

/** The steady state from the generator's whole matrix, one row of which gives way to tr rho = 1. */
public final class DenseSteadyState {

  private DenseSteadyState() {}

  /** The one steady state; a battery with several gives nonsense, which the state refuses. */
  public static State of(Battery battery) {
    int d = battery.space().dimension();
    int n = d * d;
    double[] a = Lindbladian.of(battery).superoperator().toDense().toInterleaved();
    for (int k = 0; k < n; k++) {
      a[2 * k] = k % (d + 1) == 0 ? 1 : 0;
      a[2 * k + 1] = 0;
    }
    // As a real system [re -im; im re], solved by Gauss and Jordan with row pivoting.
    int m = 2 * n;
    double[][] rows = new double[m][m + 1];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double re = a[2 * (i * n + j)];
        double im = a[2 * (i * n + j) + 1];
        rows[i][j] = re;
        rows[i][n + j] = -im;
        rows[n + i][j] = im;
        rows[n + i][n + j] = re;
      }
    }
    rows[0][m] = 1;
    for (int k = 0; k < m; k++) {
      int pivot = k;
      for (int i = k + 1; i < m; i++) {
        if (StrictMath.abs(rows[i][k]) > StrictMath.abs(rows[pivot][k])) {
          pivot = i;
        }
      }
      double[] swap = rows[k];
      rows[k] = rows[pivot];
      rows[pivot] = swap;
      for (int i = 0; i < m; i++) {
        double factor = rows[i][k] / rows[k][k];
        if (i != k && factor != 0) {
          for (int j = k; j <= m; j++) {
            rows[i][j] -= factor * rows[k][j];
          }
        }
      }
    }
    double[] rho = new double[2 * n];
    for (int k = 0; k < n; k++) {
      rho[2 * k] = rows[k][m] / rows[k][k];
      rho[2 * k + 1] = rows[n + k][m] / rows[n + k][n + k];
    }
    ComplexMatrix matrix = ComplexMatrix.ofInterleaved(d, d, rho);
    return State.of(battery.space(), matrix.plus(matrix.adjoint()).times(0.5));
  }
}
