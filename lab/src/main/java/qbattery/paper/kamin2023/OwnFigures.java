package qbattery.paper.kamin2023;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import qbattery.dynamics.LocalDissipation;
import qbattery.experiment.Estimate;
import qbattery.experiment.Laboratory;
import qbattery.model.Contact.Sharing;
import qbattery.paper.Paper;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Colour;
import qbattery.report.figure.CurveStyle;
import qbattery.report.figure.Dash;
import qbattery.report.figure.Symbol;

/** Figures that the paper does not have: what it takes for granted. */
final class OwnFigures {

  private static final double MU = 3;
  private static final int FEWEST = 2;
  private static final int MOST = 4;
  private static final double ASIDE = 0.07;

  private OwnFigures() {}

  static List<Paper.Figure> all() {
    return List.of(
        new Paper.Figure("fig-starts", "chain: equilibrium ergotropy by start", OwnFigures::starts),
        new Paper.Figure("fig-count", "how many steady states there are", OwnFigures::count),
        new Paper.Figure("fig-gap", "slowest decay against the coupling", OwnFigures::gap),
        new Paper.Figure("fig-currents", "currents against the bias", OwnFigures::currents),
        new Paper.Figure(
            "fig-temperature-bias",
            "charge by a difference of temperatures alone",
            OwnFigures::temperatureBias),
        new Paper.Figure(
            "fig-validity", "how far local dissipators are to be doubted", OwnFigures::validity));
  }

  private static Setting shared(Shape shape) {
    return Setting.STATED.linked(shape).atEquilibrium(Sharing.COLLECTIVE);
  }

  private static FigureBundle starts(Laboratory laboratory) {
    Plot plot = new Plot(Knob.MU, Ranges.MU);
    List<Start> starts = List.of(Start.GROUND, Start.MIXED, Start.BATTERY, Start.SINGLET);
    for (int k = 0; k < starts.size(); k++) {
      Start start = starts.get(k);
      plot.line(
          "chain, " + start.label(),
          CurveStyle.numbered(k),
          PaperFigures.work("chain, " + start.label()),
          Run.along(shared(Shape.CHAIN), start, Knob.MU, Ranges.MU).in(laboratory),
          Found::ergotropy);
    }
    plot.line(
        "star, any of them",
        CurveStyle.of(Colour.ORANGE, Dash.LONG_DASHED),
        PaperFigures.work("star, ground"),
        Run.along(shared(Shape.STAR), Start.GROUND, Knob.MU, Ranges.MU).in(laboratory),
        Found::ergotropy);
    return plot.bundle(
        PaperFigures.axis("\\mu/\\omega", Ranges.MU),
        PaperFigures.WORK_AXIS,
        "Equilibrium, one reservoir for all three cells, $T=J=\\gamma=\\omega=1$: what the battery ends with depends on how the cells start if it stands at the end of the chain of Eq. 1. In the centre of the star of Fig. 1 it ends with $\\tanh[(\\mu-\\omega)/2T]$ from every start."
            + PaperFigures.range("\\mu", Ranges.MU),
        Map.of("figure", "added here"));
  }

  private static FigureBundle count(Laboratory laboratory) {
    double[] sizes = IntStream.rangeClosed(FEWEST, MOST).mapToDouble(n -> n).toArray();
    Plot plot = new Plot("N", "1", sizes);
    plot.dots(
        "star",
        Symbol.CIRCLE,
        Colour.BLUE,
        -ASIDE,
        new Plot.Name("steady states, star", "1"),
        counts(laboratory, Shape.STAR, 1));
    plot.dots(
        "chain",
        Symbol.SQUARE,
        Colour.VERMILLION,
        0,
        new Plot.Name("steady states, chain", "1"),
        counts(laboratory, Shape.CHAIN, 1));
    plot.dots(
        "no coupling",
        Symbol.OPEN_TRIANGLE,
        Colour.BLUISH_GREEN,
        ASIDE,
        new Plot.Name("steady states, J = 0", "1"),
        counts(laboratory, Shape.STAR, 0));
    return plot.bundle(
        Axis.whole("N", FEWEST, MOST),
        new Axis("\\text{steady states}", 0, 15),
        "Dimension of the set of steady states of $N$ cells with one reservoir for all, $\\mu=3$, $T=\\gamma=\\omega=1$, $J=1$ or 0. With a reservoir for each cell it is 1. Numbers of cells chosen here: 2 to 4.",
        Map.of("figure", "added here"));
  }

