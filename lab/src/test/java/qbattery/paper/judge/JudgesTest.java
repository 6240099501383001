package qbattery.paper.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.claim.Check;
import qbattery.claim.Verdict;
import qbattery.measure.Estimate;

class JudgesTest {

  private static DataArray curve(double error, double... y) {
    double[] x = new double[y.length];
    Arrays.setAll(x, k -> k);
    return new DataArray(
        List.of(Coordinate.of("x", x)),
        Arrays.stream(y).mapToObj(v -> new Estimate(v, error)).toList());
  }

  private static Verdict verdict(List<Check> checks) {
    assertThat(checks).hasSize(1);
    return checks.get(0).verdict();
  }

  @Test
  void eachNumberIsHeldToTheBoundUnderItsOwnName() {
    List<Check> checks = Judges.each("W", curve(0, 1, 3), new Check.Below(2));
    assertThat(checks).extracting(Check::quantity).containsExactly("W, x=0", "W, x=1");
    assertThat(checks)
        .extracting(Check::verdict)
        .containsExactly(Verdict.REPRODUCED, Verdict.NOT_REPRODUCED);
    assertThat(Judges.each("W", DataArray.of(1), new Check.Below(2)).get(0).quantity())
        .isEqualTo("W");
  }

  @Test
  void belowIsAsSureAsTheErrorAllows() {
    assertThat(new Check.Below(2).judge(new Estimate(1.9, 0.05))).isEqualTo(Verdict.REPRODUCED);
    assertThat(new Check.Below(2).judge(new Estimate(1.9, 0.2))).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(new Check.Below(2).judge(new Estimate(2, 0))).isEqualTo(Verdict.NOT_REPRODUCED);
  }

  @Test
  void aRiseIsOneOfEachStep() {
    assertThat(verdict(Judges.rises("W", curve(0, 1, 2, 4), "x", 0.5)))
        .isEqualTo(Verdict.REPRODUCED);
    assertThat(verdict(Judges.rises("W", curve(0, 1, 2, 1.9), "x", 0)))
        .isEqualTo(Verdict.NOT_REPRODUCED);
    assertThat(verdict(Judges.rises("W", curve(0.6, 1, 2, 3), "x", 0)))
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(Judges.falls("W", curve(0, 3, 2, 1), "x", 0.9)))
        .isEqualTo(Verdict.REPRODUCED);
    assertThat(verdict(Judges.falls("W", curve(0, 3, 3, 1), "x", 0)))
        .isEqualTo(Verdict.NOT_REPRODUCED);
    assertThat(Judges.falls("W", curve(0, 3, 2), "x", 0).get(0).quantity())
        .isEqualTo("smallest fall of W along x");
  }

  @Test
  void anOrderHoldsAtEveryPoint() {
    List<DataArray> curves = List.of(curve(0, 3, 3), curve(0, 2, 2), curve(0, 1, 2.5));
    assertThat(Judges.order(List.of("a", "b", "c"), curves, 0))
        .extracting(Check::verdict)
        .containsExactly(Verdict.REPRODUCED, Verdict.NOT_REPRODUCED);
  }

  @Test
  void curvesAreTheSameIfNoPointIsApart() {
    List<String> names = List.of("a", "b");
    assertThat(verdict(Judges.same(names, List.of(curve(0, 1, 2), curve(0, 1.1, 1.9)), 0.2)))
        .isEqualTo(Verdict.REPRODUCED);
    assertThat(verdict(Judges.same(names, List.of(curve(0, 1, 2), curve(0, 1, 1.5)), 0.2)))
        .isEqualTo(Verdict.NOT_REPRODUCED);
    assertThat(verdict(Judges.same(names, List.of(curve(1, 1, 2), curve(0, 1, 2)), 0.2)))
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aMissingNumberIsRefusedAndOneLeftOutIsNot() {
    DataArray missing = new DataArray(List.of(Coordinate.of("x", 1)), List.of(Reductions.MISSING));
    assertThatThrownBy(() -> Judges.each("W", missing, new Check.Exceeds(0)))
        .hasMessageContaining("came out as no number");
    DataArray leftOut = new DataArray(List.of(Coordinate.of("x", 1)), List.of(Reductions.LEFT_OUT));
    assertThat(Judges.each("W", leftOut, new Check.Exceeds(0))).isEmpty();
  }
}
