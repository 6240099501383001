package qbattery.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpaceTest {

  @Test
  void theDimensionIsTheProductOfTheSites() {
    Space space = new Space(List.of(2, 3, 5));
    assertThat(space.sites()).isEqualTo(3);
    assertThat(space.dimension()).isEqualTo(30);
    assertThat(Space.cells(5).dimension()).isEqualTo(32);
  }

  @Test
  void spacesWithTheSameSitesAreEqual() {
    assertThat(new Space(List.of(2, 2)))
        .isEqualTo(Space.cells(2))
        .hasSameHashCodeAs(Space.cells(2));
    assertThat(new Space(List.of(2, 3))).isNotEqualTo(new Space(List.of(3, 2)));
  }

  @Test
  void aSpaceIsUnmovedByChangesToTheListItCameFrom() {
    List<Integer> dimensions = new ArrayList<>(List.of(2, 3));
    Space space = new Space(dimensions);
    dimensions.set(0, 7);
    assertThat(space.dimension()).isEqualTo(6);
  }

  @Test
  void aSpaceWithoutSitesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Space(List.of()))
        .withMessageContaining("at least one site");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Space.cells(0))
        .withMessageContaining("0 were asked for");
  }

  @Test
  void aSiteOfOneLevelIsASingletAndOneOfNoneIsRefused() {
    assertThat(new Space(List.of(1, 3)).dimension()).isEqualTo(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Space(List.of(2, 0)))
        .withMessage("Site 2 has dimension 0; a site needs at least 1 level.");
  }

  @Test
  void aSpaceTooLargeIsRefused() {
    assertThat(Space.cells(Space.MAX_CELLS).dimension()).isEqualTo(1 << 14);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Space.cells(15))
        .withMessage(
            "15 two-level cells have more than 16384 dimensions; at most 14 cells can be handled.");
    assertThatIllegalArgumentException().isThrownBy(() -> Space.cells(100));
    assertThat(new Space(List.of(51, 501)).dimension()).isEqualTo(25_551);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Space(List.of(1 << 10, 1 << 10, 2)))
        .withMessageContaining("at least 2097152 dimensions");
  }

  @Test
  void aCollectiveSpinHasFewLevelsAndAllStatesOfItsCells() {
    Space space = Space.joined(List.of(Space.collective(1000), Space.cells(1)));
    assertThat(space.dimension()).isEqualTo(2002);
    assertThat(space.states()).isEqualTo(BigInteger.ONE.shiftLeft(1001));
    assertThat(space.part(List.of(1))).isEqualTo(Space.cells(1));
    assertThat(Space.collective(1)).isEqualTo(Space.cells(1)); // a cell alone
    assertThat(Space.collective(2)).isNotEqualTo(new Space(List.of(3)));
    assertThat(new Space(List.of(3)).states()).isEqualTo(BigInteger.valueOf(3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Space(List.of(3), List.of(3)))
        .withMessage(
            "3 cells have 4 symmetric states, and 6 levels in all total spins; site 1 has 3 levels.");
  }

  @Test
  void aSiteThatDoesNotExistIsRefused() {
    assertThat(Space.cells(3).requireSite(2)).isEqualTo(2);
    for (int site : new int[] {-1, 3}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Space.cells(3).requireSite(site))
          .withMessageContaining("no site " + site)
          .withMessageContaining("3 sites");
    }
  }
}
