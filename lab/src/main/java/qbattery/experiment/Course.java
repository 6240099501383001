package qbattery.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import qbattery.dynamics.events.Event;
import qbattery.dynamics.events.EventScan;
import qbattery.dynamics.events.Occurrence;
import qbattery.dynamics.events.Peaks;
import qbattery.measure.Estimate;

/**
 * The course of a quantity along a run, computed in two ways and known at every time, so that its
 * extremes, its mean and its rises are those of the whole curve and each has an error.
 *
 * <p>What is found is looked for in both ways on its own. The difference is the error of the
 * states; what the search or the rule of integration leaves open is added to it.
 */
public final class Course {

  /** Pieces of the run that are integrated at once; where that is too coarse they are halved. */
  private static final int PIECES_AT_ONCE = 4;

  private final Way main;
  private final Way witness;

  /** One way to compute the quantity, and the times between which it has a simple course. */
  private record Way(DoubleUnaryOperator quantity, double[] nodes) {

    double at(double t) {
      return quantity.applyAsDouble(t);
    }

    Occurrence highest() {
      return first(new Event.Maximum())
          .orElseThrow(() -> new ArithmeticException("The curve has no value at some times."));
    }

    Optional<Occurrence> first(Event event) {
      return EventScan.along(quantity, nodes, List.of(event)).get(0);
    }

    /** The ends, and where the quantity turns by more than the noise. */
    DoubleStream turns(double noise) {
      DoubleStream ends = DoubleStream.of(nodes[0], nodes[nodes.length - 1]);
      DoubleStream inside =
          DoubleStream.of(1, -1)
              .flatMap(
                  sign ->
                      Peaks.of(t -> sign * at(t), nodes, noise).interior().stream()
                          .mapToDouble(Peaks.Peak::time));
      return DoubleStream.concat(ends, inside);
    }
  }

  /**
   * An extreme of a quantity.
   *
   * @param time when it is reached first
   * @param value the quantity there
   */
  public record Extreme(Estimate time, Estimate value) {}

  private Course(Way main, Way witness) {
    this.main = main;
    this.witness = witness;
  }

  /**
   * A quantity computed in two ways.
   *
   * @param main gives the numbers
   * @param nodes the times between which it has a simple course, at least 3, ascending
   * @param witness gives their errors
   * @param itsNodes the same for the witness
   * @return the course
   */
  public static Course of(
      DoubleUnaryOperator main, double[] nodes, DoubleUnaryOperator witness, double[] itsNodes) {
    return new Course(
        new Way(remembering(main), nodes.clone()), new Way(remembering(witness), itsNodes.clone()));
  }

  /** States are dear, and several numbers are asked of one course. */
  private static DoubleUnaryOperator remembering(DoubleUnaryOperator quantity) {
    Map<Double, Double> known = new ConcurrentHashMap<>();
    return t -> known.computeIfAbsent(t, quantity::applyAsDouble);
  }

  /**
   * A number made of several courses at each time, such as the largest of them.
   *
   * @param courses the courses, over one span
   * @param combine makes one number of their values, in their order
   * @return its course
   */
  public static Course combined(List<Course> courses, ToDoubleFunction<double[]> combine) {
    return new Course(
        combinedWay(courses.stream().map(c -> c.main).toList(), combine),
        combinedWay(courses.stream().map(c -> c.witness).toList(), combine));
  }

  /** Where one of the courses begins a new piece, what is made of them does too. */
  private static Way combinedWay(List<Way> ways, ToDoubleFunction<double[]> combine) {
    double[] nodes =
        ways.stream()
            .flatMapToDouble(way -> Arrays.stream(way.nodes))
            .sorted()
            .distinct()
            .toArray();
    return new Way(
        t -> combine.applyAsDouble(ways.stream().mapToDouble(way -> way.at(t)).toArray()), nodes);
  }

  /**
   * The course turned over.
   *
   * @return its negative
   */
  public Course negative() {
    return combined(List.of(this), v -> -v[0]);
  }

  /**
   * A part of the course.
   *
   * @param from where it begins
   * @param to where it ends
   * @return the part
   */
  public Course between(double from, double to) {
    return new Course(part(main, from, to), part(witness, from, to));
  }

  private static Way part(Way way, double from, double to) {
    DoubleStream inside = Arrays.stream(way.nodes).filter(t -> t > from && t < to);
    double[] ends = {from, (from + to) / 2, to};
    return new Way(
        way.quantity,
        DoubleStream.concat(inside, DoubleStream.of(ends)).sorted().distinct().toArray());
  }

