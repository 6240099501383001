package qbattery.witness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.InitialState;
import qbattery.model.Reservoir;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/**
 * The batteries that {@code bench/peers/qutip_witness.py} has reference numbers for, built here
 * from the library's own types. hbar = 1; the two descriptions share nothing but the definitions.
 */
public final class WitnessModels {

  /**
   * One battery with its start.
   *
   * @param battery the battery, named like the file of its numbers
   * @param initial how it starts
   */
  public record Model(Battery battery, InitialState initial) {
    @Override
    public String toString() {
      return battery.name();
    }
  }

  /**
   * What two cells share.
   *
   * @param first the cell that loses an excitation to the other, from 0
   * @param second the other
   * @param coupling J of {@code J sigma^-_first sigma^+_second + h.c.}
   * @param rate the element (first, second) of the Kossakowski matrix
   */
  private record Link(int first, int second, Complex coupling, Complex rate) {
    Link(int first, int second, double coupling, double rate) {
      this(first, second, Complex.real(coupling), Complex.real(rate));
    }
  }

  private WitnessModels() {}

  /** All models, in the order of the script. */
  public static List<Model> all() {
    return List.of(
        oneDecaying(),
        oneThermal(),
        network("pair", linear(2), new InitialState.Coherent()),
        network("linear-3", linear(3), new InitialState.Classical(0.75)),
        network("linear-4", linear(4), new InitialState.Coherent()),
        network("star-5", star(5), new InitialState.Coherent()),
        network("ring-5", ring(5), new InitialState.Classical(0.75)),
        network("complete-4", complete(4), new InitialState.Coherent()),
        irregular(),
        bell(),
        pumped(),
        notConserving(),
        network("linear-4-full", linear(4), new InitialState.FullyExcited()));
  }

  private static Model oneDecaying() {
    List<Channel> channels = List.of(Channels.decay(Space.cells(1), 1));
    return new Model(Battery.ofCells("one-decay", 1, 1, channels), new InitialState.Coherent());
  }

  private static Model oneThermal() {
    Space space = Space.cells(1);
    double frequency = 1.7;
    double occupation = 0.3;
    Reservoir bosons =
        new Reservoir.Bosonic(frequency, frequency / StrictMath.log1p(1 / occupation));
    List<Channel> channels = new ArrayList<>(Channels.reservoir(space, 1, bosons));
    channels.add(Channels.dephasing(space, 0.4));
    ComplexMatrix start =
        ComplexMatrix.ofInterleaved(2, 2, new double[] {0.6, 0, 0.3, -0.2, 0.3, 0.2, 0.4, 0});
    return new Model(
        Battery.ofCells("one-thermal-dephasing", 1, frequency, channels),
        new InitialState.Given(start));
  }

  /** Cells of w = 1 with J = 2 and the rates 1 + A/2, A the adjacency matrix. */
  private static Model network(String name, List<Link> links, InitialState initial) {
    int n = 1 + links.stream().mapToInt(Link::second).max().orElseThrow();
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return new Model(
        battery(name, ones, links, List.of(shared(LocalOperator.LOWER, ones, links))), initial);
  }

  private static Model irregular() {
    List<Link> links =
        List.of(
            new Link(0, 1, 1.1, 0.5),
            new Link(1, 2, 0.7, 0.3),
            new Link(2, 3, 1.6, 0.45),
            new Link(1, 3, new Complex(0.4, 0.3), Complex.real(0.2)));
    Channel decay = shared(LocalOperator.LOWER, new double[] {1.2, 1.3, 1.1, 0.9}, links);
    InitialState start =
        new InitialState.Product(
            List.of(
                pure(new Complex(0.6, 0), new Complex(0, 0.8)),
                pure(new Complex(0.8, 0), new Complex(-0.6, 0)),
                pure(new Complex(5.0 / 13, 0), new Complex(0, -12.0 / 13)),
                pure(new Complex(0.48, 0.36), new Complex(0.8, 0))));
    return new Model(
        battery("irregular-4", new double[] {0.8, 1, 1.3, 1.7}, links, List.of(decay)), start);
  }

  /** From 9 parts (|eg> + i |ge>)/sqrt 2 and one part of the fully mixed state. */
  private static Model bell() {
    List<Link> links = List.of(new Link(0, 1, Complex.real(0.8), new Complex(0.3, 0.2)));
    Channel decay = shared(LocalOperator.LOWER, new double[] {1, 1}, links);
    ComplexMatrix ket =
        ComplexMatrix.ofInterleaved(4, 1, new double[] {0, 0, 1, 0, 0, 1, 0, 0})
            .times(StrictMath.sqrt(0.5));
    ComplexMatrix start =
        ket.times(ket.adjoint()).times(0.9).plus(ComplexMatrix.identity(4).times(0.1 / 4));
    return new Model(
        battery("bell-complex-rates", new double[] {1, 1.4}, links, List.of(decay)),
        new InitialState.Given(start));
  }

