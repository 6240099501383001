package qbattery.paper.arjmandi2022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.model.CellNetwork;

class DisorderedChainTest {

  /** The frequencies of any chain are those of the deviates that the plainest one shows. */
  @ParameterizedTest
  @CsvSource({"20, 10, 1", "5, 20, 0.3", "7, 3, 5", "2.5, 10, 10"})
  void fieldsCouplingsAndDisorderShareTheirDeviates(double field, double coupling, double delta) {
    for (int index : new int[] {0, 1, 99}) {
      // at delta = 1 a field is twice B0 times its deviate
      List<Double> plain = new DisorderedChain(4, 0.5, 1, 1).realisation(index).frequencies();
      List<Double> asked =
          new DisorderedChain(4, field, coupling, delta).realisation(index).frequencies();
      for (int k = 0; k < 4; k++) {
        double expected = field * Math.abs(1 + delta * (2 * plain.get(k) - 1));
        assertThat(asked.get(k)).isCloseTo(expected, within(1e-13 * field * (1 + delta)));
      }
    }
  }

  @Test
  void realisationsDifferAndRepeat() {
    DisorderedChain chain = new DisorderedChain(3, 5, 10, 2);
    assertThat(chain.realisation(4)).isEqualTo(chain.realisation(4));
    assertThat(chain.realisation(4)).isNotEqualTo(chain.realisation(5));
    assertThat(chain.realisation(4).frequencies()).doesNotHaveDuplicates();
  }

  @Test
  void withoutDisorderAllCellsAreAlike() {
    CellNetwork cells = new DisorderedChain(5, 7, 20, 0).realisation(3);
    assertThat(cells.frequencies()).isEqualTo(Collections.nCopies(5, 7.0));
    assertThat(cells.couplings()).isEqualTo(Collections.nCopies(4, 10.0)); // J/2 of hopping
    assertThat(cells.decay()).isEqualTo(Collections.nCopies(5, 1.0));
    assertThat(cells.intracell()).isEqualTo(Collections.nCopies(4, 0.0));
    assertThat(cells.graph().links()).hasSize(4);
  }

  /** Uniform in B0 (1 - delta) to B0 (1 + delta), then the size: at delta = 5 up to 6 B0. */
  @Test
  void fieldsFillTheirInterval() {
    DisorderedChain chain = new DisorderedChain(2, 1, 10, 5);
    double sum = 0;
    double largest = 0;
    for (int index = 0; index < 1000; index++) {
      for (double frequency : chain.realisation(index).frequencies()) {
        sum += frequency;
        largest = Math.max(largest, frequency);
      }
    }
    // |u| of u uniform in (-4, 6) has mean (16 + 36)/20 and a standard deviation of 1.7:
    // four standard errors of 2000 samples are 0.15
    assertThat(sum / 2000).isCloseTo(2.6, within(0.15));
    assertThat(largest).isBetween(5.9, 6.0);
  }
}
