package qbattery.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RatiosTest {

  private static final double NONE = Double.NaN;

  @Test
  void theTwoDifferWhereTheDivisorVaries() {
    double[] x = {1, 3, 1, 3};
    double[] y = {1, 9, 1, 9};
    Mean each = Ratios.meanOfRatios(y, x);
    Mean whole = Ratios.ratioOfMeans(y, x);
    assertThat(each.value()).isEqualTo(2, within(1e-15));
    assertThat(whole.value()).isEqualTo(2.5, within(1e-15));
    // Ratios 1 and 3: squares 4 over 3 over 4. Residuals y - 2.5 x are 1.5 in size, mean(x) is 2.
    assertThat(each.standardError()).isEqualTo(Math.sqrt(4.0 / 12), within(1e-15));
    assertThat(whole.standardError()).isEqualTo(Math.sqrt(4 * 2.25 / 12) / 2, within(1e-15));
  }

  @Test
  void theyAgreeWhereTheDivisorDoesNotVary() {
    double[] x = {-4, -4, -4};
    double[] y = {1, 2, 6};
    Mean each = Ratios.meanOfRatios(y, x);
    Mean whole = Ratios.ratioOfMeans(y, x);
    assertThat(whole.value()).isEqualTo(each.value(), within(1e-15));
    assertThat(whole.standardError()).isEqualTo(each.standardError(), within(1e-15));
  }

  @Test
  void aStrictProportionHasNoError() {
    double[] x = {1, 2, 4, 8};
    double[] y = {3, 6, 12, 24};
    assertThat(Ratios.ratioOfMeans(y, x)).isEqualTo(new Mean(3, 0, 4));
    assertThat(Ratios.meanOfRatios(y, x)).isEqualTo(new Mean(3, 0, 4));
  }

  @Test
  void theErrorOfARatioOfMeansIsItsScatter() {
    Random random = new Random(42);
    var ratios = new Moments();
    var errors = new Moments();
    for (int e = 0; e < 2000; e++) {
      double[] x = new double[50];
      double[] y = new double[50];
      for (int i = 0; i < 50; i++) {
        x[i] = 1 + 0.3 * random.nextGaussian();
        y[i] = 2 * x[i] + 0.5 * random.nextGaussian();
      }
      Mean ratio = Ratios.ratioOfMeans(y, x);
      ratios.add(ratio.value());
      errors.add(ratio.standardError());
    }
    // The scatter of 2000 values is known to 1.6 per cent. Errors of y and x added as if they did
    // not belong together would be 1.8 times as large.
    assertThat(errors.mean().value() / Math.sqrt(ratios.variance())).isEqualTo(1, within(0.06));
    assertThat(ratios.mean().value()).isEqualTo(2, within(4 * ratios.mean().standardError()));
  }

  @Test
  void pairsWithoutARatioAreLeftOutAndCounted() {
    double[] x = {1, 0, NONE, 2};
    double[] y = {3, 1, 1, NONE};
    assertThat(Ratios.meanOfRatios(y, x).count()).isEqualTo(1);
    assertThat(Ratios.meanOfRatios(y, x).value()).isEqualTo(3);
    assertThat(Ratios.ratioOfMeans(y, x).count()).isEqualTo(2);
    assertThat(Ratios.ratioOfMeans(y, x).value()).isEqualTo(4);
    assertThat(Ratios.ratioOfMeans(new double[] {NONE}, new double[] {1}).value()).isNaN();
  }

  @Test
  void whatHasNoRatioAtAllIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ratios.ratioOfMeans(new double[2], new double[] {1, -1}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ratios.meanOfRatios(new double[2], new double[3]))
        .withMessageContaining("2 numerators and 3 denominators");
  }
}