  private static Model pumped() {
    List<Link> links =
        List.of(
            new Link(0, 1, 0.8, 0.3),
            new Link(1, 2, 0.8, 0.2),
            new Link(0, 2, Complex.ZERO, new Complex(0.1, 0.1)));
    Space space = Space.cells(3);
    List<Channel> channels =
        List.of(
            shared(LocalOperator.RAISE, new double[] {0.7, 0.6, 0.5}, links),
            Channels.decay(space, 0.5),
            Channels.dephasing(space, 0.25));
    return new Model(
        battery("pumped-3", new double[] {1, 1.2, 0.9}, links, channels),
        new InitialState.Ground());
  }

  /** Couplings and fields that keep no number of excitations. */
  private static Model notConserving() {
    Space space = Space.cells(3);
    Operator x0 = Operator.on(space, 0, LocalOperator.SIGMA_X);
    Operator x1 = Operator.on(space, 1, LocalOperator.SIGMA_X);
    Operator x2 = Operator.on(space, 2, LocalOperator.SIGMA_X);
    Operator y1 = Operator.on(space, 1, LocalOperator.SIGMA_Y);
    Operator z2 = Operator.on(space, 2, LocalOperator.SIGMA_Z);
    Operator interaction =
        x0.times(x1)
            .times(0.9)
            .plus(y1.times(z2).times(0.7))
            .plus(x0.times(0.5))
            .plus(y1.times(-0.4))
            .plus(x2.times(0.3));
    return new Model(
        new Battery(
            "not-conserving-3",
            space,
            storage(space, new double[] {1, 1.1, 1.3}),
            interaction,
            List.of(Channels.decay(space, 0.6), Channels.dephasing(space, 0.3))),
        new InitialState.FullyExcited());
  }

  private static Battery battery(
      String name, double[] frequencies, List<Link> links, List<Channel> channels) {
    Space space = Space.cells(frequencies.length);
    Operator interaction = Operator.zero(space);
    for (Link link : links) {
      if (!link.coupling().equals(Complex.ZERO)) {
        Operator hop =
            Operator.on(space, link.first(), LocalOperator.LOWER)
                .times(Operator.on(space, link.second(), LocalOperator.RAISE))
                .times(link.coupling());
        interaction = interaction.plus(hop).plus(hop.adjoint());
      }
    }
    return new Battery(name, space, storage(space, frequencies), interaction, channels);
  }

  private static Operator storage(Space space, double[] frequencies) {
    Operator sum = Operator.zero(space);
    for (int k = 0; k < frequencies.length; k++) {
      sum = sum.plus(Operator.on(space, k, LocalOperator.EXCITED).times(frequencies[k]));
    }
    return sum;
  }

  /** A channel with local rates on the diagonal and the links' rates off it. */
  private static Channel shared(LocalOperator jump, double[] local, List<Link> links) {
    int n = local.length;
    Complex[][] rates = new Complex[n][n];
    for (int i = 0; i < n; i++) {
      Arrays.fill(rates[i], Complex.ZERO);
      rates[i][i] = Complex.real(local[i]);
    }
    for (Link link : links) {
      rates[link.first()][link.second()] = link.rate();
      rates[link.second()][link.first()] = link.rate().conjugate();
    }
    Space space = Space.cells(n);
    return new Channel(
        "shared " + jump,
        IntStream.range(0, n).mapToObj(k -> Operator.on(space, k, jump)).toList(),
        ComplexMatrix.generate(n, n, (i, j) -> rates[i][j]));
  }

  private static ComplexMatrix pure(Complex excited, Complex ground) {
    Complex[] ket = {excited, ground};
    return ComplexMatrix.generate(2, 2, (i, j) -> ket[i].times(ket[j].conjugate()));
  }

  private static List<Link> linear(int n) {
    return IntStream.range(1, n).mapToObj(k -> link(k - 1, k)).toList();
  }

  private static List<Link> ring(int n) {
    List<Link> links = new ArrayList<>(linear(n));
    links.add(link(0, n - 1));
    return links;
  }

  private static List<Link> star(int n) {
    return IntStream.range(1, n).mapToObj(k -> link(0, k)).toList();
  }

  private static List<Link> complete(int n) {
    List<Link> links = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      for (int l = k + 1; l < n; l++) {
        links.add(link(k, l));
      }
    }
    return links;
  }

  private static Link link(int first, int second) {
    return new Link(first, second, 2, 0.5);
  }
}
