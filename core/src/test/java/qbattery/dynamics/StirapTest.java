package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.measure.Measure;
import qbattery.model.Battery;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.model.InitialState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/**
 * A three-level battery charged along its dark state by two overlapping pulses, the upper step
 * first, in the frame that rotates with the levels; as in Santos et al., Phys. Rev. E 100, 032107
 * (2019).
 */
class StirapTest {

  private static final Space SPACE = new Space(List.of(3));
  private static final Operator STORAGE = diagonal(1.95, 1, 0);
  private static final double END = 20;

  private static Operator diagonal(double... levels) {
    return Operator.on(SPACE, 0, new LocalOperator("h", ComplexMatrix.diagonal(levels)));
  }

  private static Drive step(String name, int upper, double height, double centre) {
    ComplexMatrix matrix =
        ComplexMatrix.generate(
            3,
            3,
            (i, j) ->
                StrictMath.min(i, j) == upper && StrictMath.abs(i - j) == 1
                    ? Complex.ONE
                    : Complex.ZERO);
    return new Drive(
        name,
        Operator.on(SPACE, 0, new LocalOperator(name, matrix)),
        new Envelope.Gaussian(height, centre, 1.5));
  }

  private static TimeSeries charged(double height, double first, double second) {
    Battery battery =
        new Battery(
            "ladder",
            SPACE,
            STORAGE,
            STORAGE.times(-1), // the frame takes it out of the Hamiltonian
            List.of(),
            List.of(step("upper", 0, height, first), step("lower", 1, height, second)));
    return Evolution.of(battery, new InitialState.Ground())
        .over(TimeGrid.upTo(END, 101))
        .with(DormandPrince.TIGHT)
        .observe(
            List.of(
                new Quantity.Expectation("upper", diagonal(1, 0, 0)),
                new Quantity.Expectation("middle", diagonal(0, 1, 0)),
                new Quantity.Expectation("energy", STORAGE),
                new MeasurePreparation(battery).of(Measure.ERGOTROPY).quantities().get(0)));
  }

  private static double max(double[] values) {
    double max = 0;
    for (double value : values) {
      max = StrictMath.max(max, value);
    }
    return max;
  }

  @Test
  void theUpperStepFirstChargesWithoutTheMiddleLevelTheMoreSoTheStrongerThePulses() {
    TimeSeries weak = charged(4, 8.9, 11.1);
    TimeSeries strong = charged(16, 8.9, 11.1);
    assertThat(strong.of("upper")[100]).isGreaterThan(0.999);
    assertThat(1 - strong.of("upper")[100]).isLessThan((1 - weak.of("upper")[100]) / 3);
    // the rate of the mixing angle over the gap, squared: sixteen times less at four times the gap
    double ratio = max(weak.of("middle")) / max(strong.of("middle"));
    assertThat(ratio).isBetween(8.0, 32.0);
    assertThat(strong.of("energy")[100]).isGreaterThan(1.94);
    assertThat(strong.of("ergotropy")[100]) // a pure state, all of it
        .isCloseTo(strong.of("energy")[100], within(1e-10));
  }

  @Test
  void theLowerStepFirstFillsTheMiddleLevel() {
    assertThat(max(charged(16, 11.1, 8.9).of("middle"))).isGreaterThan(0.9);
  }
}
