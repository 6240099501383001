package qbattery.paper.kamin2023;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.ROUNDING;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.catalogue.Catalogue;
import qbattery.claim.Judgement;
import qbattery.claim.Verdict;
import qbattery.dynamics.LocalDissipation;
import qbattery.experiment.Laboratory;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryDraft;
import qbattery.file.Setup;
import qbattery.model.Graph;
import qbattery.paper.Paper;
import qbattery.report.DataTable;
import qbattery.report.FigureBundle;

/** The paper's file and its batteries against closed forms, and numbers found by hand. */
class Kamin2023Test {

  private static final Laboratory LABORATORY = Workbench.inMemory();
  private static final Paper PAPER = Catalogue.paper("kamin2023").orElseThrow();

  private static Judgement judgement(String claim) {
    return PAPER.claims().stream()
        .filter(c -> c.id().equals("kamin2023." + claim))
        .findFirst()
        .orElseThrow()
        .examine(LABORATORY)
        .judgement();
  }

  private static FigureBundle drawn(String figure) {
    return PAPER.figures().stream()
        .filter(f -> f.id().equals(figure))
        .findFirst()
        .orElseThrow()
        .drawing()
        .draw(LABORATORY);
  }

  private static Map<String, double[]> columns(String figure) {
    return drawn(figure).data().columns().stream()
        .collect(Collectors.toMap(DataTable.Column::name, DataTable.Column::values));
  }

  private static double[] column(Map<String, double[]> columns, String name) {
    assertThat(columns).containsKey(name);
    return columns.getOrDefault(name, new double[0]);
  }

  @ParameterizedTest
  @CsvSource({
    // Of one to three cells by hand; the ratio 7/8 of the star is exact.
    "unique, 'steady states, star, N=4', 9, 0",
    "unique, 'spread of W, chain, N=2', 0.4254685461104, 1e-8",
    "equilibrium-full, 'W at mu = 10, T = 0.5', 0.99999996954, 1e-9",
    "equilibrium-J, 'W at N = 2, mu=3, T=1', 0.8509370922208679, 1e-8",
    "base-mu-8, smallest W at mu = 8, 0.99817789761, 1e-9",
    "coupling, W at J = omega over its limit, 0.875, 1e-5",
    "no-ancilla, 1/2 less the excited population, 0.23105857863, 1e-11",
    "transition-frequency, spread of W over omega_0, 0, 1e-11"
  })
  void observedValuesAreThoseFoundByHand(
      String claim, String quantity, double byHand, double tolerance) {
    Judgement judgement = judgement(claim);
    assertThat(judgement.observed()).containsKey(quantity);
    assertThat(judgement.observed().get(quantity).value()).isCloseTo(byHand, within(tolerance));
  }

