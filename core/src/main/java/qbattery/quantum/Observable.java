package qbattery.quantum;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.ConnectedBlocks;
import qbattery.linalg.SparseMatrix;

/** A Hermitian operator prepared to be measured: its blocks and its spectrum, computed once. */
public final class Observable {

  private final Optional<Operator> operator;
  private final Optional<SparseMatrix> sparse;
  private final Spectrum levels;
  private final List<HermitianBlocks> blocks; // made when first asked for
  private final List<Spectrum> onAllStates = new CopyOnWriteArrayList<>(); // likewise

  private Observable(
      Optional<Operator> operator,
      Optional<SparseMatrix> sparse,
      Spectrum levels,
      List<HermitianBlocks> blocks) {
    this.operator = operator;
    this.sparse = sparse;
    this.levels = levels;
    this.blocks = new CopyOnWriteArrayList<>(blocks);
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
        Optional.of(operator),
        Optional.of(sparse),
        Spectrum.of(ConnectedBlocks.valuesOf(sparse)),
        List.of());
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
    return new Observable(Optional.empty(), Optional.empty(), blocks.spectrum(), List.of(blocks));
  }

  /**
   * The blocks.
   *
   * @return the operator as blocks
   */
  public HermitianBlocks blocks() {
    if (blocks.isEmpty()) {
      ComplexMatrix whole = sparse.orElseThrow().toDense();
      blocks.add(
          HermitianBlocks.ofKnownSpectrum(List.of(new HermitianBlocks.Block(whole, 1)), levels));
    }
    return blocks.get(0);
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
    if (operator.isEmpty() || !operator.get().space().hasSpins()) {
      return levels;
    }
    if (onAllStates.isEmpty()) {
      onAllStates.add(AllStates.levels(operator.get()));
    }
    return onAllStates.get(0);
  }

  /**
   * The eigenvalues on the levels that the space has, once each: of collective spins, on their
   * symmetric states alone.
   *
   * @return the spectrum; the same as {@link #spectrum()} where there is no collective spin
   */
  public Spectrum symmetricSpectrum() {
    return levels;
  }

  /**
   * The operator that it was made from.
   *
   * @return the operator; nothing if it was made from blocks
   */
  public Optional<Operator> operator() {
    return operator;
  }

  /** The elements in the product basis, where the observable was made from an operator. */
  Optional<SparseMatrix> sparse() {
    return sparse;
  }
}
