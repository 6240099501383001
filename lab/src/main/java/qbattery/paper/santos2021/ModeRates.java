package qbattery.paper.santos2021;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import qbattery.dynamics.DecayModes;
import qbattery.experiment.Laboratory;
import qbattery.experiment.Provenance;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Graph;
import qbattery.model.InitialState;
import qbattery.paper.Paper;
import qbattery.report.DataTable;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Colour;
import qbattery.report.figure.LineFigure;
import qbattery.report.figure.Mark;
import qbattery.report.figure.Points;
import qbattery.report.figure.Symbol;

/**
 * Draws the share of the initial energy in each decay mode of the networks of Fig. 4 against the
 * mode's rate: the eigenvectors of a rate matrix, and what of a start is in each, are no measure of
 * a battery file.
 */
final class ModeRates implements Paper.Drawing {

  private static final int CELLS = 5;

  /** A dark mode's rate is rounding; it is drawn as zero. */
  private static final double DARK = 1e-12;

  /** The networks of Fig. 4, in the order of its legend, and what each is drawn with. */
  private enum Network {
    CENTRAL(Graph.central(CELLS), Symbol.CIRCLE, Colour.BLUE),
    LINEAR(Graph.linear(CELLS), Symbol.SQUARE, Colour.VERMILLION),
    CIRCULAR(Graph.circular(CELLS), Symbol.TRIANGLE, Colour.BLUISH_GREEN),
    SYMMETRIC(Graph.symmetric(CELLS), Symbol.DIAMOND, Colour.BLACK);

    private final Graph graph;
    private final Symbol symbol;
    private final Colour colour;

    Network(Graph graph, Symbol symbol, Colour colour) {
      this.graph = graph;
      this.symbol = symbol;
      this.colour = colour;
    }

    private List<DecayModes.Level> levels() {
      Battery battery = CellNetwork.uniform(graph, 1, 2, 1, 0.5).battery();
      return DecayModes.of(battery.channels().get(0), new InitialState.Coherent().of(battery))
          .levels();
    }
  }

  @Override
  public FigureBundle draw(Laboratory laboratory) {
    List<Points> points = new ArrayList<>();
    List<Mark> stems = new ArrayList<>();
    List<DataTable.Column> columns = new ArrayList<>();
    List<String> folds = new ArrayList<>();
    List<String> means = new ArrayList<>();
    int most = Arrays.stream(Network.values()).mapToInt(n -> n.levels().size()).max().orElse(0);
    for (Network network : Network.values()) {
      List<DecayModes.Level> levels = network.levels();
      double[] rates = column(most, levels.stream().mapToDouble(ModeRates::rate).toArray());
      double[] shares =
          column(most, levels.stream().mapToDouble(DecayModes.Level::share).toArray());
      String name = network.graph.name();
      columns.add(new DataTable.Column("rate, " + name, "Gamma", rates));
      columns.add(new DataTable.Column("share, " + name, "1", shares));
      double[] there = Arrays.copyOf(rates, levels.size());
      points.add(
          new Points(
              name, there, Arrays.copyOf(shares, levels.size()), network.symbol, network.colour));
      for (int k = 0; k < levels.size(); k++) {
        stems.add(new Mark.Vertical(there[k], OptionalDouble.of(shares[k]), network.colour, ""));
        if (levels.get(k).count() > 1) {
          folds.add(
              "%s %s (%d-fold)"
                  .formatted(name, Numbers.rounded(there[k], 3), levels.get(k).count()));
        }
      }
      double mean = levels.stream().mapToDouble(l -> l.rate() * l.share()).sum();
      means.add(name + " " + Numbers.rounded(mean, 3));
    }
    LineFigure picture =
        new LineFigure(
            new Axis("\\text{decay rate}/\\Gamma", -0.15, 3.15),
            new Axis("\\text{share of the initial energy}", 0, 0.75),
            List.of(),
            List.of(),
            points,
            stems,
            Optional.empty(),
            "Where the energy of the coherent start is among the modes of collective decay: a symbol"
                + " for each rate of a network, which is an eigenvalue of $\\Gamma 1+\\Gamma_{icl}A$,"
                + " $A$ the network's adjacency matrix. Rates of several modes: "
                + String.join(", ", folds)
                + ". How fast each begins to leak is the mean rate: "
                + String.join(", ", means)
                + ". A mode of rate 0 is dark; what is in it at the start still leaks in part, since"
                + " a cell holds one excitation only, which couples the modes. $J=2\\Gamma$,"
                + " $\\Gamma_{icl}=\\Gamma/2$; each one-way term of the paper with its conjugate"
                + " added: coupling $J(\\sigma^-_n\\sigma^+_m+$ h.c.$)$ and rates $\\Gamma$ on each"
                + " cell, $\\Gamma_{icl}$ on each link.");
    return new FigureBundle(
        picture,
        new DataTable(columns),
        new Provenance(
            Map.of(
                "networks", "5 cells, a pair of columns each, a row for each rate (Sec. III)",
                "J", "2 Gamma (captions of Figs. 3-5)",
                "Gamma_icl", "Gamma/2 (captions of Figs. 3-5)",
                "start", "(|e>+|g>)/sqrt 2 in each cell (Sec. III)"),
            "energies in hbar omega, times in 1/Gamma",
            List.of("Householder and QL eigenvalues of the rate matrix"),
            Map.of("rates and shares (rounding)", 1e-14),
            OptionalLong.empty(),
            List.of(
                "Intracell decay: both orderings of each link with Gamma_icl (first version, Eq. 11).")));
  }

  /** A column as long as the others; missing values at its end. */
  private static double[] column(int length, double[] values) {
    double[] column = Arrays.copyOf(values, length);
    Arrays.fill(column, values.length, length, Double.NaN);
    return column;
  }

  private static double rate(DecayModes.Level level) {
    return Math.abs(level.rate()) < DARK ? 0 : level.rate();
  }
}
