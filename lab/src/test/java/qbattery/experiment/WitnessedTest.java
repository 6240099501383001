package qbattery.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.TIGHT;

import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.measure.Estimate;
import qbattery.model.Battery;
import qbattery.model.Channels;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.model.InitialState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;

class WitnessedTest {

  private static final Witnessed DECAY =
      Witnessed.evolve(
          Battery.ofCells("cell", 1, 1, List.of(Channels.decay(Space.cells(1), 1))),
          new InitialState.FullyExcited(),
          2);

  @Test
  void theErrorCoversTheTrueErrorAndIsSmall() {
    Estimate at = DECAY.at(WitnessedTest::population, 0.7);
    assertThat(Math.abs(at.value() - StrictMath.exp(-0.7))).isLessThanOrEqualTo(at.error());
    // two methods at their tightest differ by far less than this
    assertThat(at.error()).isLessThan(1e-11);
  }

  @Test
  void halfLifeIsARootAndNotAGridPoint() {
    Estimate halfLife = DECAY.halfLife(WitnessedTest::population).orElseThrow();
    assertThat(halfLife.value()).isCloseTo(StrictMath.log(2), within(halfLife.error()));
    assertThat(halfLife.error()).isLessThan(TIGHT);
  }

  @Test
  void aLevelThatIsNotReachedHasNoTime() {
    assertThat(DECAY.firstFall(WitnessedTest::population, 0.1)).isEmpty(); // exp(-2) = 0.135
  }

  @Test
  void aDrivenCellIsIntegratedTwice() {
    Space space = Space.cells(1);
    Drive field =
        new Drive(
            "field",
            Operator.on(space, 0, LocalOperator.SIGMA_X),
            new Envelope.Pulse(0.5, 0.5, 1.5));
    Witnessed driven =
        Witnessed.evolve(
            Battery.ofCells("cell", 1, 1, List.of()).with(List.of(field)),
            new InitialState.Ground(),
            2);
    Estimate at = driven.at(WitnessedTest::population, 2);
    double s = StrictMath.sin(StrictMath.sqrt(0.5)); // Rabi's formula with w = rabi = 1
    assertThat(at.value()).isCloseTo(0.5 * s * s, within(1e-11));
    assertThat(at.error()).isLessThan(1e-9); // the witness is at rtol 1e-11
    assertThat(driven.methods().get(0)).contains("state vector");
    assertThat(driven.methods().get(1)).contains("rtol = 1e-11");
  }

  private static double population(State state) {
    return state.matrix().re(0, 0);
  }
}
