package qbattery.file.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  private static final List<String> KNOWN =
      List.of("reproduce", "check", "santos2021.eq7", "santos2021.eq8");

  @ParameterizedTest
  @CsvSource({
    "reprodcue, reproduce",
    "chek, check",
    "Check, check",
    "santos2021.eq77, santos2021.eq7",
    "eq8, santos2021.eq8"
  })
  void aSlipOfTheFingersIsUnderstood(String typed, String meant) {
    assertThat(NearestName.of(typed, KNOWN)).contains(meant);
  }

  @Test
  void whoStopsTypingMeansTheNameThatGoesOn() {
    List<String> claims = List.of("santos2021.eq7", "santos2021.half-life-quantum");
    assertThat(NearestName.of("santos2021.half", claims)).contains(claims.get(1));
    assertThat(NearestName.of("santos2021.eq8", claims)).contains(claims.get(0));
  }

  @Test
  void aForeignWordHasNoNeighbour() {
    assertThat(NearestName.of("xyz", KNOWN)).isEmpty();
    assertThat(NearestName.of("", KNOWN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"kitten, sitting, 3", "'', abc, 3", "abc, abc, 0", "ab, ba, 1", "cuont, count, 1"})
  void distancesCountTheSlipsOfFingers(String a, String b, int distance) {
    assertThat(NearestName.distance(a, b)).isEqualTo(distance);
  }
}
