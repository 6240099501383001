package qbattery.model;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/**
 * A network of cells with random parameters: each cell and each link draws its own.
 *
 * @param graph who is linked with whom
 * @param frequency level spacing of a cell; must not come out negative
 * @param coupling J of a link
 * @param decay decay rate of a cell; must not come out negative
 * @param intracell intracell decay rate of a link
 */
public record DisorderedNetwork(
    Graph graph,
    Distribution frequency,
    Distribution coupling,
    Distribution decay,
    Distribution intracell) {

  /**
   * One realisation.
   *
   * @param uniform gives independent deviates, uniform in [0, 1); taken in this order: frequencies
   *     of the cells, couplings of the links, decay rates of the cells, intracell rates of the
   *     links
   * @return the network that was drawn
   * @throws IllegalArgumentException if what was drawn is no physical network
   */
  public CellNetwork realise(DoubleSupplier uniform) {
    return new CellNetwork(
        graph,
        draw(graph.cells(), frequency, uniform),
        draw(graph.links().size(), coupling, uniform),
        draw(graph.cells(), decay, uniform),
        draw(graph.links().size(), intracell, uniform));
  }

  private static List<Double> draw(int count, Distribution from, DoubleSupplier uniform) {
    return IntStream.range(0, count).mapToObj(k -> from.draw(uniform)).toList();
  }
}
