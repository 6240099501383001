package qbattery.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.Pair;
import qbattery.linalg.PairMatrix;

/**
 * The motion under a constant generator: carries the {@link Coordinates} of a state over any time,
 * by {@link Doublings} for each of their sets.
 *
 * <p>In place of one population of a set stands the sum of all, which does not change: its row of
 * the generator is zero, so it is zero in every exponential, and the trace is kept by construction.
 * Sets of populations alone have exponentials whose columns add up to one.
 *
 * <p>A vector has the leading parts of all coordinates, then as many rests.
 */
final class ConstantMotion {

  /** Norm of the generator times the base time; small enough for a series. */
  private static final double BASE_NORM = 0.25;

  /** What a mode may turn or decay in a piece that is looked at in five places. */
  private static final double TURN = 2;

  /** No time is so many powers of two long. */
  private static final int HIGHEST = 4000;

  /** A set of coordinates with its doublings; no population is replaced where balance is -1. */
  private record Block(int[] places, int balance, Doublings doublings) {}

  private final Coordinates coordinates;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Optional<ComplexMatrix>> moving = new ArrayList<>(); // empty for populations
  private final double factor;

  /** The base time is {@code factor 2^exponent}. */
  private final int exponent;

  /** The unit of time of the generator is {@code 2^-unit}. */
  private final int unit;

  private final Map<Integer, Paces> paces = new HashMap<>();

  /**
   * The motion of some coordinates.
   *
   * @param generator what moves them
   * @param coordinates a set that the generator does not lead out of
   * @param grid which times are base times
   */
  ConstantMotion(
      ConstantGenerator generator, Coordinates coordinates, Method.Exponential.Grid grid) {
    this.coordinates = coordinates;
    this.unit = generator.exponent();
    this.factor = grid.factor();
    List<PairMatrix> matrices = new ArrayList<>();
    double norm = 0;
    for (int[] set : coordinates.sets()) {
      PairMatrix matrix = matrix(generator, coordinates, set);
      matrices.add(matrix);
      norm = StrictMath.max(norm, matrix.norm1());
    }
    int scale = norm == 0 ? 0 : StrictMath.getExponent(norm / BASE_NORM) + 1;
    this.exponent = -unit - scale;
    for (int k = 0; k < matrices.size(); k++) {
      int[] set = coordinates.sets().get(k);
      double[][] rates = rates(matrices.get(k), coordinates, set);
      if (rates.length > 0) {
        moving.add(Optional.empty());
        blocks.add(new Block(set, -1, new PopulationDoublings(scaled(rates, -scale))));
      } else {
        int balance = balance(coordinates, set);
        PairMatrix matrix = balanced(matrices.get(k), coordinates, set, balance);
        moving.add(Optional.of(leading(matrix)));
        PairMatrix base = matrix.times(factor * StrictMath.scalb(1.0, -scale));
        blocks.add(new Block(set, balance, new PairDoublings(base)));
      }
    }
  }

  /** The generator on a set, element (i, j) what coordinate j does to coordinate i. */
  private static PairMatrix matrix(ConstantGenerator generator, Coordinates c, int[] set) {
    PairMatrix matrix = new PairMatrix(set.length);
    for (int b = 0; b < set.length; b++) {
      Map<Integer, Pair> column = Coordinates.column(generator, c.dimension(), c.ids()[set[b]]);
      for (Map.Entry<Integer, Pair> element : column.entrySet()) {
        int place = Arrays.binarySearch(c.ids(), element.getKey());
        matrix.add(Arrays.binarySearch(set, place), b, element.getValue());
      }
    }
    return matrix;
  }

  /** The largest column sum of the generator over all sets, in units of one over time. */
  static double speed(ConstantGenerator generator, Coordinates c) {
    double largest = 0;
    for (int id : c.ids()) {
      double sum = 0;
      for (Pair value : Coordinates.column(generator, c.dimension(), id).values()) {
        sum += StrictMath.abs(value.high());
      }
      largest = StrictMath.max(largest, sum);
    }
    return StrictMath.scalb(largest, generator.exponent());
  }

  /** Rates from population to population; empty if the set is not of that kind. */
  private static double[][] rates(PairMatrix matrix, Coordinates c, int[] set) {
    double[][] rates = new double[set.length][set.length];
    for (int a = 0; a < set.length; a++) {
      if (!c.isPopulation(set[a])) {
        return new double[0][];
      }
      for (int b = 0; b < set.length; b++) {
        double rate = a == b ? 0 : matrix.get(a, b).high();
        if (rate < 0) { // by rounding of rate matrices
          return new double[0][];
        }
        rates[a][b] = rate;
      }
    }
    return rates;
  }

  private double[][] scaled(double[][] rates, int power) {
    for (double[] row : rates) {
      for (int j = 0; j < row.length; j++) {
        row[j] = factor * StrictMath.scalb(row[j], power);
      }
    }
    return rates;
  }

