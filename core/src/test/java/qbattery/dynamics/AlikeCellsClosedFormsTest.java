package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.linalg.ComplexMatrix;
import qbattery.measure.Measure;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.InitialState;
import qbattery.model.SiteState;
import qbattery.model.SumsOverCells;
import qbattery.quantum.AlikeCells.OneCell;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/** Cells that are alike where all is known: each by itself, few that decay together. */
class AlikeCellsClosedFormsTest {

  /** A tight integration is good to 1e-11; each cell adds its share. */
  private static final double COMPUTED = 1e-10;

  private static final double[] TIMES = {0, 0.4, 1.3};

  private static Battery battery(int cells, Channel... channels) {
    Space space = Space.alike(cells);
    return new Battery(
        "cells", space, SumsOverCells.number(space), Operator.zero(space), List.of(channels));
  }

  private static Measurements run(Battery battery, InitialState start, Measure... measures) {
    return Evolution.of(battery, start)
        .over(TimeGrid.of(TIMES))
        .with(Method.DormandPrince.TIGHT)
        .measure(measures);
  }

  private static void assertCurve(
      double[] values, DoubleUnaryOperator expected, double error, String name) {
    for (int k = 0; k < TIMES.length; k++) {
      assertThat(values[k])
          .as("%s at %s", name, TIMES[k])
          .isCloseTo(expected.applyAsDouble(TIMES[k]), within(error));
    }
  }

  /** A cell that decays, is pumped and loses its phase; its state is a vector in the Bloch ball. */
  private record Cell(double excited, double coherence, double down, double up, double noise) {

    double excitedAt(double t) {
      double rest = down + up > 0 ? up / (down + up) : excited;
      return rest + (excited - rest) * Math.exp(-(down + up) * t);
    }

    double coherenceAt(double t) {
      return coherence * Math.exp(-((down + up) / 2 + noise) * t);
    }

    double lengthAt(double t) {
      return Math.hypot(2 * excitedAt(t) - 1, 2 * coherenceAt(t));
    }

    double ergotropyAt(double t) {
      return excitedAt(t) - (1 - lengthAt(t)) / 2;
    }

    double entropyAt(double t) {
      double p = (1 + lengthAt(t)) / 2;
      return p < 1 ? -p * Math.log(p) - (1 - p) * Math.log(1 - p) : 0;
    }

    double purityAt(double t) {
      return (1 + lengthAt(t) * lengthAt(t)) / 2;
    }
  }

  /** The state stays a product, so all is N times that of a cell, and purities are powers. */
  @ParameterizedTest
  @CsvSource({
    "100, 1, 0, 1, 0, 0", "60, 0.8, 0, 0.7, 0.3, 0", "41, 0, 0, 0, 0.9, 0.4",
    "16, 0.7, 0.3, 0.5, 0.2, 0.35", "15, 0.5, 0.5, 0, 0, 0.6", "12, 0.5, 0.5, 1, 0, 0"
  })
  void cellsByThemselves(
      int cells, double excited, double coherence, double down, double up, double noise) {
    Cell cell = new Cell(excited, coherence, down, up, noise);
    Space space = Space.alike(cells);
    ComplexMatrix matrix =
        ComplexMatrix.real(
            new double[] {excited, coherence}, new double[] {coherence, 1 - excited});
    Measurements found =
        run(
            battery(
                cells,
                Channels.decay(space, down),
                Channels.pumping(space, up),
                Channels.dephasing(space, noise)),
            InitialState.Sites.of(new SiteState.EachCell(matrix)),
            Measure.ENERGY,
            Measure.ERGOTROPY,
            Measure.ENTROPY,
            Measure.PURITY);
    double error = COMPUTED * cells;
    assertCurve(found.of(Measure.ENERGY), t -> cells * cell.excitedAt(t), error, "energy");
    // near a pure state an entropy and a passive energy have infinite slope
    double steep = cell.lengthAt(0) > 0.999 ? 100 * error : error; // 1e-12 log(1e-12) of each
    assertCurve(found.of(Measure.ERGOTROPY), t -> cells * cell.ergotropyAt(t), steep, "ergotropy");
    assertCurve(found.of(Measure.ENTROPY), t -> cells * cell.entropyAt(t), steep, "entropy");
    assertCurve(found.of(Measure.PURITY), t -> Math.pow(cell.purityAt(t), cells), error, "purity");
  }

  /** |1,1> to |1,0> to |1,-1>, both at twice the rate. */
  @Test
  void twoCellsThatDecayTogether() {
    Space space = Space.alike(2);
    Measurements found =
        run(
            battery(
                2,
                Channel.independent("common", List.of(SumsOverCells.of(space, OneCell.LOWER)), 1)),
            new InitialState.FullyExcited(),
            Measure.ENERGY,
            Measure.POPULATION.with(1));
    assertCurve(found.of(Measure.ENERGY), t -> (2 + 2 * t) * Math.exp(-2 * t), COMPUTED, "energy");
    assertCurve(
        found.of(Measure.POPULATION.with(1)),
        t -> 2 * t * Math.exp(-2 * t),
        COMPUTED,
        "one excitation");
  }

  /** Rates 3, 4 and 3 down the ladder of j = 3/2. */
  @Test
  void threeCellsThatDecayTogether() {
    Space space = Space.alike(3);
    Measurements found =
        run(
            battery(
                3,
                Channel.independent("common", List.of(SumsOverCells.of(space, OneCell.LOWER)), 1)),
            new InitialState.FullyExcited(),
            Measure.ENERGY);
    assertCurve(
        found.of(Measure.ENERGY),
        t -> {
          double slow = Math.exp(-3 * t);
          double fast = Math.exp(-4 * t);
          return 3 * slow + 2 * 3 * (slow - fast) + 12 * (t * slow - slow + fast);
        },
        COMPUTED,
        "energy");
  }
}
