package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.FigureParts.CLOSED_FORM;
import static qbattery.paper.quach2020.FigureParts.ENERGY;
import static qbattery.paper.quach2020.FigureParts.INTEGRATED;
import static qbattery.paper.quach2020.FigureParts.MODEL;
import static qbattery.paper.quach2020.FigureParts.figure;
import static qbattery.paper.quach2020.FigureParts.range;
import static qbattery.paper.quach2020.TemperatureFigures.STARTS;
import static qbattery.paper.quach2020.TemperatureFigures.T;
import static qbattery.paper.quach2020.TemperatureFigures.T_COLUMN;

import java.util.List;
import qbattery.experiment.Estimate;
import qbattery.paper.Paper;
import qbattery.paper.quach2020.Setting.Unitaries;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.Multiplet;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Dash;

/** Warm reservoirs beyond Fig. 6: batteries of several spins, and the work of Eq. 8. */
final class WarmFigures {

  private static final int LARGEST = 3;
  private static final int RATIO = 4;

  private WarmFigures() {}

  static List<Paper.Figure> all() {
    return List.of(
        figure("fig-warm", "steady energy of 1, 2, 3 spins, R = 4", WarmFigures::energy),
        figure("fig-warm-charging", "charging of 1, 2, 3 spins at T = 2", WarmFigures::charging),
        figure(
            "fig-warm-ergotropy",
            "steady energy and ergotropy of 3 spins, R = 4",
            () -> TemperatureFigures.ergotropy(LARGEST)),
        figure("fig-warm-work", "open-system work and ergotropy", WarmFigures::work));
  }

  private static FigureBundle energy() {
    double[] t = FigureParts.upTo(10, 201);
    Plot plot = new Plot().over(T_COLUMN, "1", t);
    for (int size = 1; size <= LARGEST; size++) {
      int n = size;
      for (Start start : Start.values()) {
        plot.line(
            start == Start.DOWN ? "$N_B=%d$".formatted(n) : "",
            n - 1,
            TemperatureFigures.dash(start),
            Plot.Column.of(
                "E_B, N_B = %d, %s".formatted(n, TemperatureFigures.word(start)),
                ENERGY,
                t,
                s -> MODEL.warm(n, RATIO, s, start).closed()));
      }
    }
    plot.line(
        "$1/(e^{\\hbar\\omega/k_BT}+1)$",
        4,
        Dash.DOTTED,
        Plot.Column.of(
            "thermal spin",
            ENERGY,
            t,
            s -> Estimate.rounded(s == 0 ? 0 : 1 / (StrictMath.exp(1 / s) + 1))));
    return plot.bundle(
        new Axis(T, 0, 10),
        new Axis("\\mathcal{E}_B^{ss}/\\hbar\\omega", -0.03, 0.95),
        "Steady energy density of batteries of 1 to 3 spins, $R=4$, against the temperature of the"
            + " reservoir; dotted: a spin in equilibrium with it."
            + STARTS
            + multiplets()
            + range(T, 0, 10),
        new Plot.Subject("R = 4, N_B = 1, 2, 3", "0 to 10", "T = 0 to 10", CLOSED_FORM));
  }

  /** What an equilibrium start brings that battery down does not have. */
  private static String multiplets() {
    return " A battery in equilibrium is a mixture over all its multiplets, whose weights the"
        + " reservoir cannot change; battery down lies in the symmetric one.";
  }

  private static FigureBundle charging() {
    double end = 1;
    double temperature = 2;
    double[] t = FigureParts.upTo(end, 201);
    Plot plot = new Plot().over("gamma t", "1", t);
    StringBuilder weights = new StringBuilder();
    for (int size = 1; size <= LARGEST; size++) {
      for (Start start : Start.values()) {
        Setting setting = MODEL.warm(size, RATIO, temperature, start);
        plot.line(
            start == Start.DOWN ? "$N_B=%d$".formatted(size) : "",
            size - 1,
            TemperatureFigures.dash(start),
            TwoRuns.of(setting, end)
                .column(
                    "E_B, N_B = %d, %s".formatted(size, TemperatureFigures.word(start)),
                    ENERGY,
                    t,
                    ChargingRun::energy));
        if (size > 1 && start == Start.EQUILIBRIUM) {
          weights.append(
              "%s%s ($N_B=%d$)"
                  .formatted(
                      weights.isEmpty() ? "" : ", ", Numbers.decimals(lower(setting), 3), size));
        }
      }
    }
    return plot.bundle(
        new Axis("\\gamma t", 0, end),
        new Axis("\\mathcal{E}_B/\\hbar\\omega", -0.03, 0.95),
        "Energy density of batteries of 1 to 3 spins while they are charged, $R=4$, at the"
            + " temperature $T=2\\hbar\\omega/k_B$."
            + STARTS
            + multiplets()
            + " Weight outside the symmetric one: "
            + weights
            + "."
            + range("\\gamma t", 0, end),
        new Plot.Subject("R = 4, N_B = 1, 2, 3", "2", "gamma t = 0 to 1", INTEGRATED));
  }

  private static double lower(Setting setting) {
    return setting.initial().parts().stream()
        .filter(p -> !p.multiplet().equals(Multiplet.symmetric(setting.batterySize())))
        .mapToDouble(EnsembleState.Part::weight)
        .sum();
  }

  private static FigureBundle work() {
    double[] t = FigureParts.upTo(10, 201);
    Plot plot = new Plot().over(T_COLUMN, "1", t);
    int[] ratios = {RATIO, 10};
    for (int k = 0; k < ratios.length; k++) {
      int r = ratios[k];
      plot.line(
          "$R=%d$".formatted(r),
          k,
          Dash.SOLID,
          Plot.Column.of(
              "E_B - E_th, R = " + r, ENERGY, t, s -> down(r, s).openWork(Unitaries.ALL)));
      plot.line(
          "",
          k,
          Dash.DASHED,
          Plot.Column.of("W_B, R = " + r, ENERGY, t, s -> down(r, s).ergotropy(Unitaries.ALL)));
      plot.line(
          "",
          k,
          Dash.DASH_DOT,
          Plot.Column.of(
              "T D(rho||thermal), R = " + r, ENERGY, t, s -> WorkClaim.withReservoir(down(r, s))));
    }
    return plot.bundle(
        new Axis(T, 0, 10),
        plot.vertical("\\mathcal{W}/\\hbar\\omega"),
        "Open-system work of Eq. 8, $\\mathcal{E}_B-\\mathcal{E}_B^{th}$ (solid), ergotropy (dashed) and"
            + " free energy beyond that of equilibrium, $k_BT\\,D(\\rho\\|\\rho^{th})$ (dash-dotted), of a"
            + " battery of one spin in the steady state against the temperature of the reservoir."
            + " $R=N_C/N_B$; battery down and charger up at the start. At $R=10$ the ergotropy exceeds"
            + " Eq. 8 on warm reservoirs. The free energy, the most work that contact with the"
            + " reservoir allows, never lies below the ergotropy; at $R=4$ it lies below Eq. 8."
            + range(T, 0, 10),
        new Plot.Subject("R = 4, 10, N_B = 1", "0 to 10", "T = 0 to 10", CLOSED_FORM));
  }

  private static Setting down(int ratio, double temperature) {
    return MODEL.warm(1, ratio, temperature, Start.DOWN);
  }
}
