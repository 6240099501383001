package qbattery.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static qbattery.testing.Tolerance.ROUNDING;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CaptionLayoutTest {
  @Test
  void cutsAtSpacesOutsideFormulas() {
    assertThat(MixedText.words("a ($x = 1$), 50% of\n b"))
        .containsExactly(
            "\\text{a}",
            "\\text{(}{x = 1}\\text{){,}}",
            "\\text{50\\%}",
            "\\text{of}",
            "\\text{b}");
    assertThat(MixedText.words(" ")).isEmpty();
    assertThat(MixedText.words("\\$5")).containsExactly("\\text{\\$5}");
  }

  @Test
  void keepsEveryLineWithinTheWidth() {
    LineFigure figure = Samples.halfLives();
    CaptionLayout caption = PngWriter.caption(figure, FigureLayout.of(figure).height());
    assertThat(caption.words()).hasSameSizeAs(MixedText.words(figure.caption()));
    assertThat(caption.words()).extracting(CaptionLayout.Word::line).contains(0, 1, 2);
    for (CaptionLayout.Word word : caption.words()) {
      assertThat(word.x()).isPositive();
      assertThat(word.x() + word.label().width()).isLessThanOrEqualTo(Sizes.WIDTH);
    }
  }

  @Test
  void neitherOverlapsWordsNorLines() {
    CaptionLayout caption =
        CaptionLayout.of(
            "A tall formula $\\frac{\\frac{a}{b}}{\\frac{c}{d}}$ in a line of its own, then text"
                + " and $\\frac{\\frac{a}{b}}{\\frac{c}{d}}$ again, one below the other.",
            0,
            0,
            100);
    List<CaptionLayout.Word> words = caption.words();
    for (CaptionLayout.Word a : words) {
      for (CaptionLayout.Word b : words) {
        if (a.line() == b.line() && a.x() < b.x()) {
          assertThat(a.x() + a.label().width()).isLessThan(b.x());
        } else if (a.line() < b.line()) {
          assertThat(a.baseline() + a.label().descent())
              .isLessThan(b.baseline() - b.label().ascent());
        }
      }
      assertThat(a.baseline() + a.label().descent())
          .isLessThanOrEqualTo(caption.height() + 100 * ROUNDING);
    }
  }

  @Test
  void shrinksAWordThatIsWiderThanTheLine() {
    CaptionLayout caption = CaptionLayout.of("x".repeat(200) + " end", 0, 0, 100);
    assertThat(caption.words()).extracting(CaptionLayout.Word::line).containsExactly(0, 1);
    assertThat(caption.words().get(0).label().width()).isLessThanOrEqualTo(100 + 100 * ROUNDING);
  }
}
