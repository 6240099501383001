package qbattery.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PngTest {
  private static final double SCALE = 600 / 72.0;

  @Test
  void isOneColumnAt600DotsPerInch() throws IOException {
    assertThat(png(Samples.halfLives()).getWidth()).isEqualTo(2031);
  }

  @Test
  void hasRoomForTheCaptionAndLeavesTheRimWhite() throws IOException {
    LineFigure figure = Samples.halfLives();
    BufferedImage image = png(figure);
    LineFigure bare = new LineFigure(figure.x(), figure.y(), figure.curves(), figure.marks(), "");
    BufferedImage without = png(bare);
    assertThat(image.getHeight()).isGreaterThan(without.getHeight() + 200);
    int inkInCaption = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      assertThat(white(image, 0, y) && white(image, image.getWidth() - 1, y)).isTrue();
      for (int x = 0; y >= without.getHeight() && x < image.getWidth(); x++) {
        inkInCaption += white(image, x, y) ? 0 : 1;
      }
    }
    for (int x = 0; x < image.getWidth(); x++) {
      assertThat(white(image, x, 0) && white(image, x, image.getHeight() - 1)).isTrue();
    }
    assertThat(inkInCaption).isGreaterThan(1000);
  }

  @Test
  void isTheSameEachTime() {
    assertThat(FigureRenderer.png(Samples.halfLives()))
        .isEqualTo(FigureRenderer.png(Samples.halfLives()));
  }

  @Test
  void drawsCurvesInTheFrameAndTheLegendOnly() throws IOException {
    LineFigure figure = figure(t -> Math.exp(-t));
    FigureLayout layout = FigureLayout.of(figure);
    BufferedImage image = png(figure);
    int inFrame = 0;
    int inLegend = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (isCurve(image, x, y)) {
          boolean frame = contains(layout.frame(), x, y);
          boolean legend = contains(layout.legend().region(), x, y);
          assertThat(frame ^ legend).isTrue();
          inFrame += frame ? 1 : 0;
          inLegend += legend ? 1 : 0;
        }
      }
    }
    assertThat(inFrame).isGreaterThan(10_000);
    assertThat(inLegend).isGreaterThan(500);
  }

  @Test
  void drawsTheCurveWhereTheLayoutPutsIt() throws IOException {
    LineFigure figure = figure(t -> Math.exp(-t));
    BufferedImage image = png(figure);
    for (double t : new double[] {0.5, 1, 2}) {
      Point2D at = FigureLayout.of(figure).plot().place(t, Math.exp(-t));
      assertThat(isCurve(image, (int) (at.getX() * SCALE), (int) (at.getY() * SCALE))).isTrue();
    }
  }

  @Test
  void drawsLaterCurvesOverEarlierOnes() throws IOException {
    Curve below = Samples.curve("below", Colour.BLUE, Dash.SOLID, t -> 0.5);
    Curve above = Samples.curve("above", Colour.VERMILLION, Dash.SOLID, t -> 0.5);
    LineFigure figure =
        new LineFigure(Samples.TIME, Samples.ENERGY, List.of(below, above), List.of(), "");
    assertThat(curvePixels(figure, 1.5)).isPositive();
  }

  @Test
  void breaksTheLineWhereThereIsNoValue() throws IOException {
    LineFigure figure = figure(t -> t > 1 && t < 2 ? Double.NaN : 0.5);
    assertThat(curvePixels(figure, 0.5)).isPositive();
    assertThat(curvePixels(figure, 1.02)).isZero();
    assertThat(curvePixels(figure, 1.5)).isZero();
    assertThat(curvePixels(figure, 1.98)).isZero();
    assertThat(curvePixels(figure, 2.5)).isPositive();
  }

  private static int curvePixels(LineFigure figure, double t) throws IOException {
    BufferedImage image = png(figure);
    Rectangle2D frame = FigureLayout.of(figure).frame();
    int x = (int) (FigureLayout.of(figure).plot().place(t, 0).getX() * SCALE);
    int count = 0;
    for (int y = (int) (frame.getMinY() * SCALE); y < frame.getMaxY() * SCALE; y++) {
      count += isCurve(image, x, y) ? 1 : 0;
    }
    return count;
  }

  private static LineFigure figure(DoubleUnaryOperator f) {
    Curve curve = Samples.curve("c", Colour.VERMILLION, Dash.SOLID, f);
    return new LineFigure(Samples.TIME, Samples.ENERGY, List.of(curve), List.of(), "");
  }

  private static boolean isCurve(BufferedImage image, int x, int y) {
    return (image.getRGB(x, y) & 0xFFFFFF) == Colour.VERMILLION.rgb();
  }

  private static boolean white(BufferedImage image, int x, int y) {
    return (image.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF;
  }

  private static boolean contains(Rectangle2D area, int x, int y) {
    return area.contains((x + 0.5) / SCALE, (y + 0.5) / SCALE);
  }

  private static BufferedImage png(LineFigure figure) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(FigureRenderer.png(figure)));
  }
}
