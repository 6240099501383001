package qbattery.file;

import java.util.List;

/** The links between cells; {@link qbattery.model.Graph} without its number of cells. */
public sealed interface Links {

  /** The graphs that have a name. */
  enum Named implements Links, Word {
    /** A chain. */
    LINEAR,
    /** A ring. */
    CIRCULAR,
    /** A star around the first cell. */
    CENTRAL,
    /** Each with each. */
    SYMMETRIC
  }

  /**
   * Any graph.
   *
   * @param name what it is called
   * @param pairs the links as pairs of cells, counted from 1
   */
  record Pairs(String name, List<List<Expression>> pairs) implements Links {

    /** Copies the lists. */
    public Pairs {
      pairs = pairs.stream().map(List::copyOf).toList();
    }
  }
}
