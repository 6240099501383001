package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.FigureParts.MODEL;
import static qbattery.paper.quach2020.FigureParts.figure;
import static qbattery.paper.quach2020.FigureParts.range;

import java.util.List;
import qbattery.experiment.Estimate;
import qbattery.paper.Paper;
import qbattery.paper.quach2020.Discharge.Preparation;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Dash;

/** How the battery discharges when the charger is taken away: Sec. IV. */
final class DischargeFigure {

  private static final int SIZE = 10;
  private static final double FIRST = 0.002;
  private static final double LAST = 3;

  private DischargeFigure() {}

  static List<Paper.Figure> all() {
    return List.of(
        figure("fig-discharge", "discharge without the charger, R = 5", DischargeFigure::draw));
  }

  private static FigureBundle draw() {
    Setting setting = MODEL.cold(SIZE, DischargeClaim.RATIO);
    double[] t =
        FigureParts.along(FigureParts.upTo(1, 201), s -> FIRST * StrictMath.pow(LAST / FIRST, s));
    t[t.length - 1] = LAST;
    Plot plot = new Plot().over("gamma t", "1", t);
    List<Dash> dashes = List.of(Dash.SOLID, Dash.DASHED, Dash.SOLID);
    int[] colours = {0, 4, 1};
    double trapped = 0;
    StringBuilder forms =
        new StringBuilder(
            "Dormand-Prince 8(5,3), rtol = 1e-12, from the steady state in closed form; errors against a long charging and rtol = 1e-10");
    Preparation[] preparations = Preparation.values();
    for (int k = 0; k < preparations.length; k++) {
      Preparation preparation = preparations[k];
      Discharge discharge = Discharge.of(setting, preparation);
      forms.append("; ").append(preparation.label()).append(": ").append(discharge.form());
      plot.line(
          preparation.label(),
          colours[k],
          dashes.get(k),
          Plot.Column.of("E_B(t)/E_B(0), " + preparation.label(), "1", t, discharge::share));
      trapped = preparation == Preparation.EACH ? discharge.trapped().value() : trapped;
    }
    plot.line(
        "single spin, $e^{-2\\gamma t}$",
        2,
        Dash.DOTTED,
        Plot.Column.of("single spin", "1", t, s -> Estimate.rounded(StrictMath.exp(-2 * s))));
    return plot.bundle(
        Axis.logarithmic("\\gamma t", FIRST, LAST),
        new Axis("\\mathcal{E}_B(t)/\\mathcal{E}_B(0)", -0.03, 1.05),
        "Energy of a battery of 10 spins that was charged to its steady state ($R=N_C/N_B=5$, $T=0$), after"
            + " the charger was taken away. A common dephasing field changes nothing, as the state"
            + " has no coherence between numbers of excitations. Dephased spin by spin, it decays"
            + " faster than a single spin in the middle and keeps a part of "
            + Numbers.decimals(trapped, 3)
            + " in dark states."
            + range("\\gamma t", FIRST, LAST),
        new Plot.Subject(
            "R = 5, N_B = 10",
            "0",
            "gamma t = 0.002 to 3 after the charger is gone",
            forms.toString()));
  }
}
