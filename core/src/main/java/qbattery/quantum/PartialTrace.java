package qbattery.quantum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.DisjointSets;

/** The partial trace: the matrix of some sites, with the others summed over. */
public final class PartialTrace {

  private PartialTrace() {}

  /**
   * The reduced state of some sites, from elements that need not be those of a whole {@link State}:
   * the whole is not diagonalised.
   *
   * @param space the space of all sites
   * @param groups basis states between whose groups all elements are zero; they are not asked for
   * @param elements the elements of the density matrix
   * @param tolerance accepted departure of the whole from a density matrix
   * @param kept the sites that are kept, from 0, ascending
   * @return the state with all other sites traced out
   * @throws IllegalArgumentException if no site is kept, one does not exist, they are not
   *     ascending, or the result is not a state
   */
  public static State state(
      Space space,
      BasisGroups groups,
      ComplexMatrix.Elements elements,
      double tolerance,
      int... kept) {
    Space part = spaceOf(space, kept);
    double summed = (double) space.dimension() / part.dimension(); // so many errors may add up
    return part.hasMultiplets()
        ? inBlocks(space, part, groups, elements, tolerance * summed, kept)
        : State.of(part, of(space, groups, elements, kept), tolerance * summed);
  }

  /** Without a matrix of the whole part: what is coherent with each other is a block. */
  private static State inBlocks(
      Space space,
      Space part,
      BasisGroups groups,
      ComplexMatrix.Elements elements,
      double tolerance,
      int... kept) {
    int[] keptPart = new int[space.dimension()];
    int[] tracedPart = new int[space.dimension()];
    split(space, kept, keptPart, tracedPart);
    DisjointSets coherent = new DisjointSets(part.dimension());
    boolean[] there = new boolean[part.dimension()];
    for (int k = 0; k < groups.count(); k++) {
      int[] members = groups.members(k);
      for (int i : members) {
        there[keptPart[i]] = true;
        for (int j : members) {
          if (tracedPart[i] == tracedPart[j]) {
            coherent.join(keptPart[i], keptPart[j]);
          }
        }
      }
    }
    BasisGroups cut =
        BasisGroups.ofSome(
            part.dimension(), coherent.members().stream().filter(set -> there[set[0]]).toList());
    List<double[]> sums = new ArrayList<>();
    for (int k = 0; k < cut.count(); k++) {
      sums.add(new double[2 * cut.size(k) * cut.size(k)]);
    }
    for (int k = 0; k < groups.count(); k++) {
      int[] members = groups.members(k);
      for (int i : members) {
        int to = cut.groupOf(keptPart[i]);
        double[] sum = sums.get(to);
        for (int j : members) {
          if (tracedPart[i] == tracedPart[j]) {
            int p = 2 * (cut.placeOf(keptPart[i]) * cut.size(to) + cut.placeOf(keptPart[j]));
            Complex element = elements.at(i, j);
            sum[p] += element.re();
            sum[p + 1] += element.im();
          }
        }
      }
    }
    List<ComplexMatrix> matrices =
        IntStream.range(0, cut.count())
            .mapToObj(k -> ComplexMatrix.ofInterleaved(cut.size(k), cut.size(k), sums.get(k)))
            .toList();
    return State.ofGroups(part, cut, matrices, tolerance);
  }

  static Space spaceOf(Space space, int... kept) {
    if (kept.length == 0) {
      throw new IllegalArgumentException("A reduced state must keep at least one site.");
    }
    for (int k = 0; k < kept.length; k++) {
      if (k > 0 && kept[k] <= kept[k - 1]) {
        throw new IllegalArgumentException(
            "The sites of a reduced state must ascend; %d follows %d."
                .formatted(kept[k], kept[k - 1]));
      }
    }
    return space.part(Arrays.stream(kept).boxed().toList());
  }

  /**
   * The partial trace of a matrix that need not be a state, such as the derivative of one.
   *
   * @param space the space of all sites
   * @param groups basis states between whose groups all elements are zero; they are not asked for
   * @param elements the elements of the matrix
   * @param kept the sites that are kept, from 0, ascending
   * @return the matrix with all other sites traced out
   * @throws IllegalArgumentException if no site is kept, one does not exist, or they are not
   *     ascending
   */
  public static ComplexMatrix of(
      Space space, BasisGroups groups, ComplexMatrix.Elements elements, int... kept) {
    int small = spaceOf(space, kept).dimension();
    int whole = space.dimension();
    int[] keptPart = new int[whole];
    int[] tracedPart = new int[whole];
    split(space, kept, keptPart, tracedPart);
    List<int[]> members = IntStream.range(0, groups.count()).mapToObj(groups::members).toList();
    double[] sum = new double[2 * small * small];
    for (int i = 0; i < whole; i++) {
      if (groups.groupOf(i) == BasisGroups.ABSENT) {
        continue;
      }
      for (int j : members.get(groups.groupOf(i))) { // what lies between groups is zero
        if (tracedPart[i] == tracedPart[j]) {
          int p = 2 * (keptPart[i] * small + keptPart[j]);
          Complex element = elements.at(i, j);
          sum[p] += element.re();
          sum[p + 1] += element.im();
        }
      }
    }
    return ComplexMatrix.ofInterleaved(small, small, sum);
  }

  /** Of {@code |psi><psi|}: with psi as a matrix M of kept rows and traced columns, M M^+. */
  static ComplexMatrix ofVector(Space space, double[] amplitudes, int... kept) {
    int small = spaceOf(space, kept).dimension();
    int whole = space.dimension();
    int others = whole / small;
    int[] keptPart = new int[whole];
    int[] tracedPart = new int[whole];
    split(space, kept, keptPart, tracedPart);
    double[] m = new double[2 * whole];
    for (int i = 0; i < whole; i++) {
      int at = 2 * (keptPart[i] * others + tracedPart[i]);
      m[at] = amplitudes[2 * i];
      m[at + 1] = amplitudes[2 * i + 1];
    }
    ComplexMatrix rows = ComplexMatrix.ofInterleaved(small, others, m);
    return rows.times(rows.adjoint());
  }

  /** Splits each basis number into the number of its kept sites and that of the others. */
  private static void split(Space space, int[] kept, int[] keptPart, int[] tracedPart) {
    for (int state = 0; state < keptPart.length; state++) {
      int rest = state;
      int keptScale = 1;
      int tracedScale = 1;
      int next = kept.length - 1;
      for (int site = space.sites() - 1; site >= 0; site--) {
        int d = space.localDimensions().get(site);
        int digit = rest % d;
        rest /= d;
        if (next >= 0 && kept[next] == site) {
          keptPart[state] += digit * keptScale;
          keptScale *= d;
          next--;
        } else {
          tracedPart[state] += digit * tracedScale;
          tracedScale *= d;
        }
      }
    }
  }
}
