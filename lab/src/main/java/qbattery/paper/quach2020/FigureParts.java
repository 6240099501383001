package qbattery.paper.quach2020;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import qbattery.dynamics.Times;
import qbattery.paper.Paper;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;

/** What all figures of this paper share. */
final class FigureParts {

  static final DarkModel MODEL = DarkModel.STATED;

  static final String ENERGY = "hbar omega";
  static final String ENERGY_LABEL = "\\mathcal{E}_B/\\hbar\\omega";
  static final String COLD = " $R=N_C/N_B$; $T=0$, battery down and charger up at the start.";

  private FigureParts() {}

  static Paper.Figure figure(String id, String title, Supplier<FigureBundle> computation) {
    return new Paper.Figure(id, title, computation);
  }

  static String range(String what, double from, double to) {
    return " Range of $%s$ chosen here: %s to %s."
        .formatted(what, Numbers.exact(from), Numbers.exact(to));
  }

  static double[] upTo(double end, int count) {
    return Times.upTo(end, count).toArray();
  }

  static double[] wholes(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToDouble(k -> k).toArray();
  }

  static double[] along(double[] x, DoubleUnaryOperator quantity) {
    double[] y = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      y[k] = quantity.applyAsDouble(x[k]);
    }
    return y;
  }

  static final String INTEGRATED =
      "Dormand-Prince 8(5,3) in blocks by number of excitations, rtol = 1e-12; errors against rtol = 1e-10";
  static final String CLOSED_FORM =
      "steady states in closed form from the weights of each total spin (Clebsch-Gordan); errors against the projection theorem";
  static final String LADDERS =
      "Dormand-Prince 8(5,3) on ladders of total spin, rtol = 1e-12; errors against rtol = 1e-10";
}
