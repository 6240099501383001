package qbattery.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HeatMapTest {
  private static final double[] TWO = {0, 1};

  @Test
  void fillsEachCellWithTheColourOfItsValue() throws IOException {
    HeatMap map = Maps.positive();
    Rectangle2D frame = frame(map);
    BufferedImage image = Pixels.png(map);
    double[][] z = map.grid().z();
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < 5; j++) {
        // A little off the middle of the cell, through which the contour may run.
        double x = frame.getX() + (i + 0.65) / 10 * frame.getWidth();
        double y = frame.getMaxY() - (j + 0.1) / 10 * frame.getHeight();
        assertThat(Pixels.rgb(image, x, y)).isEqualTo(map.colours().rgb(z[i][j], map.z()));
      }
    }
  }

  @Test
  void hatchesCellsWithoutAValueInGrey() throws IOException {
    HeatMap map = Maps.signed();
    BufferedImage image = Pixels.png(map);
    Rectangle2D frame = frame(map);
    Rectangle2D corner = new Rectangle2D.Double(frame.getMaxX() - 20, frame.getMaxY() - 15, 18, 13);
    assertThat(colours(image, corner)).containsExactlyInAnyOrder(0xDDDDDD, 0x8C8C8C);
  }

  @Test
  void leavesWhatIsBeyondTheGridWhite() throws IOException {
    HeatMap map = map(new Axis("z", 0, 1), constant(0.5), ColourMap.SEQUENTIAL);
    Rectangle2D frame = frame(map);
    Rectangle2D right = new Rectangle2D.Double(frame.getCenterX(), frame.getMinY() + 1, 50, 50);
    assertThat(colours(Pixels.png(map), right)).containsExactly(0xFFFFFF);
  }

  @Test
  void drawsTheZeroLineBlackAndMarksItOnTheBar() throws IOException {
    HeatMap map = Maps.signed();
    BufferedImage image = Pixels.png(map);
    Rectangle2D frame = frame(map);
    // The top of the arch: 1.4 sin x cos y = 0.3 y at x = pi/2 is near y = 1.29.
    double x = frame.getX() + Math.PI / 2 / 4 * frame.getWidth();
    double y = frame.getMaxY() - 1.2905 / 2 * frame.getHeight();
    assertThat(Pixels.rgb(image, x, y)).isZero();
    ColourBar bar = ColourBar.of(map, frame);
    assertThat(Pixels.rgb(image, bar.area().getCenterX(), bar.area().getCenterY())).isZero();
  }

  @Test
  void paintsTheBarFromTheLeastColourToTheGreatest() throws IOException {
    HeatMap map = Maps.positive();
    Rectangle2D bar = ColourBar.of(map, frame(map)).area();
    BufferedImage image = Pixels.png(map);
    assertNear(Pixels.rgb(image, bar.getCenterX(), bar.getMinY() + 0.5), map, map.z().max());
    assertNear(Pixels.rgb(image, bar.getCenterX(), bar.getCenterY()), map, map.z().max() / 2);
  }

  @Test
  void keepsBarAndTextsOnThePage() throws IOException {
    for (HeatMap map : List.of(Maps.signed(), Maps.positive())) {
      BufferedImage image = Pixels.png(map);
      for (int y = 0; y < image.getHeight(); y++) {
        assertThat(image.getRGB(0, y) & image.getRGB(image.getWidth() - 1, y)).isEqualTo(-1);
      }
      for (int x = 0; x < image.getWidth(); x++) {
        assertThat(image.getRGB(x, 0) & image.getRGB(x, image.getHeight() - 1)).isEqualTo(-1);
      }
      assertThat(image.getWidth()).isEqualTo(2031);
    }
  }

  @Test
  void namesOnlyContoursThatAreThere() {
    HeatMap map = Maps.signed();
    Contour nowhere = Contour.strong(7, "nowhere");
    HeatMap more =
        new HeatMap(
            map.x(), map.y(), map.z(), map.grid(), map.colours(), List.of(nowhere), map.caption());
    HeatMap none =
        new HeatMap(map.x(), map.y(), map.z(), map.grid(), map.colours(), List.of(), map.caption());
    assertThat(FigureRenderer.svg(more)).isEqualTo(FigureRenderer.svg(none));
  }

  @Test
  void makesTheBarAsLongAsTheValuesNeed() {
    assertThat(auto(constant(0), ColourMap.SEQUENTIAL)).isEqualTo(new Axis("z", -1, 1));
    assertThat(auto(constant(4), ColourMap.SEQUENTIAL)).isEqualTo(new Axis("z", 2, 6));
    assertThat(auto(constant(0), ColourMap.DIVERGING)).isEqualTo(new Axis("z", -1, 1));
    assertThat(auto(constant(-3), ColourMap.DIVERGING)).isEqualTo(new Axis("z", -3, 3));
    assertThat(auto(Maps.grid(TWO, TWO, (x, y) -> x - 2 * y), ColourMap.SEQUENTIAL))
        .isEqualTo(new Axis("z", -2, 1));
  }

  @Test
  void staysSmallOnAFineGrid() {
    HeatMap map =
        new HeatMap(
            Maps.COUPLING,
            Axis.logarithmic("\\kappa", 0.1, 10),
            Axis.logarithmic("z", 1e-3, 1e3),
            Maps.grid(
                Maps.steps(0, 4, 150),
                Arrays.stream(Maps.steps(-1, 1, 150)).map(e -> Math.pow(10, e)).toArray(),
                (x, y) -> Math.exp(x * Math.sin(y))),
            ColourMap.SEQUENTIAL,
            List.of(Contour.strong(1, "one")),
            "");
    String svg = new String(FigureRenderer.svg(map), StandardCharsets.UTF_8);
    assertThat(svg).hasSizeLessThan(1_000_000).doesNotContain("<text");
    assertThat(svg.split("<image", -1)).hasSize(3);
    assertThat(svg).contains("data:image/png;base64,").doesNotContain("file:");
    assertThat(FigureRenderer.pdf(map)).hasSizeLessThan(1_000_000);
  }

  @Test
  void isDrawnTheSameEachTimeInEveryFormat() {
    assertThat(FigureRenderer.svg(Maps.signed())).isEqualTo(FigureRenderer.svg(Maps.signed()));
    assertThat(FigureRenderer.pdf(Maps.signed())).isEqualTo(FigureRenderer.pdf(Maps.signed()));
    assertThat(FigureRenderer.png(Maps.signed())).isEqualTo(FigureRenderer.png(Maps.signed()));
  }

  @Test
  void keepsItsOwnCopyOfTheValues() {
    double[][] z = {{1, 2}, {3, 4}};
    Grid grid = new Grid(TWO, TWO, z);
    z[0][0] = 7;
    grid.z()[1][1] = 7;
    assertThat(grid.z()).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
  }

  private static Grid constant(double value) {
    return Maps.grid(TWO, TWO, (x, y) -> value);
  }

  private static HeatMap map(Axis z, Grid grid, ColourMap colours) {
    return new HeatMap(Maps.COUPLING, Maps.RATE, z, grid, colours, List.of(), "");
  }

  private static Axis auto(Grid grid, ColourMap colours) {
    return HeatMap.axis("z", grid, colours);
  }

  private static Rectangle2D frame(HeatMap map) {
    List<LegendKey> keys = map.contours().stream().map(LegendKey::of).toList();
    return FigureLayout.of(map, keys).frame();
  }

  private static void assertNear(int rgb, HeatMap map, double value) {
    Color seen = new Color(rgb);
    Color right = new Color(map.colours().rgb(value, map.z()));
    assertThat(
            Math.abs(seen.getRed() - right.getRed())
                + Math.abs(seen.getGreen() - right.getGreen())
                + Math.abs(seen.getBlue() - right.getBlue()))
        .isLessThan(8);
  }

  private static List<Integer> colours(BufferedImage image, Rectangle2D area) {
    return IntStream.range(0, (int) (area.getHeight() * Pixels.SCALE))
        .boxed()
        .flatMap(
            row ->
                IntStream.range(0, (int) (area.getWidth() * Pixels.SCALE))
                    .mapToObj(
                        column ->
                            Pixels.rgb(
                                image,
                                area.getX() + column / Pixels.SCALE,
                                area.getY() + row / Pixels.SCALE)))
        .distinct()
        .toList();
  }
}
