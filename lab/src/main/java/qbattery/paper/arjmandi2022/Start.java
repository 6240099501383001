package qbattery.paper.arjmandi2022;

import qbattery.file.Node;
import qbattery.model.InitialState;

/** The three states a battery starts in (Sec. II B). */
enum Start {
  COHERENT("coherent", new InitialState.Coherent(), Node.text("plus")),
  FULLY_EXCITED("fully excited", new InitialState.FullyExcited(), Node.text("excited")),
  CLASSICAL("classical", new InitialState.Classical(0.75), Node.mapping("mixture", Node.text("p")));

  private final String label;
  private final InitialState state;
  private final Node word;

  Start(String label, InitialState state, Node word) {
    this.label = label;
    this.state = state;
    this.word = word;
  }

  String label() {
    return label;
  }

  InitialState state() {
    return state;
  }

  /** As the battery file says it. */
  Node word() {
    return word;
  }
}
