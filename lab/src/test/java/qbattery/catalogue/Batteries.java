package qbattery.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.Contact;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.model.Graph;
import qbattery.model.InitialState;
import qbattery.model.Reservoir;
import qbattery.model.SiteState;
import qbattery.quantum.BosonOperators;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.SpinOperators;

/**
 * The catalogue of batteries: one small example of each kind. What is listed here is put through
 * the conformance suite by being here.
 */
public final class Batteries {

  private Batteries() {}

  /**
   * A battery with its start.
   *
   * @param name what it is called
   * @param source where it is from
   * @param battery the battery
   * @param start how it starts
   * @param conserved Hermitian operators whose expectation value must not change
   */
  public record Entry(
      String name, String source, Battery battery, InitialState start, List<Operator> conserved) {

    /** Copies the list. */
    public Entry {
      conserved = List.copyOf(conserved);
    }
  }

  /**
   * All batteries.
   *
   * @return the entries, smallest first
   */
  public static List<Entry> all() {
    List<Entry> all = new ArrayList<>();
    all.addAll(oneCell());
    all.addAll(networks());
    all.add(closedChain());
    all.add(collectivePair());
    all.add(starOnFermions());
    all.add(starOnOneReservoir());
    all.add(drivenPair());
    all.add(spinsInACavity());
    all.add(chargedByADrivenMode());
    all.add(threeLevelsUnderTwoPulses());
    return all;
  }

  private static List<Entry> oneCell() {
    Space space = Space.cells(1);
    Operator number = Operator.on(space, 0, LocalOperator.EXCITED);
    Battery dephasing =
        Battery.ofCells("dephasing cell", 1, 1, List.of(Channels.dephasing(space, 1)));
    return List.of(
        new Entry(
            "leaking cell",
            "santos2021, Eqs. 4-5",
            Battery.ofCells("leaking cell", 1, 1, List.of(Channels.decay(space, 1))),
            new InitialState.Coherent(),
            List.of()),
        new Entry(
            "dephasing cell",
            "santos2021, Eq. 10",
            dephasing,
            new InitialState.Coherent(),
            List.of(number)),
        new Entry(
            "cell in a warm bath",
            "bosonic reservoir, T = omega/2",
            Battery.ofCells(
                "cell in a warm bath",
                1,
                1,
                Channels.reservoir(space, 1, new Reservoir.Bosonic(1, 0.5))),
            new InitialState.FullyExcited(),
            List.of()));
  }

  private static List<Entry> networks() {
    List<Entry> entries = new ArrayList<>();
    for (Graph graph :
        List.of(Graph.linear(3), Graph.circular(4), Graph.central(5), Graph.symmetric(4))) {
      Battery battery = CellNetwork.uniform(graph, 1, 2, 1, 0.5).battery();
      String source = "santos2021, Sec. III, gamma = Gamma 1 + Gamma_icl A";
      entries.add(
          new Entry(
              battery.name() + ", coherent",
              source,
              battery,
              new InitialState.Coherent(),
              List.of()));
      entries.add(
          new Entry(
              battery.name() + ", classical",
              source,
              battery,
              new InitialState.Classical(0.75),
              List.of()));
    }
    CellNetwork irregular =
        new CellNetwork(
            Graph.ofLinks(
                "kite", 4, new int[] {0, 1}, new int[] {1, 2}, new int[] {0, 2}, new int[] {2, 3}),
            List.of(1.0, 1.2, 0.9, 1.1),
            List.of(2.0, -1.0, 0.5, 1.5),
            List.of(1.0, 0.8, 1.2, 0.5),
            List.of(0.3, 0.0, 0.2, -0.4));
    entries.add(
        new Entry(
            "irregular network",
            "a rate, a coupling and a spacing for each link and cell",
            irregular.battery(),
            new InitialState.Coherent(),
            List.of()));
    return entries;
  }

