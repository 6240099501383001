package qbattery.paper.arjmandi2022;

import java.util.List;
import java.util.function.ToDoubleFunction;
import qbattery.paper.Paper;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Colour;
import qbattery.report.figure.CurveStyle;
import qbattery.report.figure.Dash;
import qbattery.statistics.Moments;

/** The gain beside the work it takes to turn the coupling off (Sec. III), which no figure shows. */
final class SwitchOffFigures {

  private static final int CELLS = 7;

  private SwitchOffFigures() {}

  static List<Paper.Figure> all() {
    return List.of(
        new Paper.Figure(
            "fig-switch-off",
            "gain of 7 cells and the work of turning their coupling off, delta = 5",
            laboratory -> draw(new ChainStudy(laboratory))));
  }

  private static FigureBundle draw(ChainStudy study) {
    MeanPlot plot = new MeanPlot("Gamma t", ChainStudy.TIMES.toArray());
    for (Reading reading : List.of(FigureParts.SHOWN, FigureParts.OTHER)) {
      boolean shown = reading.equals(FigureParts.SHOWN);
      FigureParts.Case one = new FigureParts.Case(Start.COHERENT, reading);
      Curves curves = study.curves(reading.chain(CELLS, FigureParts.STRONG), Start.COHERENT);
      plot.from(curves);
      Dash dash = shown ? Dash.SOLID : Dash.DASHED;
      String suffix = shown ? "" : ", " + FigureParts.OTHER_NAME;
      ChainRun run = curves.run();
      plot.mean(
          "gain" + suffix,
          CurveStyle.of(Colour.BLUE, dash),
          new MeanPlot.Name("100 (mean E(t)/E(0) - 1), " + one.column(), "%"),
          percent(
              curves,
              time -> {
                int now = run.column(Merit.ERGOTROPY, time);
                return row -> row[now] - 1;
              }));
      for (Counted counted : Counted.values()) {
        boolean off = counted == Counted.OFF;
        plot.mean(
            (off ? "work, off" : "work, on and off") + suffix,
            CurveStyle.of(off ? Colour.VERMILLION : Colour.BLUISH_GREEN, dash),
            new MeanPlot.Name(
                "mean work over E(0), coupling %s, %s".formatted(counted.label(), one.column()),
                "%"),
            percent(curves, time -> counted.of(run, time)));
      }
    }
    return FigureParts.bundle(
        plot,
        new Axis("\\Gamma t", 0, ChainStudy.TIMES.last()),
        plot.vertical("\\text{per cent of }\\mathcal{E}(0)", 0, 0),
        "Mean gain of ergotropy of seven cells, $\\delta="
            + Numbers.exact(FigureParts.STRONG)
            + "$, from the coherent state, and the work put in where the coupling is turned off"
            + " fast at that time, $-\\mathrm{tr}(\\rho H_{\\mathrm{int}})$, alone or with that of"
            + " turning it on at the start. The gain is never larger than both together."
            + FigureParts.setting("Dashed")
            + plot.counts().sentence()
            + FigureParts.BANDS
            + FigureParts.range("\\Gamma t", 0, ChainStudy.TIMES.last()),
        new FigureParts.Subject(
            Integer.toString(CELLS),
            Numbers.exact(FigureParts.STRONG) + " (as in Fig. 3b)",
            "coherent",
            "0 to 1, %d points (chosen here)".formatted(ChainStudy.TIMES.count())),
        List.of(
            "Work is positive where it is put in; each is taken over E(0) in its own realisation."));
  }

  private interface At {
    ToDoubleFunction<double[]> time(int number);
  }

  private static MeanSeries percent(Curves curves, At number) {
    double[] means = new double[curves.times().length];
    double[] errors = new double[means.length];
    for (int k = 0; k < means.length; k++) {
      Moments moments = new Moments();
      ToDoubleFunction<double[]> of = number.time(k);
      curves.rows().forEach(row -> moments.add(100 * of.applyAsDouble(row)));
      means[k] = moments.mean().value();
      errors[k] = curves.certain() ? 0 : moments.mean().standardError();
    }
    return new MeanSeries(means, errors);
  }
}
