package qbattery.paper.kamin2023;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.experiment.Laboratory;
import qbattery.experiment.Workbench;
import qbattery.paper.Paper;
import qbattery.report.DataTable;
import qbattery.report.FigureBundle;
import qbattery.report.figure.Curve;
import qbattery.report.figure.HeatMap;
import qbattery.report.figure.LineFigure;

class KaminFiguresTest {

  private static final Laboratory LABORATORY = Workbench.inMemory();

  private static FigureBundle draw(String id) {
    return Kamin2023.paper().figures().stream()
        .filter(f -> f.id().equals(id))
        .findFirst()
        .orElseThrow()
        .drawing()
        .draw(LABORATORY);
  }

  private static double[] column(FigureBundle bundle, String name) {
    Map<String, double[]> columns =
        bundle.data().columns().stream()
            .collect(Collectors.toMap(DataTable.Column::name, DataTable.Column::values));
    assertThat(columns).containsKey(name);
    return columns.getOrDefault(name, new double[0]);
  }

  @Test
  void everyFigureIsThereInItsOrder() {
    assertThat(Kamin2023.paper().figures())
        .extracting(Paper.Figure::id)
        .containsExactly(
            ("fig2 fig3 fig4 fig5 fig6 fig6-chain fig-map-bias fig-map-bias-chain"
                    + " fig-map-temperature fig-map-temperature-chain fig-map-coupling"
                    + " fig-map-coupling-chain fig-starts fig-count fig-gap fig-currents"
                    + " fig-temperature-bias fig-validity")
                .split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fig2",
        "fig3",
        "fig4",
        "fig5",
        "fig-starts",
        "fig-gap",
        "fig-currents",
        "fig-temperature-bias",
        "fig-validity"
      })
  void everyNumberDrawnIsInTheTableAndTheCaptionSaysWhatIsChosen(String id) {
    FigureBundle bundle = draw(id);
    LineFigure picture = (LineFigure) bundle.picture();
    for (Curve curve : picture.curves()) {
      assertThat(bundle.data().columns()).anyMatch(c -> Arrays.equals(c.values(), curve.y()));
    }
    assertThat(picture.caption()).contains("chosen here");
    assertThat(bundle.provenance().errors()).isNotEmpty();
    // The limits of fig4 are extrapolated; all else is certified.
    assertThat(bundle.provenance().errors().values()).allMatch(error -> error < 1e-4);
  }

  /** tanh((mu - omega)/2T) for the star, whatever else. */
  @Test
  void theStarInEquilibriumIsKnown() {
    FigureBundle bundle = draw("fig2");
    double[] mu = column(bundle, "mu");
    double[] w = column(bundle, "W, star, T = 0.5");
    for (int k = 0; k < mu.length; k++) {
      assertThat(w[k]).isCloseTo(StrictMath.max(0, StrictMath.tanh(mu[k] - 1)), within(1e-8));
    }
  }

  /** The currents into all cells add up to nothing. */
  @Test
  void whatGoesInComesOut() {
    FigureBundle bundle = draw("fig-currents");
    double[] battery = column(bundle, "current into cell 1, star");
    double[] other = column(bundle, "current into cell 2, star");
    double[] end = column(bundle, "current into cell 1, chain");
    double[] second = column(bundle, "current into cell 2, chain");
    double[] third = column(bundle, "current into cell 3, chain");
    for (int k = 0; k < battery.length; k++) {
      assertThat(battery[k] + 2 * other[k]).isCloseTo(0, within(1e-11));
      assertThat(end[k] + second[k] + third[k]).isCloseTo(0, within(1e-11));
    }
  }

  /** Where charging begins, a curve of Fig. 3 has a point, and is zero there. */
  @Test
  void theKinkIsAmongThePoints() {
    FigureBundle bundle = draw("fig3");
    double[] bias = column(bundle, "Delta mu");
    double[] w = column(bundle, "W, star, mu = 0");
    int kink =
        IntStream.range(0, bias.length)
            .filter(k -> StrictMath.abs(bias[k] - 1.96667850981) < 1e-6)
            .findFirst()
            .orElseThrow();
    assertThat(w[kink]).isCloseTo(0, within(1e-6));
    assertThat(w[kink + 1]).isGreaterThan(0.001);
  }

  /** Catalan numbers without coupling: total spins with their multiplicities squared. */
  @Test
  void theNumbersOfSteadyStates() {
    FigureBundle bundle = draw("fig-count");
    assertThat(column(bundle, "steady states, star")).containsExactly(2, 2, 9);
    assertThat(column(bundle, "steady states, chain")).containsExactly(2, 2, 2);
    assertThat(column(bundle, "steady states, J = 0")).containsExactly(2, 5, 14);
  }

  /** Without coupling a battery has the occupation of its own reservoir; W is the positive part. */
  @Test
  void theMapIsKnownAtItsEdge() {
    FigureBundle bundle = draw("fig-map-coupling");
    assertThat(bundle.picture()).isInstanceOf(HeatMap.class);
    double[] j = column(bundle, "J");
    double[] inversion = column(bundle, "2p - 1");
    double[] w = column(bundle, "W");
    List<Integer> edge = IntStream.range(0, j.length).filter(k -> j[k] == 0).boxed().toList();
    assertThat(edge).hasSize(Ranges.MAP);
    edge.forEach(k -> assertThat(inversion[k]).isCloseTo(-StrictMath.tanh(0.5), within(1e-10)));
    for (int k = 0; k < w.length; k++) {
      assertThat(w[k]).isCloseTo(StrictMath.max(0, inversion[k]), within(1e-11));
    }
  }

  /** Across the line of a star the current, and with it the charge, turns round. */
  @Test
  void validityGrowsWithCouplingAndFallsWithTemperature() {
    FigureBundle bundle = draw("fig-validity");
    double[] cold = column(bundle, "change of n, T = 1");
    double[] hot = column(bundle, "change of n, T = 10");
    assertThat(cold[0]).isCloseTo(0, within(1e-12));
    for (int k = 1; k < cold.length; k++) {
      assertThat(cold[k]).isGreaterThan(cold[k - 1]).isGreaterThan(hot[k]);
    }
  }
}
