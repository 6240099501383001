package qbattery.dynamics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import qbattery.linalg.Complex;
import qbattery.linalg.Pair;
import qbattery.quantum.State;

/**
 * The real and imaginary parts of the elements of a density matrix that can be reached from a
 * start, cut into sets that do not act on each other.
 *
 * <p>Of an element off the diagonal and its mirror image one is kept, so every set of coordinates
 * is a Hermitian matrix. What a symmetry keeps empty is left out without the symmetry being known.
 *
 * @param dimension d, the number of basis states
 * @param ids the coordinates, ascending: {@code 2 (i d + j)} is the real part of element (i, j),
 *     one more its imaginary part; j is not less than i
 * @param sets places in {@code ids} of the coordinates of each set, ascending
 */
record Coordinates(int dimension, int[] ids, List<int[]> sets) {

  /**
   * What can be reached.
   *
   * @param start the state at the start
   * @param generators all generators that act, one after the other
   * @param most so many coordinates at most are looked for
   * @return the coordinates; nothing if there are more
   */
  static Optional<Coordinates> reached(State start, List<ConstantGenerator> generators, int most) {
    int d = start.space().dimension();
    Deque<Integer> open = new ArrayDeque<>();
    TreeSet<Integer> seen = new TreeSet<>();
    Map<Integer, Integer> parent = new HashMap<>();
    for (int k = 0; k < start.groups().count(); k++) {
      int[] members = start.groups().members(k);
      for (int i : members) {
        for (int j : members) {
          Complex element = j < i ? Complex.ZERO : start.element(i, j);
          visit(2 * (i * d + j), element.re() != 0, seen, open);
          visit(2 * (i * d + j) + 1, i != j && element.im() != 0, seen, open);
        }
        if (seen.size() > most) {
          return Optional.empty();
        }
      }
    }
    while (!open.isEmpty()) {
      int id = open.poll();
      for (ConstantGenerator generator : generators) {
        for (int target : column(generator, d, id).keySet()) {
          visit(target, true, seen, open);
          join(parent, id, target);
        }
      }
      if (seen.size() > most) {
        return Optional.empty();
      }
    }
    int[] ids = seen.stream().mapToInt(Integer::intValue).toArray();
    Map<Integer, List<Integer>> sets = new TreeMap<>();
    for (int p = 0; p < ids.length; p++) {
      sets.computeIfAbsent(root(parent, ids[p]), r -> new ArrayList<>()).add(p);
    }
    return Optional.of(
        new Coordinates(
            d,
            ids,
            sets.values().stream()
                .map(s -> s.stream().mapToInt(Integer::intValue).toArray())
                .toList()));
  }

  private static void visit(int id, boolean there, TreeSet<Integer> seen, Deque<Integer> open) {
    if (there && seen.add(id)) {
      open.add(id);
    }
  }

  private static int root(Map<Integer, Integer> parent, int id) {
    int at = id;
    for (int up = parent.getOrDefault(at, at); up != at; up = parent.getOrDefault(at, at)) {
      at = up;
    }
    return at;
  }

  private static void join(Map<Integer, Integer> parent, int a, int b) {
    int one = root(parent, a);
    int other = root(parent, b);
    parent.put(StrictMath.max(one, other), StrictMath.min(one, other));
  }

  /** The coordinates that one coordinate changes, and at what rate. */
  static Map<Integer, Pair> column(ConstantGenerator generator, int d, int id) {
    int i = id / 2 / d;
    int j = id / 2 % d;
    Map<Integer, Pair> column = new TreeMap<>();
    ConstantGenerator.Sink sink =
        (row, other, re, im) -> {
          if (row <= other) {
            int place = 2 * (row * d + other);
            column.merge(place, re, Pair::plus);
            if (row < other) {
              column.merge(place + 1, im, Pair::plus);
            }
          }
        };
    Complex phase = id % 2 == 0 ? Complex.ONE : Complex.I;
    generator.change(i, j, phase, sink);
    if (i != j) {
      generator.change(j, i, phase.conjugate(), sink);
    }
    column.values().removeIf(v -> v.high() == 0);
    return column;
  }

  int count() {
    return ids.length;
  }

  /** The largest set. */
  int largest() {
    return sets.stream().mapToInt(s -> s.length).max().orElse(0);
  }

  int row(int place) {
    return ids[place] / 2 / dimension;
  }

  int column(int place) {
    return ids[place] / 2 % dimension;
  }

  boolean isImaginary(int place) {
    return (ids[place] & 1) == 1;
  }

  /** Whether a coordinate is the population of a basis state. */
  boolean isPopulation(int place) {
    return row(place) == column(place);
  }

  /** The place of a coordinate; negative if it is not among them. */
  int placeOf(int i, int j, boolean imaginary) {
    return Arrays.binarySearch(ids, 2 * (i * dimension + j) + (imaginary ? 1 : 0));
  }
}
