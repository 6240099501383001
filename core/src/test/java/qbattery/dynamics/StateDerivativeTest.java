package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import qbattery.dynamics.currents.EnergyFlow;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.measure.Purity;
import qbattery.model.Battery;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.State;
import qbattery.testing.Matrices;

/** The time derivative that a measure is given on the way, in each form of the state. */
class StateDerivativeTest {

  /** Sums of some hundred products of states and rates of order ten. */
  private static final double ROUNDING = 1e-13;

  private static final Method.DormandPrince METHOD = new Method.DormandPrince(1e-9, 1e-11);
  private static final Battery BATTERY = ConservingBatteries.random(new SplittableRandom(11), 3);

  /** Without coherence between numbers of excitations, so that every form serves. */
  private static final State START = ConservingBatteries.state(new SplittableRandom(12), 3);

  private static final Lindbladian LINDBLADIAN = Lindbladian.of(BATTERY);

  /** Close together and far apart, on the start and between steps. */
  private static final TimeGrid TIMES = TimeGrid.of(0, 1e-7, 0.013, 0.0131, 0.4, 1.3);

  private static TimeSeries observed(StateForm form, Quantity... quantities) {
    return Evolution.of(BATTERY, START)
        .over(TIMES)
        .with(METHOD)
        .with(form)
        .observe(List.of(quantities));
  }

  /** The whole matrix that blocks are cut from. */
  private static ComplexMatrix whole(BasisGroups groups, List<ComplexMatrix> blocks) {
    assertThat(blocks).hasSize(groups.count());
    return ComplexMatrix.generate(
        groups.dimension(),
        groups.dimension(),
        (i, j) ->
            groups.groupOf(i) == groups.groupOf(j)
                ? blocks.get(groups.groupOf(i)).get(groups.placeOf(i), groups.placeOf(j))
                : Complex.ZERO);
  }

  @ParameterizedTest
  @EnumSource(value = StateForm.class, names = "STATE_VECTOR", mode = EnumSource.Mode.EXCLUDE)
  void theDerivativeIsWhatTheLindbladianMakesOfTheState(StateForm form) {
    List<ComplexMatrix> seen = new ArrayList<>();
    Quantity distance =
        new Quantity.OfDerivative(
            "distance",
            (state, derivative) -> {
              ComplexMatrix found = whole(state.groups(), derivative);
              seen.add(found);
              return Matrices.distance(found, LINDBLADIAN.apply(state.matrix()));
            });
    for (double value : observed(form, distance).of("distance")) {
      assertThat(value).isLessThan(ROUNDING);
    }
    assertThat(seen).hasSize(TIMES.count());
    for (ComplexMatrix derivative : seen) {
      assertThat(derivative.maxAbs()).isGreaterThan(1e-3); // it has not come to rest
      assertThat(derivative.trace().abs()).isLessThan(ROUNDING);
    }
    assertThat(Matrices.distance(seen.get(0), LINDBLADIAN.apply(START.matrix())))
        .isLessThan(ROUNDING);
    assertThat(Matrices.distance(seen.get(2), seen.get(3))).isGreaterThan(1e-6);
  }

  @ParameterizedTest
  @EnumSource(value = StateForm.class, names = "STATE_VECTOR", mode = EnumSource.Mode.EXCLUDE)
  void theEnergyOfTheDerivativeIsTheEnergyFlow(StateForm form) {
    ComplexMatrix storage = BATTERY.storage().matrix();
    TimeSeries observed =
        observed(
            form,
            new Quantity.OfDerivative(
                "power",
                (state, derivative) ->
                    whole(state.groups(), derivative).traceOfProduct(storage).re()),
            new Quantity.Expectation("from interaction", EnergyFlow.fromInteraction(BATTERY)),
            new Quantity.Expectation("from channels", EnergyFlow.fromChannels(BATTERY)));
    for (int k = 0; k < TIMES.count(); k++) {
      double interaction = observed.of("from interaction")[k];
      double channels = observed.of("from channels")[k];
      assertThat(StrictMath.abs(interaction)).isGreaterThan(1e-4);
      assertThat(interaction + channels).isCloseTo(observed.of("power")[k], within(ROUNDING));
    }
  }

  @ParameterizedTest
  @EnumSource(value = StateForm.class, names = "STATE_VECTOR", mode = EnumSource.Mode.EXCLUDE)
  void lookingAtTheDerivativeChangesNothingElse(StateForm form) {
    Quantity energy = new Quantity.Expectation("U", BATTERY.storage());
    Quantity purity = new Quantity.OfState("purity", Purity::of);
    Quantity first = new Quantity.OfDerivative("first", (state, d) -> d.get(0).re(0, 0));
    Quantity again = new Quantity.OfDerivative("again", (state, d) -> d.get(0).re(0, 0));
    TimeSeries without = observed(form, energy, purity);
    TimeSeries with = observed(form, first, energy, again, purity);
    assertThat(with.of("U")).isEqualTo(without.of("U"));
    assertThat(with.of("purity")).isEqualTo(without.of("purity"));
    assertThat(with.of("again")).isEqualTo(with.of("first"));
    assertThat(with.statistics()).isEqualTo(without.statistics());
  }
}
