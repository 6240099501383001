package qbattery.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static qbattery.testing.Matrices.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.testing.Matrices;
import qbattery.testing.Randoms;

class OperatorTest {

  /** Products of three matrices of at most 12 rows with elements up to about 30. */
  private static final double ROUNDING = 1e-11;

  private static final Space UNEQUAL = new Space(List.of(2, 3, 2));

  /** Three terms with factors on random sites. */
  private static Operator random(SplittableRandom random, Space space) {
    List<Operator.Term> terms = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      Map<Integer, LocalOperator> factors = new TreeMap<>();
      for (int site = 0; site < space.sites(); site++) {
        if (random.nextBoolean()) {
          int d = space.localDimensions().get(site);
          factors.put(site, new LocalOperator("x" + k, Randoms.matrix(random, d, d)));
        }
      }
      terms.add(
          new Operator.Term(new Complex(random.nextGaussian(), random.nextGaussian()), factors));
    }
    return new Operator(space, terms);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void sumsAndProductsOfOperatorsAreThoseOfTheirMatrices(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Operator a = random(random, UNEQUAL);
    Operator b = random(random, UNEQUAL);
    Complex z = new Complex(0.3, -1.2);
    assertClose(a.times(b).matrix(), a.matrix().times(b.matrix()), ROUNDING);
    assertClose(a.plus(b).matrix(), a.matrix().plus(b.matrix()), ROUNDING);
    assertClose(a.times(z).matrix(), a.matrix().times(z), ROUNDING);
    assertClose(a.times(-2).matrix(), a.matrix().times(-2), ROUNDING);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theAdjointOfAnOperatorIsThatOfItsMatrix(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Operator a = random(random, UNEQUAL);
    Operator b = random(random, UNEQUAL);
    assertClose(a.adjoint().matrix(), a.matrix().adjoint(), ROUNDING);
    assertClose(a.times(b).adjoint().matrix(), b.adjoint().times(a.adjoint()).matrix(), ROUNDING);
  }

  @Test
  void theFirstSiteVariesSlowest() {
    Space space = new Space(List.of(2, 3));
    LocalOperator number = new LocalOperator("n", ComplexMatrix.diagonal(0, 1, 2));
    assertThat(Operator.on(space, 0, LocalOperator.SIGMA_Z).matrix())
        .isEqualTo(ComplexMatrix.diagonal(1, 1, 1, -1, -1, -1));
    assertThat(Operator.on(space, 1, number).matrix())
        .isEqualTo(ComplexMatrix.diagonal(0, 1, 2, 0, 1, 2));
  }

  @Test
  void operatorsOnDifferentSitesCommute() {
    Space space = Space.cells(3);
    ComplexMatrix x = Operator.on(space, 0, LocalOperator.SIGMA_X).matrix();
    ComplexMatrix y = Operator.on(space, 2, LocalOperator.SIGMA_Y).matrix();
    assertThat(Matrices.commutator(x, y).maxAbs()).isZero();
  }

  @Test
  void aSumOverSitesActsOnEachOfThem() {
    Space space = Space.cells(2);
    assertThat(Operator.sumOverSites(space, LocalOperator.EXCITED).matrix())
        .isEqualTo(ComplexMatrix.diagonal(2, 1, 1, 0));
  }

  @Test
  void zeroHasNoTerms() {
    assertThat(Operator.zero(UNEQUAL).matrix().maxAbs()).isZero();
    assertThat(Operator.zero(UNEQUAL)).hasToString("0");
  }

  @Test
  void anOperatorPrintsItsTermsWithSitesCountedFromOne() {
    Space space = Space.cells(2);
    Operator hop =
        Operator.on(space, 0, LocalOperator.RAISE)
            .times(Operator.on(space, 1, LocalOperator.LOWER))
            .times(0.5);
    assertThat(hop.plus(hop.adjoint()))
        .hasToString("0.5 sigma+[1] sigma-[2] + 0.5 sigma-[1] sigma+[2]");
  }

  @Test
  void operatorsWithTheSameTermsAreEqual() {
    Space space = Space.cells(2);
    Operator a = Operator.sumOverSites(space, LocalOperator.SIGMA_X).times(2);
    Operator b = Operator.sumOverSites(Space.cells(2), LocalOperator.SIGMA_X).times(2);
    assertThat(a).isEqualTo(b).hasSameHashCodeAs(b).isNotEqualTo(a.times(2));
    assertThat(a.adjoint()).isEqualTo(a);
  }

  @Test
  void operatorsOnDifferentSpacesDoNotCombine() {
    Operator a = Operator.zero(Space.cells(2));
    Operator b = Operator.zero(UNEQUAL);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> a.plus(b))
        .withMessageContaining("[2, 2] and [2, 3, 2]");
    assertThatIllegalArgumentException().isThrownBy(() -> a.times(b));
  }

  @Test
  void aFactorThatDoesNotFitItsSiteIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Operator.on(UNEQUAL, 1, LocalOperator.LOWER))
        .withMessage("Operator 'sigma-' is 2 x 2, but site 1 (counted from 0) has 3 levels.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Operator.on(UNEQUAL, 3, LocalOperator.LOWER))
        .withMessageContaining("no site 3");
  }

  @Test
  void aCoefficientThatIsNotFiniteIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Operator.on(UNEQUAL, 0, LocalOperator.LOWER).times(Double.NaN))
        .withMessageContaining("NaN");
  }
}
