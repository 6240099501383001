package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static qbattery.testing.Matrices.assertClose;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Graph;
import qbattery.model.InitialState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.testing.RandomBatteries;
import qbattery.testing.Randoms;

class StateFormTest {

  private static final DormandPrince METHOD = new DormandPrince(1e-8, 1e-10);
  private static final Battery STAR = CellNetwork.uniform(Graph.central(3), 1, 2, 1, 0.5).battery();
  private static final State FULL = new InitialState.FullyExcited().of(STAR);
  private static final State COHERENT = new InitialState.Coherent().of(STAR);

  private static String description(Battery battery, State start, StateForm form) {
    return Evolution.of(battery, start).over(1).with(METHOD).with(form).solve().description();
  }

  @Test
  void theSmallestFormIsSectorsWhereTheyServe() {
    assertThat(Representations.of(STAR, FULL, StateForm.SMALLEST))
        .isInstanceOf(DensityBlocks.class);
    assertThat(description(STAR, FULL, StateForm.SMALLEST))
        .contains("4 excitation sectors, 20 complex elements in place of 64");
    assertThat(Evolution.of(STAR, FULL).over(1).with(METHOD).solve().description())
        .contains("4 excitation sectors");
  }

  @Test
  void whatTheStartCannotReachIsLeftOut() {
    assertThat(
            Evolution.of(STAR, new InitialState.Ground())
                .over(1)
                .with(METHOD)
                .solve()
                .description())
        .contains("population of 1 state", "in place of 64 complex elements");
  }

  @Test
  void theSmallestFormIsAnotherWhereSectorsDoNotServe() {
    assertThat(Representations.of(STAR, COHERENT, StateForm.SMALLEST))
        .isNotInstanceOf(DensityBlocks.class);
    Space space = new Space(List.of(3));
    Battery threeLevels =
        new Battery("three levels", space, Operator.zero(space), Operator.zero(space), List.of());
    State start = Randoms.state(new SplittableRandom(1), space);
    assertThat(Representations.of(threeLevels, start, StateForm.SMALLEST))
        .isInstanceOf(FullMatrix.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Representations.of(threeLevels, start, StateForm.EXCITATION_SECTORS))
        .withMessageContaining("the start has coherence between different numbers of excitations");
  }

  @Test
  void theDescriptionSaysWhyTheFormWasTaken() {
    assertThat(description(STAR, FULL, StateForm.SMALLEST))
        .contains("the smallest form that is exact");
    assertThat(description(STAR, FULL, StateForm.FULL_MATRIX)).contains("as asked for");
    assertThat(description(STAR, COHERENT, StateForm.SMALLEST))
        .contains("excitation sectors do not serve, as the start has coherence");
  }

  @Test
  void theFullMatrixIsTakenWhereItIsAskedFor() {
    assertThat(description(STAR, FULL, StateForm.FULL_MATRIX))
        .contains("full density matrix, 8 x 8")
        .contains(METHOD.description());
  }

  @Test
  void sectorsThatDoNotServeTheStartAreRefusedWithTheReason() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Evolution.of(STAR, COHERENT)
                    .over(1)
                    .with(METHOD)
                    .with(StateForm.EXCITATION_SECTORS)
                    .solve())
        .withMessage(
            "Excitation sectors do not serve 'central network of 3 cells': the start has coherence"
                + " between different numbers of excitations.");
  }

  @Test
  void sectorsThatDoNotServeTheBatteryAreRefusedEverywhere() {
    Battery driven =
        new Battery(
            "driven",
            STAR.space(),
            STAR.storage(),
            Operator.on(STAR.space(), 0, LocalOperator.SIGMA_X),
            List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Evolution.of(driven, FULL)
                    .over(1)
                    .with(METHOD)
                    .with(StateForm.EXCITATION_SECTORS)
                    .solve())
        .withMessageContaining("do not serve 'driven': the battery makes coherence");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Evolution.of(driven, FULL).over(1).with(StateForm.EXCITATION_SECTORS).plan())
        .withMessageContaining("do not serve 'driven'");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Evolution.of(driven, FULL)
                    .over(TimeGrid.of(1))
                    .with(METHOD)
                    .with(StateForm.EXCITATION_SECTORS)
                    .observe(List.of(new Quantity.OfState("one", state -> 1))))
        .withMessageContaining("do not serve 'driven'");
  }

  @ParameterizedTest
  @EnumSource(
      value = StateForm.class,
      names = {"SMALLEST", "FULL_MATRIX"})
  void everyFormGivesTheExactPropagatorsState(StateForm form) {
    SplittableRandom random = new SplittableRandom(31);
    Battery battery = RandomBatteries.cells(random, 2);
    State start = Randoms.state(random, battery.space());
    assertClose(
        Evolution.of(battery, start).over(2).with(DormandPrince.TIGHT).with(form).at(2).matrix(),
        Evolution.of(battery, start).over(2).with(new Method.Exact()).with(form).at(2).matrix(),
        1e-10); // a hundred steps with errors of 1e-12
  }
}
