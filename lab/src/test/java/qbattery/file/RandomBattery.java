package qbattery.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.model.InitialState;
import qbattery.model.SiteState;
import qbattery.quantum.BosonOperators;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.SpinOperators;

/** Batteries of any parts with any numbers, as only Java could say them. */
final class RandomBattery {

  private final RandomGenerator random;

  RandomBattery(RandomGenerator random) {
    this.random = random;
  }

  private enum Kind {
    CELL,
    SPIN,
    MODE,
    OTHER
  }

  Battery battery() {
    int sites = 1 + random.nextInt(3);
    List<Kind> kinds = new ArrayList<>();
    List<Integer> levels = new ArrayList<>();
    List<Integer> spins = new ArrayList<>();
    for (int k = 0; k < sites; k++) {
      Kind kind = Kind.values()[random.nextInt(4)];
      kinds.add(kind);
      levels.add(kind == Kind.CELL ? 2 : 1 + random.nextInt(4));
      spins.add(kind == Kind.SPIN && random.nextBoolean() ? levels.get(k) - 1 : 0);
    }
    Space space = new Space(levels, spins);
    List<Channel> channels = new ArrayList<>();
    for (int k = random.nextInt(3); k > 0; k--) {
      channels.add(channel(space, kinds, k));
    }
    List<Drive> drives = new ArrayList<>();
    for (int k = random.nextInt(3); k > 0; k--) {
      drives.add(new Drive("drive: " + k, hermitian(space, kinds), envelope(2)));
    }
    String name =
        List.of("a battery", "null", "", "it's: #1 \"\\\n\u03c9", "- 7").get(random.nextInt(5));
    return new Battery(
        name, space, hermitian(space, kinds), hermitian(space, kinds), channels, drives);
  }

  private Channel channel(Space space, List<Kind> kinds, int number) {
    int m = 1 + random.nextInt(3);
    List<Operator> jumps = new ArrayList<>();
    for (int k = 0; k < m; k++) {
      jumps.add(operator(space, kinds));
    }
    ComplexMatrix root =
        ComplexMatrix.generate(m, m, (i, j) -> new Complex(random.nextGaussian(), number()));
    ComplexMatrix rates = root.times(root.adjoint());
    // Exactly Hermitian, as every rate matrix that is made by hand.
    ComplexMatrix half = rates.plus(rates.adjoint()).times(0.5);
    return new Channel("channel " + number, jumps, half);
  }

  private Operator hermitian(Space space, List<Kind> kinds) {
    Operator a = operator(space, kinds);
    return a.plus(a.adjoint());
  }

  private Operator operator(Space space, List<Kind> kinds) {
    List<Operator.Term> terms = new ArrayList<>();
    for (int k = random.nextInt(4); k > 0; k--) {
      Map<Integer, LocalOperator> factors = new TreeMap<>();
      for (int site = 0; site < space.sites(); site++) {
        if (random.nextBoolean()) {
          factors.put(site, local(kinds.get(site), space.localDimensions().get(site)));
        }
      }
      Complex c = random.nextBoolean() ? Complex.real(number()) : new Complex(number(), number());
      terms.add(new Operator.Term(random.nextInt(6) == 0 ? Complex.ONE : c, factors));
    }
    return new Operator(space, terms);
  }

  private LocalOperator local(Kind kind, int d) {
    int which = random.nextInt(4);
    if (which == 3 || kind == Kind.OTHER) {
      return new LocalOperator(
          List.of("X", "sigma- sigma+", "(a)^+").get(random.nextInt(3)),
          ComplexMatrix.generate(d, d, (i, j) -> new Complex(number(), number())));
    }
    return switch (kind) {
      case CELL ->
          List.of(LocalOperator.LOWER, LocalOperator.SIGMA_Y, LocalOperator.EXCITED).get(which);
      case SPIN ->
          List.of(
                  SpinOperators.lower(d - 1),
                  SpinOperators.raise(d - 1),
                  SpinOperators.projection(d - 1))
              .get(which);
      default ->
          List.of(
                  BosonOperators.annihilate(d),
                  BosonOperators.number(d),
                  BosonOperators.position(d))
              .get(which);
    };
  }

  private Envelope envelope(int depth) {
    double a = number();
    double positive = 1e-3 + random.nextDouble();
    return switch (random.nextInt(depth == 0 ? 7 : 8)) {
      case 0 -> new Envelope.Constant(a);
      case 1 -> new Envelope.Step(a, number());
      case 2 -> new Envelope.Pulse(a, 0.25, 0.25 + positive);
      case 3 -> new Envelope.Sine(a, number(), number());
      case 4 -> new Envelope.Gaussian(a, number(), positive);
      case 5 -> new Envelope.Sech(a, number(), positive);
      case 6 -> new Envelope.Table(List.of(-positive, 0.0, positive), List.of(a, number(), 0.0));
      default -> Envelope.Product.of(envelope(depth - 1), envelope(depth - 1));
    };
  }

  /**
   * Small numbers of every size, and some that are often seen. Large ones would leave sums of terms
   * and of their conjugates apart by rounding, and no Hamiltonian.
   */
  private double number() {
    return switch (random.nextInt(5)) {
      case 0 -> random.nextInt(-3, 4);
      case 1 -> random.nextInt(-30, 31) / 10.0;
      case 2 -> random.nextGaussian();
      case 3 -> random.nextGaussian() * StrictMath.pow(10, random.nextInt(-18, 2));
      default -> 1.0 / (1 + random.nextInt(9));
    };
  }

  /** A start that fits any battery. */
  InitialState start(Battery battery) {
    List<SiteState> states = new ArrayList<>();
    for (int d : battery.space().localDimensions()) {
      states.add(
          switch (random.nextInt(5)) {
            case 0 -> new SiteState.Lowest();
            case 1 -> new SiteState.Highest();
            case 2 -> new SiteState.Excitations(random.nextInt(d));
            case 3 -> new SiteState.CoherentSpin(random.nextDouble(), random.nextDouble());
            default ->
                new SiteState.Given(
                    ComplexMatrix.generate(
                        d, d, (i, j) -> i == j && i == 0 ? Complex.ONE : Complex.ZERO));
          });
    }
    return switch (random.nextInt(5)) {
      case 0 -> new InitialState.FullyExcited();
      case 1 -> new InitialState.Ground();
      case 2 -> new InitialState.Thermal(random.nextDouble());
      case 3 ->
          new InitialState.Given(
              ComplexMatrix.generate(
                  battery.space().dimension(),
                  battery.space().dimension(),
                  (i, j) ->
                      i == j ? Complex.real(1.0 / battery.space().dimension()) : Complex.ZERO));
      default -> new InitialState.Sites(states);
    };
  }
}
