package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.FigureParts.CLOSED_FORM;
import static qbattery.paper.quach2020.FigureParts.COLD;
import static qbattery.paper.quach2020.FigureParts.ENERGY;
import static qbattery.paper.quach2020.FigureParts.ENERGY_LABEL;
import static qbattery.paper.quach2020.FigureParts.MODEL;
import static qbattery.paper.quach2020.FigureParts.figure;

import java.util.List;
import qbattery.paper.Paper;
import qbattery.report.FigureBundle;
import qbattery.report.figure.Axis;

/** What the battery holds in the end at T = 0: Figs. 2 b and c, 4 c and d. */
final class SteadyFigures {

  private static final int LARGEST = 12;
  private static final int LARGEST_RATIO = 20;

  private SteadyFigures() {}

  static List<Paper.Figure> energies() {
    return List.of(
        figure("fig2b", "steady energy density against N_B", SteadyFigures::bySize),
        figure("fig2c", "steady energy density against R", SteadyFigures::byRatio));
  }

  static List<Paper.Figure> negativities() {
    return List.of(
        figure("fig4c", "steady negativity against N_B", SteadyFigures::negativity),
        figure("fig4d", "steady negativity against energy", SteadyFigures::together));
  }

  private static FigureBundle bySize() {
    double[] n = FigureParts.wholes(1, LARGEST);
    Plot plot = new Plot().over("N_B", "1", n);
    for (int k = 0; k < CapacityClaims.RATIOS.length; k++) {
      int ratio = CapacityClaims.RATIOS[k];
      plot.points(
          "$R=%d$".formatted(ratio),
          k,
          true,
          Plot.Column.of("E_B, R = " + ratio, ENERGY, n, s -> MODEL.cold((int) s, ratio).closed()));
    }
    return plot.bundle(
        Axis.whole("N_B", 1, LARGEST),
        new Axis("\\mathcal{E}_B^{ss}/\\hbar\\omega", 0.4, 1),
        "Steady energy density of the battery against its number of spins."
            + COLD
            + " Range of $N_B$ chosen here: 1 to 12.",
        new Plot.Subject("R = 2, 5, 10", "0", "N_B = 1 to 12", CLOSED_FORM));
  }

  private static FigureBundle byRatio() {
    double[] r = FigureParts.wholes(1, LARGEST_RATIO);
    Plot plot = new Plot().over("R", "1", r);
    for (int size = 1; size <= 3; size++) {
      int n = size;
      plot.points(
          "$N_B=%d$".formatted(n),
          n - 1,
          true,
          Plot.Column.of("E_B, N_B = " + n, ENERGY, r, s -> MODEL.cold(n, (int) s).closed()));
    }
    return plot.bundle(
        Axis.whole("R=N_C/N_B", 1, LARGEST_RATIO),
        new Axis("\\mathcal{E}_B^{ss}/\\hbar\\omega", 0, 1),
        "Steady energy density of the battery against the ratio of the numbers of spins. For one"
            + " spin it is $R^2/(R+1)^2$."
            + COLD
            + " Range of $R$ chosen here: 1 to 20.",
        new Plot.Subject("N_B = 1, 2, 3", "0", "R = 1 to 20", CLOSED_FORM));
  }

  private static Plot.Column negativities(double[] sizes, int ratio) {
    return Plot.Column.of(
        "S_B, R = " + ratio, "1", sizes, s -> MODEL.cold((int) s, ratio).negativity());
  }

  private static FigureBundle negativity() {
    double[] n = FigureParts.wholes(1, LARGEST);
    Plot plot = new Plot().over("N_B", "1", n);
    for (int k = 0; k < EntanglementClaims.RATIOS.length; k++) {
      int ratio = EntanglementClaims.RATIOS[k];
      plot.points("$R=%d$".formatted(ratio), k, true, negativities(n, ratio));
    }
    return plot.bundle(
        Axis.whole("N_B", 1, LARGEST),
        plot.vertical("S_B^{ss}"),
        "Steady logarithmic negativity between battery and charger against the number of spins of"
            + " the battery."
            + COLD
            + " Range of $N_B$ chosen here: 1 to 12.",
        new Plot.Subject("R = 2, 3, 5", "0", "N_B = 1 to 12", CLOSED_FORM));
  }

  private static FigureBundle together() {
    double[] n = FigureParts.wholes(1, LARGEST);
    Plot plot = new Plot();
    for (int k = 0; k < EntanglementClaims.RATIOS.length; k++) {
      int ratio = EntanglementClaims.RATIOS[k];
      plot.over(
          "E_B, R = " + ratio,
          ENERGY,
          FigureParts.along(n, s -> MODEL.cold((int) s, ratio).closedEnergy()));
      plot.points("$R=%d$".formatted(ratio), k, true, negativities(n, ratio));
    }
    return plot.bundle(
        new Axis(ENERGY_LABEL, 0.4, 1),
        plot.vertical("S_B^{ss}"),
        "Steady logarithmic negativity against steady energy density; each point is a size of the"
            + " battery, $N_B=1$ to 12 from the left (chosen here)."
            + COLD,
        new Plot.Subject("R = 2, 3, 5", "0", "N_B = 1 to 12", CLOSED_FORM));
  }
}
