package qbattery.paper.arjmandi2022;

import java.util.ArrayList;
import java.util.List;
import qbattery.paper.Paper;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;
import qbattery.report.figure.Axis;

/** Figs. 1, 3 and 7: mean normalised ergotropy along time. */
final class DynamicsFigures {

  private DynamicsFigures() {}

  /** Fig. 1, two cells. */
  static List<Paper.Figure> two() {
    return List.of(figure("fig1a", 2, 0), figure("fig1b", 2, FigureParts.STRONG));
  }

  /** Fig. 3, seven cells. */
  static List<Paper.Figure> seven() {
    return List.of(figure("fig3a", 7, 0), figure("fig3b", 7, FigureParts.STRONG));
  }

  /** Fig. 7, three to six cells, without and with disorder. */
  static List<Paper.Figure> others() {
    List<Paper.Figure> figures = new ArrayList<>();
    for (int n = 3; n <= 6; n++) {
      figures.add(figure("fig7-n%d-ordered".formatted(n), n, 0));
      figures.add(figure("fig7-n%d-disordered".formatted(n), n, FigureParts.STRONG));
    }
    return figures;
  }

  private static Paper.Figure figure(String id, int cells, double delta) {
    return new Paper.Figure(
        id,
        "ergotropy of %d cells, %s"
            .formatted(cells, delta == 0 ? "no disorder" : "delta = " + Numbers.exact(delta)),
        laboratory -> draw(new ChainStudy(laboratory), cells, delta));
  }

  private static FigureBundle draw(ChainStudy study, int cells, double delta) {
    MeanPlot plot = new MeanPlot("Gamma t", ChainStudy.TIMES.toArray());
    for (FigureParts.Case one : FigureParts.cases()) {
      Curves curves = study.curves(one.reading().chain(cells, delta), one.start());
      plot.from(curves);
      plot.mean(
          one.label(),
          one.style(),
          new MeanPlot.Name("mean E(t)/E(0), " + one.column(), "1"),
          MeanSeries.of(curves, Merit.ERGOTROPY));
    }
    double end = ChainStudy.TIMES.last();
    return FigureParts.bundle(
        plot,
        new Axis("\\Gamma t", 0, end),
        plot.vertical("\\overline{\\varepsilon}(t)", 0, 1),
        "Mean ergotropy of "
            + cells
            + " cells over its start (Eq. 6), $\\delta="
            + Numbers.exact(delta)
            + "$,"
            + FigureParts.STARTS
            + FigureParts.setting("Dashed")
            + plot.counts().sentence()
            + (delta == 0 ? "" : FigureParts.BANDS)
            + FigureParts.range("\\Gamma t", 0, end),
        new FigureParts.Subject(
            Integer.toString(cells),
            Numbers.exact(delta) + " (Figs. 1, 3, 7; for Fig. 7 taken to be the same)",
            "coherent, fully excited, classical with 3/4 excited (Sec. II B)",
            "0 to %s, %d points (chosen here)"
                .formatted(Numbers.exact(end), ChainStudy.TIMES.count())),
        List.of("Ergotropy is averaged as a ratio to its start in each realisation (Eq. 6)."));
  }
}
