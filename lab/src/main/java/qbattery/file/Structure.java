package qbattery.file;

import java.util.List;

/** What a battery is made of, and its Hamiltonians. */
public sealed interface Structure {

  /** What a part of a battery is. */
  enum PartKind implements Word {
    /** Some two-level cells; each is a site. */
    CELLS,
    /** Some cells as one collective spin, in their symmetric states; one site. */
    SPIN,
    /** A bosonic mode cut off above levels - 1 quanta; one site. */
    MODE,
    /** Any other system of some levels; one site. */
    LEVELS
  }

  /**
   * A part of a battery.
   *
   * @param kind what it is
   * @param size number of cells, or of the mode's or the site's levels
   * @param name what formulas call it
   */
  record Part(PartKind kind, Expression size, String name) {}

  /**
   * Any parts with any storage and interaction.
   *
   * @param parts the parts, in the order of the space's sites
   * @param storage H0, a sum of formulas
   */
  record Parts(List<Part> parts, List<Expression> storage) implements Structure {

    /** Copies the lists. */
    public Parts {
      parts = List.copyOf(parts);
      storage = List.copyOf(storage);
    }
  }

  /**
   * Cells linked along a graph, {@link qbattery.model.CellNetwork}, or with chance in it {@link
   * qbattery.model.DisorderedNetwork}. Formulas call the part "cell".
   *
   * @param graph who is linked with whom
   * @param cells number of cells
   * @param frequency level spacing of the cells
   * @param coupling J of the links
   * @param decay decay rate of the cells
   * @param intracell intracell decay rate of the links
   * @param frame the frame of reference
   */
  record Network(
      Links graph,
      Expression cells,
      Amount frequency,
      Amount coupling,
      Amount decay,
      Amount intracell,
      Frame frame)
      implements Structure {}

  /** In which frame a network is described. */
  enum Frame implements Word {
    /** That of the laboratory. */
    LABORATORY,
    /** One that rotates at the mean frequency of the cells. */
    ROTATING
  }

  /**
   * Two ensembles on one reservoir, {@link qbattery.model.CollectiveEnsembles}. Formulas call the
   * parts {@code battery} and {@code charger}.
   *
   * @param battery number of spins of the battery
   * @param charger number of spins of the charger
   * @param frequency level spacing of each spin
   * @param rate coupling to the reservoir
   * @param temperature of the reservoir
   */
  record Ensembles(
      Expression battery,
      Expression charger,
      Expression frequency,
      Expression rate,
      Expression temperature)
      implements Structure {}
}
