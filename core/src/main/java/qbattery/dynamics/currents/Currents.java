package qbattery.dynamics.currents;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import qbattery.linalg.SparseMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Contact;
import qbattery.quantum.AlikeCells;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.SpinOperators;
import qbattery.quantum.State;

/**
 * The currents of energy and excitations from reservoirs into a battery, prepared to be evaluated
 * in any of its states.
 *
 * <p>A current is the expectation value of the contact's adjoint dissipator on a quantity, {@code
 * tr(D[rho] Q) = tr(rho D^+(Q))}: nothing is differentiated in time. For a contact of one cell it
 * is the current into that cell; for a collective one the total over its cells.
 */
public final class Currents {

  /** One channel's operators D^+(H), D^+(H0) and D^+(N). */
  private record Meter(SparseMatrix energy, SparseMatrix stored, SparseMatrix particles) {}

  /** What belongs together under one name. */
  private record Line(String name, double chemicalPotential, List<Meter> meters) {}

  /** Collects the largest moduli of one-way currents. */
  private static final class Largest {
    double energy;
    double stored;
    double particles;
  }

  private final List<Line> contacts;
  private final Line others;
  private final SparseMatrix storedFromInteraction;
  private final SparseMatrix created;

  private Currents(
      List<Line> contacts, Line others, SparseMatrix storedFromInteraction, SparseMatrix created) {
    this.contacts = contacts;
    this.others = others;
    this.storedFromInteraction = storedFromInteraction;
    this.created = created;
  }

  /**
   * The currents of a battery.
   *
   * @param battery the battery, not in a rotating frame, which would be taken for its energy
   * @param contacts what it is in contact with; their channels must be among the battery's
   * @return its currents
   * @throws IllegalArgumentException if a channel of a contact is not one of the battery's, or the
   *     battery is driven
   */
  public static Currents of(Battery battery, List<Contact> contacts) {
    if (!battery.drives().isEmpty()) {
      throw new IllegalArgumentException(
          "The battery '%s' is driven by '%s', which does work of its own; the balance of currents is that of a battery without drives."
              .formatted(battery.name(), battery.drives().get(0).name()));
    }
    Operator number = number(battery.space());
    Operator hamiltonian = battery.storage().plus(battery.interaction());
    List<Channel> rest = new ArrayList<>(battery.channels());
    List<Line> lines = new ArrayList<>();
    for (Contact contact : contacts) {
      List<Meter> meters = new ArrayList<>();
      for (Channel channel : contact.channels()) {
        if (!rest.remove(channel)) {
          throw new IllegalArgumentException(
              "The channel '%s' of the contact '%s' is not one of the battery '%s'; build the battery with the channels of all its contacts, and name each contact once."
                  .formatted(channel.name(), contact.name(), battery.name()));
        }
        meters.add(meter(channel, hamiltonian, battery.storage(), number));
      }
      lines.add(new Line(contact.name(), contact.reservoir().chemicalPotential(), meters));
    }
    List<Meter> others =
        rest.stream().map(c -> meter(c, hamiltonian, battery.storage(), number)).toList();
    return new Currents(
        lines,
        new Line("other channels", 0, others),
        EnergyFlow.fromInteraction(battery).sparse(),
        HeisenbergRate.ofHamiltonian(hamiltonian, number).sparse());
  }

  /**
   * The number of excitations: levels above the lowest, of cells that are alike those that are
   * excited, added up over all sites.
   *
   * @param space the space
   * @return N, diagonal
   */
  public static Operator number(Space space) {
    return new Operator(
        space,
        IntStream.range(0, space.sites())
            .boxed()
            .flatMap(site -> number(space, site).terms().stream())
            .toList());
  }

  /** The excitations of one site. */
  static Operator number(Space space, int site) {
    int levels = space.localDimensions().get(space.requireSite(site));
    return Operator.on(
        space,
        site,
        space
            .alikeCells(site)
            .map(AlikeCells::number)
            .orElseGet(() -> SpinOperators.excitations(levels - 1)));
  }

  /**
   * The currents in a state.
   *
   * @param state a state of the battery
   * @return each contact's currents, and how they balance
   * @throws IllegalArgumentException if the state lives on a space of another dimension
   */
  public CurrentBalance at(State state) {
    Largest largest = new Largest();
    List<ContactCurrent> each = contacts.stream().map(c -> read(c, state, largest)).toList();
    ContactCurrent rest = read(others, state, largest);
    double exchanged = state.expectation(storedFromInteraction);
    double made = state.expectation(created);
    return new CurrentBalance(
        each,
        rest,
        exchanged,
        made,
        largest.energy,
        StrictMath.max(largest.stored, StrictMath.abs(exchanged)),
        StrictMath.max(largest.particles, StrictMath.abs(made)));
  }

  private static Meter meter(
      Channel channel, Operator hamiltonian, Operator storage, Operator number) {
    List<Channel> one = List.of(channel);
    return new Meter(
        HeisenbergRate.ofChannels(one, hamiltonian).sparse(),
        HeisenbergRate.ofChannels(one, storage).sparse(),
        HeisenbergRate.ofChannels(one, number).sparse());
  }

  private static ContactCurrent read(Line line, State state, Largest largest) {
    double energy = 0;
    double stored = 0;
    double particles = 0;
    for (Meter meter : line.meters()) {
      double e = state.expectation(meter.energy());
      double s = state.expectation(meter.stored());
      double n = state.expectation(meter.particles());
      largest.energy = StrictMath.max(largest.energy, StrictMath.abs(e));
      largest.stored = StrictMath.max(largest.stored, StrictMath.abs(s));
      largest.particles = StrictMath.max(largest.particles, StrictMath.abs(n));
      energy += e;
      stored += s;
      particles += n;
    }
    return new ContactCurrent(
        line.name(), energy, stored, particles, energy - line.chemicalPotential() * particles);
  }
}
