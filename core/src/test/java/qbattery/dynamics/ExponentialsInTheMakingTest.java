package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import qbattery.dynamics.events.Scan;
import qbattery.model.Battery;
import qbattery.model.Channels;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.model.InitialState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/** Whoever watches an evolution is told how far the exponentials are that it needs. */
class ExponentialsInTheMakingTest {

  /** Hears all that it is told before the first piece. */
  private static final class Heard implements Scan {
    private final List<Double> shares = new ArrayList<>();
    private int pieces;

    @Override
    public void preparing(double share) {
      assertThat(pieces).as("pieces before all is made").isZero();
      shares.add(share);
    }

    @Override
    public void look(double start, double end, DoubleUnaryOperator curve) {
      pieces++;
    }

    @Override
    public void mayJump() {
      // nothing is searched for
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public boolean looksClosely() {
      return false;
    }
  }

  @Test
  void sharesRiseToOneOverAllPiecesOfConstantMotion() {
    Space space = Space.cells(1);
    Battery fast =
        new Battery(
            "cell with a fast frequency and a pulse",
            space,
            Operator.on(space, 0, LocalOperator.EXCITED),
            Operator.on(space, 0, LocalOperator.SIGMA_X).times(1e6),
            List.of(Channels.decay(space, 1)),
            List.of(
                new Drive(
                    "push",
                    Operator.on(space, 0, LocalOperator.EXCITED),
                    new Envelope.Pulse(1, 0.5, 1))));
    Heard heard = new Heard();
    Evolution.of(fast, new InitialState.FullyExcited())
        .over(TimeGrid.of(0, 2))
        .observe(List.of(), List.of(new Watch(List.of(), nothing -> 0, heard, 0)));
    assertThat(heard.pieces).isPositive();
    assertThat(heard.shares).hasSizeGreaterThan(20).isSorted().endsWith(1.0);
    assertThat(heard.shares.get(0)).isBetween(0.0, 0.1);
  }
}
