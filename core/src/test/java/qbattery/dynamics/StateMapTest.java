package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.CollectiveEnsembles;
import qbattery.quantum.DiagonalState;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Multiplet;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.testing.Rounding;

class StateMapTest {

  private static final DormandPrince METHOD = new DormandPrince(1e-11, 1e-13);

  /** Three integrations with a few hundred steps of 1e-11 each. */
  private static final double AGREED = 1e-9;

  private static double[] excitations(State cells) {
    double[] found = new double[cells.space().sites() + 1];
    for (int i = 0; i < cells.space().dimension(); i++) {
      found[cells.space().sites() - Integer.bitCount(i)] += cells.element(i, i).re();
    }
    return found;
  }

  /** Charged, the charger taken away, dephased, and discharged. */
  private static EnsembleTrajectory discharge(CollectiveEnsembles ensembles, StateMap dephase) {
    EnsembleState charged =
        EnsembleTrajectory.of(
                ensembles::pair, ensembles.batteryThermal(ensembles.temperature()), 0.7, METHOD)
            .at(0.7);
    EnsembleState rested =
        EnsembleTrajectory.of(
                ensembles::discharging, new StateMap.Separate().apply(charged), 1e-6, METHOD)
            .at(1e-6);
    return EnsembleTrajectory.of(ensembles::discharging, dephase.apply(rested), 1.1, METHOD);
  }

  @ParameterizedTest
  @CsvSource({"2, 2, 0, true", "3, 4, 0, true", "3, 3, 0.6, true", "4, 3, 0, false"})
  void theProtocolIsThatOfAllCells(int n, int charger, double t, boolean dephased) {
    CollectiveEnsembles ensembles = new CollectiveEnsembles(n, charger, 1, 0.5, t);
    StateMap map = dephased ? new StateMap.DephaseEachSpin() : new StateMap.DephaseTogether();
    EnsembleTrajectory discharge = discharge(ensembles, map);
    State charged =
        Evolution.of(ensembles.cells(), ensembles.cellsThermal(t))
            .over(0.7)
            .with(METHOD)
            .at(0.7)
            .reduced(IntStream.range(0, n).toArray());
    Space space = Space.cells(n);
    Operator lower = Operator.sumOverSites(space, LocalOperator.LOWER);
    double occupation = ensembles.reservoir().absorption();
    Battery alone =
        Battery.ofCells(
            "alone",
            n,
            1,
            List.of(
                Channel.independent("decay", List.of(lower), occupation + 1), // 2 gamma = 1
                Channel.independent("pumping", List.of(lower.adjoint()), occupation)));
    State rested = Evolution.of(alone, charged).over(1e-6).with(METHOD).at(1e-6);
    State start = dephased ? DiagonalState.of(space, i -> rested.element(i, i).re()) : rested;
    Solution cells = Evolution.of(alone, start).over(1.1).with(METHOD).solve();
    for (double time : new double[] {0, 0.2, 1.1}) {
      assertThat(discharge.at(time).excitations())
          .containsExactly(excitations(cells.at(time)), within(AGREED));
    }
  }

  /** After dephasing, part of the energy is in dark states and stays: |j, -j> of each multiplet. */
  @Test
  void dephasedSpinsKeepWhatTheirMultipletsCannotLose() {
    CollectiveEnsembles ensembles = new CollectiveEnsembles(2, 2, 1, 1, 0);
    EnsembleState one = // one excitation, shared by both spins alike
        EnsembleState.symmetric(2, DiagonalState.ofMultiplet(2, 0, 1, 0));
    EnsembleState dephased = new StateMap.DephaseEachSpin().apply(one);
    assertThat(dephased.parts()).hasSize(2);
    assertThat(dephased.parts().get(1).multiplet().twiceJ()).isZero();
    assertThat(dephased.parts().get(1).weight()).isCloseTo(0.5, Rounding.after(1, 1));
    EnsembleTrajectory decay = EnsembleTrajectory.of(ensembles::discharging, dephased, 20, METHOD);
    assertThat(decay.at(20).meanExcitations()).isCloseTo(0.5, within(AGREED));
    EnsembleTrajectory superradiant =
        EnsembleTrajectory.of(ensembles::discharging, one, 0.5, METHOD);
    assertThat(superradiant.at(0.5).meanExcitations())
        .isCloseTo(StrictMath.exp(-4 * 0.5), within(AGREED)); // 2 gamma (J + M)(J - M + 1)
  }

  @Test
  void dephasingKeepsTheNumbersAndDoesNothingTwice() {
    CollectiveEnsembles ensembles = new CollectiveEnsembles(5, 5, 1, 1, 0);
    EnsembleState charged = CollectiveSteadyState.of(ensembles, ensembles.batteryDown()).alone();
    EnsembleState each = new StateMap.DephaseEachSpin().apply(charged);
    assertThat(each.parts()).hasSize(3);
    assertThat(each.excitations()).containsExactly(charged.excitations(), Rounding.after(10, 1));
    EnsembleState twice = new StateMap.DephaseEachSpin().apply(each);
    for (int k = 0; k < 3; k++) {
      assertThat(twice.parts().get(k).weight())
          .isCloseTo(each.parts().get(k).weight(), Rounding.after(10, 1));
    }
    EnsembleState together = new StateMap.DephaseTogether().apply(charged);
    assertThat(together.parts()).hasSize(1);
    assertThat(together.excitations()).containsExactly(charged.excitations(), Rounding.after(1, 1));
    State coherent =
        State.of(
            new Space(List.of(2)),
            ComplexMatrix.real(new double[] {.5, .5}, new double[] {.5, .5}));
    State kept =
        new StateMap.DephaseTogether()
            .apply(EnsembleState.symmetric(1, coherent))
            .parts()
            .get(0)
            .state();
    assertThat(kept.matrix()).isEqualTo(ComplexMatrix.diagonal(0.5, 0.5));
  }

  @Test
  void aBatteryIsDephasedAlone() {
    CollectiveEnsembles ensembles = new CollectiveEnsembles(2, 2, 1, 1, 0);
    for (StateMap map : List.of(new StateMap.DephaseEachSpin(), new StateMap.DephaseTogether())) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> map.apply(ensembles.batteryDown()))
          .withMessageContaining("take away what is beside it first");
    }
    assertThat(ensembles.discharging(Multiplet.symmetric(2)).space().sites()).isEqualTo(1);
  }

  @Test
  void leavingTheSymmetricMultipletIsReported() {
    EnsembleState up = EnsembleState.symmetric(4, DiagonalState.ofMultiplet(4, 0, 0.5, 0.5, 0, 0));
    assertThat(up.description())
        .isEqualTo("4 spins in their symmetric multiplet, 5 levels in place of 2^4");
    assertThat(new StateMap.DephaseTogether().apply(up).description()).isEqualTo(up.description());
    assertThat(new StateMap.DephaseEachSpin().apply(up).description())
        .isEqualTo(
            "4 spins in 3 multiplets, one block for each total spin, 9 levels in place of 2^4");
  }
}
