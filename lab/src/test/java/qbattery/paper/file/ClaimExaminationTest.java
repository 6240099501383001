package qbattery.paper.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.FLAT;
import static qbattery.testing.Tolerance.USUAL;
import static qbattery.testing.Tolerance.rounding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.claim.Verdict;
import qbattery.experiment.LocalThreads;
import qbattery.experiment.MemoryStore;
import qbattery.experiment.ProgressListener;
import qbattery.experiment.SampleSize;
import qbattery.experiment.Workbench;
import qbattery.measure.Estimate;
import qbattery.report.DataTable;
import qbattery.report.FigureBundle;
import qbattery.report.figure.Curve;
import qbattery.report.figure.CurveStyle;
import qbattery.report.figure.Inset;
import qbattery.report.figure.LineFigure;
import qbattery.report.figure.Mark;

/** Claims of a cell that decays as exp(-Gamma t), whose every number is known. */
class ClaimExaminationTest {

  private static Claim claim(String... changes) {
    String text = SmallPaper.PAPER;
    for (int k = 0; k < changes.length; k += 2) {
      assertThat(text).contains(changes[k]);
      text = text.replace(changes[k], changes[k + 1]);
    }
    return SmallPaper.paper(text).claims().get(0);
  }

  private static Judgement judged(String... changes) {
    return claim(changes).examine(Workbench.inMemory()).judgement();
  }

  @Test
  void eachWayToJudgeGivesItsChecks() {
    Judgement judgement = judged();
    assertThat(judgement.verdict()).isEqualTo(Verdict.REPRODUCED);
    assertThat(judgement.checks())
        .extracting(Check::quantity)
        .containsExactly(
            "half*Gamma, Gamma=1",
            "half*Gamma, Gamma=2",
            "smallest fall of E along time",
            "smallest at(E, Gamma, 1) + 0.1 less at(E, Gamma, 4)",
            "largest difference of half and closed");
    assertThat(judgement.checks().get(0).observed().value()).isCloseTo(Math.log(2), within(USUAL));
    // The steepest curve is flat at its end: exp(-4 t) from 1.9 to 2.
    assertThat(judgement.checks().get(2).observed().value())
        .isCloseTo(Math.exp(-7.6) - Math.exp(-8), within(1e-8));
  }

  @Test
  void aCrossingAlongAParameterIsComputedThere() {
    Estimate crossed = noted("crossing(half, Gamma, 0.45)");
    double exact = Math.log(2) / 0.45;
    assertThat(Math.abs(crossed.value() - exact)).isLessThanOrEqualTo(crossed.error());
    assertThat(crossed.error()).isLessThan(1e-8); // half-lives are known to 1e-9
  }

  /** The half-life is log(2)/Gamma. */
  @Test
  void derivativesAndTopsAlongAParameterAreComputedBetweenItsValues() {
    Estimate slope = noted("first(derivative(half, Gamma), Gamma)");
    assertThat(slope.value()).isCloseTo(-Math.log(2), within(slope.error()));
    assertThat(slope.error()).isLessThan(1e-4); // small beside log(2)
    double where = Math.log(2) / 0.4;
    assertThat(noted("top_at(-(closed - 0.4)^2, Gamma)").value()).isCloseTo(where, within(FLAT));
    assertThat(noted("top(-(closed - 0.4)^2, Gamma)").value()).isCloseTo(0, rounding(1));
    assertThat(noted("top(half, Gamma)").value()).isCloseTo(Math.log(2), within(USUAL));
    Estimate steepest = noted("top_at(derivative((closed - 0.4)^3, Gamma), Gamma)");
    assertThat(steepest.value()).isCloseTo(where, within(steepest.error()));
    assertThat(noted("read(closed*Gamma, closed, Gamma, 0.5)").value())
        .isCloseTo(Math.log(2), rounding(1));
  }

