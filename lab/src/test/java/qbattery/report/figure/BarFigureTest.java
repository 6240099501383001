package qbattery.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class BarFigureTest {
  private static final double SCALE = 600 / 72.0;
  private static final Axis AXIS = new Axis("\\gamma", 0, 2);

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(() -> figure(List.of(), AXIS, bars()), "at least one of each"),
        mistake(() -> figure(List.of("a"), AXIS), "at least one of each"),
        mistake(() -> figure(List.of("a"), new Axis("y", -1, 1), bars(1)), "must start at 0"),
        mistake(() -> figure(List.of("a", "b"), AXIS, bars(1)), "1 values for 2 groups"),
        mistake(() -> figure(List.of("a"), AXIS, bars(2.1)), "lengthen the axis"),
        mistake(() -> bars(1, -0.1), "cannot be negative"),
        mistake(() -> bars(Double.POSITIVE_INFINITY), "NaN where there is no value"),
        mistake(() -> figure(List.of("a^2"), AXIS, bars(1)), "The label of a group 'a^2'"),
        mistake(
            () -> FigureRenderer.svg(figure(List.of("a"), AXIS, bars(1.99))),
            "end the axis at 2.11 or above"),
        mistake(() -> FigureRenderer.svg(many(10)), "too many to write a value above each"),
        mistake(
            () -> FigureRenderer.svg(figure(List.of("x".repeat(100)), AXIS, bars(1))),
            "do not fit side by side"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void refusesAMistake(Runnable mistake, String advice) {
    assertThatIllegalArgumentException()
        .isThrownBy(mistake::run)
        .withMessageContaining(advice)
        .withMessageEndingWith(".");
  }

  @Test
  void suggestsAnAxisThatIsLongEnough() {
    BarFigure figure = figure(List.of("a"), new Axis("y", 0, 2.11), bars(1.99));
    assertThat(FigureRenderer.svg(figure)).isNotEmpty();
  }

  @Test
  void fillsEachBarUpToItsValueAndNoFurther() throws IOException {
    BarFigure figure = Samples.bars();
    PlotLayout plot = FigureLayout.of(figure).plot();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(FigureRenderer.png(figure)));
    int seen = 0;
    for (BarLayout.Bar bar : BarLayout.of(figure, plot).bars()) {
      int left = (int) (bar.area().getMinX() * SCALE);
      int count = 0;
      for (int y = (int) (plot.frame().getMinY() * SCALE);
          y < plot.frame().getMaxY() * SCALE;
          y++) {
        count += (image.getRGB(left + 20, y) & 0xFFFFFF) == bar.colour().rgb() ? 1 : 0;
      }
      // The rim takes a pixel or two at both ends.
      assertThat((double) count)
          .isCloseTo(Math.max(0, bar.area().getHeight() * SCALE - 3), within(3.0));
      seen += count > 0 ? 1 : 0;
    }
    assertThat(seen).isEqualTo(17);
  }

  @Test
  void drawsHeightsInProportionToTheValues() {
    BarFigure figure = figure(List.of("a", "b"), AXIS, bars(0.5, 1.5), bars(1, Double.NaN));
    PlotLayout plot = FigureLayout.of(figure).plot();
    double unit = plot.frame().getHeight() / 2;
    assertThat(BarLayout.of(figure, plot).bars())
        .extracting(bar -> Math.round(1e6 * bar.area().getHeight() / unit) / 1e6)
        .containsExactly(0.5, 1.0, 1.5);
  }

  @Test
  void writesEachValueAboveItsOwnBarClearOfTheRest() {
    BarFigure figure = Samples.bars();
    PlotLayout plot = FigureLayout.of(figure).plot();
    List<BarLayout.Bar> bars = BarLayout.of(figure, plot).bars();
    assertThat(bars).hasSize(20);
    assertThat(bars.stream().map(BarLayout.Bar::upwards).distinct()).hasSize(2);
    for (BarLayout.Bar bar : bars) {
      Rectangle2D value = bar.valueArea();
      assertThat(plot.frame().contains(value)).isTrue();
      assertThat(value.getMaxY()).isLessThan(bar.area().getMinY());
      assertThat(value.getMinX()).isGreaterThan(bar.area().getMinX());
      assertThat(value.getMaxX()).isLessThan(bar.area().getMaxX());
      for (BarLayout.Bar other : bars) {
        assertThat(value.intersects(other.area())).isFalse();
      }
    }
  }

  @Test
  void keepsTheLabelsOfTheGroupsApartAndOnThePage() {
    FigureLayout layout = FigureLayout.of(Samples.bars());
    AxisLayout x = layout.plot().x();
    double unit = layout.frame().getWidth() / 4;
    for (TexLabel label : x.numbers()) {
      assertThat(label.width()).isLessThan(unit);
    }
    assertThat(layout.frame().getMaxY() + x.roomBelow()).isLessThan(layout.height());
    assertThat(layout.legend().entries()).hasSize(5);
    assertThat(layout.legend().region().getMaxY()).isLessThan(layout.frame().getMinY());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "0.690983, 0.691",
    "1.99999999, 2",
    "12.34, 12.3",
    "12345.6, 12346",
    "0.00123456, 0.00123",
    "0.000123456, 1.23\\times 10^{-4}",
    "123456, 1.23\\times 10^{5}",
    "99999.9, 1\\times 10^{5}"
  })
  void writesThreeDigits(double value, String text) {
    assertThat(ValueText.of(value)).isEqualTo(text);
  }

  @Test
  void makesTheAxisAsLongAsTheBarsNeed() {
    assertThat(Samples.bars().y()).isEqualTo(new Axis("\\gamma_k/\\Gamma", 0, 6.25));
    BarFigure nothing = new BarFigure(List.of("a"), "y", List.of(bars(0)), "");
    assertThat(nothing.y()).isEqualTo(new Axis("y", 0, 1));
    BarFigure long4 = new BarFigure(List.of("a"), "y", List.of(bars(1.23e-7)), "");
    assertThat(FigureRenderer.svg(long4)).isNotEmpty();
  }

  @Test
  void isDrawnTheSameEachTimeInEveryFormat() throws IOException {
    BarFigure figure = Samples.bars();
    byte[] pdf = FigureRenderer.pdf(figure);
    assertThat(FigureRenderer.svg(figure)).isEqualTo(FigureRenderer.svg(Samples.bars()));
    assertThat(FigureRenderer.png(figure)).isEqualTo(FigureRenderer.png(Samples.bars()));
    assertThat(pdf).isEqualTo(FigureRenderer.pdf(Samples.bars()));
    assertThat(new String(FigureRenderer.svg(figure), StandardCharsets.UTF_8))
        .contains("8.6cm")
        .doesNotContain("<text");
    BarFigure bare = new BarFigure(figure.groups(), figure.y(), figure.bars(), "");
    try (PDDocument document = Loader.loadPDF(FigureRenderer.pdf(bare))) {
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("\\gamma_k/\\Gamma for central, linear, circular, symmetric");
    }
  }

  @Test
  void keepsItsOwnCopyOfTheValues() {
    double[] values = {1, 2};
    BarSeries series = bars(values);
    values[0] = 7;
    series.values()[1] = 7;
    assertThat(series).isEqualTo(bars(1, 2)).isNotEqualTo(bars(1, 7));
  }

  private static Arguments mistake(Runnable mistake, String advice) {
    return Arguments.of(mistake, advice);
  }

  private static BarSeries bars(double... values) {
    return new BarSeries("b", values, Colour.BLUE);
  }

  private static BarFigure figure(List<String> groups, Axis y, BarSeries... bars) {
    return new BarFigure(groups, y, List.of(bars), "");
  }

  private static BarFigure many(int number) {
    List<BarSeries> bars = new ArrayList<>(Collections.nCopies(number, bars(new double[number])));
    return new BarFigure(Collections.nCopies(number, "g"), AXIS, bars, "");
  }
}
