package qbattery.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.Lindbladian;
import qbattery.dynamics.Method;
import qbattery.dynamics.Solution;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.Channels;
import qbattery.model.InitialState;
import qbattery.quantum.HermitianBlocks;
import qbattery.quantum.Observable;
import qbattery.quantum.Space;
import qbattery.quantum.Spectrum;
import qbattery.quantum.State;
import qbattery.testing.RandomBatteries;
import qbattery.testing.Randoms;
import qbattery.testing.Rounding;

/** Away from degeneracies: closed forms, differences along evolutions, invariances, refusals. */
class PassiveEnergyRateTest {

  /** Far above the rounding of a population, far below a gap in these tests. */
  private static final double SAME = 1e-9;

  private static double rate(Battery battery, State state) {
    ComplexMatrix derivative = Lindbladian.of(battery).apply(state.matrix());
    Observable storage = Observable.of(battery.storage());
    return PassiveEnergyRate.of(state, List.of(derivative), storage, SAME);
  }

  private static Battery leakingCell(double frequency, double gamma) {
    return Battery.ofCells("cell", 1, frequency, List.of(Channels.decay(Space.cells(1), gamma)));
  }

  /** Energy w min(p, 1 - p), with dp/dt = -gamma p: at 1/2 it turns round and falls. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 0.49, 0.5, 0.51, 0.8, 1})
  void aMixedCellThatDecays(double p) {
    State state = Cells.diagonal(1, p, 1 - p);
    double sign = p > 0.5 ? 1 : -1;
    assertThat(rate(leakingCell(1.3, 0.7), state))
        .isCloseTo(sign * 1.3 * 0.7 * p, Rounding.after(4, 1));
  }

  /** From |+>, with x = exp(-gamma t) and r^2 = x^2 - x + 1: passive energy w (1 - r)/2. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 0.6931471805599453, 2})
  void aCoherentCellThatDecays(double t) {
    Battery cell = leakingCell(1.3, 1);
    double x = StrictMath.exp(-t);
    double r = StrictMath.sqrt(x * x - x + 1);
    State state =
        Evolution.of(cell, new InitialState.Coherent()).over(3).with(new Method.Exact()).at(t);
    assertThat(rate(cell, state)).isCloseTo(1.3 * x * (2 * x - 1) / (4 * r), Rounding.after(20, 1));
  }

  private static double smallestGap(Spectrum populations) {
    List<Spectrum.Level> levels = populations.levels();
    double gap = 1;
    for (int k = 1; k < levels.size(); k++) {
      gap = StrictMath.min(gap, levels.get(k).value() - levels.get(k - 1).value());
    }
    return gap;
  }

  /** (8 (f(t + h) - f(t - h)) - (f(t + 2h) - f(t - 2h))) / 12h, of an error h^4 f'''''/30. */
  private static double difference(Solution solution, Spectrum levels, double t, double h) {
    double near = passive(solution, levels, t + h) - passive(solution, levels, t - h);
    double far = passive(solution, levels, t + 2 * h) - passive(solution, levels, t - 2 * h);
    return (8 * near - far) / (12 * h);
  }

