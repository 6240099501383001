package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.FigureParts.COLD;
import static qbattery.paper.quach2020.FigureParts.ENERGY;
import static qbattery.paper.quach2020.FigureParts.ENERGY_LABEL;
import static qbattery.paper.quach2020.FigureParts.INTEGRATED;
import static qbattery.paper.quach2020.FigureParts.MODEL;
import static qbattery.paper.quach2020.FigureParts.figure;
import static qbattery.paper.quach2020.FigureParts.range;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import qbattery.experiment.Estimate;
import qbattery.paper.Paper;
import qbattery.paper.quach2020.Setting.Unitaries;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Dash;

/** What happens along a charging at T = 0: Figs. 2 a and d, 3, 4 a and b, 5 a and b. */
final class ChargingFigures {

  private static final int POINTS = 301;

  /** Up to when all energies have settled at R = 5. */
  private static final double END = 1.2;

  /** Up to when powers have died at R = 50. */
  private static final double SHORT = 0.2;

  /** The sizes 1, 2, 3 are told apart by more than colour. */
  private static final List<Dash> DASHES = List.of(Dash.SOLID, Dash.DASHED, Dash.DASH_DOT);

  private ChargingFigures() {}

  static List<Paper.Figure> energies() {
    return List.of(
        figure("fig2a", "energy of charger and battery, R = 5", ChargingFigures::transfer));
  }

  static List<Paper.Figure> powers() {
    return List.of(figure("fig2d", "power density, R = 5", () -> power(5, 0.8, "Fig. 2d")));
  }

  static List<Paper.Figure> ergotropies() {
    return List.of(
        figure("fig3a", "ergotropy and energy, R = 5", ChargingFigures::ergotropyBySize),
        figure("fig3b", "ergotropy and energy, N_B = 1", ChargingFigures::ergotropyByRatio));
  }

  static List<Paper.Figure> negativities() {
    return List.of(
        figure("fig4a", "logarithmic negativity, R = 5", ChargingFigures::negativity),
        figure("fig4b", "negativity against energy, R = 5", ChargingFigures::negativityOfEnergy));
  }

  static List<Paper.Figure> rates() {
    return List.of(
        figure("fig5a", "power density, R = 50", () -> power(50, SHORT, "Fig. 5a")),
        figure("fig5b", "entanglement rate, R = 50", ChargingFigures::rate));
  }

  private static FigureBundle transfer() {
    double[] t = FigureParts.upTo(END, POINTS);
    Plot plot = new Plot().over("gamma t", "1", t);
    for (int n = 1; n <= 3; n++) {
      TwoRuns twice = TwoRuns.of(MODEL.cold(n, 5), END);
      plot.line(
          "battery, $N_B=%d$".formatted(n),
          n - 1,
          Dash.SOLID,
          twice.column("E_B, N_B = " + n, ENERGY, t, ChargingRun::energy));
      plot.line(
          "charger, $N_B=%d$".formatted(n),
          n - 1,
          Dash.DOTTED,
          twice.column("E_C, N_B = " + n, ENERGY, t, ChargingRun::chargerEnergy));
    }
    return plot.bundle(
        new Axis("\\gamma t", 0, END),
        new Axis("\\mathcal{E}_i/\\hbar\\omega", -0.03, 1.05),
        "Energy density of battery (solid) and charger (dotted) during the charging, $R=5$."
            + COLD
            + range("\\gamma t", 0, END),
        new Plot.Subject("R = 5, N_B = 1, 2, 3", "0", "gamma t = 0 to 1.2", INTEGRATED));
  }

  private static FigureBundle power(int ratio, double end, String panel) {
    double[] t = FigureParts.upTo(end, POINTS);
    Plot plot = new Plot().over("gamma t", "1", t);
    for (int n = 1; n <= 3; n++) {
      Setting setting = MODEL.cold(n, ratio);
      DoubleUnaryOperator one = PowerCurve.of(setting, end, ChargingRun.METHOD);
      DoubleUnaryOperator other = PowerCurve.of(setting, end, ChargingRun.LOOSER);
      plot.line(
          "$N_B=%d$".formatted(n),
          n - 1,
          DASHES.get(n - 1),
          Plot.Column.of(
              "P_B, N_B = " + n,
              "gamma hbar omega",
              t,
              s -> Estimate.witnessed(one.applyAsDouble(s), other.applyAsDouble(s))));
    }
    return plot.bundle(
        new Axis("\\gamma t", 0, end),
        plot.vertical("\\mathcal{P}_B/\\gamma\\hbar\\omega"),
        "Power density of the battery during the charging, $R="
            + ratio
            + "$, from the generator."
            + COLD
            + range("\\gamma t", 0, end),
        new Plot.Subject(
            "R = %d, N_B = 1, 2, 3 (%s)".formatted(ratio, panel),
            "0",
            "gamma t = 0 to " + Numbers.exact(end),
            FigureParts.LADDERS));
  }

  private static FigureBundle ergotropyBySize() {
    double end = 0.8;
    double[] t = FigureParts.upTo(end, 201);
    Plot plot = new Plot().over("gamma t", "1", t);
    int[] sizes = {1, 2, 10};
    for (int k = 0; k < sizes.length; k++) {
      ergotropy(plot, MODEL.cold(sizes[k], 5), "N_B=" + sizes[k], k, t);
    }
    return plot.bundle(
        new Axis("\\gamma t", 0, end),
        new Axis("\\mathcal{W},\\ \\mathcal{E}_B\\ /\\hbar\\omega", -0.03, 1.05),
        "Energy density (solid), and ergotropy density for unitaries on the $N_B+1$ collective"
            + " levels (dashed) and for all on $2^{N_B}$ states (dotted), $R=5$. For $N_B=1$ the two"
            + " ergotropies coincide; for $N_B>1$ both are above zero before the energy passes 1/2."
            + COLD
            + range("\\gamma t", 0, end),
        new Plot.Subject("R = 5, N_B = 1, 2, 10", "0", "gamma t = 0 to 0.8", INTEGRATED));
  }

