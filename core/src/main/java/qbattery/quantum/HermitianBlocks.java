package qbattery.quantum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;

/**
 * A Hermitian operator as square blocks, each with the number of equal copies of it: all that
 * measures need of it.
 *
 * <p>Without a symmetry this is one block, the whole matrix, once. With one, each symmetry sector
 * is a block. An operator and a state can be combined when their blocks have the same shapes.
 */
public final class HermitianBlocks {

  /**
   * One block.
   *
   * @param matrix the Hermitian matrix
   * @param multiplicity of how many equal copies it stands for, at least 1
   */
  public record Block(ComplexMatrix matrix, BigInteger multiplicity) {

    /**
     * A block of so many copies that a long can hold their number.
     *
     * @param matrix the Hermitian matrix
     * @param multiplicity of how many equal copies it stands for, at least 1
     * @throws IllegalArgumentException as above
     */
    public Block(ComplexMatrix matrix, long multiplicity) {
      this(matrix, BigInteger.valueOf(multiplicity));
    }

    /**
     * Checks shape and multiplicity.
     *
     * @throws IllegalArgumentException if the matrix is not square or the multiplicity below 1
     */
    public Block {
      if (matrix.rows() != matrix.columns() || multiplicity.signum() < 1) {
        throw new IllegalArgumentException(
            "A block must be square and stand for at least one copy; found %d x %d, %s times."
                .formatted(matrix.rows(), matrix.columns(), multiplicity));
      }
    }
  }

  private final List<Block> blocks;
  private final List<double[]> values; // of each block; none where only all together are known
  private final Spectrum spectrum;

  private HermitianBlocks(List<Block> blocks, List<double[]> values, Spectrum spectrum) {
    this.blocks = blocks;
    this.values = values;
    this.spectrum = spectrum;
  }

  /** Blocks whose spectrum is known, such as those of a product. */
  static HermitianBlocks ofKnownSpectrum(List<Block> blocks, Spectrum spectrum) {
    return new HermitianBlocks(List.copyOf(blocks), List.of(), spectrum);
  }

  /**
   * An operator from its blocks; they are diagonalised here, once.
   *
   * @param blocks the blocks
   * @return the operator
   * @throws IllegalArgumentException if there is no block, or one is not Hermitian or not finite
   */
  public static HermitianBlocks of(List<Block> blocks) {
    return of(blocks, HermitianEigen::valuesOf);
  }

  private static HermitianBlocks of(
      List<Block> blocks, Function<ComplexMatrix, double[]> diagonalise) {
    List<double[]> values = new ArrayList<>();
    List<Spectrum.Level> levels = new ArrayList<>();
    for (Block block : blocks) {
      double[] own = diagonalise.apply(block.matrix());
      values.add(own);
      for (double value : own) {
        levels.add(new Spectrum.Level(value, block.multiplicity()));
      }
    }
    return new HermitianBlocks(List.copyOf(blocks), values, new Spectrum(levels));
  }

  /**
   * An operator of one block.
   *
   * @param matrix the whole matrix
   * @return the operator
   * @throws IllegalArgumentException if the matrix is not Hermitian or not finite
   */
  public static HermitianBlocks whole(ComplexMatrix matrix) {
    return of(List.of(new Block(matrix, 1)));
  }

  /** Blocks that are Hermitian up to a tolerance that their maker answers for. */
  static HermitianBlocks of(List<Block> blocks, double tolerance) {
    return of(blocks, matrix -> HermitianEigen.valuesOf(matrix, tolerance));
  }

  /** The eigenvalues of one block, ascending. */
  double[] valuesOf(int block) {
    return values.get(block);
  }

  /**
   * The blocks.
   *
   * @return the blocks, in a fixed order
   */
  public List<Block> blocks() {
    return blocks;
  }

  /**
   * All eigenvalues with their multiplicities.
   *
   * @return the spectrum
   */
  public Spectrum spectrum() {
    return spectrum;
  }

  /**
   * Trace over all copies.
   *
   * @return the trace
   */
  public double trace() {
    return blocks.stream()
        .mapToDouble(b -> b.multiplicity().doubleValue() * b.matrix().trace().re())
        .sum();
  }

  /**
   * Trace of the product with another operator of the same block structure.
   *
   * @param other the other operator
   * @return {@code tr(this * other)}
   * @throws IllegalArgumentException if the block structures differ
   */
  public double traceOfProduct(HermitianBlocks other) {
    if (blocks.size() != other.blocks.size()) {
      throw differentStructure();
    }
    double sum = 0;
    for (int k = 0; k < blocks.size(); k++) {
      Block mine = blocks.get(k);
      Block theirs = other.blocks.get(k);
      if (!mine.multiplicity().equals(theirs.multiplicity())
          || mine.matrix().rows() != theirs.matrix().rows()) {
        throw differentStructure();
      }
      sum += mine.multiplicity().doubleValue() * mine.matrix().traceOfProduct(theirs.matrix()).re();
    }
    return sum;
  }

  private static IllegalArgumentException differentStructure() {
    return new IllegalArgumentException(
        "State and observable are cut into different blocks; both must come from one"
            + " representation.");
  }
}