  /** Without surroundings everything that commutes with H stays. */
  private static Entry closedChain() {
    Space space = Space.cells(3);
    Battery chain = CellNetwork.uniform(Graph.linear(3), 1, 2, 0, 0).battery();
    Battery closed =
        new Battery("closed chain", space, chain.storage(), chain.interaction(), List.of());
    return new Entry(
        "closed chain",
        "no surroundings",
        closed,
        new InitialState.Product(
            List.of(
                InitialState.CellState.EXCITED,
                InitialState.CellState.PLUS,
                InitialState.CellState.mixture(0.3))),
        List.of(closed.storage(), closed.interaction()));
  }

  /** Two cells on one reservoir: the total spin is kept, and with it what the singlet holds. */
  private static Entry collectivePair() {
    Space space = Space.cells(2);
    Contact cold = Contact.common(space, 1, new Reservoir.Bosonic(1, 0));
    Battery pair = Battery.ofCells("pair on one reservoir", 2, 1, cold.channels());
    return new Entry(
        "pair on one reservoir",
        "quach2020, Eq. 2 at T = 0 with one spin each",
        pair,
        new InitialState.Product(
            List.of(InitialState.CellState.GROUND, InitialState.CellState.EXCITED)),
        List.of(exchange(space, 0, 1)));
  }

  /** A star, each cell on a fermion reservoir of its own. */
  private static Entry starOnFermions() {
    List<Reservoir> reservoirs =
        IntStream.range(0, 3)
            .mapToObj(k -> (Reservoir) new Reservoir.Fermionic(1, 1, k == 0 ? 1 : 3))
            .toList();
    return new Entry(
        "star on fermion reservoirs",
        "kamin2023, Fig. 1 with N = 3, mu = 1, bias 2, T = 1",
        star(
            "star on fermion reservoirs",
            Contact.oneEach(Space.cells(3), Collections.nCopies(3, 1.0), reservoirs)),
        new InitialState.Ground(),
        List.of());
  }

  /** A star on one fermion reservoir: the total spin of its outer cells is kept. */
  private static Entry starOnOneReservoir() {
    Space space = Space.cells(3);
    return new Entry(
        "star on one fermion reservoir",
        "kamin2023, Eqs. 4-6 with N = 3, mu = 3, T = 1",
        star(
            "star on one fermion reservoir",
            List.of(Contact.common(space, 1, new Reservoir.Fermionic(1, 1, 3)))),
        new InitialState.Product(
            List.of(
                InitialState.CellState.GROUND,
                InitialState.CellState.EXCITED,
                InitialState.CellState.GROUND)),
        List.of(exchange(space, 1, 2)));
  }

  private static Battery star(String name, List<Contact> contacts) {
    Battery network = CellNetwork.uniform(Graph.central(3), 20, 1, 0, 0).battery(); // 10 sigma_z
    return new Battery(
        name,
        network.space(),
        network.storage(),
        network.interaction(),
        Contact.channels(contacts));
  }

  /** The scalar product of the spins of two cells, times 4. */
  private static Operator exchange(Space space, int first, int second) {
    Operator exchange = Operator.zero(space);
    for (LocalOperator sigma :
        List.of(LocalOperator.SIGMA_X, LocalOperator.SIGMA_Y, LocalOperator.SIGMA_Z)) {
      exchange =
          exchange.plus(Operator.on(space, first, sigma).times(Operator.on(space, second, sigma)));
    }
    return exchange;
  }

  /** Two coupled cells under a field, nothing lost. */
  private static Entry drivenPair() {
    Space space = Space.cells(2);
    Battery pair = CellNetwork.uniform(Graph.linear(2), 1, 0.5, 0, 0).battery();
    Drive field =
        new Drive(
            "field",
            Operator.sumOverSites(space, LocalOperator.SIGMA_X),
            Envelope.Product.of(new Envelope.Pulse(0.8, 0.2, 1.5), new Envelope.Sine(1, 1, 0.3)));
    return new Entry(
        "driven pair",
        "a global pulse, as in Le et al., Phys. Rev. A 97, 022106 (2018)",
        new Battery(
            "driven pair", space, pair.storage(), pair.interaction(), List.of(), List.of(field)),
        new InitialState.Ground(),
        List.of());
  }

