package qbattery.paper.kamin2023;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import qbattery.experiment.Laboratory;
import qbattery.model.Contact.Sharing;
import qbattery.paper.Paper;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Colour;
import qbattery.report.figure.CurveStyle;
import qbattery.report.figure.Dash;
import qbattery.report.figure.Mark;

/** Figs. 2-6, each for the star of Fig. 1 and for the chain of Eq. 1. */
final class PaperFigures {

  static final String WORK = "\\mathcal{W}";
  static final Axis WORK_AXIS = new Axis(WORK, -0.02, 1.05);
  private static final String STYLES =
      " Solid: star of Fig. 1, battery in the centre; dashed: chain of Eq. 1, battery at its end.";

  private PaperFigures() {}

  static List<Paper.Figure> all() {
    return List.of(
        new Paper.Figure("fig2", "equilibrium: ergotropy against mu", PaperFigures::fig2),
        new Paper.Figure("fig3", "ergotropy against the bias, by base mu", PaperFigures::fig3),
        new Paper.Figure("fig4", "ergotropy against the coupling", PaperFigures::fig4),
        new Paper.Figure("fig5", "ergotropy against the temperature", PaperFigures::fig5),
        new Paper.Figure(
            "fig6",
            "star: ergotropy against the bias, by number of cells",
            l -> fig6(l, Shape.STAR)),
        new Paper.Figure(
            "fig6-chain",
            "chain: ergotropy against the bias, by number of cells",
            l -> fig6(l, Shape.CHAIN)));
  }

  static Plot.Name work(String of) {
    return new Plot.Name("W, " + of, "1");
  }

  static String range(String what, double[] values) {
    return " Range of $%s$ chosen here: %s to %s."
        .formatted(what, Numbers.exact(values[0]), Numbers.exact(values[values.length - 1]));
  }

  static Axis axis(String label, double[] values) {
    return new Axis(label, values[0], values[values.length - 1]);
  }

  private static FigureBundle fig2(Laboratory laboratory) {
    Plot plot = new Plot(Knob.MU, Ranges.MU);
    for (Shape shape : Shape.values()) {
      for (int k = 0; k < Ranges.TEMPERATURES.length; k++) {
        double t = Ranges.TEMPERATURES[k];
        Setting setting =
            Setting.STATED
                .linked(shape)
                .atEquilibrium(Sharing.COLLECTIVE)
                .with(Knob.TEMPERATURE, t);
        plot.line(
            shape == Shape.STAR ? "$T=%s$".formatted(Numbers.exact(t)) : "",
            Plot.style(k, shape),
            work("%s, T = %s".formatted(shape.label(), Numbers.exact(t))),
            Run.along(setting, Start.GROUND, Knob.MU, Ranges.MU).in(laboratory),
            Found::ergotropy);
      }
    }
    return plot.mark(Mark.fullHeight(1, Colour.BLACK, "\\mu=\\omega"))
        .bundle(
            axis("\\mu/\\omega", Ranges.MU),
            WORK_AXIS,
            "Equilibrium: steady ergotropy of the battery against the chemical potential of the one reservoir that all three cells share, from the ground state, $J=\\gamma=\\omega=1$."
                + STYLES
                + " There are two steady states: the star's battery does not tell them apart, the chain's does."
                + range("\\mu", Ranges.MU)
                + " Temperatures chosen here.",
            Map.of("figure", "Fig. 2", "start", "ground"));
  }

  private static FigureBundle fig3(Laboratory laboratory) {
    Setting low = Setting.STATED.with(Knob.MU, Ranges.BASES[0]);
    double[] biases =
        Onset.among(
            Ranges.BIAS, laboratory, List.of(low.linked(Shape.STAR), low.linked(Shape.CHAIN)));
    Plot plot = new Plot(Knob.BIAS, biases);
    for (Shape shape : Shape.values()) {
      for (int k = 0; k < Ranges.BASES.length; k++) {
        double mu = Ranges.BASES[k];
        plot.line(
            shape == Shape.STAR ? "$\\mu=%s$".formatted(Numbers.exact(mu)) : "",
            Plot.style(k, shape),
            work("%s, mu = %s".formatted(shape.label(), Numbers.exact(mu))),
            Run.along(
                    Setting.STATED.linked(shape).with(Knob.MU, mu), Start.GROUND, Knob.BIAS, biases)
                .in(laboratory),
            Found::ergotropy);
      }
    }
    return plot.bundle(
        axis("\\Delta\\mu/\\omega", Ranges.BIAS),
        WORK_AXIS,
        "A reservoir for each cell: steady ergotropy of the battery against the bias, for several chemical potentials $\\mu$ of its own reservoir; $N=3$, $T=J=\\gamma=\\omega=1$."
            + STYLES
            + range("\\Delta\\mu", Ranges.BIAS)
            + " Bases but $\\mu=8$ chosen here.",
        Map.of("figure", "Fig. 3"));
  }

