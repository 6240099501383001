package qbattery.quantum;

import java.util.Collections;
import java.util.List;

/**
 * The Hilbert space of a row of sites, each with a dimension of its own.
 *
 * <p>Basis states are numbered with the first site's index varying slowest. A two-level cell counts
 * its excited state |e> as 0 and its ground state |g> as 1.
 *
 * @param localDimensions dimension of each site, at least 1; the singlet of a collective spin has
 *     one level
 */
public record Space(List<Integer> localDimensions) {

  /** Largest total dimension; beyond it, not even lists of basis states are handy. */
  public static final int MAX_DIMENSION = 1 << 20;

  /** Most two-level cells: with more, not even one state's matrix could be addressed. */
  public static final int MAX_CELLS = 14;

  /**
   * Checks the dimensions.
   *
   * @throws IllegalArgumentException if there is no site, a dimension is below 1, or the product is
   *     above {@link #MAX_DIMENSION}
   */
  public Space {
    localDimensions = List.copyOf(localDimensions);
    if (localDimensions.isEmpty()) {
      throw new IllegalArgumentException("A space needs at least one site; none was given.");
    }
    long product = 1;
    for (int k = 0; k < localDimensions.size(); k++) {
      if (localDimensions.get(k) < 1) {
        throw new IllegalArgumentException(
            "Site %d has dimension %d; a site needs at least 1 level."
                .formatted(k + 1, localDimensions.get(k)));
      }
      product *= localDimensions.get(k);
      if (product > MAX_DIMENSION) {
        throw new IllegalArgumentException(
            "The space has at least %d dimensions; at most %d can be handled."
                .formatted(product, MAX_DIMENSION));
      }
    }
  }

  /**
   * Two-level cells in a row.
   *
   * @param n number of cells, at least 1
   * @return their space, of dimension 2^n
   * @throws IllegalArgumentException if n is below 1 or too large
   */
  public static Space cells(int n) {
    if (n < 1) {
      throw new IllegalArgumentException(
          "A battery needs at least one cell; %d were asked for.".formatted(n));
    }
    if (n > MAX_CELLS) {
      throw new IllegalArgumentException(
          "%d two-level cells have more than %d dimensions; at most %d cells can be handled."
              .formatted(n, 1 << MAX_CELLS, MAX_CELLS));
    }
    return new Space(Collections.nCopies(n, 2));
  }

  /**
   * Number of sites.
   *
   * @return sites
   */
  public int sites() {
    return localDimensions.size();
  }

  /**
   * Dimension of the whole.
   *
   * @return the product of the local dimensions
   */
  public int dimension() {
    int product = 1;
    for (int d : localDimensions) {
      product *= d;
    }
    return product;
  }

  /**
   * Checks that a site exists.
   *
   * @param site site, from 0
   * @return the site
   * @throws IllegalArgumentException if there is no such site
   */
  public int requireSite(int site) {
    if (site < 0 || site >= sites()) {
      throw new IllegalArgumentException(
          "There is no site %d (counted from 0) in a space of %d sites.".formatted(site, sites()));
    }
    return site;
  }
}
