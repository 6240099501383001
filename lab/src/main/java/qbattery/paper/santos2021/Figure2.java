package qbattery.paper.santos2021;

import static qbattery.paper.santos2021.LeakingCell.CLASSICAL;
import static qbattery.paper.santos2021.LeakingCell.COHERENT;
import static qbattery.paper.santos2021.LeakingCell.HALF_CHARGE;
import static qbattery.paper.santos2021.LeakingCell.OMEGA;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.DoubleUnaryOperator;
import qbattery.dynamics.Times;
import qbattery.experiment.Estimate;
import qbattery.experiment.Provenance;
import qbattery.experiment.Series;
import qbattery.experiment.Witnessed;
import qbattery.report.DataTable;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Colour;
import qbattery.report.figure.Curve;
import qbattery.report.figure.CurveStyle;
import qbattery.report.figure.Dash;
import qbattery.report.figure.LineFigure;
import qbattery.report.figure.Mark;

/**
 * Fig. 2: ergotropy (a) and efficiency (b) of one leaking cell from the coherent and from the
 * classical state, by the master equation and by the printed closed forms.
 */
final class Figure2 {

  /**
   * No range survives in the text. Up to 1.5/Gamma shows what it speaks of: all half-lives, both
   * sudden deaths, and the slow tail of the coherent state.
   */
  private static final double END_A = 1.5;

  /** Up to 4/Gamma shows where the efficiencies tend to. */
  private static final double END_B = 4;

  private static final int POINTS = 401;

  /** A little below zero, so that a curve that has died is not hidden by the frame. */
  private static final double FLOOR = -0.03;

  private Figure2() {}

  static FigureBundle ergotropy(LeakingCell stated) {
    Times times = Times.upTo(END_A, POINTS);
    double[] t = times.toArray();
    Witnessed coherentRun = stated.from(COHERENT, END_A);
    Witnessed classicalRun = stated.from(CLASSICAL, END_A);
    Series coherent = coherentRun.along(stated.ergotropy(), times).over(HALF_CHARGE);
    Series classical = classicalRun.along(stated.ergotropy(), times).over(HALF_CHARGE);
    double[] eq9a = sampled(t, s -> ClosedForms.ergotropyClassical(s, OMEGA) / HALF_CHARGE);
    double[] eq9b = sampled(t, s -> ClosedForms.ergotropyCoherent(s, OMEGA) / HALF_CHARGE);
    double[] mended = sampled(t, s -> ClosedForms.ergotropyCoherentMended(s, OMEGA) / HALF_CHARGE);
    Estimate coherentHalf = stated.halfLife(COHERENT);
    Estimate classicalHalf = stated.halfLife(CLASSICAL);
    LineFigure picture =
        new LineFigure(
            new Axis("\\Gamma t", 0, END_A),
            new Axis("\\mathcal{E}(t)/\\mathcal{E}_{1/2}", FLOOR, 1.05),
            List.of(
                curve("coherent, Eqs. 4-5", t, coherent.values(), Colour.BLUE, Dash.SOLID),
                curve("classical, Eqs. 4-5", t, classical.values(), Colour.VERMILLION, Dash.SOLID),
                curve("coherent, Eq. 9b mended", t, mended, Colour.BLUISH_GREEN, Dash.DASHED),
                curve("classical, Eq. 9a", t, eq9a, Colour.ORANGE, Dash.DASH_DOT),
                curve("coherent, Eq. 9b as printed", t, eq9b, Colour.REDDISH_PURPLE, Dash.DOTTED)),
            List.of(
                halfLife(classicalHalf.value(), Colour.VERMILLION),
                halfLife(coherentHalf.value(), Colour.BLUE),
                halfLife(ClosedForms.HALF_LIFE_CLASSICAL, Colour.ORANGE),
                halfLife(ClosedForms.HALF_LIFE_COHERENT, Colour.BLUISH_GREEN)),
            "Ergotropy of one leaking cell, from the coherent state $(|e\\rangle+|g\\rangle)/\\sqrt{2}$"
                + " and from the classical mixture $\\frac{3}{4}|e\\rangle\\langle e|+\\frac{1}{4}"
                + "|g\\rangle\\langle g|$; $H_0=\\hbar\\omega\\sigma^+\\sigma^-$,"
                + " $\\mathcal{E}_{1/2}=\\hbar\\omega/2$. Solid: master equation (Eqs. 4-5, decay rate"
                + " $\\Gamma$). Broken: the printed closed forms; Eq. 9a without its extra factor"
                + " $\\hbar\\omega$; Eq. 9b as printed is real only for early times; mended: $+$ before"
                + " its root and $e^{+\\Gamma t}$ under it. Vertical dashes: half-lives, $\\Gamma"
                + "\\tau_{1/2}="
                + Numbers.decimals(classicalHalf.value(), 3)
                + "$ and $"
                + Numbers.decimals(coherentHalf.value(), 3)
                + "$ (Eqs. 4-5), $"
                + Numbers.decimals(ClosedForms.HALF_LIFE_CLASSICAL, 3)
                + "$ and $"
                + Numbers.decimals(ClosedForms.HALF_LIFE_COHERENT, 3)
                + "$ (printed). Range of $\\Gamma t$ chosen here: 0 to 1.5.");
    DataTable data =
        new DataTable(
            List.of(
                new DataTable.Column("Gamma t", "1", t),
                new DataTable.Column("E/E_half coherent master equation", "1", coherent.values()),
                new DataTable.Column("E/E_half classical master equation", "1", classical.values()),
                new DataTable.Column("E/E_half coherent Eq. 9b mended", "1", mended),
                new DataTable.Column("E/E_half classical Eq. 9a", "1", eq9a),
                new DataTable.Column("E/E_half coherent Eq. 9b as printed", "1", eq9b)));
    Map<String, Double> errors = new LinkedHashMap<>();
    errors.put("E/E_half coherent master equation", coherent.error());
    errors.put("E/E_half classical master equation", classical.error());
    errors.put("Gamma tau_half coherent", coherentHalf.error());
    errors.put("Gamma tau_half classical", classicalHalf.error());
    return new FigureBundle(picture, data, provenance(coherentRun, END_A, errors));
  }

