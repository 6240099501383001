package qbattery.measure;

import qbattery.quantum.Counts;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.Observable;
import qbattery.quantum.Spectrum;
import qbattery.quantum.State;

/**
 * Work that is counted from thermal equilibrium instead of the ground state: what a battery holds
 * beyond the energy that its reservoir leaves it; quach2020, Eq. 8.
 *
 * <p>The energy difference of Eq. 8 can be negative, and it bounds neither the ergotropy nor the
 * work that contact with the reservoir allows. The latter is the difference of the free energies,
 * {@link #withReservoir}.
 */
public final class OpenWork {

  private OpenWork() {}

  /**
   * Open-system work {@code U - U_th}, the thermal state being the Gibbs state of H0 at the
   * reservoir's temperature; quach2020, Eq. 8.
   *
   * @param state the state
   * @param storage the storage Hamiltonian H0
   * @param temperature T of the reservoir in the units of H0, 0 or larger
   * @return the difference in the units of H0; negative if the state has less energy than
   *     equilibrium
   * @throws IllegalArgumentException if the temperature is negative or not finite
   */
  public static double of(State state, Observable storage, double temperature) {
    return Energy.of(state, storage) - Gibbs.of(storage.spectrum(), temperature).energy();
  }

  /**
   * The most work that can be taken out in contact with the reservoir: {@code F(rho) - F(thermal) =
   * T D(rho || thermal)} with {@code F = U - T S} (Esposito and Van den Broeck, EPL 95, 40004
   * (2011)). It is never below the ergotropy.
   *
   * @param state the state
   * @param storage the storage Hamiltonian H0
   * @param temperature T of the reservoir in the units of H0, 0 or larger
   * @return the difference in the units of H0, never negative but for rounding
   * @throws IllegalArgumentException if the temperature is negative or not finite
   */
  public static double withReservoir(State state, Observable storage, double temperature) {
    Gibbs thermal = Gibbs.of(storage.spectrum(), temperature);
    return Energy.of(state, storage)
        - thermal.energy()
        - temperature * (Entropy.of(state) - thermal.entropy());
  }

  /**
   * Open-system work of N spins 1/2 with {@code H = w (J^z + N/2)}, equilibrium being that of all
   * 2^N states: every spin has the energy {@code w / (exp(w/T) + 1)}.
   *
   * @param state the ensemble; what stands beside it does not count
   * @param frequency w, positive
   * @param temperature T of the reservoir in the units of the frequency, 0 or larger
   * @return the difference in the units of the frequency
   * @throws IllegalArgumentException if the temperature is negative or not finite
   */
  public static double overAllStates(EnsembleState state, double frequency, double temperature) {
    double each = Gibbs.of(Spectrum.of(0, frequency), temperature).energy();
    return frequency * state.meanExcitations() - state.spins() * each;
  }

  /**
   * The most work that can be taken out of N spins 1/2 with {@code H = w (J^z + N/2)} in contact
   * with a reservoir: {@link #withReservoir(State, Observable, double)} on all 2^N states.
   *
   * @param state the ensemble; what stands beside it does not count
   * @param frequency w, positive
   * @param temperature T of the reservoir in the units of the frequency, 0 or larger
   * @return the difference in the units of the frequency, never negative but for rounding
   * @throws IllegalArgumentException if the temperature is negative or not finite
   */
  public static double withReservoir(EnsembleState state, double frequency, double temperature) {
    Gibbs each = Gibbs.of(Spectrum.of(0, frequency), temperature);
    double entropy = Entropy.of(state.alone());
    return overAllStates(state, frequency, temperature)
        - temperature * (entropy - state.spins() * each.entropy());
  }

  /** Energy and entropy of a Gibbs state. */
  private record Gibbs(double energy, double entropy) {

    /** Logarithms of this size are well within the range of a double. */
    private static final double LARGE = 600;

    /** Logarithm of the Boltzmann factors of all copies of a level together. */
    private static double logWeight(Spectrum.Level level, double ground, double temperature) {
      double gap = level.value() - ground;
      double each =
          temperature == 0 ? (gap == 0 ? 0 : Double.NEGATIVE_INFINITY) : -gap / temperature;
      return Counts.log(level.multiplicity()) + each;
    }

    static Gibbs of(Spectrum levels, double temperature) {
      if (!(temperature >= 0) || Double.isInfinite(temperature)) {
        throw new IllegalArgumentException(
            "The temperature of a reservoir is 0 or larger and finite, not %s."
                .formatted(temperature));
      }
      double ground = levels.min();
      double most = 0;
      for (Spectrum.Level level : levels.levels()) {
        most = StrictMath.max(most, logWeight(level, ground, temperature));
      }
      double scale = StrictMath.max(0, most - LARGE); // 2^N may be beyond the range of a double
      double partition = 0;
      double above = 0;
      for (Spectrum.Level level : levels.levels()) {
        double weight = StrictMath.exp(logWeight(level, ground, temperature) - scale);
        partition += weight;
        above += weight * (level.value() - ground);
      }
      double mean = above / partition;
      double entropy =
          StrictMath.log(partition) + scale + (temperature == 0 ? 0 : mean / temperature);
      return new Gibbs(ground + mean, entropy);
    }
  }
}
