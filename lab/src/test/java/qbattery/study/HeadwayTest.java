package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import qbattery.dynamics.Scan;

/** How long an evolution still takes is told from its latest pace. */
class HeadwayTest {

  private static final long SECOND = 1_000_000_000;

  private long now;
  private final Headway headway = new Headway(() -> now);

  private Headway.News news() {
    return headway.slowest().orElseThrow();
  }

  @Test
  void anEvolutionThatGoesEvenlyHasWhatIsLeftOfItsTime() {
    headway.begin();
    assertThat(news().left()).isInfinite();
    Scan scan = headway.scan(10);
    for (int k = 1; k <= 20; k++) {
      now += SECOND;
      scan.look(0.1 * (k - 1), 0.1 * k, t -> 0);
    }
    assertThat(news().share()).isCloseTo(0.2, within(1e-12));
    assertThat(news().left()).isCloseTo(80, within(1e-6));
    headway.end();
    assertThat(headway.slowest()).isEmpty();
  }

  @Test
  void oneThatWasQuickAtFirstIsNotThoughtToGoOnSo() {
    headway.begin();
    Scan scan = headway.scan(10);
    now += SECOND;
    scan.look(0, 5, t -> 0); // half of it in a second, and then a thousandth in each
    for (int k = 1; k <= 20; k++) {
      now += SECOND;
      scan.look(5, 5 + 0.01 * k, t -> 0);
    }
    assertThat(news().left()).isCloseTo(480, within(1e-6));
  }
}
