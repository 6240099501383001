package qbattery.paper.arjmandi2022;

import java.util.List;
import java.util.function.Function;
import qbattery.paper.Paper;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Colour;
import qbattery.report.figure.CurveStyle;
import qbattery.report.figure.Dash;

/** Fig. 4: where the energy of seven coherent cells comes from and goes (Eqs. 7 and 8). */
final class FlowFigures {

  private static final int CELLS = 7;

  /** The paper draws three degrees of disorder without naming them. */
  private static final List<Double> DISORDERS = List.of(0.0, 1.0, FigureParts.STRONG);

  private static final List<Colour> COLOURS =
      List.of(Colour.BLUISH_GREEN, Colour.VERMILLION, Colour.BLUE);

  private FlowFigures() {}

  static List<Paper.Figure> all() {
    return List.of(
        figure(
            "fig4a",
            "energy flow from the interaction, 7 cells",
            "-i\\,\\mathrm{tr}(\\rho[H_0,H_\\mathrm{int}])/(\\Gamma U(0))",
            "First term of Eq. 8, the energy that the interaction gives to $H_0$,",
            Merit.FROM_INTERACTION.column(),
            curves -> MeanSeries.of(curves, Merit.FROM_INTERACTION)),
        figure(
            "fig4b",
            "energy flow to the environment, 7 cells",
            "\\mathrm{tr}(\\mathcal{L}[\\rho]H_0)/(\\Gamma U(0))",
            "Second term of Eq. 8, the energy that the environment takes,",
            Merit.FROM_CHANNELS.column(),
            curves -> MeanSeries.of(curves, Merit.FROM_CHANNELS)),
        figure(
            "fig4c",
            "rate of the internal energy, 7 cells",
            "\\dot{U}(t)/(\\Gamma U(0))",
            "Rate of the internal energy, the sum of both terms of Eq. 8,",
            "dU/dt / U(0) [Gamma]",
            curves -> MeanSeries.ofSum(curves, Merit.FROM_INTERACTION, Merit.FROM_CHANNELS)),
        figure(
            "fig4d",
            "rate of the passive energy, 7 cells",
            "\\dot{U}_0(t)/(\\Gamma U(0))",
            "Rate of the passive energy, the second term of Eq. 7,",
            Merit.PASSIVE_RATE.column(),
            curves -> MeanSeries.of(curves, Merit.PASSIVE_RATE)));
  }

  private static Paper.Figure figure(
      String id,
      String title,
      String axis,
      String says,
      String column,
      Function<Curves, MeanSeries> series) {
    return new Paper.Figure(
        id, title, laboratory -> draw(new ChainStudy(laboratory), axis, says, column, series));
  }

  private static FigureBundle draw(
      ChainStudy study,
      String axis,
      String says,
      String column,
      Function<Curves, MeanSeries> series) {
    boolean passive = column.equals(Merit.PASSIVE_RATE.column());
    MeanPlot plot = new MeanPlot("Gamma t", ChainStudy.EARLY_TIMES.toArray());
    for (Reading reading : List.of(FigureParts.SHOWN, FigureParts.OTHER)) {
      boolean shown = reading.equals(FigureParts.SHOWN);
      for (int k = 0; k < DISORDERS.size(); k++) {
        double delta = DISORDERS.get(k);
        Curves curves =
            study.curves(
                new ChainRun(
                    reading.chain(CELLS, delta), Start.COHERENT, ChainStudy.EARLY_TIMES, true),
                ChainStudy.published(CELLS));
        plot.from(curves);
        plot.mean(
            "$\\delta=%s$%s"
                .formatted(Numbers.exact(delta), shown ? "" : ", " + FigureParts.OTHER_NAME),
            CurveStyle.of(COLOURS.get(k), shown ? Dash.SOLID : Dash.DASHED),
            new MeanPlot.Name(
                "mean %s, delta = %s, %s"
                    .formatted(
                        column.replace(" [Gamma]", ""), Numbers.exact(delta), reading.label()),
                "Gamma"),
            series.apply(curves));
      }
    }
    double end = ChainStudy.EARLY_TIMES.last();
    return FigureParts.bundle(
        plot,
        new Axis("\\Gamma t", 0, end),
        plot.vertical(axis, 0, 0),
        says
            + " over the initial energy, counted from the ground state; seven cells from the"
            + " coherent state. The paper draws three degrees of disorder without naming them;"
            + " here $\\delta=0$, 1 and 5."
            + FigureParts.setting("Dashed")
            + plot.counts().sentence()
            + FigureParts.BANDS
            + (passive
                ? " Without disorder levels are degenerate, and the rate steps where populations"
                    + " change places."
                : " Without disorder both readings give the same curve.")
            + FigureParts.range("\\Gamma t", 0, end),
        new FigureParts.Subject(
            "7 (caption of Fig. 4)",
            "0, 1 and 5 (not named; chosen here)",
            "coherent (not named; the one that gains)",
            "0 to %s, %d points (chosen here)"
                .formatted(Numbers.exact(end), ChainStudy.EARLY_TIMES.count())),
        List.of(
            "Rates are averaged as ratios to the initial energy of each realisation, counted from the ground state.",
            "Fig. 4d is named U0 in the paper's caption and compared with a rate in its text: the rate is drawn."));
  }
}
