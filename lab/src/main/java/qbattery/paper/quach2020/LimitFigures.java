package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.FigureParts.CLOSED_FORM;
import static qbattery.paper.quach2020.FigureParts.COLD;
import static qbattery.paper.quach2020.FigureParts.ENERGY;
import static qbattery.paper.quach2020.FigureParts.MODEL;
import static qbattery.paper.quach2020.FigureParts.figure;

import java.util.List;
import qbattery.dynamics.DarkCharge;
import qbattery.experiment.Estimate;
import qbattery.paper.Paper;
import qbattery.paper.quach2020.Setting.Unitaries;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Dash;

/** Batteries of up to a thousand spins at T = 0: where they end up, and how. */
final class LimitFigures {

  private static final int[] RATIOS = {1, 2, 5, 10};
  private static final int[] SIZES = {
    1, 2, 3, 4, 5, 7, 10, 14, 20, 30, 50, 70, 100, 140, 200, 300, 500, 700, 1000
  };
  private static final int LARGEST = 1000;

  private LimitFigures() {}

  static List<Paper.Figure> all() {
    return List.of(
        figure("fig-limits", "steady energy and ergotropy to 1000 spins", LimitFigures::limits),
        figure("fig-distribution", "excitations of 1000 spins", LimitFigures::distribution));
  }

  private static FigureBundle limits() {
    double[] n = LimitClaim.doubles(SIZES);
    Plot plot = new Plot().over("N_B", "1", n);
    StringBuilder powers = new StringBuilder();
    for (int k = 0; k < RATIOS.length; k++) {
      int ratio = RATIOS[k];
      plot.line(
          "$R=%d$".formatted(ratio),
          k,
          Dash.SOLID,
          Plot.Column.of("E_B, R = " + ratio, ENERGY, n, s -> MODEL.cold((int) s, ratio).closed()));
      plot.line(
          "",
          k,
          Dash.DASHED,
          Plot.Column.of(
              "W_B over collective levels, R = " + ratio,
              ENERGY,
              n,
              s -> MODEL.cold((int) s, ratio).ergotropy(Unitaries.COLLECTIVE)));
      plot.line(
          "",
          k,
          Dash.DOTTED,
          Plot.Column.of(
              "W_B over all unitaries, R = " + ratio,
              ENERGY,
              n,
              s -> MODEL.cold((int) s, ratio).ergotropy(Unitaries.ALL)));
      Estimate power = LimitClaim.powerOfSize(ratio);
      powers.append(
          "%s$N_B^{%s}$ ($R=%d$)"
              .formatted(k == 0 ? "" : ", ", Numbers.rounded(power.value(), 4), ratio));
    }
    return plot.bundle(
        Axis.logarithmic("N_B", 1, 1000),
        new Axis("\\mathcal{E}_B^{ss},\\ \\mathcal{W}_B^{ss}\\ /\\hbar\\omega", -0.03, 1.05),
        "Steady energy density (solid), and ergotropy density for unitaries on the $N_B+1$ collective"
            + " levels (dashed) and for all on $2^{N_B}$ (dotted). The energy density tends to 1 for"
            + " $R>1$ and to 1/2 at $R=1$ alone; what is missing falls at large $N_B$ as "
            + powers
            + ", extrapolated from local exponents up to $N_B=2000$."
            + COLD
            + " Range of $N_B$ chosen here: 1 to 1000.",
        new Plot.Subject("R = 1, 2, 5, 10", "0", "N_B = 1 to 1000", CLOSED_FORM));
  }

  private static FigureBundle distribution() {
    double[] k = FigureParts.wholes(1, LARGEST + 1);
    Plot plot = new Plot().over("spins not excited, plus one", "1", k);
    for (int i = 0; i < RATIOS.length; i++) {
      double[] p = new DarkCharge(LARGEST, RATIOS[i] * LARGEST).excitations();
      plot.line(
          "$R=%d$".formatted(RATIOS[i]),
          i,
          List.of(Dash.SOLID, Dash.DASHED, Dash.DASH_DOT, Dash.LONG_DASHED).get(i),
          Plot.Column.of(
              "probability, R = " + RATIOS[i],
              "1",
              k,
              s ->
                  new Estimate(
                      p[LARGEST + 1 - (int) s],
                      Setting.rounding(LARGEST, p[LARGEST + 1 - (int) s]))));
    }
    return plot.bundle(
        Axis.logarithmic("N_B-k+1", 1, LARGEST + 1),
        Axis.logarithmic("p_k", 1e-7, 1),
        "Probability that $k$ of a battery's $N_B=1000$ spins are excited in the steady state,"
            + " against the number of those that are not, plus one. For $R>1$ nearly all spins are"
            + " excited, with a steep tail; at $R=1$ about half of them are."
            + COLD
            + " Probabilities below $10^{-7}$ are left out (chosen here).",
        new Plot.Subject("R = 1, 2, 5, 10, N_B = 1000", "0", "all k", CLOSED_FORM));
  }
}
