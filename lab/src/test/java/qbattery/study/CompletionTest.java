package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.USUAL;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.experiment.Runner;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.quantum.NotAStateException;
import qbattery.report.DescribedTable;
import qbattery.report.RunRecord;
import qbattery.report.TableJson;

/** What becomes of numbers where a way of computing fails. */
class CompletionTest {

  private static final String EMPTY =
      """
      battery: a cell that is empty
      parts: [{cells: 1}]
      storage: number(cell)
      channels: [{decay: 1}]
      start: ground
      times: [0, 1]
      measures: [energy]
      results: [{final: energy}]
      """;

  /** So late and so wide a pulse that no step of sixteen digits resolves the decay. */
  private static final String ENDLESS =
      EMPTY.replace("times: [0, 1]", "times: [0, 1e300]")
          + "drives: [{operator: number(cell), envelope: {gaussian: {amplitude: 1e-300, centre: 1, width: 1e299}}}]\n";

  private static final String LINKED =
      """
      battery: two cells that decay together
      parameters: {g: 0}
      network: {graph: linear, cells: 2, frequency: 1, coupling: 0, decay: 1, intracell: g}
      start: excited
      times: {to: 1, count: 3}
      measures: [energy]
      results: [{final: energy}]
      sweep: {g: [0, 0.5, 1.5]}
      """;

  @Test
  void aFailedSecondWayLeavesTheValueAndSaysThatItsErrorIsNotKnown() {
    Study study = Study.of(BatteryFiles.parse("t.yaml", EMPTY, List.of()));
    RowLayout layout = study.layout();
    double[] row = study.experiments().get(0).row(0);
    row[layout.completion()] = Completion.SECOND_REFUSED.code();
    row[layout.resultError(0)] = Double.NaN;
    row[layout.measureError(0)] = Double.NaN;
    Outcome outcome = new Outcome(study, List.of(List.of(row)), List.of());
    assertThat(outcome.incomplete()).isFalse();
    DescribedTable results = outcome.results();
    assertThat(results.column("final of energy")).containsExactly(0);
    assertThat(results.data().toCsv()).contains(",0,not known");
    assertThat(Summary.of(outcome).lines())
        .containsExactly("final of energy = 0 (error not known)");
    String reason = "The second computation was refused for this model.";
    assertThat(outcome.notes()).containsExactly("The errors are not known. " + reason);
    RunRecord run = RunRecord.here(Instant.EPOCH, Duration.ZERO);
    assertThat(TableJson.of("t", results, outcome.provenance(), run, true))
        .contains(reason)
        .contains("\"not known\"")
        .contains("null");
  }

  @Test
  void aPlaceThatFailsIsNamedAndTheOthersAreThere() {
    Outcome outcome = Studies.run(LINKED);
    assertThat(outcome.incomplete()).isTrue();
    assertThat(outcome.notes())
        .singleElement()
        .asString()
        .startsWith("Nothing was computed at g = 1.5. ")
        .contains("negative eigenvalue");
    double[] found = outcome.results().column("final of energy");
    assertThat(found[0]).isCloseTo(2 * Math.exp(-1), within(USUAL));
    // with the rates 1 + g of the symmetric and 1 - g of the antisymmetric state:
    // p2' = -2 p2, ps' = (1 + g)(p2 - ps), pa' = (1 - g)(p2 - pa)
    double two = Math.exp(-2);
    double symmetric = 1.5 / 0.5 * (Math.exp(-1.5) - two);
    double antisymmetric = 0.5 / 1.5 * (Math.exp(-0.5) - two);
    assertThat(found[1]).isCloseTo(2 * two + symmetric + antisymmetric, within(USUAL));
    assertThat(found[2]).isNaN();
    assertThat(outcome.results().data().toCsv().lines().skip(3)).containsExactly("1.5,1,,");
  }

  @Test
  void aModelOfOnePlaceThatFailsEndsTheRun() {
    Study study = Study.of(BatteryFiles.parse("t.yaml", ENDLESS, List.of()));
    assertThatThrownBy(() -> study.run(Workbench.inMemory()))
        .isInstanceOf(Runner.PointFailedException.class);
  }

  @Test
  void failuresAreToldApart() {
    RuntimeException noState = new NotAStateException("trace 2");
    RuntimeException stuck = new ArithmeticException("step 0");
    RuntimeException refused = new IllegalArgumentException("no memory");
    assertThat(Completion.ofSecond(noState)).isEqualTo(Completion.SECOND_NO_STATE);
    assertThat(Completion.ofSecond(stuck)).isEqualTo(Completion.SECOND_STUCK);
    assertThat(Completion.ofSecond(refused)).isEqualTo(Completion.SECOND_REFUSED);
    assertThat(Completion.of(noState)).isEqualTo(Completion.NO_STATE);
    for (Completion completion : Completion.values()) {
      assertThat(Completion.of(completion.code())).isEqualTo(completion);
    }
    assertThat(Completion.SECOND_REFUSED.hasNumbers()).isTrue();
    assertThat(Completion.NO_STATE.hasNumbers()).isFalse();
  }
}
