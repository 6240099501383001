package qbattery.dynamics;

import java.util.Optional;
import qbattery.model.Battery;
import qbattery.model.Drive;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.State;

/**
 * The division of a state that has no coherence between different numbers of excitations: one block
 * a number, for N cells C(2N, N) complex elements in all instead of 4^N.
 *
 * <p>Excitations are levels above the lowest, so sites of any number of levels are served; how far
 * apart in energy the levels are does not matter.
 *
 * <p>The blocks stay separate if the Hamiltonian keeps the number of excitations and each pair of
 * jump operators with a common rate changes it by the same amount.
 */
final class ExcitationSectors {

  private ExcitationSectors() {}

  /**
   * The sectors of a battery.
   *
   * @param battery the battery
   * @param start its state at the start
   * @return the representation, or nothing where {@link #refusal} has a reason
   */
  static Optional<Representation> of(Battery battery, State start) {
    BasisGroups sectors = BasisGroups.byExcitations(battery.space());
    return separate(start, sectors)
        ? BlockGenerator.of(battery, sectors)
            .map(
                generator ->
                    new DensityBlocks(
                        battery.space(), sectors, generator, description(generator, sectors)))
        : Optional.empty();
  }

  /**
   * Why the state of a battery cannot be cut into sectors.
   *
   * @param battery the battery
   * @param start its state at the start
   * @return the reason, for a person; nothing if it can
   */
  static Optional<String> refusal(Battery battery, State start) {
    BasisGroups sectors = BasisGroups.byExcitations(battery.space());
    if (!separate(start, sectors)) {
      return Optional.of("the start has coherence between different numbers of excitations");
    }
    if (BlockGenerator.of(battery, sectors).isPresent()) {
      return Optional.empty();
    }
    String mixing =
        battery.drives().stream()
            .filter(drive -> !conserves(drive, sectors))
            .findFirst()
            .map(drive -> "the drive '%s'".formatted(drive.name()))
            .orElse("the battery");
    return Optional.of(mixing + " makes coherence between different numbers of excitations");
  }

  private static boolean conserves(Drive drive, BasisGroups sectors) {
    boolean[] found = {true};
    drive
        .operator()
        .sparse()
        .forEach((i, j, re, im) -> found[0] &= sectors.groupOf(i) == sectors.groupOf(j));
    return found[0];
  }

  private static boolean separate(State start, BasisGroups sectors) {
    if (start.groups().equals(sectors)) {
      return true;
    }
    for (int k = 0; k < start.groups().count(); k++) {
      int[] members = start.groups().members(k);
      for (int i : members) {
        for (int j : members) {
          if (sectors.groupOf(i) != sectors.groupOf(j)
              && (start.element(i, j).re() != 0 || start.element(i, j).im() != 0)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static String description(BlockGenerator generator, BasisGroups sectors) {
    return "%d excitation sectors, %d complex elements in place of %d, as no coherence between numbers of excitations is there or made"
        .formatted(
            sectors.count(),
            generator.size() / 2,
            (long) sectors.dimension() * sectors.dimension());
  }
}
