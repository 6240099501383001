package qbattery.paper.kamin2023;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import qbattery.experiment.Laboratory;
import qbattery.paper.Paper;
import qbattery.report.DataTable;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;
import qbattery.report.figure.Axis;
import qbattery.report.figure.ColourMap;
import qbattery.report.figure.Contour;
import qbattery.report.figure.Grid;
import qbattery.report.figure.HeatMap;

/** Maps of the ergotropy over two parameters, with the line where charging begins. */
final class MapFigures {

  private MapFigures() {}

  /** Two axes of a map, and what stays. */
  private record Plane(
      String id,
      Knob across,
      double[] xs,
      String xLabel,
      Knob up,
      double[] ys,
      String yLabel,
      Setting base,
      String fixed) {}

  private static final List<Plane> PLANES =
      List.of(
          new Plane(
              "fig-map-bias",
              Knob.MU,
              Ranges.MAP_MU,
              "\\mu/\\omega",
              Knob.BIAS,
              Ranges.MAP_BIAS,
              "\\Delta\\mu/\\omega",
              Setting.STATED,
              "$J=T=1$"),
          new Plane(
              "fig-map-temperature",
              Knob.TEMPERATURE,
              Ranges.MAP_TEMPERATURE,
              "T/\\omega",
              Knob.MU,
              Ranges.MAP_MU,
              "\\mu/\\omega",
              Setting.STATED,
              "$J=1$, $\\Delta\\mu=2$"),
          new Plane(
              "fig-map-coupling",
              Knob.COUPLING,
              Ranges.MAP_COUPLING,
              "J/\\omega",
              Knob.BIAS,
              Ranges.MAP_BIAS,
              "\\Delta\\mu/\\omega",
              Setting.STATED.with(Knob.MU, 0),
              "$T=1$, $\\mu=0$"));

  static List<Paper.Figure> all() {
    List<Paper.Figure> figures = new ArrayList<>();
    for (Plane plane : PLANES) {
      for (Shape shape : Shape.values()) {
        figures.add(
            new Paper.Figure(
                plane.id + (shape == Shape.STAR ? "" : "-chain"),
                "%s: map of ergotropy over %s and %s"
                    .formatted(shape.label(), plane.across.label(), plane.up.label()),
                laboratory -> map(laboratory, plane, shape)));
      }
    }
    return figures;
  }

  private static FigureBundle map(Laboratory laboratory, Plane plane, Shape shape) {
    List<Found> found =
        Run.over(plane.base.linked(shape), plane.across, plane.xs, plane.up, plane.ys)
            .in(laboratory);
    int rows = plane.ys.length;
    double[][] z = new double[plane.xs.length][rows];
    double[] x = new double[found.size()];
    double[] y = new double[found.size()];
    double[] work = new double[found.size()];
    double[] inversion = new double[found.size()];
    double error = 0;
    for (int k = 0; k < found.size(); k++) {
      Found at = found.get(k);
      inversion[k] = at.inversion().value();
      work[k] = at.ergotropy().value();
      z[k / rows][k % rows] = inversion[k];
      x[k] = at.setting().get(plane.across);
      y[k] = at.setting().get(plane.up);
      error = Math.max(error, at.inversion().error());
    }
    return new FigureBundle(
        new HeatMap(
            PaperFigures.axis(plane.xLabel, plane.xs),
            PaperFigures.axis(plane.yLabel, plane.ys),
            new Axis("2p-1\\ (=\\mathcal{W}\\ \\text{if above 0})", -1, 1),
            new Grid(plane.xs, plane.ys, z),
            ColourMap.DIVERGING,
            List.of(
                Contour.strong(0, "$2p=1$: charging begins"),
                Contour.thin(0.25),
                Contour.thin(0.5),
                Contour.thin(0.75)),
            "Inversion $2p-1$ of the battery, which is its ergotropy over the maximum where above zero (red), for the %s of three cells with a reservoir each; %s, $\\gamma=\\omega=1$. Thin lines at quarters. Ranges chosen here: $%s$ from %s to %s, $%s$ from %s to %s."
                .formatted(
                    shape == Shape.STAR ? "star of Fig. 1" : "chain of Eq. 1",
                    plane.fixed,
                    plane.xLabel,
                    Numbers.exact(plane.xs[0]),
                    Numbers.exact(plane.xs[plane.xs.length - 1]),
                    plane.yLabel,
                    Numbers.exact(plane.ys[0]),
                    Numbers.exact(plane.ys[rows - 1]))),
        new DataTable(
            List.of(
                new DataTable.Column(plane.across.label(), plane.across.unit(), x),
                new DataTable.Column(plane.up.label(), plane.up.unit(), y),
                new DataTable.Column("2p - 1", "1", inversion),
                new DataTable.Column("W", "1", work))),
        Plot.provenance(
            Map.of("setting", plane.base.linked(shape).text(List.of(plane.across, plane.up))),
            Map.of("2p - 1", error, "W", error)));
  }
}
