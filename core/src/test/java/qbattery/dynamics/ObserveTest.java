package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.projector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.measure.Concurrence;
import qbattery.measure.Ergotropy;
import qbattery.measure.Purity;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Graph;
import qbattery.model.InitialState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;

class ObserveTest {

  /** The same steps, so the same states to rounding; values up to ten. */
  private static final double TOLERANCE = 1e-9;

  private static final DormandPrince METHOD = new DormandPrince(1e-10, 1e-12);
  private static final Battery RING =
      CellNetwork.uniform(Graph.circular(3), 1.3, 2, 1, 0.5).battery();

  /** One excitation shared by the first two cells: |egg> + |geg>. */
  private static final State SHARED = State.of(RING.space(), projector(0, 0, 0, 1, 0, 1, 0, 0));

  private static final Observable STORAGE = Observable.of(RING.storage());
  private static final List<List<Integer>> LINKS =
      List.of(List.of(0, 1), List.of(1, 2), List.of(0, 2));
  private static final List<Quantity> QUANTITIES =
      List.of(
          new Quantity.Expectation("U", RING.storage()),
          new Quantity.Expectation("Hint", RING.interaction()),
          new Quantity.OfState("ergotropy", state -> Ergotropy.of(state, STORAGE)),
          new Quantity.MeanOfSites("concurrence", LINKS, Concurrence::of),
          new Quantity.MeanOfSites("purity", List.of(List.of(2)), Purity::of));

  private static double onState(Quantity quantity, State state) {
    if (quantity instanceof Quantity.Expectation expectation) {
      return state.matrix().traceOfProduct(expectation.operator().matrix()).re();
    }
    if (quantity instanceof Quantity.MeanOfSites mean) {
      return mean.groups().stream()
          .mapToDouble(
              sites ->
                  mean.measure()
                      .applyAsDouble(
                          state.reduced(sites.stream().mapToInt(Integer::intValue).toArray())))
          .average()
          .orElseThrow();
    }
    return ((Quantity.OfState) quantity).measure().applyAsDouble(state);
  }

  private static void assertMeasuredAlong(State start, TimeGrid times, StateForm form) {
    TimeSeries observed =
        Evolution.of(RING, start).over(times).with(METHOD).with(form).observe(QUANTITIES);
    Solution kept = Evolution.of(RING, start).over(times.last()).with(METHOD).with(form).solve();
    assertThat(observed.times()).isEqualTo(times);
    assertThat(observed.values().keySet())
        .containsExactly("U", "Hint", "ergotropy", "concurrence", "purity");
    for (Quantity quantity : QUANTITIES) {
      double[] values = observed.of(quantity.name());
      assertThat(values).hasSize(times.count());
      for (int k = 0; k < values.length; k++) {
        double t = times.toArray()[k];
        assertThat(values[k])
            .as("%s at %s", quantity.name(), t)
            .isCloseTo(onState(quantity, kept.at(t)), within(TOLERANCE));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = StateForm.class,
      names = {"SMALLEST", "FULL_MATRIX", "EXCITATION_SECTORS"})
  void whatIsMeasuredOnTheWayIsWhatIsMeasuredOnTheKeptStates(StateForm form) {
    assertMeasuredAlong(SHARED, TimeGrid.upTo(2, 21), form);
  }

  @Test
  void aCoherentStartIsMeasuredToo() {
    assertMeasuredAlong(
        new InitialState.Coherent().of(RING), TimeGrid.upTo(1, 7), StateForm.SMALLEST);
  }

  @Test
  void timesNeedNotLieOnStepsOrStartAtZeroOrHaveAStepEach() {
    double[] dense = new SplittableRandom(4).doubles(60, 0.3, 0.5).sorted().distinct().toArray();
    assertMeasuredAlong(SHARED, TimeGrid.of(dense), StateForm.SMALLEST);
    assertMeasuredAlong(SHARED, TimeGrid.of(1e-9, 2.9), StateForm.SMALLEST);
    assertMeasuredAlong(SHARED, TimeGrid.of(0.7), StateForm.SMALLEST);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void timeZeroIsTheStartItself(boolean andLater) {
    TimeGrid times = andLater ? TimeGrid.of(0, 1) : TimeGrid.of(0);
    TimeSeries observed = Evolution.of(RING, SHARED).over(times).with(METHOD).observe(QUANTITIES);
    for (Quantity quantity : QUANTITIES) {
      assertThat(observed.of(quantity.name())).hasSize(times.count());
      assertThat(observed.of(quantity.name())[0])
          .isCloseTo(onState(quantity, SHARED), within(1e-14)); // no step was made
    }
    assertThat(observed.statistics().steps() > 0).isEqualTo(andLater);
  }

  @Test
  void aMeanIsOverItsGroups() {
    State start =
        new InitialState.Product(
                List.of(
                    InitialState.CellState.EXCITED,
                    InitialState.CellState.mixture(0.25),
                    InitialState.CellState.GROUND))
            .of(RING);
    Quantity excited =
        new Quantity.MeanOfSites(
            "excited",
            List.of(List.of(0), List.of(1), List.of(2), List.of(2)),
            state -> state.element(0, 0).re());
    TimeSeries observed =
        Evolution.of(RING, start).over(TimeGrid.of(0)).with(METHOD).observe(List.of(excited));
    assertThat(observed.of("excited")).containsExactly(1.25 / 4);
  }

  @Test
  void twoQuantitiesOfOneNameAreRefused() {
    List<Quantity> twice =
        List.of(
            new Quantity.Expectation("U", RING.storage()),
            new Quantity.OfState("V", Purity::of),
            new Quantity.OfState("U", Purity::of));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Evolution.of(RING, SHARED).over(TimeGrid.of(1)).with(METHOD).observe(twice))
        .withMessageContaining("have one name")
        .withMessageContaining("[U, V, U]");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void anOperatorOnAnotherSpaceIsRefusedByName(int cells) {
    Quantity foreign =
        new Quantity.Expectation(
            "far", Operator.sumOverSites(Space.cells(cells), LocalOperator.EXCITED));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Evolution.of(RING, SHARED)
                    .over(TimeGrid.of(1))
                    .with(METHOD)
                    .observe(List.of(foreign)))
        .withMessageContaining("'far' acts on another space")
        .withMessageContaining("'circular network of 3 cells'");
  }

  @Test
  void aStartOnAnotherSpaceIsRefused() {
    State start = State.of(Space.cells(1), InitialState.CellState.EXCITED);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Evolution.of(RING, start).over(TimeGrid.of(1)).with(METHOD).observe(QUANTITIES))
        .withMessageContaining("another space");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Evolution.of(RING, start).over(1).plan())
        .withMessageContaining("another space");
  }