  @Test
  void anInsetIsDrawnAsTheCurvesOfItsFigure() {
    String text =
        SmallPaper.PAPER.replace(
            "    curves: E\n",
            """
                curves: E
                marks: [{x: log(2), to: 1/2}, {x: 1}]
                range: {y: [0, 1]}
                inset: {curves: 1 - E, range: {x: [0, 0.5], y: [0, 1]}, axes: {y: '$1-E$'}, title: what is lost}
            """);
    FigureBundle figure =
        SmallPaper.paper(text).figures().get(0).drawing().draw(Workbench.inMemory());
    LineFigure drawn = (LineFigure) figure.picture();
    Inset inset = drawn.inset().orElseThrow();
    assertThat(inset.title()).isEqualTo("what is lost");
    assertThat(inset.x().max()).isEqualTo(0.5);
    assertThat(inset.curves()).extracting(Curve::style).isEqualTo(styles(drawn));
    for (int k = 0; k < inset.curves().size(); k++) {
      double[] lost = inset.curves().get(k).y();
      double[] left = drawn.curves().get(k).y();
      assertThat(lost[3]).isCloseTo(1 - left[3], rounding(1));
    }
    assertThat(figure.data().columns())
        .extracting(DataTable.Column::name)
        .contains("1 - E, Gamma=2");
    Mark.Vertical mark = (Mark.Vertical) drawn.marks().get(0);
    assertThat(mark.x()).isCloseTo(Math.log(2), rounding(1));
    assertThat(mark.top()).hasValue(0.5);
    assertThat(((Mark.Vertical) drawn.marks().get(1)).top()).isEmpty();
  }

  private static List<CurveStyle> styles(LineFigure figure) {
    return figure.curves().stream().map(Curve::style).toList();
  }

  /** The ergotropy of a cell that decays from |e> is 2 E - 1, while that is above 0. */
  @Test
  void aCurveIsDrawnAboveAnotherSeries() {
    String text =
        SmallPaper.PAPER.replace(
            "    curves: E\n",
            "    curves: [{y: W, x: E}]\n    set: {times: {to: 0.1, count: 5}}\n");
    assertThat(text).doesNotContain("curves: E");
    text = text.replace("series: {last:", "series: {W: {of: W, along: {Gamma: [1, 2, 4]}}, last:");
    FigureBundle figure =
        SmallPaper.paper(text).figures().get(0).drawing().draw(Workbench.inMemory());
    double[] x = figure.data().columns().get(0).values();
    double[] y = figure.data().columns().get(1).values();
    assertThat(x).hasSize(5);
    for (int k = 0; k < x.length; k++) {
      assertThat(y[k]).isCloseTo(2 * x[k] - 1, rounding(1));
    }
  }

  @Test
  void aValueThatIsNotOnTheAxisIsComputed() {
    Judgement judgement = judged("'crossing(half, Gamma, 0.5)'", "'at(half, Gamma, 1.5)'");
    assertThat(judgement.notes().get("crossed").value())
        .isCloseTo(Math.log(2) / 1.5, within(USUAL));
  }

  @Test
  void aReadingChangesWhatASeriesSays() {
    Judgement judgement =
        judged(
            "along: time, by: 0.0001",
            "along: time",
            "twice: {set: {Gamma: 2}}",
            "quarter: {set: {start_at: 1/4}}",
            "readings: printed",
            "readings: {fast: {like: quarter, set: {channels.1.decay: 2*Gamma}}, printed: {}}",
            "{of: half life of E, along: {Gamma: [1, 2]}}",
            "{of: E, set: {times: {to: 1, count: 2}}}",
            "half*Gamma, equals: rate/2, within: 1e-6",
            "'at(half, time, 1)', equals: exp(-2)/4, within: 1e-6",
            "      - {same: [half, closed], within: 1e-5}\n",
            "",
            "crossed: 'crossing(half, Gamma, 0.5)'",
            "crossed: 'at(half, time, 0)'");
    assertThat(judgement.verdict()).isEqualTo(Verdict.DEPENDS_ON_READING);
    assertThat(judgement.notes().get("crossed").value()).isCloseTo(0.25, rounding(1));
    assertThat(judgement.checks().get(0).verdict()).isEqualTo(Verdict.REPRODUCED);
  }

  /** other.yaml has a second channel: what a claim sets of the one file is not of the other. */
  @Test
  void aChangeOfOneBatteryFileIsNotOneOfAnother() {
    Judgement judgement =
        judged(
            "closed: {of: log(2)/Gamma, along: {Gamma: [1, 2]}}",
            "closed: {of: half life of E, battery: other, along: {rate: [1, 2]}}",
            "      - {same: [half, closed], within: 1e-5}\n",
            "      - {number: 'at(closed, rate, 1)', equals: log(2), within: 1e-6}\n",
            "along: time, by: 0.0001",
            "along: time",
            "readings: printed",
            "readings: {half: {set: {start_at: 1/2, channels.2.dephasing: 1}}}",
            "- {order: ['at(E, Gamma, 1) + 0.1', 'at(E, Gamma, 4)']}",
            "- {number: 'at(at(E, Gamma, 1), time, 0)', equals: 0.5, within: 1e-9}");
    assertThat(judgement.verdict()).isEqualTo(Verdict.REPRODUCED);
  }

