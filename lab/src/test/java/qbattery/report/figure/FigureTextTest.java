package qbattery.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTextTest {

  private static double width(String tex) {
    return Typesetter.math(tex, 10).width();
  }

  @Test
  void aLabelIsTextInWhichDollarsHoldTex() {
    assertThat(FigureText.label("energy $U/\\omega$")).isEqualTo("\\text{energy}\\ {U/\\omega}");
  }

  @Test
  void aLabelOfTexAloneStaysTex() {
    assertThat(FigureText.label("\\mathcal{E}/\\mathcal{E}(0)"))
        .isEqualTo("\\mathcal{E}/\\mathcal{E}(0)");
    assertThat(FigureText.label("E_0 t")).isEqualTo("E_0 t");
    assertThat(FigureText.label("\\text{stored energy}\\,[E]")).contains("stored energy");
  }

  @Test
  void wordsKeepTheirSpaces() {
    double apart = width(FigureText.label("stored energy"));
    double together = width(FigureText.label("storedenergy"));
    assertThat(apart).isGreaterThan(together + 2);
  }

  @Test
  void aPercentSignIsNoComment() {
    double whole = width(FigureText.label("100 % of E"));
    double cut = width(FigureText.label("100"));
    assertThat(whole).isGreaterThan(2.5 * cut);
  }

  @Test
  void greekLettersAreLettersInTextAndInFormulas() {
    double letter = width("\\omega");
    assertThat(width(FigureText.label("\u03c9"))).isEqualTo(letter);
    assertThat(width(FigureText.label("$\u03c9$"))).isEqualTo(letter);
    assertThat(FigureText.label("\u03c9 t")).isEqualTo("\\text{}{\\omega}\\text{}\\ \\text{t}");
    for (int c = 0x391; c <= 0x3c9; c++) {
      if (Greek.tex(c).isPresent()) {
        assertThat(width(FigureText.label(Character.toString(c)))).isPositive();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\nosuch", "$\\nosuch$", "stored energy \\omega", "$x", "{"})
  void whatCannotBeSetIsRefused(String label) {
    assertThatThrownBy(() -> FigureText.label(label.equals("{") ? "\\alpha{" : label))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("label");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"E_0", "a $ b", "x^2", "\\frac", "100 %", "#1 & {2}", "\u4e2d", "\ud83d\udd0b"})
  void aNameIsSetAsItsWords(String name) {
    assertThat(width(FigureText.words(name))).isPositive();
    FigureText.requireText(FigureText.plain(name));
  }
}
