package qbattery.quantum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The Hilbert space of a row of sites, each with a dimension of its own.
 *
 * <p>Basis states are numbered with the first site's index varying slowest. A two-level cell counts
 * its excited state |e> as 0 and its ground state |g> as 1.
 *
 * <p>A site may be a collective spin: its N + 1 levels are the states of N two-level cells that are
 * symmetric under exchange of the cells. Or it may be {@link AlikeCells}: its levels are those of
 * all total spins of the cells, each held once. The cells have 2^N states in both cases, which
 * {@link #states()} counts; the others are never made.
 *
 * @param localDimensions dimension of each site, at least 1; the singlet of a collective spin has
 *     one level
 * @param spins of how many cells, 2 or more, a site is a collective spin or holds all total spins;
 *     0 for a site whose levels are all its states
 */
public record Space(List<Integer> localDimensions, List<Integer> spins) {

  /** Largest total dimension; beyond it, not even lists of basis states are handy. */
  public static final int MAX_DIMENSION = 1 << 20;

  /** Bytes that an evolution takes for each population: some thirty vectors of complex numbers. */
  private static final long EVOLUTION_BYTES = 30 * 16;

  /** Most two-level cells: with more, not even one state's matrix could be addressed. */
  public static final int MAX_CELLS = 14;

  /**
   * Checks the dimensions.
   *
   * @throws IllegalArgumentException if there is no site, a dimension is below 1, the product is
   *     above {@link #MAX_DIMENSION}, or N cells do not have N + 1 levels
   */
  public Space {
    localDimensions = List.copyOf(localDimensions);
    spins = spins.stream().map(n -> n == 1 ? Integer.valueOf(0) : n).toList();
    if (spins.size() != localDimensions.size()) {
      throw new IllegalArgumentException(
          "%d sites cannot be %d spins or none; say of each site of how many cells it is, or 0."
              .formatted(localDimensions.size(), spins.size()));
    }
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
      int n = spins.get(k);
      if (n != 0
          && localDimensions.get(k) != n + 1
          && localDimensions.get(k) != AlikeCells.levels(n)) {
        throw new IllegalArgumentException(
            "%d cells have %d symmetric states, and %d levels in all total spins; site %d has %d levels."
                .formatted(n, n + 1, AlikeCells.levels(n), k + 1, localDimensions.get(k)));
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
   * Sites whose levels are all their states.
   *
   * @param localDimensions dimension of each site, at least 1
   * @throws IllegalArgumentException as above
   */
  public Space(List<Integer> localDimensions) {
    this(localDimensions, Collections.nCopies(localDimensions.size(), 0));
  }

  /**
   * Collective spins in a row, each of some cells in their symmetric states.
   *
   * @param cells number of cells of each, at least 1
   * @return their space, of N + 1 levels each
   * @throws IllegalArgumentException as above
   */
  public static Space collective(int... cells) {
    List<Integer> spins = IntStream.of(cells).boxed().toList();
    return new Space(spins.stream().map(n -> n + 1).toList(), spins);
  }

  /**
   * Cells that nothing tells apart, as one site.
   *
   * @param cells how many, at least 1; one is a cell
   * @return their space, with a level for each state of each total spin
   * @throws IllegalArgumentException if there is none, or there are so many that the levels are
   *     more than {@link #MAX_DIMENSION}
   */
  public static Space alike(int cells) {
    if (cells < 2) {
      return cells(cells);
    }
    long levels = AlikeCells.levels(cells);
    if (levels > MAX_DIMENSION) {
      throw new IllegalArgumentException(
          "%d cells that are alike have %d levels by their total spins, and at most %d can be handled (some 2000 cells): an evolution of their populations alone would take %d GB of memory."
              .formatted(cells, levels, MAX_DIMENSION, levels * EVOLUTION_BYTES / (1L << 30) + 1));
    }
    return new Space(List.of((int) levels), List.of(cells));
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
   * Spaces side by side.
   *
   * @param spaces the spaces, at least one
   * @return the space of all their sites, in their order
   */
  public static Space joined(List<Space> spaces) {
    List<Integer> levels = new ArrayList<>();
    List<Integer> spins = new ArrayList<>();
    for (Space space : spaces) {
      levels.addAll(space.localDimensions);
      spins.addAll(space.spins);
    }
    return new Space(levels, spins);
  }

  /**
   * The space of some of the sites.
   *
   * @param sites the sites, from 0, in the order that they will have
   * @return their space
   * @throws IllegalArgumentException if there is none, or one does not exist
   */
  public Space part(List<Integer> sites) {
    sites.forEach(this::requireSite);
    return new Space(
        sites.stream().map(localDimensions::get).toList(), sites.stream().map(spins::get).toList());
  }

  /**
   * Whether a site is a collective spin.
   *
   * @return whether there are more states than levels
   */
  public boolean hasSpins() {
    return spins.stream().anyMatch(n -> n > 0);
  }

  /**
   * The cells that a site holds in all their total spins.
   *
   * @param site site, from 0
   * @return the cells; nothing if the site is of another kind
   */
  public Optional<AlikeCells> alikeCells(int site) {
    int n = spins.get(requireSite(site));
    return n > 0 && localDimensions.get(site) != n + 1
        ? Optional.of(new AlikeCells(n))
        : Optional.empty();
  }

  /**
   * Whether a site holds several total spins.
   *
   * @return whether a level may stand for several states
   */
  public boolean hasMultiplets() {
    return IntStream.range(0, sites())
        .anyMatch(k -> spins.get(k) > 0 && localDimensions.get(k) != spins.get(k) + 1);
  }

  /**
   * The total spins of each basis state, as a number: between two of different numbers a state of
   * cells that are alike has no coherence.
   *
   * @return the number of each basis state; 0 for all where no site holds several total spins
   */
  public int[] totalSpins() {
    StateCopies copies = new StateCopies(this);
    int[] labels = new int[dimension()];
    for (int state = 0; state < labels.length; state++) {
      labels[state] = copies.label(state);
    }
    return labels;
  }

  /**
   * How many excitations each level of a site has: levels above the lowest, or cells that are
   * excited.
   *
   * @param site site, from 0
   * @return the number for each level, in the order of the levels
   */
  public int[] excitations(int site) {
    int levels = localDimensions.get(requireSite(site));
    return alikeCells(site)
        .map(AlikeCells::excitations)
        .orElseGet(() -> IntStream.range(0, levels).map(level -> levels - 1 - level).toArray());
  }

  /**
   * How many orthogonal states what the sites stand for has: 2^N for a collective spin of N cells,
   * its levels for any other site.
   *
   * @return the dimension of the Hilbert space
   */
  public BigInteger states() {
    BigInteger product = BigInteger.ONE;
    for (int k = 0; k < localDimensions.size(); k++) {
      product =
          spins.get(k) > 0
              ? product.shiftLeft(spins.get(k))
              : product.multiply(BigInteger.valueOf(localDimensions.get(k)));
    }
    return product;
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
