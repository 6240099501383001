package qbattery.paper.santos2021;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import qbattery.report.figure.BarFigure;
import qbattery.report.figure.BarSeries;
import qbattery.report.figure.Colour;

/**
 * Draws the decay modes of the networks of Fig. 4 as bars: the eigenvectors of a rate matrix, and
 * what of a start is in each, are no measure of a battery file.
 */
final class ModeBars implements Paper.Drawing {

  private static final int CELLS = 5;

  /** The four networks of Fig. 4, in the order of its legend. */
  private static final List<Graph> GRAPHS =
      List.of(
          Graph.central(CELLS), Graph.linear(CELLS), Graph.circular(CELLS), Graph.symmetric(CELLS));

  private static final String SETTING =
      " $J=2\\Gamma$, $\\Gamma_{icl}=\\Gamma/2$; each one-way term of the paper with its conjugate"
          + " added: coupling $J(\\sigma^-_n\\sigma^+_m+$ h.c.$)$ and rates $\\Gamma$ on each cell,"
          + " $\\Gamma_{icl}$ on each link.";

  @Override
  public FigureBundle draw(Laboratory laboratory) {
    List<String> groups = new ArrayList<>();
    List<List<DecayModes.Level>> levels = new ArrayList<>();
    int most = 0;
    for (Graph graph : GRAPHS) {
      Battery battery = CellNetwork.uniform(graph, 1, 2, 1, 0.5).battery();
      List<DecayModes.Level> found =
          DecayModes.of(battery.channels().get(0), new InitialState.Coherent().of(battery))
              .levels();
      groups.add(graph.name());
      levels.add(found);
      most = Math.max(most, found.size());
    }
    List<Colour> colours =
        List.of(
            Colour.SKY_BLUE,
            Colour.BLUISH_GREEN,
            Colour.ORANGE,
            Colour.REDDISH_PURPLE,
            Colour.VERMILLION);
    List<BarSeries> bars = new ArrayList<>();
    List<DataTable.Column> columns = new ArrayList<>();
    StringBuilder rates = new StringBuilder();
    for (int k = 0; k < most; k++) {
      double[] shares = new double[groups.size()];
      double[] rate = new double[groups.size()];
      for (int g = 0; g < groups.size(); g++) {
        boolean there = k < levels.get(g).size();
        shares[g] = there ? levels.get(g).get(k).share() : Double.NaN;
        rate[g] = there ? clean(levels.get(g).get(k).rate()) : Double.NaN;
      }
      bars.add(new BarSeries(ordinal(k), shares, colours.get(k)));
      columns.add(new DataTable.Column("rate of level " + (k + 1), "Gamma", rate));
      columns.add(new DataTable.Column("share in level " + (k + 1), "1", shares));
    }
    for (int g = 0; g < groups.size(); g++) {
      rates.append(g == 0 ? "" : "; ").append(groups.get(g)).append(' ');
      for (int k = 0; k < levels.get(g).size(); k++) {
        DecayModes.Level level = levels.get(g).get(k);
        rates.append(k == 0 ? "" : ", ").append(Numbers.rounded(clean(level.rate()), 3));
        rates.append(level.count() > 1 ? " (" + level.count() + "-fold)" : "");
      }
    }
    BarFigure picture =
        new BarFigure(
            groups,
            "\\mathrm{share\\ of\\ the\\ initial\\ energy}",
            bars,
            "Where the energy of the coherent start sits among the modes of collective decay: share"
                + " of each rate, slowest to fastest. Rates over $\\Gamma$, from the eigenvalues of"
                + " $\\Gamma 1+\\Gamma_{icl}A$: "
                + rates
                + ". Mean rates: "
                + meanRates(groups, levels)
                + ", which is how fast each begins to leak. A mode of rate 0 is dark; what sits in it"
                + " at the start still leaks in part, since a cell holds one excitation only, which"
                + " couples the modes."
                + SETTING);
    return new FigureBundle(
        picture,
        new DataTable(columns),
        new Provenance(
            Map.of(
                "networks", String.join(", ", groups) + ", 5 cells, one row each (Sec. III)",
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

  private static String meanRates(List<String> groups, List<List<DecayModes.Level>> levels) {
    List<String> found = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      double mean = levels.get(g).stream().mapToDouble(l -> l.rate() * l.share()).sum();
      found.add(groups.get(g) + " " + Numbers.rounded(mean, 3));
    }
    return String.join(", ", found);
  }

  private static String ordinal(int level) {
    return switch (level) {
      case 0 -> "slowest";
      case 1 -> "2nd";
      case 2 -> "3rd";
      default -> (level + 1) + "th";
    };
  }

  /** A dark mode's rate is rounding; it is drawn as zero. */
  private static double clean(double rate) {
    return Math.abs(rate) < 1e-12 ? 0 : rate;
  }
}
