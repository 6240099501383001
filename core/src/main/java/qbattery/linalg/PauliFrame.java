package qbattery.linalg;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Parts of a {@link PauliMap} that act on a few common sites, applied as one sparse matrix times
 * many columns.
 *
 * <p>The digits of the frame's own sites number rows, those of the other sites lanes. A tile of all
 * rows and some lanes is copied out of the vector, each row into an array of its own; there the
 * matrix needs only sums over whole rows, which the JIT compiler vectorises. Over two places of one
 * flat array it does not, and that costs more than the copies.
 */
final class PauliFrame {

  /** Widest tile: with 256 rows, and two such tiles, it stays in a second-level cache. */
  private static final int WIDEST = 256;

  /** Shorter runs are copied element by element: calls for a few elements cost more. */
  private static final int SHORTEST_RUN = 16;

  /** Rows with equal digits but the last one. */
  private static final int DIGIT = 4;

  private final PauliRowMatrix matrix;
  private final int[] rowOffset;
  private final int[] laneOffset;
  private final int width;
  private final int run;

  /**
   * Compiles a frame.
   *
   * @param cells number of cells of the whole
   * @param sites the frame's sites, ascending
   * @param parts parts on some of these sites
   */
  PauliFrame(int cells, List<Integer> sites, List<PauliPart> parts) {
    List<Integer> others =
        IntStream.range(0, cells).filter(s -> !sites.contains(s)).boxed().toList();
    matrix = new PauliRowMatrix(sites, parts);
    rowOffset = offsets(cells, sites);
    laneOffset = offsets(cells, others);
    width = Math.min(laneOffset.length, WIDEST);
    int trailing = cells - 1 - sites.get(sites.size() - 1);
    run = Math.min(width, 1 << (2 * trailing));
  }

  /** Where the coefficients with given digits on some sites, and I elsewhere, are found. */
  private static int[] offsets(int cells, List<Integer> sites) {
    int[] offset = new int[1 << (2 * sites.size())];
    for (int k = 0; k < offset.length; k++) {
      for (int s = 0; s < sites.size(); s++) {
        int digit = k >> (2 * (sites.size() - 1 - s)) & 3;
        offset[k] += digit << (2 * (cells - 1 - sites.get(s)));
      }
    }
    return offset;
  }

  int rows() {
    return rowOffset.length;
  }

  int width() {
    return width;
  }

  /**
   * Adds what the frame's parts make of a vector.
   *
   * @param x the vector
   * @param y receives the result
   * @param fresh whether y is to be overwritten instead of added to
   * @param in a tile of at least the frame's rows and width
   * @param out another tile
   */
  void apply(double[] x, double[] y, boolean fresh, double[][] in, double[][] out) {
    for (int lane = 0; lane < laneOffset.length; lane += width) {
      copyIn(x, lane, in);
      for (int row = 0; row < rowOffset.length; row += DIGIT) {
        if (!fresh) {
          copyBlockIn(y, lane, row, out, 0);
        }
        for (int d = 0; d < DIGIT; d++) {
          if (fresh) {
            Arrays.fill(out[d], 0, width, 0.0);
          }
          matrix.addRow(row + d, in, width, out[d]);
        }
        copyBlockOut(out, y, lane, row);
      }
    }
  }

  private void copyIn(double[] x, int lane, double[][] in) {
    for (int row = 0; row < rowOffset.length; row += DIGIT) {
      copyBlockIn(x, lane, row, in, row);
    }
  }

  /** Copies four rows of the vector from a lane on. */
  private void copyBlockIn(double[] x, int lane, int row, double[][] into, int at) {
    if (run == 1) {
      PauliRows.deal(x, laneOffset, lane, rowOffset[row], width, into, at);
      return;
    }
    for (int d = 0; d < DIGIT; d++) {
      int base = rowOffset[row + d];
      if (run < SHORTEST_RUN) {
        PauliRows.pick(x, laneOffset, lane, base, width, into[at + d]);
      } else {
        for (int l = 0; l < width; l += run) {
          System.arraycopy(x, base + laneOffset[lane + l], into[at + d], l, run);
        }
      }
    }
  }

  /** Copies four rows to the vector. */
  private void copyBlockOut(double[][] out, double[] y, int lane, int row) {
    if (run == 1) {
      PauliRows.collect(out, 0, width, y, laneOffset, lane, rowOffset[row]);
      return;
    }
    for (int d = 0; d < DIGIT; d++) {
      int base = rowOffset[row + d];
      if (run < SHORTEST_RUN) {
        PauliRows.put(out[d], width, y, laneOffset, lane, base);
      } else {
        for (int l = 0; l < width; l += run) {
          System.arraycopy(out[d], l, y, base + laneOffset[lane + l], run);
        }
      }
    }
  }
}