  @Test
  void casesAreAnAxisOfTheirOwn() {
    Judgement judgement =
        judged(
            "{of: half life of E, along: {Gamma: [1, 2]}}",
            "{of: E, set: {times: [0]}, cases: {full: {}, half: {set: {start_at: 1/2}}}}",
            "half*Gamma, equals: rate/2, within: 1e-6",
            "'last(half, time)', above: 0.4",
            "      - {same: [half, closed], within: 1e-5}\n",
            "",
            "crossed: 'crossing(half, Gamma, 0.5)'",
            "crossed: 'spread(half)'");
    assertThat(judgement.notes().get("crossed").value()).isCloseTo(0.5, rounding(1));
    assertThat(judgement.checks().get(1).quantity()).isEqualTo("last(half, time), half");
  }

  @Test
  void aCriterionIsMadeFromTheChecks() {
    assertThat(claim().criterion())
        .isEqualTo(
            "half*Gamma must be rate/2, within 1e-6. E must fall along time, by more than 0.0001 in"
                + " each step. At every point each of at(E, Gamma, 1) + 0.1, at(E, Gamma, 4) must"
                + " lie above the next. half, closed must agree at every point, within 1e-5.");
  }

  /**
   * What two series ask for is computed once, and found again by a later run: the two points of the
   * second are among the three of the first.
   */
  @Test
  void aSeriesIsComputedOnce() {
    MemoryStore store = new MemoryStore();
    Map<String, ProgressListener.Advance> rows = new HashMap<>();
    ProgressListener counting = advance -> rows.put(advance.experiment().identity(), advance);
    Workbench workbench =
        new Workbench(store, LocalThreads.allProcessors(), new SampleSize.Published(), counting);
    Claim claim = claim("notes: {crossed: 'crossing(half, Gamma, 0.5)'}", "notes: {}");
    claim.examine(workbench);
    assertThat(rows.values())
        .extracting(ProgressListener.Advance::done)
        .containsExactlyInAnyOrder(3, 2);
    assertThat(rows.values())
        .extracting(ProgressListener.Advance::found)
        .containsExactlyInAnyOrder(0, 2);

    claim.examine(workbench);
    assertThat(rows.values())
        .extracting(ProgressListener.Advance::found)
        .containsExactlyInAnyOrder(3, 2);
  }

  private static Estimate noted(String formula) {
    return Objects.requireNonNull(
        judged(
                "E: {of: E, along: {Gamma: [1, 2, 4]}}",
                "E: {of: E, along: {Gamma: [1, 2, 4]}}\n  rise: {of: Gamma*time*E}\n  pair: {of: E, cases: {slow: {}, fast: {set: {Gamma: 2}}}}",
                "'crossing(half, Gamma, 0.5)'",
                "'" + formula + "'")
            .notes()
            .get("crossed"));
  }

  /** E = exp(-Gamma t); the times of the file are 0.1 apart. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          largest(course(rise))                                | 0.36787944117144233
          largest(course(rise, 1/2, 3/4))                      | 0.35427491455576105
          where_largest(course(rise), time)                    | 1
          largest(course(pair - at(pair, case, 2)))            | 0.25
          first(rank(at(course(pair), time, 1), case), case)   | 1
          last(rank(at(course(pair), time, 1), case), case)    | 2
          crossing(course(at(pair, case, 1)), time, 0.5)       | 0.6931471805599453
          otherwise(crossing(course(rise), time, 7), 3)        | 3
          mean(course(at(pair, case, 1)))                      | 0.43233235838169365
          gain(course(rise), time)                             | 0.36787944117144233
          drop(course(at(pair, case, 1)), time)                | 0.8646647167633873
          rise_while_falls(course(rise), course(at(pair, case, 1))) | 0.36787944117144233
          last(course(rise, 1), time)                          | 0.2706705664732254
          spread(course(rise))                                 | 0.36787944117144233
          """)
  void aCourseIsKnownBetweenTheTimes(String formula, double exact) {
    Estimate found = noted(formula);
    // where a curve is flat the place of its top is known to the root of what its height is
    assertThat(found.value()).isCloseTo(exact, within(formula.startsWith("where") ? 1e-3 : 1e-6));
    assertThat(found.errorIsKnown()).isTrue();
  }

  @Test
  void aNumberWithAnErrorHasNoPlaceInACourse() {
    assertThatThrownBy(() -> noted("largest(course(rise*at(half, Gamma, 1)))"))
        .hasMessageContaining("'half' is known within an error only");
    assertThatThrownBy(() -> noted("largest(course(half), time)"))
        .hasMessageContaining("Nothing in the course runs along time.");
    assertThatThrownBy(() -> noted("largest(course(rise), Gamma)"))
        .hasMessageContaining("A course runs along time, and along nothing else.");
  }
}
