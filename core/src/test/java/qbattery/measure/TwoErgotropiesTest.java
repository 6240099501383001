package qbattery.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.quantum.Counts;
import qbattery.quantum.DiagonalState;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Multiplet;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.SpinOperators;
import qbattery.quantum.State;

/** Ergotropy over all states and over symmetric unitaries, in each form that N cells can have. */
class TwoErgotropiesTest {

  /** Eigenvalues of matrices of size 1 and of up to 64 rows, and sums of them. */
  private static final double ROUNDING = 1e-12;

  private static ComplexMatrix random(SplittableRandom random, int d) {
    ComplexMatrix g =
        ComplexMatrix.generate(
            d, d, (i, j) -> new Complex(random.nextDouble() - 0.5, random.nextDouble() - 0.5));
    ComplexMatrix square = g.times(g.adjoint());
    ComplexMatrix hermitian = square.plus(square.adjoint()).times(0.5);
    return hermitian.times(1 / hermitian.trace().re());
  }

  /** Symmetric states of n cells as vectors of 2^n, the most excited first. */
  private static double[][] dicke(int n) {
    BigInteger[] binomials = Counts.binomials(n);
    double[][] vectors = new double[n + 1][1 << n];
    for (int state = 0; state < 1 << n; state++) {
      int down = Integer.bitCount(state); // |e> is 0
      vectors[down][state] = 1 / Math.sqrt(binomials[down].doubleValue());
    }
    return vectors;
  }

  private static ComplexMatrix onCells(ComplexMatrix symmetric, int n) {
    double[][] v = dicke(n);
    ComplexMatrix embedding =
        ComplexMatrix.generate(1 << n, n + 1, (i, k) -> Complex.real(v[k][i]));
    return embedding.times(symmetric).times(embedding.adjoint());
  }

