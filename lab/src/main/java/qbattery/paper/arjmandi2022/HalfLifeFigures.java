package qbattery.paper.arjmandi2022;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import qbattery.experiment.Estimate;
import qbattery.paper.Paper;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Colour;
import qbattery.report.figure.CurveStyle;
import qbattery.report.figure.Dash;
import qbattery.statistics.ExponentialApproach;
import qbattery.statistics.Fit;
import qbattery.statistics.Points;

/** Figs. 2b and 6b: half-lives against disorder, and the printed fits. */
final class HalfLifeFigures {

  /** Curves between the points: ten steps to a unit of delta. */
  private static final int STEPS = 10;

  /** By how much the two coherent ones stand to the side of their delta. */
  private static final double ASIDE = 0.1;

  private HalfLifeFigures() {}

  static Paper.Figure two() {
    return figure("fig2b", 2, 100, PrintedFit.TWO_CELLS);
  }

  static Paper.Figure seven() {
    return figure("fig6b", 7, 50, PrintedFit.SEVEN_CELLS);
  }

  private static Paper.Figure figure(String id, int cells, int published, PrintedFit printed) {
    return new Paper.Figure(
        id,
        "half-life of %d cells against disorder".formatted(cells),
        laboratory -> draw(new ChainStudy(laboratory), cells, published, printed));
  }

  private static FigureBundle draw(ChainStudy study, int cells, int published, PrintedFit printed) {
    double[] delta = fine();
    MeanPlot plot = new MeanPlot("delta", delta);
    StringBuilder fits = new StringBuilder();
    StringBuilder units = new StringBuilder();
    for (FigureParts.Case one : FigureParts.cases()) {
      Scan scan = Scan.overDisorder(study, one, cells, published);
      scan.places().forEach(plot::from);
      MeanSeries lives = scan.halfLives(study);
      plot.points(
          one.label(),
          one.symbol(),
          one.colour(),
          new MeanPlot.Name("Gamma tau, " + one.column(), "1"),
          one.start() == Start.COHERENT ? (one.shown() ? -ASIDE : ASIDE) : 0,
          new MeanSeries(among(lives.values()), among(lives.standardErrors())));
      plot.column(new MeanPlot.Name("realisations, " + one.column(), "1"), among(scan.counts()));
      if (one.start() == Start.COHERENT) {
        HalfLives all = HalfLives.of(study, one.reading(), cells, published);
        Estimate unit = all.against(printed).unit();
        plot.line(
            one.shown() ? "printed fit, to coherent" : "printed fit, to " + FigureParts.OTHER_NAME,
            CurveStyle.of(Colour.REDDISH_PURPLE, one.shown() ? Dash.SOLID : Dash.DASHED),
            new MeanPlot.Name("printed fit in units that suit " + one.reading().label(), "1"),
            Arrays.stream(delta).map(d -> printed.at(d) / unit.value()).toArray());
        units.append(units.isEmpty() ? "" : " and ").append(Numbers.decimals(unit.value(), 2));
        fits.append(fit(plot, one, all, lives));
      }
    }
    return FigureParts.bundle(
        plot,
        Axis.whole("\\delta", 0, 10),
        plot.vertical("\\Gamma\\tau_{\\mathrm{ht}}", 0, 0),
        "Half-life of "
            + cells
            + " cells against disorder,"
            + FigureParts.STARTS
            + " Printed fit: "
            + formula(printed.limit(), printed.amplitude(), printed.rate())
            + ", whose unit of time is not stated, over the factor that brings it nearest to the"
            + " coherent half-lives, "
            + units
            + " (inferred)."
            + " Own fit $a+b\\,e^{-c\\delta}$ (dotted where there is one), all points weighing alike, with"
            + " two standard errors;"
            + fits.substring(0, fits.length() - 1)
            + "."
            + FigureParts.setting("Open circles")
            + plot.counts().sentence()
            + FigureParts.BARS
            + " Circles stand a little to the side of their $\\delta$.",
        new FigureParts.Subject(
            Integer.toString(cells),
            "0, 1, ..., 10 (chosen here)",
            "coherent, fully excited, classical with 3/4 excited (Sec. II B)",
            "the crossing on 101 points up to 1/Gamma, then on six between its neighbours"),
        List.of(
            "Half-life: the first time at which mean E/E(0) is 1/2.",
            "Errors of the fits: two standard errors, realisations resampled for all delta at once."));
  }

  /** Draws our own fit, if the half-lives allow one, and says which. */
  private static String fit(MeanPlot plot, FigureParts.Case one, HalfLives all, MeanSeries lives) {
    double weight = rootMeanSquare(lives.standardErrors());
    String who = one.shown() ? " coherent" : " " + FigureParts.OTHER_NAME;
    Optional<ExponentialApproach> found = approach(lives.values(), weight);
    if (found.isEmpty()) {
      return who + ": no fit, the half-lives do not determine a limit and a rate;";
    }
    ExponentialApproach curve = found.get();
    plot.line(
        one.shown() ? "own fit, coherent" : "own fit, " + FigureParts.OTHER_NAME,
        CurveStyle.of(one.colour(), Dash.DOTTED),
        new MeanPlot.Name("own fit, " + one.column(), "1"),
        Arrays.stream(fine()).map(d -> curve.at(d).value()).toArray());
    double[] errors = new double[3];
    for (int k = 0; k < 3; k++) {
      int parameter = k;
      errors[k] =
          all.estimate(
                  tau ->
                      approach(tau, weight)
                          .map(c -> c.parameters().at(parameter).value())
                          .orElse(Double.NaN))
              .error();
    }
    return "%s: $a=%s$, $b=%s$, $c=%s$;"
        .formatted(
            who,
            withError(curve.limit().value(), errors[0]),
            withError(curve.amplitude().value(), errors[1]),
            withError(curve.rate().value(), errors[2]));
  }

  private static Optional<ExponentialApproach> approach(double[] tau, double weight) {
    double[] sigma = new double[tau.length];
    Arrays.fill(sigma, weight);
    double[] delta = Scan.numbers(ChainStudy.DISORDERS, d -> d);
    Fit<ExponentialApproach> fit = ExponentialApproach.fit(new Points(delta, tau, sigma));
    return fit.curve();
  }

  private static String withError(double value, double error) {
    return Numbers.decimals(value, 3) + "\\pm" + Numbers.decimals(error, 3);
  }

  private static String formula(double limit, double amplitude, double rate) {
    return "$%s%s\\,e^{-%s\\delta}$"
        .formatted(Numbers.exact(limit), Numbers.exact(amplitude), Numbers.exact(rate));
  }

  private static double rootMeanSquare(double[] errors) {
    return Math.sqrt(Arrays.stream(errors).map(e -> e * e).average().orElseThrow());
  }

  private static double[] fine() {
    double[] delta = new double[STEPS * 10 + 1];
    for (int k = 0; k < delta.length; k++) {
      delta[k] = (double) k / STEPS;
    }
    return delta;
  }

  /** Numbers at whole delta among the places of the curves. */
  private static double[] among(double[] atWhole) {
    double[] all = new double[STEPS * 10 + 1];
    Arrays.fill(all, Double.NaN);
    for (int k = 0; k < atWhole.length; k++) {
      all[STEPS * k] = atWhole[k];
    }
    return all;
  }
}
