package qbattery.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The colours are turned back into CIELAB, where equal steps must be equal distances. */
final class ColourMapTest {
  private static final int STEPS = 16;

  @Test
  void growsLighterInProportionToTheValue() {
    Axis axis = new Axis("z", 0, STEPS);
    double[][] lab = new double[STEPS + 1][];
    for (int i = 0; i <= STEPS; i++) {
      lab[i] = lab(ColourMap.SEQUENTIAL.rgb(i, axis));
      assertThat(lab[i][0])
          .isCloseTo(
              16 + 76.0 * i / STEPS,
              within(0.5)); // colours have 8 bits: steps of about 0.4 in lightness
    }
    double mean = 0;
    for (int i = 1; i <= STEPS; i++) {
      mean += distance(lab[i - 1], lab[i]) / STEPS;
    }
    for (int i = 1; i <= STEPS; i++) {
      assertThat(distance(lab[i - 1], lab[i]))
          .isCloseTo(
              mean, within(0.12 * mean)); // so far does rounding to 8 bits move two neighbours
    }
  }

  @Test
  void divergesEvenlyFromNearlyWhiteAtZero() {
    Axis axis = new Axis("z", -1, 1);
    double[] zero = lab(ColourMap.DIVERGING.rgb(0, axis));
    assertThat(zero[0]).isCloseTo(95, within(0.3)); // 8 bits
    assertThat(Math.hypot(zero[1], zero[2])).isLessThan(0.5);
    for (int i = 1; i <= STEPS; i++) {
      double part = (double) i / STEPS;
      double[] above = lab(ColourMap.DIVERGING.rgb(part, axis));
      double[] below = lab(ColourMap.DIVERGING.rgb(-part, axis));
      assertThat(above[0]).isCloseTo(below[0], within(0.5)); // 8 bits
      assertThat(above[1]).isPositive();
      assertThat(below[2]).isNegative();
      // rounding to 8 bits in three channels
      assertThat(distance(zero, above)).isCloseTo(part * Math.hypot(59, 46), within(1.0));
      assertThat(distance(zero, below))
          .isCloseTo(part * Math.hypot(59, 46), within(1.0)); // as above
    }
  }

  @Test
  void keepsZeroInTheMiddleOfTheColoursOnAnyAxis() {
    int white = ColourMap.DIVERGING.rgb(0, new Axis("z", -1, 1));
    Axis lopsided = new Axis("z", -1, 4);
    assertThat(ColourMap.DIVERGING.rgb(0, lopsided)).isEqualTo(white);
    assertThat(ColourMap.DIVERGING.rgb(-1, lopsided))
        .isEqualTo(ColourMap.DIVERGING.rgb(-0.25, new Axis("z", -1, 1)));
  }

  private static double distance(double[] one, double[] other) {
    return Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]);
  }

  private static double[] lab(int rgb) {
    double r = linear(rgb >> 16 & 0xFF);
    double g = linear(rgb >> 8 & 0xFF);
    double b = linear(rgb & 0xFF);
    double x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    double y = root(0.2126 * r + 0.7152 * g + 0.0722 * b);
    double z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c > 0.04045 ? Math.pow((c + 0.055) / 1.055, 2.4) : c / 12.92;
  }

  private static double root(double t) {
    return t > Math.pow(6.0 / 29, 3) ? Math.cbrt(t) : t * 841 / 108 + 4.0 / 29;
  }
}