  static FigureBundle efficiency(LeakingCell stated) {
    Times times = Times.upTo(END_B, POINTS);
    double[] t = times.toArray();
    Witnessed coherentRun = stated.from(COHERENT, END_B);
    Witnessed classicalRun = stated.from(CLASSICAL, END_B);
    Series coherent = coherentRun.along(stated.efficiency(), times);
    Series classical = classicalRun.along(stated.efficiency(), times);
    double[] printedClassical =
        sampled(
            t, s -> ClosedForms.ergotropyClassical(s, OMEGA) / (0.75 * ClosedForms.energyFull(s)));
    double[] printedCoherent =
        sampled(
            t,
            s -> ClosedForms.ergotropyCoherentMended(s, OMEGA) / (0.5 * ClosedForms.energyFull(s)));
    LineFigure picture =
        new LineFigure(
            new Axis("\\Gamma t", 0, END_B),
            new Axis("\\varepsilon(t)=\\mathcal{E}(t)/U(t)", FLOOR, 1.05),
            List.of(
                curve("coherent, Eqs. 4-5", t, coherent.values(), Colour.BLUE, Dash.SOLID),
                curve("classical, Eqs. 4-5", t, classical.values(), Colour.VERMILLION, Dash.SOLID),
                curve(
                    "coherent, Eqs. 8, 9b mended",
                    t,
                    printedCoherent,
                    Colour.BLUISH_GREEN,
                    Dash.DASHED),
                curve("classical, Eqs. 8, 9a", t, printedClassical, Colour.ORANGE, Dash.DASH_DOT)),
            List.of(),
            "Efficiency of one leaking cell from the two states of Fig. 2a. Solid: master equation"
                + " (Eqs. 4-5, decay rate $\\Gamma$); at $\\Gamma t=4$ the coherent state still has $\\varepsilon="
                + Numbers.decimals(coherent.values()[POINTS - 1], 3)
                + "$. Broken: the printed closed forms, with"
                + " $U(t)=U(0)e^{-\\Gamma t/2}$ as in Eq. 8, Eq. 9a without its extra factor"
                + " $\\hbar\\omega$, and Eq. 9b mended ($+$ before its root, $e^{+\\Gamma t}$ under"
                + " it). Range of $\\Gamma t$ chosen here: 0 to 4.");
    DataTable data =
        new DataTable(
            List.of(
                new DataTable.Column("Gamma t", "1", t),
                new DataTable.Column("E/U coherent master equation", "1", coherent.values()),
                new DataTable.Column("E/U classical master equation", "1", classical.values()),
                new DataTable.Column("E/U coherent Eqs. 8 and 9b mended", "1", printedCoherent),
                new DataTable.Column("E/U classical Eqs. 8 and 9a", "1", printedClassical)));
    Map<String, Double> errors = new LinkedHashMap<>();
    errors.put("E/U coherent master equation", coherent.error());
    errors.put("E/U classical master equation", classical.error());
    return new FigureBundle(picture, data, provenance(coherentRun, END_B, errors));
  }

  private static Curve curve(String label, double[] t, double[] y, Colour colour, Dash dash) {
    return new Curve(label, t, y, CurveStyle.of(colour, dash));
  }

  private static Mark halfLife(double t, Colour colour) {
    return Mark.upTo(t, 0.5, colour, Numbers.decimals(t, 3));
  }

  private static double[] sampled(double[] t, DoubleUnaryOperator form) {
    double[] values = new double[t.length];
    for (int k = 0; k < t.length; k++) {
      values[k] = form.applyAsDouble(t[k]);
    }
    return values;
  }

  private static Provenance provenance(Witnessed run, double end, Map<String, Double> errors) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("omega", "1 (unit of energy is hbar omega; Sec. II)");
    parameters.put("Gamma", "1 (unit of rate; Eq. 5)");
    parameters.put("coherent start", "(|e>+|g>)/sqrt 2 (Sec. II B)");
    parameters.put("classical start", "3/4 |e><e| + 1/4 |g><g| (Sec. II B)");
    parameters.put(
        "times",
        "Gamma t = 0 to %s, %d points (chosen here)".formatted(Numbers.exact(end), POINTS));
    return new Provenance(
        parameters,
        "energies in hbar omega, times in 1/Gamma",
        run.methods(),
        errors,
        OptionalLong.empty(),
        List.of(
            "The curves named after Eqs. 4-5 solve the printed master equation; energy decays at Gamma, coherence at Gamma/2.",
            "The curves named after Eqs. 8, 9a and 9b are the printed closed forms, in which energy decays at Gamma/2.",
            "Eq. 9a is drawn without its extra factor hbar omega, which would make it the square of an energy.",
            "Eq. 9b mended has + before its root and exp(+Gamma t) under it."));
  }
}
