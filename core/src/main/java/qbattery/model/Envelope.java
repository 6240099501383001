package qbattery.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A real function of time that switches or modulates a {@link Drive}, as data.
 *
 * <p>Where a value jumps, it is that from the right.
 */
public sealed interface Envelope {

  /**
   * The value at a time.
   *
   * @param t the time
   * @return f(t); at a jump the value from the right
   */
  double at(double t);

  /**
   * The value at a time that is told as an early one and how long ago that was: after a million
   * units of time a sum of both has ten digits less behind the point than a short pulse needs.
   *
   * @param origin a time
   * @param since how long after it
   * @return f(origin + since)
   */
  default double at(double origin, double since) {
    return at(origin + since);
  }

  /**
   * How large it can be.
   *
   * @return a bound of the absolute value at all times
   */
  double largest();

  /**
   * Where the value or the slope jumps.
   *
   * @return the times, ascending, without repetition
   */
  List<Double> kinks();

  /**
   * Where an integration has to stop: the kinks, and the times between which a long step could pass
   * over a short pulse without seeing it.
   *
   * @return the times, ascending, without repetition
   */
  default List<Double> stops() {
    return kinks();
  }

  /**
   * The same at all times.
   *
   * @param value the value
   */
  record Constant(double value) implements Envelope {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public Constant {
      finite("value of a constant envelope", value);
    }

    @Override
    public double at(double t) {
      return value;
    }

    @Override
    public double largest() {
      return StrictMath.abs(value);
    }

    @Override
    public List<Double> kinks() {
      return List.of();
    }
  }

  /**
   * Nothing, then a constant: 0 for t below {@code from}, the value from there on.
   *
   * @param value the value after the step
   * @param from when it is switched on
   */
  record Step(double value, double from) implements Envelope {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not finite
     */
    public Step {
      finite("value of a step", value);
      finite("time of a step", from);
    }

    @Override
    public double at(double t) {
      return t < from ? 0 : value;
    }

    @Override
    public double largest() {
      return StrictMath.abs(value);
    }

    @Override
    public List<Double> kinks() {
      return List.of(from);
    }
  }

  /**
   * A rectangle: the value for {@code from <= t < to}, 0 elsewhere.
   *
   * @param value the value while it lasts
   * @param from when it is switched on
   * @param to when it is switched off, later
   */
  record Pulse(double value, double from, double to) implements Envelope {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not finite, or the pulse ends before it begins
     */
    public Pulse {
      finite("value of a pulse", value);
      finite("beginning of a pulse", from);
      finite("end of a pulse", to);
      if (!(to > from)) {
        throw new IllegalArgumentException(
            "A pulse runs from %s to %s; its end must be later than its beginning."
                .formatted(from, to));
      }
    }

    @Override
    public double at(double t) {
      return t >= from && t < to ? value : 0;
    }

    @Override
    public double largest() {
      return StrictMath.abs(value);
    }

    @Override
    public List<Double> kinks() {
      return List.of(from, to);
    }
  }

  /**
   * An oscillation, {@code amplitude sin(frequency t + phase)}; a cosine has the phase pi/2.
   *
   * @param amplitude the largest value
   * @param frequency angular frequency, radians a unit of time
   * @param phase phase at t = 0 in radians
   */
  record Sine(double amplitude, double frequency, double phase) implements Envelope {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not finite
     */
    public Sine {
      finite("amplitude of a sine", amplitude);
      finite("frequency of a sine", frequency);
      finite("phase of a sine", phase);
    }

    /**
     * A cosine, {@code amplitude cos(frequency t)}.
     *
     * @param amplitude the value at t = 0
     * @param frequency angular frequency
     * @return the sine a quarter of a turn ahead
     */
    public static Sine cosine(double amplitude, double frequency) {
      return new Sine(amplitude, frequency, StrictMath.PI / 2);
    }

    @Override
    public double at(double t) {
      return amplitude * StrictMath.sin(frequency * t + phase);
    }

    @Override
    public double largest() {
      return StrictMath.abs(amplitude);
    }

    @Override
    public List<Double> kinks() {
      return List.of();
    }
  }

  /**
   * A Gaussian pulse, {@code amplitude exp(-(t - centre)^2 / (2 width^2))}; its area is {@code
   * amplitude width sqrt(2 pi)}.
   *
   * @param amplitude the value at the centre
   * @param centre when it is largest
   * @param width standard deviation, positive
   */
  record Gaussian(double amplitude, double centre, double width) implements Envelope {

    /** Beyond so many widths, exp(-32) = 1e-14 of the amplitude, there is nothing to see. */
    private static final double REACH = 8;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not finite, or the width not positive
     */
    public Gaussian {
      finite("amplitude of a Gaussian pulse", amplitude);
      finite("centre of a Gaussian pulse", centre);
      finite("width of a Gaussian pulse", width);
      if (!(width > 0)) {
        throw new IllegalArgumentException(
            "The width of a Gaussian pulse is %s; it must be positive.".formatted(width));
      }
    }

    @Override
    public double at(double t) {
      return at(0, t);
    }

    @Override
    public double at(double origin, double since) {
      double s = (origin - centre + since) / width;
      return amplitude * StrictMath.exp(-0.5 * s * s);
    }

