package qbattery.dynamics.currents;

import qbattery.dynamics.Quantity;
import qbattery.model.Battery;
import qbattery.model.Drive;
import qbattery.quantum.Operator;

/**
 * The parts of dU/dt as operators whose expectation values they are: how the stored energy changes;
 * arjmandi2022, Eq. 8.
 *
 * <p>Interaction, drives and channels each bring a part. They come from the generator, not from
 * differences of samples. hbar = 1.
 */
public final class EnergyFlow {

  private EnergyFlow() {}

  /**
   * The part that the interaction brings: {@code tr(-i [H, rho] H0) = tr(rho i [Hint, H0])}. The
   * paper writes {@code -i tr(rho [H0, Hint])}, the same.
   *
   * @param battery the battery
   * @return {@code i [Hint, H0]}
   */
  public static Operator fromInteraction(Battery battery) {
    return HeisenbergRate.ofHamiltonian(battery.interaction(), battery.storage());
  }

  /**
   * The part that a drive brings, without its envelope: {@code tr(-i [f(t) V, rho] H0) = f(t)
   * tr(rho i [V, H0])}. {@link Quantity.Modulated} takes both factors.
   *
   * @param battery the battery
   * @param drive one of its drives
   * @return {@code i [V, H0]}, to be counted f(t) times
   */
  public static Operator fromDrive(Battery battery, Drive drive) {
    return HeisenbergRate.ofHamiltonian(drive.operator(), battery.storage());
  }

  /**
   * The part that the surroundings bring: {@code tr(D[rho] H0)}.
   *
   * @param battery the battery
   * @return {@code sum_ij gamma_ij (A_j^+ H0 A_i - 1/2 {A_j^+ A_i, H0})} over all channels
   */
  public static Operator fromChannels(Battery battery) {
    return HeisenbergRate.ofChannels(battery.channels(), battery.storage());
  }
}
