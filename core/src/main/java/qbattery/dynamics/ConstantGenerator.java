package qbattery.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qbattery.linalg.Complex;
import qbattery.linalg.Pair;
import qbattery.linalg.SparseMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.quantum.Operator;

/**
 * The generator of a battery that nothing changes in time, element by element in {@linkplain Pair
 * pairs}: as {@link Lindbladian}, {@code K rho + rho K^+ + sum gamma_ij A_i rho A_j^+}.
 *
 * <p>Terms are added up in pairs and products are made from the jump operators' own elements. So
 * what cancels in the model cancels here, beside rates that are twenty powers of ten larger. All is
 * in a unit of time, {@code 2^-exponent}, in which nothing is much larger than one.
 */
final class ConstantGenerator {

  /** Receives the elements of the change of a matrix; several of one place add up. */
  interface Sink {
    void add(int row, int column, Pair re, Pair im);
  }

  private record Element(int row, Pair re, Pair im) {}

  private record Jump(Complex rate, List<List<Element>> left, List<List<Element>> right) {}

  /** Numbers end at 2^1024; some room is left for sums. */
  private static final int LARGEST = 1030;

  private final int dimension;
  private final int exponent;
  private final List<List<Element>> drift;
  private final List<Jump> jumps;

  private ConstantGenerator(
      int dimension, int exponent, List<List<Element>> drift, List<Jump> jumps) {
    this.dimension = dimension;
    this.exponent = exponent;
    this.drift = drift;
    this.jumps = jumps;
  }

  /**
   * The generator of a battery.
   *
   * @param battery the battery, not driven
   */
  static ConstantGenerator of(Battery battery) {
    int d = battery.space().dimension();
    int exponent = exponent(battery);
    if (exponent > LARGEST) {
      throw new IllegalArgumentException(
          "In '%s' a rate times the squared elements of its jump operators, or an energy, is about 1e%.0f; numbers end at 1.8e308."
              .formatted(battery.name(), exponent * StrictMath.log10(2)));
    }
    Map<Long, Pair[]> sum = new TreeMap<>();
    for (Operator part : List.of(battery.storage(), battery.interaction())) {
      for (Operator.Term term : part.terms()) {
        Complex c = scaled(term.coefficient(), -exponent);
        SparseMatrix elements =
            new Operator(battery.space(), List.of(new Operator.Term(Complex.ONE, term.factors())))
                .sparse();
        elements.forEach(
            (i, j, re, im) -> { // -i c (re + i im)
              Pair real = product(c.re(), re).plus(product(-c.im(), im));
              Pair imaginary = product(c.re(), im).plus(product(c.im(), re));
              add(sum, d, i, j, imaginary, real.negated());
            });
      }
    }
    List<Jump> jumps = new ArrayList<>();
    for (Channel channel : battery.channels()) {
      addChannel(channel, d, exponent, sum, jumps);
    }
    return new ConstantGenerator(d, exponent, columns(sum, d), jumps);
  }

