package qbattery.steady;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.Space;
import qbattery.quantum.State;

class TurningPhasesTest {

  /** The error that the oscillations below are said to have; any small number does. */
  private static final double ERROR = 1e-12;

  /** An equal mixture of the levels about which elements turn, each at a frequency of its own. */
  private static Destination.Oscillates about(Space space, int[]... elements) {
    int d = space.dimension();
    State mean = State.of(space, ComplexMatrix.identity(d).times(1.0 / d));
    List<Destination.Oscillation> turning = new ArrayList<>();
    for (int k = 0; k < elements.length; k++) {
      int[] element = elements[k];
      ComplexMatrix a =
          ComplexMatrix.generate(
              d,
              d,
              (i, j) -> {
                boolean one = false;
                for (int e = 0; e < element.length; e += 2) {
                  one |= i == element[e] && j == element[e + 1];
                }
                return one ? new Complex(0.05, 0.02) : Complex.ZERO;
              });
      turning.add(new Destination.Oscillation(k + 1, 0.1, Optional.of(a)));
    }
    return new Destination.Oscillates(mean, turning, ERROR);
  }

  @Test
  void coherencesAtFrequenciesThatAddUpTurnPhasesAlone() {
    Space three = new Space(List.of(3));
    assertThat(TurningPhases.leftOut(about(three, new int[] {0, 1}), 0)).hasValue(0);
    assertThat(TurningPhases.leftOut(about(three, new int[] {0, 1}, new int[] {1, 2}), 0))
        .hasValue(0);
    assertThat(TurningPhases.leftOut(about(three, new int[] {0, 1, 1, 2}), 0))
        .as("a ladder")
        .hasValue(0);
  }

  @Test
  void populationsThatSwingDoNot() {
    Space two = new Space(List.of(2));
    assertThat(TurningPhases.leftOut(about(two, new int[] {0, 0, 1, 1}), 0)).isEmpty();
  }

  @Test
  void aTriangleOfOneFrequencyDoesNot() {
    Space three = new Space(List.of(3));
    assertThat(TurningPhases.leftOut(about(three, new int[] {0, 1, 1, 2, 0, 2}), 0)).isEmpty();
  }

  /** Basis states of two sites are numbered 00, 01, 10, 11. */
  @Test
  void aSiteMayRestInAPairThatTurns() {
    Space pair = new Space(List.of(2, 2));
    Destination.Oscillates exchange = about(pair, new int[] {1, 2, 0, 0, 1, 1});
    assertThat(TurningPhases.leftOut(exchange, 0, 1)).isEmpty();
    assertThat(TurningPhases.leftOut(about(pair, new int[] {0, 3}), 0)).hasValue(0);
    assertThat(TurningPhases.leftOut(about(pair, new int[] {0, 0}), 1)).isEmpty();
  }

  @Test
  void whatIsSmallerThanTheErrorIsLeftOutAndCounted() {
    Space two = new Space(List.of(2));
    ComplexMatrix tiny =
        ComplexMatrix.generate(2, 2, (i, j) -> i == j ? Complex.real(ERROR) : Complex.ZERO);
    Destination.Oscillates there =
        new Destination.Oscillates(
            about(two).mean(),
            List.of(new Destination.Oscillation(1, 2 * ERROR, Optional.of(tiny))),
            ERROR);
    // two elements of the size of the error, each with its conjugate
    assertThat(TurningPhases.leftOut(there, 0)).hasValue(2 * ERROR);
  }

  @Test
  void whatIsNotKeptIsNotJudged() {
    Space two = new Space(List.of(2));
    Destination.Oscillates there =
        new Destination.Oscillates(
            about(two).mean(),
            List.of(new Destination.Oscillation(1, 0.1, Optional.empty())),
            ERROR);
    assertThat(TurningPhases.leftOut(there, 0)).isEmpty();
    assertThat(there.recurring()).isEmpty();
  }
}
