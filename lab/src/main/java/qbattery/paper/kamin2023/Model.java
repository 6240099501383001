package qbattery.paper.kamin2023;

import java.util.List;
import qbattery.model.Contact.Sharing;

/**
 * What is judged: the parameters that the paper states and leaves fixed, and its two pictures of
 * the links.
 *
 * @param base N = 3, omega_0 = 10, omega = gamma = J = 1; mu = 1, Delta mu = 2, T = 1
 * @param drawn the links of Fig. 1
 * @param printed the links of Eq. 1
 * @param equilibrium how the equilibrium reservoir is shared
 * @param mostCells how many cells are tried, at least 3
 */
record Model(Setting base, Shape drawn, Shape printed, Sharing equilibrium, int mostCells) {

  static final Model STATED =
      new Model(Setting.STATED, Shape.STAR, Shape.CHAIN, Sharing.COLLECTIVE, Ranges.MOST_CELLS);

  /** Both pictures, that of Fig. 1 first. */
  List<Shape> shapes() {
    return List.of(drawn, printed);
  }

  /** The non-equilibrium case. */
  Setting biased(Shape shape) {
    return base.linked(shape);
  }

  /** The equilibrium case. */
  Setting balanced(Shape shape) {
    return base.linked(shape).atEquilibrium(equilibrium);
  }

  /** The same equilibrium with a reservoir for each cell, all alike. */
  Setting balancedEach(Shape shape) {
    return base.linked(shape).atEquilibrium(Sharing.EACH_ITS_OWN);
  }

  Model with(Setting other) {
    return new Model(other, drawn, printed, equilibrium, mostCells);
  }
}