  private static void addChannel(
      Channel channel, int d, int exponent, Map<Long, Pair[]> drift, List<Jump> jumps) {
    List<SparseMatrix> operators = channel.jumps().stream().map(Operator::sparse).toList();
    int[] sizes = operators.stream().mapToInt(a -> StrictMath.getExponent(a.maxAbs())).toArray();
    List<List<List<Element>>> elements = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      elements.add(columns(operators.get(i), d, -sizes[i]));
    }
    for (int i = 0; i < sizes.length; i++) {
      for (int j = 0; j < sizes.length; j++) {
        Complex rate = scaled(channel.rates().get(i, j), sizes[i] + sizes[j] - exponent);
        if (rate.equals(Complex.ZERO)) {
          continue;
        }
        jumps.add(new Jump(rate, elements.get(i), elements.get(j)));
        addLoss(drift, d, rate, columns(operators.get(j).adjoint(), d, -sizes[j]), elements.get(i));
      }
    }
  }

  /** -1/2 gamma A_j^+ A_i. */
  private static void addLoss(
      Map<Long, Pair[]> drift,
      int d,
      Complex rate,
      List<List<Element>> left,
      List<List<Element>> right) {
    for (int b = 0; b < d; b++) {
      for (Element first : right.get(b)) {
        Pair[] z = times(rate, first.re, first.im);
        for (Element second : left.get(first.row)) {
          Pair[] p = times(z, second.re, second.im);
          add(drift, d, second.row, b, p[0].times(-0.5), p[1].times(-0.5));
        }
      }
    }
  }

  private static List<List<Element>> columns(SparseMatrix matrix, int d, int shift) {
    List<List<Element>> columns = empty(d);
    matrix.forEach(
        (i, j, re, im) ->
            columns
                .get(j)
                .add(
                    new Element(
                        i,
                        Pair.of(StrictMath.scalb(re, shift)),
                        Pair.of(StrictMath.scalb(im, shift)))));
    return columns;
  }

  private static List<List<Element>> columns(Map<Long, Pair[]> elements, int d) {
    List<List<Element>> columns = empty(d);
    elements.forEach(
        (place, p) -> {
          if (p[0].high() != 0 || p[1].high() != 0) {
            columns.get((int) (place % d)).add(new Element((int) (place / d), p[0], p[1]));
          }
        });
    return columns;
  }

  private static List<List<Element>> empty(int d) {
    List<List<Element>> columns = new ArrayList<>();
    for (int j = 0; j < d; j++) {
      columns.add(new ArrayList<>());
    }
    return columns;
  }

  private static void add(Map<Long, Pair[]> sum, int d, int row, int column, Pair re, Pair im) {
    Pair[] place =
        sum.computeIfAbsent((long) row * d + column, k -> new Pair[] {Pair.ZERO, Pair.ZERO});
    place[0] = place[0].plus(re);
    place[1] = place[1].plus(im);
  }

  private static Pair product(double a, double b) {
    return Pair.of(a).times(b);
  }

  private static Pair[] times(Complex rate, Pair re, Pair im) {
    return new Pair[] {
      re.times(rate.re()).plus(im.times(-rate.im())), im.times(rate.re()).plus(re.times(rate.im()))
    };
  }

  private static Pair[] times(Pair[] z, Pair re, Pair im) {
    return new Pair[] {
      z[0].times(re).plus(z[1].times(im).negated()), z[0].times(im).plus(z[1].times(re))
    };
  }

  private static Complex scaled(Complex z, int shift) {
    return new Complex(StrictMath.scalb(z.re(), shift), StrictMath.scalb(z.im(), shift));
  }

  /** The power of two that is about as large as the fastest thing that happens. */
  private static int exponent(Battery battery) {
    int largest = -2000;
    for (Operator part : List.of(battery.storage(), battery.interaction())) {
      for (Operator.Term term : part.terms()) {
        if (term.coefficient().abs() > 0) {
          int size = StrictMath.getExponent(term.coefficient().abs());
          for (var factor : term.factors().values()) {
            size += 1 + StrictMath.getExponent(factor.matrix().maxAbs());
          }
          largest = StrictMath.max(largest, size);
        }
      }
    }
    for (Channel channel : battery.channels()) {
      int[] sizes =
          channel.jumps().stream()
              .mapToInt(a -> 1 + StrictMath.getExponent(a.sparse().maxAbs()))
              .toArray();
      for (int i = 0; i < sizes.length; i++) {
        for (int j = 0; j < sizes.length; j++) {
          double rate = channel.rates().get(i, j).abs();
          if (rate > 0) {
            largest = StrictMath.max(largest, StrictMath.getExponent(rate) + sizes[i] + sizes[j]);
          }
        }
      }
    }
    return largest == -2000 ? 0 : largest;
  }

  int dimension() {
    return dimension;
  }

  /** The unit of time is {@code 2^-exponent}. */
  int exponent() {
    return exponent;
  }

  /** The change of the matrix with one element, {@code phase |a><b|}; phase is 1, i or -i. */
  void change(int a, int b, Complex phase, Sink sink) {
    for (Element e : drift.get(a)) {
      Pair[] z = times(phase, e.re, e.im);
      sink.add(e.row, b, z[0], z[1]);
    }
    for (Element e : drift.get(b)) {
      Pair[] z = times(phase, e.re, e.im.negated());
      sink.add(a, e.row, z[0], z[1]);
    }
    for (Jump jump : jumps) {
      Complex rate = jump.rate.times(phase);
      for (Element left : jump.left.get(a)) {
        Pair[] z = times(rate, left.re, left.im);
        for (Element right : jump.right.get(b)) {
          Pair[] product = times(z, right.re, right.im.negated());
          sink.add(left.row, right.row, product[0], product[1]);
        }
      }
    }
  }
}
