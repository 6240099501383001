package qbattery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.model.Envelope.Constant;
import qbattery.model.Envelope.Gaussian;
import qbattery.model.Envelope.Product;
import qbattery.model.Envelope.Pulse;
import qbattery.model.Envelope.Sech;
import qbattery.model.Envelope.Sine;
import qbattery.model.Envelope.Step;
import qbattery.model.Envelope.Table;

class EnvelopeTest {

  /** A few operations on numbers of order one. */
  private static final double ROUNDING = 1e-15;

  @Test
  void jumpsTakeTheValueFromTheRight() {
    Step step = new Step(2.5, 1);
    assertThat(step.at(StrictMath.nextDown(1.0))).isZero();
    assertThat(step.at(1)).isEqualTo(2.5);
    Pulse pulse = new Pulse(-3, 1, 2);
    assertThat(pulse.at(StrictMath.nextDown(1.0))).isZero();
    assertThat(pulse.at(1)).isEqualTo(-3);
    assertThat(pulse.at(StrictMath.nextDown(2.0))).isEqualTo(-3);
    assertThat(pulse.at(2)).isZero();
    assertThat(step.kinks()).containsExactly(1.0);
    assertThat(pulse.kinks()).containsExactly(1.0, 2.0);
  }

  @Test
  void theFrequencyOfASineIsAngular() {
    Sine sine = new Sine(2, 3, 0.4);
    assertThat(sine.at(0)).isCloseTo(2 * StrictMath.sin(0.4), within(ROUNDING));
    assertThat(sine.at(0.7)).isCloseTo(2 * StrictMath.sin(2.5), within(ROUNDING));
    assertThat(Sine.cosine(2, 3).at(0.7)).isCloseTo(2 * StrictMath.cos(2.1), within(ROUNDING));
    assertThat(sine.kinks()).isEmpty();
    assertThat(new Constant(4).at(-7)).isEqualTo(4);
  }

  @Test
  void aGaussianHasItsHeightItsWidthAndNoKinks() {
    Gaussian pulse = new Gaussian(3, 5, 0.5);
    assertThat(pulse.at(5)).isEqualTo(3);
    assertThat(pulse.at(5.5)).isCloseTo(3 * StrictMath.exp(-0.5), within(ROUNDING));
    assertThat(pulse.at(4)).isCloseTo(3 * StrictMath.exp(-2), within(ROUNDING));
    assertThat(pulse.kinks()).isEmpty();
    List<Double> stops = pulse.stops();
    assertThat(stops).isSorted();
    assertThat(pulse.at(stops.get(0))).isLessThan(1e-13); // no one sees what is before
    assertThat(pulse.at(stops.get(stops.size() - 1))).isLessThan(1e-13);
    assertThat(stops).anyMatch(t -> pulse.at(t) > 1); // a step cannot lead over the pulse
  }

  @Test
  void aSechHasItsHeightItsTailsItsAreaAndNoKinks() {
    Sech pulse = new Sech(3, 5, 0.5);
    assertThat(pulse.at(5)).isEqualTo(3);
    assertThat(pulse.at(5.5)).isCloseTo(6 / (StrictMath.E + 1 / StrictMath.E), within(ROUNDING));
    assertThat(pulse.at(3)).isEqualTo(pulse.at(7));
    assertThat(pulse.at(15) / pulse.at(15.5)).isCloseTo(StrictMath.E, within(1e-14)); // 1/cosh
    assertThat(pulse.at(1e6)).isZero();
    assertThat(pulse.kinks()).isEmpty();
    List<Double> stops = pulse.stops();
    assertThat(stops).hasSize(4).isSorted();
    assertThat(pulse.at(stops.get(0))).isLessThan(1e-13); // no one sees what is before
    assertThat(pulse.at(stops.get(stops.size() - 1))).isLessThan(1e-13);
    assertThat(stops).anyMatch(t -> pulse.at(t) > 1); // a step cannot lead over the pulse

    double area = 0;
    double step = 0.05; // of a smooth function that vanishes at the ends the sum is the integral
    for (int k = -400; k <= 400; k++) {
      area += step * pulse.at(5 + k * step);
    }
    assertThat(area).isCloseTo(StrictMath.PI * 3 * 0.5, within(1e-13)); // sums of 800 numbers
  }

  @Test
  void aTableIsLinearBetweenItsPointsAndConstantOutside() {
    Table table = new Table(List.of(1.0, 2.0, 4.0), List.of(0.0, 3.0, -1.0));
    assertThat(table.at(-5)).isZero();
    assertThat(table.at(1.25)).isCloseTo(0.75, within(ROUNDING));
    assertThat(table.at(2)).isEqualTo(3);
    assertThat(table.at(3)).isCloseTo(1, within(ROUNDING));
    assertThat(table.at(9)).isEqualTo(-1);
    assertThat(table.kinks()).containsExactly(1.0, 2.0, 4.0);
  }

  @Test
  void aProductHasTheKinksOfItsFactorsOnce() {
    Product product =
        Product.of(new Pulse(2, 1, 3), new Step(5, 3), new Gaussian(1, 3, 1), new Constant(1));
    assertThat(product.kinks()).containsExactly(1.0, 3.0);
    assertThat(product.stops()).contains(-5.0, 1.0, 2.0, 3.0, 4.0, 11.0).isSorted();
    assertThat(Product.of(new Sine(2, 1, 0), new Constant(3)).at(0.3))
        .isCloseTo(6 * StrictMath.sin(0.3), within(ROUNDING));
  }

  @Test
  void whatIsNoEnvelopeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Pulse(1, 2, 2))
        .withMessage("A pulse runs from 2.0 to 2.0; its end must be later than its beginning.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Gaussian(1, 0, 0))
        .withMessage("The width of a Gaussian pulse is 0.0; it must be positive.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sech(1, 0, -2))
        .withMessage("The width of a sech pulse is -2.0; it must be positive.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sech(1, Double.NaN, 1))
        .withMessageContaining("centre of a sech pulse is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sine(Double.NaN, 1, 0))
        .withMessage("The amplitude of a sine is NaN; it must be a finite number.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Table(List.of(1.0, 1.0), List.of(0.0, 0.0)))
        .withMessageContaining("must ascend; 1.0 follows 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Table(List.of(1.0), List.of()))
        .withMessageContaining("1 times and 0 values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Product(List.of()))
        .withMessageContaining("at least one factor");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Step(1, Double.POSITIVE_INFINITY))
        .withMessageContaining("time of a step");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Constant(Double.NaN))
        .withMessageContaining("constant envelope");
  }
}
