package qbattery.dynamics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import qbattery.linalg.Complex;
import qbattery.linalg.DisjointSets;
import qbattery.linalg.SparseMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Drift;
import qbattery.model.Drive;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.Operator;
import qbattery.quantum.State;

/**
 * The smallest blocks of a density matrix that an evolution stays in: basis states that the start
 * cannot reach are left out, and between two blocks no coherence is ever made.
 *
 * <p>Two basis states are in one block if the start has coherence between them, if the Hamiltonian,
 * a drive or the loss of a jump leads from one to the other, or if jumps with a common rate lead to
 * them from one block. What a symmetry keeps empty is so left out without the symmetry being known:
 * populations alone where nothing makes coherence, numbers of excitations, parities, total spins.
 */
final class ReachedBlocks {

  /** Two jump operators with a common rate; what they make of one block is coherent. */
  private record Jump(SparseMatrix left, SparseMatrix right, boolean same) {}

  private final int dimension;
  private final List<SparseMatrix> turning; // columns: where a state leads to
  private final List<Jump> jumps;
  private final DisjointSets sets;
  private final boolean[] reached;

  private ReachedBlocks(Battery battery) {
    this.dimension = battery.space().dimension();
    this.sets = new DisjointSets(dimension);
    this.reached = new boolean[dimension];
    this.turning = new ArrayList<>();
    this.jumps = new ArrayList<>();
    for (Channel channel : battery.channels()) {
      List<SparseMatrix> from =
          channel.jumps().stream().map(Operator::sparse).map(SparseMatrix::adjoint).toList();
      for (int i = 0; i < from.size(); i++) {
        for (int j = 0; j < from.size(); j++) {
          Complex rate = channel.rates().get(i, j);
          if (!rate.equals(Complex.ZERO)) {
            jumps.add(new Jump(from.get(i), from.get(j), i == j));
          }
        }
      }
    }
    turning.add(Drift.of(battery).sparse().adjoint());
    for (Drive drive : battery.drives()) {
      turning.add(drive.operator().sparse().adjoint());
    }
  }

  /**
   * The blocks.
   *
   * @param battery the battery
   * @param start its state at the start
   * @return the basis states of each block
   */
  static BasisGroups groups(Battery battery, State start) {
    ReachedBlocks found = new ReachedBlocks(battery);
    found.begin(start);
    found.reach();
    while (found.joinTargets()) {
      // blocks that became one lead to more that is coherent
    }
    return BasisGroups.ofSome(
        found.dimension,
        found.sets.members().stream().filter(set -> found.reached[set[0]]).toList());
  }

  /**
   * The representation in these blocks.
   *
   * @param battery the battery
   * @param start its state at the start
   * @return the representation; nothing if its numbers cannot be addressed
   */
  static Optional<Representation> of(Battery battery, State start) {
    BasisGroups groups = groups(battery, start);
    return numbers(groups) > Integer.MAX_VALUE
        ? Optional.empty()
        : BlockGenerator.of(battery, groups)
            .map(
                generator ->
                    new DensityBlocks(
                        battery.space(), groups, generator, description(battery, groups)));
  }

  /** How many real numbers the blocks hold. */
  static long numbers(BasisGroups groups) {
    long sum = 0;
    for (int k = 0; k < groups.count(); k++) {
      sum += 2L * groups.size(k) * groups.size(k);
    }
    return sum;
  }

  private static String description(Battery battery, BasisGroups groups) {
    int largest = 0;
    long levels = 0;
    for (int k = 0; k < groups.count(); k++) {
      largest = StrictMath.max(largest, groups.size(k));
      levels += groups.size(k);
    }
    String what =
        largest == 1
            ? levels == 1 ? "population of 1 state" : "populations of %d states".formatted(levels)
            : "%d blocks of up to %d states, %d complex elements"
                .formatted(groups.count(), largest, numbers(groups) / 2);
    return "%s, which is what the start can reach%s"
        .formatted(
            what,
            battery.space().hasMultiplets()
                ? ", by total spin of the cells that are alike; one by one there are some 2^%d states"
                    .formatted(battery.space().states().bitLength() - 1)
                : ", in place of %d complex elements"
                    .formatted((long) groups.dimension() * groups.dimension()));
  }

  private void begin(State start) {
    for (int k = 0; k < start.groups().count(); k++) {
      int[] members = start.groups().members(k);
      for (int i : members) {
        for (int j : members) {
          if (!start.element(i, j).equals(Complex.ZERO)) { // rounding may leave a coherence alone
            reached[i] = true;
            reached[j] = true;
            sets.join(i, j);
          }
        }
      }
    }
  }

  /** Everything that is led to, and what is coherent with where it comes from. */
  private void reach() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < dimension; i++) {
      if (reached[i]) {
        open.add(i);
      }
    }
    while (!open.isEmpty()) {
      int from = open.poll();
      for (SparseMatrix operator : turning) {
        operator.forEachInRow(
            from,
            (row, to, re, im) -> {
              sets.join(from, to);
              visit(to, open);
            });
      }
      for (Jump jump : jumps) {
        jump.left.forEachInRow(from, (row, to, re, im) -> visit(to, open));
        jump.right.forEachInRow(from, (row, to, re, im) -> visit(to, open));
      }
    }
  }

  private void visit(int state, Deque<Integer> open) {
    if (!reached[state]) {
      reached[state] = true;
      open.add(state);
    }
  }

  /** Joins what jumps make of each block; whether anything was apart. */
  private boolean joinTargets() {
    boolean changed = false;
    int[] target = new int[dimension];
    for (Jump jump : jumps) {
      Arrays.fill(target, -1);
      for (int from = 0; from < dimension; from++) {
        if (reached[from]) {
          int block = sets.first(from);
          changed |= joinTargets(jump.left, from, block, target);
          if (!jump.same) {
            changed |= joinTargets(jump.right, from, block, target);
          }
        }
      }
    }
    return changed;
  }

  private boolean joinTargets(SparseMatrix from, int state, int block, int[] target) {
    boolean[] changed = new boolean[1];
    from.forEachInRow(
        state,
        (row, to, re, im) -> {
          if (target[block] < 0) {
            target[block] = to;
          } else {
            changed[0] |= sets.join(target[block], to);
          }
        });
    return changed[0];
  }
}
