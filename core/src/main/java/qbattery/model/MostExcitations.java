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

  /** Starts on so many levels are looked at as a whole; larger ones site by site only. */
  private static final int SMALL = 4096;

  private MostExcitations() {}

  /**
   * The largest number.
   *
   * @param battery the battery
   * @param start its start
   * @return the number; nothing if it can grow, or the start is too large to tell
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
    if (start instanceof InitialState.Sites sites && sites.sites().size() == space.sites()) {
      int sum = 0;
      for (int site = 0; site < space.sites(); site++) {
        sum += most(sites.sites().get(site).on(space.part(List.of(site))));
      }
      return OptionalInt.of(sum);
    }
    return space.dimension() <= SMALL
        ? OptionalInt.of(most(start.of(battery)))
        : OptionalInt.empty();
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
