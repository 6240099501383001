package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which parts go into which frame. */
class PauliCoverTest {

  private static PauliPart part(Integer... sites) {
    int size = 1 << (2 * sites.length);
    return new PauliPart(List.of(sites), new double[size][size]);
  }

  private static List<List<Integer>> sitesOf(List<PauliPart> parts, int most) {
    return PauliCover.of(parts, most).stream().map(PauliCover.Share::sites).toList();
  }

  @Test
  void aLineOfSevenTakesTwoFrames() {
    List<PauliPart> parts = new ArrayList<>(IntStream.range(0, 7).mapToObj(k -> part(k)).toList());
    IntStream.range(0, 6).forEach(k -> parts.add(part(k, k + 1)));
    assertThat(sitesOf(parts, 4)).containsExactly(List.of(3, 4, 5, 6), List.of(0, 1, 2, 3));
  }

  @Test
  void aStarOfSevenTakesTwoFrames() {
    List<PauliPart> parts = IntStream.range(1, 7).mapToObj(k -> part(0, k)).toList();
    assertThat(sitesOf(parts, 4)).containsExactly(List.of(0, 4, 5, 6), List.of(0, 1, 2, 3));
  }

  @Test
  void unconnectedPairsShareFrames() {
    List<PauliPart> parts = IntStream.range(0, 4).mapToObj(k -> part(2 * k, 2 * k + 1)).toList();
    assertThat(sitesOf(parts, 4)).containsExactly(List.of(4, 5, 6, 7), List.of(0, 1, 2, 3));
  }

  @Test
  void everyPartIsInExactlyOneFrameThatHoldsItsSites() {
    List<PauliPart> parts = new ArrayList<>();
    for (int a = 0; a < 6; a++) {
      parts.add(part(a));
      for (int b = a + 1; b < 6; b++) {
        parts.add(part(a, b));
        for (int c = b + 1; c < 6; c++) {
          parts.add(part(a, b, c));
        }
      }
    }
    for (int most : new int[] {3, 4, 5}) {
      List<PauliCover.Share> shares = PauliCover.of(parts, most);
      assertThat(shares.stream().flatMap(s -> s.parts().stream()))
          .usingElementComparator((p, q) -> p == q ? 0 : 1)
          .hasSize(parts.size())
          .containsAll(parts);
      for (PauliCover.Share share : shares) {
        assertThat(share.sites()).isSorted().hasSizeLessThanOrEqualTo(most);
        share.parts().forEach(p -> assertThat(share.sites()).containsAll(p.sites()));
      }
    }
  }
}
