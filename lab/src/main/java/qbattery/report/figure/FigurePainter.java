package qbattery.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/** Draws a line figure with its inset. */
final class FigurePainter implements Drawing {
  private static final double LEADER_LINE = 0.35;
  private static final double WORDS_WIDTH = 0.9;
  private static final Color GREY = new Color(0x555555);
  private static final String NOTHING =
      "nothing to draw: no value is above zero and above its own error";

  private final LineFigure figure;
  private final FigureLayout layout;
  private final List<PlacedLabel> markLabels;
  private final Optional<InsetLayout> inset;

  FigurePainter(LineFigure figure) {
    this.figure = figure;
    layout = FigureLayout.of(figure);
    markLabels = MarkLabels.place(figure, layout.plot());
    inset = figure.inset().map(i -> InsetPlacer.place(i, figure, layout.plot(), markLabels));
  }

  @Override
  public double height() {
    return layout.height();
  }

  @Override
  public String subject() {
    return figure.y().label() + " against " + figure.x().label();
  }

  @Override
  public void paint(Graphics2D g) {
    PlotPainter.paint(g, figure, layout.plot());
    figure.points().forEach(points -> PlacedPoint.paint(g, points, layout.plot()));
    layout.legend().paint(g);
    if (figure.showsNothing()) {
      paintWords(g);
    }
    markLabels.forEach(label -> paintMarkLabel(g, label));
    inset.ifPresent(small -> paintInset(g, small));
  }

  /** Says in an empty frame why it is empty: only a logarithmic axis leaves out what there is. */
  private void paintWords(Graphics2D g) {
    Rectangle2D frame = layout.plot().frame();
    TexLabel words =
        Typesetter.text(NOTHING, Sizes.LEGEND_TEXT).atMost(WORDS_WIDTH * frame.getWidth());
    words.draw(
        g, frame.getCenterX() - words.width() / 2, frame.getCenterY() + words.ascent() / 2, GREY);
  }

  /** Draws the inset on the white of its own area. */
  private static void paintInset(Graphics2D g, InsetLayout inset) {
    PlotPainter.paint(g, inset.content(), inset.plot());
    MarkLabels.place(inset.content(), inset.plot()).forEach(label -> paintMarkLabel(g, label));
    inset.title().draw(g, inset.titleX(), inset.titleBaseline(), Color.BLACK);
  }

  private static void paintMarkLabel(Graphics2D g, PlacedLabel placed) {
    Color colour = placed.mark().colour().paint();
    placed.leader().ifPresent(leader -> paintLeader(g, leader, colour));
    TexLabel label = placed.label();
    label.draw(g, placed.area().getMinX(), placed.area().getMinY() + label.ascent(), colour);
  }

  private static void paintLeader(Graphics2D g, Line2D leader, Color colour) {
    g.setColor(colour);
    g.setStroke(new BasicStroke((float) LEADER_LINE));
    g.draw(leader);
  }
}