  /** With coherence, and counted with a field that is not along z too. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 6})
  void aSpinHasBothErgotropiesOfItsCells(int n) {
    SplittableRandom random = new SplittableRandom(n);
    ComplexMatrix rho = random(random, n + 1);
    Space one = Space.collective(n);
    Space cells = Space.cells(n);
    Operator number = Operator.on(one, 0, SpinOperators.excitations(n));
    Operator field =
        Operator.on(one, 0, SpinOperators.lower(n))
            .plus(Operator.on(one, 0, SpinOperators.raise(n)));
    Operator numberOfCells = Operator.sumOverSites(cells, LocalOperator.EXCITED);
    Operator fieldOnCells = Operator.sumOverSites(cells, LocalOperator.SIGMA_X);
    Operator square = field.times(field);
    Operator squareOnCells = fieldOnCells.times(fieldOnCells);
    List<Operator> onSpin =
        List.of(number, number.plus(field.times(0.3)), number.plus(square.times(0.2)));
    List<Operator> onCells =
        List.of(
            numberOfCells,
            numberOfCells.plus(fieldOnCells.times(0.3)),
            numberOfCells.plus(squareOnCells.times(0.2)));
    State spin = State.of(one, rho);
    State all = State.of(cells, onCells(rho, n));
    for (int k = 0; k < onSpin.size(); k++) {
      Observable h = Observable.of(onSpin.get(k));
      Observable hOfCells = Observable.of(onCells.get(k));
      double ergotropy = Ergotropy.of(all, hOfCells);
      double symmetric = SymmetricErgotropy.of(all, hOfCells);
      assertThat(h.spectrum().dimension()).isEqualTo(BigInteger.ONE.shiftLeft(n));
      assertThat(Ergotropy.of(spin, h)).isCloseTo(ergotropy, within(ROUNDING));
      assertThat(SymmetricErgotropy.of(spin, h)).isCloseTo(symmetric, within(ROUNDING));
      assertThat(symmetric).isLessThan(ergotropy - 1e-3); // mixed states use other multiplets
    }
    assertThat(SymmetricErgotropy.of(EnsembleState.symmetric(n, spin), 1))
        .isCloseTo(SymmetricErgotropy.of(spin, Observable.of(number)), within(ROUNDING));
    assertThat(Ergotropy.of(EnsembleState.symmetric(n, spin), 1))
        .isCloseTo(Ergotropy.of(spin, Observable.of(number)), within(ROUNDING));
  }

  /** Two spins and a cell, where the blocks of a number of excitations are not single levels. */
  @Test
  void spinsBesideEachOther() {
    Space small = Space.joined(List.of(Space.collective(2), Space.cells(1), Space.collective(3)));
    Space large = Space.cells(6);
    Operator h =
        Operator.on(small, 0, SpinOperators.excitations(2))
            .plus(Operator.on(small, 2, SpinOperators.excitations(3)).times(0.7))
            .plus(Operator.on(small, 1, LocalOperator.SIGMA_X).times(0.4))
            .plus(
                Operator.on(small, 1, LocalOperator.EXCITED)
                    .times(Operator.on(small, 0, SpinOperators.excitations(2))));
    Operator first =
        Operator.on(large, 0, LocalOperator.EXCITED)
            .plus(Operator.on(large, 1, LocalOperator.EXCITED));
    Operator last = Operator.zero(large);
    for (int cell = 3; cell < 6; cell++) {
      last = last.plus(Operator.on(large, cell, LocalOperator.EXCITED).times(0.7));
    }
    Operator hOfCells =
        first
            .plus(last)
            .plus(Operator.on(large, 2, LocalOperator.SIGMA_X).times(0.4))
            .plus(Operator.on(large, 2, LocalOperator.EXCITED).times(first));
    ComplexMatrix rho = random(new SplittableRandom(3), 24);
    double[][] two = dicke(2);
    double[][] three = dicke(3);
    ComplexMatrix embedding =
        ComplexMatrix.generate(4, 3, (i, k) -> Complex.real(two[k][i]))
            .kron(ComplexMatrix.identity(2))
            .kron(ComplexMatrix.generate(8, 4, (i, k) -> Complex.real(three[k][i])));
    State all = State.of(large, embedding.times(rho).times(embedding.adjoint()));
    State spins = State.of(small, rho);
    assertThat(Ergotropy.of(spins, Observable.of(h)))
        .isCloseTo(Ergotropy.of(all, Observable.of(hOfCells)), within(ROUNDING));
    assertThat(SymmetricErgotropy.of(spins, Observable.of(h)))
        .isLessThan(Ergotropy.of(spins, Observable.of(h)));
  }

  /**
   * Against the best that random symmetric unitaries, exponentials of symmetric operators, reach.
   */
  @Test
  void noSymmetricUnitaryTakesOutMore() {
    SplittableRandom random = new SplittableRandom(11);
    int n = 3;
    Space cells = Space.cells(n);
    Operator number = Operator.sumOverSites(cells, LocalOperator.EXCITED);
    Observable h = Observable.of(number);
    State state = State.of(cells, random(random, 1 << n));
    double bound = SymmetricErgotropy.of(state, h);
    double best = 0;
    ComplexMatrix rho = state.matrix();
    double energy = Energy.of(state, h);
    Operator x = Operator.sumOverSites(cells, LocalOperator.SIGMA_X);
    Operator y = Operator.sumOverSites(cells, LocalOperator.SIGMA_Y);
    List<Operator> generators =
        List.of(x, y, number, x.times(x), y.times(y), number.times(number), x.times(x).times(x));
    for (int trial = 0; trial < 4000; trial++) {
      ComplexMatrix generator = ComplexMatrix.identity(1 << n);
      for (Operator g : generators) {
        generator =
            generator.plus(
                g.sparse().toDense().times((random.nextDouble() - 0.5) * (1 + trial % 5) / 2));
      }
      HermitianEigen eigen = HermitianEigen.of(generator.plus(generator.adjoint()).times(0.5));
      double[] a = eigen.values();
      ComplexMatrix phases =
          ComplexMatrix.generate(
              a.length,
              a.length,
              (i, j) -> i == j ? new Complex(Math.cos(a[i]), Math.sin(a[i])) : Complex.ZERO);
      ComplexMatrix u = eigen.vectors().times(phases).times(eigen.vectors().adjoint());
      ComplexMatrix turned = u.times(rho).times(u.adjoint());
      double work = energy - turned.traceOfProduct(number.sparse().toDense()).re();
      assertThat(work).isLessThan(bound + ROUNDING);
      best = Math.max(best, work);
    }
    assertThat(best).isGreaterThan(0.7 * bound);
    assertThat(bound).isLessThan(Ergotropy.of(state, h));
  }

