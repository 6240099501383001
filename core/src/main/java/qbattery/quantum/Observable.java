package qbattery.quantum;

/** A Hermitian operator made ready to be measured: its blocks and its spectrum, computed once. */
public final class Observable {

  private final HermitianBlocks blocks;

  private Observable(HermitianBlocks blocks) {
    this.blocks = blocks;
  }

  /**
   * An observable from an operator.
   *
   * @param operator a Hermitian operator
   * @return the observable, in one block
   * @throws IllegalArgumentException if the operator is not Hermitian
   */
  public static Observable of(Operator operator) {
    return new Observable(HermitianBlocks.whole(operator.matrix()));
  }

  /**
   * An observable from its blocks.
   *
   * @param blocks the blocks
   * @return the observable
   */
  public static Observable of(HermitianBlocks blocks) {
    return new Observable(blocks);
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
}
