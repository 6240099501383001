package qbattery.model;

import java.util.List;
import qbattery.linalg.Complex;
import qbattery.quantum.Operator;

/** What a Lindblad generator does to a state without a jump, drives apart. */
public final class Drift {

  private Drift() {}

  /**
   * {@code K = -i H - 1/2 sum gamma_ij A_j^+ A_i}.
   *
   * @param battery the battery; its drives are not counted
   * @return the operator K
   */
  public static Operator of(Battery battery) {
    return of(battery.storage().plus(battery.interaction()), battery.channels());
  }

  /**
   * The same for a Hamiltonian that is known otherwise.
   *
   * @param hamiltonian H
   * @param channels the channels
   * @return the operator K
   */
  public static Operator of(Operator hamiltonian, List<Channel> channels) {
    Operator drift = hamiltonian.times(new Complex(0, -1));
    for (Channel channel : channels) {
      for (int i = 0; i < channel.jumps().size(); i++) {
        for (int j = 0; j < channel.jumps().size(); j++) {
          Complex rate = channel.rates().get(i, j);
          if (!rate.equals(Complex.ZERO)) {
            Operator product = channel.jumps().get(j).adjoint().times(channel.jumps().get(i));
            drift = drift.plus(product.times(rate.times(Complex.real(-0.5))));
          }
        }
      }
    }
    return drift;
  }
}
