package qbattery.paper.quach2020;

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

  static final String T = "k_BT/\\hbar\\omega";
  static final String T_COLUMN = "k_B T / hbar omega";
  static final String STARTS =
      " Solid: battery down at the start (appendix); dashed: battery in equilibrium with the"
          + " reservoir at the start (Sec. II). $R=N_C/N_B$, charger up at the start.";

  private TemperatureFigures() {}

  static List<Paper.Figure> all() {
    return List.of(
        figure("fig6a", "charging on warm reservoirs, battery down", () -> charging(Start.DOWN)),
        figure(
            "fig6a-equilibrium",
            "charging on warm reservoirs, battery in equilibrium",
            () -> charging(Start.EQUILIBRIUM)),
        figure("fig6b", "steady energy against temperature", TemperatureFigures::energy),
        figure("fig6c", "its derivative", TemperatureFigures::slope),
        figure("fig6d", "steady energy and ergotropy, R = 4", () -> ergotropy(1)));
  }

  static Dash dash(Start start) {
    return start == Start.DOWN ? Dash.SOLID : Dash.DASHED;
  }

  static String word(Start start) {
    return start == Start.DOWN ? "battery down" : "battery in equilibrium";
  }

  private static FigureBundle charging(Start start) {
    double end = 0.8;
    double[] t = FigureParts.upTo(end, 201);
    Plot plot = new Plot().over("gamma t", "1", t);
    int[] temperatures = {0, 2, 4};
    for (int k = 0; k < temperatures.length; k++) {
      TwoRuns runs = TwoRuns.of(MODEL.warm(1, 10, temperatures[k], start), end);
      String name = "T = %d, %s".formatted(temperatures[k], word(start));
      plot.line(
          "$T=%d$".formatted(temperatures[k]),
          k,
          Dash.SOLID,
          runs.column("E_B, " + name, ENERGY, t, ChargingRun::energy));
      plot.line(
          "", k, Dash.DOTTED, runs.column("E_C, " + name, ENERGY, t, ChargingRun::chargerEnergy));
    }
    String how =
        start == Start.DOWN
            ? "down, as in the appendix"
            : "in equilibrium with the reservoir, as in Sec. II";
    return plot.bundle(
        new Axis("\\gamma t", 0, end),
        new Axis("\\mathcal{E}_i/\\hbar\\omega", -0.03, 1.05),
        "Energy density of battery (solid) and charger (dotted) on reservoirs of temperature $T$, in"
            + " units of $\\hbar\\omega/k_B$; $R=N_C/N_B=10$, $N_B=1$. At the start the charger is up"
            + " and the battery is "
            + how
            + "; at $T=0$ both of the paper's starts are the same."
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
            Plot.Column.of(
                "E_B, R = %d, %s".formatted(r, word(start)),
                ENERGY,
                t,
                s -> MODEL.warm(1, r, s, start).closed()));
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
            Plot.Column.of(
                "dE_B/dT, R = %d, %s".formatted(r, word(start)),
                "k_B",
                t,
                s -> Slopes.at(MODEL, r, start, s)));
      }
    }
    return plot.bundle(
        new Axis(T, 0, end),
        new Axis("d\\mathcal{E}_B^{ss}/d(k_BT)", -0.36, 0.2),
        "Change of the steady energy density with the temperature of the reservoir, $N_B=1$."
            + STARTS
            + range(T, 0, end),
        new Plot.Subject(
            "R = 1, 2, 3, 4, N_B = 1",
            "0.02 to 4",
            "T = 0.02 to 4",
            CLOSED_FORM + "; central differences of fourth order"));
  }

  /** Steady energy and ergotropy at R = 4, for any size. */
  static FigureBundle ergotropy(int size) {
    double[] t = FigureParts.upTo(10, 201);
    Plot plot = new Plot().over(T_COLUMN, "1", t);
    for (Start start : Start.values()) {
      int colour = start == Start.DOWN ? 0 : 1;
      plot.line(
          word(start),
          colour,
          Dash.SOLID,
          Plot.Column.of(
              "E_B, " + word(start), ENERGY, t, s -> MODEL.warm(size, 4, s, start).closed()));
      for (Unitaries unitaries : Unitaries.values()) {
        if (size > 1 || unitaries == Unitaries.ALL) {
          plot.line(
              "",
              colour,
              unitaries == Unitaries.COLLECTIVE || size == 1 ? Dash.DASHED : Dash.DOTTED,
              Plot.Column.of(
                  "W_B, %s, %s".formatted(unitaries.label(), word(start)),
                  ENERGY,
                  t,
                  s -> MODEL.warm(size, 4, s, start).ergotropy(unitaries)));
        }
      }
    }
    String what =
        size == 1
            ? "Steady energy (solid) and ergotropy (dashed) of a battery of one spin"
            : "Steady energy density (solid), and ergotropy density for unitaries on the collective"
                + " levels of each multiplet (dashed) and for all on $2^{N_B}$ states (dotted),"
                + " $N_B=%d$".formatted(size);
    return plot.bundle(
        new Axis(T, 0, 10),
        new Axis("\\mathcal{W}_B^{ss},\\ \\mathcal{E}_B^{ss}\\ /\\hbar\\omega", -0.03, 0.95),
        what
            + ", $R=N_C/N_B=4$, against the temperature of the reservoir; charger up at the start,"
            + " battery down as in the appendix, or in equilibrium with the reservoir as in Sec. II."
            + range(T, 0, 10),
        new Plot.Subject("R = 4, N_B = " + size, "0 to 10", "T = 0 to 10", CLOSED_FORM));
  }
}
