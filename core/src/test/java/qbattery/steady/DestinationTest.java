package qbattery.steady;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.Method;
import qbattery.dynamics.Solution;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.testing.Matrices;
import qbattery.testing.RandomBatteries;
import qbattery.testing.Randoms;

/** Where starts end up, held to integrations that know nothing of spectra. */
class DestinationTest {

  /** So many relaxation times leave exp(-30), 1e-13, of a start. */
  private static final double RELAXATIONS = 30;

  /** Errors of an integration at rtol = 1e-12 over up to some ten thousand steps. */
  private static final double INTEGRATED = 1e-8;

  static Stream<Battery> batteries() {
    return Stream.of(
        Models.collective(2, 0.4),
        Models.collective(3, 0.4),
        Models.collective(4, 0.4),
        Models.collectiveInRotatingFrame(3),
        Models.collectiveInRotatingFrame(4),
        Models.dephasedChain(3, 0.6),
        Models.sharedDephasing(1, 1),
        Models.star(3, 0.4, 0.3),
        Models.chain(3, 0.7, 1, 0, 0),
        RandomBatteries.cells(new SplittableRandom(5), 2),
        RandomBatteries.cells(new SplittableRandom(6), 3));
  }

  @ParameterizedTest
  @MethodSource("batteries")
  void whatSettlesDoesSo(Battery battery) {
    AsymptoticStates answer = SteadyStates.of(battery);
    double gap = certificate(answer).gap();
    SplittableRandom random = new SplittableRandom(11);
    for (int k = 0; k < 2; k++) {
      State start =
          k == 0
              ? Randoms.state(random, battery.space())
              : Randoms.pureState(random, battery.space());
      Solution solution =
          Evolution.of(battery, start)
              .over(RELAXATIONS / gap)
              .with(Method.DormandPrince.TIGHT)
              .solve();
      Destination destination = answer.from(start);
      assertThat(destination).isInstanceOf(Destination.Settles.class);
      Matrices.assertClose(
          ((Destination.Settles) destination).state().matrix(),
          solution.at(solution.end()).matrix(),
          INTEGRATED);
    }
  }

  static Stream<Battery> turning() {
    return Stream.of(
        Models.collective(2, 0),
        Models.collective(3, 0),
        Models.collective(4, 0),
        Models.pairs(2, 0),
        Models.chain(2, 0, 1, 0, 0),
        Models.chain(3, 0, 1, 0.3, 1),
        Models.battery("free", Models.cells(Space.cells(3), 1), List.of()));
  }

  /** All frequencies here are whole, so a period of 2 pi holds all; sixteen times tell them. */
  @ParameterizedTest
  @MethodSource("turning")
  void whatTurnsDoesSo(Battery battery) {
    AsymptoticStates answer = SteadyStates.of(battery);
    double gap = certificate(answer).gap();
    double begin = gap == Double.POSITIVE_INFINITY ? 0 : RELAXATIONS / gap;
    State start = Randoms.pureState(new SplittableRandom(3), battery.space());
    Solution solution =
        Evolution.of(battery, start)
            .over(begin + 2 * StrictMath.PI)
            .with(Method.DormandPrince.TIGHT)
            .solve();
    List<ComplexMatrix> samples = new ArrayList<>();
    for (int k = 0; k < 16; k++) {
      samples.add(solution.at(begin + k * StrictMath.PI / 8).matrix());
    }
    Destination.Oscillates found = (Destination.Oscillates) answer.from(start);
    Matrices.assertClose(found.mean().matrix(), component(samples, 0), INTEGRATED);
    assertThat(found.oscillations()).isNotEmpty();
    for (Destination.Oscillation one : found.oscillations()) {
      int omega = (int) StrictMath.round(one.frequency());
      double expected = AsymptoticModes.traceNorm(component(samples, omega));
      assertThat(one.amplitude()).isBetween(expected - 10 * INTEGRATED, expected + 10 * INTEGRATED);
    }
  }

  private static ComplexMatrix component(List<ComplexMatrix> samples, int omega) {
    ComplexMatrix sum = samples.get(0).times(0);
    for (int k = 0; k < samples.size(); k++) {
      double phase = -2 * StrictMath.PI * omega * k / samples.size();
      Complex turn = new Complex(StrictMath.cos(phase), StrictMath.sin(phase));
      sum = sum.plus(samples.get(k).times(turn));
    }
    return sum.times(1.0 / samples.size());
  }

  /** A start without coherence has nothing to oscillate with. */
  @Test
  void aStartMayRestWhereOthersDoNot() {
    Battery battery = Models.collective(3, 0);
    State mixed = State.of(battery.space(), ComplexMatrix.identity(8).times(1.0 / 8));
    AsymptoticStates answer = SteadyStates.of(battery);
    assertThat(answer).isInstanceOf(PersistentOscillations.class);
    assertThat(answer.from(mixed)).isInstanceOf(Destination.Settles.class);
  }

  @Test
  void conservedQuantitiesKeepTheirValue() {
    Battery battery = Models.collective(3, 0.4);
    SeveralSteadyStates answer = (SeveralSteadyStates) SteadyStates.of(battery);
    State start = Randoms.state(new SplittableRandom(8), battery.space());
    ComplexMatrix end = ((Destination.Settles) answer.from(start)).state().matrix();
    List<ConservedQuantity> conserved = answer.conserved();
    for (int k = 0; k < conserved.size(); k++) {
      ComplexMatrix q = conserved.get(k).operator();
      double before = q.traceOfProduct(start.matrix()).re();
      double after = q.traceOfProduct(end).re();
      assertThat(after - before).isBetween(-1e-11, 1e-11); // linear algebra of order one
      for (int l = 0; l <= k; l++) {
        double overlap = q.traceOfProduct(conserved.get(l).operator()).re();
        assertThat(overlap - (k == l ? 1 : 0)).isBetween(-1e-11, 1e-11); // of order one, as above
      }
    }
  }

  @Test
  void anUndecidedBatteryLeavesItsStartsUndecided() {
    Battery battery = Models.chain(2, 1e-12, 1, 0.3, 0);
    AsymptoticStates answer = SteadyStates.of(battery);
    State start = Randoms.state(new SplittableRandom(8), battery.space());
    assertThat(answer.from(start)).isInstanceOf(Destination.Unknown.class);
    assertThat(answer.describe()).contains("undecided");
  }

  @Test
  void aStartOfAnotherSpaceIsRefused() {
    State other = Randoms.state(new SplittableRandom(8), Space.cells(4));
    List<Battery> all =
        List.of(
            Models.star(3, 0.4, 0.3),
            Models.collective(3, 0),
            Models.collective(3, 0.4),
            Models.chain(2, 1e-12, 1, 0.3, 0));
    for (Battery battery : all) {
      AsymptoticStates answer = SteadyStates.of(battery);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> answer.from(other))
          .withMessageContaining("another space");
    }
  }

  private static Certificate certificate(AsymptoticStates answer) {
    if (answer instanceof UniqueSteadyState unique) {
      return unique.certificate();
    }
    if (answer instanceof SeveralSteadyStates several) {
      return several.certificate();
    }
    assertThat(answer).as(answer.describe()).isInstanceOf(PersistentOscillations.class);
    return ((PersistentOscillations) answer).certificate();
  }
}
