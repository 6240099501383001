package qbattery.paper.santos2021;

import java.util.List;
import qbattery.model.CellNetwork;
import qbattery.model.Graph;

/**
 * How the one-way terms of Sec. III are read. Interaction and intracell decay are printed with one
 * ordering of each link, which is not Hermitian; what is missing can be added whole, or the term
 * made half of itself and half of its conjugate.
 *
 * @param label the reading in words
 * @param coupling weight of J: 1 or 1/2
 * @param intracell weight of Gamma_icl: 1 or 1/2
 */
record NetworkReading(String label, double coupling, double intracell) {

  /** Coupling of every link, in units of Gamma; captions of Figs. 3-5. */
  static final double J = 2;

  /** Intracell rate of every link, in units of Gamma; captions of Figs. 3-5. */
  static final double GAMMA_ICL = 0.5;

  /** First version, Eq. 11, for the decay; the conjugate added to the interaction. */
  static final NetworkReading DEFAULT =
      new NetworkReading("coupling J, intracell rate Gamma_icl (conjugates added)", 1, 1);

  /** All readings that make a physical evolution, the default first. */
  static final List<NetworkReading> ALL =
      List.of(
          DEFAULT,
          new NetworkReading("coupling J, intracell rate Gamma_icl/2", 1, 0.5),
          new NetworkReading("coupling J/2, intracell rate Gamma_icl", 0.5, 1),
          new NetworkReading("coupling J/2, intracell rate Gamma_icl/2", 0.5, 0.5));

  /**
   * A network with the paper's parameters, read so.
   *
   * @param graph who is linked with whom
   * @return the network
   */
  LeakingNetwork network(Graph graph) {
    return new LeakingNetwork(
        graph,
        CellNetwork.uniform(
                graph,
                LeakingCell.OMEGA,
                J * coupling * LeakingCell.GAMMA,
                LeakingCell.GAMMA,
                GAMMA_ICL * intracell * LeakingCell.GAMMA)
            .battery());
  }
}
