package qbattery.paper.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.USUAL;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Workbench;
import qbattery.measure.Estimate;

/** Formulas in each realisation, and of means, on a cell that decays at a rate left to chance. */
class MeansOfRealisationsTest {

  /** Energy omega exp(-rate t); the same deviates serve both. */
  private static final String CELL =
      """
      battery: a cell that decays at a random rate
      parameters: {omega: {uniform: [1, 3]}, rate: 1, shift: 0}
      parts: [{cells: 1}]
      storage: omega*number(cell)
      channels: [{decay: omega*rate + shift}]
      start: excited
      times: {to: 2, count: 21}
      measures: [{measure: energy, name: E}]
      ensemble: {realisations: 40, stream: a cell}
      """;

  private static final String PAPER =
      """
      paper: small2026
      citation: Nobody, Nowhere
      battery: cell.yaml
      series:
        mean: E
        share: {mean of: 'E/first(E, time)'}
        faster: {mean of: 'E/first(E, time)', set: {shift: 0.1}}
      claims:
        it:
          where: Eq. 1
          says: Nothing.
          holds:
            - {number: 'last(mean, time)', name: mean, above: 0}
            - {number: 'first(share, time)', name: start, above: 0}
            - {number: 'last(share, time)', name: share, above: 0}
            - {number: 'last(share - faster*exp(0.1*time), time)', name: paired, above: -1}
            - {number: 'crossing(share, time, 1/2)', name: half, above: 0}
            - {number: 'crossing(share, time, 1/2) - crossing(faster, time, 1/2)', name: sooner, above: 0}
          turns: {set: {rate: 2}}
      """;

  private static Judgement judged(String paper) {
    Claim claim =
        PaperFiles.paper(
                PaperFiles.section(
                    "small.yaml",
                    paper,
                    name -> {
                      if (!name.equals("cell.yaml")) {
                        throw new IOException("There is no " + name);
                      }
                      return CELL;
                    }))
            .claims()
            .get(0);
    return claim.examination().judge(Workbench.inMemory());
  }

  private static Estimate number(Judgement judgement, String name) {
    return judgement.checks().stream()
        .filter(c -> c.quantity().equals(name))
        .map(Check::observed)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFormulaInEachRealisationIsAveraged() {
    Judgement judgement = judged(PAPER);
    assertThat(number(judgement, "start")).matches(e -> e.value() == 1 && e.error() < USUAL);
    Estimate share = number(judgement, "share");
    double mean = (Math.exp(-2) - Math.exp(-6)) / 4; // of exp(-2 omega), omega from 1 to 3
    assertThat(share.error()).isBetween(0.005, 0.02);
    assertThat(share.value()).isCloseTo(mean, within(2 * share.error()));
    double whole = (3 * Math.exp(-2) - 7 * Math.exp(-6)) / 8; // of omega exp(-2 omega)
    Estimate energy = number(judgement, "mean");
    assertThat(energy.value()).isCloseTo(whole, within(2 * energy.error()));
  }

  @Test
  void seriesOfTheSameRealisationsArePaired() {
    Judgement judgement = judged(PAPER);
    Estimate paired = number(judgement, "paired");
    assertThat(Math.abs(paired.value())).isLessThanOrEqualTo(paired.error());
    assertThat(paired.error()).isLessThan(1e-5); // either of them alone scatters by 0.01
    Estimate half = number(judgement, "half");
    assertThat(number(judgement, "sooner").error()).isLessThan(half.error() / 5);
  }

  @Test
  void whereNothingIsDrawnThereIsNoMean() {
    assertThatThrownBy(
            () ->
                judged(
                    PAPER.replace(
                        "share: {mean of: 'E/first(E, time)'}",
                        "share: {mean of: 'E/first(E, time)', set: {parameters.omega: 2}}")))
        .hasMessageContaining("say 'of' in place of 'mean of'");
    assertThatThrownBy(() -> judged(PAPER.replace("share: {mean of:", "share: {of: E, mean of:")))
        .hasMessageContaining("A series has 'of', or 'mean of'");
  }
}
