package qbattery.paper.arjmandi2022;

import java.util.List;
import qbattery.paper.Paper;
import qbattery.report.FigureBundle;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Symbol;

/** Figs. 2a, 5 and 6a: by how much ergotropy rises above its start. */
final class GainFigures {

  private static final String ETA = "\\eta\\,[\\%]";

  private static final String BIAS =
      " $\\eta$ (Eq. 9) is the maximum of a noisy mean and so too large on average; corrected: the"
          + " time of the maximum chosen on one half of the realisations, the height read on the"
          + " other, which is too small on average.";

  private static final String SIDEWAYS =
      " $\\eta$ itself is never negative. Symbols stand a little to the side of their %s.";

  private GainFigures() {}

  static Paper.Figure two() {
    return overDisorder("fig2a", 2, 100);
  }

  static List<Paper.Figure> sizes() {
    return List.of(
        new Paper.Figure(
            "fig5a",
            "gain of 3 to 7 cells, delta = 5",
            laboratory -> overCells(new ChainStudy(laboratory))),
        new Paper.Figure(
            "fig5b",
            "gain of 7 coherent cells against disorder",
            laboratory -> coherent(new ChainStudy(laboratory))));
  }

  static Paper.Figure seven() {
    return overDisorder("fig6a", 7, 50);
  }

  private static Paper.Figure overDisorder(String id, int cells, int published) {
    return new Paper.Figure(
        id,
        "gain of %d cells against disorder".formatted(cells),
        laboratory -> starts(new ChainStudy(laboratory), cells, published));
  }

  private static FigureBundle starts(ChainStudy study, int cells, int published) {
    MeanPlot plot = new MeanPlot("delta", disorders());
    double shift = -0.3;
    for (FigureParts.Case one : FigureParts.cases()) {
      Scan scan = Scan.overDisorder(study, one, cells, published);
      add(plot, one, scan.gains(study), scan, shift, false);
      shift += 0.2;
    }
    return FigureParts.bundle(
        plot,
        disorderAxis(),
        plot.vertical(ETA, 0, 1),
        "Gain of ergotropy of "
            + cells
            + " cells (Eq. 9) against disorder,"
            + FigureParts.STARTS
            + " $\\eta$ is the maximum of a noisy mean and so too large on average; the data table"
            + " has it corrected too."
            + FigureParts.setting("Open circles")
            + plot.counts().sentence()
            + FigureParts.BARS
            + SIDEWAYS.formatted("$\\delta$"),
        subject(cells, "coherent, fully excited, classical with 3/4 excited (Sec. II B)"),
        readings());
  }

  private static FigureBundle coherent(ChainStudy study) {
    MeanPlot plot = new MeanPlot("delta", disorders());
    double shift = -0.3;
    for (Reading reading : List.of(FigureParts.SHOWN, FigureParts.OTHER)) {
      FigureParts.Case one = new FigureParts.Case(Start.COHERENT, reading);
      Scan scan = Scan.overDisorder(study, one, 7, ChainStudy.published(7));
      add(plot, one, scan.gains(study), scan, shift, true);
      shift += 0.4;
    }
    return FigureParts.bundle(
        plot,
        disorderAxis(),
        plot.vertical(ETA, 0, 1),
        "Gain of ergotropy of seven cells from the coherent state against disorder."
            + BIAS
            + FigureParts.setting("Open symbols")
            + plot.counts().sentence()
            + FigureParts.BARS
            + SIDEWAYS.formatted("$\\delta$"),
        subject(7, "coherent (caption of Fig. 5)"),
        readings());
  }

  private static FigureBundle overCells(ChainStudy study) {
    MeanPlot plot = new MeanPlot("N", new double[] {3, 4, 5, 6, 7});
    StringBuilder realisations = new StringBuilder();
    double shift = -0.18;
    for (Reading reading : List.of(FigureParts.SHOWN, FigureParts.OTHER)) {
      FigureParts.Case one = new FigureParts.Case(Start.COHERENT, reading);
      Scan scan = Scan.overCells(study, one, FigureParts.STRONG);
      realisations.append(one.shown() ? scan.realisations() : "");
      add(plot, one, scan.gains(study), scan, shift, true);
      shift += 0.24;
    }
    return FigureParts.bundle(
        plot,
        Axis.whole("N", 3, 7),
        plot.vertical(ETA, 0, 1),
        "Gain of ergotropy of three to seven cells from the coherent state, $\\delta=5$."
            + BIAS
            + FigureParts.setting("Open symbols")
            + " Numbers of realisations for $N=3$ to 7: "
            + realisations
            + "."
            + FigureParts.BARS
            + SIDEWAYS.formatted("$N$"),
        new FigureParts.Subject(
            "3 to 7 (Fig. 5a)", "5 (caption of Fig. 5)", "coherent (caption of Fig. 5)", times()),
        readings());
  }

  /** The gains of a case; the corrected ones drawn or in the table only. */
  private static void add(
      MeanPlot plot,
      FigureParts.Case one,
      List<Gain> gains,
      Scan scan,
      double shift,
      boolean drawCorrected) {
    scan.places().forEach(plot::from);
    double[] errors = Scan.numbers(gains, Gain::standardError);
    String of = ", " + one.column();
    plot.points(
        drawCorrected && one.shown()
            ? "Eq. 9"
            : drawCorrected ? "Eq. 9, " + FigureParts.OTHER_NAME : one.label(),
        one.symbol(),
        one.colour(),
        new MeanPlot.Name("eta" + of, "%"),
        shift,
        new MeanSeries(Scan.numbers(gains, Gain::naive), errors));
    double[] corrected = Scan.numbers(gains, Gain::corrected);
    MeanPlot.Name name = new MeanPlot.Name("eta corrected" + of, "%");
    if (drawCorrected) {
      plot.points(
          one.shown() ? "corrected" : "corrected, " + FigureParts.OTHER_NAME,
          one.shown() ? Symbol.DIAMOND : Symbol.OPEN_DIAMOND,
          one.colour(),
          name,
          shift + (scan.places().size() > 5 ? 0.2 : 0.12),
          new MeanSeries(corrected, errors));
    } else {
      plot.column(name, corrected);
    }
    plot.column(
        new MeanPlot.Name("low end of 95 % of eta" + of, "%"), Scan.numbers(gains, Gain::low));
    plot.column(
        new MeanPlot.Name("high end of 95 % of eta" + of, "%"), Scan.numbers(gains, Gain::high));
    plot.column(new MeanPlot.Name("realisations" + of, "1"), scan.counts());
  }

  private static double[] disorders() {
    return Scan.numbers(ChainStudy.DISORDERS, delta -> delta);
  }

  private static Axis disorderAxis() {
    return Axis.whole("\\delta", 0, 10);
  }

  private static FigureParts.Subject subject(int cells, String starts) {
    return new FigureParts.Subject(
        Integer.toString(cells), "0, 1, ..., 10 (chosen here)", starts, times());
  }

  private static String times() {
    return "the peak on 101 points up to 1/Gamma, then on six between its neighbours";
  }

  private static List<String> readings() {
    return List.of(
        "Eq. 9 is applied to the mean of E/E(0) (Eq. 6); where the mean only falls eta is 0.",
        "The interval of 95 % reaches from the corrected value less its error to the naive one and its error.");
  }
}
