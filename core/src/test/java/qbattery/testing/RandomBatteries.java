package qbattery.testing;

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

/** Random batteries of two-level cells with everything that can happen to them. */
public final class RandomBatteries {

  private RandomBatteries() {}

  /**
   * Cells with different frequencies, a coupling between each two, decay with a random Kossakowski
   * matrix, pumping and dephasing.
   */
  public static Battery cells(RandomGenerator random, int n) {
    Space space = Space.cells(n);
    Operator storage = Operator.zero(space);
    Operator interaction = Operator.zero(space);
    for (int k = 0; k < n; k++) {
      storage =
          storage.plus(
              Operator.on(space, k, LocalOperator.EXCITED).times(random.nextDouble(0.5, 2)));
      for (int l = 0; l < k; l++) {
        Complex coupling = new Complex(random.nextGaussian(), random.nextGaussian());
        Operator hop = lower(space, k).adjoint().times(lower(space, l)).times(coupling);
        interaction = interaction.plus(hop).plus(hop.adjoint());
      }
    }
    List<Operator> jumps = IntStream.range(0, n).mapToObj(k -> lower(space, k)).toList();
    ComplexMatrix rates = Randoms.positive(random, n, random.nextInt(1, n + 1)).times(0.3);
    List<Channel> channels = new ArrayList<>();
    channels.add(new Channel("shared decay", jumps, rates));
    channels.add(Channels.pumping(space, random.nextDouble(0.5)));
    channels.add(Channels.dephasing(space, random.nextDouble(0.5)));
    return new Battery("random", space, storage, interaction, channels);
  }

  private static Operator lower(Space space, int site) {
    return Operator.on(space, site, LocalOperator.LOWER);
  }
}
