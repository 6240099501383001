package qbattery.model;

import java.util.List;
import java.util.TreeSet;
import qbattery.quantum.Operator;

/**
 * The sites of a battery that store energy, and the storage Hamiltonian on them alone.
 *
 * <p>Which sites these are is a matter of the terms that the storage Hamiltonian is written with,
 * never of a number in them being zero.
 *
 * <p>Where a charger is part of the model, work is taken out of the battery by unitaries on the
 * battery: its ergotropy is that of the reduced state of these sites with this operator. The
 * ergotropy of the whole state would count unitaries on both together, and is larger. Energies are
 * the same either way. See Andolina et al., Phys. Rev. Lett. 122, 047702 (2019).
 *
 * @param sites the sites, from 0, ascending
 * @param storage H0 on the space of these sites, in their order
 */
public record StoragePart(List<Integer> sites, Operator storage) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no site, or the operator lives on another number
   *     of sites
   */
  public StoragePart {
    sites = List.copyOf(sites);
    if (sites.isEmpty() || sites.size() != storage.space().sites()) {
      throw new IllegalArgumentException(
          "A part that stores needs at least one site and an operator on as many; it has %d sites and an operator on %d."
              .formatted(sites.size(), storage.space().sites()));
    }
  }

  static StoragePart of(Battery battery) {
    List<Integer> sites = sitesOf(battery.storage());
    if (sites.isEmpty()) {
      throw new IllegalArgumentException(
          "No term of the storage Hamiltonian of '%s' names a site, so no part of it stores energy."
              .formatted(battery.name()));
    }
    return new StoragePart(sites, battery.storage().onPart(sites));
  }

  /**
   * The sites that the terms name. A term counts whatever its numbers are: with its coefficient
   * swept through 0 the part stays the same, and measures of it are continuous.
   */
  static List<Integer> sitesOf(Operator storage) {
    TreeSet<Integer> sites = new TreeSet<>();
    storage.terms().forEach(term -> sites.addAll(term.factors().keySet()));
    return List.copyOf(sites);
  }

  /**
   * The sites as they are asked for of a state.
   *
   * @return the sites, from 0, ascending
   */
  public int[] kept() {
    return sites.stream().mapToInt(Integer::intValue).toArray();
  }
}
