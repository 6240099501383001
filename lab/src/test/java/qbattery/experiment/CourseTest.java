package qbattery.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.TIGHT;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.Solution;
import qbattery.measure.Estimate;
import qbattery.model.Battery;
import qbattery.model.Channels;
import qbattery.model.InitialState;
import qbattery.quantum.Space;
import qbattery.quantum.State;

class CourseTest {

  private static final double END = 2;

  private static final Course DECAY = decay();

  private static Course decay() {
    Evolution evolution =
        Evolution.of(
                Battery.ofCells("cell", 1, 1, List.of(Channels.decay(Space.cells(1), 1))),
                new InitialState.FullyExcited())
            .over(END);
    Solution main = evolution.solve();
    Solution witness = evolution.secondWay().orElseThrow().solve();
    return Course.of(
        t -> population(main.at(t)), main.nodes(), t -> population(witness.at(t)), witness.nodes());
  }

  /** How far apart the two ways of a course are, as a share. */
  private static final double APART = 1e-10;

  /** Two ways that differ a little, over 0..2 in pieces of 1/8. */
  private static Course course(DoubleUnaryOperator function) {
    double[] nodes = IntStream.rangeClosed(0, 16).mapToDouble(k -> k / 8.0).toArray();
    return Course.of(function, nodes, t -> function.applyAsDouble(t) * (1 + APART), nodes);
  }

  @Test
  void theMeanOfADecayIsThatOfItsClosedForm() {
    assertHolds(DECAY.mean(), (1 - StrictMath.exp(-END)) / END, TIGHT);
  }

  @Test
  void theMeanOfACurveWithAKinkHasTheErrorOfTheRule() {
    Estimate mean = course(t -> Math.abs(t - 0.7)).mean();
    assertHolds(mean, (0.7 * 0.7 + 1.3 * 1.3) / 4, 2 * APART);
  }

  /** The trapezoidal rule on steps of 1/80 is off by 3e-3 of its amplitude here. */
  @Test
  void theMeanOfAFastCurveIsNotThatOfItsSamples() {
    Estimate mean = course(t -> StrictMath.pow(StrictMath.sin(15 * t), 2)).mean();
    assertHolds(mean, 0.5 - StrictMath.sin(60) / 120, 2 * APART);
  }

  @Test
  void extremesLieBetweenTheNodes() {
    Course wave = course(t -> StrictMath.sin(5 * t));
    assertHolds(wave.largest().value(), 1, 2 * APART);
    assertThat(wave.largest().time().value())
        .isCloseTo(Math.PI / 10, within(wave.largest().time().error()));
    assertHolds(wave.smallest().value(), -1, 2 * APART);
    assertHolds(wave.between(0.4, 0.5).largest().value(), StrictMath.sin(2), 2 * APART);
  }

  @Test
  void aDifferenceAndALargestOfSeveralAreCourses() {
    Course sine = course(t -> StrictMath.sin(3 * t));
    Course cosine = course(t -> StrictMath.cos(3 * t));
    assertHolds(
        Course.combined(List.of(cosine, sine), v -> v[0] - v[1]).largest().value(),
        Math.sqrt(2),
        2 * APART);
    assertHolds(
        Course.combined(List.of(sine, cosine), v -> Math.max(v[0], v[1])).smallest().value(),
        -Math.sqrt(0.5),
        10 * APART);
  }

  /** A bump in the long last piece of a course of more pieces, where the other has short ones. */
  @Test
  void aCombinationIsLookedAtWhereAnyOfItsCoursesIs() {
    double[] early =
        IntStream.rangeClosed(0, 41).mapToDouble(k -> k == 41 ? 2 : k / 40.0).toArray();
    double[] late =
        IntStream.rangeClosed(0, 31).mapToDouble(k -> k == 0 ? 0 : 1 + (k - 1) / 30.0).toArray();
    DoubleUnaryOperator bump = t -> StrictMath.exp(-StrictMath.pow((t - 1.4) / 0.01, 2));
    Course still = Course.of(t -> 0, early, t -> 0, early);
    assertHolds(
        Course.combined(List.of(Course.of(bump, late, bump, late), still), v -> v[0] - v[1])
            .largest()
            .value(),
        1,
        2 * APART);
  }

  @Test
  void aFallHasNoRise() {
    assertThat(DECAY.largestRise().value()).isLessThanOrEqualTo(DECAY.largestRise().error());
  }

  /** From -1 at 3 pi/10 to 1 at pi/2. */
  @Test
  void theLargestRiseIsFromTheLowestPlaceBefore() {
    assertHolds(course(t -> StrictMath.sin(5 * t)).largestRise(), 2, 4 * APART);
  }

  /** sin 5t rises and cos 5t falls for 5t in 0..pi/2 and 2 pi..5 pi/2, by 1 each. */
  @Test
  void risesWhileAnotherFallsAreAddedUp() {
    Estimate rises =
        course(t -> StrictMath.sin(5 * t)).risesWhileFalls(course(t -> StrictMath.cos(5 * t)));
    assertThat(rises.value()).isCloseTo(2, within(1e-6)); // places of turns are known to 1e-8
  }

  private static void assertHolds(Estimate estimate, double truth, double mostError) {
    assertThat(estimate.value()).isCloseTo(truth, within(estimate.error()));
    assertThat(estimate.error()).isLessThan(mostError);
  }

  private static double population(State state) {
    return state.matrix().re(0, 0);
  }

  @Test
  void aLevelIsFirstReachedFromEitherSide() {
    assertHolds(DECAY.firstPassage(0.25).orElseThrow(), StrictMath.log(4), TIGHT);
    assertHolds(DECAY.negative().firstPassage(-0.5).orElseThrow(), StrictMath.log(2), TIGHT);
    assertThat(DECAY.firstPassage(0.1)).isEmpty(); // exp(-2) is 0.135
  }

  @Test
  void theTimeIsACourseOfTheSameSpan() {
    Course rise = Course.combined(List.of(DECAY, DECAY.time()), v -> v[0] * v[1]);
    assertHolds(rise.largest().value(), StrictMath.exp(-1), 1e-9); // t exp(-t)
    assertThat(rise.start()).isZero();
    assertThat(rise.end()).isEqualTo(END);
  }
}