  /**
   * The value at a time.
   *
   * @param t the time
   * @return the value and its error
   */
  public Estimate at(double t) {
    return Estimate.witnessed(main.at(t), witness.at(t));
  }

  /**
   * When it begins.
   *
   * @return the first time
   */
  public double start() {
    return main.nodes[0];
  }

  /**
   * When it ends.
   *
   * @return the last time
   */
  public double end() {
    return main.nodes[main.nodes.length - 1];
  }

  /**
   * The time itself, exact, over the span of this course.
   *
   * @return a course whose value is the time
   */
  public Course time() {
    return new Course(new Way(t -> t, main.nodes), new Way(t -> t, witness.nodes));
  }

  /**
   * When a level is first reached, from above or from below.
   *
   * @param level the level
   * @return the time; nothing if one of the two ways does not reach it
   */
  public Optional<Estimate> firstPassage(double level) {
    Optional<Occurrence> one = main.first(new Event.Passage(level));
    Optional<Occurrence> other = witness.first(new Event.Passage(level));
    return one.isPresent() && other.isPresent()
        ? Optional.of(extreme(one.get(), other.get()).time)
        : Optional.empty();
  }

  /**
   * The largest value, be it inside or at an end.
   *
   * @return when it is reached and how large it is
   */
  public Extreme largest() {
    return extreme(main.highest(), witness.highest());
  }

  /**
   * The smallest value, be it inside or at an end.
   *
   * @return when it is reached and how small it is
   */
  public Extreme smallest() {
    Extreme turned = negative().largest();
    return new Extreme(turned.time, turned.value.times(-1));
  }

  private static Extreme extreme(Occurrence one, Occurrence other) {
    return new Extreme(
        Estimate.witnessed(one.time(), other.time()).widened(one.timeUncertainty()),
        Estimate.witnessed(one.value(), other.value()).widened(one.valueUncertainty()));
  }

  /**
   * The mean over the span.
   *
   * @return the mean; its error holds that of the rule of integration
   */
  public Estimate mean() {
    Estimate one = mean(main);
    return Estimate.witnessed(one.value(), mean(witness).value()).widened(one.error());
  }

  private static Estimate mean(Way way) {
    double[] all = way.nodes;
    int last = all.length - 1;
    double[] nodes =
        IntStream.rangeClosed(0, last)
            .filter(k -> k % PIECES_AT_ONCE == 0 || k == last)
            .mapToDouble(k -> all[k])
            .toArray();
    return GaussKronrod.integral(way.quantity, nodes).times(1 / (all[last] - all[0]));
  }

  /**
   * The largest rise above a value that the quantity had before.
   *
   * @return the rise; 0 within its error if the quantity only falls
   */
  public Estimate largestRise() {
    double noise = noise();
    return Estimate.witnessed(largestRise(main, noise), largestRise(witness, noise)).widened(noise);
  }

  private static double largestRise(Way way, double noise) {
    double lowest = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (double t : way.turns(noise).sorted().toArray()) {
      lowest = Math.min(lowest, way.at(t));
      largest = Math.max(largest, way.at(t) - lowest);
    }
    return largest;
  }

  /**
   * By how much the quantity rises in all while another one falls.
   *
   * @param other the other one, over the same span
   * @return the sum of the rises
   */
  public Estimate risesWhileFalls(Course other) {
    double mine = noise();
    double its = other.noise();
    double one = risesWhileFalls(main, mine, other.main, its);
    double again = risesWhileFalls(witness, mine, other.witness, its);
    return Estimate.witnessed(one, again).widened(mine);
  }

  private static double risesWhileFalls(Way rising, double noise, Way falling, double its) {
    double[] turns =
        DoubleStream.concat(rising.turns(noise), falling.turns(its)).sorted().distinct().toArray();
    double sum = 0;
    for (int k = 1; k < turns.length; k++) {
      if (falling.at(turns[k]) < falling.at(turns[k - 1])) {
        sum += Math.max(0, rising.at(turns[k]) - rising.at(turns[k - 1]));
      }
    }
    return sum;
  }

  /** Rises and falls up to this are none: the most that the two ways differ by at the nodes. */
  private double noise() {
    return Arrays.stream(main.nodes).map(t -> at(t).error()).max().orElse(0);
  }
}
