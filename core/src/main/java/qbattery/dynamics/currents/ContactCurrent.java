package qbattery.dynamics.currents;

/**
 * The current from a reservoir into the battery, positive inwards; D is the dissipator of the
 * contact, hbar = k_B = 1.
 *
 * @param contact name of the contact
 * @param energy tr(D[rho] H) with H the whole Hamiltonian, storage and interaction
 * @param stored tr(D[rho] H0), the part that goes into the storage Hamiltonian
 * @param particles tr(D[rho] N), excitations in a unit of time; N counts levels above the lowest on
 *     all sites
 * @param heat energy - mu particles, mu the reservoir's chemical potential (0 for bosons). This is
 *     the book-keeping of the battery's own Hamiltonian; with local dissipators it need not obey
 *     the second law (Levy and Kosloff, EPL 107, 20004 (2014))
 */
public record ContactCurrent(
    String contact, double energy, double stored, double particles, double heat) {

  ContactCurrent plus(ContactCurrent other, String name) {
    return new ContactCurrent(
        name,
        energy + other.energy,
        stored + other.stored,
        particles + other.particles,
        heat + other.heat);
  }
}
