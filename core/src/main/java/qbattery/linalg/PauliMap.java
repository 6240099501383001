package qbattery.linalg;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A real linear map on the 4^N Pauli coefficients of N two-level cells, given as a sum of local
 * parts and, beyond a few cells, never formed as a whole.
 *
 * <p>A coefficient's place is made of base-4 digits, one for each cell, I X Y Z = 0 1 2 3, the
 * first cell slowest. The map is immutable and can be shared; each thread brings its own workspace.
 * The order of all sums is fixed, so equal maps give equal bits. A plain form of the same map,
 * element by element, stands with the tests.
 */
public final class PauliMap {

  /** Most cells: with 13, a vector alone would take half a gigabyte. */
  public static final int MAX_CELLS = 12;

  /** Up to so many cells, one sparse matrix over all of them is faster than copying rows. */
  private static final int SMALL = 4;

  /** Most sites of a frame: measured from 3 to 6, tiles of 256 rows do best from N = 6 to 11. */
  private static final int FRAME_SITES = 4;

  /** Fewest sites outside a frame: their digits make the rows, which should not be too short. */
  private static final int LANE_SITES = 2;

  private interface Form {
    void apply(double[] x, double[] y, PauliWorkspace workspace);
  }

  private final int size;
  private final Form form;

  private PauliMap(int size, Form form) {
    this.size = size;
    this.form = form;
  }

  /**
   * Compiles a sum of parts.
   *
   * @param cells number of cells, from 1 to {@link #MAX_CELLS}
   * @param parts the summands
   * @return their sum
   * @throws IllegalArgumentException if the number of cells is out of range, or a part acts on a
   *     cell that does not exist
   */
  public static PauliMap of(int cells, List<PauliPart> parts) {
    if (cells < 1 || cells > MAX_CELLS) {
      throw new IllegalArgumentException(
          "Pauli coefficients are handled for 1 to %d cells, not for %d."
              .formatted(MAX_CELLS, cells));
    }
    for (PauliPart part : parts) {
      if (part.sites().get(part.sites().size() - 1) >= cells) {
        throw new IllegalArgumentException(
            "A part acts on the sites %s (counted from 0), but there are only %d cells."
                .formatted(part.sites(), cells));
      }
    }
    return new PauliMap(
        1 << (2 * cells), cells <= SMALL ? whole(cells, parts) : framed(cells, parts));
  }

  private static Form whole(int cells, List<PauliPart> parts) {
    List<Integer> all = IntStream.range(0, cells).boxed().toList();
    PauliRowMatrix matrix = new PauliRowMatrix(all, parts);
    return (x, y, workspace) -> matrix.apply(x, y);
  }

  private static Form framed(int cells, List<PauliPart> parts) {
    List<PauliFrame> frames =
        PauliCover.of(parts, Math.min(FRAME_SITES, cells - LANE_SITES)).stream()
            .map(share -> new PauliFrame(cells, share.sites(), share.parts()))
            .toList();
    int rows = frames.stream().mapToInt(PauliFrame::rows).max().orElse(0);
    int width = frames.stream().mapToInt(PauliFrame::width).max().orElse(0);
    return (x, y, workspace) -> {
      workspace.reserve(rows, width);
      if (frames.isEmpty()) {
        Arrays.fill(y, 0.0);
      }
      for (int k = 0; k < frames.size(); k++) {
        frames.get(k).apply(x, y, k == 0, workspace.in(), workspace.out());
      }
    };
  }

  /**
   * Length of the vectors.
   *
   * @return 4^N
   */
  public int size() {
    return size;
  }

  /**
   * Applies the map; nothing is allocated, except by a workspace at its first use.
   *
   * @param x the vector; not changed
   * @param y receives the result; another array than x
   * @param workspace scratch storage of this thread
   */
  public void apply(double[] x, double[] y, PauliWorkspace workspace) {
    form.apply(x, y, workspace);
  }
}
