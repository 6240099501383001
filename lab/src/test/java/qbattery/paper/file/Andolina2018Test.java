package qbattery.paper.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.USUAL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.claim.Verdict;
import qbattery.experiment.Laboratory;
import qbattery.experiment.Workbench;
import qbattery.measure.Estimate;
import qbattery.paper.Paper;
import qbattery.report.DataTable;
import qbattery.report.FigureBundle;

/** The paper of the guide, put to the test as a reader would, against closed forms. */
class Andolina2018Test {

  private static final Path FILE = PapersTurnTest.PAPERS.resolve("andolina2018.yaml");
  private static final Laboratory LABORATORY = Workbench.inMemory();
  private static Paper paper;

  @BeforeAll
  static void read() throws IOException {
    paper = PaperFiles.read(FILE);
  }

  @Test
  void itIsShort() throws IOException {
    assertThat(Files.readAllLines(FILE)).hasSizeLessThanOrEqualTo(150);
    assertThat(paper.figures()).hasSize(5);
    assertThat(paper.claims()).hasSize(8);
  }

  @Test
  void itsClaimsHold() {
    assertThat(paper.claims())
        .isNotEmpty()
        .allSatisfy(
            c ->
                assertThat(c.examine(LABORATORY).judgement().verdict())
                    .as(c.id())
                    .isEqualTo(Verdict.REPRODUCED));
  }

  /** The largest of sin(x)^2/x, found by its own condition tan x = 2x. */
  @Test
  void aNoteIsComputed() {
    double x = 1.0;
    for (int k = 0; k < 200; k++) {
      x = Math.atan(2 * x);
    }
    Judgement judgement = judged("power");
    Estimate power = judgement.notes().get("power of one quantum over g omega");
    assertThat(power.value()).isCloseTo(Math.sin(x) * Math.sin(x) / x, within(USUAL));
    assertThat(Math.abs(power.value() - Math.sin(x) * Math.sin(x) / x))
        .isLessThanOrEqualTo(power.error());
  }

  @Test
  void aReasonHasTheNumbersInIt() {
    assertThat(judged("detuned").reason())
        .isEqualTo(
            "At the detunings 0, g/2, g, 2g and 4g 1, 0.9412, 0.8, 0.5, 0.2 of a quantum arrives.");
  }

  @Test
  void whatIsLookedAtBesideDecidesNothing() {
    Judgement judgement = judged("local-energy");
    assertThat(judgement.verdict()).isEqualTo(Verdict.REPRODUCED);
    assertThat(judgement.beside())
        .singleElement()
        .satisfies(r -> assertThat(r.judgement().verdict()).isEqualTo(Verdict.NOT_REPRODUCED));
  }

  @Test
  void aCurveIsThatOfTheClosedForm() {
    FigureBundle bundle = figure("fig-light");
    DataTable data = bundle.data();
    double[] t = column(data, "time");
    double[] fock = column(data, "energy, Fock state");
    for (int k = 0; k < t.length; k++) {
      double sine = Math.sin(0.2 * 2 * t[k]);
      assertThat(fock[k]).isCloseTo(sine * sine, within(USUAL));
    }
    assertThat(column(data, "energy, coherent state")).hasSize(t.length);
    assertThat(bundle.picture().caption()).startsWith("Four quanta");
  }

  @Test
  void aMapHasAPointForEachDetuningAndTime() {
    DataTable data = figure("fig-map").data();
    double[] t = column(data, "time");
    double[] delta = column(data, "delta");
    double[] energy = column(data, "battery");
    assertThat(t).hasSize(41 * 101);
    for (int k = 0; k < t.length; k += 97) {
      double rabi = Math.hypot(0.2, delta[k] / 2);
      double expected = Math.pow(0.2 / rabi * Math.sin(rabi * t[k]), 2);
      assertThat(energy[k]).isCloseTo(expected, within(USUAL));
    }
  }

  @Test
  void aCaptionHasNumbersBesideTeX() {
    assertThat(figure("fig-cells").picture().caption())
        .contains("$\\Delta=g$ the battery gets 0.8 of a quantum, detuned by $2g$ 0.5.");
  }

  private static FigureBundle figure(String id) {
    return paper.figures().stream()
        .filter(f -> f.id().equals(id))
        .findFirst()
        .orElseThrow()
        .drawing()
        .draw(LABORATORY);
  }

  private static double[] column(DataTable data, String name) {
    return data.columns().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow()
        .values();
  }

  private static Judgement judged(String id) {
    Claim claim =
        paper.claims().stream()
            .filter(c -> c.id().equals("andolina2018." + id))
            .findFirst()
            .orElseThrow();
    return claim.examine(LABORATORY).judgement();
  }
}
