package qbattery.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.Spectrum;

/**
 * Ergotropy of an ensemble of N spins 1/2 with {@code H = w (J^z + N/2)}, under two readings of
 * which unitaries may be applied; quach2020, Eqs. 9-10, orders the levels of J^z and does not say
 * which.
 *
 * <p>What stands beside the ensemble is traced out first.
 */
public final class EnsembleErgotropy {

  private EnsembleErgotropy() {}

  /** An eigenvalue: the part of the weight its copies hold together, and how many they are. */
  private record Shared(double weight, BigInteger copies, double logValue) {}

  /**
   * Over the 2j + 1 collective levels: unitaries that treat all spins alike, which move populations
   * within each multiplet only.
   *
   * @param state the ensemble
   * @param frequency w
   * @return the mean over multiplets of their ergotropies, in the units of the frequency
   */
  public static double overCollectiveLevels(EnsembleState state, double frequency) {
    double sum = 0;
    for (EnsembleState.Part part : state.alone().parts()) {
      int levels = part.multiplet().levels();
      double[] energies = new double[levels];
      for (int k = 0; k < levels; k++) {
        energies[k] = k;
      }
      double[] populations = part.populations();
      double energy = 0;
      for (int i = 0; i < levels; i++) {
        energy += populations[i] * (levels - 1 - i);
      }
      double passive = Ergotropy.passiveEnergy(part.state().spectrum(), Spectrum.of(energies));
      sum += part.weight() * StrictMath.max(0, energy - passive);
    }
    return frequency * sum;
  }

  /**
   * Over all unitaries of the 2^N states: the populations of the multiplets, each with its
   * multiplicity, are put into the levels k = 0..N, of which C(N, k) are degenerate. Multiplets
   * without weight leave populations zero.
   *
   * @param state the ensemble
   * @param frequency w
   * @return the ergotropy, in the units of the frequency; never below {@link #overCollectiveLevels}
   */
  public static double overAllUnitaries(EnsembleState state, double frequency) {
    EnsembleState alone = state.alone();
    List<Shared> all = new ArrayList<>();
    for (EnsembleState.Part part : alone.parts()) {
      for (Spectrum.Level level : part.state().spectrum().levels()) {
        double weight = part.weight() * StrictMath.max(0, level.value());
        if (weight > 0) {
          BigInteger copies =
              part.multiplet().multiplicity().multiply(BigInteger.valueOf(level.multiplicity()));
          double each = StrictMath.log(weight) - part.multiplet().logMultiplicity();
          all.add(new Shared(weight * level.multiplicity(), copies, each));
        }
      }
    }
    all.sort(Comparator.comparingDouble(Shared::logValue).reversed());
    double passive = passive(all, alone.spins());
    return frequency * StrictMath.max(0, alone.meanExcitations() - passive);
  }

  /** Puts populations, descending, into the levels of N spins, ascending. */
  private static double passive(List<Shared> descending, int spins) {
    int k = 0;
    BigInteger degeneracy = BigInteger.ONE;
    BigInteger free = degeneracy;
    double sum = 0;
    for (Shared shared : descending) {
      BigInteger unplaced = shared.copies();
      while (unplaced.signum() > 0) {
        if (free.signum() == 0) {
          degeneracy =
              degeneracy.multiply(BigInteger.valueOf(spins - k)).divide(BigInteger.valueOf(k + 1L));
          k++;
          free = degeneracy;
        }
        BigInteger placed = unplaced.min(free);
        double fraction = // of numbers that may be too large for a double
            new BigDecimal(placed)
                .divide(new BigDecimal(shared.copies()), MathContext.DECIMAL64)
                .doubleValue();
        sum += fraction * shared.weight() * k;
        unplaced = unplaced.subtract(placed);
        free = free.subtract(placed);
      }
    }
    return sum;
  }
}
