package qbattery.dynamics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import qbattery.quantum.DiagonalState;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.SpinOperators;

/**
 * What the dark states of two ensembles hold in the end at T = 0, battery down and charger up at
 * the start, from closed forms: for batteries of thousands of spins, where {@link
 * CollectiveSteadyState} would be large; quach2020, Fig. 2 b-c.
 *
 * <p>The steady state is the mixture of |J, -J> with the weights of the start,
 *
 * <pre>w_J = (2J + 1) (2 j_B)! (2 j_C)! / ((j_B + j_C + J + 1)! (j_B + j_C - J)!),</pre>
 *
 * <p>and the populations of |J, -J> follow from {@code (J_B^- + J_C^-)|J, -J> = 0}, each from its
 * neighbour. All are sums of positive numbers, so they are good to rounding.
 *
 * @param batterySize N_B, at least 1
 * @param chargerSize N_C, at least 1
 */
public record DarkCharge(int batterySize, int chargerSize) {

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException if an ensemble has no spin
   */
  public DarkCharge {
    if (batterySize < 1 || chargerSize < 1) {
      throw new IllegalArgumentException(
          "Battery and charger need at least one spin each, not %d and %d."
              .formatted(batterySize, chargerSize));
    }
  }

  /**
   * The weight of each total spin, which the reservoir conserves.
   *
   * @return the probabilities of J = |j_B - j_C|, ..., j_B + j_C
   */
  public double[] totalSpins() {
    int sum = batterySize + chargerSize;
    int least = StrictMath.abs(batterySize - chargerSize);
    return unimodal(
        StrictMath.min(batterySize, chargerSize) + 1, r -> ratioOfWeights(sum, least + 2.0 * r));
  }

  /**
   * How many of the battery's spins are excited: the whole distribution.
   *
   * @return N_B + 1 probabilities, of 0 excitations first
   */
  public double[] excitations() {
    double[] weights = totalSpins();
    int least = StrictMath.abs(batterySize - chargerSize);
    double[] found = new double[batterySize + 1];
    for (int r = 0; r < weights.length; r++) {
      int twiceJ = least + 2 * r;
      int bottom = StrictMath.max(-batterySize, -twiceJ - chargerSize);
      int top = StrictMath.min(batterySize, chargerSize - twiceJ);
      double[] populations =
          unimodal(
              (top - bottom) / 2 + 1,
              k ->
                  SpinOperators.lowering(chargerSize, -twiceJ - bottom - 2 * k)
                      / SpinOperators.lowering(batterySize, bottom + 2 * k + 2));
      int offset = (bottom + batterySize) / 2;
      for (int k = 0; k < populations.length; k++) {
        found[offset + k] += weights[r] * populations[k];
      }
    }
    return found;
  }

  /**
   * The battery alone, for measures.
   *
   * @return its state in the symmetric multiplet; it has no coherence
   */
  public EnsembleState battery() {
    double[] ascending = excitations();
    double[] descending = new double[ascending.length];
    for (int k = 0; k < ascending.length; k++) {
      descending[k] = ascending[ascending.length - 1 - k];
    }
    return EnsembleState.symmetric(batterySize, DiagonalState.ofMultiplet(batterySize, descending));
  }

  /**
   * Energy density, {@code <J_B^z>/N_B + 1/2}: quach2020, Eq. 7, in units of w.
   *
   * @return the mean fraction of excited spins, from 0 to 1
   */
  public double energyDensity() {
    double[] distribution = excitations();
    double sum = 0;
    for (int k = 0; k < distribution.length; k++) {
      sum += k * distribution[k];
    }
    return sum / batterySize;
  }

  /**
   * The energy density in another way, which shows how far rounding has put {@link
   * #energyDensity()} off: no population is made. In |J, -J> the battery's share of the total spin
   * is that of the projection theorem,
   *
   * <pre>{@code <J_B^z> = -J (1/2 + (j_B (j_B + 1) - j_C (j_C + 1)) / (2 J (J + 1)))},</pre>
   *
   * <p>and the weights of the total spins start from the lowest, {@code (|N_C - N_B| + 1) /
   * (max(N_B, N_C) + 1)}, and are not normalised.
   *
   * @return the mean fraction of excited spins, from 0 to 1
   */
  public double energyDensityFromTotalSpins() {
    int sum = batterySize + chargerSize;
    int least = StrictMath.abs(batterySize - chargerSize);
    double weight = (least + 1.0) / (StrictMath.max(batterySize, chargerSize) + 1.0);
    double spin = 0;
    for (int twiceJ = least; twiceJ <= sum; twiceJ += 2) {
      spin -= weight * twiceJ / 2.0 * CollectiveSteadyState.share(batterySize, chargerSize, twiceJ);
      weight *= ratioOfWeights(sum, twiceJ);
    }
    return 0.5 + spin / batterySize;
  }

  /** The weight of the next total spin over that of this one. */
  private static double ratioOfWeights(int sum, double twiceJ) {
    return (twiceJ + 3) / (twiceJ + 1) * (sum - twiceJ) / (sum + twiceJ + 4);
  }

  /** Probabilities from the ratios of neighbours, which descend: outwards from the largest. */
  private static double[] unimodal(int count, IntToDoubleFunction ratio) {
    int mode = 0;
    while (mode + 1 < count && ratio.applyAsDouble(mode) > 1) {
      mode++;
    }
    double[] p = new double[count];
    p[mode] = 1;
    for (int k = mode; k + 1 < count; k++) {
      p[k + 1] = p[k] * ratio.applyAsDouble(k);
    }
    for (int k = mode; k > 0; k--) {
      p[k - 1] = p[k] / ratio.applyAsDouble(k - 1);
    }
    double sum = Arrays.stream(p).sum();
    for (int k = 0; k < count; k++) {
      p[k] /= sum;
    }
    return p;
  }
}
