package qbattery.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** Figures with points and maps for the tests. */
final class Maps {
  static final Axis CELLS = Axis.whole("N", 3, 7);
  static final Axis COUPLING = new Axis("J/\\Gamma", 0, 4);
  static final Axis RATE = new Axis("\\kappa/\\Gamma", 0, 2);

  private Maps() {}

  static double[] steps(double from, double to, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = from + (to - from) * i / (count - 1);
    }
    return values;
  }

  static Grid grid(double[] x, double[] y, DoubleBinaryOperator f) {
    double[][] z = new double[x.length][y.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < y.length; j++) {
        z[i][j] = f.applyAsDouble(x[i], y[j]);
      }
    }
    return new Grid(x, y, z);
  }

  static HeatMap map(String label, Grid grid, List<Contour> contours, String caption) {
    return HeatMap.of(COUPLING, RATE, HeatMap.bar(label, grid), grid, contours, caption);
  }

  /** A value of both signs, with a corner that has none. */
  static HeatMap signed() {
    return map(
        "\\Delta\\mathcal{E}/(\\hbar\\omega)",
        grid(
            steps(0, 4, 41),
            steps(0, 2, 31),
            (x, y) -> x > 3.2 && y < 0.4 ? Double.NaN : 1.4 * Math.sin(x) * Math.cos(y) - 0.3 * y),
        List.of(
            Contour.thin(-0.5),
            Contour.thin(0.5),
            Contour.thin(1),
            Contour.strong(0, "$\\Delta\\mathcal{E}=0$")),
        "What a coupling gains, against the coupling and the rate of the reservoir. Thin lines: every"
            + " $0.5\\,\\hbar\\omega$. Hatched: no steady state.");
  }

  /** A value of one sign with a region where it is exactly zero. */
  static HeatMap positive() {
    return map(
        "\\mathcal{E}_\\infty/(\\hbar\\omega)",
        grid(steps(0.2, 3.8, 10), steps(0.1, 1.9, 10), (x, y) -> Math.max(0, 1e-4 * (x - y * y))),
        List.of(Contour.strong(1e-9, "ergotropy vanishes")),
        "Steady-state ergotropy.");
  }

  /** Two series over the number of cells, with a line through one. */
  static LineFigure sizes() {
    double[] n = {3, 4, 5, 6, 7};
    return LineFigure.of(
        CELLS,
        new Axis("\\tau_{1/2}\\,\\Gamma", 0, 1.2),
        List.of(
            new Curve(
                "$1/N$ scaling",
                steps(3, 7, 50),
                Arrays.stream(steps(3, 7, 50)).map(x -> 3 / x).toArray(),
                CurveStyle.numbered(0))),
        List.of(
            new Points(
                "chain",
                n,
                new double[] {1.0, 0.77, 0.61, 0.49, 0.43},
                new double[] {0.04, 0.05, 0.03, 0.06, Double.NaN},
                Symbol.CIRCLE,
                Colour.BLUE),
            new Points(
                "ring",
                n,
                new double[] {0.6, 0.5, Double.NaN, 0.3, 0.2},
                new double[] {0.05, 0.12, 0.1, 0, 0.08},
                Symbol.OPEN_DIAMOND,
                Colour.VERMILLION)),
        "Half-lives of chains and rings of $N$ cells.");
  }

  /** All symbols on logarithmic axes. */
  static LineFigure powers() {
    List<Points> points = new ArrayList<>();
    double[] x = {1, 3, 10, 30, 100};
    for (Symbol symbol : Symbol.values()) {
      int number = points.size();
      double factor = Math.pow(3, -number);
      double[] y = Arrays.stream(x).map(v -> factor / v).toArray();
      double[] error = Arrays.stream(y).map(v -> 0.4 * v).toArray();
      points.add(
          new Points(
              symbol.name().toLowerCase(Locale.ROOT).replace('_', ' '),
              x,
              y,
              error,
              symbol,
              CurveStyle.numbered(number).colour()));
    }
    return new LineFigure(
        Axis.logarithmic("L", 0.7, 150),
        Axis.logarithmic("1-F", 1e-6, 3),
        List.of(
            new Curve(
                "$L^{-1}$",
                new double[] {0, 1, 200},
                new double[] {1, 1, 1 / 200.0},
                CurveStyle.numbered(3))),
        List.of(
            new Band(
                new double[] {1, 10, 100},
                new double[] {0, 1e-5, 1e-5},
                new double[] {1e-4, 1e-4, 2e-5},
                Colour.YELLOW)),
        points,
        List.of(Mark.upTo(20, 0.01, Colour.BLACK, "L_c"), Mark.dot(50, 0.02, Colour.BLACK)),
        Optional.empty(),
        "Infidelity.");
  }
}
