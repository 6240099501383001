package qbattery.quantum;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import qbattery.linalg.SparseMatrix;

/** A Hermitian operator prepared to be measured: its blocks and its spectrum, computed once. */
public final class Observable {

  private final HermitianBlocks blocks;
  private final Optional<SparseMatrix> sparse;
  private final Optional<Operator> onSpins;
  private final List<Spectrum> onAllStates = // made when first asked for
      new CopyOnWriteArrayList<>();

  private Observable(
      HermitianBlocks blocks, Optional<SparseMatrix> sparse, Optional<Operator> onSpins) {
    this.blocks = blocks;
    this.sparse = sparse;
    this.onSpins = onSpins;
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
    return new Observable(
        HermitianBlocks.whole(sparse.toDense()),
        Optional.of(sparse),
        Optional.of(operator).filter(o -> o.space().hasSpins()));
  }

  /**
   * Why the levels of an operator on all states of collective spins are not known.
   *
   * @param operator a Hermitian operator
   * @return the reason, for a person; nothing if {@link #spectrum()} has them
   */
  public static Optional<String> refusal(Operator operator) {
    return AllStates.refusal(operator);
  }

  /**
   * An observable from its blocks.
   *
   * @param blocks the blocks
   * @return the observable
   */
  public static Observable of(HermitianBlocks blocks) {
    return new Observable(blocks, Optional.empty(), Optional.empty());
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
   * The eigenvalues on all states of what the sites stand for: {@link Space#states()} of them.
   *
   * @return the spectrum
   * @throws IllegalArgumentException if the operator holds a matrix on a collective spin that is no
   *     product of J-, J+, Jz and the number of excitations, so that it is not known on other
   *     states than the symmetric ones
   */
  public Spectrum spectrum() {
    if (onSpins.isEmpty()) {
      return blocks.spectrum();
    }
    if (onAllStates.isEmpty()) {
      onAllStates.add(AllStates.levels(onSpins.orElseThrow()));
    }
    return onAllStates.get(0);
  }

  /**
   * The eigenvalues on the levels that the blocks have: of collective spins, on their symmetric
   * states alone.
   *
   * @return the spectrum; the same as {@link #spectrum()} where there is no collective spin
   */
  public Spectrum symmetricSpectrum() {
    return blocks.spectrum();
  }

  /** The elements in the product basis, where the observable was made from an operator. */
  Optional<SparseMatrix> sparse() {
    return sparse;
  }
}