    @Override
    public double largest() {
      return StrictMath.abs(amplitude);
    }

    @Override
    public List<Double> kinks() {
      return List.of();
    }

    @Override
    public List<Double> stops() {
      return ascending(
          Stream.of(
              centre - REACH * width, centre - width, centre + width, centre + REACH * width));
    }
  }

  /**
   * A hyperbolic secant, {@code amplitude / cosh((t - centre) / width)}; its area is {@code pi
   * amplitude width}.
   *
   * <p>Of a cell that it drives off resonance the formula of Rosen and Zener (Phys. Rev. 40, 502
   * (1932)) is exact.
   *
   * @param amplitude the value at the centre
   * @param centre when it is largest
   * @param width how long it takes to fall by e in its tails, positive
   */
  record Sech(double amplitude, double centre, double width) implements Envelope {

    /** Beyond so many widths, 2 exp(-33) = 1e-14 of the amplitude, there is nothing to see. */
    private static final double REACH = 33;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not finite, or the width not positive
     */
    public Sech {
      finite("amplitude of a sech pulse", amplitude);
      finite("centre of a sech pulse", centre);
      finite("width of a sech pulse", width);
      if (!(width > 0)) {
        throw new IllegalArgumentException(
            "The width of a sech pulse is %s; it must be positive.".formatted(width));
      }
    }

    @Override
    public double at(double t) {
      return at(0, t);
    }

    @Override
    public double at(double origin, double since) {
      return amplitude / StrictMath.cosh((origin - centre + since) / width);
    }

    @Override
    public double largest() {
      return StrictMath.abs(amplitude);
    }

    @Override
    public List<Double> kinks() {
      return List.of();
    }

    @Override
    public List<Double> stops() {
      return ascending(
          Stream.of(
              centre - REACH * width, centre - width, centre + width, centre + REACH * width));
    }
  }

  /**
   * Straight lines between given points; before the first and after the last it stays as there.
   *
   * @param times the times, ascending
   * @param values the value at each
   */
  record Table(List<Double> times, List<Double> values) implements Envelope {

    /**
     * Copies and checks the numbers.
     *
     * @throws IllegalArgumentException if there is no point, the lists differ in length, a number
     *     is not finite, or the times do not ascend
     */
    public Table {
      times = List.copyOf(times);
      values = List.copyOf(values);
      if (times.isEmpty() || times.size() != values.size()) {
        throw new IllegalArgumentException(
            "A table of an envelope needs a value for each time and at least one; it has %d times and %d values."
                .formatted(times.size(), values.size()));
      }
      for (int k = 0; k < times.size(); k++) {
        finite("time in a table", times.get(k));
        finite("value in a table", values.get(k));
        if (k > 0 && !(times.get(k) > times.get(k - 1))) {
          throw new IllegalArgumentException(
              "The times of a table must ascend; %s follows %s."
                  .formatted(times.get(k), times.get(k - 1)));
        }
      }
    }

    @Override
    public double at(double t) {
      int last = times.size() - 1;
      if (t >= times.get(last)) {
        return values.get(last);
      }
      if (t <= times.get(0)) {
        return values.get(0);
      }
      int low = 0;
      int high = last;
      while (high - low > 1) {
        int middle = (low + high) >>> 1;
        if (times.get(middle) <= t) {
          low = middle;
        } else {
          high = middle;
        }
      }
      double s = (t - times.get(low)) / (times.get(high) - times.get(low));
      return (1 - s) * values.get(low) + s * values.get(high);
    }

    @Override
    public double largest() {
      return values.stream().mapToDouble(StrictMath::abs).max().orElse(0);
    }

    @Override
    public List<Double> kinks() {
      return times;
    }
  }

  /**
   * The product of envelopes, such as a pulse times a sine.
   *
   * @param factors the factors, at least one
   */
  record Product(List<Envelope> factors) implements Envelope {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no factor
     */
    public Product {
      factors = List.copyOf(factors);
      if (factors.isEmpty()) {
        throw new IllegalArgumentException("A product of envelopes needs at least one factor.");
      }
    }

    /**
     * The product of some envelopes.
     *
     * @param factors the factors, at least one
     * @return their product
     * @throws IllegalArgumentException if there is no factor
     */
    public static Product of(Envelope... factors) {
      return new Product(List.of(factors));
    }

    @Override
    public double at(double t) {
      return at(0, t);
    }

    @Override
    public double at(double origin, double since) {
      double product = 1;
      for (int k = 0; k < factors.size(); k++) {
        product *= factors.get(k).at(origin, since);
      }
      return product;
    }

    @Override
    public double largest() {
      return factors.stream().mapToDouble(Envelope::largest).reduce(1, (a, b) -> a * b);
    }

    @Override
    public List<Double> kinks() {
      return ascending(factors.stream().flatMap(f -> f.kinks().stream()));
    }

    @Override
    public List<Double> stops() {
      return ascending(factors.stream().flatMap(f -> f.stops().stream()));
    }
  }

  private static void finite(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "The %s is %s; it must be a finite number.".formatted(what, value));
    }
  }

  private static List<Double> ascending(Stream<Double> times) {
    return times.sorted().distinct().toList();
  }
}
