package qbattery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.Method;
import qbattery.dynamics.Quantity;
import qbattery.dynamics.TimeGrid;
import qbattery.dynamics.TimeSeries;
import qbattery.measure.Ergotropy;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;

class RotatingFrameTest {

  /** Two integrations with errors of about 1e-11 of numbers of order ten. */
  private static final double TOLERANCE = 1e-9;

  private static final CellNetwork CHAIN =
      new CellNetwork(
          Graph.linear(3),
          List.of(11.0, 3.5, 24.0),
          List.of(5.0, -4.0),
          List.of(1.0, 0.5, 1.0),
          List.of(0.2, 0.1));

  @Test
  void energyErgotropyAndInteractionAreTheSameAsInTheFrameAtRest() {
    TimeSeries still = observed(CHAIN.battery());
    TimeSeries rotating = observed(CHAIN.batteryInRotatingFrame());
    for (String name : List.of("energy", "ergotropy", "interaction")) {
      assertThat(rotating.of(name)).containsExactly(still.of(name), within(TOLERANCE));
    }
    assertThat(rotating.statistics().evaluations()).isLessThan(still.statistics().evaluations());
  }

  @Test
  void theCoherencesAreNot() {
    TimeSeries still = observed(CHAIN.battery());
    TimeSeries rotating = observed(CHAIN.batteryInRotatingFrame());
    assertThat(rotating.of("sigma_x")[5])
        .isNotCloseTo(still.of("sigma_x")[5], within(1e-3)); // coherences are of order one
  }

  private static TimeSeries observed(Battery battery) {
    Observable storage = Observable.of(CHAIN.battery().storage());
    return Evolution.of(battery, new InitialState.Coherent())
        .over(TimeGrid.upTo(0.7, 8))
        .with(Method.DormandPrince.TIGHT)
        .observe(
            List.of(
                new Quantity.Expectation("energy", CHAIN.battery().storage()),
                new Quantity.Expectation("interaction", CHAIN.battery().interaction()),
                new Quantity.Expectation(
                    "sigma_x", Operator.on(battery.space(), 0, LocalOperator.SIGMA_X)),
                new Quantity.OfState("ergotropy", state -> Ergotropy.of(state, storage))));
  }
}
