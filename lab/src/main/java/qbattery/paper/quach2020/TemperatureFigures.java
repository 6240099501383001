package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.FigureParts.CLOSED;
import static qbattery.paper.quach2020.FigureParts.CLOSED_FORM;
import static qbattery.paper.quach2020.FigureParts.ENERGY;
import static qbattery.paper.quach2020.FigureParts.INTEGRATED;
import static qbattery.paper.quach2020.FigureParts.MODEL;
import static qbattery.paper.quach2020.FigureParts.figure;
import static qbattery.paper.quach2020.FigureParts.range;

import java.util.List;
import qbattery.paper.Paper;
import qbattery.paper.quach2020.Setting.Unitaries;
import qbattery.report.FigureBundle;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Dash;

/** Warm reservoirs, N_B = 1: Fig. 6. */
final class TemperatureFigures {

  private static final String T = "k_BT/\\hbar\\omega";
  private static final String T_COLUMN = "k_B T / hbar omega";
  private static final String STARTS =
      " Solid: battery down at the start (appendix); dashed: battery in equilibrium with the"
          + " reservoir (Sec. II).";

  private TemperatureFigures() {}

  static List<Paper.Figure> all() {
    return List.of(
        figure("fig6a", "charging on warm reservoirs, R = 10", TemperatureFigures::charging),
        figure("fig6b", "steady energy against temperature", TemperatureFigures::energy),
        figure("fig6c", "its derivative", TemperatureFigures::slope),
        figure("fig6d", "steady energy and ergotropy, R = 4", TemperatureFigures::ergotropy));
  }

  private static Dash dash(Start start) {
    return start == Start.DOWN ? Dash.SOLID : Dash.DASHED;
  }

  private static String word(Start start) {
    return start == Start.DOWN ? "battery down" : "battery in equilibrium";
  }

  private static FigureBundle charging() {
    double end = 0.8;
    double[] t = FigureParts.upTo(end, 201);
    Plot plot = new Plot().over("gamma t", "1", t);
    int[] temperatures = {0, 2, 4};
    for (int k = 0; k < temperatures.length; k++) {
      int temperature = temperatures[k];
      for (Start start : Start.values()) {
        if (temperature == 0 && start == Start.EQUILIBRIUM) {
          continue; // the same start
        }
        FigureParts.Twice twice = FigureParts.Twice.of(MODEL.warm(1, 10, temperature, start), end);
        String name = "T = %d, %s".formatted(temperature, word(start));
        boolean named = start == Start.DOWN;
        plot.line(
            named ? "$T=%d$".formatted(temperature) : "",
            k,
            dash(start),
            twice.column("E_B, " + name, ENERGY, t, ChargingRun::energy));
        plot.line(
            "",
            k,
            named ? Dash.DOTTED : Dash.DASH_DOT_DOT,
            twice.column("E_C, " + name, ENERGY, t, ChargingRun::chargerEnergy));
      }
    }
    return plot.bundle(
        new Axis("\\gamma t", 0, end),
        new Axis("\\mathcal{E}_i/\\hbar\\omega", -0.03, 1.05),
        "Energy density of battery and charger on reservoirs of temperature $T$, in units of"
            + " $\\hbar\\omega/k_B$; $R=10$, $N_B=1$. Battery down at the start (appendix): battery"
            + " solid, charger dotted; battery in equilibrium with the reservoir at the start (Sec."
            + " II): battery dashed, charger dash-dotted. At $T=0$ both are one."
            + range("\\gamma t", 0, end),
        new Plot.Subject("R = 10, N_B = 1", "0, 2, 4", "gamma t = 0 to 0.8", INTEGRATED));
  }

  private static FigureBundle energy() {
    double[] t = FigureParts.upTo(10, 201);
    Plot plot = new Plot().over(T_COLUMN, "1", t);
    for (int ratio = 1; ratio <= 4; ratio++) {
      for (Start start : Start.values()) {
        int r = ratio;
        plot.line(
            start == Start.DOWN ? "$R=%d$".formatted(r) : "",
            r - 1,
            dash(start),
            new Plot.Column(
                "E_B, R = %d, %s".formatted(r, word(start)),
                ENERGY,
                FigureParts.along(t, s -> MODEL.warm(1, r, s, start).closedEnergy()),
                CLOSED));
      }
    }
    return plot.bundle(
        new Axis(T, 0, 10),
        new Axis("\\mathcal{E}_B^{ss}/\\hbar\\omega", 0.2, 0.7),
        "Steady energy density of a battery of one spin against the temperature of the reservoir."
            + STARTS
            + " From equilibrium all $R>1$ fall below 1/2 and come back to it from below."
            + range(T, 0, 10),
        new Plot.Subject("R = 1, 2, 3, 4, N_B = 1", "0 to 10", "T = 0 to 10", CLOSED_FORM));
  }

  private static FigureBundle slope() {
    double from = 0.02;
    double end = 4;
    double[] t = FigureParts.along(FigureParts.upTo(1, 200), s -> from + (end - from) * s);
    Plot plot = new Plot().over(T_COLUMN, "1", t);
    for (int ratio = 1; ratio <= 4; ratio++) {
      for (Start start : Start.values()) {
        int r = ratio;
        plot.line(
            start == Start.DOWN ? "$R=%d$".formatted(r) : "",
            r - 1,
            dash(start),
            new Plot.Column(
                "dE_B/dT, R = %d, %s".formatted(r, word(start)),
                "k_B",
                FigureParts.along(t, s -> Slopes.at(MODEL, r, start, s).value()),
                1e-7));
      }
    }
    return plot.bundle(
        new Axis(T, 0, end),
        new Axis("d\\mathcal{E}_B^{ss}/d(k_BT)", -0.36, 0.2),
        "Change of the steady energy density with the temperature of the reservoir, $N_B=1$."
            + STARTS
            + range(T, 0, end),
        new Plot.Subject("R = 1, 2, 3, 4, N_B = 1", "0.02 to 4", "T = 0.02 to 4", CLOSED_FORM));
  }

  private static FigureBundle ergotropy() {
    double[] t = FigureParts.upTo(10, 401);
    Plot plot = new Plot().over(T_COLUMN, "1", t);
    for (Start start : Start.values()) {
      boolean down = start == Start.DOWN;
      plot.line(
          "energy, " + word(start),
          down ? 0 : 1,
          Dash.SOLID,
          new Plot.Column(
              "E_B, " + word(start),
              ENERGY,
              FigureParts.along(t, s -> MODEL.warm(1, 4, s, start).closedEnergy()),
              CLOSED));
      plot.line(
          "ergotropy, " + word(start),
          down ? 0 : 1,
          Dash.DOTTED,
          new Plot.Column(
              "W_B, " + word(start),
              ENERGY,
              FigureParts.along(t, s -> MODEL.warm(1, 4, s, start).ergotropy(Unitaries.ALL)),
              CLOSED));
    }
    return plot.bundle(
        new Axis(T, 0, 10),
        new Axis("\\mathcal{W}_B^{ss},\\ \\mathcal{E}_B^{ss}\\ /\\hbar\\omega", -0.03, 0.75),
        "Steady energy (solid) and ergotropy (dotted) of a battery of one spin, $R=4$, against the"
            + " temperature of the reservoir; battery down at the start as in the appendix, or in"
            + " equilibrium with the reservoir as in Sec. II."
            + range(T, 0, 10),
        new Plot.Subject("R = 4, N_B = 1", "0 to 10", "T = 0 to 10", CLOSED_FORM));
  }
}
