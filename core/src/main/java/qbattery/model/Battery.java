package qbattery.model;

import java.util.ArrayList;
import java.util.List;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/**
 * A quantum battery as data: the storage Hamiltonian, the interaction between its parts, drives and
 * dissipative channels.
 *
 * <p>It evolves as {@code d rho/dt = -i [H(t), rho] + sum of channels} with {@code H(t) = storage +
 * interaction + sum_k f_k(t) V_k}, the last over its drives; hbar = 1.
 *
 * @param name what it is called in reports
 * @param space the Hilbert space
 * @param storage the storage Hamiltonian H0, which the energy is counted in
 * @param interaction couplings between the parts; not counted as stored energy
 * @param channels the ways it exchanges energy or information with its surroundings
 * @param drives the parts of the Hamiltonian that are switched in time; not counted as stored
 *     energy
 */
public record Battery(
    String name,
    Space space,
    Operator storage,
    Operator interaction,
    List<Channel> channels,
    List<Drive> drives) {

  private static final double HERMITIAN_TOLERANCE = 1e-12;

  /**
   * Checks that all parts fit together.
   *
   * @throws IllegalArgumentException if a part acts on another space, or a Hamiltonian is not
   *     finite or not Hermitian
   */
  public Battery {
    channels = List.copyOf(channels);
    drives = List.copyOf(drives);
    requireHamiltonian("storage", space, storage);
    requireHamiltonian("interaction", space, interaction);
    for (Channel channel : channels) {
      if (!channel.space().equals(space)) {
        throw new IllegalArgumentException(
            "Channel '%s' acts on another space than the battery '%s'."
                .formatted(channel.name(), name));
      }
    }
    for (Drive drive : drives) {
      if (!drive.operator().space().equals(space)) {
        throw new IllegalArgumentException(
            "Drive '%s' acts on another space than the battery '%s'."
                .formatted(drive.name(), name));
      }
    }
  }

  /**
   * A battery whose Hamiltonian does not change in time.
   *
   * @param name what it is called in reports
   * @param space the Hilbert space
   * @param storage the storage Hamiltonian H0
   * @param interaction couplings between the parts
   * @param channels the ways it exchanges energy or information with its surroundings
   * @throws IllegalArgumentException as the full constructor
   */
  public Battery(
      String name, Space space, Operator storage, Operator interaction, List<Channel> channels) {
    this(name, space, storage, interaction, channels, List.of());
  }

  /**
   * The same battery under drives.
   *
   * @param driving the drives, in place of those it has
   * @return the driven battery
   * @throws IllegalArgumentException if a drive acts on another space
   */
  public Battery with(List<Drive> driving) {
    return new Battery(name, space, storage, interaction, channels, driving);
  }

  /**
   * The same battery in contact with reservoirs, beside the channels that it has.
   *
   * @param contacts the contacts
   * @return the battery with the channels of the contacts
   * @throws IllegalArgumentException if a contact acts on another space
   */
  public Battery with(Contact... contacts) {
    List<Channel> all = new ArrayList<>(channels);
    all.addAll(Contact.channels(List.of(contacts)));
    return new Battery(name, space, storage, interaction, all, drives);
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

  /**
   * The sites that store: those that a term of the storage Hamiltonian names, even with a
   * coefficient that is 0. A charger that is not counted as a store, such as a cavity whose energy
   * is part of the interaction, is not among them.
   *
   * @return the sites, from 0, ascending; none if no term of H0 names one
   */
  public List<Integer> storageSites() {
    return StoragePart.sitesOf(storage);
  }

  /**
   * The part that stores, with the storage Hamiltonian on it alone: what the energy and the
   * ergotropy of the battery are measured with where a charger is part of the model.
   *
   * @return the part
   * @throws IllegalArgumentException if no term of the storage Hamiltonian names a site
   */
  public StoragePart storagePart() {
    return StoragePart.of(this);
  }

  private static void requireHamiltonian(String what, Space space, Operator hamiltonian) {
    if (!hamiltonian.space().equals(space)) {
      throw new IllegalArgumentException(
          "The %s Hamiltonian acts on another space than the battery.".formatted(what));
    }
    requireHermitian("%s Hamiltonian".formatted(what), hamiltonian);
  }

  static void requireHermitian(String what, Operator operator) {
    if (operator.isPlainlyHermitian()) {
      return;
    }
    double size = operator.sparse().maxAbs();
    if (!Double.isFinite(size)) {
      throw new IllegalArgumentException(
          "The %s has an element that is not a finite number.".formatted(what));
    }
    double defect = operator.plus(operator.adjoint().times(-1)).sparse().maxAbs();
    if (defect > HERMITIAN_TOLERANCE * StrictMath.max(1, size)) {
      throw new IllegalArgumentException(
          "The %s is not Hermitian (largest departure %.3g); is a conjugate term missing?"
              .formatted(what, defect));
    }
  }
}