  /** Three spins 1/2 as one, and a cavity that they take quanta from. */
  private static Entry spinsInACavity() {
    Space space = new Space(List.of(4, 4));
    Operator lower = Operator.on(space, 0, SpinOperators.lower(3));
    Operator a = Operator.on(space, 1, BosonOperators.annihilate(4));
    Operator spins = Operator.on(space, 0, SpinOperators.excitations(3));
    Operator quanta = Operator.on(space, 1, BosonOperators.number(4));
    Operator exchange = lower.adjoint().times(a).plus(lower.times(a.adjoint()));
    return new Entry(
        "spins in a cavity",
        "Ferraro et al., Phys. Rev. Lett. 120, 117702 (2018), without counter-rotating terms",
        new Battery("spins in a cavity", space, spins, quanta.plus(exchange.times(0.4)), List.of()),
        InitialState.Sites.of(new SiteState.Lowest(), new SiteState.Excitations(3)),
        List.of(spins.plus(quanta)));
  }

  /** A cell charged through a mode that is driven and leaks. */
  private static Entry chargedByADrivenMode() {
    int levels = 5;
    Space space = new Space(List.of(2, levels));
    Operator lower = Operator.on(space, 0, LocalOperator.LOWER);
    Operator a = Operator.on(space, 1, BosonOperators.annihilate(levels));
    Operator exchange = lower.adjoint().times(a).plus(lower.times(a.adjoint()));
    return new Entry(
        "cell charged by a driven mode",
        "Farina et al., Phys. Rev. B 99, 035421 (2019)",
        new Battery(
            "cell charged by a driven mode",
            space,
            Operator.on(space, 0, LocalOperator.EXCITED),
            Operator.on(space, 1, BosonOperators.number(levels)).plus(exchange.times(0.6)),
            List.of(Channel.independent("leak of the mode", List.of(a), 0.5)),
            Drive.rotating("field", a, new Envelope.Constant(0.3), 1)),
        new InitialState.Ground(),
        List.of());
  }

  /**
   * A ladder of three levels that decays, under two overlapping resonant pulses. In the frame that
   * rotates with the levels H0 is not part of the Hamiltonian, though the energy is counted in it;
   * so the interaction takes it away again.
   */
  private static Entry threeLevelsUnderTwoPulses() {
    Space space = new Space(List.of(3));
    List<Operator> steps =
        IntStream.range(0, 2)
            .mapToObj(
                k ->
                    Operator.on(
                        space,
                        0,
                        new LocalOperator(
                            "|%d><%d|".formatted(1 - k, 2 - k),
                            ComplexMatrix.generate(
                                3,
                                3,
                                (i, j) -> i == k + 1 && j == k ? Complex.ONE : Complex.ZERO))))
            .toList();
    List<Drive> drives =
        IntStream.range(0, 2)
            .mapToObj(
                k ->
                    new Drive(
                        "pulse " + (k + 1),
                        steps.get(k).plus(steps.get(k).adjoint()),
                        new Envelope.Gaussian(2, k == 0 ? 0.8 : 1.2, 0.3)))
            .toList();
    Operator storage =
        Operator.on(space, 0, new LocalOperator("h", ComplexMatrix.diagonal(1.95, 1, 0)));
    return new Entry(
        "three levels under two pulses",
        "Santos et al., Phys. Rev. E 100, 032107 (2019), in a rotating frame",
        new Battery(
            "three levels under two pulses",
            space,
            storage,
            storage.times(-1),
            List.of(Channel.independent("decay", steps, 0.1)),
            drives),
        new InitialState.Ground(),
        List.of());
  }
}