  /** The last population of a set; -1 if there is none. */
  private static int balance(Coordinates c, int[] set) {
    int last = -1;
    for (int a = 0; a < set.length; a++) {
      last = c.isPopulation(set[a]) ? a : last;
    }
    return last;
  }

  /** The generator with the sum of all populations in place of one. */
  private static PairMatrix balanced(PairMatrix m, Coordinates c, int[] set, int balance) {
    if (balance < 0) {
      return m;
    }
    PairMatrix balanced = new PairMatrix(set.length);
    for (int a = 0; a < set.length; a++) {
      for (int b = 0; b < set.length; b++) {
        if (a != balance) {
          Pair element = m.get(a, b);
          balanced.add(a, b, element);
          if (b != balance && c.isPopulation(set[b])) {
            balanced.add(a, b, m.get(a, balance).negated());
          }
        }
      }
    }
    return balanced;
  }

  private static ComplexMatrix leading(PairMatrix m) {
    return ComplexMatrix.generate(m.size(), m.size(), (i, j) -> Complex.real(m.get(i, j).high()));
  }

  /** What is carried in place of a vector of coordinates: a vector for each set. */
  double[][] enter(double[] vector) {
    double[][] inner = new double[blocks.size()][];
    for (int k = 0; k < inner.length; k++) {
      Block block = blocks.get(k);
      inner[k] = gather(block, vector);
      if (block.balance >= 0) {
        put(inner[k], block.balance, sum(inner[k], block, false));
      }
    }
    return inner;
  }

  /** The vector of coordinates of what is carried. */
  double[] leave(double[][] inner) {
    double[] vector = new double[2 * coordinates.count()];
    for (int k = 0; k < inner.length; k++) {
      Block block = blocks.get(k);
      double[] own = inner[k];
      if (block.balance >= 0) {
        own = own.clone();
        Pair all = new Pair(own[block.balance], own[block.places.length + block.balance]);
        put(own, block.balance, all.plus(sum(own, block, true).negated()));
      }
      scatter(block, own, vector);
    }
    return vector;
  }

  private static void put(double[] x, int place, Pair value) {
    x[place] = value.high();
    x[x.length / 2 + place] = value.low();
  }

  private Pair sum(double[] x, Block block, boolean others) {
    Pair sum = Pair.ZERO;
    int m = block.places.length;
    for (int a = 0; a < m; a++) {
      if (coordinates.isPopulation(block.places[a]) && !(others && a == block.balance)) {
        sum = sum.plus(new Pair(x[a], x[m + a]));
      }
    }
    return sum;
  }

  /** What it takes to make ready for carrying over a time, in products of numbers. */
  double work(double t) {
    double squarings = StrictMath.max(0, StrictMath.min(HIGHEST, power(t) - exponent) + 1.0);
    return blocks.stream().mapToDouble(b -> squarings * cube(b)).sum();
  }

  private static double cube(Block block) {
    double n = block.places.length;
    return n * n * n;
  }

  /**
   * Makes ready for carrying over a time.
   *
   * @param t the time
   * @param done is told what each piece of the work was
   * @throws IllegalArgumentException if rounding would cover what still moves then
   */
  void prepare(double t, DoubleConsumer done) {
    int highest = StrictMath.min(HIGHEST, power(t) - exponent);
    for (Block block : blocks) {
      boolean reaches = true;
      for (int k = 0; reaches && k <= highest; k++) {
        reaches = block.doublings.reaches(k);
        done.accept(cube(block));
      }
      if (!reaches) {
        throw new IllegalArgumentException(
            "Within the time %s the fastest motion, at a rate or frequency of about %s, is over and done with %s times, and something still moves then: numbers of 32 digits do not tell where it is. Ask for earlier times, or leave out the fast part, such as a frequency that a rotating frame takes away."
                .formatted(text(t), text(powerOfTwo(-exponent - 2)), text(powerOfTwo(highest))));
      }
    }
  }

  private static double powerOfTwo(int k) {
    return StrictMath.scalb(1.0, StrictMath.min(k, Double.MAX_EXPONENT));
  }

  private static String text(double x) {
    return "%.2g".formatted(x);
  }

  /**
   * Carries a vector over a time.
   *
   * @param t the time, 0 or longer
   * @param inner what is carried; is overwritten
   * @throws IllegalArgumentException as {@link #prepare}
   */
  void carry(double t, double[][] inner) {
    double left = t;
    int k = StrictMath.min(HIGHEST, power(t) - exponent + 1);
    for (; k >= 0 && left > 0; k--) {
      double step = doubled(k);
      if (left >= step) {
        for (int b = 0; b < inner.length; b++) {
          blocks.get(b).doublings.carry(k, inner[b]);
        }
        left -= step;
      }
    }
    if (left > 0) {
      double share = StrictMath.scalb(left, -exponent) / factor;
      for (int b = 0; b < inner.length; b++) {
        blocks.get(b).doublings.within(share, inner[b]);
      }
    }
  }

