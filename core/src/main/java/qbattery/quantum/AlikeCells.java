package qbattery.quantum;

import java.math.BigInteger;
import java.util.List;
import qbattery.linalg.Complex;
import qbattery.linalg.SparseMatrix;

/**
 * N two-level cells that nothing tells apart, as one site: a level |j, m> for each state of each
 * total spin j = N/2, N/2 - 1, ... down to 0 or 1/2.
 *
 * <p>A state that exchange of cells does not change has no coherence between different j, and is
 * the same in all copies of a multiplet. So each multiplet is held once; its elements are what all
 * its copies have together, and the copies are counted where eigenvalues are ({@link
 * State#populations()}). That is (N + 2)^2/4 levels, or a quarter less if N is odd, in place of
 * 2^N. Chase and Geremia, Phys. Rev. A 78, 052101 (2008); Shammah et al., Phys. Rev. A 98, 063815
 * (2018).
 *
 * <p>Levels are in the order of their j, the largest first, and of their m, the highest first: the
 * first N + 1 are the symmetric states, those of a collective spin. The cells may also act one by
 * one, with {@link #each}.
 */
public final class AlikeCells {

  /** An operator of one cell, as multiples of s- = sigma-, s+ = sigma+ and sz = sigma_z/2. */
  public enum OneCell {
    /** sigma-. */
    LOWER(-1, "s-"),
    /** sigma+. */
    RAISE(1, "s+"),
    /** sigma_z/2. */
    PROJECTION(0, "sz");

    private final int raises;
    private final String symbol;

    OneCell(int raises, String symbol) {
      this.raises = raises;
      this.symbol = symbol;
    }
  }

  private final int cells;
  private final List<Multiplet> multiplets;
  private final int[] first;

  /**
   * So many cells.
   *
   * @param cells N, at least 2
   * @throws IllegalArgumentException if there are fewer; one cell is a site of two levels
   */
  public AlikeCells(int cells) {
    if (cells < 2) {
      throw new IllegalArgumentException(
          "Cells that are alike are two or more, not %d; one is a cell.".formatted(cells));
    }
    this.cells = cells;
    this.multiplets = Multiplet.ofSpins(cells);
    this.first = new int[multiplets.size() + 1];
    for (int k = 0; k < multiplets.size(); k++) {
      first[k + 1] = first[k] + multiplets.get(k).levels();
    }
  }

  /**
   * How many levels so many cells have: (N + 2)^2/4, rounded down.
   *
   * @param cells N, at least 2
   * @return the number of pairs j, m
   */
  public static long levels(int cells) {
    return (cells + 2L) * (cells + 2L) / 4;
  }

  /**
   * Number of cells.
   *
   * @return N
   */
  public int cells() {
    return cells;
  }

  /**
   * Number of levels.
   *
   * @return the number of pairs j, m
   */
  public int levels() {
    return first[multiplets.size()];
  }

  /**
   * The multiplets.
   *
   * @return one for each j, the largest first, with its number of copies
   */
  public List<Multiplet> multiplets() {
    return multiplets;
  }

  /**
   * The first level of a multiplet.
   *
   * @param multiplet its place among all, from 0; their number is allowed
   * @return the level, from 0
   */
  public int first(int multiplet) {
    return first[multiplet];
  }

  /**
   * Which multiplet each level belongs to.
   *
   * @return its place among all, from 0, for each level
   */
  public int[] multipletOfLevel() {
    int[] of = new int[levels()];
    for (int k = 0; k < multiplets.size(); k++) {
      for (int level = first[k]; level < first[k + 1]; level++) {
        of[level] = k;
      }
    }
    return of;
  }

  /**
   * How many cells are excited in each level: N/2 + m.
   *
   * @return the number for each level
   */
  public int[] excitations() {
    int[] of = new int[levels()];
    for (int k = 0; k < multiplets.size(); k++) {
      for (int level = first[k]; level < first[k + 1]; level++) {
        of[level] = (cells + multiplets.get(k).twiceJ()) / 2 - (level - first[k]);
      }
    }
    return of;
  }

  /**
   * The sum of an operator of one cell over all cells: J-, J+ or Jz.
   *
   * @param one the operator of one cell
   * @return the collective operator, in all multiplets
   */
  public LocalOperator sum(OneCell one) {
    SparseMatrix.Builder matrix = new SparseMatrix.Builder(levels(), levels());
    for (int k = 0; k < multiplets.size(); k++) {
      addSum(matrix, k, one, 1);
    }
    String name =
        switch (one) {
          case LOWER -> "J-";
          case RAISE -> "J+";
          case PROJECTION -> "Jz";
        };
    return new LocalOperator(name, matrix.build());
  }

  /**
   * The number of excited cells, Jz + N/2.
   *
   * @return the operator
   */
  public LocalOperator number() {
    int[] excitations = excitations();
    SparseMatrix.Builder matrix = new SparseMatrix.Builder(levels(), levels());
    for (int level = 0; level < excitations.length; level++) {
      matrix.add(level, level, excitations[level], 0);
    }
    return new LocalOperator("(Jz + N/2)", matrix.build());
  }

