package qbattery.paper.santos2021;

import static org.assertj.core.api.Assertions.assertThat;
import static qbattery.testing.Tolerance.rounding;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.claim.Judgement;
import qbattery.claim.Verdict;
import qbattery.experiment.Workbench;
import qbattery.model.Graph;

class DissipatorsTest {

  /** One-way gain made Hermitian has the rates of Gamma_icl/2 times the adjacency matrix. */
  @ParameterizedTest
  @CsvSource({"2, -0.25", "3, -0.35355339059327373", "4, -0.4045084971874737"})
  void theRateOfEquation12IsThatOfTheRateMatrixForAnyNumberOfCells(int cells, double rate) {
    Graph chain = Graph.linear(cells);
    Judgement judgement =
        Dissipators.judged(
            PrintedDissipator.localDecay(cells, 1)
                .withTwoWayLoss(chain, 0.5)
                .withHermitianGain(chain, 0.5));
    assertThat(number(judgement, "smallest rate / Gamma")).isCloseTo(rate, rounding(1));
  }

  @Test
  void aMapThatDoesNotKeepMatricesHermitianIsNotCalledCompletelyPositive() {
    assertThat(new Dissipators.OfChain().judge(Workbench.inMemory()).reason())
        .contains("not completely positive");
    assertThat(new Dissipators.OfNetwork().judge(Workbench.inMemory()).reason())
        .contains("not completely positive");
    assertThat(new Dissipators.OfFirstVersion().judge(Workbench.inMemory()).reason())
        .contains("the map is completely positive");
  }

  /** The eigenvalues of Gamma 1 + Gamma_icl A of a chain of five are 1 + cos(k pi/6). */
  @Test
  void theRatesOfFiveCellsAreThoseOfTheirGraph() {
    Judgement judgement = new Dissipators.OfFirstVersion().judge(Workbench.inMemory());
    assertThat(number(judgement, "smallest rate / Gamma, chain of 5"))
        .isCloseTo(1 - Math.sqrt(3) / 2, rounding(1));
    assertThat(number(judgement, "smallest rate / Gamma, star of 5")).isCloseTo(0, rounding(1));
  }

  /** Both orderings are the channel of the model, up to what a chain of three bears, 1/sqrt 2. */
  @Test
  void theVerdictTurnsWithTheRate() {
    PrintedDissipator printed =
        PrintedDissipator.localDecay(3, 1).withTwoWayLoss(Graph.linear(3), 0.5);
    assertThat(Dissipators.judged(printed).verdict()).isEqualTo(Verdict.REPRODUCED);
    PrintedDissipator tooMuch =
        PrintedDissipator.localDecay(3, 1).withTwoWayLoss(Graph.linear(3), 0.71);
    assertThat(Dissipators.judged(tooMuch).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
  }

  private static double number(Judgement judgement, String quantity) {
    return Objects.requireNonNull(judgement.observed().get(quantity), quantity).value();
  }
}
