package qbattery.dynamics.currents;

import java.util.List;

/**
 * All currents into a battery in one state, and whether they cancel, as they must in a steady
 * state.
 *
 * <p>The imbalances are the rates of change of mean values under the whole master equation, so a
 * state that is not steady shows: each is to be read against the largest one-way current, that of a
 * single channel (emission or absorption alone). Net currents would be no measure, as at
 * equilibrium they vanish themselves. A state whose imbalances are 0 need not be steady.
 *
 * @param contacts the current from each contact, in the order given
 * @param others from all other channels of the battery, together; their heat is their energy
 * @param storedFromInteraction tr(rho i [Hint, H0]), what the interaction brings into the storage
 * @param created tr(rho i [H, N]), excitations that the Hamiltonian itself makes; 0 where it
 *     conserves their number, and only there is a current of particles one from somewhere to
 *     somewhere
 * @param largestEnergy largest modulus of a channel's energy current
 * @param largestStored largest modulus of a channel's current into the storage, or of {@code
 *     storedFromInteraction}
 * @param largestParticles largest modulus of a channel's particle current, or of {@code created}
 */
public record CurrentBalance(
    List<ContactCurrent> contacts,
    ContactCurrent others,
    double storedFromInteraction,
    double created,
    double largestEnergy,
    double largestStored,
    double largestParticles) {

  /** Copies the list. */
  public CurrentBalance {
    contacts = List.copyOf(contacts);
  }

  /**
   * The sum over all contacts and other channels.
   *
   * @return the total current
   */
  public ContactCurrent total() {
    ContactCurrent sum = new ContactCurrent("total", 0, 0, 0, 0);
    for (ContactCurrent current : contacts) {
      sum = sum.plus(current, "total");
    }
    return sum.plus(others, "total");
  }

  /**
   * Sum rule of the energy.
   *
   * @return d tr(rho H)/dt, the sum of all energy currents
   */
  public double energyImbalance() {
    return total().energy();
  }

  /**
   * Sum rule of the stored energy.
   *
   * @return d tr(rho H0)/dt
   */
  public double storedImbalance() {
    return total().stored() + storedFromInteraction;
  }

  /**
   * Sum rule of the excitations.
   *
   * @return d tr(rho N)/dt
   */
  public double particleImbalance() {
    return total().particles() + created;
  }

  /**
   * The largest of the three imbalances, each relative to its largest one-way current.
   *
   * @return a number of the size of rounding in a steady state; 0 where nothing flows at all
   */
  public double relativeImbalance() {
    return StrictMath.max(
        relative(energyImbalance(), largestEnergy),
        StrictMath.max(
            relative(storedImbalance(), largestStored),
            relative(particleImbalance(), largestParticles)));
  }

  private static double relative(double imbalance, double largest) {
    return imbalance == 0 ? 0 : StrictMath.abs(imbalance) / largest;
  }
}
