package qbattery.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static qbattery.claim.Verdict.INCONCLUSIVE;
import static qbattery.claim.Verdict.NOT_REPRODUCED;
import static qbattery.claim.Verdict.REPRODUCED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.measure.Estimate;

class CheckTest {

  @ParameterizedTest
  @CsvSource({
    "1.00, 0.01, REPRODUCED", // well inside
    "1.08, 0.01, REPRODUCED", // inside with its error
    "1.095, 0.01, INCONCLUSIVE", // the error reaches over the edge from inside
    "1.105, 0.01, INCONCLUSIVE", // and from outside
    "1.12, 0.01, NOT_REPRODUCED",
    "0.85, 0.01, NOT_REPRODUCED",
    "1.00, 0.20, INCONCLUSIVE", // right, but not known well enough
    "5.00, 0.20, NOT_REPRODUCED" // badly known, but wrong all the same
  })
  void equalityWeighsTheErrorAgainstTheTolerance(double value, double error, Verdict expected) {
    assertThat(Check.equal("q", new Estimate(value, error), 1, 0.1).verdict()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0.2, 0.1, REPRODUCED", "0.05, 0.1, INCONCLUSIVE", "-0.2, 0.1, NOT_REPRODUCED"})
  void exceedingMustBeClearOfTheError(double value, double error, Verdict expected) {
    assertThat(Check.exceeds("q", new Estimate(value, error), 0).verdict()).isEqualTo(expected);
  }

  @Test
  void nothingRestsOnANumberWhoseErrorIsNotKnown() {
    Estimate right = Estimate.notKnown(1, "There is no second way.");
    assertThat(Check.equal("q", right, 1, 0.1).verdict()).isEqualTo(INCONCLUSIVE);
    assertThat(Check.equal("q", right, 100, 0.1).verdict()).isEqualTo(INCONCLUSIVE);
    assertThat(Check.exceeds("q", right, 0).verdict()).isEqualTo(INCONCLUSIVE);
    Check sure = Check.equal("q", Estimate.exact(1), 1, 0.1);
    assertThat(Judgement.of("", sure, Check.exceeds("q", right, 0)).verdict())
        .isEqualTo(INCONCLUSIVE);
  }

  @Test
  void anEqualValueDoesNotExceed() {
    assertThat(Check.exceeds("q", new Estimate(1, 0), 1).verdict()).isEqualTo(NOT_REPRODUCED);
  }

  @Test
  void aNumberThatIsNoneCannotBeCompared() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Check.equal("the ratio", new Estimate(Double.NaN, 0), 1, 1))
        .withMessageContaining("the ratio");
  }

  @Test
  void aClaimHoldsOnlyIfAllItsPartsDo() {
    Check right = Check.equal("a", new Estimate(1, 0), 1, 0.1);
    Check open = Check.equal("b", new Estimate(1, 1), 1, 0.1);
    Check wrong = Check.equal("c", new Estimate(2, 0), 1, 0.2);
    assertThat(Judgement.of("", right, right).verdict()).isEqualTo(REPRODUCED);
    assertThat(Judgement.of("", right, open).verdict()).isEqualTo(INCONCLUSIVE);
    assertThat(Judgement.of("", right, open, wrong).verdict()).isEqualTo(NOT_REPRODUCED);
    assertThat(Judgement.of("", right, open, wrong).decisive()).isEqualTo(wrong);
    assertThat(Judgement.of("", right, open, wrong).tolerance()).isEqualTo(0.2);
  }

  @Test
  void whatStandsBesideAndNotesLeaveTheVerdictAlone() {
    Judgement wrong = Judgement.of("", Check.equal("c", new Estimate(2, 0), 1, 0.1));
    Judgement right = Judgement.of("", Check.equal("c", new Estimate(1, 0), 1, 0.1));
    Judgement both = wrong.beside("otherwise", right).noting("n", new Estimate(7, 0));
    assertThat(both.verdict()).isEqualTo(NOT_REPRODUCED);
    assertThat(both.beside()).hasSize(1);
    assertThat(both.observed()).containsOnlyKeys("c", "n");
  }
}
