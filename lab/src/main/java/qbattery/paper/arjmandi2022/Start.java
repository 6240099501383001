package qbattery.paper.arjmandi2022;

import qbattery.file.tree.Node;

/** The three states a battery starts in (Sec. II B). */
enum Start {
  COHERENT(Node.text("plus")),
  FULLY_EXCITED(Node.text("excited")),
  CLASSICAL(Node.mapping("mixture", Node.text("p")));

  private final Node word;

  Start(Node word) {
    this.word = word;
  }

  /** As the battery file says it. */
  Node word() {
    return word;
  }
}
