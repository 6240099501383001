package qbattery.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Channels;
import qbattery.model.CollectiveEnsembles;
import qbattery.model.DisorderedNetwork;
import qbattery.model.Distribution;
import qbattery.model.Graph;
import qbattery.quantum.Space;

/** What files describe in short is what Java's factories make. */
class SetupTest {

  private static final String REST =
      """
      start: ground
      times: [0, 1]
      measures: [energy]
      """;

  private static Setup setup(String text) {
    return BatteryFiles.parse("f", text + REST, List.of()).setup(Map.of(), () -> 0.5);
  }

  @Test
  void cellsWithTheUsualChannels() {
    Setup setup =
        setup(
            """
            battery: cells
            parts: [{cells: 2}]
            storage: 1.5*number(cell)
            channels:
              - {decay: 0.2, name: local decay}
              - {pumping: 0.1, name: local pumping}
              - {dephasing: 0.3, name: local dephasing}
            """);

    Space space = Space.cells(2);
    assertThat(setup.battery())
        .isEqualTo(
            Battery.ofCells(
                "cells",
                2,
                1.5,
                List.of(
                    Channels.decay(space, 0.2),
                    Channels.pumping(space, 0.1),
                    Channels.dephasing(space, 0.3))));
  }

  @Test
  void anExchangeAndADecayAlongAGraphMakeANetwork() {
    Setup setup =
        setup(
            """
            battery: circular network of 4 cells
            parts: [{cells: 4}]
            storage: number(cell)
            interaction: [{exchange: 2, graph: circular}]
            channels: [{decay: 1, intracell: 0.5, graph: circular, name: decay along the links}]
            """);

    Battery network = CellNetwork.uniform(Graph.circular(4), 1, 2, 1, 0.5).battery();
    assertThat(setup.battery().storage().matrix()).isEqualTo(network.storage().matrix());
    assertThat(setup.battery().interaction().matrix()).isEqualTo(network.interaction().matrix());
    assertThat(setup.battery().channels()).isEqualTo(network.channels());
  }

  /** The same deviates in the same order, so the same realisations as from Java. */
  @Test
  void aNetworkDrawsAsADisorderedNetworkDoes() {
    Reading reading =
        BatteryFiles.parse(
            "f",
            """
            battery: disordered
            network:
              graph: linear
              cells: 3
              frequency: {uniform: [0.9, 1.1]}
              coupling: {around: [2, 0.5]}
              decay: 1
              intracell: {uniform: [-0.1, 0.1]}
            ensemble: {realisations: 5}
            """
                + REST,
            List.of());

    Setup setup = reading.setup(Map.of(), new Random(4)::nextDouble);

    DisorderedNetwork java =
        new DisorderedNetwork(
            Graph.linear(3),
            new Distribution.Uniform(0.9, 1.1),
            Distribution.Uniform.around(2, 0.5),
            new Distribution.Constant(1),
            new Distribution.Uniform(-0.1, 0.1));
    assertThat(setup.network()).contains(java.realise(new Random(4)::nextDouble));
  }

  @Test
  void ensemblesAreThoseOfTheModel() {
    Setup setup =
        BatteryFiles.parse(
                "f",
                RightFiles.all().get("ensembles.yaml"),
                List.of("start={battery temperature: T}"))
            .setup(Map.of("T", 0.5, "R", 2.0), () -> 0.5);

    CollectiveEnsembles java = new CollectiveEnsembles(4, 8, 1, 0.5, 0.5);
    assertThat(setup.ensembles()).contains(java);
    assertThat(setup.battery().storage()).isEqualTo(java.symmetric().storage());
    assertThat(setup.battery().channels()).isEqualTo(java.symmetric().channels());
    assertThat(setup.ensembleStart().orElseThrow().excitations())
        .isEqualTo(java.batteryThermal(0.5).excitations());
    assertThat(setup.stages()).hasSize(4);
    assertThat(setup.stages().get(2).kept()).containsExactly(0);
  }

  @Test
  void whatIsTakenAwayStaysAway() {
    Setup setup =
        BatteryFiles.parse("f", RightFiles.all().get("cavity.yaml"), List.of())
            .setup(Map.of(), () -> 0.5);

    Setup.BuiltStage charge = setup.stages().get(0);
    Setup.BuiltStage rest = setup.stages().get(1);
    assertThat(charge.battery().channels()).isEqualTo(setup.battery().channels());
    assertThat(charge.battery().interaction()).isEqualTo(setup.battery().interaction());
    assertThat(rest.kept()).containsExactly(0, 1, 3);
    assertThat(rest.battery().space().localDimensions()).containsExactly(2, 2, 3);
    assertThat(rest.battery().interaction().terms()).isEmpty();
    assertThat(rest.battery().channels())
        .extracting("name")
        .doesNotContain("cavity loss", "superradiance")
        .contains("along", "bath: emission");
    assertThat(rest.battery().drives()).extracting("name").doesNotContain("laser").contains("ramp");
  }

  @Test
  void aSweptParameterTakesItsValueAndWhatNeedsItFollows() {
    Reading reading = BatteryFiles.parse("f", StartingFile.text(), List.of());

    assertThat(reading.axes()).hasSize(1);
    assertThat(reading.axes().get(0).values()).containsExactly(0, 10, 20);
    double j =
        reading
            .setup(Map.of("Gamma", 2.0), () -> 0.5)
            .battery()
            .interaction()
            .terms()
            .get(0)
            .coefficient()
            .re();
    assertThat(j).isEqualTo(20);
  }

  @Test
  void modesGetMoreLevelsForACheckOfTheirCutoff() {
    Reading reading = BatteryFiles.parse("f", RightFiles.all().get("cavity.yaml"), List.of());

    Setup larger = reading.withMoreLevels(2).setup(Map.of(), () -> 0.5);

    assertThat(larger.battery().space().localDimensions()).containsExactly(2, 2, 6, 3);
    assertThat(reading.convergence().orElseThrow().moreLevels()).isEqualTo(2);
  }
}
