package qbattery.measure;

import java.util.List;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.HermitianBlocks;

/** First-order perturbation theory: a derivative seen between eigenvectors of a state. */
final class Projection {

  private Projection() {}

  /** Refuses a derivative that is cut into other blocks than the state. */
  static void requireFits(List<HermitianBlocks.Block> blocks, List<ComplexMatrix> derivative) {
    if (derivative.size() != blocks.size()) {
      throw new IllegalArgumentException(
          "The derivative has %d blocks, the state %d."
              .formatted(derivative.size(), blocks.size()));
    }
    for (int k = 0; k < blocks.size(); k++) {
      int expected = blocks.get(k).matrix().rows();
      ComplexMatrix found = derivative.get(k);
      if (found.rows() != expected || found.columns() != expected) {
        throw new IllegalArgumentException(
            "Block %d of the derivative is %d x %d, that of the state %d x %d."
                .formatted(k + 1, found.rows(), found.columns(), expected, expected));
      }
    }
  }

  /** {@code V^+ (D V)} between the eigenvectors from one to another. */
  static ComplexMatrix within(ComplexMatrix vectors, ComplexMatrix moved, int from, int to) {
    int m = to - from;
    double[] elements = new double[2 * m * m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j <= i; j++) {
        double re = 0;
        double im = 0;
        for (int k = 0; k < vectors.rows(); k++) {
          double ar = vectors.re(k, from + i);
          double ai = -vectors.im(k, from + i);
          double br = moved.re(k, from + j);
          double bi = moved.im(k, from + j);
          re += ar * br - ai * bi;
          im += ar * bi + ai * br;
        }
        elements[2 * (i * m + j)] = re;
        elements[2 * (i * m + j) + 1] = i == j ? 0 : im;
        elements[2 * (j * m + i)] = re;
        elements[2 * (j * m + i) + 1] = i == j ? 0 : -im;
      }
    }
    return ComplexMatrix.ofInterleaved(m, m, elements);
  }
}
