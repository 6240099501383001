package qbattery.dynamics;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.testing.RandomBatteries;
import qbattery.testing.Randoms;

/** Batteries and states without coherence between different numbers of excitations. */
final class ConservingBatteries {

  private ConservingBatteries() {}

  /** Every cell coupled with every other, sharing decay, pumping and dephasing at random. */
  static Battery random(RandomGenerator random, int n) {
    Battery battery = RandomBatteries.cells(random, n);
    Space space = battery.space();
    return new Battery(
        "conserving",
        space,
        battery.storage(),
        battery.interaction(),
        List.of(
            new Channel("decay", onEach(space, LocalOperator.LOWER), rates(random, n)),
            new Channel("pumping", onEach(space, LocalOperator.RAISE), rates(random, n)),
            new Channel("dephasing", onEach(space, LocalOperator.SIGMA_Z), rates(random, n))));
  }

  /** A random density matrix of full rank, exactly zero between numbers of excitations. */
  static State state(RandomGenerator random, int n) {
    ComplexMatrix full = Randoms.density(random, 1 << n, 1 << n);
    return State.of(
        Space.cells(n),
        ComplexMatrix.generate(
            1 << n,
            1 << n,
            (i, j) ->
                Integer.bitCount(i) != Integer.bitCount(j)
                    ? Complex.ZERO
                    : i == j
                        ? Complex.real(full.re(i, i))
                        : i < j
                            ? full.get(i, j)
                            : full.get(j, i).conjugate())); // exactly Hermitian
  }

  static List<Operator> onEach(Space space, LocalOperator local) {
    return IntStream.range(0, space.sites())
        .mapToObj(site -> Operator.on(space, site, local))
        .toList();
  }

  /** A complex Kossakowski matrix of any rank. */
  private static ComplexMatrix rates(RandomGenerator random, int n) {
    return Randoms.positive(random, n, random.nextInt(1, n + 1)).times(0.3 / n);
  }
}
