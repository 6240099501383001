package qbattery.quantum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A real spectrum: eigenvalues in ascending order, each with the number of times it occurs.
 *
 * <p>This is all that ergotropy, entropy and purity need of a state. Equal values may be listed
 * more than once; nothing depends on how they are grouped.
 *
 * @param levels the eigenvalues with their multiplicities, ascending
 */
public record Spectrum(List<Level> levels) {

  /**
   * An eigenvalue that occurs a number of times.
   *
   * @param value the eigenvalue
   * @param multiplicity how often it occurs, at least 1
   */
  public record Level(double value, BigInteger multiplicity) {

    /**
     * An eigenvalue that occurs a number of times that a long can hold.
     *
     * @param value the eigenvalue
     * @param multiplicity how often it occurs, at least 1
     * @throws IllegalArgumentException as above
     */
    public Level(double value, long multiplicity) {
      this(value, BigInteger.valueOf(multiplicity));
    }

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if the value is not finite or the multiplicity below 1
     */
    public Level {
      if (!Double.isFinite(value) || multiplicity.signum() < 1) {
        throw new IllegalArgumentException(
            "A level needs a finite value and a multiplicity of at least 1, not %s and %s."
                .formatted(value, multiplicity));
      }
    }
  }

  /** Sorts the levels. */
  public Spectrum {
    List<Level> sorted = new ArrayList<>(levels);
    sorted.sort(Comparator.comparingDouble(Level::value));
    levels = List.copyOf(sorted);
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("A spectrum needs at least one level.");
    }
  }

  /**
   * A spectrum of values that occur once each.
   *
   * @param values the eigenvalues, in any order
   * @return the spectrum
   */
  public static Spectrum of(double... values) {
    List<Level> levels = new ArrayList<>(values.length);
    for (double value : values) {
      levels.add(new Level(value, BigInteger.ONE));
    }
    return new Spectrum(levels);
  }

  /**
   * The numbers of excitations of N two-level cells: k occurs C(N, k) times.
   *
   * @param cells N, at least 1
   * @return the values 0, 1, ..., N
   */
  public static Spectrum ofCells(int cells) {
    BigInteger[] row = Counts.binomials(cells);
    List<Level> levels = new ArrayList<>(row.length);
    for (int k = 0; k < row.length; k++) {
      levels.add(new Level(k, row[k]));
    }
    return new Spectrum(levels);
  }

  /**
   * Smallest eigenvalue.
   *
   * @return the minimum
   */
  public double min() {
    return levels.get(0).value();
  }

  /**
   * Largest eigenvalue.
   *
   * @return the maximum
   */
  public double max() {
    return levels.get(levels.size() - 1).value();
  }

  /**
   * Number of eigenvalues, counted with multiplicity.
   *
   * @return the dimension
   */
  public BigInteger dimension() {
    return levels.stream().map(Level::multiplicity).reduce(BigInteger.ZERO, BigInteger::add);
  }
}
