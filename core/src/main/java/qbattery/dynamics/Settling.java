package qbattery.dynamics;

import java.util.Arrays;
import java.util.Optional;
import qbattery.linalg.ShiftedInverse;
import qbattery.linalg.SparsePairMatrix;

/**
 * Where a start comes to rest, of models too large for squares of an exponential: the mean of its
 * motion over very long times, and the proof that the motion comes to that mean.
 *
 * <p>{@code (1 - c L)^-1} is the mean of the motion over times of the order c. Applied a few times
 * to the start, with two large c that must agree, it leaves what lasts; of what oscillates for ever
 * it leaves the mean. So the start is also evolved, until it is near that mean. Distances in the
 * trace norm never grow (Ruskai, Rev. Math. Phys. 6, 1147 (1994)), so it stays as near for ever.
 */
final class Settling {

  /** Means over times so many powers of two above the fastest motion, as far as doubles lead. */
  private static final int[] EXPONENTS = {40, 34, 28};

  private static final int APPLICATIONS = 4;

  /** Triangles of so many products take seconds; some dozens are made. */
  private static final double MOST_WORK = 1e9;

  /** Of a step of the motion, the smallest that its method takes. */
  private static final double TOLERANCE = 1e-12;

  /** How near the motion is followed. */
  private static final double NEAR = 1e-11;

  /** What is farther from rest when the motion can no longer be followed has no limit here. */
  private static final double WORST = 1e-7;

  /** Each look is so many times later than the one before. */
  private static final double LATER = 4;

  /** The motion is followed over so many units of the fastest one that is not damped. */
  private static final double TURNS = 1e5;

  private final ConstantGenerator generator;
  private final Coordinates coordinates;
  private final SparsePairMatrix matrix;
  private final ShiftedInverse.Family inverses;
  private final int n;

  /**
   * A rest.
   *
   * @param vector the coordinates at rest, and as many zeros
   * @param error bound on its distance from every later state, in the trace norm
   * @param time when the motion had come so near
   */
  record Rest(double[] vector, double error, double time) {}

  /**
   * Makes ready.
   *
   * @param generator what moves
   * @param coordinates what can be reached
   */
  Settling(ConstantGenerator generator, Coordinates coordinates) {
    this.generator = generator;
    this.coordinates = coordinates;
    this.matrix = RationalKrylovMotion.matrix(generator, coordinates);
    this.inverses = new ShiftedInverse.Family(matrix);
    this.n = coordinates.count();
  }

  /**
   * The rest of a start.
   *
   * @param start its coordinates, and as many zeros
   * @param turning the speed of the undamped motion alone
   * @return the rest; nothing if the start does not come to one, or if that would take too long
   */
  Optional<Rest> of(double[] start, double turning) {
    if (inverses.work() > MOST_WORK) {
      return Optional.empty();
    }
    Optional<double[]> mean = Optional.empty();
    for (int exponent : EXPONENTS) {
      Optional<double[]> next = mean(start, exponent);
      if (mean.isPresent() && next.isPresent()) {
        double apart = distance(mean.get(), next.get());
        return apart <= WORST ? followed(start, mean.get(), apart, turning) : Optional.empty();
      }
      mean = next;
    }
    return Optional.empty();
  }

  /** The mean over long times; nothing if systems so far apart cannot be solved. */
  private Optional<double[]> mean(double[] start, int exponent) {
    ShiftedInverse inverse;
    try {
      inverse = inverses.of(StrictMath.scalb(1.0, exponent)); // the fastest is of the size 1 here
    } catch (ArithmeticException singular) {
      return Optional.empty();
    }
    double[] x = Arrays.copyOf(start, n);
    for (int k = 0; k < APPLICATIONS; k++) {
      Optional<double[]> next = inverse.solve(x);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      x = next.get();
    }
    return Optional.of(Arrays.copyOf(x, 2 * n));
  }

  private Optional<Rest> followed(double[] start, double[] mean, double apart, double turning) {
    double speed = ConstantMotion.speed(generator, coordinates);
    RationalKrylovSteps steps =
        new RationalKrylovSteps(
            matrix,
            generator.exponent(),
            speed,
            new Method.RationalKrylov(TOLERANCE, Method.Exponential.Grid.FIRST));
    double[] x = start.clone();
    double from = 0;
    double to = 1 / speed;
    double near = distance(x, mean);
    while (near > NEAR && to * turning <= TURNS) {
      try {
        steps.carry(x, from, to, step -> {});
      } catch (StepsFailedException tooFar) {
        break;
      }
      near = distance(x, mean);
      from = to;
      to *= LATER;
    }
    return near <= WORST
        ? Optional.of(new Rest(mean, near + apart + rounding(mean), from))
        : Optional.empty();
  }

  /** What rounding of each number of a state amounts to in the trace norm. */
  private double rounding(double[] x) {
    return distance(x, new double[x.length]) * StrictMath.ulp(1.0);
  }

  /**
   * A distance that is no less than that in the trace norm: Hilbert-Schmidt, times the root of d.
   */
  private double distance(double[] x, double[] y) {
    double sum = 0;
    for (int p = 0; p < n; p++) {
      double difference = x[p] - y[p];
      sum += (coordinates.isPopulation(p) ? 1 : 2) * difference * difference;
    }
    return StrictMath.sqrt(coordinates.dimension() * sum);
  }
}