  private static double[] counts(Laboratory laboratory, Shape shape, double coupling) {
    return IntStream.rangeClosed(FEWEST, MOST)
        .mapToDouble(
            n ->
                Run.along(
                        shared(shape).ofCells(n).with(Knob.MU, MU),
                        Start.GROUND,
                        Knob.COUPLING,
                        coupling)
                    .in(laboratory)
                    .get(0)
                    .steadyStates())
        .toArray();
  }

  private static FigureBundle gap(Laboratory laboratory) {
    Plot plot = new Plot(Knob.COUPLING, Ranges.GAP_COUPLING);
    List<Setting> settings =
        List.of(shared(Shape.STAR).with(Knob.MU, MU), Setting.STATED.linked(Shape.STAR));
    List<String> labels = List.of("one reservoir for all", "a reservoir each");
    for (int k = 0; k < settings.size(); k++) {
      plot.line(
          labels.get(k),
          CurveStyle.numbered(k),
          new Plot.Name("slowest decay, " + labels.get(k), "gamma"),
          Run.along(settings.get(k), Start.GROUND, Knob.COUPLING, Ranges.GAP_COUPLING)
              .in(laboratory),
          found -> new Estimate(found.gap(), found.error()));
    }
    return plot.bundle(
        Axis.logarithmic("J/\\gamma", 0.01, 100),
        Axis.logarithmic("\\text{slowest decay}/\\gamma", 1e-5, 2),
        "Slowest rate of decay of three cells against the coupling; the graph is the same for star and chain. One reservoir for all ($\\mu=3$): the time to come to rest grows as $1/J^2$, as without coupling more is conserved. A reservoir each ($\\mu=1$, $\\Delta\\mu=2$): never slow. $T=\\gamma=\\omega=1$. Range of $J$ chosen here: 0.01 to 100.",
        Map.of("figure", "added here"));
  }

  private static FigureBundle validity() {
    double[] couplings = Ranges.DOUBT_COUPLING;
    Plot plot = new Plot(Knob.COUPLING, couplings);
    double rounding = Estimate.rounded(1).error();
    for (int k = 0; k < Ranges.DOUBT_TEMPERATURES.length; k++) {
      double t = Ranges.DOUBT_TEMPERATURES[k];
      Setting setting = Setting.STATED.with(Knob.TEMPERATURE, t);
      String label = "T = " + Numbers.exact(t);
      plot.level(
          "$%s$".formatted(label.replace(" ", "")),
          CurveStyle.numbered(k),
          new Plot.Name("change of n, " + label, "1"),
          Arrays.stream(couplings).map(j -> change(setting.with(Knob.COUPLING, j))).toArray(),
          rounding);
    }
    double[] flat = new double[couplings.length];
    Arrays.fill(flat, LocalDissipation.FLAT);
    return plot.level(
            "taken for flat",
            CurveStyle.of(Colour.SKY_BLUE, Dash.SOLID),
            new Plot.Name("taken for flat", "1"),
            flat,
            0)
        .bundle(
            PaperFigures.axis("J/\\omega", couplings),
            new Axis("\\Delta n", 0, 0.9),
            "Whether each cell may be given the dissipator of a lone one: largest change of a reservoir's occupation over the frequencies that the coupling splits a cell's into, $\\omega\\pm\\sqrt{2}J$ for three cells, as if $\\omega$ were the cell's own frequency. Above what is taken for flat the form is doubtful; at the paper's $J=T=1$ it is. That a cell's levels are $2\\omega_0=20$ apart and its reservoir is asked at $\\omega=1$ comes on top. $\\mu=1$, $\\Delta\\mu=2$."
                + PaperFigures.range("J", couplings)
                + " Temperatures chosen here.",
            Map.of("figure", "added here"));
  }

