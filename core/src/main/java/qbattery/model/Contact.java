package qbattery.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/**
 * A reservoir in contact with cells, which it takes excitations from and gives excitations to;
 * kamin2023, Eqs. 4-8:
 *
 * <pre>
 * D[rho] = rate emission   sum_ij c_ij (A_i   rho A_j^+ - 1/2 {A_j^+ A_i, rho})
 *        + rate absorption sum_ij c_ij (A_i^+ rho A_j   - 1/2 {A_j A_i^+, rho})
 * </pre>
 *
 * <p>with A_i the lowering operators, and c all ones (one reservoir for all) or the unit matrix
 * (each cell has its own copy). The reservoir's factors are those at the frequency that it is asked
 * at, whatever the spacings of the cells are. hbar = k_B = 1.
 *
 * @param name what the contact is called in reports
 * @param reservoir what sets emission and absorption
 * @param rate coupling rate, not negative: that of emission into the empty reservoir
 * @param lowering a lowering operator for each cell in contact, such as sigma^- or J^-, in the
 *     order of the cells; sites may have any number of levels
 * @param raising the raising operators: the adjoints, except of {@link
 *     qbattery.quantum.AlikeCells#each cells that are alike and jump by themselves}
 * @param sharing whether the cells have one reservoir together
 */
