package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.report.DescribedTable;

/** A squeezed start of a mode that loses its quanta, against closed forms of Gaussian states. */
class SqueezedModeTest {

  private static final String FILE =
      """
      battery: a squeezed mode
      parameters: {r: %s, angle: %s, alpha: %s, kappa: 0.4, w: 1.5}
      parts: [{mode: 60}]
      storage: w*number(mode)
      channels: [{decay: kappa}]
      start: {sites: {mode: {squeezed: {r: r, angle: angle, alpha: alpha*exp(0.3*i)}}}}
      times: {to: 3, count: 7}
      measures: [energy, ergotropy]
      method: tight
      """;

  /**
   * The variances of the two quadratures are {@code (eta exp(+-2 r) + 1 - eta)/2} with {@code eta =
   * exp(-kappa t)}; the passive state is the thermal one of the same entropy, of energy {@code w
   * (sqrt(V+ V-) - 1/2)}.
   */
  @ParameterizedTest
  @CsvSource({"0.5, 0, 0", "0.8, 1.1, 0", "0.4, 2, 1.2", "0, 0, 0.7"})
  void energyAndErgotropyUnderLossAreThoseOfGaussianStates(double r, double angle, double alpha) {
    DescribedTable curves = Studies.run(FILE.formatted(r, angle, alpha)).curves();
    double[] times = curves.column("time");
    for (int k = 0; k < times.length; k++) {
      double eta = Math.exp(-0.4 * times[k]);
      double energy = 1.5 * eta * (Math.sinh(r) * Math.sinh(r) + alpha * alpha);
      double wide = (eta * Math.exp(2 * r) + 1 - eta) / 2;
      double narrow = (eta * Math.exp(-2 * r) + 1 - eta) / 2;
      double passive = 1.5 * (Math.sqrt(wide * narrow) - 0.5);
      // tight integration is good to 1e-10 of some quanta; above 60 levels lie at most 1e-10 quanta
      assertThat(curves.column("energy")[k]).isCloseTo(energy, within(1e-8));
      assertThat(curves.column("ergotropy")[k]).isCloseTo(energy - passive, within(1e-8));
    }
  }
}
