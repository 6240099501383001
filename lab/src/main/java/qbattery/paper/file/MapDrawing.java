package qbattery.paper.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import qbattery.paper.judge.Coordinate;
import qbattery.paper.judge.DataArray;
import qbattery.report.DataTable;
import qbattery.report.FigureBundle;
import qbattery.report.figure.AxisRange;
import qbattery.report.figure.Contour;
import qbattery.report.figure.Grid;
import qbattery.report.figure.HeatMap;

/** Draws a figure that tells a series by colour over two axes. */
final class MapDrawing {

  private MapDrawing() {}

  static FigureBundle draw(FigureDrawing drawing, Surroundings here, Computing computing) {
    FigureSection figure = drawing.figure();
    Quantity what = figure.map().orElseThrow();
    DataArray array = here.value(what);
    if (array.axes().size() != 2) {
      throw new IllegalArgumentException(
          "A map runs along two axes; this is along %d (%s)."
              .formatted(array.axes().size(), array.names()));
    }
    String across =
        figure.x().orElseGet(() -> other(array, figure.y().orElse(array.axes().get(1).name())));
    String up = figure.y().orElseGet(() -> other(array, across));
    DataArray ordered = FigureDrawing.last(FigureDrawing.last(array, across), up);
    Coordinate x = ordered.required(across);
    Coordinate y = ordered.required(up);
    double[][] z = new double[x.size()][y.size()];
    double[] xs = new double[ordered.cells().size()];
    double[] ys = new double[xs.length];
    double[] zs = new double[xs.length];
    double error = 0;
    for (int k = 0; k < xs.length; k++) {
      xs[k] = x.values()[k / y.size()];
      ys[k] = y.values()[k % y.size()];
      zs[k] = ordered.cells().get(k).value();
      z[k / y.size()][k % y.size()] = zs[k];
      if (!Double.isNaN(zs[k])) {
        error = Math.max(error, ordered.cells().get(k).error());
      }
    }
    Grid grid = new Grid(x.values(), y.values(), z);
    List<Contour> contours = new ArrayList<>();
    figure
        .contours()
        .forEach(
            line ->
                contours.add(
                    line.label().isBlank()
                        ? Contour.thin(line.level())
                        : Contour.strong(line.level(), line.label())));
    return new FigureBundle(
        HeatMap.of(
            AxisRange.across(drawing.label("x", across), x.values(), drawing.logarithmic("x")),
            AxisRange.across(drawing.label("y", up), y.values(), drawing.logarithmic("y")),
            drawing.ranged("colour", HeatMap.bar(drawing.label("colour", what.text()), grid), here),
            grid,
            contours,
            drawing.caption(here, computing)),
        new DataTable(
            List.of(
                new DataTable.Column(across, "as in the file", xs),
                new DataTable.Column(up, "as in the file", ys),
                new DataTable.Column(what.text(), "as in the file", zs))),
        drawing.provenance(computing, Map.of(what.text(), error)));
  }

  private static String other(DataArray array, String axis) {
    return array.axes().get(0).name().equals(axis)
        ? array.axes().get(1).name()
        : array.axes().get(0).name();
  }
}
