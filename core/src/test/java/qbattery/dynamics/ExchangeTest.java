package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.assertClose;
import static qbattery.testing.Matrices.projector;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.model.Battery;
import qbattery.model.InitialState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.testing.RandomBatteries;
import qbattery.testing.Randoms;

/** Closed batteries: interactions without channels. */
class ExchangeTest {

  private static final Space TWO = Space.cells(2);

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.9, 3})
  void anExcitationSwingsBetweenTwoCells(double t) {
    double coupling = 0.7;
    Operator hop =
        Operator.on(TWO, 0, LocalOperator.RAISE).times(Operator.on(TWO, 1, LocalOperator.LOWER));
    Battery battery =
        new Battery(
            "pair",
            TWO,
            Operator.sumOverSites(TWO, LocalOperator.EXCITED),
            hop.plus(hop.adjoint()).times(coupling),
            List.of());
    // |eg> becomes cos(J t)|eg> - i sin(J t)|ge>, up to a common phase.
    ComplexMatrix expected =
        projector(
            Complex.ZERO,
            Complex.real(StrictMath.cos(coupling * t)),
            new Complex(0, -StrictMath.sin(coupling * t)),
            Complex.ZERO);
    InitialState start = new InitialState.Given(projector(0, 1, 0, 0));
    assertClose(
        Evolution.of(battery, start).over(t).with(new Method.Exact()).at(t).matrix(),
        expected,
        1e-14); // elements at most 1, norm of L t below 10
    assertClose(
        Evolution.of(battery, start).over(t).with(DormandPrince.TIGHT).at(t).matrix(),
        expected,
        1e-11); // tens of steps of 1e-12
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void aClosedBatteryKeepsItsEnergyAndItsSpectrum(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 3);
    Battery open = RandomBatteries.cells(random, n);
    Battery closed =
        new Battery("closed", open.space(), open.storage(), open.interaction(), List.of());
    Observable energy = Observable.of(closed.storage().plus(closed.interaction()));
    ComplexMatrix start = Randoms.density(random, 1 << n, 2);
    Solution solution =
        Evolution.of(closed, new InitialState.Given(start))
            .over(5)
            .with(DormandPrince.TIGHT)
            .solve();
    double initial = solution.at(0).expectation(energy);
    double[] spectrum = HermitianEigen.valuesOf(start);
    for (double t : new double[] {0.37, 2.2, 5}) {
      // A hundred steps of 1e-12, energies of order five.
      assertThat(solution.at(t).expectation(energy)).isCloseTo(initial, within(1e-10));
      assertThat(HermitianEigen.valuesOf(solution.at(t).matrix()))
          .containsExactly(spectrum, within(1e-10));
    }
  }
}
