package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.dynamics.currents.EnergyFlow;
import qbattery.measure.Ergotropy;
import qbattery.model.Battery;
import qbattery.quantum.Observable;
import qbattery.quantum.State;
import qbattery.testing.Rounding;
import qbattery.witness.WitnessChains;
import qbattery.witness.WitnessChains.Chain;
import qbattery.witness.WitnessTable;

/**
 * Disordered chains, with both ergotropies and both parts of the energy flow, against numbers from
 * QuTiP; see bench/peers.
 */
class WitnessChainTest {

  /** The project's bound for two independent programs; see {@link WitnessTest}. */
  private static final double AGREED = 1e-8;

  private static final List<String> MEASURED =
      List.of("energy", "ergotropy", "ergotropy_whole", "from_interaction", "from_channels");

  private static List<Quantity> quantities(Battery battery) {
    Observable storage = Observable.of(battery.storage());
    Observable whole = Observable.of(battery.storage().plus(battery.interaction()));
    return List.of(
        new Quantity.Expectation("energy", battery.storage()),
        new Quantity.OfState("ergotropy", state -> Ergotropy.of(state, storage)),
        new Quantity.OfState("ergotropy_whole", state -> Ergotropy.of(state, whole)),
        new Quantity.Expectation("from_interaction", EnergyFlow.fromInteraction(battery)),
        new Quantity.Expectation("from_channels", EnergyFlow.fromChannels(battery)));
  }

  private static double[] column(WitnessTable table, String name) {
    int c = table.columns().indexOf(name);
    assertThat(c).as(name).isNotNegative();
    return table.rows().stream().mapToDouble(row -> row.values().get(c)).toArray();
  }

  private static TimeGrid times(WitnessTable table) {
    return TimeGrid.of(table.rows().stream().mapToDouble(WitnessTable.Row::time).toArray());
  }

  static Stream<Arguments> chainsInForms() {
    return WitnessChains.all().stream()
        .flatMap(
            chain ->
                Stream.of(
                        StateForm.FULL_MATRIX,
                        StateForm.PAULI_COEFFICIENTS,
                        StateForm.EXCITATION_SECTORS)
                    .filter(form -> form != StateForm.EXCITATION_SECTORS || inSectors(chain))
                    .map(form -> Arguments.of(chain, form)));
  }

  /** All but the coherent start. */
  private static boolean inSectors(Chain chain) {
    return ExcitationSectors.of(chain.battery(), chain.initial().of(chain.battery())).isPresent();
  }

  @ParameterizedTest
  @MethodSource("chainsInForms")
  void aMeasuredIntegrationAgreesWithQutip(Chain chain, StateForm form) {
    WitnessTable table = WitnessTable.of(chain.table());
    TimeSeries observed =
        Evolution.of(chain.battery(), chain.initial())
            .over(times(table))
            .with(Method.DormandPrince.TIGHT)
            .with(form)
            .observe(quantities(chain.battery()));
    for (String name : MEASURED) {
      assertThat(observed.of(name))
          .as(name)
          .containsExactly(column(table, chain.columns() + name), within(AGREED));
    }
  }

  static Stream<Chain> smallChains() {
    return WitnessChains.all().stream()
        .filter(chain -> chain.battery().space().dimension() <= Method.Exact.MAX_DIMENSION);
  }

  @ParameterizedTest
  @MethodSource("smallChains")
  void theExactPropagatorAgreesWithQutip(Chain chain) {
    Battery battery = chain.battery();
    WitnessTable table = WitnessTable.of(chain.table());
    Solution solution =
        Evolution.of(battery, chain.initial()).over(table.end()).with(new Method.Exact()).solve();
    for (Quantity quantity : quantities(battery)) {
      double[] expected = column(table, chain.columns() + quantity.name());
      double[] times = times(table).toArray();
      for (int k = 0; k < times.length; k++) {
        assertThat(value(quantity, solution.at(times[k])))
            .as("%s at t = %s", quantity.name(), times[k])
            .isCloseTo(expected[k], within(AGREED));
      }
    }
  }

  private static double value(Quantity quantity, State state) {
    if (quantity instanceof Quantity.Expectation expectation) {
      return state.matrix().traceOfProduct(expectation.operator().matrix()).re();
    }
    return ((Quantity.OfState) quantity).measure().applyAsDouble(state);
  }

  @Test
  void everyTableHoldsTwentyOneTimesUpToThreeAndNoColumnThatIsNotCompared() {
    assertThat(WitnessChains.all()).hasSize(3 * 2 * 3);
    for (String name : List.of("chain-2", "chain-3", "chain-4")) {
      WitnessTable table = WitnessTable.of(name);
      assertThat(table.rows()).hasSize(21);
      assertThat(table.end()).isCloseTo(3, Rounding.after(1, 3));
      assertThat(table.columns())
          .containsExactlyInAnyOrderElementsOf(
              WitnessChains.all().stream()
                  .filter(chain -> chain.table().equals(name))
                  .flatMap(chain -> MEASURED.stream().map(what -> chain.columns() + what))
                  .toList());
    }
  }

  /** Numbers near zero would agree with anything. */
  @Test
  void theEnergyFlowsBothWaysThroughTheInteraction() {
    double[] flow = column(WitnessTable.of("chain-3"), "coherent_10_from_interaction");
    assertThat(Arrays.stream(flow).max().orElseThrow()).isGreaterThan(1);
    assertThat(Arrays.stream(flow).min().orElseThrow()).isLessThan(-1);
  }
}
