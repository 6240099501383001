package qbattery.measure;

import java.util.Optional;
import qbattery.linalg.HermitianEigen;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Spectrum;
import qbattery.quantum.State;
import qbattery.quantum.SymmetricCells;
import qbattery.quantum.TotalSpinPart;

/**
 * Ergotropy by unitaries that are symmetric under exchange of the cells: the work that operations
 * can take out that treat all cells alike. They move populations within each multiplet of total
 * spin and cannot tell its copies apart, so this is never more than {@link Ergotropy}.
 *
 * <p>With rho_j the state in the multiplet j, summed over its copies, and H_j the storage
 * Hamiltonian in one of them, it is the sum over j of the ergotropies of rho_j in H_j. For a state
 * that is symmetric itself one multiplet is left, of N + 1 levels; quach2020, Eqs. 9-10.
 */
public final class SymmetricErgotropy {

  private SymmetricErgotropy() {}

  /**
   * Symmetric ergotropy of cells that are alike in H0, or of collective spins with what stands
   * beside them.
   *
   * @param state the state rho
   * @param storage the storage Hamiltonian H0
   * @return the ergotropy, in the units of H0; zero exactly where rounding would make it negative
   * @throws IllegalArgumentException if there are neither collective spins nor cells alone
   */
  public static double of(State state, Observable storage) {
    if (state.space().hasMultiplets()) {
      double passive = 0;
      for (TotalSpinPart part : TotalSpinPart.of(state, storage.operator().orElseThrow())) {
        passive += Ergotropy.passiveEnergy(part.populations(), part.levels());
      }
      return StrictMath.max(0, Energy.of(state, storage) - passive);
    }
    if (state.space().hasSpins()) {
      double passive = Ergotropy.passiveEnergy(state.spectrum(), storage.symmetricSpectrum());
      return StrictMath.max(0, Energy.of(state, storage) - passive);
    }
    if (state.space().localDimensions().stream().anyMatch(d -> d != 2)) {
      throw new IllegalArgumentException(
          "The symmetric ergotropy is that of cells or of collective spins; these are sites of %s levels."
              .formatted(state.space().localDimensions()));
    }
    double sum = 0;
    for (SymmetricCells.Block block :
        SymmetricCells.blocks(state.matrix(), Dephasing.singleBlock(storage))) {
      double energy = block.summed().traceOfProduct(block.each()).re();
      double[] p = HermitianEigen.valuesOf(block.summed(), state.tolerance());
      double passive =
          Ergotropy.passiveEnergy(
              Spectrum.of(p), Spectrum.of(HermitianEigen.valuesOf(block.each())));
      sum += StrictMath.max(0, energy - passive);
    }
    return sum;
  }

  /**
   * Symmetric ergotropy of an ensemble of N spins 1/2 with {@code H = w (J^z + N/2)}. What stands
   * beside the ensemble is traced out first.
   *
   * @param state the ensemble
   * @param frequency w
   * @return the sum over multiplets of their ergotropies, in the units of the frequency
   */
  public static double of(EnsembleState state, double frequency) {
    double sum = 0;
    for (EnsembleState.Part part : state.alone().parts()) {
      double[] populations = part.populations();
      double[] energies = new double[populations.length];
      double energy = 0;
      for (int k = 0; k < energies.length; k++) {
        energies[k] = k;
        energy += populations[k] * (energies.length - 1 - k);
      }
      double passive = Ergotropy.passiveEnergy(part.state().spectrum(), Spectrum.of(energies));
      sum += part.weight() * StrictMath.max(0, energy - passive);
    }
    return frequency * sum;
  }

  /**
   * Why a battery has no symmetric ergotropy.
   *
   * @param storage H0 on the parts that are measured
   * @return the reason, for a person; nothing if it has one
   */
  public static Optional<String> refusal(Operator storage) {
    return storage.space().hasSpins()
        ? Optional.empty()
        : SymmetricCells.refusal(storage)
            .map(
                reason ->
                    "The symmetric ergotropy is that of cells that are alike in the storage Hamiltonian, and "
                        + reason
                        + ".");
  }
}
