package qbattery.steady;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.quantum.State;
import qbattery.testing.Matrices;
import qbattery.testing.RandomBatteries;
import qbattery.testing.Randoms;

/** The way of large components, gone with small ones where all eigenvalues are known. */
class LargeAnalysisTest {

  /** No component is small enough for all its eigenvalues, and nothing is recognised. */
  private static final Settings ITERATED = new Settings(0, 0, false);

  private static final Settings WHOLE = new Settings(1000, 1000, false);

  static Stream<Battery> unique() {
    return Stream.of(
        Models.star(2, 0.4, 0.3),
        Models.star(3, 0.4, 0.3),
        Models.star(4, 0.4, 0.05),
        Models.chain(3, 0.7, 1, 0.2, 0),
        Models.chain(3, 0.7, 1, 0, 0),
        RandomBatteries.cells(new SplittableRandom(5), 3));
  }

  @ParameterizedTest
  @MethodSource("unique")
  void bothWaysAgree(Battery battery) {
    UniqueSteadyState iterated = (UniqueSteadyState) SteadyStates.of(battery, ITERATED);
    UniqueSteadyState whole = (UniqueSteadyState) SteadyStates.of(battery, WHOLE);
    Matrices.assertClose(
        iterated.state().matrix(),
        whole.state().matrix(),
        iterated.certificate().stateError() + whole.certificate().stateError());
    double ratio = iterated.certificate().gap() / whole.certificate().gap();
    assertThat(ratio).isBetween(1 - 1e-6, 1 + 1e-6); // residual 1e-9, condition of the mode
    assertThat(whole.certificate().evidence()).isEqualTo(Evidence.WHOLE_SPECTRUM);
  }

  static Stream<Battery> several() {
    return Stream.of(
        Models.collective(3, 0.3), Models.collective(4, 0.3), Models.dephasedChain(4, 0.6));
  }

  @ParameterizedTest
  @MethodSource("several")
  void bothWaysAgreeOnWhatDependsOnTheStart(Battery battery) {
    AsymptoticStates iterated = SteadyStates.of(battery, ITERATED);
    AsymptoticStates whole = SteadyStates.of(battery, WHOLE);
    assertThat(iterated.certificate().evidence()).isEqualTo(Evidence.SEARCHED);
    assertThat(iterated.dimension()).isEqualTo(whole.dimension());
    double next = iterated.certificate().smallestNonZero();
    assertThat(next).isLessThanOrEqualTo(whole.certificate().smallestNonZero());
    for (int seed = 0; seed < 3; seed++) {
      State start = Randoms.state(new SplittableRandom(seed), battery.space());
      Destination.Settles one = (Destination.Settles) iterated.from(start);
      Destination.Settles other = (Destination.Settles) whole.from(start);
      Matrices.assertClose(
          one.state().matrix(), other.state().matrix(), one.error() + other.error());
    }
  }

  /** What oscillates for ever, or cannot be told from it, is not claimed. */
  @Test
  void oscillationsThatLastAreNotClaimed() {
    for (Battery battery :
        new Battery[] {
          Models.collective(2, 0),
          Models.collective(3, 0),
          Models.chain(3, 0, 1, 0.3, 1),
          Models.chain(3, 1e-7, 1, 0.3, 1)
        }) {
      assertThat(SteadyStates.of(battery, ITERATED)).isInstanceOf(Undecided.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void decayToTheVacuumIsSeenByItsSpectrumToo(int n) {
    Battery battery = Models.chain(n, 0.7, 1, 0, 0);
    UniqueSteadyState recognised = (UniqueSteadyState) SteadyStates.of(battery);
    UniqueSteadyState whole = (UniqueSteadyState) SteadyStates.of(battery, WHOLE);
    assertThat(recognised.certificate().evidence()).isEqualTo(Evidence.DECAY_TO_VACUUM);
    Matrices.assertClose(
        recognised.state().matrix(), whole.state().matrix(), whole.certificate().stateError());
    double ratio = recognised.certificate().gap() / whole.certificate().gap();
    assertThat(ratio).isBetween(1 - 1e-9, 1 + 1e-9); // both to rounding of the norm over the gap
  }

  @Test
  void sixCellsOnWarmReservoirs() {
    UniqueSteadyState answer = (UniqueSteadyState) SteadyStates.of(Models.star(6, 0.3, 0.3));
    assertThat(answer.certificate().evidence()).isEqualTo(Evidence.IRREDUCIBLE);
    ComplexMatrix expected = Models.gibbs(6, 0.3 / 1.6);
    Matrices.assertClose(answer.state().matrix(), expected, answer.certificate().stateError());
  }

  @Test
  void whatIsTooLargeIsRefusedInASentence() {
    AsymptoticStates answer = SteadyStates.of(Models.star(10, 0.3, 0.3));
    assertThat(answer.describe()).contains("at most 262144");
  }
}
