package qbattery.steady;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.linalg.ComplexMatrix;
import qbattery.measure.Energy;
import qbattery.measure.Entropy;
import qbattery.measure.Ergotropy;
import qbattery.measure.Purity;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.InitialState;
import qbattery.model.SiteState;
import qbattery.model.SumsOverCells;
import qbattery.quantum.AlikeCells;
import qbattery.quantum.AlikeCells.OneCell;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/** Steady states of cells that are alike: as one by one, and in closed form. */
class AlikeCellsSteadyTest {

  private static Battery battery(Space space, int kind) {
    Operator lower = SumsOverCells.of(space, OneCell.LOWER);
    Operator raise = SumsOverCells.of(space, OneCell.RAISE);
    Operator number = SumsOverCells.number(space);
    List<Channel> channels = new ArrayList<>();
    Operator interaction = Operator.zero(space);
    if (kind < 2) {
      channels.add(Channels.decay(space, 0.6));
      channels.add(Channels.pumping(space, 0.25));
      channels.add(Channels.dephasing(space, 0.4));
      channels.add(Channel.independent("common", List.of(lower), 0.3));
      interaction = raise.times(lower).times(0.5);
    }
    if (kind == 1) {
      interaction = interaction.plus(lower.plus(raise).times(0.7));
    }
    if (kind >= 2) {
      channels.add(Channel.independent("common down", List.of(lower), 0.9));
    }
    if (kind == 3) {
      channels.add(Channel.independent("common up", List.of(raise), 0.4));
    }
    return new Battery("cells", space, number, interaction, channels);
  }

  /** The two solutions each say how far they may be off; the measures have slopes of a few N. */
  private static double error(int cells, AsymptoticStates... answers) {
    double sum = 1e-11; // rounding of the measures
    for (AsymptoticStates answer : answers) {
      sum += 10 * cells * answer.certificate().stateError();
    }
    return sum;
  }

  private static void assertSame(
      State found, State expected, Battery alike, Battery single, double e) {
    Observable h = Observable.of(alike.storage());
    Observable reference = Observable.of(single.storage());
    assertThat(Energy.of(found, h)).isCloseTo(Energy.of(expected, reference), within(e));
    assertThat(Ergotropy.of(found, h)).isCloseTo(Ergotropy.of(expected, reference), within(e));
    assertThat(Entropy.of(found)).isCloseTo(Entropy.of(expected), within(e));
    assertThat(Purity.of(found)).isCloseTo(Purity.of(expected), within(e));
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "2, 1", "3, 0", "3, 1", "4, 0", "4, 1", "5, 0"})
  void theOneSteadyStateIsThatOfTheCellsOneByOne(int cells, int kind) {
    Battery alike = battery(Space.alike(cells), kind);
    Battery single = battery(Space.cells(cells), kind);
    AsymptoticStates found = SteadyStates.of(alike);
    AsymptoticStates expected = SteadyStates.of(single);
    assertThat(found.dimension()).isEqualTo(1);
    double e = error(cells, found, expected);
    assertSame(found.state(), expected.state(), alike, single, e);
    State from = found.from(new InitialState.FullyExcited()).state();
    assertSame(from, expected.state(), alike, single, e);
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "2, 3", "3, 2", "3, 3", "4, 2", "4, 3"})
  void severalSteadyStatesEachFromItsStart(int cells, int kind) {
    Battery alike = battery(Space.alike(cells), kind);
    Battery single = battery(Space.cells(cells), kind);
    AsymptoticStates found = SteadyStates.of(alike);
    AsymptoticStates expected = SteadyStates.of(single);
    assertThat(found.dimension()).isEqualTo(new AlikeCells(cells).multiplets().size());
    ComplexMatrix cell = ComplexMatrix.real(new double[] {0.7, 0.2}, new double[] {0.2, 0.3});
    for (InitialState start :
        List.of(
            new InitialState.FullyExcited(),
            new InitialState.Coherent(),
            new InitialState.Thermal(0.8))) {
      assertSame(
          found.from(start).state(),
          expected.from(start).state(),
          alike,
          single,
          error(cells, found, expected));
    }
    assertSame(
        found.from(InitialState.Sites.of(new SiteState.EachCell(cell))).state(),
        expected
            .from(
                InitialState.Sites.of(
                    java.util.Collections.nCopies(cells, new SiteState.Given(cell))
                        .toArray(SiteState[]::new)))
            .state(),
        alike,
        single,
        error(cells, found, expected));
  }

  /** Within each total spin m has the weight (up/down)^m, and j keeps that of the start. */
  @ParameterizedTest
  @CsvSource({"6, 0.8", "7, 0.35", "12, 0.6"})
  void aCommonReservoirLeavesTheWeightOfEachTotalSpin(int cells, double excited) {
    Space space = Space.alike(cells);
    Battery battery = battery(space, 3);
    AsymptoticStates found = SteadyStates.of(battery);
    ComplexMatrix cell = ComplexMatrix.diagonal(excited, 1 - excited);
    InitialState start = InitialState.Sites.of(new SiteState.EachCell(cell));
    State before = start.of(battery);
    State after = found.from(start).state();
    AlikeCells alike = new AlikeCells(cells);
    double ratio = 0.4 / 0.9;
    double e = error(cells, found);
    for (int k = 0; k < alike.multiplets().size(); k++) {
      double weight = 0;
      double sum = 0;
      for (int level = alike.first(k); level < alike.first(k + 1); level++) {
        weight += before.element(level, level).re();
        sum += StrictMath.pow(ratio, alike.first(k) - level);
      }
      for (int level = alike.first(k); level < alike.first(k + 1); level++) {
        assertThat(after.element(level, level).re())
            .isCloseTo(weight * StrictMath.pow(ratio, alike.first(k) - level) / sum, within(e));
      }
    }
  }

  @Test
  void whatIsConservedIsCalledByItsName() {
    AsymptoticStates found = SteadyStates.of(battery(Space.alike(4), 3));
    assertThat(found).isInstanceOf(SeveralSteadyStates.class);
    assertThat(((SeveralSteadyStates) found).conservedNames()).containsExactly("total spin");
    AsymptoticStates noise =
        SteadyStates.of(
            new Battery(
                "noise",
                Space.alike(3),
                SumsOverCells.number(Space.alike(3)),
                Operator.zero(Space.alike(3)),
                List.of(Channels.dephasing(Space.alike(3), 1))));
    assertThat(noise.dimension()).isEqualTo(4); // each number of excited cells
    assertThat(((SeveralSteadyStates) noise).conservedNames())
        .contains("number of excitations")
        .doesNotContain("total spin");
  }
}
