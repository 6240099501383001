package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.assertClose;
import static qbattery.testing.Matrices.projector;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.linalg.ComplexMatrix;
import qbattery.measure.Ergotropy;
import qbattery.measure.SymmetricErgotropy;
import qbattery.model.CollectiveEnsembles;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.DiagonalState;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.quantum.TotalSpin;
import qbattery.testing.Rounding;

class CollectiveSteadyStateTest {

  /** The project's bound between closed form and long integration. */
  private static final double AGREED = 1e-9;

  private static State only(EnsembleState state) {
    assertThat(state.parts()).hasSize(1);
    return state.parts().get(0).state();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 1, 5})
  void twoSpinsEndAsTheAppendixSays(double temperature) {
    CollectiveEnsembles pair = new CollectiveEnsembles(1, 1, 1, 1, temperature);
    double n = pair.reservoir().absorption();
    ComplexMatrix singlet = projector(0, 1, -1, 0);
    ComplexMatrix triplet =
        projector(1, 0, 0, 0)
            .times(n * n)
            .plus(projector(0, 1, 1, 0).times(n * (n + 1)))
            .plus(projector(0, 0, 0, 1).times((n + 1) * (n + 1)))
            .times(1 / (1 + 3 * n * (n + 1)));
    State found = only(CollectiveSteadyState.of(pair, pair.batteryDown()));
    // Eq. 32, with the singlet's weight outside the bracket's denominator, as Eqs. 28-31 have it.
    assertClose(found.matrix(), singlet.plus(triplet).times(0.5), 1e-14);
    double jz = -(2 * n + 1) / (12 * n * (n + 1) + 4); // Eq. 13
    assertThat(EnsembleState.symmetric(1, found).meanExcitations() - 0.5)
        .isCloseTo(jz, within(1e-14));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 0, 0", "1, 5, 0, 0", "3, 6, 0, 0", "5, 2, 0, 0", "4, 4, 0, 0",
    "1, 4, 0.8, 0", "2, 4, 0.5, 0.5", "3, 3, 1.5, 1.5", "3, 3, 0, 1", "3, 1, 0.6, 3"
  })
  void aLongIntegrationEndsThere(int battery, int charger, double t, double own) {
    CollectiveEnsembles ensembles = new CollectiveEnsembles(battery, charger, 1, 1, t);
    EnsembleState start = ensembles.batteryThermal(own);
    EnsembleState expected = CollectiveSteadyState.of(ensembles, start);
    EnsembleState found =
        EnsembleTrajectory.of(ensembles::pair, start, 40, new DormandPrince(1e-11, 1e-13)).at(40);
    for (int k = 0; k < start.parts().size(); k++) {
      assertClose(
          found.parts().get(k).state().matrix(), expected.parts().get(k).state().matrix(), AGREED);
    }
    if (t == 0 && own == 0) {
      DarkCharge dark = new DarkCharge(battery, charger);
      assertThat(dark.excitations()).containsExactly(found.excitations(), within(AGREED));
      assertThat(dark.energyDensity()).isCloseTo(found.meanExcitations() / battery, within(AGREED));
    }
  }

  @ParameterizedTest
  @CsvSource({"4, 8, 0", "3, 3, 0.9"})
  void nothingMovesThereAnyMore(int battery, int charger, double t) {
    CollectiveEnsembles ensembles = new CollectiveEnsembles(battery, charger, 1, 1, t);
    State steady = only(CollectiveSteadyState.of(ensembles, ensembles.batteryDown()));
    for (ComplexMatrix change :
        Evolution.of(ensembles.symmetric(), steady)
            .over(1)
            .with(new DormandPrince(1e-9, 1e-11))
            .solve()
            .derivativeAt(0)
            .derivative()) {
      assertThat(change.maxAbs()).isLessThan(1e-12); // rates up to 100
    }
  }

  /**
   * Between neighbouring levels of a total spin, what goes up comes down: p_up / p_down = e^-w/T.
   */
  @Test
  void theTotalExcitationsOfASingleTotalSpinAreInDetailedBalance() {
    CollectiveEnsembles ensembles = new CollectiveEnsembles(2, 3, 1.7, 1, 0.9);
    State top = // both up is the state |J, J> of the largest J alone
        State.ofGroups(
            new Space(List.of(3, 4)),
            BasisGroups.by(12, 12, i -> i),
            IntStream.range(0, 12).mapToObj(i -> ComplexMatrix.diagonal(i == 0 ? 1 : 0)).toList(),
            0);
    State start = DiagonalState.of(top.space(), i -> top.element(i, i).re());
    State steady = only(CollectiveSteadyState.of(ensembles, EnsembleState.symmetric(2, start)));
    for (int k = 1; k <= 5; k++) {
      double ratio =
          steady.blocks().blocks().get(k).matrix().trace().re()
              / steady.blocks().blocks().get(k - 1).matrix().trace().re();
      assertThat(ratio).isCloseTo(StrictMath.exp(-1.7 / 0.9), Rounding.after(10, 1));
    }
  }

  @Test
  void aThousandSpinsTakeNoTime() {
    DarkCharge dark = new DarkCharge(1000, 10_000);
    assertThat(Arrays.stream(dark.excitations()).sum()).isCloseTo(1, Rounding.after(1000, 1));
    assertThat(dark.energyDensity()).isBetween(0.9, 1.0);
    double collective = SymmetricErgotropy.of(dark.battery(), 1) / 1000;
    double all = Ergotropy.of(dark.battery(), 1) / 1000;
    assertThat(collective).isLessThan(all);
    assertThat(all).isLessThan(dark.energyDensity());
  }

  /** The same by the general way: energies of all J from Clebsch-Gordan coefficients. */
  @ParameterizedTest
  @CsvSource({"30, 30", "20, 100", "30, 7"})
  void theClosedFormIsThatOfTheCoefficients(int battery, int charger) {
    CollectiveEnsembles ensembles = new CollectiveEnsembles(battery, charger, 1, 1, 0);
    EnsembleState steady = CollectiveSteadyState.of(ensembles, ensembles.batteryDown());
    assertThat(new DarkCharge(battery, charger).excitations())
        .containsExactly(steady.excitations(), within(1e-12)); // 30 coefficients good to 1e-13
    assertThat(new DarkCharge(battery, charger).totalSpins())
        .containsExactly(TotalSpin.weights(only(ensembles.batteryDown())), within(1e-12));
  }

  /** The projection theorem makes no state, so it is a second way to the energy. */
  @ParameterizedTest
  @CsvSource({"1, 1, 0, 0", "3, 6, 0, 0", "4, 4, 2, 0", "3, 5, 1, 1", "5, 2, 0.7, 3"})
  void theProjectionTheoremGivesTheSameEnergy(int battery, int charger, double t, double own) {
    CollectiveEnsembles ensembles = new CollectiveEnsembles(battery, charger, 1, 1, t);
    EnsembleState start = ensembles.batteryThermal(own);
    double mean = CollectiveSteadyState.of(ensembles, start).meanExcitations();
    assertThat(CollectiveSteadyState.meanExcitations(ensembles, start))
        .isCloseTo(mean, Rounding.after(20, mean));
    if (t == 0 && own == 0) {
      assertThat(new DarkCharge(battery, charger).energyDensityFromTotalSpins())
          .isCloseTo(mean / battery, Rounding.after(20, 1));
    }
  }

  /** Against sums of factorials with 40 digits (mpmath). */
  @ParameterizedTest
  @CsvSource({
    "100, 200, 0.9721209364261148405263",
    "100, 100, 0.4581332301429232465271",
    "40, 400, 0.9941921676388182330853"
  })
  void energiesOfManySpinsAreGoodToRounding(int battery, int charger, double exact) {
    DarkCharge dark = new DarkCharge(battery, charger);
    assertThat(dark.energyDensity()).isCloseTo(exact, Rounding.after(20, 1));
    assertThat(dark.energyDensityFromTotalSpins()).isCloseTo(exact, Rounding.after(20, 1));
  }

  @Test
  void whatIsNotServedIsRefused() {
    CollectiveEnsembles still = new CollectiveEnsembles(1, 1, 1, 0, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CollectiveSteadyState.of(still, still.batteryDown()))
        .withMessageContaining("no steady state");
    CollectiveEnsembles pair = new CollectiveEnsembles(1, 1, 1, 1, 0);
    State coherent = State.of(new Space(List.of(2, 2)), projector(1, 1, 1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CollectiveSteadyState.of(pair, EnsembleState.symmetric(1, coherent)))
        .withMessageContaining("blocks by number of excitations");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DarkCharge(0, 1))
        .withMessageContaining("at least one spin each");
  }
}
