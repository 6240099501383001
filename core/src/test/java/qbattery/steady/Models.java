package qbattery.steady;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.testing.Randoms;

/** Batteries of which it is known what becomes of them. */
final class Models {

  private Models() {}

  /** Cells of frequency 1 on one reservoir, which they see together; kappa 1. */
  static Battery collective(int n, double occupation) {
    return collective(n, 1, occupation);
  }

  static Battery collective(int n, double frequency, double occupation) {
    Space space = Space.cells(n);
    ComplexMatrix ones = ComplexMatrix.generate(n, n, (i, j) -> Complex.ONE);
    List<Channel> channels = new ArrayList<>();
    channels.add(
        new Channel("decay", each(space, LocalOperator.LOWER), ones.times(1 + occupation)));
    if (occupation > 0) {
      channels.add(new Channel("pump", each(space, LocalOperator.RAISE), ones.times(occupation)));
    }
    return battery("collective " + n, cells(space, frequency), channels);
  }

  /** A collective decay in the frame that turns with the cells. */
  static Battery collectiveInRotatingFrame(int n) {
    Battery still = collective(n, 1, 0);
    return new Battery(
        "rotating " + n,
        still.space(),
        still.storage(),
        cells(still.space(), -1),
        still.channels());
  }

  /** A chain with equal couplings and a thermal reservoir at some of its cells. */
  static Battery chain(int n, double coupling, double rate, double occupation, int... damped) {
    Space space = Space.cells(n);
    List<Channel> channels = new ArrayList<>();
    for (int cell : damped) {
      channels.add(jump(space, cell, LocalOperator.LOWER, rate * (1 + occupation)));
      channels.add(jump(space, cell, LocalOperator.RAISE, rate * occupation));
    }
    return new Battery(
        "chain of %d, J = %.0e".formatted(n, coupling),
        space,
        cells(space, 1),
        hopping(space, coupling),
        channels);
  }

  /** A star on local reservoirs. */
  static Battery star(int n, double coupling, double occupation) {
    Space space = Space.cells(n);
    Operator interaction = Operator.zero(space);
    for (int k = 1; k < n; k++) {
      interaction = interaction.plus(hop(space, 0, k).times(coupling));
    }
    List<Channel> channels = new ArrayList<>();
    channels.add(Channels.decay(space, 1 + occupation));
    channels.add(Channels.pumping(space, occupation));
    return new Battery("star " + n, space, cells(space, 1), interaction, channels);
  }

  static Battery dephasedChain(int n, double coupling) {
    Space space = Space.cells(n);
    return new Battery(
        "dephased chain of %d, J = %.0e".formatted(n, coupling),
        space,
        cells(space, 1),
        hopping(space, coupling),
        List.of(Channels.dephasing(space, 0.8)));
  }

  /** Cells whose noise along z is the same for all. */
  static Battery sharedDephasing(double... frequencies) {
    Space space = Space.cells(frequencies.length);
    Operator storage = Operator.zero(space);
    for (int k = 0; k < frequencies.length; k++) {
      storage = storage.plus(Operator.on(space, k, LocalOperator.EXCITED).times(frequencies[k]));
    }
    Channel noise =
        Channel.independent(
            "noise", List.of(Operator.sumOverSites(space, LocalOperator.SIGMA_Z)), 0.7);
    return battery("shared dephasing", storage, List.of(noise));
  }

  /** Pairs of cells, each with a reservoir of its own that sees the pair together. */
  static Battery pairs(int pairs, double coupling) {
    Space space = Space.cells(2 * pairs);
    List<Channel> channels = new ArrayList<>();
    for (int k = 0; k < pairs; k++) {
      Operator together =
          Operator.on(space, 2 * k, LocalOperator.LOWER)
              .plus(Operator.on(space, 2 * k + 1, LocalOperator.LOWER));
      channels.add(Channel.independent("pair " + k, List.of(together), 1));
    }
    Operator interaction = coupling == 0 ? Operator.zero(space) : hop(space, 1, 2).times(coupling);
    return new Battery("pairs", space, cells(space, 1), interaction, channels);
  }