  /** The verdict on the links is another where both pictures are one. */
  @Test
  void theClaimOnTheLinksTurns() {
    assertThat(judgement("eq1-star").verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
    assertThat(new PrintedLinks(Graph::linear, Graph::linear).judge(LABORATORY).verdict())
        .isEqualTo(Verdict.REPRODUCED);
  }

  /**
   * J = gamma, the others' reservoirs full: rational numbers, from solving the equations of three
   * cells by hand. At T = 0 a reservoir is empty below omega, half full at it, full above.
   */
  @ParameterizedTest
  @CsvSource({"1, central, 1/2", "1, linear, 4/9", "0, central, 1/15", "0, linear, -1/9"})
  void threeCellsOnFullAndEmptyReservoirsAreRational(String mu, String graph, String byHand) {
    BatteryDraft draft =
        KaminBattery.draft(
            "kamin2023-own.yaml",
            Map.of("T", "0", "bias", "10", "mu", mu, "interaction.1.graph", graph));
    String[] parts = byHand.split("/");
    double exact = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    assertThat(2 * KaminBattery.result(draft, "p") - 1).isCloseTo(exact, within(10 * ROUNDING));
  }

  /** Two cells: the excitations that hop are those that the reservoirs give and take. */
  @ParameterizedTest
  @CsvSource({"0.3, 0.2, 1.5, 0.7", "1, 1, 2, 1", "2.5, -0.5, 4, 1.9"})
  void twoCellsFollowTheirClosedForm(double j, double mu, double bias, double gamma) {
    BatteryDraft draft =
        KaminBattery.draft(
            "kamin2023-own.yaml",
            Map.of("N", "2", "J", "" + j, "mu", "" + mu, "bias", "" + bias, "gamma", "" + gamma));
    double own = 1 / (Math.exp(1 - mu) + 1);
    double other = 1 / (Math.exp(1 - mu - bias) + 1);
    double part = 2 * j * j / (gamma * gamma + 4 * j * j);
    assertThat(KaminBattery.result(draft, "p"))
        .isCloseTo(own + part * (other - own), within(10 * ROUNDING));
  }

  /** tanh((mu - omega)/2T) for the star in equilibrium, whatever else. */
  @Test
  void theStarInEquilibriumIsKnown() {
    Map<String, double[]> columns = columns("fig2");
    double[] mu = column(columns, "mu");
    double[] w = column(columns, "W, T=0.5, star (Fig. 1)");
    for (int k = 0; k < mu.length; k++) {
      assertThat(w[k]).isCloseTo(Math.max(0, Math.tanh(mu[k] - 1)), within(10 * ROUNDING));
    }
  }

  /** The currents into all cells add up to nothing. */
  @Test
  void whatGoesInComesOut() {
    Map<String, double[]> columns = columns("fig-currents");
    double[] battery = column(columns, "star, battery");
    double[] other = column(columns, "star, each other cell");
    double[] end = column(columns, "chain, battery");
    double[] second = column(columns, "chain, cell 2");
    double[] third = column(columns, "chain, cell at the other end");
    for (int k = 0; k < battery.length; k++) {
      assertThat(battery[k] + 2 * other[k]).isCloseTo(0, within(10 * ROUNDING));
      assertThat(end[k] + second[k] + third[k]).isCloseTo(0, within(10 * ROUNDING));
    }
    assertThat(battery[battery.length - 1]).isLessThan(-0.1);
  }

  /** Catalan numbers without coupling: total spins with their multiplicities squared. */
  @Test
  void theNumbersOfSteadyStates() {
    Map<String, double[]> columns = columns("fig-count");
    assertThat(column(columns, "star")).containsExactly(2, 2, 9);
    assertThat(column(columns, "chain")).containsExactly(2, 2, 2);
    assertThat(column(columns, "no coupling")).containsExactly(2, 5, 14);
  }

  /** Without coupling a battery has the occupation of its own reservoir. */
  @Test
  void theMapIsKnownAtItsEdge() {
    Map<String, double[]> columns = columns("fig-map-coupling");
    double[] j = column(columns, "J");
    double[] inversion = column(columns, "inversion");
    int[] edge = IntStream.range(0, j.length).filter(k -> j[k] == 0).toArray();
    assertThat(edge).hasSize(33);
    for (int k : edge) {
      assertThat(inversion[k]).isCloseTo(-Math.tanh(0.5), within(10 * ROUNDING));
    }
  }

  /** The closed form that is drawn is what the spectrum of the battery gives. */
  @Test
  void theFrequenciesThatACellSplitsIntoAreThoseOfItsSpectrum() {
    Map<String, double[]> columns = columns("fig-validity");
    double[] j = column(columns, "J");
    double[] drawn = column(columns, "max(battery, ancilla), T=2");
    for (int k = 8; k < j.length; k += 24) {
      Setup setup =
          KaminBattery.setup(
              KaminBattery.draft("kamin2023-own.yaml", Map.of("T", "2", "J", "" + j[k])));
      double largest =
          LocalDissipation.of(setup.battery(), setup.contacts()).numbers().reservoirs().stream()
              .mapToDouble(LocalDissipation.Seen::aroundAsked)
              .max()
              .orElse(0);
      assertThat(drawn[k]).isCloseTo(largest, within(10 * ROUNDING));
    }
    assertThat(drawn("fig-validity").picture().caption())
        .contains("warns where it exceeds " + LocalDissipation.FLAT);
  }
}
