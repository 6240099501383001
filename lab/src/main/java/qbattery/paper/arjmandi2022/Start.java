package qbattery.paper.arjmandi2022;

import qbattery.model.InitialState;

/** The three states a battery starts in (Sec. II B). */
enum Start {
  COHERENT("coherent", new InitialState.Coherent()),
  FULLY_EXCITED("fully excited", new InitialState.FullyExcited()),
  CLASSICAL("classical", new InitialState.Classical(0.75));

  private final String label;
  private final InitialState state;

  Start(String label, InitialState state) {
    this.label = label;
    this.state = state;
  }

  String label() {
    return label;
  }

  InitialState state() {
    return state;
  }
}
