package qbattery.report.figure;

import java.awt.geom.Rectangle2D;
import java.util.stream.Stream;

/**
 * An inset with its texts set, of a given size at a given place.
 *
 * @param content what is plotted
 * @param plot where it stands; its area holds all texts too
 * @param title the title, above the frame
 * @param titleX the left end of the title
 * @param titleBaseline the baseline of the title
 */
record InsetLayout(
    LineFigure content, PlotLayout plot, TexLabel title, double titleX, double titleBaseline) {
  /** The white rim around all texts. */
  private static final double PAD = 1;

  private static final double TITLE_GAP = 2;
  private static final double NARROWEST_FRAME = 34;
  private static final double LOWEST_FRAME = 20;

  /** Long labels are set smaller, but in no smaller letters than these. */
  private static final double SMALLEST_TEXT = 5;

  /** Lays an inset out in an area whose corners are at whole points. */
  static InsetLayout of(Inset inset, Rectangle2D area) {
    TexLabel fullTitle = Typesetter.text(inset.title(), Sizes.TITLE_TEXT);
    double titleRoom = fullTitle.height() > 0 ? fullTitle.height() + TITLE_GAP : 0;
    double below =
        Math.ceil(
            AxisLayout.horizontal(inset.x(), PlotStyle.INSET, area.getWidth()).roomBelow() + PAD);
    double roughHeight = area.getHeight() - below - titleRoom - 2 * PAD;
    AxisLayout y =
        AxisLayout.vertical(inset.y(), PlotStyle.INSET, roughHeight, roughHeight + below - PAD);
    double number = y.numberHeight() / 2;
    double above = Math.ceil(PAD + Math.max(number, Math.max(titleRoom, y.powerRoom())));
    double left = Math.ceil(PAD + y.roomLeft());
    double roughWidth = area.getWidth() - left - 2 * PAD;
    AxisLayout x = AxisLayout.horizontal(inset.x(), PlotStyle.INSET, roughWidth);
    double right = Math.ceil(PAD + Math.max(Sizes.FRAME_LINE, x.overhang(roughWidth)));
    Rectangle2D frame =
        new Rectangle2D.Double(
            area.getX() + left,
            area.getY() + above,
            Math.max(1, area.getWidth() - left - right),
            Math.max(1, area.getHeight() - above - below));

    // The power of ten stands at the left end of the line of the title.
    double taken = y.power().map(power -> power.width() + 2 * TITLE_GAP).orElse(0.0);
    TexLabel title = fullTitle.atMost(Math.max(1, frame.getWidth() - taken));
    double centred = frame.getCenterX() - title.width() / 2;
    double titleX = Math.max(centred, frame.getX() + taken);
    double baseline = frame.getY() - TITLE_GAP - title.descent();
    return new InsetLayout(
        inset.content(), new PlotLayout(area, frame, x, y), title, titleX, baseline);
  }

  /** Returns whether the texts can be read and leave enough room for the curves. */
  boolean isReadable() {
    return Stream.of(plot.x().label(), plot.y().label(), title)
            .allMatch(text -> text.size() >= SMALLEST_TEXT)
        && plot.frame().getWidth() >= NARROWEST_FRAME
        && plot.frame().getHeight() >= LOWEST_FRAME;
  }
}
