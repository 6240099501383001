package qbattery.dynamics.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.dynamics.TimeGrid;
import qbattery.testing.Rounding;

/** Events on curves with closed forms; pieces as an integrator would make them. */
class EventScanTest {

  private static final double PI = StrictMath.PI;

  /** Pieces in which the fastest frequency turns by about two radians. */
  private static double[] nodes(double end, double fastest) {
    int count = (int) StrictMath.ceil(end * fastest / 2) + 1;
    return TimeGrid.upTo(end, Math.max(2, count)).toArray();
  }

  private static Optional<Occurrence> find(
      DoubleUnaryOperator curve, double end, double fastest, Event event) {
    return EventScan.along(curve, nodes(end, fastest), List.of(event)).get(0);
  }

  /** Larger at the start than ever again, with a lower maximum and a higher one inside. */
  @Test
  void aMaximumInsideIsNotThatOfTheStart() {
    DoubleUnaryOperator curve =
        t ->
            3 * StrictMath.exp(-4 * t)
                + StrictMath.exp(-StrictMath.pow(t - 3, 2) * 4)
                + 2 * StrictMath.exp(-StrictMath.pow(t - 6, 2) * 4);
    Occurrence inside = find(curve, 8, 4, new Event.InnerMaximum()).orElseThrow();
    assertThat(inside.time()).isCloseTo(6, within(inside.timeUncertainty()));
    assertThat(inside.value()).isCloseTo(2 + 3 * StrictMath.exp(-24), Rounding.after(10, 2));
    assertThat(find(curve, 8, 4, new Event.Maximum()).orElseThrow().time()).isZero();
    assertThat(find(curve, 2, 4, new Event.InnerMaximum())).isEmpty(); // still rising at the end
    assertThat(find(t -> -t, 2, 1, new Event.InnerMaximum())).isEmpty();
    assertThat(find(t -> 1 + 1e-9 * StrictMath.sin(9 * t), 2, 9, new Event.InnerMaximum()))
        .isEmpty(); // noise
  }

  @Test
  void aMaximumInsideMayBeAKinkOrAJump() {
    Occurrence kink =
        find(t -> -StrictMath.abs(t - 1.3), 3, 2, new Event.InnerMaximum()).orElseThrow();
    assertThat(kink.time()).isCloseTo(1.3, within(kink.timeUncertainty()));
    assertThat(kink.value()).isCloseTo(0, within(kink.timeUncertainty()));
    Occurrence jump = find(t -> t < 1.3 ? t : t - 2, 2, 2, new Event.InnerMaximum()).orElseThrow();
    assertThat(jump.time()).isCloseTo(1.3, within(jump.timeUncertainty()));
    assertThat(jump.value()).isCloseTo(1.3, within(jump.timeUncertainty()));
  }

  /** So near to a node that no place that is looked at lies between. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-12, -1e-10, 1e-9, -1e-9, 5e-9, -2e-8, 1e-7, -1e-6})
  void aTopBesideANodeIsWithinItsError(double offset) {
    double top = nodes(5, 1)[1] + offset;
    Occurrence found =
        find(t -> 2 + StrictMath.cos(t - top), 5, 1, new Event.Maximum()).orElseThrow();
    assertThat(found.time()).isCloseTo(top, within(found.timeUncertainty()));
    assertThat(found.timeUncertainty()).isPositive().isLessThan(Rounding.FLAT);
  }

  /** A kink at a node is known exactly, and so is a start from which the curve falls. */
  @Test
  void aTopFromWhichACurveFallsAtOnceIsExact() {
    double node = nodes(5, 1)[1];
    Occurrence kink =
        find(t -> t < node ? t : 2 * node - t, 5, 1, new Event.Maximum()).orElseThrow();
    assertThat(kink.time()).isEqualTo(node);
    assertThat(kink.timeUncertainty()).isZero();
    Occurrence start = find(t -> StrictMath.exp(-t), 5, 1, new Event.Maximum()).orElseThrow();
    assertThat(start.time()).isZero();
    assertThat(start.timeUncertainty()).isZero();
  }

