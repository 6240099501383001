package qbattery.dynamics;

import java.util.ArrayList;
import java.util.List;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.Eigenvalues;

/**
 * The speed at which states change under a constant generator: the largest eigenvalue, in modulus,
 * of a mode that has not yet decayed.
 */
final class Paces {

  /** A mode that has decayed to exp(-40) is smaller than rounding. */
  private static final double DEAD = 40;

  /** What a mode may turn or decay between two nodes: a step of an integrator is as long. */
  private static final double TURN = 2;

  /** Of nothing. */
  static final Paces NONE = new Paces(new double[0], new double[0]);

  private final double[] speeds;
  private final double[] rates;

  private Paces(double[] speeds, double[] rates) {
    this.speeds = speeds;
    this.rates = rates;
  }

  static Paces of(ComplexMatrix generator) {
    Eigenvalues values = Eigenvalues.of(generator);
    double[] re = values.re();
    double[] im = values.im();
    double[] speeds = new double[re.length];
    double[] rates = new double[re.length];
    for (int k = 0; k < re.length; k++) {
      speeds[k] = StrictMath.hypot(re[k], im[k]);
      rates[k] = StrictMath.max(0, -re[k]);
    }
    return new Paces(speeds, rates);
  }

  /** Speed of the fastest mode that is alive; 0 if nothing moves. */
  double speedAt(double now) {
    int fastest = fastest(now);
    return fastest < 0 ? 0 : speeds[fastest];
  }

  /** Times from 0 to an end, with equal distances as long as the same modes live. */
  double[] nodes(double end) {
    List<Double> nodes = new ArrayList<>();
    double now = 0;
    nodes.add(now);
    while (now < end) {
      int fastest = fastest(now);
      double until = end;
      double pace = end - now;
      if (fastest >= 0) {
        until = rates[fastest] > 0 ? StrictMath.min(end, DEAD / rates[fastest]) : end;
        double steps = StrictMath.ceil((until - now) * speeds[fastest] / TURN);
        pace = (until - now) / StrictMath.max(1, steps);
      }
      double from = now;
      int count = (int) StrictMath.max(1, StrictMath.rint((until - from) / pace));
      for (int k = 1; k <= count; k++) {
        now = k == count ? until : from + (until - from) * k / count;
        nodes.add(now);
      }
    }
    return nodes.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The fastest mode that is alive; -1 if nothing moves. */
  private int fastest(double now) {
    int fastest = -1;
    for (int k = 0; k < speeds.length; k++) {
      boolean alive = rates[k] == 0 || rates[k] * now < DEAD * (1 - 1e-12);
      if (alive && speeds[k] > 0 && (fastest < 0 || speeds[k] > speeds[fastest])) {
        fastest = k;
      }
    }
    return fastest;
  }
}
