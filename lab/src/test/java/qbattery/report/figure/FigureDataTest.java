package qbattery.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be drawn is refused, with a sentence that says what would be right. */
final class FigureDataTest {
  private static final CurveStyle STYLE = CurveStyle.of(Colour.BLUE, Dash.SOLID);

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(() -> new Axis("x", Double.NaN, 1), "must be a finite number"),
        mistake(() -> new Axis("x", 0, Double.POSITIVE_INFINITY), "must be a finite number"),
        mistake(() -> new Axis("x", 1, 1), "the first must be below the second"),
        mistake(() -> new Axis("x", 1, 1 + 1e-12), "too narrow for tick labels"),
        mistake(() -> new Axis("x", 0, 1e200), "choose a unit with ordinary numbers"),
        mistake(() -> new Axis("$x$", 0, 1), "leave out the dollar signs"),
        mistake(() -> new Axis("\\frac{1}{2", 0, 1), "a brace without its partner"),
        mistake(() -> new Axis("x}{y", 0, 1), "a brace without its partner"),
        mistake(() -> new Axis("\\nosuch", 0, 1), "nosuch"),
        mistake(() -> curve(new double[] {0, 1}, new double[] {0}), "one y value for each x"),
        mistake(() -> curve(new double[] {0}, new double[] {0}), "needs at least two"),
        mistake(() -> curve(new double[] {0, 1, 1}, new double[3]), "number 1 is 1.0 and number 2"),
        mistake(() -> curve(new double[] {0, Double.NaN}, new double[2]), "must be a finite"),
        mistake(
            () -> curve(new double[] {0, 1}, new double[] {0, Double.POSITIVE_INFINITY}),
            "NaN where there is no value"),
        mistake(() -> new CurveStyle(Colour.BLUE, Dash.SOLID, 0), "between 0.25 and 5"),
        mistake(() -> new CurveStyle(Colour.BLUE, Dash.SOLID, Double.NaN), "between 0.25 and 5"),
        mistake(() -> CurveStyle.numbered(-1), "the first curve has number 0"),
        mistake(() -> band(new double[] {0, 2}, new double[] {1, 1}), "lower edge first"),
        mistake(() -> band(new double[] {0}, new double[] {1, 1}), "one y value for each x"),
        mistake(() -> Mark.dot(Double.NaN, 0, Colour.BLACK), "must be a finite number"),
        mistake(() -> Mark.fullHeight(0, Colour.BLACK, "$a$"), "leave out the dollar signs"),
        mistake(() -> figure(List.of(), "", Mark.dot(0, 0, Colour.BLACK)), "at least one"),
        mistake(() -> figure("", Mark.fullHeight(4, Colour.BLACK, "")), "outside the x axis"),
        mistake(() -> figure("", Mark.upTo(1, 2, Colour.BLACK, "")), "outside the y axis"),
        mistake(() -> figure("", Mark.dot(1, -1, Colour.BLACK)), "outside the y axis"),
        mistake(() -> figure("a formula $x"), "none that closes it"),
        mistake(() -> figure("a power x^2"), "write it between dollar signs"),
        mistake(() -> figure("\u4e2d"), "U+4E2D"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void refusesAMistake(Runnable mistake, String advice) {
    assertThatIllegalArgumentException()
        .isThrownBy(mistake::run)
        .withMessageContaining(advice)
        .withMessageEndingWith(".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\mathcal{E}/(\\hbar\\omega)",
        "\\tau_{1/2}",
        "\\rho\\,\\varrho\\,\\Gamma",
        "\\ln\\frac{3}{2}",
        "\\langle\\hat{H}\\rangle",
        "\\mathrm{Tr}\\sqrt{\\rho}",
        "\\text{time}\\;(\\mu\\mathrm{s})"
      })
  void setsTheTexOfTheField(String tex) {
    assertThat(Typesetter.math(tex, 8).width()).isPositive();
  }

  @Test
  void acceptsMissingValues() {
    double[] y = {0, Double.NaN, 1};
    assertThat(curve(new double[] {0, 1, 2}, y).y()).containsExactly(y);
  }

  @Test
  void keepsItsOwnCopyOfThePoints() {
    double[] y = {0, 1};
    Curve curve = curve(new double[] {0, 1}, y);
    y[0] = 7;
    curve.y()[1] = 7;
    assertThat(curve.y()).containsExactly(0, 1);
  }

  @Test
  void hasThePaletteOfOkabeAndIto() {
    assertThat(
            Stream.of(
                Colour.BLACK,
                Colour.ORANGE,
                Colour.SKY_BLUE,
                Colour.BLUISH_GREEN,
                Colour.YELLOW,
                Colour.BLUE,
                Colour.VERMILLION,
                Colour.REDDISH_PURPLE))
        .extracting(Colour::rgb)
        .containsExactly(
            0x000000, 0xE69F00, 0x56B4E9, 0x009E73, 0xF0E442, 0x0072B2, 0xD55E00, 0xCC79A7);
  }

  /** Rec. 709 luminance of a colour, decoded from sRGB. */
  private static double luminance(Colour colour) {
    double sum = 0;
    double[] weight = {0.2126, 0.7152, 0.0722};
    for (int k = 0; k < 3; k++) {
      double coded = (colour.rgb() >> (16 - 8 * k) & 0xFF) / 255.0;
      sum += weight[k] * (coded > 0.04045 ? Math.pow((coded + 0.055) / 1.055, 2.4) : coded / 12.92);
    }
    return sum;
  }

  @Test
  void tellsTheOrderOfValuesByLightnessAndKeepsThemVisibleOnWhite() {
    for (int count : new int[] {1, 2, 5, 10}) {
      double before = -1;
      for (int k = 0; k < count; k++) {
        double now = luminance(Colour.ordered(k, count));
        assertThat(now).isGreaterThan(before);
        assertThat(1.05 / (now + 0.05)).as("contrast to white paper").isGreaterThan(1.8);
        before = now;
      }
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Colour.ordered(3, 3))
        .withMessageContaining("no colour number 3 of 3");
  }

  @Test
  void givesEachNumberedCurveItsOwnColourAndDash() {
    assertThat(IntStream.range(0, 42).mapToObj(CurveStyle::numbered)).doesNotHaveDuplicates();
    for (int i = 1; i < 42; i++) {
      CurveStyle before = CurveStyle.numbered(i - 1);
      assertThat(CurveStyle.numbered(i).colour()).isNotEqualTo(before.colour());
      assertThat(CurveStyle.numbered(i).dash()).isNotEqualTo(before.dash());
    }
  }

  private static Arguments mistake(Runnable mistake, String advice) {
    return Arguments.of(mistake, advice);
  }

  private static Curve curve(double[] x, double[] y) {
    return new Curve("c", x, y, STYLE);
  }

  private static Band band(double[] lower, double[] upper) {
    return new Band(new double[] {0, 1}, lower, upper, Colour.BLUE);
  }

  private static LineFigure figure(String caption, Mark... marks) {
    return figure(Samples.decays(1), caption, marks);
  }

  private static LineFigure figure(List<Curve> curves, String caption, Mark... marks) {
    return new LineFigure(Samples.TIME, Samples.ENERGY, curves, List.of(marks), caption);
  }
}
