package qbattery.paper.kamin2023;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.InitialState;
import qbattery.model.InitialState.CellState;

/** How the cells start; the paper says that it does not matter. */
enum Start {
  GROUND("ground"),
  EXCITED("excited"),
  MIXED("fully mixed"),
  BATTERY("battery alone excited"),

  /** The two cells at the ends of three in a singlet, the other one empty. */
  SINGLET("ends in a singlet");

  /** Those that are asked for everywhere; each is a product of cell states. */
  static final List<Start> PRODUCTS = List.of(GROUND, EXCITED, MIXED, BATTERY);

  private final String label;

  Start(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  InitialState of(Setting setting) {
    int n = setting.cells();
    return switch (this) {
      case GROUND -> new InitialState.Ground();
      case EXCITED -> new InitialState.FullyExcited();
      case MIXED -> new InitialState.Classical(0.5);
      case BATTERY -> {
        List<ComplexMatrix> cells = new ArrayList<>(Collections.nCopies(n, CellState.GROUND));
        cells.set(0, CellState.EXCITED);
        yield new InitialState.Product(cells);
      }
      case SINGLET -> singlet(setting);
    };
  }

  private static InitialState singlet(Setting setting) {
    if (setting.cells() != 3) {
      throw new IllegalArgumentException(
          "The singlet of the outer cells is written down for 3 cells, not %d."
              .formatted(setting.cells()));
    }
    // |e> is 0, |g> is 1, the first cell leftmost: |egg> is 3, |geg> is 5, |gge> is 6.
    int one = setting.shape() == Shape.STAR ? 5 : 3;
    int other = 6;
    return new InitialState.Given(
        ComplexMatrix.generate(
            8,
            8,
            (i, j) -> {
              boolean inside = (i == one || i == other) && (j == one || j == other);
              return inside ? Complex.real(i == j ? 0.5 : -0.5) : Complex.ZERO;
            }));
  }
}