  @Test
  void aSineHasItsEvents() {
    List<Optional<Occurrence>> found =
        EventScan.along(
            StrictMath::sin,
            nodes(5, 1),
            List.of(
                new Event.Maximum(),
                new Event.LargestAverage(),
                new Event.Passage(0.5),
                new Event.ValueAt(1.25),
                new Event.Fall(-0.3),
                Event.FallToShare.HALF));
    Occurrence top = found.get(0).orElseThrow();
    assertThat(top.value()).isCloseTo(1, Rounding.after(1, 1));
    assertThat(top.time()).isCloseTo(PI / 2, within(top.timeUncertainty()));
    assertThat(top.timeUncertainty()).isLessThan(Rounding.FLAT);
    Occurrence average = found.get(1).orElseThrow();
    assertThat(average.time()).isZero();
    assertThat(average.value()).isCloseTo(1, within(average.valueUncertainty()));
    assertThat(average.valueUncertainty()).isLessThan(Rounding.of(10, 1));
    assertThat(found.get(2).orElseThrow().time()).isCloseTo(PI / 6, Rounding.after(10, 1));
    assertThat(found.get(3).orElseThrow().value()).isEqualTo(StrictMath.sin(1.25));
    assertThat(found.get(4).orElseThrow().time())
        .isCloseTo(PI + StrictMath.asin(0.3), Rounding.after(10, 4));
    assertThat(found.get(5)).isEmpty(); // it does not start above 0
  }

  @Test
  void whatDoesNotHappenIsNotFound() {
    assertThat(find(t -> 1 + t, 5, 1, Event.FallToShare.HALF)).isEmpty();
    assertThat(find(t -> 0, 5, 1, Event.FallToShare.HALF)).isEmpty();
    assertThat(find(StrictMath::sin, 5, 1, new Event.Passage(1.0001))).isEmpty();
    assertThat(find(t -> Double.NaN, 5, 1, new Event.Maximum())).isEmpty();
    assertThat(find(t -> Double.NaN, 5, 1, new Event.LargestAverage())).isEmpty();
    assertThat(find(StrictMath::sin, 5, 1, new Event.ValueAt(6))).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EventScan(List.of(), 2, 1))
        .withMessageContaining("from 2.0 to 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Event.FallToShare(1))
        .withMessageContaining("between 0 and 1");
  }

  /** A dip by a thousandth below the level, of the fastest frequency, wherever the nodes lie. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9})
  void aShallowDipIsSeen(double phase) {
    DoubleUnaryOperator curve = t -> StrictMath.cos(3 * t + phase) + 0.4 * StrictMath.cos(t);
    double deepest =
        -find(t -> -curve.applyAsDouble(t), 4, 3, new Event.Maximum()).orElseThrow().value();
    Occurrence dip = find(curve, 4, 3, new Event.Fall(deepest + 1e-3)).orElseThrow();
    assertThat(curve.applyAsDouble(dip.time())).isCloseTo(deepest + 1e-3, Rounding.after(10, 2));
    for (int k = 0; k < 2_000; k++) { // not one earlier
      assertThat(curve.applyAsDouble(dip.time() * k / 2_000)).isGreaterThan(deepest + 1e-3);
    }
    assertThat(find(curve, 4, 3, new Event.Fall(deepest - 1e-9))).isEmpty();
  }

  /** Sums of ten random frequencies, against a million samples. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void theHighestOfManyPeaksIsFound(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] w = random.doubles(10, 0, 6).toArray();
    double[] phase = random.doubles(10, 0, 6).toArray();
    DoubleUnaryOperator curve =
        t -> {
          double sum = 0;
          for (int k = 0; k < w.length; k++) {
            sum += StrictMath.cos(w[k] * t + phase[k]);
          }
          return sum;
        };
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k <= 20_000; k++) {
      most = StrictMath.max(most, curve.applyAsDouble(50 * k / 20_000.0));
    }
    Occurrence top = find(curve, 50, 6, new Event.Maximum()).orElseThrow();
    assertThat(top.value()).isBetween(most - 1e-9, most + 1e-2); // samples are 2.5e-3 apart
    assertThat(curve.applyAsDouble(top.time())).isEqualTo(top.value());
    double level = 0.7 * most;
    double first = Double.NaN;
    boolean above = curve.applyAsDouble(0) > level;
    for (int k = 1; k <= 20_000 && Double.isNaN(first); k++) {
      if (curve.applyAsDouble(50 * k / 20_000.0) > level != above) {
        first = 50 * k / 20_000.0;
      }
    }
    assertThat(find(curve, 50, 6, new Event.Passage(level)).orElseThrow().time())
        .isBetween(first - 2.6e-3, first);
  }

  /** 2000 periods; whatever rounding says, the first is at pi/w. */
  @ParameterizedTest
  @ValueSource(doubles = {2.1, 3.7, 5.3, 6.1})
  void ofEqualPeaksTheFirstCounts(double w) {
    Occurrence top =
        find(t -> 1 - StrictMath.cos(w * t), 4000 * PI / w, w, new Event.Maximum()).orElseThrow();
    assertThat(top.time()).isCloseTo(PI / w, within(top.timeUncertainty()));
    assertThat(top.timeUncertainty()).isLessThan(Rounding.FLAT);
    assertThat(top.value()).isCloseTo(2, Rounding.after(10, 2));
  }

