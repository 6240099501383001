package qbattery.paper.arjmandi2022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static qbattery.paper.arjmandi2022.Start.COHERENT;
import static qbattery.paper.arjmandi2022.Start.FULLY_EXCITED;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.dynamics.Times;
import qbattery.experiment.Workbench;

class ChainRunTest {

  private static final DisorderedChain TWO = new DisorderedChain(2, 5, 10, 5);
  private static final Times FEW = Times.of(0, 0.25, 0.5, 1);

  /** Ten times what RowErrors finds. */
  private static final double ERROR = 1e-6;

  @Test
  void oneCoherentCellIsTheCellOfTheOtherPaper() {
    ChainRun run = new ChainRun(new DisorderedChain(1, 5, 10, 0), COHERENT, FEW, true);
    double[] row = run.row(0);
    double[] t = FEW.toArray();
    for (int k = 0; k < t.length; k++) {
      double x = Math.exp(-t[k]);
      double ergotropy = x - 1 + Math.sqrt((1 - x) * (1 - x) + x);
      assertThat(row[run.column(Merit.ERGOTROPY, k)]).isCloseTo(ergotropy, within(ERROR));
      assertThat(row[run.column(Merit.TOTAL_ERGOTROPY, k)]).isCloseTo(ergotropy, within(ERROR));
      assertThat(row[run.column(Merit.ENERGY, k)]).isCloseTo(x, within(ERROR));
    }
    ChainStudy study = new ChainStudy(Workbench.inMemory());
    double halfLife = study.halfLife(study.curves(run.chain(), COHERENT)).orElseThrow().value();
    // docs/claims.md, santos2021.half-life-quantum; 1e-5 is what a half-life may be off
    assertThat(halfLife).isCloseTo(0.470004, within(1e-5));
  }

  /** Populations are those of cells that decay alone, with and without disorder: E = 2 x - 1. */
  @Test
  void twoFullCellsHaveTheClosedForm() {
    for (double delta : new double[] {0, 5}) {
      ChainRun run = new ChainRun(new DisorderedChain(2, 5, 10, delta), FULLY_EXCITED, FEW, false);
      double[] row = run.row(1);
      for (int k = 0; k < FEW.count(); k++) {
        double x = Math.exp(-FEW.toArray()[k]);
        assertThat(row[run.column(Merit.ENERGY, k)]).isCloseTo(x, within(ERROR));
        assertThat(row[run.column(Merit.ERGOTROPY, k)])
            .isCloseTo(Math.max(0, 2 * x - 1), within(ERROR));
      }
    }
    ChainStudy study = new ChainStudy(Workbench.inMemory());
    Curves curves = study.curves(new DisorderedChain(2, 5, 10, 0), FULLY_EXCITED);
    assertThat(study.halfLife(curves).orElseThrow().value())
        .isCloseTo(Math.log(4.0 / 3), within(1e-5));
  }

  @ParameterizedTest
  @EnumSource
  void rowsDoNotDependOnTheTimesAskedFor(Start start) {
    ChainRun few = new ChainRun(TWO, start, FEW, false);
    ChainRun many = few.at(ChainStudy.TIMES);
    for (int index : new int[] {0, 7}) {
      double[] some = few.row(index);
      double[] all = many.row(index);
      for (Merit merit : few.merits()) {
        for (int k = 0; k < FEW.count(); k++) {
          int there = (int) Math.round(100 * FEW.toArray()[k]);
          // the integrator's steps are the same up to the last one, which ends at the last time
          assertThat(some[few.column(merit, k)])
              .as("%s at %s", merit, FEW.toArray()[k])
              .isCloseTo(all[many.column(merit, there)], within(1e-12));
        }
      }
    }
  }

  @Test
  void aRowIsAFunctionOfItsIndex() {
    ChainRun run = new ChainRun(TWO, COHERENT, FEW, true);
    assertThat(run.row(3)).containsExactly(run.row(3));
    assertThat(run.row(3)).isNotEqualTo(run.row(4));
  }

  static Stream<ChainRun> others() {
    return Stream.of(
        new ChainRun(new DisorderedChain(3, 5, 10, 5), COHERENT, FEW, false),
        new ChainRun(new DisorderedChain(2, 5.5, 10, 5), COHERENT, FEW, false),
        new ChainRun(new DisorderedChain(2, 5, 20, 5), COHERENT, FEW, false),
        new ChainRun(new DisorderedChain(2, 5, 10, Math.nextUp(5.0)), COHERENT, FEW, false),
        new ChainRun(TWO, FULLY_EXCITED, FEW, false),
        new ChainRun(TWO, Start.CLASSICAL, FEW, false),
        new ChainRun(TWO, COHERENT, Times.of(0, 0.25, 0.5, 1.5), false),
        new ChainRun(TWO, COHERENT, Times.of(0, 0.25, 1), false),
        new ChainRun(TWO, COHERENT, FEW, true));
  }

  @ParameterizedTest
  @MethodSource("others")
  void theIdentityChangesWithWhateverChangesARow(ChainRun other) {
    ChainRun run = new ChainRun(TWO, COHERENT, FEW, false);
    assertThat(other.identity()).isNotEqualTo(run.identity());
    assertThat(other.row(0)).isNotEqualTo(run.row(0));
  }

  /** Whoever changes this text leaves all rows that were ever stored behind. */
  @Test
  void theIdentityIsAllThatDecidesARow() {
    ChainRun again =
        new ChainRun(new DisorderedChain(2, 5, 10, 5), COHERENT, Times.of(0, 0.25, 0.5, 1), false);
    assertThat(again.identity())
        .isEqualTo(
            "arjmandi2022 leaking chain: 2 cells; B0 = 5; J = 10; delta = 5; start coherent;"
                + " Dormand-Prince 8(5,3), rtol = 1e-08, atol = 1e-10;"
                + " measured [ERGOTROPY, ENERGY, SHARE, TOTAL_ERGOTROPY, FROM_INTERACTION,"
                + " FROM_CHANNELS, INTERACTION]; Gamma t = 0 0.25 0.5 1");
  }

  @Test
  void columnsNameTheNumbersOfARow() {
    for (boolean passive : new boolean[] {false, true}) {
      ChainRun run = new ChainRun(TWO, COHERENT, FEW, passive);
      List<String> columns = run.columns();
      assertThat(columns).doesNotHaveDuplicates().hasSize(run.row(0).length);
      for (Merit merit : run.merits()) {
        assertThat(columns.get(run.column(merit, 2))).startsWith(merit.column()).endsWith("0.5");
        assertThat(run.columnsOf(merit))
            .containsExactly(
                run.column(merit, 0),
                run.column(merit, 1),
                run.column(merit, 2),
                run.column(merit, 3));
      }
    }
  }

  @Test
  void aRunBeginsAtItsStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ChainRun(TWO, COHERENT, Times.of(0.1, 1), false))
        .withMessageContaining("first time is 0");
  }
}