  @Test
  void aMeanOverNoGroupsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Quantity.MeanOfSites("mean", List.of(), Purity::of))
        .withMessageContaining("'mean' needs at least one group");
  }

  @Test
  void aMeanIsUnmovedByChangesToItsGroups() {
    List<Integer> group = new ArrayList<>(List.of(0));
    Quantity.MeanOfSites mean = new Quantity.MeanOfSites("mean", List.of(group), Purity::of);
    group.add(1);
    assertThat(mean.groups()).containsExactly(List.of(0));
  }

  @Test
  void theDescriptionNamesMethodAndForm() {
    for (StateForm form : List.of(StateForm.FULL_MATRIX, StateForm.EXCITATION_SECTORS)) {
      TimeSeries observed =
          Evolution.of(RING, SHARED)
              .over(TimeGrid.of(1))
              .with(METHOD)
              .with(form)
              .observe(QUANTITIES);
      assertThat(observed.description())
          .contains("Dormand-Prince 8(5,3), rtol = 1e-10, atol = 1e-12")
          .contains(form == StateForm.FULL_MATRIX ? "full density matrix" : "excitation sectors")
          .isEqualTo(
              Evolution.of(RING, SHARED).over(1).with(METHOD).with(form).solve().description());
      assertThat(observed.statistics().evaluations()).isPositive();
    }
  }

  @Test
  void aNameThatWasNotMeasuredIsRefusedWithThoseThatWere() {
    TimeSeries observed =
        new TimeSeries(
            TimeGrid.of(1), Map.of("U", new double[] {2}), "", new SolverStatistics(0, 0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> observed.of("V"))
        .withMessage("Nothing called 'V' was measured; there are [U].");
  }

  @Test
  void observedValuesAreUnmovedByTheirReaders() {
    Map<String, double[]> values = new LinkedHashMap<>();
    values.put("U", new double[] {2});
    TimeSeries observed = new TimeSeries(TimeGrid.of(1), values, "", new SolverStatistics(0, 0, 0));
    observed.of("U")[0] = 3;
    values.clear();
    assertThat(observed.of("U")).containsExactly(2);
  }
}
