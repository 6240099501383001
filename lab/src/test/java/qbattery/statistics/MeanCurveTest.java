package qbattery.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeanCurveTest {

  private static final double NONE = Double.NaN;

  private static final List<double[]> ROWS =
      List.of(
          new double[] {9, 1, 10, NONE, NONE},
          new double[] {9, 2, NONE, 5, NONE},
          new double[] {9, 6, 30, NONE, NONE});

  @Test
  void eachColumnHasItsOwnMean() {
    MeanCurve curve = MeanCurve.of(ROWS, 1, 2);
    assertThat(curve.means()).containsExactly(3, 20);
    // Squares 14 over 2 over 3 samples; 200 over 1 over 2 samples.
    assertThat(curve.standardErrors()[0]).isEqualTo(Math.sqrt(14.0 / 6), within(1e-15));
    assertThat(curve.standardErrors()[1]).isEqualTo(10, within(1e-14));
    assertThat(curve.at(0).count()).isEqualTo(3);
  }

  @Test
  void valuesThatDoNotExistAreLeftOutAndCounted() {
    MeanCurve curve = MeanCurve.of(ROWS, 0, 5);
    assertThat(curve.counts()).containsExactly(3, 3, 2, 1, 0);
    assertThat(curve.means()[3]).isEqualTo(5);
    assertThat(curve.standardErrors()[3]).isNaN();
    assertThat(curve.means()[4]).isNaN();
  }

  @Test
  void meansOfResampledRowsCountARowAsOftenAsItIsNamed() {
    assertThat(MeanCurve.meansOf(ROWS, 1, 4, new int[] {0, 0, 1}))
        .containsExactly(4.0 / 3, 10, 5, NONE);
  }

  @Test
  void theCurveIsNotChangedThroughItsArrays() {
    MeanCurve curve = MeanCurve.of(ROWS, 1, 1);
    curve.means()[0] = 100;
    curve.standardErrors()[0] = 100;
    curve.counts()[0] = 100;
    assertThat(curve.at(0)).isEqualTo(MeanCurve.of(ROWS, 1, 1).at(0));
  }

  @Test
  void rowsThatDoNotFitAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> MeanCurve.of(List.of(), 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeanCurve.of(List.of(new double[2], new double[3]), 0, 1))
        .withMessageStartingWith("Row 1 has 3 columns where row 0 has 2");
    assertThatIllegalArgumentException().isThrownBy(() -> MeanCurve.of(ROWS, 4, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> MeanCurve.of(ROWS, -1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeanCurve.of(List.of(new double[] {Double.POSITIVE_INFINITY}), 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MeanCurve(new double[1], new double[2], new int[1]));
  }
}
