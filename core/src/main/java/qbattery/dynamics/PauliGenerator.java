package qbattery.dynamics;

import java.util.List;
import qbattery.linalg.PauliMap;
import qbattery.linalg.PauliWorkspace;

/** The equation of motion of Pauli coefficients; it has its own scratch storage, for one thread. */
final class PauliGenerator implements Generator {

  private final PauliMap map;
  private final List<PauliDrive> drives;
  private final double[] stops;
  private final PauliWorkspace workspace = new PauliWorkspace();
  private double[] driven = {}; // made when it is first needed, after memory was asked for

  PauliGenerator(PauliMap map, List<PauliDrive> drives, double[] stops) {
    this.map = map;
    this.drives = drives;
    this.stops = stops;
  }

  @Override
  public int size() {
    return map.size();
  }

  @Override
  public void apply(double t, double[] x, double[] dx) {
    apply(0, t, x, dx);
  }

  @Override
  public void apply(double origin, double since, double[] x, double[] dx) {
    map.apply(x, dx, workspace);
    for (int k = 0; k < drives.size(); k++) {
      double f = drives.get(k).envelope().at(origin, since);
      if (f != 0) {
        add(f, drives.get(k).map(), x, dx);
      }
    }
  }

  private void add(double f, PauliMap drive, double[] x, double[] dx) {
    if (driven.length == 0) {
      driven = new double[size()];
    }
    drive.apply(x, driven, workspace);
    for (int j = 0; j < driven.length; j++) {
      dx[j] += f * driven[j];
    }
  }

  @Override
  public double[] stops() {
    return stops.clone();
  }
}
