package qbattery.paper.arjmandi2022;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import qbattery.experiment.Laboratory;
import qbattery.experiment.Provenance;
import qbattery.paper.CalibrationReport;
import qbattery.report.DataTable;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Curve;
import qbattery.report.figure.CurveStyle;
import qbattery.report.figure.LineFigure;

/** What the calibration of the paper found, as text and as a figure. */
final class CalibrationText {

  private CalibrationText() {}

  static CalibrationReport calibrate(Laboratory laboratory) {
    ChainCalibration.Grid grid = ChainCalibration.Grid.OF_PAPER;
    ChainCalibration found = ChainCalibration.of(laboratory, PrintedNumbers.ofPaper(), grid);
    return new CalibrationReport(text(found), Map.of("misfit", figure(found, grid)));
  }

  static String text(ChainCalibration found) {
    Misfit best = found.best();
    Misfit printed = found.bestWithFactor(1);
    StringBuilder text = new StringBuilder();
    text.append("Inferred from the printed numbers (95 %; open where the grid ends first):\n");
    line(text, "field B0", best.reading().field(), found.field(), "Gamma");
    line(
        text,
        "coupling over the printed J/4 (xx + yy)",
        best.reading().factor(),
        found.factor(),
        "");
    line(text, "printed units of time in 1/Gamma", best.unit(), found.unit(), "");
    text.append('\n');
    text.append(
        "Misfit, by printed number (squares of differences over errors; 1 a number is a good fit):\n");
    text.append(
        "  %-46s %22s %22s\n"
            .formatted(
                "",
                "printed, B0 = " + Numbers.rounded(printed.reading().field(), 3),
                "%s x J, B0 = %s"
                    .formatted(
                        Numbers.rounded(best.reading().factor(), 3),
                        Numbers.rounded(best.reading().field(), 3))));
    best.parts()
        .forEach(
            (name, misfit) ->
                row(text, name, printed.parts().getOrDefault(name, Double.NaN), misfit));
    row(text, "all", printed.total(), best.total());
    text.append('\n');
    text.append(
        "%d numbers are counted beyond the parameters inferred. %s\n"
            .formatted(
                found.degrees(),
                best.total() > 2 * found.degrees()
                    ? "Even the best values do not fit within the errors; the intervals are widened accordingly."
                    : "The best values fit within the errors."));
    return text.toString();
  }

  private static void line(
      StringBuilder text, String name, double best, ChainCalibration.Range range, String unit) {
    String span =
        range.low().isPresent() && range.high().isPresent()
            ? "%s to %s".formatted(number(range.low()), number(range.high()))
            : range.low().isPresent()
                ? "at least " + number(range.low())
                : range.high().isPresent() ? "at most " + number(range.high()) : "not bounded";
    text.append(
        "  %-40s %s %s (%s)\n"
            .formatted(name, Numbers.rounded(best, 3), unit, span)
            .replace("  (", " ("));
  }

  private static String number(Optional<Double> value) {
    return Numbers.rounded(value.orElseThrow(), 3);
  }

  private static void row(StringBuilder text, String name, double printed, double best) {
    text.append(
        "  %-46s %22s %22s\n"
            .formatted(name, Numbers.rounded(printed, 3), Numbers.rounded(best, 3)));
  }

  /** The misfit against B0, one curve for each coupling. */
  private static FigureBundle figure(ChainCalibration found, ChainCalibration.Grid grid) {
    List<Curve> curves = new ArrayList<>();
    List<DataTable.Column> columns = new ArrayList<>();
    double[] fields = grid.fields().stream().mapToDouble(Double::doubleValue).toArray();
    columns.add(new DataTable.Column("B0", "Gamma", fields));
    TreeSet<Double> all = new TreeSet<>();
    for (int f = 0; f < grid.factors().size(); f++) {
      double factor = grid.factors().get(f);
      double[] misfits =
          found.misfits().stream()
              .filter(m -> m.reading().factor() == factor)
              .mapToDouble(Misfit::total)
              .toArray();
      for (double misfit : misfits) {
        all.add(misfit);
      }
      String name = Numbers.rounded(factor, 3);
      curves.add(new Curve("$%s\\,J$".formatted(name), fields, misfits, CurveStyle.numbered(f)));
      columns.add(new DataTable.Column("misfit with coupling times " + name, "1", misfits));
    }
    LineFigure picture =
        new LineFigure(
            new Axis("B_0/\\Gamma", 0, 1.05 * fields[fields.length - 1]),
            Axis.logarithmic("\\text{misfit}", all.first() / 2, all.last() * 2),
            curves,
            List.of(),
            "Misfit of computed and printed numbers (half-life fits of Figs. 2b and 6b, where the gain"
                + " begins, its size) against the field $B_0$, which the paper does not state, for"
                + " the coupling $J/4\\,(xx+yy)$ as printed ($1\\,J$) and multiplied; the unit of time"
                + " is chosen for the smallest misfit at each point. Counted are "
                + (found.degrees() + 3)
                + " numbers; values up to "
                + Numbers.rounded(found.limit(), 3)
                + " are not excluded (95 %). Above that, with a coupling other than printed, it may be that of"
                + " two cells alone, a lower bound. Lines only guide the eye; grid chosen here.");
    return new FigureBundle(picture, new DataTable(columns), provenance(grid));
  }

  private static Provenance provenance(ChainCalibration.Grid grid) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("Gamma", "1 (unit of rate; Eq. 3)");
    parameters.put(
        "J", "%s Gamma (caption of Fig. 1), times the factor".formatted(Reading.COUPLING));
    parameters.put("factor", grid.factors() + " (chosen here)");
    parameters.put("B0", grid.fields() + " Gamma (chosen here)");
    parameters.put("realisations, by number of cells", grid.realisations() + " (chosen here)");
    return new Provenance(
        parameters,
        "fields and couplings in Gamma, times in 1/Gamma",
        List.of(ChainRun.METHOD.description()),
        Map.of(),
        OptionalLong.empty(),
        List.of(
            "A printed fit of three parameters counts as three numbers; statistical errors are the paper's, scaled from ours by its number of realisations, and ours.",
            "A bound counts with the square of its violation over its error."));
  }
}