  /** One site of some levels, with a Hamiltonian and jumps of rate one. */
  static Battery site(String name, ComplexMatrix hamiltonian, ComplexMatrix... jumps) {
    Space space = new Space(List.of(hamiltonian.rows()));
    List<Channel> channels = new ArrayList<>();
    for (int k = 0; k < jumps.length; k++) {
      Operator jump = Operator.on(space, 0, new LocalOperator("L" + k, jumps[k]));
      channels.add(Channel.independent("jump " + k, List.of(jump), 1));
    }
    return battery(name, Operator.on(space, 0, new LocalOperator("H", hamiltonian)), channels);
  }

  /** The lowering operator of an oscillator cut off, the highest level first. */
  static ComplexMatrix annihilation(int levels) {
    return ComplexMatrix.generate(
        levels,
        levels,
        (i, j) -> i == j + 1 ? Complex.real(StrictMath.sqrt(levels - 1 - j)) : Complex.ZERO);
  }

  /** The same physics in a basis turned at random: no element of any operator vanishes. */
  static Battery turned(Battery battery, RandomGenerator random) {
    int d = battery.space().dimension();
    return turned(battery, Randoms.unitary(random, d));
  }

  /** The same battery as one site, so that small numbers stand within its matrices. */
  static Battery asOneSite(Battery battery) {
    return turned(battery, ComplexMatrix.identity(battery.space().dimension()));
  }

  private static Battery turned(Battery battery, ComplexMatrix u) {
    int d = u.rows();
    Space space = new Space(List.of(d));
    List<Channel> channels = new ArrayList<>();
    for (Channel channel : battery.channels()) {
      channels.add(
          new Channel(
              channel.name(),
              channel.jumps().stream().map(a -> turned(space, u, a)).toList(),
              channel.rates()));
    }
    return new Battery(
        battery.name() + ", turned",
        space,
        hermitian(space, u, battery.storage()),
        hermitian(space, u, battery.interaction()),
        channels);
  }

  private static Operator turned(Space space, ComplexMatrix u, Operator a) {
    return Operator.on(
        space, 0, new LocalOperator("turned", u.times(a.matrix()).times(u.adjoint())));
  }

  private static Operator hermitian(Space space, ComplexMatrix u, Operator a) {
    ComplexMatrix matrix = u.times(a.matrix()).times(u.adjoint());
    return Operator.on(
        space, 0, new LocalOperator("turned", matrix.plus(matrix.adjoint()).times(0.5)));
  }

  static Channel jump(Space space, int site, LocalOperator local, double rate) {
    return Channel.independent(local.name() + site, List.of(Operator.on(space, site, local)), rate);
  }

  static Operator hop(Space space, int a, int b) {
    Operator hop =
        Operator.on(space, a, LocalOperator.LOWER)
            .times(Operator.on(space, b, LocalOperator.RAISE));
    return hop.plus(hop.adjoint());
  }

  static Operator hopping(Space space, double coupling) {
    Operator sum = Operator.zero(space);
    for (int k = 1; k < space.sites(); k++) {
      sum = sum.plus(hop(space, k - 1, k).times(coupling));
    }
    return sum;
  }

  static Operator cells(Space space, double frequency) {
    return Operator.sumOverSites(space, LocalOperator.EXCITED).times(frequency);
  }

  static Battery battery(String name, Operator storage, List<Channel> channels) {
    return new Battery(name, storage.space(), storage, Operator.zero(storage.space()), channels);
  }

  private static List<Operator> each(Space space, LocalOperator local) {
    return IntStream.range(0, space.sites()).mapToObj(k -> Operator.on(space, k, local)).toList();
  }

  /** A product of cells that are excited with one probability. */
  static ComplexMatrix gibbs(int n, double excited) {
    ComplexMatrix product = ComplexMatrix.identity(1);
    for (int k = 0; k < n; k++) {
      product = product.kron(ComplexMatrix.diagonal(excited, 1 - excited));
    }
    return product;
  }
}
