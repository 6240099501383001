package qbattery.paper.kamin2023;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import qbattery.dynamics.CurrentBalance;
import qbattery.dynamics.Currents;
import qbattery.experiment.Workbench;
import qbattery.model.Contact.Sharing;
import qbattery.steady.SteadyStates;
import qbattery.steady.Unique;

class ClosedFormsTest {

  private static Found found(Setting setting, Start start) {
    return Run.along(setting, start, Knob.MU, setting.mu()).in(Workbench.inMemory()).get(0);
  }

  private static Setting any(Random random) {
    Shape shape = random.nextBoolean() ? Shape.STAR : Shape.CHAIN;
    return new Setting(
        shape,
        1 + random.nextInt(4),
        0.3 + 3 * random.nextDouble(),
        10 * random.nextDouble(),
        2 * random.nextDouble(),
        0.3 + random.nextDouble(),
        -1 + 4 * random.nextDouble(),
        6 * random.nextDouble(),
        0.6 + 2 * random.nextDouble(),
        1.5 * random.nextDouble(),
        Sharing.EACH_ITS_OWN);
  }

  /** Whatever the parameters, start and form: what is known in closed form is what is found. */
  @RepeatedTest(30)
  void theGeneratorAgrees(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    Setting biased = any(random);
    Setting setting =
        switch (random.nextInt(3)) {
          case 0 -> biased;
          case 1 -> biased.atEquilibrium(Sharing.EACH_ITS_OWN);
          default -> biased.atEquilibrium(Sharing.COLLECTIVE);
        };
    Start start = Start.PRODUCTS.get(random.nextInt(Start.PRODUCTS.size()));
    OptionalDouble closed = ClosedForms.inversion(setting, start);
    Found found = found(setting, start);
    // The error holds the difference; the certificate alone must be enough, with room for rounding.
    assertThat(found.error()).isLessThan(1e-7);
    if (closed.isPresent()) {
      assertThat(2 * found.excited().get(0) - 1).isCloseTo(closed.getAsDouble(), within(1e-8));
    }
  }

  /**
   * J = gamma, the others' reservoirs full: rational numbers, from solving the equations of three
   * cells by hand.
   */
  @Test
  void threeCellsOnFullAndEmptyReservoirsAreRational() {
    // At T = 0 a reservoir is empty below omega, half full at it, full above.
    Setting cold = Setting.STATED.with(Knob.TEMPERATURE, 0).with(Knob.BIAS, 10);
    double[][] byHand = {{0.5, 4.0 / 9}, {1.0 / 15, -1.0 / 9}};
    for (int k = 0; k < 2; k++) {
      for (Shape shape : Shape.values()) {
        Setting setting = cold.with(Knob.MU, 1 - k).linked(shape);
        assertThat(found(setting, Start.GROUND).inversion().value())
            .isCloseTo(byHand[k][shape == Shape.STAR ? 0 : 1], within(1e-11));
      }
    }
  }

  @Test
  void theOuterSingletKeepsTheChainEmptyAndNotTheStar() {
    Setting setting = Setting.STATED.atEquilibrium(Sharing.COLLECTIVE).with(Knob.MU, 4);
    assertThat(found(setting.linked(Shape.CHAIN), Start.SINGLET).work()).isCloseTo(0, within(1e-9));
    assertThat(found(setting, Start.SINGLET).work()).isCloseTo(StrictMath.tanh(1.5), within(1e-8));
  }

  /** gamma (n - p) is what the operators of the currents give. */
  @Test
  void theCurrentsAreThoseOfTheOperators() {
    for (Shape shape : Shape.values()) {
      Setting setting = Setting.STATED.linked(shape).withRate(0.7);
      Unique unique = (Unique) SteadyStates.of(setting.battery());
      CurrentBalance balance =
          Currents.of(setting.battery(), setting.contacts()).at(unique.state());
      Found found = found(setting, Start.GROUND);
      for (int k = 0; k < 3; k++) {
        assertThat(found.current(k).value())
            .isCloseTo(balance.contacts().get(k).particles(), within(1e-11));
      }
      assertThat(found.current(0).value()).isNegative();
      assertThat(balance.total().particles()).isCloseTo(0, within(1e-11));
    }
  }

  /** Particles and holes change places at mu = omega, whatever the temperatures are. */
  @Test
  void aDifferenceOfTemperaturesIsMirroredAtOmega() {
    for (Shape shape : Shape.values()) {
      for (double warmth : new double[] {-0.9, 2}) {
        Setting setting = Setting.STATED.linked(shape).with(Knob.BIAS, 0).with(Knob.WARMTH, warmth);
        Found above = found(setting.with(Knob.MU, 2.5), Start.GROUND);
        Found below = found(setting.with(Knob.MU, -0.5), Start.GROUND);
        assertThat(above.inversion().value() + below.inversion().value())
            .isCloseTo(0, within(1e-10));
        assertThat(above.inversion().value()).isPositive();
        assertThat(found(setting.with(Knob.MU, 1), Start.GROUND).inversion().value())
            .isCloseTo(0, within(1e-10));
      }
    }
  }

  @Test
  void aBiasNeedsAReservoirForEachCell() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Setting(Shape.STAR, 3, 1, 10, 1, 1, 1, 2, 1, 0, Sharing.COLLECTIVE))
        .withMessageContaining(
            "a bias of 2 and a difference of temperatures of 0 need a reservoir for each cell");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Start.SINGLET.of(Setting.STATED.ofCells(4)))
        .withMessageContaining("for 3 cells, not 4");
  }
}
