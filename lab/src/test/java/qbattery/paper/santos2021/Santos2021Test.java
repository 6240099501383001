package qbattery.paper.santos2021;

import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.log;
import static java.lang.StrictMath.sqrt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.FLAT;
import static qbattery.testing.Tolerance.TIGHT;
import static qbattery.testing.Tolerance.USUAL;
import static qbattery.testing.Tolerance.rounding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.catalogue.Catalogue;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.file.Reading;
import qbattery.paper.Paper;
import qbattery.report.DataTable;
import qbattery.report.DescribedTable;
import qbattery.study.Study;

/** What comes out of the paper file, against closed forms and another program. */
class Santos2021Test {

  private static final Paper PAPER = Catalogue.paper("santos2021").orElseThrow();
  private static final Workbench WORKBENCH = Workbench.inMemory();
  private static final Map<String, Judgement> FOUND = new HashMap<>();
  private static final Path FILES =
      Path.of(
          System.getProperty("qbattery.root"),
          "lab",
          "src",
          "main",
          "resources",
          "qbattery",
          "paper");

  /** Observed values against what Eqs. 4-5 give by hand. */
  @ParameterizedTest
  @CsvSource({
    "eq7, population rate / Gamma, 1",
    "eq7, coherence rate / Gamma, 0.5",
    "eq8, U(1/Gamma)/Umax, 0.36787944117144233",
    "eq8, E(0.5/Gamma)/Emax, 0.2130613194252668",
    "full-crossing, Gamma tau_c, 0.6931471805599453",
    "single-time-scale, Gamma tau_d of energy, 1",
    "equal-start, E of superposition, 0.5",
    "equal-start, E of mixture, 0.5",
    "eq9a, E(0)/E_half, 1",
    "eq9a, E(0.2/Gamma)/E_half, 0.4561922592339455",
    "eq9a, power of omega in the printed form, 2",
    "eq9b, E(0)/E_half, 1",
    "eq9b, printed form at t = 0, 0",
    "classical-crossing, Gamma tau_c, 0.4054651081081644",
    "half-life-classical, Gamma tau_half, 0.1823215567939546",
    "half-life-quantum, Gamma tau_half, 0.4700036292457356",
    "half-life-quantum, equal rates / Gamma that give the printed value, 0.5",
    "quantum-lives-longer, Gamma (tau_coherent - tau_classical), 0.287682072451781",
    "efficiency-single, coherent E/U at t=0, 1",
    "efficiency-single, classical E/U at t=0, 0.6666666666666666",
    "dephasing, rate of coherent E / gamma, 1",
    "start-N, 'E/U classical, N=1..5', 0.6666666666666666",
    "dead-energy, '(U-E)/N, N=5', 0.25"
  })
  void observedValuesAreThoseOfTheMasterEquation(String claim, String quantity, double byHand) {
    // the numerical error of these runs is about 1e-12; rates divide it by small times
    assertThat(number(claim, quantity)).isCloseTo(byHand, within(1e-10));
  }

  @Test
  void printedNumbersAreThoseOfTheirFormulas() {
    // half of the last digit written here
    assertThat(printed("half-life-quantum", "G_tau")).isCloseTo(0.6438711752, within(5e-11));
    assertThat(printed("half-life-classical", "G_tau"))
        .isCloseTo(0.3646431136, within(5e-11)); // as above
    assertThat(printed("classical-crossing", "G_tau_c")).isCloseTo(2 * log(1.5), rounding(1));
    assertThat(printed("full-crossing", "G_tau_c"))
        .isCloseTo(1.3862943611, within(5e-11)); // as above
  }

  /** By another program: the exponential of the generator at Gamma t = 60, 80 and 100. */
  @Test
  void theStarKeepsWhatAnotherProgramFinds() {
    String energy = "U/U0 that the star keeps for ever, %s start";
    String concurrence = "mean concurrence that the star keeps for ever, %s start";
    assertThat(number("central-energy", energy.formatted("coherent")))
        .isCloseTo(0.04658637439613, within(1e-13)); // digits of the other program
    assertThat(number("central-energy", concurrence.formatted("coherent")))
        .isCloseTo(0.0582329679, within(FLAT)); // a root of eigenvalues that are zero
    assertThat(number("classical-concurrence-small", energy.formatted("classical")))
        .isCloseTo(0.04724131184105, within(1e-13)); // digits of the other program
    // 1/t takes what still falls at Gamma t = 60 for three times as much as it is
    assertThat(number("classical-concurrence-small", concurrence.formatted("classical")))
        .isCloseTo(0.0885774595, within(1e-6));
  }

