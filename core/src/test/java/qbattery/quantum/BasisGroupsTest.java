package qbattery.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BasisGroupsTest {

  @Test
  void statesAreGroupedByLabelInAscendingOrder() {
    int[] labels = {2, 0, 1, 0, 2, 2};
    BasisGroups groups = BasisGroups.by(6, 3, state -> labels[state]);
    assertThat(groups.count()).isEqualTo(3);
    assertThat(groups.dimension()).isEqualTo(6);
    assertThat(groups.members(0)).containsExactly(1, 3);
    assertThat(groups.members(1)).containsExactly(2);
    assertThat(groups.members(2)).containsExactly(0, 4, 5);
    assertThat(groups.size(2)).isEqualTo(3);
    assertThat(groups.groupOf(4)).isEqualTo(2);
    assertThat(groups.placeOf(4)).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void groupAndPlaceLeadBackToTheState(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int count = random.nextInt(1, 6);
    int dimension = random.nextInt(count, 40);
    int[] labels = new int[dimension];
    Arrays.setAll(labels, k -> k < count ? k : random.nextInt(count));
    BasisGroups groups = BasisGroups.by(dimension, count, state -> labels[state]);
    int members = 0;
    for (int k = 0; k < count; k++) {
      assertThat(groups.members(k)).hasSize(groups.size(k)).isSorted();
      members += groups.size(k);
    }
    assertThat(members).isEqualTo(dimension);
    for (int state = 0; state < dimension; state++) {
      assertThat(groups.groupOf(state)).isEqualTo(labels[state]);
      assertThat(groups.members(groups.groupOf(state))[groups.placeOf(state)]).isEqualTo(state);
    }
  }

  @Test
  void aSingleGroupHoldsAllStatesInTheirPlaces() {
    BasisGroups all = BasisGroups.single(4);
    assertThat(all.count()).isEqualTo(1);
    assertThat(all.members(0)).containsExactly(0, 1, 2, 3);
    assertThat(all.placeOf(3)).isEqualTo(3);
  }

  @Test
  void groupsAreUnmovedByChangesToWhatTheyGaveOut() {
    BasisGroups all = BasisGroups.single(3);
    all.members(0)[0] = 2;
    assertThat(all.members(0)).containsExactly(0, 1, 2);
  }

  @Test
  void equalDivisionsAreEqual() {
    assertThat(BasisGroups.by(4, 2, state -> state % 2))
        .isEqualTo(BasisGroups.by(4, 2, state -> state & 1))
        .hasSameHashCodeAs(BasisGroups.by(4, 2, state -> state & 1))
        .isNotEqualTo(BasisGroups.by(4, 2, state -> state / 2))
        .isNotEqualTo(BasisGroups.single(4));
    assertThat(BasisGroups.single(3)).isNotEqualTo(BasisGroups.single(4)).isNotEqualTo("groups");
  }

  @Test
  void aLabelOutsideIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BasisGroups.by(4, 3, state -> state))
        .withMessage("Basis state 3 has the label 3; labels run from 0 to 2.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BasisGroups.by(4, 3, state -> state - 1))
        .withMessageContaining("state 0 has the label -1");
  }

  @Test
  void aLabelThatNoStateHasIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BasisGroups.by(4, 3, state -> 2 * (state % 2)))
        .withMessage("No basis state has the label 1.");
  }
}
