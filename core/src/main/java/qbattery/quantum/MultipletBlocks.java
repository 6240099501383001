package qbattery.quantum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;

/**
 * A state on cells that are alike, cut into blocks of one total spin each.
 *
 * @param groups the basis states of each block
 * @param matrices the density matrix of each, summed over the copies
 */
record MultipletBlocks(BasisGroups groups, List<ComplexMatrix> matrices) {

  /**
   * Cuts groups where they reach over several total spins.
   *
   * @throws NotAStateException if there is coherence between total spins
   */
  static MultipletBlocks of(
      Space space, BasisGroups groups, List<ComplexMatrix> matrices, double tolerance) {
    StateCopies copies = new StateCopies(space);
    List<int[]> members = new ArrayList<>();
    List<ComplexMatrix> cut = new ArrayList<>();
    for (int k = 0; k < groups.count(); k++) {
      int[] whole = groups.members(k);
      Map<Integer, List<Integer>> places = new LinkedHashMap<>();
      for (int a = 0; a < whole.length; a++) {
        places.computeIfAbsent(copies.label(whole[a]), l -> new ArrayList<>()).add(a);
      }
      ComplexMatrix matrix = matrices.get(k);
      if (places.size() == 1) {
        members.add(whole);
        cut.add(matrix);
        continue;
      }
      requireNoneBetween(copies, whole, matrix, tolerance);
      for (List<Integer> own : places.values()) {
        members.add(own.stream().mapToInt(a -> whole[a]).toArray());
        cut.add(
            ComplexMatrix.generate(
                own.size(), own.size(), (i, j) -> matrix.get(own.get(i), own.get(j))));
      }
    }
    return new MultipletBlocks(BasisGroups.ofSome(space.dimension(), members), cut);
  }

  private static void requireNoneBetween(
      StateCopies copies, int[] members, ComplexMatrix matrix, double tolerance) {
    for (int a = 0; a < members.length; a++) {
      for (int b = 0; b < a; b++) {
        if (copies.label(members[a]) != copies.label(members[b])
            && !(matrix.get(a, b).abs() <= tolerance)) {
          throw new NotAStateException(
              "A state of cells that are alike has no coherence between total spins; an element between two is %s."
                  .formatted(matrix.get(a, b)));
        }
      }
    }
  }

  /** The eigenvalues with the copies of their blocks; empty states without a block are added. */
  static Populations populations(Space space, BasisGroups groups, HermitianBlocks blocks) {
    StateCopies copies = new StateCopies(space);
    Map<Integer, BigInteger> known = new HashMap<>();
    List<Populations.Share> shares = new ArrayList<>();
    for (int k = 0; k < groups.count(); k++) {
      int first = groups.members(k)[0];
      BigInteger each = known.computeIfAbsent(copies.label(first), l -> copies.of(first));
      for (double value : blocks.valuesOf(k)) {
        shares.add(new Populations.Share(value, each));
      }
    }
    return new Populations(shares).within(space.states());
  }

  /** Probabilities of product states: those with equal numbers of excited cells are equal. */
  static Populations diagonal(State state) {
    Space space = state.space();
    Map<List<Integer>, Double> together = new LinkedHashMap<>();
    List<int[]> excitations =
        IntStream.range(0, space.sites()).mapToObj(space::excitations).toList();
    for (int i = 0; i < space.dimension(); i++) {
      Integer[] numbers = new Integer[space.sites()];
      int rest = i;
      for (int site = space.sites() - 1; site >= 0; site--) {
        int levels = space.localDimensions().get(site);
        numbers[site] = excitations.get(site)[rest % levels];
        rest /= levels;
      }
      together.merge(List.of(numbers), state.element(i, i).re(), Double::sum);
    }
    List<BigInteger[]> binomials =
        space.spins().stream().map(n -> n > 0 ? Counts.binomials(n) : new BigInteger[0]).toList();
    List<Populations.Share> shares = new ArrayList<>();
    together.forEach(
        (numbers, value) -> {
          BigInteger copies = BigInteger.ONE;
          for (int site = 0; site < space.sites(); site++) {
            if (space.alikeCells(site).isPresent()) {
              copies = copies.multiply(binomials.get(site)[numbers.get(site)]);
            }
          }
          shares.add(new Populations.Share(value, copies));
        });
    return new Populations(shares);
  }

  /** A product of states, block by block. */
  static State product(Space space, List<State> factors) {
    List<int[]> members = List.of(new int[] {0});
    List<ComplexMatrix> matrices = List.of(ComplexMatrix.identity(1));
    double tolerance = 0;
    for (State factor : factors) {
      int d = factor.space().dimension();
      List<int[]> more = new ArrayList<>();
      List<ComplexMatrix> larger = new ArrayList<>();
      for (int k = 0; k < members.size(); k++) {
        for (int l = 0; l < factor.groups().count(); l++) {
          ComplexMatrix block = factor.blocks().blocks().get(l).matrix();
          if (isZero(block)) {
            continue;
          }
          int[] before = members.get(k);
          int[] own = factor.groups().members(l);
          int[] all = new int[before.length * own.length];
          for (int i = 0; i < all.length; i++) {
            all[i] = before[i / own.length] * d + own[i % own.length];
          }
          more.add(all);
          larger.add(matrices.get(k).kron(block));
        }
      }
      members = more;
      matrices = larger;
      tolerance += factor.tolerance();
    }
    return State.ofGroups(
        space, BasisGroups.ofSome(space.dimension(), members), matrices, tolerance);
  }

  private static boolean isZero(ComplexMatrix block) {
    for (int i = 0; i < block.rows(); i++) {
      for (int j = 0; j < block.columns(); j++) {
        if (!block.get(i, j).equals(Complex.ZERO)) {
          return false;
        }
      }
    }
    return true;
  }
}