  /** A product of thermal cells is passive, and full cells give all: however many multiplets. */
  @Test
  void statesOfCellsInSeveralMultiplets() {
    Space cells = Space.cells(4);
    Observable h = Observable.of(Operator.sumOverSites(cells, LocalOperator.EXCITED));
    State thermal = State.product(List.of(cell(0.3), cell(0.3), cell(0.3), cell(0.3)));
    assertThat(SymmetricErgotropy.of(thermal, h)).isCloseTo(0, within(ROUNDING));
    State inverted = State.product(List.of(cell(0.7), cell(0.7), cell(0.7), cell(0.7)));
    assertThat(SymmetricErgotropy.of(inverted, h)).isCloseTo(1.6, within(ROUNDING));
    // |e> in one cell of two is half a singlet, which has one level, and half a triplet
    Space two = Space.cells(2);
    State one = State.product(List.of(cell(1), cell(0)));
    Observable h2 = Observable.of(Operator.sumOverSites(two, LocalOperator.EXCITED));
    assertThat(Ergotropy.of(one, h2)).isCloseTo(1, within(ROUNDING));
    assertThat(SymmetricErgotropy.of(one, h2)).isCloseTo(0.5, within(ROUNDING));
  }

  private static State cell(double excited) {
    return State.of(Space.cells(1), ComplexMatrix.diagonal(excited, 1 - excited));
  }

