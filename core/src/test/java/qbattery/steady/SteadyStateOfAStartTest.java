package qbattery.steady;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.Contact;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.model.InitialState;
import qbattery.model.Reservoir;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/** The steady state of a start without a cast: the state, or a sentence that says why not. */
class SteadyStateOfAStartTest {

  private static final Space ONE = Space.cells(1);
  private static final Battery CELL = Battery.ofCells("cell", 1, 1, List.of());

  @Test
  void aCellInContactEndsInTheThermalState() {
    Battery warm = CELL.with(Contact.common(ONE, 1, new Reservoir.Bosonic(1, 0.5)));
    AsymptoticStates answer = SteadyStates.of(warm);
    double excited = 1 / (1 + StrictMath.exp(2)); // 1/(1 + exp(omega/T))
    double error = answer.certificate().stateError();
    assertThat(answer.state().element(0, 0).re()).isCloseTo(excited, within(error));
    assertThat(answer.from(new InitialState.Ground()).state().element(0, 0).re())
        .isCloseTo(excited, within(error));
    assertThat(answer.dimension()).isEqualTo(1);
    assertThat(answer.battery()).isEqualTo(warm);
  }

  @Test
  void contactsAreAddedToTheChannelsThatThereAre() {
    Battery leaking = Battery.ofCells("cell", 1, 1, List.of(Channels.decay(ONE, 0.2)));
    Contact cold = Contact.common(ONE, 1, new Reservoir.Bosonic(1, 0));
    assertThat(leaking.with(cold, cold).channels())
        .hasSize(3)
        .startsWith(leaking.channels().get(0))
        .endsWith(cold.channels().get(0));
  }

  @Test
  void whereItDependsOnTheStartTheStartIsAskedFor() {
    Operator z = Operator.on(ONE, 0, LocalOperator.SIGMA_Z);
    Battery dephased =
        Battery.ofCells("dephased", 1, 1, List.of(Channel.independent("noise", List.of(z), 1)));
    AsymptoticStates answer = SteadyStates.of(dephased);
    assertThat(answer.dimension()).isEqualTo(2);
    assertThatExceptionOfType(NoSteadyStateException.class)
        .isThrownBy(answer::state)
        .withMessage("Where 'dephased' comes to rest depends on the start: ask from(start).");
    Destination settled = answer.from(new InitialState.Coherent());
    assertThat(settled.state().element(0, 0).re())
        .isCloseTo(0.5, within(((Destination.Settles) settled).error()));
  }

  @Test
  void anOscillationWithoutEndIsToldWithItsFrequency() {
    AsymptoticStates answer = SteadyStates.of(CELL);
    assertThatExceptionOfType(NoSteadyStateException.class)
        .isThrownBy(answer::state)
        .withMessage("'cell' can oscillate for ever; what becomes of one start tells from(start).");
    assertThatExceptionOfType(NoSteadyStateException.class)
        .isThrownBy(() -> answer.from(new InitialState.Coherent()).state())
        .withMessage("The start goes on oscillating for ever, at the frequency 1.00000.");
    assertThat(answer.from(new InitialState.Ground()).state().element(1, 1).re()).isEqualTo(1);
  }

  @Test
  void whatIsNotKnownSaysWhy() {
    Drive pulse =
        new Drive("pulse", Operator.on(ONE, 0, LocalOperator.SIGMA_X), new Envelope.Pulse(1, 0, 1));
    AsymptoticStates answer = SteadyStates.of(CELL.with(List.of(pulse)));
    String why =
        "The drive 'pulse' changes in time; ask about the battery without it, as it is before or after.";
    assertThatExceptionOfType(NoSteadyStateException.class)
        .isThrownBy(answer::state)
        .withMessage(why);
    assertThatExceptionOfType(NoSteadyStateException.class)
        .isThrownBy(answer::dimension)
        .withMessage(why);
    assertThatExceptionOfType(NoSteadyStateException.class)
        .isThrownBy(answer::certificate)
        .withMessage(why);
    assertThatExceptionOfType(NoSteadyStateException.class)
        .isThrownBy(() -> answer.from(new InitialState.Ground()).state())
        .withMessage(why);
  }
}