  /**
   * Three jump operators that do together what an operator of one cell does if each cell jumps by
   * itself, {@code sum_k s_k rho s_k^+}: one keeps j, one raises it by 1 and one lowers it. Two
   * operators of one cell have a common rate if each of the three has it.
   *
   * <p>The elements follow from the Wigner-Eckart theorem and the numbers of copies: with k the
   * last cell, which is coupled to the total spin j1 = j +- 1/2 of the others.
   *
   * @param one the operator of one cell
   * @return the jump operators: j stays, j + 1, j - 1
   */
  public List<LocalOperator> each(OneCell one) {
    return List.of(
        stays(one), moves(one, 1, one.symbol + " up"), moves(one, -1, one.symbol + " down"));
  }

  /**
   * Jump operators of lowering with a rate matrix that has one rate on its diagonal and another one
   * elsewhere: {@code own sum_k s_k rho s_k^+ + common J- rho J+}, with the rates in the operators.
   * Within a total spin both lower alike, so that a common rate below zero is one operator too.
   *
   * @param own rate of each cell by itself: that on the diagonal less the other one, 0 or larger
   * @param common rate of all together
   * @return the jump operators: j stays, j + 1, j - 1, each at rate 1
   */
  public List<LocalOperator> eachAndTogether(double own, double common) {
    double root = StrictMath.sqrt(own);
    return List.of(
        stays(OneCell.LOWER, own, common),
        scaled(moves(OneCell.LOWER, 1, "s- up"), root),
        scaled(moves(OneCell.LOWER, -1, "s- down"), root));
  }

  private static LocalOperator scaled(LocalOperator local, double factor) {
    return new LocalOperator(local.name(), local.elements().times(Complex.real(factor)));
  }

  private LocalOperator stays(OneCell one) {
    return stays(one, 1, 0);
  }

  private LocalOperator stays(OneCell one, double own, double common) {
    SparseMatrix.Builder matrix = new SparseMatrix.Builder(levels(), levels());
    for (int k = 0; k < multiplets.size(); k++) {
      double j = 0.5 * multiplets.get(k).twiceJ();
      if (j > 0) {
        double square = own * (0.5 * cells + 1) / (2 * j * (j + 1)) + common;
        addSum(matrix, k, one, StrictMath.sqrt(StrictMath.max(0, square)));
      }
    }
    return new LocalOperator(one.symbol + " level", matrix.build());
  }

  private void addSum(SparseMatrix.Builder matrix, int multiplet, OneCell one, double factor) {
    int twiceJ = multiplets.get(multiplet).twiceJ();
    for (int i = 0; i <= twiceJ; i++) {
      int to = i - one.raises;
      if (to >= 0 && to <= twiceJ) {
        int twiceM = twiceJ - 2 * i;
        double element =
            switch (one) {
              case LOWER -> StrictMath.sqrt(SpinOperators.lowering(twiceJ, twiceM));
              case RAISE -> StrictMath.sqrt(SpinOperators.lowering(twiceJ, twiceM + 2));
              case PROJECTION -> 0.5 * twiceM;
            };
        matrix.add(first[multiplet] + to, first[multiplet] + i, factor * element, 0);
      }
    }
  }

  /** From j to j + change; change is 1 or -1. */
  private LocalOperator moves(OneCell one, int change, String name) {
    SparseMatrix.Builder matrix = new SparseMatrix.Builder(levels(), levels());
    for (int k = 0; k < multiplets.size(); k++) {
      int target = k - change;
      if (target < 0 || target >= multiplets.size()) {
        continue;
      }
      int twiceJ = multiplets.get(k).twiceJ();
      double j = 0.5 * twiceJ;
      double copies =
          change > 0
              ? (0.5 * cells - j) / (2 * (j + 1) * (2 * j + 1))
              : (0.5 * cells + j + 1) / (2 * j * (2 * j + 1));
      for (int i = 0; i <= twiceJ; i++) {
        double m = j - i;
        int to = i + change - one.raises; // the target's levels begin at m = j + change
        if (to >= 0 && to <= twiceJ + 2 * change) {
          double element = change > 0 ? up(one, j, m) : down(one, j, m);
          matrix.add(first[target] + to, first[k] + i, StrictMath.sqrt(copies) * element, 0);
        }
      }
    }
    return new LocalOperator(name, matrix.build());
  }

  /** Clebsch-Gordan coefficients to j + 1, without what they have in common. */
  private static double up(OneCell one, double j, double m) {
    return switch (one) {
      case LOWER -> StrictMath.sqrt((j - m + 1) * (j - m + 2));
      case RAISE -> -StrictMath.sqrt((j + m + 1) * (j + m + 2));
      case PROJECTION -> StrictMath.sqrt((j - m + 1) * (j + m + 1));
    };
  }

  /** Clebsch-Gordan coefficients to j - 1, without what they have in common. */
  private static double down(OneCell one, double j, double m) {
    return switch (one) {
      case LOWER -> StrictMath.sqrt((j + m) * (j + m - 1));
      case RAISE -> -StrictMath.sqrt((j - m) * (j - m - 1));
      case PROJECTION -> -StrictMath.sqrt((j + m) * (j - m));
    };
  }

  /**
   * Number of copies of the multiplet of each level.
   *
   * @return the copies for each level
   */
  BigInteger[] copies() {
    BigInteger[] of = new BigInteger[levels()];
    int[] multiplet = multipletOfLevel();
    for (int level = 0; level < of.length; level++) {
      of[level] = multiplets.get(multiplet[level]).multiplicity();
    }
    return of;
  }
}
