package qbattery.linalg;

import java.util.Arrays;
import java.util.List;

/**
 * A real linear map on the Pauli coefficients of a few sites, the identity on all others: one
 * summand of a {@link PauliMap}.
 *
 * <p>The coefficients of k sites are numbered by their base-4 digits, I X Y Z = 0 1 2 3, the first
 * listed site slowest.
 *
 * @param sites the sites it acts on, from 0, ascending
 * @param matrix its matrix, 4^k x 4^k, row by row; handed over without copying
 */
public record PauliPart(List<Integer> sites, double[][] matrix) {

  /** Most sites of a part: three make a 64 x 64 matrix already. */
  public static final int MAX_SITES = 3;

  /**
   * Checks sites and shape.
   *
   * @throws IllegalArgumentException if there is no site or more than {@link #MAX_SITES}, the sites
   *     do not ascend from 0, or the matrix is not 4^k x 4^k
   */
  public PauliPart {
    sites = List.copyOf(sites);
    int previous = -1;
    for (int site : sites) {
      if (site <= previous) {
        throw new IllegalArgumentException(
            "The sites of a part must be ascending and 0 or larger; found %s.".formatted(sites));
      }
      previous = site;
    }
    if (sites.isEmpty() || sites.size() > MAX_SITES) {
      throw new IllegalArgumentException(
          "A part acts on 1 to %d sites, not on %d.".formatted(MAX_SITES, sites.size()));
    }
    int size = 1 << (2 * sites.size());
    if (matrix.length != size || Arrays.stream(matrix).anyMatch(row -> row.length != size)) {
      throw new IllegalArgumentException(
          "A part on the sites %s needs a %d x %d matrix.".formatted(sites, size, size));
    }
  }
}
