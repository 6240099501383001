package qbattery.steady;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/**
 * What lasts depends on which parts a battery has, not on how weak they are: each battery with weak
 * parts is held to the same battery with all parts of order one.
 */
class WeakPartsTest {

  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void weakPartsCountLikeStrongOnesOrAreRefused(long seed) {
    for (boolean equalCells : new boolean[] {true, false}) {
      AsymptoticStates strong = SteadyStates.of(random(seed, false, equalCells));
      AsymptoticStates weak = SteadyStates.of(random(seed, true, equalCells));
      assertThat(strong).as(strong.describe()).isNotInstanceOf(Undecided.class);
      if (!(weak instanceof Undecided)) {
        assertThat(counts(weak)).as(weak.describe()).isEqualTo(counts(strong));
      }
    }
  }

  /** The refusals are few enough for the comparison to mean something. */
  @Test
  void mostAreAnswered() {
    long answered =
        seeds()
            .filter(seed -> !(SteadyStates.of(random(seed, true, true)) instanceof Undecided))
            .count();
    assertThat(answered).isGreaterThan(seeds().count() / 2);
  }

  private static List<Integer> counts(AsymptoticStates answer) {
    if (answer instanceof SeveralSteadyStates several) {
      return List.of(several.dimension());
    }
    if (answer instanceof PersistentOscillations turning) {
      int oscillating = turning.frequencies().stream().mapToInt(Frequency::multiplicity).sum();
      return List.of(turning.dimension(), oscillating);
    }
    return List.of();
  }

  /** Two or three cells with up to four couplings and jumps, a third of them weak. */
  private static Battery random(long seed, boolean weak, boolean equalCells) {
    SplittableRandom random = new SplittableRandom(seed);
    Space space = Space.cells(2 + random.nextInt(2));
    Operator storage = Operator.zero(space);
    for (int k = 0; k < space.sites(); k++) {
      double frequency = equalCells ? 1 : 1 + 0.3 * random.nextDouble();
      storage = storage.plus(Operator.on(space, k, LocalOperator.EXCITED).times(frequency));
    }
    Operator interaction = Operator.zero(space);
    List<Channel> channels = new ArrayList<>();
    int parts = 1 + random.nextInt(4);
    for (int part = 0; part < parts; part++) {
      int kind = random.nextInt(7);
      int a = random.nextInt(space.sites());
      int b = (a + 1 + random.nextInt(space.sites() - 1)) % space.sites();
      double size = 0.5 + random.nextDouble();
      int decades = random.nextInt(3) == 0 ? 1 + random.nextInt(17) : 0;
      double strength = weak ? size * StrictMath.pow(10, -decades) : size;
      Operator lower = Operator.on(space, a, LocalOperator.LOWER);
      Operator z = Operator.on(space, a, LocalOperator.SIGMA_Z);
      Operator otherZ = Operator.on(space, b, LocalOperator.SIGMA_Z);
      switch (kind) {
        case 0 -> interaction = interaction.plus(Models.hop(space, a, b).times(strength));
        case 1 -> interaction = interaction.plus(z.times(otherZ).times(strength));
        case 2 -> channels.add(jump(lower, strength));
        case 3 -> channels.add(jump(lower.adjoint(), strength));
        case 4 -> channels.add(jump(z, strength));
        case 5 ->
            channels.add(jump(lower.plus(Operator.on(space, b, LocalOperator.LOWER)), strength));
        default -> channels.add(jump(z.plus(otherZ.times(strength)), 1));
      }
    }
    return new Battery("random " + seed, space, storage, interaction, channels);
  }

  private static Channel jump(Operator operator, double rate) {
    return Channel.independent("jump", List.of(operator), rate);
  }
}
