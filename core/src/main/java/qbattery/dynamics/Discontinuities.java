package qbattery.dynamics;

import qbattery.model.Battery;

/**
 * The times at which the integration of a driven battery has to stop, because a drive jumps there.
 */
final class Discontinuities {

  private Discontinuities() {}

  /** The stops of all its drives' envelopes, ascending. */
  static double[] of(Battery battery) {
    return battery.drives().stream()
        .flatMap(drive -> drive.envelope().stops().stream())
        .mapToDouble(Double::doubleValue)
        .sorted()
        .distinct()
        .toArray();
  }
}