  private static FigureBundle ergotropyByRatio() {
    double from = 0.003;
    double end = 3;
    double[] t =
        FigureParts.along(FigureParts.upTo(1, 201), s -> from * StrictMath.pow(end / from, s));
    t[t.length - 1] = end;
    Plot plot = new Plot().over("gamma t", "1", t);
    int[] ratios = {1, 5, 50};
    for (int k = 0; k < ratios.length; k++) {
      ergotropy(plot, MODEL.cold(1, ratios[k]), "R=" + ratios[k], k, t);
    }
    return plot.bundle(
        Axis.logarithmic("\\gamma t", from, end),
        new Axis("\\mathcal{W},\\ \\mathcal{E}_B\\ /\\hbar\\omega", -0.03, 1.05),
        "Energy (solid) and ergotropy (dashed; both readings of the unitaries coincide) of a battery"
            + " of one spin. At $R=1$ the ergotropy is zero throughout."
            + COLD
            + range("\\gamma t", from, end)
            + " Logarithmic, as $R=50$ charges some thirty times faster than $R=1$.",
        new Plot.Subject("N_B = 1, R = 1, 5, 50", "0", "gamma t = 0.003 to 3", INTEGRATED));
  }

  /** Energy solid, ergotropy dashed or, for all unitaries, dotted, as in all figures. */
  private static void ergotropy(Plot plot, Setting setting, String name, int number, double[] t) {
    TwoRuns runs = TwoRuns.of(setting, t[t.length - 1]);
    plot.line(
        "$" + name + "$",
        number,
        Dash.SOLID,
        runs.column("E_B, " + name, ENERGY, t, ChargingRun::energy));
    plot.line(
        "",
        number,
        Dash.DASHED,
        runs.column(
            "W collective, " + name,
            ENERGY,
            t,
            (run, s) -> run.ergotropy(s, Unitaries.COLLECTIVE)));
    if (setting.batterySize() > 1) {
      plot.line(
          "",
          number,
          Dash.DOTTED,
          runs.column(
              "W all unitaries, " + name, ENERGY, t, (run, s) -> run.ergotropy(s, Unitaries.ALL)));
    }
  }

  private static FigureBundle negativity() {
    double[] t = FigureParts.upTo(END, POINTS);
    Plot plot = new Plot().over("gamma t", "1", t);
    for (int n = 1; n <= 3; n++) {
      plot.line(
          "$N_B=%d$".formatted(n),
          n - 1,
          DASHES.get(n - 1),
          TwoRuns.of(MODEL.cold(n, 5), END)
              .column("S_B, N_B = " + n, "1", t, ChargingRun::negativity));
    }
    return plot.bundle(
        new Axis("\\gamma t", 0, END),
        plot.vertical("S_B"),
        "Logarithmic negativity between battery and charger during the charging, $R=5$. It rises"
            + " linearly from the first moment, while the energy rises as $t^2$."
            + COLD
            + range("\\gamma t", 0, END),
        new Plot.Subject("R = 5, N_B = 1, 2, 3", "0", "gamma t = 0 to 1.2", INTEGRATED));
  }

  private static FigureBundle negativityOfEnergy() {
    double[] t = FigureParts.upTo(END, POINTS);
    Plot plot = new Plot();
    for (int n = 1; n <= 3; n++) {
      TwoRuns twice = TwoRuns.of(MODEL.cold(n, 5), END);
      plot.over("E_B, N_B = " + n, ENERGY, FigureParts.along(t, twice.run()::energy));
      plot.line(
          "$N_B=%d$".formatted(n),
          n - 1,
          DASHES.get(n - 1),
          twice.column("S_B, N_B = " + n, "1", t, ChargingRun::negativity));
    }
    return plot.bundle(
        new Axis(ENERGY_LABEL, 0, 1),
        plot.vertical("S_B"),
        "Logarithmic negativity against energy density along the charging, $R=5$; both at the same"
            + " time, $\\gamma t=0$ to 1.2 (chosen here)."
            + COLD,
        new Plot.Subject("R = 5, N_B = 1, 2, 3", "0", "gamma t = 0 to 1.2", INTEGRATED));
  }

  private static FigureBundle rate() {
    double[] t = FigureParts.upTo(SHORT, POINTS);
    Plot plot = new Plot().over("gamma t", "1", t);
    for (int n = 1; n <= 3; n++) {
      plot.line(
          "$N_B=%d$".formatted(n),
          n - 1,
          DASHES.get(n - 1),
          TwoRuns.of(MODEL.cold(n, 50), SHORT)
              .column("dS_B/dt, N_B = " + n, "gamma", t, ChargingRun::negativityRate));
    }
    return plot.bundle(
        new Axis("\\gamma t", 0, SHORT),
        plot.vertical("\\dot{S}_B/\\gamma"),
        "Rate of the logarithmic negativity during the charging, $R=50$, from the generator. It"
            + " jumps where an eigenvalue of the partial transpose changes its sign, and starts at"
            + " $2N_B(\\sqrt{R(R+1)}-R)/\\ln 2$."
            + COLD
            + range("\\gamma t", 0, SHORT),
        new Plot.Subject("R = 50, N_B = 1, 2, 3", "0", "gamma t = 0 to 0.2", INTEGRATED));
  }
}
