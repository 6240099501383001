package qbattery.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import qbattery.dynamics.LocalDissipation.Numbers;
import qbattery.dynamics.LocalDissipation.Occupation;
import qbattery.dynamics.LocalDissipation.Seen;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.linalg.SparseMatrix;
import qbattery.model.Battery;
import qbattery.model.Contact;
import qbattery.model.Reservoir;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/** Computes the numbers of {@link LocalDissipation}. */
final class LocalDissipationNumbers {

  private LocalDissipationNumbers() {}

  static Numbers of(Battery battery, List<Contact> contacts) {
    double splitting = splitting(battery);
    double[] spacings = spacings(battery);
    List<Seen> seen = new ArrayList<>();
    for (Contact contact : contacts) {
      if (!contact.space().equals(battery.space())) {
        throw new IllegalArgumentException(
            "The contact '%s' acts on another space than the battery '%s'."
                .formatted(contact.name(), battery.name()));
      }
      if (contact.rate() > 0) { // else it does nothing
        contact.sites().stream()
            .map(site -> seen(contact, site, spacings[site], splitting))
            .max(Comparator.comparingDouble(Seen::change))
            .ifPresent(seen::add);
      }
    }
    double largest =
        battery.channels().stream()
            .map(channel -> HermitianEigen.valuesOf(channel.rates()))
            .mapToDouble(values -> values[values.length - 1])
            .max()
            .orElse(0);
    return new Numbers(splitting, Arrays.stream(spacings).min().orElseThrow(), largest, seen);
  }

  private static Seen seen(Contact contact, int site, double spacing, double splitting) {
    Reservoir asked = contact.reservoir();
    double w = asked.frequency();
    List<Occupation> occupations = new ArrayList<>();
    for (double frequency : new double[] {spacing - splitting, spacing, spacing + splitting}) {
      if (has(asked, frequency)) {
        occupations.add(new Occupation(frequency, asked.at(frequency).absorption()));
      }
    }
    return new Seen(
        contact.name(),
        w,
        asked.absorption(),
        site,
        spacing,
        occupations,
        change(asked, spacing - splitting, spacing, spacing + splitting),
        change(asked, spacing),
        change(asked, w - splitting, w + splitting));
  }

  /** Largest change of a factor at some frequencies, relative to the sum of both where asked. */
  private static double change(Reservoir asked, double... frequencies) {
    double both = asked.emission() + asked.absorption();
    double largest = 0;
    for (double frequency : frequencies) {
      if (!has(asked, frequency)) {
        return Double.POSITIVE_INFINITY;
      }
      Reservoir there = asked.at(frequency);
      double emission = StrictMath.abs(there.emission() - asked.emission());
      double absorption = StrictMath.abs(there.absorption() - asked.absorption());
      largest = StrictMath.max(largest, StrictMath.max(emission, absorption) / both);
    }
    return largest;
  }

  private static boolean has(Reservoir reservoir, double frequency) {
    return frequency > 0 || !(reservoir instanceof Reservoir.Bosonic);
  }

  /** Half of the spread of the interaction among the states of one excitation. */
  private static double splitting(Battery battery) {
    int[] states = oneExcitation(battery.space());
    ComplexMatrix block = block(battery.interaction(), states);
    double[] values = HermitianEigen.valuesOf(block);
    return (values[values.length - 1] - values[0]) / 2;
  }

  /** What one excitation of each site costs in the storage Hamiltonian, on its diagonal. */
  private static double[] spacings(Battery battery) {
    Space space = battery.space();
    int ground = space.dimension() - 1;
    int[] excited = oneExcitation(space);
    double lowest = block(battery.storage(), new int[] {ground}).re(0, 0);
    ComplexMatrix energies = block(battery.storage(), excited);
    double[] spacings = new double[space.sites()];
    int k = 0;
    for (int site = 0; site < spacings.length; site++) {
      // A site of one level cannot be excited.
      spacings[site] =
          space.localDimensions().get(site) > 1
              ? energies.re(k, k++) - lowest
              : Double.POSITIVE_INFINITY;
    }
    return spacings;
  }

  /** The basis state in which one site is a level above its lowest, for each site that can be. */
  private static int[] oneExcitation(Space space) {
    List<Integer> states = new ArrayList<>();
    int below = space.dimension();
    for (int levels : space.localDimensions()) {
      below /= levels;
      if (levels > 1) {
        states.add(space.dimension() - 1 - below);
      }
    }
    return states.stream().mapToInt(Integer::intValue).toArray();
  }

  private static ComplexMatrix block(Operator operator, int[] states) {
    SparseMatrix sparse = operator.sparse();
    int n = states.length;
    int[] place = new int[sparse.rows()];
    Arrays.fill(place, -1);
    for (int k = 0; k < n; k++) {
      place[states[k]] = k;
    }
    double[] elements = new double[2 * n * n];
    sparse.forEach(
        (row, column, re, im) -> {
          if (place[row] >= 0 && place[column] >= 0) {
            int at = 2 * (place[row] * n + place[column]);
            elements[at] = re;
            elements[at + 1] = im;
          }
        });
    return n == 0
        ? ComplexMatrix.generate(1, 1, (i, j) -> Complex.ZERO)
        : ComplexMatrix.ofInterleaved(n, n, elements);
  }
}
