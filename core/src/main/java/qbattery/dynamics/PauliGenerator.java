package qbattery.dynamics;

import qbattery.linalg.PauliMap;
import qbattery.linalg.PauliWorkspace;

/** The equation of motion of Pauli coefficients; it has its own scratch storage, for one thread. */
final class PauliGenerator implements Generator {

  private final PauliMap map;
  private final PauliWorkspace workspace = new PauliWorkspace();

  PauliGenerator(PauliMap map) {
    this.map = map;
  }

  @Override
  public int size() {
    return map.size();
  }

  @Override
  public void apply(double t, double[] x, double[] dx) {
    map.apply(x, dx, workspace);
  }
}
