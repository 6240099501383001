package qbattery.quantum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * For how many states each basis state of a space stands: on {@link AlikeCells}, the copies of its
 * multiplet; 1 elsewhere.
 */
final class StateCopies {

  private final List<Integer> levels;
  private final List<Optional<AlikeCells>> alike = new ArrayList<>();
  private final List<int[]> multiplet = new ArrayList<>();

  StateCopies(Space space) {
    this.levels = space.localDimensions();
    for (int site = 0; site < space.sites(); site++) {
      alike.add(space.alikeCells(site));
      multiplet.add(alike.get(site).map(AlikeCells::multipletOfLevel).orElse(new int[0]));
    }
  }

  /** A number for the multiplets of all sites: two basis states with one label have the same. */
  int label(int state) {
    int rest = state;
    int label = 0;
    for (int site = levels.size() - 1; site >= 0; site--) {
      int level = rest % levels.get(site);
      rest /= levels.get(site);
      if (alike.get(site).isPresent()) {
        label = label * alike.get(site).get().multiplets().size() + multiplet.get(site)[level];
      }
    }
    return label;
  }

  /** The copies. */
  BigInteger of(int state) {
    BigInteger product = BigInteger.ONE;
    int rest = state;
    for (int site = levels.size() - 1; site >= 0; site--) {
      int level = rest % levels.get(site);
      rest /= levels.get(site);
      if (alike.get(site).isPresent()) {
        product =
            product.multiply(
                alike.get(site).get().multiplets().get(multiplet.get(site)[level]).multiplicity());
      }
    }
    return product;
  }
}
