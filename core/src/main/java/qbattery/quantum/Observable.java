package qbattery.quantum;

import java.util.Optional;
import qbattery.linalg.SparseMatrix;

/** A Hermitian operator prepared to be measured: its blocks and its spectrum, computed once. */
public final class Observable {

  private final HermitianBlocks blocks;
  private final Optional<SparseMatrix> sparse;

  private Observable(HermitianBlocks blocks, Optional<SparseMatrix> sparse) {
    this.blocks = blocks;
    this.sparse = sparse;
  }

  /**
   * An observable from an operator.
   *
   * @param operator a Hermitian operator
   * @return the observable, in one block
   * @throws IllegalArgumentException if the operator is not Hermitian
   */
  public static Observable of(Operator operator) {
    SparseMatrix sparse = operator.sparse();
    return new Observable(HermitianBlocks.whole(sparse.toDense()), Optional.of(sparse));
  }

  /**
   * An observable from its blocks.
   *
   * @param blocks the blocks
   * @return the observable
   */
  public static Observable of(HermitianBlocks blocks) {
    return new Observable(blocks, Optional.empty());
  }

  /**
   * The blocks.
   *
   * @return the operator as blocks
   */
  public HermitianBlocks blocks() {
    return blocks;
  }

  /**
   * The eigenvalues.
   *
   * @return the spectrum
   */
  public Spectrum spectrum() {
    return blocks.spectrum();
  }

  /** The elements in the product basis, where the observable was made from an operator. */
  Optional<SparseMatrix> sparse() {
    return sparse;
  }
}
