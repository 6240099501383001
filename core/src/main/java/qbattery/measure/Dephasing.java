package qbattery.measure;

import java.math.BigInteger;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.quantum.HermitianBlocks;
import qbattery.quantum.Observable;
import qbattery.quantum.State;

/**
 * A complete loss of coherence, in one of the two senses that differ where the storage Hamiltonian
 * is degenerate.
 */
public enum Dephasing {

  /** Every element off the diagonal of the product basis of the cells is lost. */
  IN_CELL_BASIS {
    @Override
    ComplexMatrix dephased(ComplexMatrix rho, Observable storage) {
      return ComplexMatrix.generate(
          rho.rows(), rho.columns(), (i, j) -> i == j ? rho.get(i, i) : Complex.ZERO);
    }
  },

  /** Coherence between different levels of H0 is lost; coherence inside a level is kept. */
  BETWEEN_ENERGY_LEVELS {
    @Override
    ComplexMatrix dephased(ComplexMatrix rho, Observable storage) {
      HermitianEigen levels = HermitianEigen.of(singleBlock(storage));
      double[] e = levels.values();
      double same =
          LEVEL_TOLERANCE * StrictMath.max(StrictMath.abs(e[0]), StrictMath.abs(e[e.length - 1]));
      ComplexMatrix v = levels.vectors();
      ComplexMatrix inLevels = v.adjoint().times(rho).times(v);
      ComplexMatrix kept =
          ComplexMatrix.generate(
              e.length,
              e.length,
              (i, j) -> StrictMath.abs(e[i] - e[j]) <= same ? inLevels.get(i, j) : Complex.ZERO);
      return v.times(kept).times(v.adjoint());
    }
  };

  /** Levels closer than this, relative to the largest modulus of a level, count as one. */
  public static final double LEVEL_TOLERANCE = 1e-12;

  abstract ComplexMatrix dephased(ComplexMatrix rho, Observable storage);

  /**
   * The state after the loss.
   *
   * @param state the state before
   * @param storage the storage Hamiltonian H0
   * @return the dephased state
   */
  public State apply(State state, Observable storage) {
    if (state.space().hasMultiplets()) {
      return BlockDephasing.of(this, state, storage.operator().orElseThrow().sparse());
    }
    return State.of(state.space(), dephased(state.matrix(), storage), state.tolerance());
  }

  static ComplexMatrix singleBlock(Observable storage) {
    HermitianBlocks blocks = storage.blocks();
    if (blocks.blocks().size() != 1
        || !blocks.blocks().get(0).multiplicity().equals(BigInteger.ONE)) {
      throw new IllegalArgumentException(
          "This needs the storage Hamiltonian as one whole matrix; its %s levels are held in blocks (number of different blocks: %d)."
              .formatted(blocks.spectrum().dimension(), blocks.blocks().size()));
    }
    return blocks.blocks().get(0).matrix();
  }
}
