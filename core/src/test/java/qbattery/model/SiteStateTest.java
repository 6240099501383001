package qbattery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.BosonOperators;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.SpinOperators;
import qbattery.quantum.State;
import qbattery.quantum.StateVector;
import qbattery.testing.Rounding;

class SiteStateTest {

  /** Sums of a few dozen products. */
  private static final double ROUNDING = 1e-13;

  private static Complex mean(ComplexMatrix rho, LocalOperator operator) {
    return operator.matrix().traceOfProduct(rho);
  }

  @Test
  void theLowestLevelIsTheLastAndIsEmptiedByTheLoweringOperators() {
    assertThat(new SiteState.Lowest().matrix(4).re(3, 3)).isEqualTo(1);
    assertThat(new SiteState.Highest().matrix(4).re(0, 0)).isEqualTo(1);
    assertThat(new SiteState.Excitations(1).matrix(2)).isEqualTo(InitialState.CellState.EXCITED);
    ComplexMatrix vacuum = new SiteState.Lowest().matrix(4);
    assertThat(BosonOperators.annihilate(4).matrix().times(vacuum).maxAbs()).isZero();
    assertThat(SpinOperators.lower(3).matrix().times(vacuum).maxAbs()).isZero();
    assertThat(mean(new SiteState.Excitations(2).matrix(4), BosonOperators.number(4)).re())
        .isEqualTo(2);
  }

  @Test
  void aCoherentModeIsAnEigenstateOfTheAnnihilationOperator() {
    Complex alpha = new Complex(0.8, -1.1);
    int levels = 40;
    double[] psi = new SiteState.CoherentMode(alpha).amplitudes(levels).orElseThrow();
    ComplexMatrix column = ComplexMatrix.ofInterleaved(levels, 1, psi);
    ComplexMatrix lowered = BosonOperators.annihilate(levels).matrix().times(column);
    assertThat(lowered.minus(column.times(alpha)).maxAbs()).isLessThan(ROUNDING); // tail: 1e-21
    ComplexMatrix rho = new SiteState.CoherentMode(alpha).matrix(levels);
    assertThat(mean(rho, BosonOperators.position(levels)).re())
        .isCloseTo(StrictMath.sqrt(2) * 0.8, within(ROUNDING));
    assertThat(mean(rho, BosonOperators.momentum(levels)).re())
        .isCloseTo(-StrictMath.sqrt(2) * 1.1, within(ROUNDING));
  }

  @Test
  void aSqueezedModeHasItsAmplitudeQuantaAndVariances() {
    double r = 0.7;
    Complex alpha = new Complex(0.6, -0.9);
    int levels = 90; // what is above is below rounding: tanh(0.7)^90 = 2e-20
    ComplexMatrix rho = new SiteState.SqueezedMode(r, 0, alpha).matrix(levels);
    double sinh = StrictMath.sinh(r);
    assertThat(mean(rho, BosonOperators.number(levels)).re())
        .isCloseTo(sinh * sinh + 0.36 + 0.81, within(ROUNDING));
    Complex amplitude = mean(rho, BosonOperators.annihilate(levels));
    assertThat(amplitude.re()).isCloseTo(0.6, within(ROUNDING));
    assertThat(amplitude.im()).isCloseTo(-0.9, within(ROUNDING));
    assertThat(variance(rho, BosonOperators.position(levels)))
        .isCloseTo(StrictMath.exp(-2 * r) / 2, within(ROUNDING));
    assertThat(variance(rho, BosonOperators.momentum(levels)))
        .isCloseTo(StrictMath.exp(2 * r) / 2, within(ROUNDING));
    ComplexMatrix turned = new SiteState.SqueezedMode(r, StrictMath.PI, alpha).matrix(levels);
    assertThat(variance(turned, BosonOperators.momentum(levels)))
        .isCloseTo(StrictMath.exp(-2 * r) / 2, within(ROUNDING));
  }

  private static double variance(ComplexMatrix rho, LocalOperator operator) {
    ComplexMatrix square = operator.matrix().times(operator.matrix());
    double mean = mean(rho, operator).re();
    return square.traceOfProduct(rho).re() - mean * mean;
  }