  @Test
  void aLaterPeakThatIsHigherCounts() {
    // Peaks at 2 + 1e-6 k: each is higher than the one before by more than 1e-7 of the largest.
    DoubleUnaryOperator rising = t -> 1 - StrictMath.cos(t) + 1e-6 * t / (2 * PI);
    Occurrence top = find(rising, 20 * PI, 1, new Event.Maximum()).orElseThrow();
    assertThat(top.time()).isCloseTo(19 * PI + 1e-6 / (2 * PI), within(top.timeUncertainty()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.33, 0.5, 0.77, 0.999, 1.0, 1.2345})
  void aKinkIsFoundWhereverItIs(double kink) {
    Occurrence top = find(t -> -StrictMath.abs(t - kink), 3, 2, new Event.Maximum()).orElseThrow();
    assertThat(top.time()).isCloseTo(kink, within(top.timeUncertainty()));
    assertThat(top.value()).isCloseTo(0, within(top.timeUncertainty()));
    Occurrence fall =
        find(t -> StrictMath.max(0, 1 - t / kink), 3, 2, new Event.Passage(0)).orElseThrow();
    assertThat(fall.time()).isCloseTo(kink, within(fall.timeUncertainty()));
  }

  @Test
  void aPeakAtTheStartAtTheEndAndAtANode() {
    Occurrence first = find(t -> StrictMath.exp(-t), 5, 1, new Event.Maximum()).orElseThrow();
    assertThat(first.time()).isZero();
    assertThat(first.value()).isEqualTo(1);
    Occurrence last = find(StrictMath::exp, 5, 1, new Event.Maximum()).orElseThrow();
    assertThat(last.time()).isEqualTo(5);
    double[] nodes = {0, 1, 2, 3};
    for (double top : new double[] {1, 1 - 1e-9, 1 + 1e-9, 2, 1.25}) {
      Occurrence at =
          EventScan.along(t -> 3 - (t - top) * (t - top), nodes, List.of(new Event.Maximum()))
              .get(0)
              .orElseThrow();
      assertThat(at.time()).isCloseTo(top, within(Rounding.FLAT));
      assertThat(at.value()).isCloseTo(3, Rounding.after(10, 3));
    }
  }

  @Test
  void aConstantIsHighestAtOnceAndCostsLittle() {
    AtomicInteger looks = new AtomicInteger();
    Occurrence top =
        find(
                t -> {
                  looks.incrementAndGet();
                  return 0.3;
                },
                100,
                2,
                new Event.Maximum())
            .orElseThrow();
    assertThat(top.time()).isZero();
    assertThat(looks.get()).isLessThan(600); // four a piece, and one top
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 30})
  void theLargestAverageMayBeInsideOrAtTheStart(double w) {
    // 1 - cos(w t): (1 - cos x)/x is largest where x sin x = 1 - cos x, at x = 2.3311223704144.
    Occurrence found =
        find(t -> 1 - StrictMath.cos(w * t), 20, w, new Event.LargestAverage()).orElseThrow();
    assertThat(found.time()).isCloseTo(2.3311223704144224 / w, within(found.timeUncertainty()));
    assertThat(found.value()).isCloseTo(0.7246113537767085 * w, Rounding.after(10, w));
    Occurrence decay =
        find(t -> 3 * -StrictMath.expm1(-w * t), 20, w, new Event.LargestAverage()).orElseThrow();
    assertThat(decay.time()).isZero();
    assertThat(decay.value()).isCloseTo(3 * w, within(decay.valueUncertainty()));
    assertThat(decay.valueUncertainty()).isLessThan(Rounding.of(100, 3 * w));
  }

  /** Entropy begins like -t ln t: its mean slope has no bound. */
  @Test
  void aSlopeWithoutBoundIsNoNumber() {
    assertThat(find(t -> t == 0 ? 0 : -t * StrictMath.log(t), 1, 2, new Event.LargestAverage()))
        .isEmpty();
    assertThat(find(StrictMath::sqrt, 1, 2, new Event.LargestAverage())).isEmpty();
  }

  @Test
  void aJumpBetweenTwoPiecesIsAnEvent() {
    EventScan scan = new EventScan(List.of(new Event.Fall(0.5), new Event.Maximum()), 0, 2);
    scan.look(0, 1, t -> 0.6 + 0.2 * t);
    scan.mayJump();
    scan.look(1, 2, t -> 0.1 * t);
    Occurrence fall = scan.found().get(0).orElseThrow();
    assertThat(fall.time()).isEqualTo(1);
    Occurrence top = scan.found().get(1).orElseThrow();
    assertThat(top.time()).isEqualTo(1);
    assertThat(top.value()).isCloseTo(0.8, Rounding.after(1, 1));
  }