  @Test
  void whatHasNoSuchErgotropyIsRefused() {
    Space cells = Space.cells(2);
    Operator unlike =
        Operator.on(cells, 0, LocalOperator.EXCITED)
            .plus(Operator.on(cells, 1, LocalOperator.EXCITED).times(2));
    assertThat(SymmetricErgotropy.refusal(unlike).orElseThrow())
        .contains("cells that are alike", "the cells 1 and 2 are exchanged");
    assertThat(SymmetricErgotropy.refusal(Operator.sumOverSites(cells, LocalOperator.EXCITED)))
        .isEmpty();
    Space levels = new Space(List.of(3));
    Observable h = Observable.of(Operator.on(levels, 0, SpinOperators.excitations(2)));
    State three = State.of(levels, ComplexMatrix.diagonal(0.5, 0.3, 0.2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SymmetricErgotropy.of(three, h))
        .withMessageContaining("sites of [3] levels");
    LocalOperator own = new LocalOperator("own", ComplexMatrix.diagonal(2, 1, 0));
    Observable ownStorage = Observable.of(Operator.on(Space.collective(2), 0, own));
    assertThatIllegalArgumentException()
        .isThrownBy(ownStorage::spectrum)
        .withMessageContaining("'own' on a collective spin is known on the symmetric states");
  }

  /** Mixtures over all multiplets, with populations that are small ratios, against exact sums. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 20, 40})
  void exactRationalsAgree(int n) {
    List<Multiplet> multiplets = Multiplet.ofSpins(n);
    List<EnsembleState.Part> parts = new ArrayList<>();
    record Exact(BigDecimal each, BigInteger copies) {}
    List<Exact> populations = new ArrayList<>();
    BigDecimal total = BigDecimal.valueOf(multiplets.size());
    MathContext digits = new MathContext(60);
    for (int k = 0; k < multiplets.size(); k++) {
      Multiplet multiplet = multiplets.get(k);
      int levels = multiplet.levels();
      int sum = 0;
      int[] parts100 = new int[levels];
      for (int i = 0; i < levels; i++) {
        parts100[i] = 1 + (7 * i + 3 * k) % (levels + 2);
        sum += parts100[i];
      }
      double[] p = new double[levels];
      for (int i = 0; i < levels; i++) {
        p[i] = (double) parts100[i] / sum;
        BigDecimal together =
            BigDecimal.valueOf(parts100[i]).divide(BigDecimal.valueOf(sum).multiply(total), digits);
        populations.add(
            new Exact(
                together.divide(new BigDecimal(multiplet.multiplicity()), digits),
                multiplet.multiplicity()));
      }
      parts.add(
          new EnsembleState.Part(
              multiplet, 1.0 / multiplets.size(), DiagonalState.ofMultiplet(n, p)));
    }
    populations.sort(Comparator.comparing(Exact::each).reversed());
    BigInteger[] degeneracies = Counts.binomials(n);
    BigDecimal passive = BigDecimal.ZERO;
    int k = 0;
    BigInteger free = degeneracies[0];
    for (Exact exact : populations) {
      BigInteger left = exact.copies();
      while (left.signum() > 0) {
        if (free.signum() == 0) {
          free = degeneracies[++k];
        }
        BigInteger placed = left.min(free);
        passive =
            passive.add(
                exact.each().multiply(new BigDecimal(placed)).multiply(BigDecimal.valueOf(k)),
                digits);
        left = left.subtract(placed);
        free = free.subtract(placed);
      }
    }
    EnsembleState state = new EnsembleState(n, parts);
    double found = state.meanExcitations() - Ergotropy.of(state, 1);
    assertThat(found).isCloseTo(passive.doubleValue(), within(n * ROUNDING));
    assertThat(SymmetricErgotropy.of(state, 1)).isLessThanOrEqualTo(Ergotropy.of(state, 1));
  }

  /**
   * A thousand spins, each in |e> with probability p beside the others: the ergotropy is that of N
   * cells, N (2p - 1), though no multiplicity and no eigenvalue but few are within a double's
   * range.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.6, 0.9})
  void aThousandIndependentSpins(double p) {
    int n = 1000;
    double ratio = Math.log(p / (1 - p));
    List<EnsembleState.Part> parts = new ArrayList<>();
    for (Multiplet multiplet : Multiplet.ofSpins(n)) {
      int levels = multiplet.levels();
      double[] populations = new double[levels];
      double partition = 0;
      for (int i = 0; i < levels; i++) { // relative to the highest
        populations[i] = Math.exp(-ratio * i);
        partition += populations[i];
      }
      for (int i = 0; i < levels; i++) {
        populations[i] /= partition;
      }
      int most = (n + multiplet.twiceJ()) / 2;
      double weight =
          Math.exp(
              multiplet.logMultiplicity()
                  + Math.log(partition)
                  + most * Math.log(p)
                  + (n - most) * Math.log1p(-p));
      if (weight > 0) {
        parts.add(
            new EnsembleState.Part(multiplet, weight, DiagonalState.ofMultiplet(n, populations)));
      }
    }
    EnsembleState state = new EnsembleState(n, parts);
    // weights are exponentials of sums of logarithms of up to 700: some 1e-13 each
    double off = n * 1e-11;
    assertThat(state.meanExcitations()).isCloseTo(n * p, within(off));
    assertThat(Ergotropy.of(state, 1)).isCloseTo(n * (2 * p - 1), within(off));
    assertThat(SymmetricErgotropy.of(state, 1)).isCloseTo(n * (2 * p - 1), within(off));
    double binary = -p * Math.log(p) - (1 - p) * Math.log1p(-p);
    assertThat(Entropy.of(state)).isCloseTo(n * binary, within(off));
  }
}