  private static FigureBundle fig4(Laboratory laboratory) {
    Plot plot = new Plot(Knob.COUPLING, Ranges.COUPLING);
    for (Shape shape : Shape.values()) {
      Setting setting = Setting.STATED.linked(shape);
      int colour = shape == Shape.STAR ? 0 : 1;
      double limit = StrengthClaims.limit(laboratory, setting).value();
      double[] level = new double[Ranges.COUPLING.length];
      Arrays.fill(level, limit);
      plot.line(
              shape.label(),
              Plot.style(colour, shape),
              work(shape.label()),
              Run.along(setting, Start.GROUND, Knob.COUPLING, Ranges.COUPLING).in(laboratory),
              Found::ergotropy)
          .level(
              "",
              CurveStyle.of(Plot.COLOURS.get(colour), Dash.DOTTED),
              work(shape.label() + ", J to infinity"),
              level,
              StrengthClaims.limit(laboratory, setting).error());
    }
    return plot.mark(Mark.fullHeight(1, Colour.BLACK, "J=\\omega"))
        .bundle(
            axis("J/\\omega", Ranges.COUPLING),
            new Axis(WORK, -0.01, 0.55),
            "Steady ergotropy of the battery against the coupling; $N=3$, $\\mu=1$, $\\Delta\\mu=2$, $T=\\gamma=\\omega=1$. Dotted: the limits of strong coupling."
                + range("J", Ranges.COUPLING),
            Map.of("figure", "Fig. 4"));
  }

  private static FigureBundle fig5(Laboratory laboratory) {
    Plot plot = new Plot(Knob.TEMPERATURE, Ranges.TEMPERATURE);
    double[][] cases = {{1, 2}, {0, 10}};
    for (Shape shape : Shape.values()) {
      for (int k = 0; k < cases.length; k++) {
        Setting setting =
            Setting.STATED.linked(shape).with(Knob.MU, cases[k][0]).with(Knob.BIAS, cases[k][1]);
        String which =
            "\\mu=%s,\\ \\Delta\\mu=%s"
                .formatted(Numbers.exact(cases[k][0]), Numbers.exact(cases[k][1]));
        plot.line(
            shape == Shape.STAR ? "$" + which + "$" : "",
            Plot.style(k, shape),
            work(
                "%s, mu = %s, Delta mu = %s"
                    .formatted(
                        shape.label(), Numbers.exact(cases[k][0]), Numbers.exact(cases[k][1]))),
            Run.along(setting, Start.GROUND, Knob.TEMPERATURE, Ranges.TEMPERATURE).in(laboratory),
            Found::ergotropy);
      }
    }
    return plot.bundle(
        Axis.logarithmic(
            "T/\\omega", Ranges.TEMPERATURE[0], Ranges.TEMPERATURE[Ranges.TEMPERATURE.length - 1]),
        new Axis(WORK, -0.01, 0.55),
        "Steady ergotropy of the battery against the temperature of all reservoirs, at the parameters of Fig. 5 ($\\mu=1$, $\\Delta\\mu=2$) and, added here, below $\\mu=\\omega$, where warming charges first; $N=3$, $J=\\gamma=\\omega=1$."
            + STYLES
            + range("T", Ranges.TEMPERATURE),
        Map.of("figure", "Fig. 5"));
  }

  private static FigureBundle fig6(Laboratory laboratory, Shape shape) {
    List<Setting> settings =
        IntStream.rangeClosed(1, Ranges.MOST_CELLS)
            .mapToObj(n -> Setting.STATED.linked(shape).ofCells(n).with(Knob.MU, 0))
            .toList();
    double[] biases = Onset.among(Ranges.BIAS_OF_CELLS, laboratory, settings);
    Plot plot = new Plot(Knob.BIAS, biases);
    for (int n = 1; n <= Ranges.MOST_CELLS; n++) {
      plot.line(
          "$N=%d$".formatted(n),
          CurveStyle.numbered(n - 1),
          work("%s, N = %d".formatted(shape.label(), n)),
          Run.along(settings.get(n - 1), Start.GROUND, Knob.BIAS, biases).in(laboratory),
          Found::ergotropy);
    }
    return plot.bundle(
        axis("\\Delta\\mu/\\omega", Ranges.BIAS_OF_CELLS),
        new Axis(WORK, -0.01, 0.45),
        "Steady ergotropy of the battery against the bias for $N$ cells in all, %s; $\\mu=0$, $T=J=\\gamma=\\omega=1$."
                .formatted(
                    shape == Shape.STAR
                        ? "star of Fig. 1, battery in the centre"
                        : "chain of Eq. 1, battery at its end")
            + range("\\Delta\\mu", Ranges.BIAS_OF_CELLS),
        Map.of("figure", "Fig. 6"));
  }
}
