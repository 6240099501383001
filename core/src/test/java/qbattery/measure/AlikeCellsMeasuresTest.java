package qbattery.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.SiteState;
import qbattery.quantum.AlikeCells;
import qbattery.quantum.AlikeStates;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/**
 * What depends on the eigenvalues of a state of cells that are alike, each counted with its copies:
 * against exact fractions, and against closed forms where no double holds the copies.
 */
class AlikeCellsMeasuresTest {

  /** Sums of up to 250,000 terms, each of logarithms up to 700 that are known to 1e-16 of them. */
  private static final double SUMMED = 1e-11;

  /** A population of a total spin, as a share of {@link #WHOLE}. */
  private record Part(long share, BigInteger copies) {}

  private static final long WHOLE = 1L << 40; // shares are exact in a double

  private static Operator number(int cells) {
    return Operator.on(Space.alike(cells), 0, new AlikeCells(cells).number());
  }

  private static State diagonal(int cells, long[] shares) {
    List<int[]> members = new ArrayList<>();
    List<ComplexMatrix> blocks = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] > 0) {
        members.add(new int[] {i});
        blocks.add(ComplexMatrix.diagonal((double) shares[i] / WHOLE));
      }
    }
    return State.ofGroups(
        Space.alike(cells), BasisGroups.ofSome(shares.length, members), blocks, State.TOLERANCE);
  }

  private static BigInteger binomial(int n, int k) {
    BigInteger value = BigInteger.ONE;
    for (int i = 0; i < k; i++) {
      value = value.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1L));
    }
    return value;
  }

  /** As a fraction over a common denominator, every population placed on the lowest free levels. */
  private static double passiveEnergy(int cells, List<Part> parts) {
    List<Part> descending = new ArrayList<>(parts);
    descending.sort(
        Comparator.comparing(
                (Part p) -> p, // a/c > b/d if a d > b c
                (p, q) ->
                    BigInteger.valueOf(p.share)
                        .multiply(q.copies)
                        .compareTo(BigInteger.valueOf(q.share).multiply(p.copies)))
            .reversed());
    BigInteger denominator = BigInteger.ONE;
    for (Part part : parts) {
      denominator = denominator.multiply(part.copies).divide(denominator.gcd(part.copies));
    }
    BigInteger sum = BigInteger.ZERO;
    int level = 0;
    BigInteger free = BigInteger.ONE;
    for (Part part : descending) {
      BigInteger each = denominator.divide(part.copies).multiply(BigInteger.valueOf(part.share));
      BigInteger left = part.copies;
      while (left.signum() > 0) {
        BigInteger placed = left.min(free);
        sum = sum.add(placed.multiply(BigInteger.valueOf(level)).multiply(each));
        left = left.subtract(placed);
        free = free.subtract(placed);
        if (free.signum() == 0) {
          free = binomial(cells, ++level);
        }
      }
    }
    return new java.math.BigDecimal(sum)
        .divide(
            new java.math.BigDecimal(denominator.multiply(BigInteger.valueOf(WHOLE))),
            java.math.MathContext.DECIMAL128)
        .doubleValue();
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1", "3, 2", "5, 3", "8, 4", "13, 5", "20, 6", "31, 7", "40, 8", "40, 9", "39, 10"
  })
  void passiveEnergyEntropyAndPurityAreThoseOfExactFractions(int cells, long seed) {
    AlikeCells alike = new AlikeCells(cells);
    Random random = new Random(seed);
    long[] shares = new long[alike.levels()];
    long left = WHOLE;
    for (int i = 0; i < shares.length - 1; i++) {
      shares[i] = random.nextInt(4) == 0 ? 0 : (long) (left * 0.4 * random.nextDouble());
      left -= shares[i];
    }
    shares[shares.length - 1] = left;
    for (int i = shares.length - 1; i > 0; i--) { // large shares anywhere
      int j = random.nextInt(i + 1);
      long moved = shares[i];
      shares[i] = shares[j];
      shares[j] = moved;
    }
    int[] multiplet = alike.multipletOfLevel();
    int[] excited = alike.excitations();
    List<Part> parts = new ArrayList<>();
    double energy = 0;
    double entropy = 0;
    double purity = 0;
    for (int i = 0; i < shares.length; i++) {
      BigInteger copies = alike.multiplets().get(multiplet[i]).multiplicity();
      parts.add(new Part(shares[i], copies));
      double share = (double) shares[i] / WHOLE;
      energy += share * excited[i];
      entropy += share > 0 ? share * (Math.log(copies.doubleValue()) - Math.log(share)) : 0;
      purity += share * share / copies.doubleValue();
    }
    State state = diagonal(cells, shares);
    Observable storage = Observable.of(number(cells));
    double passive = passiveEnergy(cells, parts);
    assertThat(Ergotropy.passiveEnergy(state, storage)).isCloseTo(passive, within(SUMMED));
    assertThat(Ergotropy.of(state, storage)).isCloseTo(energy - passive, within(SUMMED));
    assertThat(Entropy.of(state)).isCloseTo(entropy, within(SUMMED));
    assertThat(Purity.of(state)).isCloseTo(purity, within(SUMMED * purity));
  }

  private static double entropyOfCell(double p) {
    return -p * Math.log(p) - (1 - p) * Math.log(1 - p);
  }

  /** At 1023 cells a state has 1e-308 of the whole on average, and a multiplet 1e306 copies. */
  @ParameterizedTest
  @CsvSource({"1000, 0.3", "1023, 0.7", "1023, 0.5", "60, 0.999", "60, 0.25"})
  void mixturesOfEachCell(int cells, double excited) {
    State state = AlikeStates.product(cells, ComplexMatrix.diagonal(excited, 1 - excited));
    Observable storage = Observable.of(number(cells));
    double lesser = Math.min(excited, 1 - excited);
    double error = SUMMED * cells;
    assertThat(Energy.aboveGround(state, storage)).isCloseTo(cells * excited, within(error));
    assertThat(Ergotropy.passiveEnergy(state, storage)).isCloseTo(cells * lesser, within(error));
    assertThat(Ergotropy.of(state, storage)).isCloseTo(cells * (excited - lesser), within(error));
    assertThat(Entropy.of(state)).isCloseTo(cells * entropyOfCell(excited), within(error));
    double logPurity = cells * Math.log(excited * excited + (1 - excited) * (1 - excited));
    if (logPurity > -700) { // a double holds it
      assertThat(Math.log(Purity.of(state))).isCloseTo(logPurity, within(error));
    }
  }

  @ParameterizedTest
  @CsvSource({"1023, 1.3, 2", "9, 1, 0.1", "60, 1, 30"})
  void equilibriumIsPassiveAndHasTheEntropyOfItsCells(int cells, double frequency, double t) {
    Operator hamiltonian = number(cells).times(frequency);
    State state = AlikeStates.thermal(hamiltonian, t);
    Observable storage = Observable.of(hamiltonian);
    double excited = 1 / (1 + Math.exp(frequency / t));
    double error = SUMMED * cells;
    assertThat(Ergotropy.of(state, storage)).isCloseTo(0, within(error));
    assertThat(Energy.of(state, storage))
        .isCloseTo(cells * frequency * excited, within(error * frequency));
    assertThat(Entropy.of(state)).isCloseTo(cells * entropyOfCell(excited), within(error));
  }

  /** The eigenvalues of a product are those of the diagonal one; all of its energy is known. */
  @ParameterizedTest
  @CsvSource({"2, 0.7, 0.3, 0.1", "7, 0.45, 0.4, -0.2", "40, 0.3, 0.25, 0.3", "61, 0.6, 0.0, 0.4"})
  void productsOfTiltedCells(int cells, double excited, double re, double im) {
    ComplexMatrix cell =
        ComplexMatrix.ofInterleaved(
            2, 2, new double[] {excited, 0, re, im, re, -im, 1 - excited, 0});
    State state = AlikeStates.product(cells, cell);
    Observable storage = Observable.of(number(cells));
    double length = Math.sqrt(Math.pow(2 * excited - 1, 2) + 4 * (re * re + im * im));
    double lesser = (1 - length) / 2;
    double error = SUMMED * cells;
    assertThat(Energy.of(state, storage)).isCloseTo(cells * excited, within(error));
    assertThat(Ergotropy.of(state, storage)).isCloseTo(cells * (excited - lesser), within(error));
    assertThat(Entropy.of(state)).isCloseTo(cells * entropyOfCell(lesser), within(error));
    assertThat(RelativeEntropyOfCoherence.of(state))
        .isCloseTo(cells * (entropyOfCell(excited) - entropyOfCell(lesser)), within(error));
    State pair = AlikeStates.pair(state);
    assertThat(pair.matrix().minus(cell.kron(cell)).maxAbs()).isLessThan(SUMMED);
  }

  /** A pure state can be emptied by a unitary on all states, and by a symmetric one too. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 50, 1023})
  void symmetricPureStates(int cells) {
    Observable storage = Observable.of(number(cells));
    for (int excited : new int[] {0, 1, cells / 2, cells}) {
      State state = new SiteState.Excitations(excited).on(Space.alike(cells));
      assertThat(Ergotropy.of(state, storage)).isCloseTo(excited, within(SUMMED * cells));
      assertThat(SymmetricErgotropy.of(state, storage)).isCloseTo(excited, within(SUMMED * cells));
      assertThat(Entropy.of(state)).isCloseTo(0, within(SUMMED));
      double states =
          IntStream.rangeClosed(1, excited)
              .mapToDouble(i -> Math.log((cells - excited + i) / (double) i))
              .sum();
      assertThat(RelativeEntropyOfCoherence.of(state)).isCloseTo(states, within(SUMMED * cells));
    }
  }
}
