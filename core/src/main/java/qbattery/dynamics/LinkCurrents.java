package qbattery.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qbattery.linalg.SparseMatrix;
import qbattery.model.Battery;
import qbattery.quantum.Operator;
import qbattery.quantum.State;

/**
 * The currents of excitations between the cells of a battery, along the links that its Hamiltonian
 * makes, ready to be read off any state.
 *
 * <p>All terms of the Hamiltonian that act on the same two sites a and b make up a link H_ab. What
 * it brings to b is {@code i [H_ab, N_b]}, what it brings to a is {@code i [H_ab, N_a]}; where H_ab
 * conserves the number of excitations one is the negative of the other, and is the current. For
 * {@code J (sigma_a^- sigma_b^+ + h.c.)} it is {@code i J <sigma_a^+ sigma_b^- - sigma_a^-
 * sigma_b^+>}. With it the number of excitations of a cell obeys a continuity equation: its rate is
 * what comes in over the links and from the contacts.
 */
public final class LinkCurrents {

  /**
   * The current along a link.
   *
   * @param from a site, from 0
   * @param to a later site
   * @param excitations that go from the one to the other in a unit of time; negative the other way
   */
  public record LinkCurrent(int from, int to, double excitations) {}

  private record Link(int from, int to, SparseMatrix current) {}

  private final List<Link> links;

  private LinkCurrents(List<Link> links) {
    this.links = links;
  }

  /**
   * The links of a battery.
   *
   * @param battery the battery
   * @return its links along which excitations can move, by sites in ascending order
   * @throws IllegalArgumentException if a term acts on more than two sites, or a link makes
   *     excitations, so that what leaves one cell is not what comes to another
   */
  public static LinkCurrents of(Battery battery) {
    Map<List<Integer>, List<Operator.Term>> bySites = new TreeMap<>(LinkCurrents::compare);
    for (Operator part : List.of(battery.storage(), battery.interaction())) {
      for (Operator.Term term : part.terms()) {
        bySites
            .computeIfAbsent(List.copyOf(term.factors().keySet()), s -> new ArrayList<>())
            .add(term);
      }
    }
    List<Link> links = new ArrayList<>();
    bySites.forEach((sites, terms) -> add(battery, sites, terms, links));
    return new LinkCurrents(links);
  }

  /**
   * The currents in a state.
   *
   * @param state a state of the battery
   * @return the current along each link
   * @throws IllegalArgumentException if the state lives on a space of another dimension
   */
  public List<LinkCurrent> at(State state) {
    return links.stream()
        .map(l -> new LinkCurrent(l.from(), l.to(), state.expectation(l.current())))
        .toList();
  }

  private static void add(
      Battery battery, List<Integer> sites, List<Operator.Term> terms, List<Link> into) {
    Operator part = new Operator(battery.space(), terms);
    List<Operator> gains =
        sites.stream()
            .map(k -> HeisenbergRate.ofHamiltonian(part, Currents.number(battery.space(), k)))
            .toList();
    double size = part.sparse().maxAbs();
    if (gains.stream().allMatch(g -> g.sparse().maxAbs() <= ROUNDING * size)) {
      return; // it moves nothing
    }
    Operator made = gains.stream().reduce(Operator.zero(battery.space()), Operator::plus);
    if (sites.size() != 2 || made.sparse().maxAbs() > ROUNDING * size) {
      throw new IllegalArgumentException(
          "The Hamiltonian of '%s' has terms on the sites %s (counted from 0) that %s, so there is no current from cell to cell."
              .formatted(
                  battery.name(),
                  sites,
                  sites.size() > 2
                      ? "move excitations between more than two cells"
                      : "make excitations or take them away"));
    }
    into.add(new Link(sites.get(0), sites.get(1), gains.get(1).sparse()));
  }

  /** What is left of a commutator that vanishes, relative to the largest element of H. */
  private static final double ROUNDING = 1e-12;

  private static int compare(List<Integer> a, List<Integer> b) {
    for (int k = 0; k < StrictMath.min(a.size(), b.size()); k++) {
      int order = Integer.compare(a.get(k), b.get(k));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }
}
