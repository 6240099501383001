package qbattery.dynamics;

import java.util.List;
import qbattery.linalg.SparseMatrix;
import qbattery.model.Envelope;

/** Schroedinger's equation on amplitudes, {@code d psi/dt = -i (H + sum_k f_k(t) V_k) psi}. */
final class VectorGenerator implements Generator {

  private final SparseMatrix drift;
  private final List<SparseMatrix> drives;
  private final List<Envelope> envelopes;
  private final double[] stops;
  private final double[] driven;

  /** From -i H and each -i V. */
  VectorGenerator(
      SparseMatrix drift, List<SparseMatrix> drives, List<Envelope> envelopes, double[] stops) {
    this.drift = drift;
    this.drives = drives;
    this.envelopes = envelopes;
    this.stops = stops;
    this.driven = new double[drives.isEmpty() ? 0 : 2 * drift.rows()];
  }

  @Override
  public int size() {
    return 2 * drift.rows();
  }

  @Override
  public void apply(double t, double[] x, double[] dx) {
    apply(0, t, x, dx);
  }

  @Override
  public void apply(double origin, double since, double[] x, double[] dx) {
    drift.apply(x, dx);
    for (int k = 0; k < drives.size(); k++) {
      double f = envelopes.get(k).at(origin, since);
      if (f != 0) {
        drives.get(k).apply(x, driven);
        for (int j = 0; j < driven.length; j++) {
          dx[j] += f * driven[j];
        }
      }
    }
  }

  @Override
  public double[] stops() {
    return stops.clone();
  }
}
