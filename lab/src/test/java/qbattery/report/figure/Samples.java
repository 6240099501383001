package qbattery.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Figures for the tests. */
final class Samples {
  static final Axis TIME = new Axis("t\\,\\Gamma", 0, 3);
  static final Axis ENERGY = new Axis("\\mathcal{E}(t)/(\\hbar\\omega)", -0.03, 1.05);

  private Samples() {}

  static Curve curve(String label, Colour colour, Dash dash, DoubleUnaryOperator f) {
    double[] x = new double[301];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = i / 100.0;
      y[i] = f.applyAsDouble(x[i]);
    }
    return new Curve(label, x, y, CurveStyle.of(colour, dash));
  }

  static List<Curve> decays(int count) {
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int rate = i + 1;
      CurveStyle style = CurveStyle.numbered(i);
      curves.add(
          curve(
              "rate $" + rate + "\\Gamma$",
              style.colour(),
              style.dash(),
              t -> Math.exp(-rate * t)));
    }
    return curves;
  }

  /** Four decays and their half-lives: marks so close that labels cannot all stand beside them. */
  static LineFigure halfLives() {
    List<Mark> marks = new ArrayList<>();
    List<Curve> curves = decays(4);
    for (int i = 0; i < curves.size(); i++) {
      Colour colour = curves.get(i).style().colour();
      double halfLife = Math.log(2) / (i + 1);
      marks.add(Mark.upTo(halfLife, 0.5, colour, "\\tau_{1/2}^{(" + (i + 1) + ")}"));
      marks.add(Mark.dot(halfLife, 0.5, colour));
    }
    return new LineFigure(
        TIME,
        ENERGY,
        curves,
        marks,
        "Decay of the energy $E(t) = E_0 \\exp(-n \\Gamma t)$ for four rates. The vertical lines"
            + " mark the half-lives $\\tau_{1/2} = \\frac{\\ln 2}{n \\Gamma}$, and this sentence"
            + " only makes the caption longer than two lines.");
  }

  /** Four slow decays, and inside them four fast ones that hardly differ. */
  static LineFigure withInset() {
    List<String> names = List.of("central", "linear", "circular", "symmetric");
    List<Curve> slow = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      CurveStyle style = CurveStyle.numbered(i);
      double rate = 0.55 + 0.09 * i;
      slow.add(curve(names.get(i), style.colour(), style.dash(), t -> Math.exp(-rate * t)));
    }
    return new LineFigure(
            TIME,
            new Axis("\\mathcal{E}(t)/\\mathcal{E}_{\\max}", 0, 1.05),
            slow,
            List.of(),
            "Ergotropy of four networks, from the coherent state and (inset) the classical one.")
        .with(inset());
  }

  /** Four curves that hardly differ and die at about 0.4. */
  static Inset inset() {
    List<Curve> fast = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      CurveStyle style = CurveStyle.numbered(i);
      double death = 0.40 + 0.005 * i;
      fast.add(
          curve("", style.colour(), style.dash(), t -> Math.max(0, Math.pow(1 - t / death, 1.3))));
    }
    return new Inset(
        new Axis("t\\,\\Gamma", 0, 0.6),
        new Axis("\\mathcal{E}(t)/\\mathcal{E}_{\\max}", -0.05, 1.05),
        fast,
        "classical");
  }

  /** Curves without names. */
  static LineFigure figure(Axis y, DoubleUnaryOperator... functions) {
    List<Curve> curves = new ArrayList<>();
    for (DoubleUnaryOperator f : functions) {
      curves.add(curve("", Colour.BLACK, Dash.SOLID, f));
    }
    return new LineFigure(TIME, y, curves, List.of(), "");
  }
}