  @Test
  void withoutSqueezingAModeIsCoherentAndTooMuchIsRefused() {
    Complex alpha = new Complex(0.8, -1.1);
    assertThat(
            new SiteState.SqueezedMode(0, 0.4, alpha)
                .matrix(40)
                .minus(new SiteState.CoherentMode(alpha).matrix(40))
                .maxAbs())
        .isLessThan(ROUNDING);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SiteState.SqueezedMode(2, 0, Complex.ZERO).matrix(10))
        .withMessageContaining("A state squeezed by r = 2.00 has the part")
        .withMessageContaining("which takes 327 levels");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SiteState.SqueezedMode(-1, 0, Complex.ZERO))
        .withMessageContaining("r of 0 or larger");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SiteState.SqueezedMode(400, 0, Complex.ZERO))
        .withMessageContaining("number of quanta is finite");
  }

  @Test
  void aThermalModeHasItsMeanAndABoltzmannFactorALevel() {
    ComplexMatrix rho = new SiteState.ThermalMode(0.5).matrix(60);
    assertThat(mean(rho, BosonOperators.number(60)).re()).isCloseTo(0.5, within(ROUNDING));
    assertThat(rho.re(58, 58) / rho.re(59, 59)).isCloseTo(1.0 / 3, within(ROUNDING));
    assertThat(new SiteState.ThermalMode(0).matrix(3)).isEqualTo(new SiteState.Lowest().matrix(3));
  }

  @Test
  void coherentAmplitudesAtTheEndsOfWhatNumbersHoldAreTheVacuumOrRefused() {
    assertThat(new SiteState.CoherentMode(new Complex(1e-200, 0)).amplitudes(5).orElseThrow())
        .isEqualTo(new SiteState.Lowest().amplitudes(5).orElseThrow());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SiteState.CoherentMode(new Complex(1e300, 0)))
        .withMessageContaining("too large for a number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SiteState.CoherentMode(new Complex(1e8, 0)).amplitudes(5))
        .withMessageContaining("more than 1048576 levels");
  }

  @Test
  void whatACutoffTakesTooMuchOfIsRefusedWithACutoffThatSuffices() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SiteState.CoherentMode(new Complex(3, 0)).amplitudes(10))
        .withMessageContaining(
            "A coherent state of 9.00 quanta has the part 0.41 above the 10 levels")
        .withMessageContaining("27 levels");
    assertThat(new SiteState.CoherentMode(new Complex(3, 0)).amplitudes(27)).isPresent();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SiteState.ThermalMode(1).matrix(19))
        .withMessageContaining("which takes 20 levels"); // 2^-20 = 9.5e-7
    assertThat(new SiteState.ThermalMode(1).matrix(20).trace().re()).isCloseTo(1, within(ROUNDING));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SiteState.Excitations(4).amplitudes(4))
        .withMessageContaining("at most 3 excitations, not 4");
    assertThatIllegalArgumentException().isThrownBy(() -> new SiteState.Excitations(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new SiteState.ThermalMode(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SiteState.CoherentSpin(Double.NaN, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SiteState.CoherentMode(new Complex(Double.NaN, 0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SiteState.Given(ComplexMatrix.identity(2)).matrix(3))
        .withMessageContaining("3 levels is 3 x 3, not 2 x 2");
  }

  @Test
  void aCoherentSpinPointsWhereItIsTold() {
    double theta = 1.1;
    double phi = 0.7;
    int twiceJ = 7;
    ComplexMatrix rho = new SiteState.CoherentSpin(theta, phi).matrix(twiceJ + 1);
    assertThat(mean(rho, SpinOperators.projection(twiceJ)).re())
        .isCloseTo(3.5 * StrictMath.cos(theta), within(ROUNDING));
    // <J-> = <Jx> - i <Jy>
    Complex lowering = mean(rho, SpinOperators.lower(twiceJ));
    assertThat(lowering.re())
        .isCloseTo(3.5 * StrictMath.sin(theta) * StrictMath.cos(phi), within(ROUNDING));
    assertThat(lowering.im())
        .isCloseTo(-3.5 * StrictMath.sin(theta) * StrictMath.sin(phi), within(ROUNDING));
    assertThat(new SiteState.CoherentSpin(0, 0.3).matrix(5).re(0, 0)).isEqualTo(1);
  }

  @Test
  void sitesOfDifferentKindsMakeAProductAsMatrixAndAsVector() {
    Space space = new Space(List.of(2, 5, 3));
    Battery battery =
        new Battery("b", space, Operator.zero(space), Operator.zero(space), List.of());
    InitialState start =
        InitialState.Sites.of(
            new SiteState.Highest(),
            new SiteState.CoherentMode(new Complex(0.1, 0.2)),
            new SiteState.CoherentSpin(0.4, 0.5));
    State state = start.of(battery);
    StateVector vector = start.vector(battery).orElseThrow();
    assertThat(vector.state().matrix().minus(state.matrix()).maxAbs())
        .isLessThan(Rounding.of(8, 1));
    assertThat(vector.space()).isEqualTo(space);
    InitialState mixed =
        InitialState.Sites.of(
            new SiteState.Highest(), new SiteState.ThermalMode(0.02), new SiteState.Lowest());
    assertThat(mixed.vector(battery)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InitialState.Sites.of(new SiteState.Lowest()).vector(battery))
        .withMessageContaining("3 for the battery 'b', not 1");
  }

  static List<InitialState> pure() {
    return List.of(
        new InitialState.FullyExcited(), new InitialState.Ground(), new InitialState.Coherent());
  }

  @ParameterizedTest
  @MethodSource("pure")
  void vectorAndMatrixOfAStartAreTheSame(InitialState start) {
    Battery battery = Battery.ofCells("cells", 3, 1, List.of());
    ComplexMatrix vector = start.vector(battery).orElseThrow().state().matrix();
    assertThat(vector.minus(start.of(battery).matrix()).maxAbs()).isLessThan(Rounding.of(8, 1));
    Battery levels = Battery.ofCells("cells", 2, 1, List.of());
    InitialState given = new InitialState.Pure(start.vector(levels).orElseThrow());
    assertThat(given.of(levels).matrix().minus(start.of(levels).matrix()).maxAbs())
        .isLessThan(Rounding.of(8, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> given.of(battery))
        .withMessageContaining("another space than the battery 'cells'");
  }
}
