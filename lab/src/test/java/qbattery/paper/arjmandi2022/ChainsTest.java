package qbattery.paper.arjmandi2022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.USUAL;
import static qbattery.testing.Tolerance.rounding;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.experiment.Ensemble;
import qbattery.experiment.Experiment;
import qbattery.experiment.Laboratory;
import qbattery.experiment.SampleSize;
import qbattery.experiment.SharedPoints;
import qbattery.experiment.Workbench;
import qbattery.file.tree.Node;
import qbattery.measure.Estimate;
import qbattery.paper.file.PaperFiles;
import qbattery.report.Numbers;
import qbattery.study.Errors;
import qbattery.study.Study;

/** The chains of the paper's battery file. */
class ChainsTest {

  /** Cells that decay by themselves, with p exp(-t) excited in each: E/E(0) and E/U follow. */
  @Test
  void withoutDisorderTheBatteryFileGivesTheClosedForm() {
    Chains chains = Chains.of(Workbench.inMemory());
    for (Start start : List.of(Start.FULLY_EXCITED, Start.CLASSICAL)) {
      double p = start == Start.CLASSICAL ? 0.75 : 1;
      Ratios kept = chains.of(new Chain(Reading.PRINTED, 2, 0, start, Chain.Ratio.ERGOTROPY), 100);
      assertThat(kept.alike()).isTrue();
      assertThat(kept.times()[100]).isEqualTo(1);
      Estimate half = kept.halfLife();
      // (2 p exp(-t) - 1)/(2 p - 1) = 1/2
      assertThat(half.value()).isCloseTo(Math.log(4 * p / (2 * p + 1)), within(half.error()));
      assertThat(half.error()).isLessThan(1e-5);
      // Read between times that are 0.01 apart; a straight line misses an eighth of its square.
      assertThat(kept.halfLife(new int[] {0})).isCloseTo(half.value(), within(0.01 * 0.01));
      Ratios share = chains.of(new Chain(Reading.PRINTED, 2, 0, start, Chain.Ratio.LATE_SHARE), 1);
      assertThat(share.times()[60]).isEqualTo(6);
      double fallen = Math.exp(-share.times()[2]);
      assertThat(share.mean()[2]).isCloseTo((2 * p * fallen - 1) / (p * fallen), within(USUAL));
    }
  }

  /** Claims in words and chains ask for the same points, so that they are computed once. */
  @Test
  void chainsShareTheirPointsWithTheClaimsOfTheFile() throws Exception {
    Asked inWords = new Asked();
    PaperFiles.claim("/qbattery/paper/", "arjmandi2022.yaml", "order-N2")
        .orElseThrow()
        .examine(inWords);
    Asked ofChains = new Asked();
    Chains.of(ofChains).of(Chain.coherent(Reading.PRINTED, 2, 0), 100);
    assertThat(ofChains.points).hasSize(1);
    assertThat(inWords.points).containsAll(ofChains.points);
  }

  /** A laboratory that notes which points it is asked for. */
  private static final class Asked implements Laboratory {
    private final Laboratory laboratory = Workbench.inMemory();
    private final List<String> points = new ArrayList<>();

    @Override
    public Ensemble exactly(Experiment experiment, int count) {
      points.add(((SharedPoints) experiment).point(0).orElseThrow());
      return laboratory.exactly(experiment, count);
    }

    @Override
    public Ensemble ensemble(Experiment experiment, int published, List<Integer> columns) {
      return exactly(experiment, published);
    }

    @Override
    public SampleSize extent() {
      return laboratory.extent();
    }
  }

  /** One coherent cell, whose ergotropy over its start is x - 1 + sqrt((1 - x)^2 + x). */
  @Test
  void oneCoherentCellHasTheClosedForm() {
    Ratios one = Chains.of(Workbench.inMemory()).of(Chain.coherent(Reading.WEAK_FIELD, 1, 0), 1);
    double[] mean = one.mean();
    for (int k = 0; k < mean.length; k++) {
      double x = Math.exp(-one.times()[k]);
      double kept = x - 1 + Math.sqrt((1 - x) * (1 - x) + x);
      assertThat(mean[k]).isCloseTo(kept, within(Math.max(USUAL, 2 * one.error())));
    }
    assertThat(one.halfLife().value()).isCloseTo(Math.log(1.6), within(1e-6)); // x = 5/8
  }

  /** Frequencies of single cells: the energy at the start from the fully excited state. */
  private static double[] frequencies(double field, double disorder, int realisations) {
    return Study.of(
            PaperFiles.battery(Chains.FILE)
                .with("N", Node.text("1"))
                .with("start", Node.text("excited"))
                .with("B0", Node.text(Numbers.exact(field)))
                .with("delta", Node.text(Numbers.exact(disorder)))
                .with("n", Node.text(Integer.toString(realisations)))
                .with("times", Node.list(List.of(Node.text("0"), Node.text("0.01"))))
                .reading(),
            Errors.NONE)
        .run(Workbench.inMemory())
        .each(0, "U")
        .stream()
        .mapToDouble(energies -> energies[0])
        .toArray();
  }

  /** The fields of any chain are those of the deviates that the plainest one shows. */
  @ParameterizedTest
  @CsvSource({"20, 1", "5, 0.3", "7, 5", "2.5, 10"})
  void fieldsShareTheirDeviates(double field, double delta) {
    double[] plain = frequencies(0.5, 1, 20); // a field is twice B0 times its deviate
    double[] asked = frequencies(field, delta, 20);
    for (int k = 0; k < asked.length; k++) {
      double expected = field * Math.abs(1 + delta * (2 * plain[k] - 1));
      assertThat(asked[k]).isCloseTo(expected, rounding(field * (1 + delta)));
    }
  }

  /** Uniform in B0 (1 - delta) to B0 (1 + delta), then the size: at delta = 5 up to 6 B0. */
  @Test
  void fieldsFillTheirInterval() {
    double[] all = frequencies(1, 5, 1000);
    double sum = 0;
    double largest = 0;
    for (double frequency : all) {
      sum += frequency;
      largest = Math.max(largest, frequency);
    }
    // |u| of u uniform in (-4, 6) has mean (16 + 36)/20 and a standard deviation of 1.7:
    // four standard errors of 1000 samples are 0.22
    assertThat(sum / 1000).isCloseTo(2.6, within(0.22));
    assertThat(largest).isBetween(5.9, 6.0);
  }
}
