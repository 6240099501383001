package qbattery.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;

/**
 * The links between the cells of a battery: a connected, undirected graph without self-links.
 *
 * @param name what the graph is called in reports
 * @param cells number of cells
 * @param links the links, each once; cells counted from 0
 */
public record Graph(String name, int cells, List<Link> links) {

  /**
   * A link between two cells, named in ascending order.
   *
   * @param first the lower cell, from 0
   * @param second the higher cell
   */
  public record Link(int first, int second) {

    /**
     * Orders the two cells.
     *
     * @throws IllegalArgumentException if the cell is linked with itself
     */
    public Link {
      if (first == second) {
        throw new IllegalArgumentException(
            "Cell %d is linked with itself; a link joins two different cells."
                .formatted(first + 1));
      }
      if (first > second) {
        int held = first;
        first = second;
        second = held;
      }
    }

    @Override
    public String toString() {
      return (first + 1) + "-" + (second + 1);
    }
  }

  /**
   * Checks the graph.
   *
   * @throws IllegalArgumentException if there is no cell, a link names a cell that does not exist
   *     or is given twice, or some cells cannot be reached from the first
   */
  public Graph {
    links = List.copyOf(links);
    if (cells < 1) {
      throw new IllegalArgumentException(
          "A battery needs at least one cell; the graph '%s' has %d.".formatted(name, cells));
    }
    Set<Link> seen = new HashSet<>();
    for (Link link : links) {
      if (link.first() < 0 || link.second() >= cells) {
        throw new IllegalArgumentException(
            "Link %s of the graph '%s' names a cell that does not exist; its cells are 1 to %d."
                .formatted(link, name, cells));
      }
      if (!seen.add(link)) {
        throw new IllegalArgumentException(
            "Link %s of the graph '%s' is given twice; name each link once.".formatted(link, name));
      }
    }
    requireConnected(name, cells, links);
  }

  /**
   * A graph from its links.
   *
   * @param name what it is called
   * @param cells number of cells
   * @param pairs the links as pairs of cells, counted from 0
   * @return the graph
   * @throws IllegalArgumentException as the constructor, or if a link does not have two cells
   */
  public static Graph ofLinks(String name, int cells, int[]... pairs) {
    List<Link> links = new ArrayList<>();
    for (int[] pair : pairs) {
      if (pair.length != 2) {
        throw new IllegalArgumentException(
            "A link joins two cells; one of the graph '%s' names %d.".formatted(name, pair.length));
      }
      links.add(new Link(pair[0], pair[1]));
    }
    return new Graph(name, cells, links);
  }

  /**
   * A chain: each cell linked with the next.
   *
   * @param n number of cells, at least 1
   * @return n - 1 links
   */
  public static Graph linear(int n) {
    List<Link> links = new ArrayList<>();
    for (int k = 0; k + 1 < n; k++) {
      links.add(new Link(k, k + 1));
    }
    return new Graph("linear", n, links);
  }

  /**
   * A ring: a chain whose ends are linked.
   *
   * @param n number of cells, at least 3
   * @return n links
   * @throws IllegalArgumentException if n is below 3
   */
  public static Graph circular(int n) {
    if (n < 3) {
      throw new IllegalArgumentException(
          "A ring needs at least 3 cells, not %d; two cells form a chain.".formatted(n));
    }
    List<Link> links = new ArrayList<>(linear(n).links());
    links.add(new Link(0, n - 1));
    return new Graph("circular", n, links);
  }

  /**
   * A star: the first cell, in the centre, linked with each other one.
   *
   * @param n number of cells, at least 2
   * @return n - 1 links
   * @throws IllegalArgumentException if n is below 2
   */
  public static Graph central(int n) {
    if (n < 2) {
      throw new IllegalArgumentException(
          "A star needs a centre and at least one other cell, so 2 cells or more, not %d."
              .formatted(n));
    }
    List<Link> links = new ArrayList<>();
    for (int k = 1; k < n; k++) {
      links.add(new Link(0, k));
    }
    return new Graph("central", n, links);
  }

  /**
   * The complete graph: each cell linked with each.
   *
   * @param n number of cells, at least 1
   * @return n (n - 1) / 2 links
   */
  public static Graph symmetric(int n) {
    List<Link> links = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      for (int m = k + 1; m < n; m++) {
        links.add(new Link(k, m));
      }
    }
    return new Graph("symmetric", n, links);
  }

  /**
   * The adjacency matrix.
   *
   * @return cells x cells, 1 where two cells are linked, else 0
   */
  public ComplexMatrix adjacency() {
    Set<Link> set = Set.copyOf(links);
    return ComplexMatrix.generate(
        cells,
        cells,
        (i, j) -> i != j && set.contains(new Link(i, j)) ? Complex.ONE : Complex.ZERO);
  }

  private static void requireConnected(String name, int cells, List<Link> links) {
    boolean[] reached = new boolean[cells];
    reached[0] = true;
    for (int round = 0; round < cells; round++) {
      for (Link link : links) {
        if (reached[link.first()] || reached[link.second()]) {
          reached[link.first()] = true;
          reached[link.second()] = true;
        }
      }
    }
    for (int k = 0; k < cells; k++) {
      if (!reached[k]) {
        throw new IllegalArgumentException(
            "The graph '%s' is not connected: no path of links leads from cell 1 to cell %d."
                .formatted(name, k + 1));
      }
    }
  }
}