  /** Peaks within 1e-7 of the largest value count as one, which is 2e-9 of a coherence of 0.02. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "chain-advantage",
        "central-energy",
        "central-best",
        "classical-insensitive",
        "classical-coherence-small",
        "coherence-tracks",
        "central-entanglement"
      })
  void everyNumberThatDecidesIsKnownFarBetterThanItMust(String claim) {
    assertThat(judgement(claim).checks())
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c.observed().error()).isLessThan(USUAL));
  }

  @Test
  void figure2aHoldsTheSolutionOfTheMasterEquation() {
    List<DataTable.Column> data = figure("fig2a").columns();
    double[] t = data.get(0).values();
    for (int k = 0; k < t.length; k++) {
      double x = exp(-t[k]);
      assertThat(data.get(1).values()[k])
          .isCloseTo(x - 1 + sqrt((1 - x) * (1 - x) + x), rounding(1));
      assertThat(data.get(3).values()[k]).isCloseTo(StrictMath.max(0, 3 * x - 2), rounding(1));
    }
  }

  @Test
  void figure2bHoldsTheSolutionOfTheMasterEquation() {
    List<DataTable.Column> data = figure("fig2b").columns();
    double[] t = data.get(0).values();
    for (int k = 0; k < t.length; k++) {
      // dividing by U = x/2, which is down to 0.01, lets rounding grow a hundredfold
      assertThat(data.get(1).values()[k]).isCloseTo(efficiency(t[k]), within(1e-11));
      assertThat(data.get(3).values()[k])
          .isCloseTo(StrictMath.max(0, 2 - 4 / (3 * exp(-t[k]))), within(1e-11));
    }
  }

  /** From the coherent start. */
  private static double efficiency(double t) {
    double x = exp(-t);
    return (x - 1 + sqrt(1 - x + x * x)) / x;
  }

  @Test
  void aChainOfOneIsTheCellOfSectionTwo() {
    List<DataTable.Column> data = figure("fig3b").columns();
    double[] t = data.get(0).values();
    for (int k = 0; k < t.length; k++) {
      assertThat(data.get(1).values()[k]).isCloseTo(efficiency(t[k]), within(TIGHT));
    }
  }

  /** dU/dt at the start is minus the mean rate: sum_nm gamma_nm <sigma_n^+ sigma_m^->. */
  @ParameterizedTest
  @CsvSource({"1, 1.4", "2, 1.4", "3, 1.5", "4, 2"})
  void energyBeginsToFallAtTheMeanRateOfTheModes(int network, double rate) {
    double[] energy = figure("fig4a").columns().get(2 * network - 1).values();
    double h = 1 / 80.0;
    // Richardson from two steps: what is left is of order h^2 times the third derivative
    double slope = 2 * (energy[1] - energy[0]) / h - (energy[2] - energy[0]) / (2 * h);
    assertThat(-slope).isCloseTo(rate, within(5e-3));
  }

  /** Without shared decay or coupling all networks are five lone cells. */
  @ParameterizedTest
  @ValueSource(strings = {"central", "linear", "circular", "symmetric"})
  void withoutLinksTheNetworksAreOne(String graph) throws IOException {
    DescribedTable curves =
        Study.of(
                file(
                    "santos2021-network.yaml",
                    "parameters.J=0",
                    "parameters.icl=0",
                    "network.graph=" + graph))
            .run(WORKBENCH)
            .curves();
    double[] t = curves.column("time");
    for (int k = 0; k < t.length; k++) {
      assertThat(curves.column("U")[k]).isCloseTo(2.5 * exp(-t[k]), within(TIGHT));
      assertThat(curves.column("C")[k]).isCloseTo(0, within(TIGHT));
    }
  }

  /** A cell that turns 50 times a unit of time is followed to about 1e-11. */
  @Test
  void nothingDependsOnTheLevelSpacing() throws IOException {
    DescribedTable slow = Study.of(file("santos2021-cell.yaml")).run(WORKBENCH).results();
    DescribedTable fast =
        Study.of(file("santos2021-cell.yaml", "parameters.omega=50")).run(WORKBENCH).results();
    assertThat(fast.column("half_life")[0]).isCloseTo(slow.column("half_life")[0], within(TIGHT));
  }

  private static Reading file(String name, String... sets) throws IOException {
    return BatteryFiles.parse(name, Files.readString(FILES.resolve(name)), List.of(sets));
  }

  private static double number(String claim, String quantity) {
    return Objects.requireNonNull(judgement(claim).observed().get(quantity), quantity).value();
  }

  private static double printed(String claim, String name) {
    return Objects.requireNonNull(claim(claim).printed().get(name));
  }

  private static Judgement judgement(String claim) {
    return FOUND.computeIfAbsent(claim, c -> claim(c).examine(WORKBENCH).judgement());
  }

  private static Claim claim(String name) {
    return PAPER.claims().stream()
        .filter(c -> c.id().equals("santos2021." + name))
        .findFirst()
        .orElseThrow();
  }

  private static DataTable figure(String name) {
    return PAPER.figures().stream()
        .filter(f -> f.id().equals(name))
        .findFirst()
        .orElseThrow()
        .drawing()
        .draw(WORKBENCH)
        .data();
  }
}
