package qbattery.model;

import java.util.List;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/**
 * A quantum battery, as data: what stores the energy, what couples its parts, and how it leaks.
 *
 * <p>It evolves as {@code d rho/dt = -i [storage + interaction, rho] + sum of channels}, hbar = 1.
 *
 * @param name what it is called in reports
 * @param space the Hilbert space
 * @param storage the storage Hamiltonian H0, which the energy is counted in
 * @param interaction couplings between the parts; not counted as stored energy
 * @param channels the ways it exchanges energy or information with its surroundings
 */
public record Battery(
    String name, Space space, Operator storage, Operator interaction, List<Channel> channels) {

  private static final double HERMITIAN_TOLERANCE = 1e-12;

  /**
   * Checks that all parts fit together.
   *
   * @throws IllegalArgumentException if a part acts on another space, or a Hamiltonian is not
   *     finite or not Hermitian
   */
  public Battery {
    channels = List.copyOf(channels);
    requireHamiltonian("storage", space, storage);
    requireHamiltonian("interaction", space, interaction);
    for (Channel channel : channels) {
      if (!channel.space().equals(space)) {
        throw new IllegalArgumentException(
            "Channel '%s' acts on another space than the battery '%s'."
                .formatted(channel.name(), name));
      }
    }
  }

  /**
   * Two-level cells with equal level spacing and no coupling between them.
   *
   * @param name what the battery is called
   * @param n number of cells
   * @param frequency level spacing omega of each cell, positive
   * @param channels how it leaks, on {@code Space.cells(n)}
   * @return the battery with {@code H0 = omega sum_k sigma_k^+ sigma_k^-}; santos2021, Eq. 11
   * @throws IllegalArgumentException if the frequency is not positive
   */
  public static Battery ofCells(String name, int n, double frequency, List<Channel> channels) {
    if (!(frequency > 0) || Double.isInfinite(frequency)) {
      throw new IllegalArgumentException(
          "The level spacing of a cell is %s; it must be a positive, finite number."
              .formatted(frequency));
    }
    Space space = Space.cells(n);
    return new Battery(
        name,
        space,
        Operator.sumOverSites(space, LocalOperator.EXCITED).times(frequency),
        Operator.zero(space),
        channels);
  }

  private static void requireHamiltonian(String what, Space space, Operator hamiltonian) {
    if (!hamiltonian.space().equals(space)) {
      throw new IllegalArgumentException(
          "The %s Hamiltonian acts on another space than the battery.".formatted(what));
    }
    double size = hamiltonian.sparse().maxAbs();
    if (!Double.isFinite(size)) {
      throw new IllegalArgumentException(
          "The %s Hamiltonian has an element that is not a finite number.".formatted(what));
    }
    double defect = hamiltonian.plus(hamiltonian.adjoint().times(-1)).sparse().maxAbs();
    if (defect > HERMITIAN_TOLERANCE * StrictMath.max(1, size)) {
      throw new IllegalArgumentException(
          "The %s Hamiltonian is not Hermitian (largest departure %.3g); is a conjugate term missing?"
              .formatted(what, defect));
    }
  }
}
