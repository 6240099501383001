package qbattery.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import qbattery.file.formula.PartKind;
import qbattery.file.formula.PartTable;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Channel;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/**
 * What a {@link RotatingFrame} asks of the weights of its excitation numbers: linear equations, one
 * for each way in which an operator moves excitations. Solved exactly, as far as small integers are
 * exact.
 */
final class FrameEquations {

  /** An operator of more elements is not written out. */
  private static final int MOST_ELEMENTS = 200_000;

  /** Elements that cancel to this part of the largest are zero. */
  private static final double CANCELLED = 1e-13;

  /** What integers leave of rounding. */
  private static final double ROUNDING = 1e-9;

  /**
   * The weights of the excitations that are moved add up to what the frequencies say.
   *
   * @param moved how many excitations of each site
   * @param right how often each frequency is taken away
   */
  private record Equation(double[] moved, Map<String, Double> right) {}

  private final Space space;
  private final List<Equation> equations = new ArrayList<>();
  private final Map<String, Double> frequencies = new LinkedHashMap<>();
  private boolean feasible = true;

  FrameEquations(Space space) {
    this.space = space;
  }

  /** An operator that commutes with the sum of excitation numbers. */
  void unchanged(Operator operator) {
    for (List<Integer> moved : moves(operator)) {
      equations.add(new Equation(vector(moved), Map.of()));
    }
  }

  /** An operator that takes a frequency away. */
  void takesAway(Operator operator, String frequency, double value) {
    frequencies.put(frequency, value);
    for (List<Integer> moved : moves(operator)) {
      equations.add(new Equation(vector(moved), Map.of(frequency, -1.0)));
    }
  }

  /** Jumps that get a phase, those that rates mix the same one. */
  void phases(Channel channel) {
    List<double[]> all = new ArrayList<>();
    for (int k = 0; k < channel.jumps().size(); k++) {
      List<double[]> own =
          moves(channel.jumps().get(k)).stream().map(FrameEquations::vector).toList();
      alike(own);
      all.addAll(own.stream().limit(1).toList());
    }
    boolean mixed = false;
    for (int i = 0; i < channel.jumps().size(); i++) {
      for (int j = 0; j < i; j++) {
        mixed |= channel.rates().get(i, j).abs() > 0;
      }
    }
    if (mixed) {
      alike(all);
    }
  }

  private void alike(List<double[]> moved) {
    for (int k = 1; k < moved.size(); k++) {
      double[] difference = moved.get(k).clone();
      for (int site = 0; site < difference.length; site++) {
        difference[site] -= moved.get(0)[site];
      }
      equations.add(new Equation(difference, Map.of()));
    }
  }

  /** Whether the weights found let an operator be as it is. */
  boolean changes(Operator operator) {
    double[] values = values();
    return moves(operator).stream()
        .anyMatch(
            moved -> {
              double sum = 0;
              for (int site = 0; site < values.length; site++) {
                sum += values[site] * moved.get(site);
              }
              return StrictMath.abs(sum) > ROUNDING;
            });
  }

  /** The ways in which an operator moves excitations, those that cancel left out. */
  private Set<List<Integer>> moves(Operator operator) {
    Map<List<List<Integer>>, Complex> elements = new HashMap<>();
    for (Operator.Term term : operator.terms()) {
      Map<List<List<Integer>>, Complex> products = new HashMap<>();
      products.put(List.of(), term.coefficient());
      for (Map.Entry<Integer, LocalOperator> factor : new TreeMap<>(term.factors()).entrySet()) {
        products = times(products, factor.getKey(), factor.getValue().matrix());
        if (products.size() > MOST_ELEMENTS) {
          feasible = false;
          return Set.of();
        }
      }
      products.forEach((key, value) -> elements.merge(key, value, Complex::plus));
    }
    double largest = elements.values().stream().mapToDouble(Complex::abs).max().orElse(0);
    Set<List<Integer>> moves = new HashSet<>();
    elements.forEach(
        (key, value) -> {
          if (value.abs() > CANCELLED * largest) {
            Integer[] moved = new Integer[space.sites()];
            Arrays.fill(moved, 0);
            // the highest level comes first, so a later column holds fewer excitations
            key.forEach(e -> moved[e.get(0)] = e.get(2) - e.get(1));
            moves.add(List.of(moved));
          }
        });
    return moves;
  }

