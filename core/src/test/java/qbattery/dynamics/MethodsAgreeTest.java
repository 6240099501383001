package qbattery.dynamics;

import static qbattery.testing.Matrices.assertClose;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.model.Battery;
import qbattery.quantum.State;
import qbattery.testing.RandomBatteries;
import qbattery.testing.Randoms;

class MethodsAgreeTest {

  /** A hundred steps with errors of 1e-12 each. */
  private static final double TOLERANCE = 1e-10;

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void integrationAgreesWithTheExactPropagatorAtAnyTime(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Battery battery = RandomBatteries.cells(random, 1 + (int) (seed % 2));
    State start = Randoms.state(random, battery.space());
    double end = 5;
    Solution exact = Evolution.of(battery, start).over(end).with(new Method.Exact()).solve();
    Solution integrated = Evolution.of(battery, start).over(end).with(DormandPrince.TIGHT).solve();
    for (int k = 0; k < 20; k++) {
      double t = k == 0 ? end : random.nextDouble(end);
      assertClose(integrated.at(t).matrix(), exact.at(t).matrix(), TOLERANCE);
    }
  }

  @Test
  void theyAgreeForThreeCellsToo() {
    SplittableRandom random = new SplittableRandom(99);
    Battery battery = RandomBatteries.cells(random, 3);
    State start = Randoms.pureState(random, battery.space());
    double t = 1.3;
    assertClose(
        Evolution.of(battery, start).over(2).with(DormandPrince.TIGHT).at(t).matrix(),
        Evolution.of(battery, start).over(2).with(new Method.Exact()).at(t).matrix(),
        TOLERANCE);
  }
}