  private static double change(Setting setting) {
    return LocalDissipation.of(setting.battery(), setting.contacts())
        .numbers()
        .reservoirs()
        .stream()
        .mapToDouble(LocalDissipation.Seen::aroundAsked)
        .max()
        .orElse(0);
  }

  private static FigureBundle temperatureBias(Laboratory laboratory) {
    Plot plot = new Plot(Knob.WARMTH, Ranges.WARMTH);
    for (Shape shape : Shape.values()) {
      for (int k = 0; k < Ranges.WARMTH_MU.length; k++) {
        double mu = Ranges.WARMTH_MU[k];
        Setting setting = Setting.STATED.linked(shape).with(Knob.MU, mu).with(Knob.BIAS, 0);
        plot.line(
            shape == Shape.STAR ? "$\\mu=%s\\,\\omega$".formatted(Numbers.exact(mu)) : "",
            Plot.style(k, shape),
            new Plot.Name("2p - 1, mu = %s, %s".formatted(Numbers.exact(mu), shape.label()), "1"),
            Run.along(setting, Start.GROUND, Knob.WARMTH, Ranges.WARMTH).in(laboratory),
            Found::inversion);
      }
    }
    return plot.bundle(
        PaperFigures.axis("\\Delta T/\\omega", Ranges.WARMTH),
        new Axis("2p-1", -0.8, 1.05),
        "Reservoirs of one chemical potential, those of the other cells warmer by $\\Delta T$ than the battery's, $T=1$: $2p-1$ of the battery, which above 0 is its ergotropy over the maximum. Beyond $\\mu=\\omega$ colder neighbours charge it further and warmer ones less; at $\\mu=\\omega$ every temperature gives $p=1/2$; below, no difference charges anything. Solid: star; dashed: chain. $N=3$, $J=\\gamma=\\omega=1$."
            + PaperFigures.range("\\Delta T", Ranges.WARMTH),
        Map.of("figure", "added here"));
  }

  private static FigureBundle currents(Laboratory laboratory) {
    Plot plot = new Plot(Knob.BIAS, Ranges.BIAS);
    for (Shape shape : Shape.values()) {
      List<Found> found =
          Run.along(Setting.STATED.linked(shape), Start.GROUND, Knob.BIAS, Ranges.BIAS)
              .in(laboratory);
      for (int cell = 0; cell < 3; cell++) {
        int k = cell;
        boolean twin = shape == Shape.STAR && k == 2; // the same as cell 2
        if (!twin) {
          plot.line(
              shape == Shape.STAR
                  ? k == 0 ? "battery" : "each other cell"
                  : k == 2 ? "end of the chain" : "",
              Plot.style(k, shape),
              new Plot.Name("current into cell %d, %s".formatted(k + 1, shape.label()), "gamma"),
              found,
              f -> f.current(k));
        }
      }
    }
    return plot.bundle(
        PaperFigures.axis("\\Delta\\mu/\\omega", Ranges.BIAS),
        new Axis("I_k/\\gamma", -0.32, 0.32),
        "Excitations that the reservoir of each cell gives in a unit of time, against the bias; they add up to nothing. What the others give, the battery's reservoir takes: a charged battery at rest is one that is charged and drained without end. Solid: star; dashed: chain (its cell 2 in the colour of the star's). $N=3$, $\\mu=1$, $T=J=\\gamma=\\omega=1$."
            + PaperFigures.range("\\Delta\\mu", Ranges.BIAS),
        Map.of("figure", "added here"));
  }
}