  private static Map<List<List<Integer>>, Complex> times(
      Map<List<List<Integer>>, Complex> products, int site, ComplexMatrix matrix) {
    Map<List<List<Integer>>, Complex> more = new HashMap<>();
    products.forEach(
        (key, value) -> {
          for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
              Complex element = matrix.get(i, j);
              if (element.abs() > 0) {
                List<List<Integer>> longer = new ArrayList<>(key);
                longer.add(List.of(site, i, j));
                more.put(longer, value.times(element));
              }
            }
          }
        });
    return more;
  }

  private static double[] vector(List<Integer> moved) {
    return moved.stream().mapToDouble(Integer::doubleValue).toArray();
  }

  /** The weights as multiples of frequencies; sites that nothing binds have none. */
  private Optional<List<Map<String, Double>>> solution() {
    List<String> names = List.copyOf(frequencies.keySet());
    int sites = space.sites();
    int width = sites + names.size();
    List<double[]> rows = new ArrayList<>();
    for (Equation equation : equations) {
      double[] row = Arrays.copyOf(equation.moved, width);
      equation.right.forEach((name, factor) -> row[sites + names.indexOf(name)] = factor);
      rows.add(row);
    }
    int[] pivots = new int[sites];
    Arrays.fill(pivots, -1);
    int done = 0;
    for (int site = 0; site < sites; site++) {
      int best = done;
      for (int r = done; r < rows.size(); r++) {
        best = StrictMath.abs(rows.get(r)[site]) > StrictMath.abs(rows.get(best)[site]) ? r : best;
      }
      if (best >= rows.size() || StrictMath.abs(rows.get(best)[site]) < ROUNDING) {
        continue;
      }
      double[] pivot = rows.get(best);
      rows.set(best, rows.get(done));
      rows.set(done, pivot);
      double unit = pivot[site];
      for (int c = 0; c < width; c++) {
        pivot[c] /= unit;
      }
      for (double[] row : rows) {
        double factor = row[site];
        for (int c = 0; row != pivot && c < width; c++) {
          row[c] -= factor * pivot[c];
        }
      }
      pivots[site] = done++;
    }
    for (double[] rest : rows.subList(done, rows.size())) {
      double sum = 0;
      double size = 0;
      for (int k = 0; k < names.size(); k++) {
        double part = rest[sites + k] * frequencies.getOrDefault(names.get(k), 0.0);
        sum += part;
        size += StrictMath.abs(part);
      }
      if (StrictMath.abs(sum) > ROUNDING * size) {
        return Optional.empty(); // two drives ask for different frames
      }
    }
    List<Map<String, Double>> weights = new ArrayList<>();
    for (int site = 0; site < sites; site++) {
      Map<String, Double> weight = new LinkedHashMap<>();
      for (int k = 0; k < names.size() && pivots[site] >= 0; k++) {
        double factor = rows.get(pivots[site])[sites + k];
        double whole = StrictMath.rint(factor * 5040) / 5040; // a ratio of small integers
        if (StrictMath.abs(whole) > ROUNDING) {
          weight.put(names.get(k), whole);
        }
      }
      weights.add(weight);
    }
    return Optional.of(weights);
  }

  private double[] values() {
    return solution().orElseThrow().stream()
        .mapToDouble(
            w ->
                w.entrySet().stream()
                    .mapToDouble(e -> e.getValue() * frequencies.getOrDefault(e.getKey(), 0.0))
                    .sum())
        .toArray();
  }

  /** The formulas to be added to the interaction, less G; nothing if there is no such frame. */
  Optional<List<String>> generator(PartTable parts) {
    Optional<List<Map<String, Double>>> weights = feasible ? solution() : Optional.empty();
    if (weights.isEmpty()) {
      return Optional.empty();
    }
    List<String> terms = new ArrayList<>();
    for (PartTable.Row row : parts.rows()) {
      List<Map<String, Double>> own = weights.get().subList(row.first(), row.first() + row.count());
      boolean all = own.stream().distinct().count() == 1;
      for (int k = 0; k < (all ? 1 : own.size()); k++) {
        if (!own.get(k).isEmpty() && row.kind() == PartKind.LEVELS) {
          return Optional.empty(); // it has no excitation number that a formula could name
        }
        String site = all ? row.name() : "%s[%d]".formatted(row.name(), k + 1);
        own.get(k)
            .forEach(
                (frequency, factor) ->
                    terms.add(RotatingFrame.weight(-factor, frequency) + "*number(" + site + ")"));
      }
    }
    return Optional.of(terms);
  }
}
