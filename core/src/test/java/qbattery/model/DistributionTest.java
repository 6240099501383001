package qbattery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.model.Distribution.Constant;
import qbattery.model.Distribution.Magnitude;
import qbattery.model.Distribution.Normal;
import qbattery.model.Distribution.Uniform;
import qbattery.testing.Deviates;

class DistributionTest {

  @Test
  void aConstantIsItselfAndTakesNoDeviate() {
    assertThat(new Constant(-2.5).draw(new Deviates())).isEqualTo(-2.5);
    assertThat(new Magnitude(new Constant(-2.5)).draw(new Deviates())).isEqualTo(2.5);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 6, 0, 2",
    "2, 6, 0.25, 3",
    "2, 6, 0.75, 5",
    "-3, 1, 0, -3",
    "-3, 1, 0.5, -1",
    "-8, -4, 0.125, -7.5",
    "4, 4, 0.5, 4",
  })
  void aUniformValueLiesAsFarBetweenTheEndsAsTheDeviate(
      double low, double high, double deviate, double value) {
    Deviates deviates = new Deviates(deviate, 0.9);
    assertThat(new Uniform(low, high).draw(deviates)).isEqualTo(value);
    assertThat(deviates.taken()).isEqualTo(1); // even where the ends are one
  }

  @ParameterizedTest
  @CsvSource({
    "4, 0.5, 2, 6",
    "4, 2, -4, 12",
    "-4, 0.5, -6, -2",
    "4, 0, 4, 4",
    "0, 3, 0, 0",
  })
  void aroundACentreTheSpreadIsRelativeToItsSize(
      double centre, double spread, double low, double high) {
    assertThat(Uniform.around(centre, spread)).isEqualTo(new Uniform(low, high));
  }

  @Test
  void aMagnitudeDropsTheSignAndTakesWhatItIsOf() {
    Distribution field = new Magnitude(new Uniform(-3, 1));
    Deviates deviates = new Deviates(0, 0.5, 0.75, 0.875);
    assertThat(field.draw(deviates)).isEqualTo(3);
    assertThat(field.draw(deviates)).isEqualTo(1);
    assertThat(field.draw(deviates)).isEqualTo(0);
    assertThat(field.draw(deviates)).isEqualTo(0.5);
    assertThat(deviates.taken()).isEqualTo(4);
  }

  @Test
  void manyUniformValuesHaveTheMeanAndVarianceOfTheirInterval() {
    SplittableRandom random = new SplittableRandom(5);
    Distribution uniform = Uniform.around(2, 1.5); // from -1 to 5
    int count = 100_000;
    double sum = 0;
    double squares = 0;
    for (int k = 0; k < count; k++) {
      double value = uniform.draw(random::nextDouble);
      assertThat(value).isBetween(-1.0, 5.0);
      sum += value;
      squares += (value - 2) * (value - 2);
    }
    // Four standard errors: 6/sqrt(12 n) of the mean, 36/sqrt(180 n) of the variance 36/12.
    assertThat(sum / count).isCloseTo(2, within(4 * 0.0055));
    assertThat(squares / count).isCloseTo(3, within(4 * 0.0085));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsRefusedByName(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Constant(value))
        .withMessage("The value of a distribution is %s; it must be a finite number.", value);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Uniform(value, 1))
        .withMessageContaining("lower end of a distribution is " + value);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Uniform(1, value))
        .withMessageContaining("upper end of a distribution is " + value);
    assertThatIllegalArgumentException().isThrownBy(() -> Uniform.around(value, 0.5));
  }

  @Test
  void endsInTheWrongOrderAndWidthsBeyondNumbersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Uniform(2, 1))
        .withMessageContaining("from 2.0 to 1.0 runs backwards");
    assertThatIllegalArgumentException() // else it would draw NaN
        .isThrownBy(() -> new Uniform(-1e308, 1e308))
        .withMessageContaining("width of a distribution is Infinity");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, -1, Double.NaN})
  void aSpreadIsNotNegative(double spread) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Uniform.around(1, spread))
        .withMessageContaining("spread of a distribution is " + spread)
        .withMessageContaining("0 or larger");
  }

  /** Quantiles from mpmath 1.3 with 40 digits; of 0 that of half the smallest deviate, 2^-54. */
  @ParameterizedTest
  @CsvSource({
    "0, -8.29236107581359554",
    "1e-10, -6.3613409024040562",
    "0.001, -3.09023230616781354",
    "0.02275, -2.00000244389960391",
    "0.25, -0.674489750196081743",
    "0.5, 0",
    "0.75, 0.674489750196081743",
    "0.9, 1.28155156554460059",
    "0.9999999999999999, 8.20953615160138686",
  })
  void aNormalValueIsTheQuantileOfTheDeviate(double deviate, double quantile) {
    Deviates deviates = new Deviates(deviate, 0.9);
    // rounding of the tail, which the density magnifies most in the middle: 1e-15 of sizes below 9
    assertThat(new Normal(0, 1).draw(deviates)).isCloseTo(quantile, within(1e-14));
    assertThat(deviates.taken()).isEqualTo(1);
    assertThat(new Normal(-2, 0).draw(new Deviates(deviate))).isEqualTo(-2);
    assertThat(new Normal(1, 3).draw(new Deviates(deviate)))
        .isCloseTo(1 + 3 * quantile, within(3e-14)); // three times as far
  }

  @Test
  void manyNormalValuesHaveTheirMomentsAndAreSymmetric() {
    SplittableRandom random = new SplittableRandom(8);
    int count = 100_000;
    double[] moments = new double[5];
    for (int k = 0; k < count; k++) {
      double x = new Normal(3, 2).draw(random::nextDouble);
      for (int m = 1; m <= 4; m++) {
        moments[m] += StrictMath.pow((x - 3) / 2, m) / count;
      }
    }
    // Four standard errors: variances 1, 2, 15 and 96 of the powers of a standard normal value.
    double[] variances = {0, 1, 2, 15, 96};
    for (int m = 1; m <= 4; m++) {
      double expected = m == 2 ? 1 : m == 4 ? 3 : 0;
      assertThat(moments[m])
          .as("moment %d", m)
          .isCloseTo(expected, within(4 * StrictMath.sqrt(variances[m] / count)));
    }
  }

  @ParameterizedTest
  @CsvSource({"NaN, 1, mean", "0, -1, 0 or larger", "0, NaN, deviation", "0, Infinity, deviation"})
  void aNormalDistributionHasAMeanAndADeviation(double mean, double deviation, String said) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Normal(mean, deviation))
        .withMessageContaining(said);
  }

  @Test
  void distributionsAreEqualByTheirNumbers() {
    assertThat(new Magnitude(Uniform.around(4, 0.5)))
        .isEqualTo(new Magnitude(new Uniform(2, 6)))
        .hasSameHashCodeAs(new Magnitude(new Uniform(2, 6)))
        .isNotEqualTo(new Uniform(2, 6))
        .isNotEqualTo(new Magnitude(new Uniform(2, 7)));
    assertThat(new Constant(2)).isEqualTo(new Constant(2)).isNotEqualTo(new Uniform(2, 2));
  }
}
