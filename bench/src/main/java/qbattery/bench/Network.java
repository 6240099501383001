package qbattery.bench;

import java.util.function.IntFunction;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Graph;

/** The networks that are measured: equal cells, level spacing 1, J = 2, each cell decays at 1. */
public enum Network {

  /** A chain whose cells decay each on its own. */
  LINEAR_LOCAL(Graph::linear, 0),

  /** A chain with intracell decay at half the rate; santos2021, Sec. III. */
  LINEAR(Graph::linear, 0.5),

  /**
   * A star with intracell decay. Beyond five cells a star does not allow half the rate, at most 1 /
   * sqrt(N - 1); the cost does not depend on the rate unless it is zero.
   */
  CENTRAL(Graph::central, 0.25);

  private final IntFunction<Graph> graph;
  private final double intracell;

  Network(IntFunction<Graph> graph, double intracell) {
    this.graph = graph;
    this.intracell = intracell;
  }

  /**
   * The battery of so many cells.
   *
   * @param cells number of cells
   * @return the battery
   */
  public Battery battery(int cells) {
    return CellNetwork.uniform(graph.apply(cells), 1, 2, 1, intracell).battery();
  }
}
