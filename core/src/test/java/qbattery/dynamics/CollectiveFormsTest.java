package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.measure.Ergotropy;
import qbattery.measure.LogarithmicNegativity;
import qbattery.measure.SymmetricErgotropy;
import qbattery.model.CollectiveEnsembles;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Multiplet;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.quantum.TotalSpin;
import qbattery.testing.Rounding;

/** Collective spins against the full space of 2^(N_B + N_C) states. */
class CollectiveFormsTest {

  private static final DormandPrince METHOD = new DormandPrince(1e-11, 1e-13);

  /** Two integrations with a few hundred steps of 1e-11 each. */
  private static final double AGREED = 1e-9;

  /** The probabilities of 0, 1, ... excited cells. */
  private static double[] excitations(State cells) {
    double[] found = new double[cells.space().sites() + 1];
    for (int i = 0; i < cells.space().dimension(); i++) {
      found[cells.space().sites() - Integer.bitCount(i)] += cells.element(i, i).re();
    }
    return found;
  }

  @ParameterizedTest(name = "{0} + {1} spins, T = {2}, battery at {3}")
  @CsvSource({
    "1, 1, 0, 0",
    "2, 2, 0, 0",
    "2, 1, 0, 0",
    "3, 5, 0, 0",
    "4, 4, 0.6, 0",
    "1, 2, 0.35, 0.35",
    "2, 3, 0.4, 0.4",
    "3, 3, 0.9, 0.9",
    "4, 2, 0, 0.3",
  })
  void theMultipletsSayWhatAllCellsSay(int battery, int charger, double t, double own) {
    CollectiveEnsembles ensembles = new CollectiveEnsembles(battery, charger, 1.2, 0.4, t);
    double end = 0.9;
    Solution cells =
        Evolution.of(ensembles.cells(), ensembles.cellsThermal(own)).over(end).with(METHOD).solve();
    EnsembleTrajectory collective =
        EnsembleTrajectory.of(ensembles::pair, ensembles.batteryThermal(own), end, METHOD);
    int[] side = IntStream.range(0, battery).toArray();
    Observable energy =
        Observable.of(
            Operator.sumOverSites(Space.cells(battery), LocalOperator.EXCITED).times(1.2));
    for (double time : new double[] {0, 0.11, end}) {
      State all = cells.at(time);
      State reduced = all.reduced(side);
      EnsembleState small = collective.at(time);
      assertThat(small.excitations()).containsExactly(excitations(reduced), within(AGREED));
      assertThat(1.2 * small.meanExcitations())
          .isCloseTo(reduced.expectation(energy), within(AGREED));
      assertThat(LogarithmicNegativity.of(small))
          .as("negativity")
          .isCloseTo(LogarithmicNegativity.of(all, side), within(10 * AGREED)); // many eigenvalues
      assertThat(Ergotropy.of(small, 1.2))
          .as("ergotropy")
          .isCloseTo(Ergotropy.of(reduced, energy), within(10 * AGREED));
      assertThat(SymmetricErgotropy.of(small, 1.2))
          .isLessThanOrEqualTo(Ergotropy.of(small, 1.2) + AGREED);
      assertThat(small.alone().excitations())
          .containsExactly(small.excitations(), Rounding.after(10, 1));
    }
    double most =
        StrictMath.max(
            LogarithmicNegativity.of(collective.at(0.11)),
            LogarithmicNegativity.of(collective.at(end)));
    assertThat(most).as("numbers near zero would agree with anything").isGreaterThan(0.001);
    assertThat(collective.parts().get(0).description())
        .contains("excitation sectors")
        .contains("the smallest form that is exact");
  }

  @ParameterizedTest
  @CsvSource({"2, 5, 0, 0", "3, 3, 0.8, 0", "3, 2, 0.8, 1.1"})
  void theWeightOfEachTotalSpinIsConserved(int battery, int charger, double t, double own) {
    CollectiveEnsembles ensembles = new CollectiveEnsembles(battery, charger, 1, 0.5, t);
    EnsembleTrajectory run =
        EnsembleTrajectory.of(ensembles::pair, ensembles.batteryThermal(own), 2, METHOD);
    for (int k = 0; k < run.parts().size(); k++) {
      State start = run.initial().parts().get(k).state();
      double[] weights = TotalSpin.weights(start);
      assertThat(IntStream.range(0, weights.length).mapToDouble(r -> weights[r]).sum())
          .isCloseTo(1, Rounding.after(10, 1));
      for (double time : new double[] {0.3, 2}) {
        State now = run.parts().get(k).at(time);
        assertThat(TotalSpin.weights(now)).containsExactly(weights, within(AGREED));
      }
    }
  }

  /** 51 x 501 states in blocks of at most 51: no matrix of the whole is ever made. */
  @Test
  void fiftySpinsBesideFiveHundredHaveAStateInBlocks() {
    CollectiveEnsembles ensembles = new CollectiveEnsembles(50, 500, 1, 1, 0);
    EnsembleState start = ensembles.batteryDown();
    State state = start.parts().get(0).state();
    assertThat(state.space().dimension()).isEqualTo(25_551);
    assertThat(Evolution.of(ensembles.symmetric(), state).over(1).plan())
        .startsWith("551 excitation sectors");
    assertThat(start.meanExcitations()).isZero();
    assertThatIllegalArgumentException() // more than a matrix can have, and said so
        .isThrownBy(
            () ->
                new CollectiveEnsembles(60, 600, 1, 1, 0)
                    .batteryDown()
                    .parts()
                    .get(0)
                    .state()
                    .matrix())
        .withMessageContaining("36661 x 36661 complex matrix cannot be addressed");
    State one = ensembles.batteryThermal(0.1).parts().get(0).state();
    assertThat(one.reduced(0).space().dimension()).isEqualTo(51);
    assertThat(SymmetricErgotropy.of(start, 1)).isZero();
  }

  @Test
  void thermalStartsHaveTheWeightsOfIndependentSpins() {
    CollectiveEnsembles ensembles = new CollectiveEnsembles(300, 1, 1, 1, 0);
    double p = 1 / (1 + StrictMath.exp(1 / 0.7));
    EnsembleState start = ensembles.batteryThermal(0.7);
    double[] found = start.excitations();
    double expected = StrictMath.pow(1 - p, 300);
    for (int k = 0; k <= 300; k++) {
      assertThat(found[k]).isCloseTo(expected, within(1e-12)); // logarithms of up to 200
      expected *= (300.0 - k) / (k + 1) * p / (1 - p);
    }
    assertThat(start.meanExcitations()).isCloseTo(300 * p, Rounding.after(300, 300));
    assertThat(start.parts().get(0).multiplet()).isEqualTo(Multiplet.symmetric(300));
  }
}
