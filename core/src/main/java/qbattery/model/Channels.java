package qbattery.model;

import java.util.List;
import java.util.stream.IntStream;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/** The usual channels of two-level cells, each cell on its own. */
public final class Channels {

  private Channels() {}

  /**
   * Local decay: every cell loses its excitation; santos2021, Eq. 5.
   *
   * <p>The excited population of a lone cell falls as exp(-rate t), its coherence as exp(-rate
   * t/2).
   *
   * @param space two-level cells
   * @param rate decay rate of the population, not negative
   * @return the channel
   * @throws IllegalArgumentException if the rate is negative or not finite
   */
  public static Channel decay(Space space, double rate) {
    return Channel.independent("local decay", onEachCell(space, LocalOperator.LOWER), rate);
  }

  /**
   * Local pumping: every cell gains excitation.
   *
   * @param space two-level cells
   * @param rate rate at which an empty cell fills, not negative
   * @return the channel
   * @throws IllegalArgumentException if the rate is negative or not finite
   */
  public static Channel pumping(Space space, double rate) {
    return Channel.independent("local pumping", onEachCell(space, LocalOperator.RAISE), rate);
  }

  /**
   * Local dephasing (phase damping): every cell's coherence falls as exp(-rate t), its populations
   * stay; santos2021, Eq. 10. The jump operator is sigma_z, with half the rate.
   *
   * @param space two-level cells
   * @param rate rate at which the coherence of one cell is lost, not negative
   * @return the channel
   * @throws IllegalArgumentException if the rate is negative or not finite
   */
  public static Channel dephasing(Space space, double rate) {
    Channel.requireRate("local dephasing", rate);
    return Channel.independent(
        "local dephasing", onEachCell(space, LocalOperator.SIGMA_Z), rate / 2);
  }

  /**
   * A reservoir of its own for every cell, all alike: the channels of a {@link Contact}.
   *
   * @param space two-level cells
   * @param rate coupling rate to the reservoir, not negative
   * @param reservoir what sets the factors
   * @return emission and absorption, each where it has a rate above 0
   * @throws IllegalArgumentException if the rate is negative or not finite
   */
  public static List<Channel> reservoir(Space space, double rate, Reservoir reservoir) {
    Channel.requireRate("the coupling to a reservoir", rate);
    return Contact.ofCells(
            "reservoir of each cell",
            reservoir,
            rate,
            space,
            Contact.Sharing.EACH_ITS_OWN,
            IntStream.range(0, space.sites()).toArray())
        .channels();
  }

  private static List<Operator> onEachCell(Space space, LocalOperator local) {
    return IntStream.range(0, space.sites())
        .mapToObj(site -> Operator.on(space, site, local))
        .toList();
  }
}
