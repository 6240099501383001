package qbattery.paper.kamin2023;

import qbattery.model.Graph;

/** How the cells are linked: as drawn or as printed. The battery is the first cell. */
enum Shape {
  /** Fig. 1: the battery in the centre, linked with all others. */
  STAR("star"),

  /** Eq. 1 as printed: each cell linked with the next, the battery at the end. */
  CHAIN("chain");

  private final String label;

  Shape(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  Graph graph(int cells) {
    return this == STAR && cells > 1 ? Graph.central(cells) : Graph.linear(cells);
  }
}