  @Test
  void aCurveWithoutAValueForSomeTimeIsFollowedToItsEdges() {
    DoubleUnaryOperator later = t -> t < 0.7 ? Double.NaN : 2 - t;
    Occurrence top = find(later, 3, 2, new Event.Maximum()).orElseThrow();
    assertThat(top.time()).isCloseTo(0.7, within(top.timeUncertainty()));
    assertThat(top.value()).isCloseTo(1.3, within(top.timeUncertainty()));
    assertThat(find(later, 3, 2, new Event.Passage(1)).orElseThrow().time())
        .isCloseTo(1, Rounding.after(10, 1));
    assertThat(find(later, 3, 2, new Event.Fall(1))).isEmpty(); // no first value to fall from
    assertThat(find(t -> t > 0.7 ? Double.NaN : 2 - t, 3, 2, new Event.Fall(1))).isEmpty();
  }

  @Test
  void noiseIsNotFollowedForEver() {
    SplittableRandom random = new SplittableRandom(5);
    AtomicInteger looks = new AtomicInteger();
    find(
        t -> {
          looks.incrementAndGet();
          return 1e-17 * random.nextDouble();
        },
        100,
        2,
        new Event.Maximum());
    assertThat(looks.get()).isLessThan(100 * 300); // 100 pieces
  }

  /** With nothing to be found any more, nothing is looked at. */
  @Test
  void afterTheEventNothingCosts() {
    List<Double> looks = new ArrayList<>();
    find(
        t -> {
          looks.add(t);
          return StrictMath.exp(-t);
        },
        1000,
        2,
        Event.FallToShare.HALF);
    assertThat(looks.stream().mapToDouble(t -> t).max().orElseThrow()).isLessThanOrEqualTo(1);
  }

  @Test
  void valuesAtGivenTimesAreTakenWhateverIsLookedFor() {
    double[] times = {0.5, 0.7, 1, 1, 1.5, 3};
    EventScan scan = new EventScan(List.of(new Event.Fall(0.9)), 0.5, 3, times);
    scan.look(0, 1 - 1e-15, t -> t);
    scan.mayJump();
    scan.look(1 - 1e-15, 2, t -> 10 * t); // the fall is over before it began
    assertThat(scan.isOpen()).isTrue();
    scan.look(2, 3 + 1e-15, t -> 10 * t);
    assertThat(scan.samples()).hasSize(6);
    double[] right = {0.5, 0.7, 1, 10, 15, 30};
    for (int k = 0; k < right.length; k++) {
      assertThat(scan.samples()[k]).as("%d", k).isCloseTo(right[k], Rounding.after(10, 30));
    }
    assertThat(scan.isOpen()).isFalse();
    assertThat(new EventScan(List.of(), 0, 1, new double[] {0, 1}).samples())
        .containsExactly(Double.NaN, Double.NaN);
  }

  @Test
  void whereStepsEndIsKeptAndNothingIsLookedAt() {
    PieceEnds ends = new PieceEnds();
    ends.mayJump();
    ends.look(0, 1, t -> Double.NaN);
    ends.look(1, 1.5, t -> Double.NaN);
    assertThat(ends.isOpen()).isTrue();
    assertThat(ends.all()).containsExactly(1.0, 1.5);
  }

  @Test
  void aPassageKnowsItsSlopeAndHowFarAnErrorMovesIt() {
    Occurrence rising = find(StrictMath::sin, 5, 1, new Event.Passage(0.5)).orElseThrow();
    assertThat(rising.slope()).isCloseTo(StrictMath.cos(PI / 6), within(1e-3)); // one-sided
    assertThat(rising.bend()).isCloseTo(0.5 / StrictMath.cos(PI / 6), within(1e-3));
    double shifted = StrictMath.asin(0.5 + 0.01) - PI / 6;
    assertThat(rising.shift(0.01)).isCloseTo(shifted, within(1e-5)); // third order in 0.01
    Occurrence touching =
        find(t -> 1 - (t - 1) * (t - 1), 5, 1, new Event.Passage(1 - 1e-8)).orElseThrow();
    // The rounding of the curve, over its slope there.
    assertThat(touching.time()).isCloseTo(1 - 1e-4, within(Rounding.of(1, 1) / 2e-4));
    assertThat(touching.shift(1e-6)).isInfinite(); // the top may be lower than the level
    assertThat(
            find(t -> StrictMath.max(0, 1 - t), 5, 1, new Event.Passage(0)).orElseThrow().slope())
        .isCloseTo(1, within(1e-9)); // it stays there: the slope before counts
    assertThat(find(StrictMath::sin, 5, 1, new Event.Maximum()).orElseThrow().shift(0.1)).isZero();
  }
}
