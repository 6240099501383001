package qbattery.experiment;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds rows of the points of one family in other families of a store. As within a family, no row
 * is used that this program would not compute itself: one row of each other family is computed and
 * compared.
 */
final class OtherFamilies {

  private final Store store;
  private final Runner runner;
  private final SharedPoints family;
  private final List<String> keys;
  private final BuildFingerprint program;
  private final Workbench.Stale stale;
  private final Map<Integer, double[]> fresh = new HashMap<>();

  OtherFamilies(
      Store store,
      Runner runner,
      SharedPoints family,
      BuildFingerprint program,
      Workbench.Stale stale) {
    this.store = store;
    this.runner = runner;
    this.family = family;
    this.keys = family.keys();
    this.program = program;
    this.stale = stale;
  }

  /** What is known of a point. */
  PartialRow known(int index) throws IOException, InterruptedException {
    double[] numbers = new double[keys.size()];
    BitSet known = new BitSet(keys.size());
    Optional<String> point = family.point(index);
    if (point.isPresent()) {
      for (Store.Shared shared : store.shared(point.get(), program)) {
        if (known.cardinality() < keys.size() && admitted(shared, index)) {
          take(shared, numbers, known);
        }
      }
    }
    double[] computed = fresh.remove(index);
    if (computed != null) { // to compare with; then it need not be put together
      known.set(0, keys.size());
      numbers = computed;
    }
    return new PartialRow(numbers, known);
  }

  private void take(Store.Shared shared, double[] numbers, BitSet known) {
    Map<String, Integer> places = places(shared.keys());
    double[] row = shared.row();
    for (int k = 0; k < numbers.length; k++) {
      Integer place = places.get(keys.get(k));
      if (place != null) {
        numbers[k] = row[place];
        known.set(k);
      }
    }
  }

  private static Map<String, Integer> places(List<String> keys) {
    Map<String, Integer> places = new HashMap<>();
    for (int k = 0; k < keys.size(); k++) {
      places.put(keys.get(k), k);
    }
    return places;
  }

  private boolean admitted(Store.Shared shared, int index)
      throws IOException, InterruptedException {
    if (shared.shelf().trusted()) {
      return true;
    }
    double[] row = fresh.get(index);
    if (row == null) {
      double[][] computed = new double[1][];
      runner.run(family, new int[] {index}, (k, r) -> computed[0] = r);
      row = computed[0];
      fresh.put(index, row);
    }
    if (sameWhereBothAre(shared, row)) {
      shared.shelf().trust();
      return true;
    }
    if (stale == Workbench.Stale.REFUSE) {
      throw EnsembleCollector.otherNumbers(
          family, store, shared.shelf().writer(shared.index()), program, index);
    }
    shared.shelf().setAside();
    return false;
  }

  private boolean sameWhereBothAre(Store.Shared shared, double[] row) {
    Map<String, Integer> places = places(shared.keys());
    double[] theirs = shared.row();
    for (int k = 0; k < row.length; k++) {
      Integer place = places.get(keys.get(k));
      if (place != null
          && !EnsembleCollector.sameBits(new double[] {row[k]}, new double[] {theirs[place]})) {
        return false;
      }
    }
    return true;
  }
}
