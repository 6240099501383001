package qbattery.paper.arjmandi2022;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import qbattery.experiment.Laboratory;
import qbattery.experiment.Provenance;
import qbattery.paper.Calibration;
import qbattery.paper.CalibrationReport;
import qbattery.paper.file.PaperFiles;
import qbattery.report.DataTable;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Colour;
import qbattery.report.figure.ColourMap;
import qbattery.report.figure.Contour;
import qbattery.report.figure.CurveStyle;
import qbattery.report.figure.Dash;
import qbattery.report.figure.HeatMap;

/**
 * What field and coupling the paper's statements ask for, as text and as a map: weighing a whole
 * paper against each place of a grid, more closely where it decides, is no formula of series.
 */
final class CalibrationReports implements Calibration {

  private static final double STRONG_LINE = 1.3;

  @Override
  public CalibrationReport calibrate(Laboratory laboratory) {
    return calibrate(Chains.of(laboratory), ChainCalibration.Grid.OF_PAPER);
  }

  static CalibrationReport calibrate(Chains chains, ChainCalibration.Grid grid) {
    List<Statement> statements = PrintedStatements.ofPaper();
    ChainCalibration found = ChainCalibration.of(chains, statements, grid);
    List<CouplingBound> bounds =
        PrintedStatements.withoutDisorder().stream()
            .map(s -> CouplingBound.of(chains, s, grid.factors()))
            .toList();
    return new CalibrationReport(
        new CalibrationText(found, grid, statements).with(bounds),
        Map.of("misfit", figure(found, grid)));
  }

  /** The misfit over field and coupling, with the borders of what is not excluded. */
  static FigureBundle figure(ChainCalibration found, ChainCalibration.Grid grid) {
    double[] fields = grid.fields().stream().mapToDouble(Double::doubleValue).toArray();
    double[] factors = grid.factors().stream().mapToDouble(Double::doubleValue).toArray();
    double[][] values = new double[fields.length][factors.length];
    double least = Double.POSITIVE_INFINITY;
    double greatest = 0;
    for (int i = 0; i < fields.length; i++) {
      for (int j = 0; j < factors.length; j++) {
        values[i][j] = found.at(new Reading(factors[j], fields[i])).total();
        least = Math.min(least, values[i][j]);
        greatest = Math.max(greatest, values[i][j]);
      }
    }
    HeatMap picture =
        new HeatMap(
            new Axis("B_0/\\Gamma", 0, fields[fields.length - 1] + fields[0]),
            new Axis(
                "\\text{coupling over }\\frac{J}{4}(xx+yy)",
                0, factors[factors.length - 1] + factors[0]),
            Axis.logarithmic("\\text{misfit}", least / 1.5, Math.max(greatest, 30 * least) * 1.2),
            new qbattery.report.figure.Grid(fields, factors, values),
            ColourMap.SEQUENTIAL,
            List.of(
                new Contour(
                    found.limitOfTwo(),
                    new CurveStyle(Colour.VERMILLION, Dash.SOLID, STRONG_LINE),
                    "not excluded (95 %)"),
                new Contour(
                    4 * found.limitOfTwo(),
                    new CurveStyle(Colour.BLACK, Dash.DASHED, STRONG_LINE),
                    "four times that")),
            "Misfit of all that is printed of half-lives, gains and orders against the field $B_0$, which the"
                + " paper does not state, and the factor of its coupling $J/4\\,(xx+yy)$, $J=10\\Gamma$;"
                + " the unit of time is chosen for the smallest misfit at each point. Where few realisations"
                + " do it is coarse, or a lower bound, of the cheaper statements alone; the table says where."
                + " Lines are interpolated between the points, the middles of the fields of colour; grid"
                + " chosen here.");
    return new FigureBundle(picture, table(found), provenance(grid));
  }

  private static DataTable table(ChainCalibration found) {
    List<DataTable.Column> columns = new ArrayList<>();
    List<Misfit> all = found.misfits();
    columns.add(column("factor of the coupling", "1", all, m -> m.reading().factor()));
    columns.add(column("B0", "Gamma", all, m -> m.reading().field()));
    columns.add(column("misfit", "1", all, Misfit::total));
    columns.add(
        column(
            "a lower bound (0), coarse (1) or our error the smaller (2)",
            "1",
            all,
            m -> m.depth().grade()));
    columns.add(column("printed units of time in 1/Gamma", "1", all, Misfit::unit));
    for (String source : found.best().parts().keySet()) {
      columns.add(column(source, "1", all, m -> m.parts().getOrDefault(source, Double.NaN)));
    }
    return new DataTable(columns);
  }

  private static DataTable.Column column(
      String name, String unit, List<Misfit> all, ToDoubleFunction<Misfit> value) {
    return new DataTable.Column(name, unit, all.stream().mapToDouble(value).toArray());
  }

  /** A map of Java has another order in each run. */
  private static String ordered(Map<Integer, Integer> realisations) {
    return new TreeMap<>(realisations) + " (chosen here)";
  }

  private static Provenance provenance(ChainCalibration.Grid grid) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("Gamma", "1 (unit of rate; Eq. 3)");
    parameters.put(
        "J",
        "%s Gamma (caption of Fig. 1), times the factor"
            .formatted(Numbers.exact(Reading.COUPLING)));
    parameters.put("factor", grid.factors() + " (chosen here)");
    parameters.put("B0", grid.fields() + " Gamma (chosen here)");
    parameters.put("realisations at first, by number of cells", ordered(grid.coarse()));
    parameters.put("where a place might be the best", ordered(grid.fine()));
    return new Provenance(
        parameters,
        "fields and couplings in Gamma, times in 1/Gamma",
        List.of(
            PaperFiles.battery(Chains.FILE)
                .reading()
                .setup(Map.of(), () -> 0.5)
                .method()
                .description()),
        Map.of(),
        OptionalLong.empty(),
        List.of(
            "A printed fit of three parameters counts as three numbers: the fit that the paper would have drawn through computed half-lives at delta = 0, 1, ..., 10 against the one it printed.",
            "Errors: what the paper's number of realisations leaves open, its digits or what a figure shows, and our own realisations, added as squares.",
            "A bound counts with the square of its violation over its error."));
  }
}
