package qbattery.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws a map with its colour bar. */
final class HeatPainter implements Drawing {
  private final HeatMap map;
  private final List<Contour> contours = new ArrayList<>();
  private final List<Path2D> lines = new ArrayList<>();
  private final FigureLayout layout;

  HeatPainter(HeatMap map) {
    this.map = map;
    for (Contour contour : map.contours()) {
      Path2D line = ContourTracer.of(map, contour.level());
      if (line.getCurrentPoint() != null) {
        contours.add(contour);
        lines.add(line);
      }
    }
    layout = FigureLayout.of(map, contours.stream().map(LegendKey::of).toList());
  }

  @Override
  public double height() {
    return layout.height();
  }

  @Override
  public String subject() {
    return map.z().label() + " against " + map.x().label() + " and " + map.y().label();
  }

  @Override
  public void paint(Graphics2D g) {
    Rectangle2D area = layout.frame();
    g.setColor(Color.WHITE);
    g.fill(layout.plot().area());
    HeatImage.paint(g, map, area);
    AffineTransform place = AffineTransform.getTranslateInstance(area.getX(), area.getMaxY());
    place.scale(area.getWidth(), -area.getHeight());
    for (int i = 0; i < lines.size(); i++) {
      ContourPainter.paint(g, place.createTransformedShape(lines.get(i)), contours.get(i).style());
    }
    PlotPainter.frame(g, layout.plot());
    ColourBar.of(map, area).paint(g, contours);
    layout.legend().paint(g);
  }
}
