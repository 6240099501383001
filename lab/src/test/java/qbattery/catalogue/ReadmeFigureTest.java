package qbattery.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import qbattery.experiment.Workbench;
import qbattery.paper.Paper;
import qbattery.report.figure.FigureRenderer;

class ReadmeFigureTest {

  @Test
  void theFigureInTheReadmeIsWhatTheProgramDraws() throws IOException {
    Paper paper = Catalogue.papers().get(0);
    Paper.Figure figure = paper.figures().get(0);
    assertThat(paper.id() + "-" + figure.id()).isEqualTo("santos2021-fig2a");
    BufferedImage drawn =
        ImageIO.read(
            new ByteArrayInputStream(
                FigureRenderer.png(figure.drawing().draw(Workbench.inMemory()).picture())));
    BufferedImage shown =
        ImageIO.read(
            Path.of(System.getProperty("qbattery.root"), "docs/figures/santos2021-fig2a.png")
                .toFile());
    assertThat(shown.getWidth()).isEqualTo(drawn.getWidth());
    assertThat(shown.getHeight()).isEqualTo(drawn.getHeight());
    int different = 0;
    for (int y = 0; y < drawn.getHeight(); y++) {
      for (int x = 0; x < drawn.getWidth(); x++) {
        different += shown.getRGB(x, y) == drawn.getRGB(x, y) ? 0 : 1;
      }
    }
    assertThat(different)
        .as(
            "pixels that differ; copy out/santos2021/fig2a/fig2a.png to docs/figures/santos2021-fig2a.png")
        .isZero();
  }
}
