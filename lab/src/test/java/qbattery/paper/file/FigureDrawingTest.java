package qbattery.paper.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import qbattery.experiment.Workbench;
import qbattery.file.tree.WrongFileException;
import qbattery.report.DataTable;
import qbattery.report.FigureBundle;
import qbattery.report.figure.Colour;
import qbattery.report.figure.Curve;
import qbattery.report.figure.CurveStyle;
import qbattery.report.figure.Dash;
import qbattery.report.figure.LineFigure;

/** What a figure of a paper file says of its numbers. */
class FigureDrawingTest {

  private static FigureBundle drawn(String from, String to) {
    assertThat(SmallPaper.PAPER).contains(from);
    return SmallPaper.paper(SmallPaper.PAPER.replace(from, to))
        .figures()
        .get(0)
        .drawing()
        .draw(Workbench.inMemory());
  }

  private static List<Curve> curves(FigureBundle bundle) {
    return ((LineFigure) bundle.picture()).curves();
  }

  @Test
  void aNumberOfACaptionMayHaveItsError() {
    FigureBundle bundle =
        drawn("{at(last, Gamma, 1)}", "{at(last, Gamma, 1) with error}, {1/0 with error}");
    assertThat(bundle.picture().caption())
        .matches("At last 0\\.13533528\\d*\\(\\d+\\), none of \\$E_\\{0}\\$\\.");
  }

  @Test
  void everyCurveHasItsErrorsInTheTable() {
    List<DataTable.Column> columns = drawn("title: decay", "title: decay").data().columns();
    for (int k = 1; k < columns.size(); k += 2) {
      assertThat(columns.get(k + 1).name()).isEqualTo("error of " + columns.get(k).name());
      double[] t = columns.get(0).values();
      int place = (k - 1) / 2;
      double rate = Math.pow(2, place); // Gamma = 1, 2, 4
      for (int i = 0; i < t.length; i++) {
        assertThat(Math.abs(columns.get(k).values()[i] - Math.exp(-rate * t[i])))
            .isLessThanOrEqualTo(columns.get(k + 1).values()[i]);
      }
    }
  }

  @Test
  void aCurveWithoutAnyValueIsNotDrawnAndIsNamed() {
    FigureBundle bundle =
        drawn(
            "curves: E",
            "curves: [E, {y: 'where(E, above(E, 2))', label: more than it began with}]");
    assertThat(curves(bundle)).hasSize(3);
    assertThat(bundle.picture().caption())
        .contains("Not drawn, as there is no value: ")
        .contains("more than it began with");
  }

  @Test
  void coloursOfThreeValuesShowTheirOrder() {
    List<Curve> three = curves(drawn("title: decay", "title: decay"));
    for (int k = 0; k < 3; k++) {
      assertThat(three.get(k).style().colour()).isEqualTo(Colour.ordered(k, 3));
    }
  }

  @Test
  void aCurveMayHaveTheColourOfAnotherAndDashesAreCountedAmongLines() {
    FigureBundle bundle =
        drawn(
            "curves: E\n    colour: Gamma",
            "curves: [{y: 'first(E, Gamma)', label: a, drawn: points}, {y: 'last(E, Gamma)', label: b}, {y: 'first(E, Gamma)', label: c, like: a}]");
    List<Curve> lines = curves(bundle);
    assertThat(lines.get(0).style()).isEqualTo(CurveStyle.of(Colour.VERMILLION, Dash.SOLID));
    assertThat(lines.get(1).style()).isEqualTo(CurveStyle.of(Colour.BLUE, Dash.DASHED));
    assertThat(((LineFigure) bundle.picture()).points().get(0).colour()).isEqualTo(Colour.BLUE);
  }

  @Test
  void aLabelThatNoCurveHasIsNamed() {
    assertThatThrownBy(
            () -> drawn("curves: E", "curves: [{y: E, label: a}, {y: E, label: c, like: b}]"))
        .isInstanceOf(WrongFileException.class)
        .hasMessageContaining("There is no label of a curve 'b'; possible here: a, c.");
  }

  @Test
  void anInsetWithoutAPlaceIsRefusedWithTheFigure() {
    String lines =
        IntStream.range(1, 10).mapToObj("0*E + 0.%d"::formatted).collect(Collectors.joining(", "));
    assertThatThrownBy(
            () -> drawn("curves: E", "curves: [E, %s]\n    inset: {curves: E}".formatted(lines)))
        .isInstanceOf(WrongFileException.class)
        .hasMessageContaining("The figure 'fig1' cannot be drawn: The inset '' finds no place");
  }

  @Test
  void nothingIsSaidOfRealisationsWhereNothingIsLeftToChance() {
    FigureBundle bundle = drawn("title: decay", "title: decay");
    assertThat(bundle.picture().caption()).doesNotContain("realisations");
    assertThat(((LineFigure) bundle.picture()).x().label()).doesNotContain("realisations");
  }
}