public record Contact(
    String name,
    Reservoir reservoir,
    double rate,
    List<Operator> lowering,
    List<Operator> raising,
    Sharing sharing) {

  /** Who has the reservoir. */
  public enum Sharing {
    /** One reservoir for all cells: what they emit interferes; kamin2023, Eqs. 5-6. */
    COLLECTIVE,
    /** A reservoir for each cell, all alike; kamin2023, Eqs. 7-8. */
    EACH_ITS_OWN
  }

  /**
   * Checks all.
   *
   * @throws IllegalArgumentException if the rate is negative or not finite, there is no lowering
   *     operator, they act on different spaces, or one does not lower
   */
  public Contact {
    lowering = List.copyOf(lowering);
    raising = List.copyOf(raising);
    Channel.requireRate("the contact '%s'".formatted(name), rate);
    if (lowering.isEmpty()) {
      throw new IllegalArgumentException(
          "The contact '%s' touches no cell; it needs at least one.".formatted(name));
    }
    Space space = lowering.get(0).space();
    if (raising.size() != lowering.size()) {
      throw new IllegalArgumentException(
          "The contact '%s' has %d lowering and %d raising operators; it needs as many."
              .formatted(name, lowering.size(), raising.size()));
    }
    if (Stream.concat(lowering.stream(), raising.stream())
        .anyMatch(a -> !a.space().equals(space))) {
      throw new IllegalArgumentException(
          "The lowering operators of the contact '%s' act on different spaces.".formatted(name));
    }
    requireLowering(name, lowering);
  }

  /**
   * A contact whose raising operators are the adjoints of its lowering ones.
   *
   * @param name what the contact is called in reports
   * @param reservoir what sets emission and absorption
   * @param rate coupling rate, not negative
   * @param lowering a lowering operator for each cell in contact
   * @param sharing whether the cells have one reservoir together
   * @throws IllegalArgumentException as above
   */
  public Contact(
      String name, Reservoir reservoir, double rate, List<Operator> lowering, Sharing sharing) {
    this(
        name,
        reservoir,
        rate,
        lowering,
        lowering.stream().map(Operator::adjoint).toList(),
        sharing);
  }

  /**
   * One reservoir with some two-level cells.
   *
   * @param name what the contact is called
   * @param reservoir the reservoir
   * @param rate coupling rate, not negative
   * @param space the space of all cells
   * @param sharing whether the cells have it together
   * @param cells the cells in contact, from 0, each once
   * @return the contact
   * @throws IllegalArgumentException as the constructor, or if a cell does not exist, is named
   *     twice or has another number of levels than two
   */
  public static Contact ofCells(
      String name, Reservoir reservoir, double rate, Space space, Sharing sharing, int... cells) {
    if (Arrays.stream(cells).distinct().count() < cells.length) {
      throw new IllegalArgumentException(
          "The contact '%s' names a cell twice, in %s (counted from 0); each may be named once."
              .formatted(name, Arrays.toString(cells)));
    }
    List<Operator> lowering =
        Arrays.stream(cells)
            .mapToObj(cell -> Operator.on(space, cell, LocalOperator.LOWER))
            .toList();
    return new Contact(name, reservoir, rate, lowering, sharing);
  }

  /**
   * One reservoir for all two-level cells together; kamin2023, Eqs. 5-6.
   *
   * @param space the cells
   * @param rate coupling rate, not negative
   * @param reservoir the reservoir
   * @return the contact, named "common reservoir"
   * @throws IllegalArgumentException as {@link #ofCells}
   */
  public static Contact common(Space space, double rate, Reservoir reservoir) {
    int[] all = IntStream.range(0, space.sites()).toArray();
    return ofCells("common reservoir", reservoir, rate, space, Sharing.COLLECTIVE, all);
  }

  /**
   * For each two-level cell a reservoir with parameters of its own; kamin2023, Eqs. 7-8.
   *
   * @param space the cells
   * @param rates coupling rate of each cell, not negative
   * @param reservoirs the reservoir of each cell
   * @return a contact for each cell, named "reservoir of cell 1" and so on
   * @throws IllegalArgumentException as {@link #ofCells}, or if there is not one rate and one
   *     reservoir for each cell
   */
  public static List<Contact> oneEach(
      Space space, List<Double> rates, List<? extends Reservoir> reservoirs) {
    int cells = space.sites();
    if (rates.size() != cells || reservoirs.size() != cells) {
      throw new IllegalArgumentException(
          "%d cells need a rate and a reservoir each; there are %d rates and %d reservoirs."
              .formatted(cells, rates.size(), reservoirs.size()));
    }
    return IntStream.range(0, cells)
        .mapToObj(
            k ->
                ofCells(
                    "reservoir of cell " + (k + 1),
                    reservoirs.get(k),
                    rates.get(k),
                    space,
                    Sharing.EACH_ITS_OWN,
                    k))
        .toList();
  }

  /**
   * What the contact does to the battery.
   *
   * @return emission and absorption, each where its rate is above 0, called after the contact
   */
  public List<Channel> channels() {
    return IntStream.range(0, 2)
        .mapToObj(
            k ->
                k == 0
                    ? channel("emission", lowering, reservoir.emission())
                    : channel("absorption", raising, reservoir.absorption()))
        .filter(channel -> channel.rates().maxAbs() > 0)
        .toList();
  }

  /**
   * The channels of several contacts.
   *
   * @param contacts the contacts
   * @return all their channels, in the order of the contacts
   */
  public static List<Channel> channels(List<Contact> contacts) {
    return contacts.stream().flatMap(contact -> contact.channels().stream()).toList();
  }

  /**
   * The space the cells are part of.
   *
   * @return the space
   */
  public Space space() {
    return lowering.get(0).space();
  }

  /**
   * The sites in contact.
   *
   * @return sites that a lowering operator acts on, from 0, ascending
   */
  public List<Integer> sites() {
    return lowering.stream()
        .flatMap(a -> a.terms().stream())
        .flatMap(term -> term.factors().keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private Channel channel(String what, List<Operator> jumps, double factor) {
    int m = jumps.size();
    double each = rate * factor;
    ComplexMatrix rates =
        ComplexMatrix.generate(
            m,
            m,
            (i, j) -> i == j || sharing == Sharing.COLLECTIVE ? Complex.real(each) : Complex.ZERO);
    return new Channel(name + ": " + what, jumps, rates);
  }

  /** A raising operator here would take emission for absorption without a word. */
  private static void requireLowering(String name, List<Operator> lowering) {
    BasisGroups excitations = BasisGroups.byExcitations(lowering.get(0).space());
    for (Operator a : lowering) {
      a.sparse()
          .forEach(
              (row, column, re, im) -> {
                if ((re != 0 || im != 0)
                    && excitations.groupOf(row) >= excitations.groupOf(column)) {
                  throw new IllegalArgumentException(
                      "The operator %s of the contact '%s' does not lower the number of excitations; give the lowering operator, such as sigma-."
                          .formatted(a, name));
                }
              });
    }
  }
}
