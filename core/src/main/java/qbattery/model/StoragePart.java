package qbattery.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/**
 * The sites of a battery that store energy, and the storage Hamiltonian on them alone.
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
          "The storage Hamiltonian of '%s' acts on no site, so no part of it stores energy."
              .formatted(battery.name()));
    }
    List<Integer> levels = battery.space().localDimensions();
    Space part = new Space(sites.stream().map(levels::get).toList());
    List<Operator.Term> terms = new ArrayList<>();
    for (Operator.Term term : battery.storage().terms()) {
      Complex coefficient = term.coefficient();
      Map<Integer, LocalOperator> factors = new TreeMap<>();
      for (Map.Entry<Integer, LocalOperator> factor : term.factors().entrySet()) {
        int place = sites.indexOf(factor.getKey());
        if (place >= 0) {
          factors.put(place, factor.getValue());
        } else { // a multiple of the identity
          coefficient = coefficient.times(factor.getValue().matrix().get(0, 0));
        }
      }
      terms.add(new Operator.Term(coefficient, factors));
    }
    return new StoragePart(sites, new Operator(part, terms));
  }

  static List<Integer> sitesOf(Operator storage) {
    TreeSet<Integer> sites = new TreeSet<>();
    for (Operator.Term term : storage.terms()) {
      if (!term.coefficient().equals(Complex.ZERO)) {
        term.factors()
            .forEach(
                (site, local) -> {
                  if (!isMultipleOfIdentity(local.matrix())) {
                    sites.add(site);
                  }
                });
      }
    }
    return List.copyOf(sites);
  }

  private static boolean isMultipleOfIdentity(ComplexMatrix matrix) {
    Complex first = matrix.get(0, 0);
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.rows(); j++) {
        if (!matrix.get(i, j).equals(i == j ? first : Complex.ZERO)) {
          return false;
        }
      }
    }
    return true;
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
