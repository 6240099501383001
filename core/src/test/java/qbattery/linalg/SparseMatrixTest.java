package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static qbattery.testing.Matrices.assertClose;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.testing.Randoms;

class SparseMatrixTest {

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void itActsOnVectorsAsItsDenseCounterpart(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = random.nextInt(1, 12);
    int columns = random.nextInt(1, 12);
    SparseMatrix.Builder builder = new SparseMatrix.Builder(rows, columns);
    ComplexMatrix dense = Randoms.matrix(random, rows, columns).times(0);
    for (int k = 0; k < 100; k++) { // more than the first capacity, with many on one place
      int row = random.nextInt(rows);
      int column = random.nextInt(columns);
      Complex z = new Complex(random.nextGaussian(), random.nextGaussian());
      builder.add(row, column, z);
      dense =
          dense.plus(
              ComplexMatrix.generate(
                  rows, columns, (i, j) -> i == row && j == column ? z : Complex.ZERO));
    }
    SparseMatrix sparse = builder.build();
    assertClose(sparse.toDense(), dense, 0); // the same sums in the same order

    ComplexMatrix x = Randoms.matrix(random, columns, 1);
    double[] result = new double[2 * rows];
    Arrays.fill(result, 7); // what was there before must not matter
    sparse.apply(x.toInterleaved(), result);
    // At most 12 products of numbers below 50: 12 roundings of 1e-14.
    assertClose(ComplexMatrix.ofInterleaved(rows, 1, result), dense.times(x), 1e-12);
  }

  @Test
  void elementsOnOnePlaceAddUpAndExactZerosAreDropped() {
    SparseMatrix.Builder builder = new SparseMatrix.Builder(3, 4);
    builder.add(2, 1, Complex.I);
    builder.add(0, 3, Complex.ONE);
    builder.add(2, 1, Complex.ONE);
    builder.add(1, 1, Complex.ONE);
    builder.add(1, 1, Complex.real(-1));
    SparseMatrix sparse = builder.build();
    assertThat(sparse.rows()).isEqualTo(3);
    assertThat(sparse.columns()).isEqualTo(4);
    assertThat(sparse.nonZeros()).isEqualTo(2);
    assertThat(sparse.toDense().get(2, 1)).isEqualTo(new Complex(1, 1));
    assertThat(sparse.toDense().get(0, 3)).isEqualTo(Complex.ONE);
  }

  @Test
  void anEmptyMatrixGivesZero() {
    double[] result = {5, 5};
    new SparseMatrix.Builder(1, 2).build().apply(new double[] {1, 2, 3, 4}, result);
    assertThat(result).containsExactly(0, 0);
  }

  @Test
  void anElementOutsideIsRefused() {
    SparseMatrix.Builder builder = new SparseMatrix.Builder(2, 3);
    assertThatThrownBy(() -> builder.add(2, 0, Complex.ONE))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("Element (2, 0) lies outside a 2 x 3 matrix.");
    assertThatThrownBy(() -> builder.add(0, 3, Complex.ONE))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> builder.add(0, -1, Complex.ONE))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void whatFallsOnOnePlaceIsSummedInTheOrderOfAddition() {
    SparseMatrix.Builder builder = new SparseMatrix.Builder(1, 2);
    double[] summands = {1e16, 1, -1e16, 1, 3e-17, 1e16, 1, -1e16};
    double sum = 0;
    for (int k = 0; k < 400; k++) { // enough for the sort to be another than that of a few
      double summand = summands[k % summands.length];
      builder.add(0, 1, 0, summand);
      builder.add(0, 0, summand, 0);
      sum += summand;
    }
    assertThat(builder.build().toDense().im(0, 1)).isEqualTo(sum);
    assertThat(builder.build().toDense().re(0, 0)).isEqualTo(sum);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void adjointDiagonalAndSubmatrixAreThoseOfTheDenseMatrix(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = random.nextInt(1, 15);
    ComplexMatrix dense =
        ComplexMatrix.generate(
            n,
            n,
            (i, j) ->
                random.nextInt(3) == 0
                    ? new Complex(random.nextGaussian(), random.nextGaussian())
                    : Complex.ZERO);
    SparseMatrix sparse = GeneralMatrices.sparse(dense);
    assertThat(sparse.adjoint().toDense()).isEqualTo(dense.adjoint());
    double[] diagonal = sparse.diagonal();
    for (int i = 0; i < n; i++) {
      assertThat(new Complex(diagonal[2 * i], diagonal[2 * i + 1])).isEqualTo(dense.get(i, i));
    }
    int[] indices = random.ints(0, n).limit(n).distinct().sorted().toArray();
    assertThat(sparse.submatrix(indices).toDense())
        .isEqualTo(
            ComplexMatrix.generate(
                indices.length, indices.length, (a, b) -> dense.get(indices[a], indices[b])));
    assertThat(sparse.submatrix(indices).adjoint().adjoint().toDense())
        .isEqualTo(sparse.submatrix(indices).toDense());
    LinearMap map = sparse.asMap();
    assertThat(map.size()).isEqualTo(n);
    double[] x = Randoms.matrix(random, n, 1).toInterleaved();
    double[] expected = new double[2 * n];
    double[] result = new double[2 * n];
    sparse.apply(x, expected);
    map.apply(x, result);
    assertThat(result).containsExactly(expected);
  }

  @Test
  void theAdjointOfARectangleIsARectangle() {
    SparseMatrix.Builder builder = new SparseMatrix.Builder(2, 4);
    builder.add(0, 3, new Complex(1, 2));
    builder.add(1, 0, Complex.I);
    ComplexMatrix dense = builder.build().toDense();
    assertThat(builder.build().adjoint().toDense()).isEqualTo(dense.adjoint());
  }

  @Test
  void whatASquareMatrixHasOthersHaveNot() {
    SparseMatrix rectangle = new SparseMatrix.Builder(2, 3).build();
    assertThatIllegalArgumentException()
        .isThrownBy(rectangle::asMap)
        .withMessageContaining("2 x 3");
    assertThatIllegalArgumentException().isThrownBy(rectangle::diagonal);
    assertThatIllegalArgumentException().isThrownBy(() -> rectangle.submatrix(new int[] {0}));
    SparseMatrix square = new SparseMatrix.Builder(3, 3).build();
    for (int[] indices : new int[][] {{1, 1}, {2, 0}, {0, 3}, {-1}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> square.submatrix(indices))
          .withMessageContaining("ascend");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SparseMatrix.Builder(100000, 100000).build().toDense())
        .withMessageContaining("too large");
  }
}
