package qbattery.dynamics;

import java.util.ArrayList;
import java.util.List;
import qbattery.quantum.ClebschGordan;
import qbattery.quantum.SpinOperators;

/**
 * The equation of motion of the ladders (J, J) and (J, J - 1) of two spins that decay together; see
 * {@link LadderCharging}.
 */
final class Ladders implements Generator {

  private final double[] initial;
  private final double[] gain; // from the rung above; 0 at the top of a ladder
  private final double[] loss;
  private final double[] energy; // what each rung counts in the battery's J^z
  private final double lowest;

  private Ladders(double[] initial, double[] gain, double[] loss, double[] energy, double lowest) {
    this.initial = initial;
    this.gain = gain;
    this.loss = loss;
    this.energy = energy;
    this.lowest = lowest;
  }

  private record Rung(double initial, double gain, double loss, double energy) {}

  /** The ladders of a battery that starts down and a charger that starts up, N_C at least N_B. */
  static Ladders of(int batterySize, int chargerSize, double rate) {
    int twiceTop = chargerSize - batterySize;
    double[] start = new double[batterySize + 1];
    for (int r = 0; r <= batterySize; r++) {
      double[] vector = ClebschGordan.of(batterySize, chargerSize, twiceTop + 2 * r, twiceTop);
      start[r] = vector[vector.length - 1]; // the battery's lowest level
    }
    List<Rung> rungs = new ArrayList<>();
    for (int r = 0; r <= batterySize; r++) {
      for (int s = StrictMath.max(0, r - 1); s <= r; s++) {
        int twiceJ = twiceTop + 2 * r;
        int twiceK = twiceTop + 2 * s;
        for (int m = twiceTop; m >= -twiceK; m -= 2) {
          boolean top = m == twiceTop;
          double gain =
              top
                  ? 0
                  : 2
                      * rate
                      * StrictMath.sqrt(
                          SpinOperators.lowering(twiceJ, m + 2)
                              * SpinOperators.lowering(twiceK, m + 2));
          double loss =
              rate * (SpinOperators.lowering(twiceJ, m) + SpinOperators.lowering(twiceK, m));
          double element =
              r == s
                  ? diagonal(batterySize, chargerSize, twiceJ, m)
                  : 2 * beside(batterySize, chargerSize, twiceJ, m); // and its mirror image
          rungs.add(new Rung(top ? start[r] * start[s] : 0, gain, loss, element));
        }
      }
    }
    return new Ladders(
        rungs.stream().mapToDouble(Rung::initial).toArray(),
        rungs.stream().mapToDouble(Rung::gain).toArray(),
        rungs.stream().mapToDouble(Rung::loss).toArray(),
        rungs.stream().mapToDouble(Rung::energy).toArray(),
        -0.5 * batterySize);
  }

  /** {@code <J M|J_B^z|J M>}, the projection of the battery's spin on the total. */
  private static double diagonal(int b, int c, int twiceJ, int twiceM) {
    return twiceM / 2.0 * CollectiveSteadyState.share(b, c, twiceJ);
  }

  /** {@code <J-1 M|J_B^z|J M>}, positive in the convention of {@link ClebschGordan}. */
  private static double beside(int b, int c, int twiceJ, int twiceM) {
    double j = twiceJ / 2.0;
    double m = twiceM / 2.0;
    double apart = (c - b) / 2.0;
    double sum = (c + b) / 2.0 + 1;
    return StrictMath.sqrt(
        (j * j - m * m)
            * ((j - apart) * (j + apart))
            * ((sum - j) * (sum + j))
            / (4 * j * j * (2 * j - 1) * (2 * j + 1)));
  }

  double[] initial() {
    return initial.clone();
  }

  /** Mean number of excited spins of the battery. */
  double excitations(double[] x) {
    return rateOfExcitations(x) - lowest;
  }

  /** The same without its constant, for a derivative. */
  double rateOfExcitations(double[] dx) {
    double sum = 0;
    for (int k = 0; k < dx.length; k++) {
      sum += energy[k] * dx[k];
    }
    return sum;
  }

  @Override
  public int size() {
    return initial.length;
  }

  @Override
  public void apply(double t, double[] x, double[] dx) {
    dx[0] = -loss[0] * x[0];
    for (int k = 1; k < dx.length; k++) {
      dx[k] = gain[k] * x[k - 1] - loss[k] * x[k];
    }
  }
}