  private static double passive(Solution solution, Spectrum levels, double t) {
    return Ergotropy.passiveEnergy(solution.at(t).spectrum(), levels);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void alongAnEvolutionItIsTheDerivativeOfThePassiveEnergy(long seed) {
    Random random = new Random(seed);
    int n = 1 + (int) (seed % 3);
    Battery battery = RandomBatteries.cells(random, n);
    State start = Randoms.state(random, battery.space());
    Spectrum levels = Observable.of(battery.storage()).spectrum();
    Solution solution = Evolution.of(battery, start).over(1).with(new Method.Exact()).solve();
    int compared = 0;
    for (double t = 0.05; t < 0.95; t += 0.1) {
      State state = solution.at(t);
      if (smallestGap(state.spectrum()) > 5e-3) { // close populations repel each other abruptly
        // Frequencies up to 5, gaps of 5e-3: h^4 f'''''/30 stays below 1e-8; rounding, 1e-11.
        assertThat(rate(battery, state))
            .as("t = %s", t)
            .isCloseTo(difference(solution, levels, t, 2e-4), within(1e-8));
        compared++;
      }
    }
    assertThat(compared).isPositive();
  }

  @Test
  void ergotropyTakesWhatIsLeftOfTheEnergy() {
    Random random = new Random(31);
    Battery battery = RandomBatteries.cells(random, 2);
    Observable storage = Observable.of(battery.storage());
    Solution solution =
        Evolution.of(battery, Randoms.state(random, battery.space()))
            .over(1)
            .with(Method.DormandPrince.TIGHT)
            .solve();
    double t = 0.4;
    double h = 1e-3;
    double rise =
        Ergotropy.of(solution.at(t + h), storage) - Ergotropy.of(solution.at(t - h), storage);
    State state = solution.at(t);
    double energy =
        Lindbladian.of(battery)
            .apply(state.matrix())
            .traceOfProduct(battery.storage().matrix())
            .re();
    // arjmandi2022, Eq. 7; second-order differences: h^2 f'''/6, of f''' about 10.
    assertThat(energy - rate(battery, state)).isCloseTo(rise / (2 * h), within(1e-5));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void unitaryMotionMovesNoPopulation(long seed) {
    Random random = new Random(seed);
    Battery open = RandomBatteries.cells(random, 2);
    Battery closed =
        new Battery("closed", open.space(), open.storage(), open.interaction(), List.of());
    assertThat(rate(closed, Randoms.state(random, closed.space())))
        .isCloseTo(0, Rounding.after(20, 1));
    assertThat(rate(closed, Randoms.pureState(random, closed.space())))
        .isCloseTo(0, Rounding.after(20, 1));
  }

  @Test
  void aShiftOfTheLevelsDoesNotCountAsTheTraceStays() {
    Random random = new Random(4);
    Battery battery = RandomBatteries.cells(random, 2);
    State state = Randoms.state(random, battery.space());
    List<ComplexMatrix> derivative = List.of(Lindbladian.of(battery).apply(state.matrix()));
    ComplexMatrix storage = battery.storage().matrix();
    double plain = PassiveEnergyRate.of(state, derivative, whole(storage), SAME);
    ComplexMatrix shifted = storage.plus(ComplexMatrix.identity(4).times(5));
    assertThat(PassiveEnergyRate.of(state, derivative, whole(shifted), SAME))
        .isCloseTo(plain, Rounding.after(10, 5));
    assertThat(PassiveEnergyRate.of(state, derivative, whole(storage.times(-2)), SAME))
        .isNotCloseTo(-2 * plain, within(0.1)); // the order of the levels turns round
  }

  private static Observable whole(ComplexMatrix matrix) {
    return Observable.of(HermitianBlocks.whole(matrix));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    State state = Cells.diagonal(1, 0.7, 0.3);
    ComplexMatrix right = ComplexMatrix.diagonal(-0.7, 0.7);
    Observable storage = Cells.storage(1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PassiveEnergyRate.of(state, List.of(right, right), storage, SAME))
        .withMessage("The derivative has 2 blocks, the state 1.");
    ComplexMatrix large = ComplexMatrix.identity(4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PassiveEnergyRate.of(state, List.of(large), storage, SAME))
        .withMessage("Block 1 of the derivative is 4 x 4, that of the state 2 x 2.");
    Observable two = Cells.storage(2, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PassiveEnergyRate.of(state, List.of(right), two, SAME))
        .withMessage("A state of 2 populations cannot fill 4 levels.");
    for (double same : new double[] {-1e-12, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PassiveEnergyRate.of(state, List.of(right), storage, same))
          .withMessageContaining("by less than " + same);
    }
  }
}
