package qbattery.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.ComplexMatrix;

class MultipletTest {

  private static Multiplet of(int twiceJ, long copies) {
    return new Multiplet(twiceJ, BigInteger.valueOf(copies));
  }

  @Test
  void fourSpinsMakeOneQuintetThreeTripletsAndTwoSinglets() {
    assertThat(Multiplet.ofSpins(4)).isEqualTo(List.of(of(4, 1), of(2, 3), of(0, 2)));
    assertThat(Multiplet.ofSpins(3)).isEqualTo(List.of(of(3, 1), of(1, 2)));
    assertThat(Multiplet.ofSpins(5).get(0)).isEqualTo(Multiplet.symmetric(5));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 30, 69, 1000})
  void theirStatesAreAllThereAre(int spins) {
    BigInteger states = BigInteger.ZERO;
    for (Multiplet multiplet : Multiplet.ofSpins(spins)) {
      states =
          states.add(multiplet.multiplicity().multiply(BigInteger.valueOf(multiplet.levels())));
    }
    assertThat(states).isEqualTo(BigInteger.TWO.pow(spins));
  }

  /** A second way to count: J^z has C(N, k) states of k excitations, J^2 divides them. */
  @Test
  void theyAreTheEigenspacesOfTheTotalSpin() {
    int n = 4;
    Space space = Space.cells(n);
    Operator lower = Operator.sumOverSites(space, LocalOperator.LOWER);
    Operator z = Operator.sumOverSites(space, LocalOperator.SIGMA_Z).times(0.5);
    Operator square =
        lower.adjoint().times(lower).plus(z.times(z)).plus(z.times(-1)); // J+J- + Jz^2 - Jz
    double[] counted = new double[n + 1];
    for (Spectrum.Level level : Observable.of(square).spectrum().levels()) {
      int twiceJ = (int) StrictMath.round(StrictMath.sqrt(1 + 4 * level.value()) - 1);
      counted[twiceJ]++;
    }
    for (Multiplet multiplet : Multiplet.ofSpins(n)) {
      assertThat(counted[multiplet.twiceJ()])
          .isEqualTo(multiplet.levels() * multiplet.multiplicity().doubleValue());
    }
  }

  @Test
  void aMultiplicityTooLargeForANumberHasALogarithm() {
    Multiplet many = Multiplet.ofSpins(1000).get(450);
    String digits = many.multiplicity().toString();
    double expected =
        StrictMath.log(Double.parseDouble("0." + digits.substring(0, 17)))
            + digits.length() * StrictMath.log(10.0);
    assertThat(many.logMultiplicity()).isCloseTo(expected, within(1e-12)); // of 688, to rounding
    assertThat(of(2, 3).logMultiplicity()).isCloseTo(StrictMath.log(3.0), within(1e-15));
    Multiplet huge = Multiplet.ofSpins(4000).get(1990); // beyond the largest double
    assertThat(huge.logMultiplicity()).isBetween(2700.0, 4000 * StrictMath.log(2.0));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 8})
  void theOperatorsAreThoseOfASpin(int twiceJ) {
    ComplexMatrix lower = SpinOperators.lower(twiceJ).matrix();
    ComplexMatrix raise = SpinOperators.raise(twiceJ).matrix();
    ComplexMatrix z = SpinOperators.projection(twiceJ).matrix();
    ComplexMatrix one = ComplexMatrix.identity(twiceJ + 1);
    double rounding = 1e-14; // elements up to 20
    assertThat(raise.times(lower).minus(lower.times(raise)).minus(z.times(2)).maxAbs())
        .isLessThan(rounding);
    double j = twiceJ / 2.0;
    assertThat(raise.times(lower).plus(z.times(z)).minus(z).minus(one.times(j * (j + 1))).maxAbs())
        .isLessThan(rounding);
    assertThat(SpinOperators.excitations(twiceJ).matrix().minus(z).minus(one.times(j)).maxAbs())
        .isZero();
    assertThat(SpinOperators.lower(twiceJ).adjoint().matrix()).isEqualTo(raise);
  }

  @Test
  void aSpinOneHalfIsACell() {
    assertThat(SpinOperators.lower(1).matrix()).isEqualTo(LocalOperator.LOWER.matrix());
    assertThat(SpinOperators.raise(1).matrix()).isEqualTo(LocalOperator.RAISE.matrix());
    assertThat(SpinOperators.excitations(1).matrix()).isEqualTo(LocalOperator.EXCITED.matrix());
  }

  @Test
  void whatIsNoSpinIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpinOperators.lower(-1))
        .withMessageContaining("2j = -1 does not exist");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Multiplet.ofSpins(0))
        .withMessageContaining("0 were asked for");
    assertThatIllegalArgumentException().isThrownBy(() -> of(2, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> of(-1, 1));
  }
}
