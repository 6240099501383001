package qbattery.model;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/**
 * How many excitations a battery can ever have: those that its start has at most, if the
 * Hamiltonian and the drives keep their number and no jump raises it. A mode with more levels than
 * that is not cut off at all.
 */
public final class MostExcitations {

  private MostExcitations() {}

  /**
   * The largest number.
   *
   * @param battery the battery
   * @param start its start
   * @return the number; nothing if it can grow, or if the start is not one of cells, spins and
   *     numbers of quanta
   */
  public static OptionalInt of(Battery battery, InitialState start) {
    Space space = battery.space();
    boolean kept =
        Stream.concat(
                Stream.of(battery.storage(), battery.interaction()),
                battery.drives().stream().map(Drive::operator))
            .flatMap(operator -> operator.terms().stream())
            .allMatch(term -> change(space, term, true) == 0 && change(space, term, false) == 0);
    boolean raised =
        battery.channels().stream()
            .flatMap(channel -> channel.jumps().stream())
            .map(Operator::terms)
            .flatMap(List::stream)
            .anyMatch(term -> change(space, term, true) > 0);
    return kept && !raised ? most(battery, start) : OptionalInt.empty();
  }

  /** By how much a term changes the number at most, or at least. */
  private static int change(Space space, Operator.Term term, boolean most) {
    int sum = 0;
    for (var factor : term.factors().entrySet()) {
      int[] extremes = extremes(space.excitations(factor.getKey()), factor.getValue());
      sum += extremes[most ? 1 : 0];
    }
    return sum;
  }

  private static int[] extremes(int[] excitations, LocalOperator local) {
    int[] found = {Integer.MAX_VALUE, Integer.MIN_VALUE};
    local
        .elements()
        .forEach(
            (row, column, re, im) -> {
              int change = excitations[row] - excitations[column];
              found[0] = StrictMath.min(found[0], change);
              found[1] = StrictMath.max(found[1], change);
            });
    return found[0] > found[1] ? new int[] {0, 0} : found;
  }

  private static OptionalInt most(Battery battery, InitialState start) {
    Space space = battery.space();
    if (start instanceof InitialState.Ground) {
      return OptionalInt.of(0);
    }
    if (!(start instanceof InitialState.Sites sites) || sites.sites().size() != space.sites()) {
      return OptionalInt.empty();
    }
    int sum = 0;
    for (int k = 0; k < space.sites(); k++) {
      Space site = space.part(List.of(k));
      SiteState state = sites.sites().get(k);
      if (!isTheSameWithMoreLevels(state, site)) {
        return OptionalInt.empty();
      }
      sum += most(state.on(site));
    }
    return OptionalInt.of(sum);
  }

  /** A coherent or thermal state of a mode has a share in all levels that there are. */
  private static boolean isTheSameWithMoreLevels(SiteState state, Space site) {
    boolean cells = site.hasSpins() || site.dimension() == 2;
    return cells || state instanceof SiteState.Lowest || state instanceof SiteState.Excitations;
  }

  private static int most(State state) {
    BasisGroups excitations = BasisGroups.byExcitations(state.space());
    int most = 0;
    for (int i = 0; i < state.space().dimension(); i++) {
      if (state.element(i, i).re() != 0) {
        most = StrictMath.max(most, excitations.groupOf(i));
      }
    }
    return most;
  }
}
