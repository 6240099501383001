package qbattery.steady;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.quantum.BosonOperators;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/** Whether jumps generate every operator, for jumps of which one knows. */
class EvansCriterionTest {

  /** A mode whose jumps are these. */
  private static Battery mode(int levels, List<Operator> jumps) {
    Space space = new Space(List.of(levels));
    List<Channel> channels = new ArrayList<>();
    IntStream.range(0, jumps.size())
        .forEach(k -> channels.add(Channel.independent("jump " + k, List.of(jumps.get(k)), 1)));
    return new Battery("mode", space, number(space), number(space), channels);
  }

  private static Operator lower(Space space) {
    return Operator.on(space, 0, BosonOperators.annihilate(space.dimension()));
  }

  private static Operator number(Space space) {
    return Operator.on(space, 0, BosonOperators.number(space.dimension()));
  }

  private static boolean generateAll(int levels, List<Operator> jumps) {
    Battery battery = mode(levels, jumps);
    return EvansCriterion.generatesAll(battery, Jump.of(battery).jumps());
  }

  @Test
  void lossWithPumpingGeneratesAllAndLossAloneDoesNot() {
    Space space = new Space(List.of(6));
    Operator a = lower(space);
    assertThat(generateAll(6, List.of(a, a.adjoint()))).isTrue();
    assertThat(generateAll(6, List.of(a))).isFalse();
    assertThat(generateAll(6, List.of(a, number(space)))).isFalse();
    assertThat(generateAll(6, List.of(a.plus(a.adjoint().times(0.5)), number(space)))).isTrue();
  }

  /** Each keeps even and odd levels apart; both have two null vectors. */
  @Test
  void jumpsByTwoDoNotGenerateAllUnlessAnotherMixesEvenAndOdd() {
    Space space = new Space(List.of(6));
    Operator a = lower(space);
    Operator two = a.times(a);
    assertThat(generateAll(6, List.of(two, two.adjoint()))).isFalse();
    assertThat(generateAll(6, List.of(two, two.adjoint(), a))).isTrue();
    assertThat(generateAll(6, List.of(two, a))).isFalse();
  }

  /** A thermal mode, displaced by the drive: both numbers of excitations add. */
  @Test
  void aPumpedAndDrivenModeOfManyLevelsIsProvenAndAnswered() {
    Space space = new Space(List.of(40));
    Operator a = lower(space);
    Battery battery =
        new Battery(
            "pumped and driven mode",
            space,
            number(space),
            a.plus(a.adjoint()).times(0.5),
            List.of(
                Channel.independent("loss", List.of(a), 1),
                Channel.independent("pumping", List.of(a.adjoint()), 0.3)));
    UniqueSteadyState steady = (UniqueSteadyState) SteadyStates.of(battery);
    assertThat(steady.certificate().evidence()).isEqualTo(Evidence.IRREDUCIBLE);
    double thermal = 0.3 / 0.7;
    double coherent = 0.5 * 0.5 / (1 + 0.35 * 0.35); // F^2/(detuning^2 + (loss - pumping)^2/4)
    double mean = steady.state().expectation(Observable.of(number(space)));
    assertThat(mean)
        .as("hardly anything is in levels from 40 on")
        .isCloseTo(thermal + coherent, within(1e-9));
  }
}