  /**
   * Carries a vector to where nothing moves any more.
   *
   * @param inner what is carried; is overwritten
   * @return how long that took, and by how much a coordinate may be off; nothing if it does not
   *     come to rest as far as numbers of 32 digits tell
   */
  Optional<Settling> settle(double[][] inner) {
    double longest = 0;
    double error = 0;
    for (int b = 0; b < inner.length; b++) {
      Doublings doublings = blocks.get(b).doublings;
      int k = doublings.settles();
      if (k < 0) {
        return Optional.empty();
      }
      doublings.carry(k, inner[b]);
      longest = StrictMath.max(longest, doubled(k));
      error = StrictMath.max(error, doublings.rounding(k));
    }
    return Optional.of(new Settling(longest, error));
  }

  /**
   * That a motion has come to rest.
   *
   * @param time when
   * @param error how far off a coordinate may be
   */
  record Settling(double time, double error) {}

  /** A copy of what is carried. */
  static double[][] copy(double[][] inner) {
    return Arrays.stream(inner).map(double[]::clone).toArray(double[][]::new);
  }

  private double doubled(int k) {
    return StrictMath.scalb(factor, exponent + k);
  }

  /**
   * The rate of change of a vector of coordinates.
   *
   * @param vector the vector
   * @return its derivative, likewise in leading parts and rests
   */
  double[] change(double[] vector) {
    double[][] change = enter(vector);
    for (int k = 0; k < change.length; k++) {
      change[k] = blocks.get(k).doublings.change(change[k]);
    }
    double[] natural = leave(change);
    for (int i = 0; i < natural.length; i++) {
      natural[i] = StrictMath.scalb(natural[i] / factor, -exponent);
    }
    return natural;
  }

  private double[] gather(Block block, double[] x) {
    int m = block.places.length;
    double[] own = new double[2 * m];
    for (int a = 0; a < m; a++) {
      own[a] = x[block.places[a]];
      own[m + a] = x[block.places[a] + coordinates.count()];
    }
    return own;
  }

  private void scatter(Block block, double[] own, double[] x) {
    int m = block.places.length;
    for (int a = 0; a < m; a++) {
      x[block.places[a]] = own[a];
      x[block.places[a] + coordinates.count()] = own[m + a];
    }
  }

  /**
   * How long a piece of the motion may be, so that a few looks tell its course: a multiple of the
   * base time such that pieces of it end at multiples of their own length.
   *
   * @param now when it begins, such a multiple
   * @param sets which sets of coordinates are looked at
   * @return its length; infinite where nothing moves
   */
  double piece(double now, BitSet sets) {
    int k = now == 0 ? HIGHEST : lowestBit(now / factor) - exponent;
    double speed = 0;
    boolean relaxes = false;
    for (int b = sets.nextSetBit(0); b >= 0; b = sets.nextSetBit(b + 1)) {
      relaxes |= blocks.get(b).doublings instanceof PopulationDoublings;
      speed = StrictMath.max(speed, paces(b).speedAt(StrictMath.scalb(now, unit)));
    }
    if (speed == 0 && !relaxes) {
      return Double.POSITIVE_INFINITY;
    }
    if (speed > 0) {
      int longest = StrictMath.getExponent(TURN / (factor * speed)) - unit - exponent;
      k = StrictMath.min(k, StrictMath.max(2, longest));
    }
    if (relaxes) { // populations relax: each piece is half as long as the past
      int half = now == 0 ? 2 : power(now / factor) - 1 - exponent;
      k = StrictMath.min(k, StrictMath.max(2, half));
    }
    return doubled(k);
  }

  private synchronized Paces paces(int block) {
    return paces.computeIfAbsent(block, b -> moving.get(b).map(Paces::of).orElse(Paces.NONE));
  }

  private static int lowestBit(double x) {
    int power = power(x);
    return Long.numberOfTrailingZeros((long) StrictMath.scalb(x, 52 - power)) + power - 52;
  }

  /** The power of two of a number above 0, also of one below the normal ones. */
  private static int power(double x) {
    return x < Double.MIN_NORMAL
        ? StrictMath.getExponent(StrictMath.scalb(x, 64)) - 64
        : StrictMath.getExponent(x);
  }

  /** Sets of coordinates, for reports. */
  String describe() {
    long populations =
        blocks.stream().filter(b -> b.doublings instanceof PopulationDoublings).count();
    return "%d real coordinates in %d %s that do not act on each other (the largest has %d)%s, the trace kept by construction"
        .formatted(
            coordinates.count(),
            blocks.size(),
            blocks.size() == 1 ? "set" : "sets",
            coordinates.largest(),
            populations == 0
                ? ""
                : populations == blocks.size()
                    ? ", all populations: by uniformisation"
                    : ", %d of them populations: by uniformisation".formatted(populations));
  }
}
