package qbattery.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.claim.Claim;

/** A claim that is read alone is the one that stands among all of its paper. */
class OneClaimTest {

  static Stream<Claim> claims() {
    return Catalogue.papers().stream().flatMap(p -> p.claims().stream());
  }

  @ParameterizedTest
  @MethodSource("claims")
  void aClaimReadAloneIsTheSame(Claim whole) {
    Claim alone = Catalogue.claim(whole.id()).orElseThrow();
    assertThat(alone.id()).isEqualTo(whole.id());
    assertThat(alone.where()).isEqualTo(whole.where());
    assertThat(alone.says()).isEqualTo(whole.says());
    assertThat(alone.printed()).isEqualTo(whole.printed());
    assertThat(alone.criterion()).isEqualTo(whole.criterion());
    assertThat(Catalogue.claim(whole.id() + "x")).isEmpty();
    assertThat(Catalogue.claim(whole.paper())).isEmpty();
  }
}
