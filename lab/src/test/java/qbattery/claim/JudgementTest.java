package qbattery.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static qbattery.claim.Verdict.DEPENDS_ON_READING;
import static qbattery.claim.Verdict.INCONCLUSIVE;
import static qbattery.claim.Verdict.NOT_REPRODUCED;
import static qbattery.claim.Verdict.REPRODUCED;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.measure.Estimate;

class JudgementTest {

  /** A judgement whose only number is above, below or around zero. */
  private static Judgement judgement(char sign) {
    Estimate found =
        sign == '+' ? new Estimate(2, 1) : sign == '-' ? new Estimate(-2, 1) : new Estimate(1, 2);
    return Judgement.of("It is " + sign + ".", Check.exceeds("x", found, 0)).noting("y", found);
  }

  private static final Estimate Z = new Estimate(0, 1);

  private static Judgement across(String signs) {
    Map<String, Judgement> readings = new LinkedHashMap<>();
    for (int k = 0; k < signs.length(); k++) {
      readings.put("reading " + (k + 1), judgement(signs.charAt(k)));
    }
    return Judgement.across(readings);
  }

  @ParameterizedTest
  @CsvSource({
    "+, REPRODUCED",
    "+++, REPRODUCED",
    "---, NOT_REPRODUCED",
    "???, INCONCLUSIVE",
    "+-+, DEPENDS_ON_READING",
    "-+, DEPENDS_ON_READING",
    "+?+, INCONCLUSIVE",
    "?--, INCONCLUSIVE",
    "--?, INCONCLUSIVE",
    "+?-, DEPENDS_ON_READING",
    "?+-, DEPENDS_ON_READING"
  })
  void onlyTwoSureVerdictsThatDifferDependOnTheReading(String signs, Verdict verdict) {
    assertThat(across(signs).verdict()).isEqualTo(verdict);
  }

  @Test
  void theFirstReadingIsShownAndTheOthersBesideIt() {
    Judgement agree = across("+++");
    assertThat(agree.reason()).isEqualTo("It is +. The verdict is the same under every reading.");
    assertThat(agree.checks()).isEqualTo(judgement('+').checks());
    assertThat(agree.notes()).containsOnlyKeys("y");
    assertThat(names(agree)).containsExactly("reading 1", "reading 2", "reading 3");
    assertThat(agree.beside()).isEmpty();
    Judgement differ = across("-+?");
    assertThat(differ.verdict()).isEqualTo(DEPENDS_ON_READING);
    assertThat(differ.reason())
        .isEqualTo(
            "It is -. It depends on the reading (reading 1: NOT_REPRODUCED; reading 2: REPRODUCED; reading 3: INCONCLUSIVE).");
    assertThat(differ.checks()).isEqualTo(judgement('-').checks());
    assertThat(names(differ)).containsExactly("reading 1", "reading 2", "reading 3");
    Judgement unsure = across("+?");
    assertThat(unsure.reason())
        .isEqualTo(
            "It is +. The error is too large under some readings (reading 1: REPRODUCED; reading 2: INCONCLUSIVE).");
    assertThat(names(unsure)).containsExactly("reading 1", "reading 2");
  }

  /** Whatever it says, the sentence on the readings stays true. */
  @Test
  void whatStandsBesideIsNoReadingAndDecidesNothing() {
    Judgement judgement = across("++").beside("another model", judgement('-')).noting("z", Z);
    assertThat(judgement.verdict()).isEqualTo(REPRODUCED);
    assertThat(judgement.reason()).endsWith("The verdict is the same under every reading.");
    assertThat(names(judgement)).containsExactly("reading 1", "reading 2");
    assertThat(judgement.beside())
        .extracting(Judgement.Named::name)
        .containsExactly("another model");
    assertThat(judgement.beside().get(0).judgement().verdict()).isEqualTo(NOT_REPRODUCED);
  }

  /** A reading that itself depends on one makes the claim depend on it. */
  @Test
  void readingsOfReadingsKeepTheirDependence() {
    Map<String, Judgement> readings = new LinkedHashMap<>();
    readings.put("sure", judgement('+'));
    readings.put("open", across("+-"));
    assertThat(Judgement.across(readings).verdict()).isEqualTo(DEPENDS_ON_READING);
  }

  @Test
  void readingsKeepTheirOwnVerdicts() {
    List<Verdict> own = new ArrayList<>();
    across("-+?").readings().forEach(r -> own.add(r.judgement().verdict()));
    assertThat(own).containsExactly(NOT_REPRODUCED, REPRODUCED, INCONCLUSIVE);
  }

  private static List<String> names(Judgement judgement) {
    return judgement.readings().stream().map(Judgement.Named::name).toList();
  }
}
