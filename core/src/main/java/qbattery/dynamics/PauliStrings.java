package qbattery.dynamics;

import java.util.List;
import java.util.stream.Stream;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.LocalOperator;

/** The Pauli matrices of a few cells, numbered by base-4 digits, I X Y Z = 0 1 2 3. */
final class PauliStrings {

  /** Those of one cell. */
  static final List<ComplexMatrix> ONE_CELL =
      List.of(
          ComplexMatrix.identity(2),
          LocalOperator.SIGMA_X.matrix(),
          LocalOperator.SIGMA_Y.matrix(),
          LocalOperator.SIGMA_Z.matrix());

  private PauliStrings() {}

  /**
   * All products of Pauli matrices.
   *
   * @param cells number of cells, few
   * @return 4^cells matrices of dimension 2^cells, the first cell's digit slowest
   */
  static List<ComplexMatrix> of(int cells) {
    Stream<ComplexMatrix> strings = Stream.of(ComplexMatrix.identity(1));
    for (int k = 0; k < cells; k++) {
      strings = strings.flatMap(left -> ONE_CELL.stream().map(left::kron));
    }
    return strings.toList();
  }
}
