package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.assertClose;
import static qbattery.testing.Matrices.projector;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.InitialState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.testing.Rounding;

/** Two cells that decay together: rates off the diagonal of the Kossakowski matrix. */
class CollectiveDecayTest {

  private static final Space TWO = Space.cells(2);
  private static final double RATE = 0.8;

  /** Basis ee, eg, ge, gg. */
  private static final ComplexMatrix SINGLET = projector(0, 1, -1, 0);

  private static final ComplexMatrix TRIPLET = projector(0, 1, 1, 0);
  private static final ComplexMatrix GROUND = projector(0, 0, 0, 1);

  private static Battery pair(ComplexMatrix rates) {
    List<Operator> jumps =
        List.of(Operator.on(TWO, 0, LocalOperator.LOWER), Operator.on(TWO, 1, LocalOperator.LOWER));
    return Battery.ofCells("pair", 2, 1.3, List.of(new Channel("together", jumps, rates)));
  }

  private static Battery collective() {
    return pair(ComplexMatrix.generate(2, 2, (i, j) -> Complex.real(RATE)));
  }

  private static ComplexMatrix evolved(Battery battery, ComplexMatrix start, double t) {
    return Evolution.of(battery, new InitialState.Given(start))
        .over(t)
        .with(new Method.Exact())
        .at(t)
        .matrix();
  }

  @Test
  void theSingletIsDark() {
    // Elements of the generator are of order one and cancel to rounding.
    assertThat(Lindbladian.of(collective()).apply(SINGLET).maxAbs()).isCloseTo(0, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 4})
  void theTripletDecaysAtTwiceTheRate(double t) {
    double left = StrictMath.exp(-2 * RATE * t);
    assertClose(
        evolved(collective(), TRIPLET, t),
        TRIPLET.times(left).plus(GROUND.times(1 - left)),
        1e-13); // elements at most 1, norm of L t about 10
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 4})
  void theFullPairDecaysThroughTheTripletAlone(double t) {
    // ee -> T -> gg, each at 2 G: populations e^-x, x e^-x and the rest, with x = 2 G t.
    double x = 2 * RATE * t;
    double e = StrictMath.exp(-x);
    assertClose(
        evolved(collective(), projector(1, 0, 0, 0), t),
        projector(1, 0, 0, 0).times(e).plus(TRIPLET.times(x * e)).plus(GROUND.times(1 - e - x * e)),
        Rounding.of(64, 1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 4})
  void aPhaseInTheSharedRatesChoosesAnotherDarkState(double t) {
    // gamma = G (1, i; -i, 1) is 2 G times the projector on (1, -i)/sqrt 2: the one jump is
    // A_1 - i A_2, which takes |eg> + i |ge> down and |eg> - i |ge> to zero.
    ComplexMatrix rates =
        ComplexMatrix.ofInterleaved(2, 2, new double[] {RATE, 0, 0, RATE, 0, -RATE, RATE, 0});
    ComplexMatrix bright = projector(Complex.ZERO, Complex.ONE, Complex.I, Complex.ZERO);
    ComplexMatrix dark = projector(Complex.ZERO, Complex.I, Complex.ONE, Complex.ZERO);
    double left = StrictMath.exp(-2 * RATE * t);
    assertClose(evolved(pair(rates), dark, t), dark, Rounding.of(64, 1));
    assertClose(
        evolved(pair(rates), bright, t),
        bright.times(left).plus(GROUND.times(1 - left)),
        Rounding.of(64, 1));
  }
}
