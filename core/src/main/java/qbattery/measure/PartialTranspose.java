package qbattery.measure;

import java.util.ArrayList;
import java.util.List;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.DisjointSets;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/**
 * The partial transpose of a matrix in blocks, in blocks again.
 *
 * <p>An element between i and j of a group moves to where the transposed sites of i and j have
 * changed places. Basis states that such elements join form a block. If the groups have constant
 * numbers of excitations, the blocks have constant differences of numbers between the two sides.
 */
final class PartialTranspose {

  private final BasisGroups groups;
  private final int[] part;
  private final BasisGroups blocks;

  private PartialTranspose(BasisGroups groups, int[] part, BasisGroups blocks) {
    this.groups = groups;
    this.part = part;
    this.blocks = blocks;
  }

  /**
   * The pattern of the partial transpose of a state.
   *
   * @param state the state
   * @param sites the transposed sites, from 0
   * @return where elements go
   */
  static PartialTranspose of(State state, int... sites) {
    int[] part = partOf(state.space(), sites);
    DisjointSets joined = new DisjointSets(part.length);
    BasisGroups groups = state.groups();
    for (int k = 0; k < groups.count(); k++) {
      int[] members = groups.members(k);
      for (int a = 0; a < members.length; a++) {
        for (int b = 0; b < a; b++) {
          int change = part[members[a]] - part[members[b]];
          joined.join(members[a] - change, members[b] + change);
        }
      }
    }
    return new PartialTranspose(groups, part, BasisGroups.ofSome(part.length, joined.members()));
  }

  /** What the transposed sites contribute to the number of each basis state. */
  private static int[] partOf(Space space, int... sites) {
    boolean[] transposed = new boolean[space.sites()];
    for (int site : sites) {
      transposed[space.requireSite(site)] = true;
    }
    int[] part = new int[space.dimension()];
    int scale = 1;
    for (int site = space.sites() - 1; site >= 0; site--) {
      int d = space.localDimensions().get(site);
      for (int i = 0; i < part.length && transposed[site]; i++) {
        part[i] += i / scale % d * scale;
      }
      scale *= d;
    }
    return part;
  }

  /**
   * The partial transpose.
   *
   * @param matrices one Hermitian matrix for each block of the state
   * @return the blocks of the partial transpose
   */
  List<ComplexMatrix> apply(List<ComplexMatrix> matrices) {
    List<double[]> elements = new ArrayList<>();
    for (int k = 0; k < blocks.count(); k++) {
      elements.add(new double[2 * blocks.size(k) * blocks.size(k)]);
    }
    for (int k = 0; k < groups.count(); k++) {
      int[] members = groups.members(k);
      ComplexMatrix matrix = matrices.get(k);
      for (int a = 0; a < members.length; a++) {
        for (int b = 0; b < members.length; b++) {
          int change = part[members[a]] - part[members[b]];
          int row = members[a] - change;
          int to = blocks.groupOf(row);
          int at =
              2 * (blocks.placeOf(row) * blocks.size(to) + blocks.placeOf(members[b] + change));
          elements.get(to)[at] = matrix.re(a, b);
          elements.get(to)[at + 1] = matrix.im(a, b);
        }
      }
    }
    List<ComplexMatrix> transposed = new ArrayList<>();
    for (int k = 0; k < blocks.count(); k++) {
      transposed.add(ComplexMatrix.ofInterleaved(blocks.size(k), blocks.size(k), elements.get(k)));
    }
    return transposed;
  }
}
