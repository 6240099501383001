package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.linalg.HermitianEigen;
import qbattery.measure.Energy;
import qbattery.measure.Ergotropy;
import qbattery.measure.L1Coherence;
import qbattery.measure.Purity;
import qbattery.model.Battery;
import qbattery.quantum.Observable;
import qbattery.quantum.State;
import qbattery.testing.RandomBatteries;
import qbattery.testing.Randoms;

/** What holds along every evolution of every battery. */
class EvolutionPropertyTest {

  /** A hundred steps with errors of 1e-12, energies up to 6. */
  private static final double TOLERANCE = 1e-9;

  private static final double END = 4;

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void statesStayStatesAndMeasuresStayInTheirBounds(long seed) {
    SplittableRandom random = new SplittableRandom(1000 + seed);
    Battery battery = RandomBatteries.cells(random, 1 + (int) (seed % 3));
    Observable storage = Observable.of(battery.storage());
    State start =
        seed % 2 == 0
            ? Randoms.pureState(random, battery.space())
            : Randoms.state(random, battery.space());
    Solution solution = Evolution.of(battery, start).over(END).with(DormandPrince.TIGHT).solve();
    for (int k = 0; k < 12; k++) {
      State state = solution.at(random.nextDouble(END));
      assertThat(state.matrix().trace().re()).isCloseTo(1, within(TOLERANCE));
      assertThat(state.matrix().hermitianDefect()).isLessThan(TOLERANCE);
      assertThat(state.spectrum().min()).isGreaterThan(-TOLERANCE);
      double ergotropy = Ergotropy.of(state, storage);
      assertThat(ergotropy).isBetween(0.0, Energy.aboveGround(state, storage) + TOLERANCE);
      assertThat(Purity.of(state))
          .isBetween(1.0 / battery.space().dimension() - TOLERANCE, 1 + TOLERANCE);
      assertThat(L1Coherence.normalised(state)).isBetween(0.0, 1 + TOLERANCE);
    }
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void twoEvolutionsOneAfterTheOtherAreOne(long seed) {
    SplittableRandom random = new SplittableRandom(2000 + seed);
    Battery battery = RandomBatteries.cells(random, 1 + (int) (seed % 2));
    State start = Randoms.state(random, battery.space());
    double cut = random.nextDouble(0.5, 2);
    State between = Evolution.of(battery, start).over(END).with(DormandPrince.TIGHT).at(cut);
    State late =
        Evolution.of(battery, between).over(END - cut).with(DormandPrince.TIGHT).at(END - cut);
    State once = Evolution.of(battery, start).over(END).with(DormandPrince.TIGHT).at(END);
    assertThat(late.matrix().minus(once.matrix()).maxAbs()).isLessThan(TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void twoStatesNeverGrowFartherApart(long seed) {
    // Completely positive maps contract the distance of Hilbert and Schmidt only if unital; the
    // trace distance always.
    SplittableRandom random = new SplittableRandom(3000 + seed);
    Battery battery = RandomBatteries.cells(random, 1 + (int) (seed % 2));
    Solution one =
        Evolution.of(battery, Randoms.state(random, battery.space()))
            .over(END)
            .with(DormandPrince.TIGHT)
            .solve();
    Solution two =
        Evolution.of(battery, Randoms.pureState(random, battery.space()))
            .over(END)
            .with(DormandPrince.TIGHT)
            .solve();
    double before = Double.POSITIVE_INFINITY;
    for (double t = 0; t <= END; t += 0.25) {
      double distance = traceDistance(one.at(t), two.at(t));
      assertThat(distance).isLessThanOrEqualTo(before + TOLERANCE);
      before = distance;
    }
    assertThat(before).isLessThan(0.9 * traceDistance(one.at(0), two.at(0)));
  }

  private static double traceDistance(State a, State b) {
    double sum = 0;
    for (double value : HermitianEigen.valuesOf(a.matrix().minus(b.matrix()))) {
      sum += StrictMath.abs(value) / 2;
    }
    return sum;
  }
}
