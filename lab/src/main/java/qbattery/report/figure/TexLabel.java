package qbattery.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import org.scilab.forge.jlatexmath.Box;

/** A piece of typeset TeX that knows its size in points and draws itself at a baseline. */
final class TexLabel {
  private final Box box;
  private final double size;

  TexLabel(Box box, double size) {
    this.box = box;
    this.size = size;
  }

  /** Returns the size of its letters. */
  double size() {
    return size;
  }

  double width() {
    return box.getWidth() * size;
  }

  /** Returns how far it reaches above its baseline. */
  double ascent() {
    return box.getHeight() * size;
  }

  /** Returns how far it reaches below its baseline. */
  double descent() {
    return Math.max(0, box.getDepth() * size);
  }

  double height() {
    return ascent() + descent();
  }

  /** Returns itself, or a smaller copy if it is wider than allowed. */
  TexLabel atMost(double width) {
    return width() <= width ? this : new TexLabel(box, size * width / width());
  }

  void draw(Graphics2D g, double x, double baseline, Color colour) {
    AffineTransform before = g.getTransform();
    Color paint = g.getColor();
    g.translate(x, baseline);
    g.scale(size, size);
    g.setColor(colour);
    box.draw(g, 0f, 0f);
    g.setTransform(before);
    g.setColor(paint);
  }

  /** Draws it turned by a quarter, reading upwards, its baseline on the given x. */
  void drawUpwards(Graphics2D g, double baseline, double bottom, Color colour) {
    AffineTransform before = g.getTransform();
    g.translate(baseline, bottom);
    g.rotate(-Math.PI / 2);
    draw(g, 0, 0, colour);
    g.setTransform(before);
  }
}
