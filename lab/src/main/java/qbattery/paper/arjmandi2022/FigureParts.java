package qbattery.paper.arjmandi2022;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import qbattery.experiment.Provenance;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Colour;
import qbattery.report.figure.CurveStyle;
import qbattery.report.figure.Dash;
import qbattery.report.figure.Symbol;

/** What all figures of this paper share: who is drawn how, and what is said of every one. */
final class FigureParts {

  /** The reading that the figures show. */
  static final Reading SHOWN = Reading.PRINTED;

  /** The reading that the coherent battery is shown under as well. */
  static final Reading OTHER = Reading.DOUBLE;

  /** It, in a legend. */
  static final String OTHER_NAME = "twice J";

  /** The disorder of all panels "with disorder". */
  static final double STRONG = 5;

  static final String BANDS = " Bands: plus and minus one standard error.";
  static final String BARS = " Bars: plus and minus one standard error.";

  private FigureParts() {}

  /** Something that is drawn: a start under a reading. */
  record Case(Start start, Reading reading) {

    boolean shown() {
      return reading.equals(SHOWN);
    }

    /** In the legend. */
    String label() {
      return shown() ? start.label() : start.label() + ", " + OTHER_NAME;
    }

    /** In the data table. */
    String column() {
      return "%s, %s".formatted(start.label(), reading.label());
    }

    Colour colour() {
      if (!shown()) {
        return Colour.BLACK;
      }
      return switch (start) {
        case COHERENT -> Colour.BLUE;
        case FULLY_EXCITED -> Colour.VERMILLION;
        case CLASSICAL -> Colour.BLUISH_GREEN;
      };
    }

    CurveStyle style() {
      return CurveStyle.of(colour(), shown() ? Dash.SOLID : Dash.DASHED);
    }

    Symbol symbol() {
      if (!shown()) {
        return Symbol.OPEN_CIRCLE;
      }
      return switch (start) {
        case COHERENT -> Symbol.CIRCLE;
        case FULLY_EXCITED -> Symbol.SQUARE;
        case CLASSICAL -> Symbol.TRIANGLE;
      };
    }
  }

  /** The three starts as shown, and the coherent one under the other reading. */
  static List<Case> cases() {
    return List.of(
        new Case(Start.COHERENT, SHOWN),
        new Case(Start.FULLY_EXCITED, SHOWN),
        new Case(Start.CLASSICAL, SHOWN),
        new Case(Start.COHERENT, OTHER));
  }

  static final String STARTS =
      " from the coherent state $(|e\\rangle+|g\\rangle)/\\sqrt{2}$ of each cell, the fully excited"
          + " one, and the classical mixture"
          + " $\\frac{3}{4}|e\\rangle\\langle e|+\\frac{1}{4}|g\\rangle\\langle g|$.";

  /** The readings, for a caption; the other one is told by its dashes or its open symbols. */
  static String setting(String other) {
    return " Coupling $\\frac{J}{4}(\\sigma^x_k\\sigma^x_{k+1}+\\sigma^y_k\\sigma^y_{k+1})$,"
        + " $J=10\\Gamma$, as printed, and $B_0="
        + Numbers.rounded(SHOWN.field(), 3)
        + "\\Gamma$, which the paper does not state. "
        + other
        + ": coherent with twice $J$, the coupling as one of the authors prints it elsewhere: "
        + Numbers.rounded(OTHER.factor(), 3)
        + " times that coupling and $B_0="
        + Numbers.rounded(OTHER.field(), 3)
        + "\\Gamma$.";
  }

  static String range(String what, double from, double to) {
    return " Range of $%s$ chosen here: %s to %s."
        .formatted(what, Numbers.exact(from), Numbers.exact(to));
  }

  /** What a figure is of, for its provenance. */
  record Subject(String cells, String disorder, String starts, String times) {}

  static FigureBundle bundle(
      MeanPlot plot,
      Axis horizontal,
      Axis vertical,
      String caption,
      Subject subject,
      List<String> further) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("N", subject.cells);
    parameters.put("delta", subject.disorder);
    parameters.put("starts", subject.starts);
    parameters.put("Gamma", "1 (unit of rate; Eq. 3)");
    parameters.put("J", "%s Gamma (captions)".formatted(Numbers.exact(Reading.COUPLING)));
    parameters.put("coupling", "J/4 (xx + yy) between neighbours (Eq. 2)");
    parameters.put("B0", Numbers.exact(SHOWN.field()) + " Gamma (not stated)");
    parameters.put(
        "other coupling",
        "%s times that of Eq. 2 (santos2021, Sec. III)".formatted(Numbers.exact(OTHER.factor())));
    parameters.put(
        "other B0",
        "%s Gamma (not stated; from the printed numbers)".formatted(Numbers.exact(OTHER.field())));
    parameters.put("realisations", plot.counts().words());
    parameters.put("times", subject.times);
    List<String> readings =
        Stream.concat(
                Stream.of(
                    "Shown: %s; coherent battery also: %s.".formatted(SHOWN.label(), OTHER.label()),
                    "Frequencies are sizes of fields, omega_k = |B_k|, B_k uniform in B0 (1 - delta) to B0 (1 + delta).",
                    "H0 counts from the ground state; Eq. 1 counts from mid-gap, which changes neither evolution nor ergotropy.",
                    "Errors are two standard errors (95 %), and that of a row; bands and bars are one standard error."),
                further.stream())
            .toList();
    return new FigureBundle(
        plot.picture(horizontal, vertical, caption),
        plot.table(),
        new Provenance(
            parameters,
            "times in 1/Gamma, rates of energy in Gamma U(0), gains in per cent, all else pure numbers",
            List.of(
                ChainRun.METHOD.description(),
                "Realisation k of N cells: uniform deviates of a generator started from the SHA-256 of a fixed text, N and k (PointSeed); the same deviates serve every delta, B0, J and start.",
                "Standard errors of means from the scatter of the realisations; of half-lives and gains by resampling them."),
            plot.errors(),
            OptionalLong.empty(),
            readings));
  }
}
