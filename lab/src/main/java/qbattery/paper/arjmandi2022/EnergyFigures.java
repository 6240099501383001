package qbattery.paper.arjmandi2022;

import java.util.List;
import qbattery.paper.Paper;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;
import qbattery.report.figure.Axis;
import qbattery.report.figure.CurveStyle;

/** Fig. 8: stored and extractable energy of seven cells (Appendix B). */
final class EnergyFigures {

  private static final int CELLS = 7;

  /** Shows the rise at the beginning and how the energies vanish. */
  private static final double END = 3;

  private static final double USUAL = 1.1;

  private EnergyFigures() {}

  static List<Paper.Figure> all() {
    return List.of(
        figure("fig8a", Merit.ENERGY, 0),
        figure("fig8b", Merit.ENERGY, FigureParts.STRONG),
        figure("fig8c", Merit.SHARE, 0),
        figure("fig8d", Merit.SHARE, FigureParts.STRONG));
  }

  private static Paper.Figure figure(String id, Merit merit, double delta) {
    return new Paper.Figure(
        id,
        "%s of 7 cells, %s"
            .formatted(
                merit == Merit.ENERGY ? "internal energy" : "extractable share of the energy",
                delta == 0 ? "no disorder" : "delta = " + Numbers.exact(delta)),
        laboratory -> draw(new ChainStudy(laboratory), merit, delta));
  }

  private static FigureBundle draw(ChainStudy study, Merit merit, double delta) {
    double[] late = ChainStudy.LATE_TIMES.toArray();
    int from = firstAfter(ChainStudy.TIMES.last(), late);
    int to = firstAfter(END, late);
    MeanPlot plot =
        new MeanPlot("Gamma t", MeanSeries.joined(ChainStudy.TIMES.toArray(), late, from, to));
    for (FigureParts.Case one : FigureParts.cases()) {
      DisorderedChain chain = one.reading().chain(CELLS, delta);
      Curves early = study.curves(chain, one.start());
      Curves later =
          study.curves(
              new ChainRun(chain, one.start(), ChainStudy.LATE_TIMES, false),
              ChainStudy.published(CELLS));
      plot.from(early);
      plot.from(later);
      plot.mean(
          one.label(),
          new CurveStyle(one.colour(), one.style().dash(), width(merit, one, delta)),
          new MeanPlot.Name("mean %s, %s".formatted(merit.column(), one.column()), "1"),
          MeanSeries.of(early, merit).then(MeanSeries.of(later, merit), from, to));
    }
    boolean energy = merit == Merit.ENERGY;
    return FigureParts.bundle(
        plot,
        new Axis("\\Gamma t", 0, END),
        plot.vertical(energy ? "u(t)" : "\\Xi(t)", 0, 1),
        (energy
                ? "Mean internal energy of seven cells over its start (Eq. B2), $\\delta="
                : "Extractable share of the energy of seven cells (Eq. B1), $\\delta=")
            + Numbers.exact(delta)
            + "$,"
            + FigureParts.STARTS
            + " Energy is counted from the ground state; from mid-gap, as in Eq. 1, the coherent"
            + " state has none at the start, and neither $u$ nor $\\Xi(0)$ is defined."
            + coinciding(merit, delta)
            + FigureParts.setting("Dashed")
            + plot.counts().sentence()
            + (delta == 0 ? "" : FigureParts.BANDS)
            + FigureParts.range("\\Gamma t", 0, END),
        new FigureParts.Subject(
            "7 (caption of Fig. 8)",
            Numbers.exact(delta) + " (not named in Appendix B; as in Fig. 3)",
            "coherent, fully excited, classical with 3/4 excited (Sec. II B)",
            "0 to 1, %d points, then to %s in steps of %s (chosen here)"
                .formatted(
                    ChainStudy.TIMES.count(), Numbers.exact(END), Numbers.rounded(late[1], 3))),
        List.of("Ratios are averaged, each taken in its own realisation (Eqs. B1, B2)."));
  }

  /** Curves that lie on one another are drawn from the widest to the thinnest. */
  private static double width(Merit merit, FigureParts.Case one, double delta) {
    boolean coherent = one.start() == Start.COHERENT;
    if (merit != Merit.ENERGY || (coherent && (delta != 0 || !one.shown()))) {
      return USUAL;
    }
    return coherent ? 4.5 : one.start() == Start.FULLY_EXCITED ? 3 : 1.5;
  }

  private static String coinciding(Merit merit, double delta) {
    if (merit != Merit.ENERGY) {
      return "";
    }
    return delta == 0
        ? " All four curves coincide."
        : " Those from the fully excited and the classical state coincide.";
  }

  private static int firstAfter(double time, double[] times) {
    int k = 0;
    while (k < times.length && times[k] < time + 1e-9) {
      k++;
    }
    return k;
  }
}
