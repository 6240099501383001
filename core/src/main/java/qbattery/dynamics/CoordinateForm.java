package qbattery.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.Operator;
import qbattery.quantum.PartialTrace;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/**
 * The representation of a state by the {@link Coordinates} that its start can reach, each as a
 * leading part and a correction.
 *
 * <p>Basis states between which there is no coherence are in blocks of their own.
 */
final class CoordinateForm implements Representation {

  private final Space space;
  private final Coordinates coordinates;
  private final BasisGroups groups;
  private final List<ConstantPiece> pieces;
  private final List<UnaryOperator<double[]>> changes;
  private final String description;

  /**
   * The form.
   *
   * @param space the space of the states
   * @param coordinates what can be reached
   * @param pieces when which motion moves them
   * @param changes how fast a vector changes, one a piece
   * @param description what is carried, for reports
   */
  CoordinateForm(
      Space space,
      Coordinates coordinates,
      List<ConstantPiece> pieces,
      List<UnaryOperator<double[]>> changes,
      String description) {
    this.space = space;
    this.coordinates = coordinates;
    this.groups = groups(coordinates);
    this.pieces = pieces;
    this.changes = changes;
    this.description = description;
  }

  private static BasisGroups groups(Coordinates c) {
    int[] label = new int[c.dimension()];
    Arrays.setAll(label, i -> i);
    for (int p = 0; p < c.count(); p++) {
      int one = root(label, c.row(p));
      int other = root(label, c.column(p));
      label[StrictMath.max(one, other)] = StrictMath.min(one, other);
    }
    Map<Integer, Integer> numbers = new TreeMap<>();
    for (int i = 0; i < label.length; i++) {
      numbers.putIfAbsent(root(label, i), numbers.size());
    }
    return BasisGroups.by(label.length, numbers.size(), i -> numbers.get(root(label, i)));
  }

  private static int root(int[] label, int i) {
    int at = i;
    while (label[at] != at) {
      at = label[at];
    }
    return at;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public Generator generator() {
    double[] stops = pieces.stream().skip(1).mapToDouble(ConstantPiece::from).toArray();
    return new Generator() {
      @Override
      public int size() {
        return 2 * coordinates.count();
      }

      @Override
      public void apply(double t, double[] x, double[] dx) {
        int k = 0;
        while (k + 1 < pieces.size() && pieces.get(k + 1).from() <= t) {
          k++;
        }
        double[] change = changes.get(k).apply(x);
        System.arraycopy(change, 0, dx, 0, dx.length);
      }

      @Override
      public double[] stops() {
        return stops.clone();
      }
    };
  }

  @Override
  public double[] encode(State state) {
    double[] vector = new double[2 * coordinates.count()];
    for (int p = 0; p < coordinates.count(); p++) {
      Complex element = state.element(coordinates.row(p), coordinates.column(p));
      vector[p] = coordinates.isImaginary(p) ? element.im() : element.re();
    }
    return vector;
  }

  @Override
  public State decode(double[] vector, double tolerance) {
    return State.ofGroups(space, groups, blocks(vector), tolerance);
  }

  @Override
  public List<ComplexMatrix> blocks(double[] vector) {
    List<double[]> data = new ArrayList<>();
    for (int k = 0; k < groups.count(); k++) {
      data.add(new double[2 * groups.size(k) * groups.size(k)]);
    }
    for (int p = 0; p < coordinates.count(); p++) {
      int i = coordinates.row(p);
      int j = coordinates.column(p);
      int block = groups.groupOf(i);
      int n = groups.size(block);
      int imaginary = coordinates.isImaginary(p) ? 1 : 0;
      int a = groups.placeOf(i);
      int b = groups.placeOf(j);
      data.get(block)[2 * (a * n + b) + imaginary] = vector[p];
      data.get(block)[2 * (b * n + a) + imaginary] =
          imaginary == 1 && i != j ? -vector[p] : vector[p];
    }
    List<ComplexMatrix> matrices = new ArrayList<>();
    for (int k = 0; k < groups.count(); k++) {
      int n = groups.size(k);
      matrices.add(ComplexMatrix.ofInterleaved(n, n, data.get(k)));
    }
    return matrices;
  }

  @Override
  public ToDoubleFunction<double[]> reading(Operator operator) {
    double[] weight = weights(operator);
    return vector -> {
      double sum = 0;
      double rest = 0;
      for (int p = 0; p < weight.length; p++) {
        if (weight[p] != 0) { // what is not finite counts only where it is asked for
          sum += weight[p] * vector[p];
          rest += weight[p] * vector[weight.length + p];
        }
      }
      return sum + rest;
    };
  }

  /** How many products carrying a vector takes. */
  double products() {
    return coordinates.sets().stream().mapToDouble(s -> (double) s.length * s.length).sum();
  }

  /** All sets of coordinates. */
  BitSet allSets() {
    BitSet sets = new BitSet();
    sets.set(0, coordinates.sets().size());
    return sets;
  }

  /** The sets of coordinates that a quantity reads. */
  BitSet setsOf(Quantity quantity) {
    if (!(quantity instanceof Quantity.Expectation expectation)) {
      return allSets();
    }
    double[] weight = weights(expectation.operator());
    BitSet sets = new BitSet();
    for (int k = 0; k < coordinates.sets().size(); k++) {
      for (int place : coordinates.sets().get(k)) {
        if (weight[place] != 0) {
          sets.set(k);
        }
      }
    }
    return sets;
  }

  private double[] weights(Operator operator) {
    double[] weight = new double[coordinates.count()];
    operator
        .sparse()
        .forEach(
            (r, c, re, im) -> { // times element (c, r) of the state
              int i = StrictMath.min(r, c);
              int j = StrictMath.max(r, c);
              addTo(weight, coordinates.placeOf(i, j, false), re);
              addTo(weight, coordinates.placeOf(i, j, true), c < r ? -im : im);
            });
    return weight;
  }

  private static void addTo(double[] weight, int place, double value) {
    if (place >= 0) {
      weight[place] += value;
    }
  }

  @Override
  public Optional<State> reduced(double[] vector, double tolerance, int... sites) {
    return Optional.of(
        PartialTrace.state(
            space,
            groups,
            (i, j) -> {
              int real = coordinates.placeOf(StrictMath.min(i, j), StrictMath.max(i, j), false);
              int imaginary = coordinates.placeOf(StrictMath.min(i, j), StrictMath.max(i, j), true);
              double im = imaginary < 0 ? 0 : vector[imaginary];
              return new Complex(real < 0 ? 0 : vector[real], i <= j ? im : -im);
            },
            tolerance,
            sites));
  }
}
