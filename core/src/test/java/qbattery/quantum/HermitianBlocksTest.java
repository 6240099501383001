package qbattery.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.HermitianBlocks.Block;
import qbattery.testing.Randoms;

class HermitianBlocksTest {

  /** Norms are about 5 and sizes about 10. */
  private static final double ROUNDING = 1e-13;

  private static HermitianBlocks random(SplittableRandom random) {
    return HermitianBlocks.of(
        List.of(
            new Block(Randoms.hermitian(random, 3), 2),
            new Block(Randoms.hermitian(random, 1), 4),
            new Block(Randoms.hermitian(random, 2), 1)));
  }

  /** Every copy written out, in one block-diagonal matrix. */
  private static ComplexMatrix expanded(HermitianBlocks blocks) {
    int d = blocks.spectrum().dimension().intValueExact();
    ComplexMatrix sum = ComplexMatrix.diagonal(new double[d]);
    int from = 0;
    for (Block block : blocks.blocks()) {
      int n = block.matrix().rows();
      for (int copy = 0; copy < block.multiplicity().intValueExact(); copy++, from += n) {
        int first = from;
        sum =
            sum.plus(
                ComplexMatrix.generate(
                    d,
                    d,
                    (i, j) ->
                        i >= first && i < first + n && j >= first && j < first + n
                            ? block.matrix().get(i - first, j - first)
                            : Complex.ZERO));
      }
    }
    return sum;
  }

  private static double[] listed(Spectrum spectrum) {
    return spectrum.levels().stream()
        .flatMapToDouble(
            level ->
                DoubleStream.generate(level::value).limit(level.multiplicity().longValueExact()))
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void blocksStandForTheExpandedMatrix(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    HermitianBlocks a = random(random);
    HermitianBlocks b = random(random);
    ComplexMatrix wholeA = expanded(a);
    ComplexMatrix wholeB = expanded(b);
    assertThat(a.trace()).isCloseTo(wholeA.trace().re(), within(ROUNDING));
    assertThat(a.traceOfProduct(b))
        .isCloseTo(wholeA.times(wholeB).trace().re(), within(10 * ROUNDING));
    assertThat(listed(a.spectrum()))
        .containsExactly(listed(HermitianBlocks.whole(wholeA).spectrum()), within(ROUNDING));
  }

  @Test
  void operatorsCutDifferentlyDoNotCombine() {
    Block two = new Block(ComplexMatrix.identity(2), 1);
    Block one = new Block(ComplexMatrix.identity(1), 1);
    HermitianBlocks a = HermitianBlocks.of(List.of(two, one));
    List<List<Block>> others =
        List.of(
            List.of(two), List.of(one, two), List.of(two, new Block(ComplexMatrix.identity(1), 2)));
    for (List<Block> other : others) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> a.traceOfProduct(HermitianBlocks.of(other)))
          .withMessageContaining("different blocks");
    }
  }

  @Test
  void whatIsNoBlockIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Block(ComplexMatrix.real(new double[] {1, 2}), 1))
        .withMessageContaining("1 x 2, 1 times");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Block(ComplexMatrix.identity(2), 0))
        .withMessageContaining("0 times");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HermitianBlocks.of(List.of()))
        .withMessageContaining("at least one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Observable.of(Operator.on(Space.cells(1), 0, LocalOperator.LOWER)))
        .withMessageContaining("not Hermitian");
  }
}
