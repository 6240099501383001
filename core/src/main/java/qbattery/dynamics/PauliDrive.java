package qbattery.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import qbattery.linalg.PauliMap;
import qbattery.linalg.PauliPart;
import qbattery.model.Battery;
import qbattery.model.Drive;
import qbattery.model.Envelope;

/**
 * A drive on Pauli coefficients: the commutator with its operator as local maps, multiplied by
 * f(t).
 *
 * @param envelope f(t)
 * @param map the map {@code rho -> -i [V, rho]}
 */
record PauliDrive(Envelope envelope, PauliMap map) {

  /**
   * The drives of a battery of two-level cells.
   *
   * @param battery the battery
   * @return its drives, or nothing if one acts on too many cells at a time
   */
  static Optional<List<PauliDrive>> of(Battery battery) {
    List<PauliDrive> drives = new ArrayList<>();
    for (Drive drive : battery.drives()) {
      Optional<List<PauliPart>> parts = PauliCompiler.compile(drive.operator(), List.of());
      if (parts.isEmpty()) {
        return Optional.empty();
      }
      if (!parts.get().isEmpty()) { // else it is a multiple of the identity
        PauliMap map = PauliMap.of(battery.space().sites(), parts.get());
        drives.add(new PauliDrive(drive.envelope(), map));
      }
    }
    return Optional.of(List.copyOf(drives));
  }
}
