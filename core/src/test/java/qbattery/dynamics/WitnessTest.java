package qbattery.dynamics;

import static java.lang.Integer.parseInt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.measure.Concurrence;
import qbattery.measure.Energy;
import qbattery.measure.Entropy;
import qbattery.measure.Ergotropy;
import qbattery.measure.L1Coherence;
import qbattery.measure.Purity;
import qbattery.measure.RelativeEntropyOfCoherence;
import qbattery.model.Battery;
import qbattery.quantum.Observable;
import qbattery.quantum.State;
import qbattery.witness.WitnessModels;
import qbattery.witness.WitnessTable;

/**
 * Every representation against numbers from QuTiP, which shares no line with this library; see
 * bench/peers.
 */
class WitnessTest {

  /**
   * The project's bound for two independent programs. Both are good to about 1e-11, so it leaves
   * room for another processor's rounding, while a wrong sign, order or factor shows in the first
   * digits.
   */
  private static final double AGREED = 1e-8;

  /** A representation under test; nothing where it does not serve a battery or a start. */
  private record Candidate(
      String name, BiFunction<Battery, State, Optional<Representation>> factory) {}

  /** One line for each representation. */
  private static final List<Candidate> CANDIDATES =
      List.of(
          new Candidate("full matrix", (battery, start) -> Optional.of(new FullMatrix(battery))),
          new Candidate("excitation sectors", ExcitationSectors::of),
          new Candidate(
              "Pauli coefficients",
              (battery, start) -> PauliRepresentation.of(battery).map(Representation.class::cast)));

  /** Columns that hold one number of the whole state. */
  private static final Map<String, ToDoubleBiFunction<State, Observable>> MEASURES = measures();

  private static Map<String, ToDoubleBiFunction<State, Observable>> measures() {
    Map<String, ToDoubleBiFunction<State, Observable>> measures = new LinkedHashMap<>();
    measures.put("energy", Energy::of);
    measures.put("ergotropy", Ergotropy::of);
    measures.put("purity", (state, storage) -> Purity.of(state));
    measures.put("l1_coherence", (state, storage) -> L1Coherence.of(state));
    measures.put("entropy", (state, storage) -> Entropy.of(state));
    measures.put(
        "relative_entropy_of_coherence", (state, storage) -> RelativeEntropyOfCoherence.of(state));
    return measures;
  }

  private static double measured(String column, State state, Observable storage) {
    ToDoubleBiFunction<State, Observable> measure = MEASURES.get(column);
    if (measure != null) {
      return measure.applyAsDouble(state, storage);
    }
    String[] words = column.split("_");
    return switch (words[0]) {
      case "concurrence" -> Concurrence.of(state.reduced(parseInt(words[1]), parseInt(words[2])));
      case "population" -> state.reduced(parseInt(words[1])).matrix().re(0, 0);
      case "re" -> state.matrix().re(parseInt(words[1]), parseInt(words[2]));
      case "im" -> state.matrix().im(parseInt(words[1]), parseInt(words[2]));
      default -> throw new IllegalArgumentException("No measure for the column " + column);
    };
  }

  private static void holdsToTheWitness(
      WitnessTable table, WitnessTable.Row row, State state, Observable storage) {
    for (int c = 0; c < table.columns().size(); c++) {
      String column = table.columns().get(c);
      assertThat(measured(column, state, storage))
          .as("%s at t = %s", column, row.time())
          .isCloseTo(row.values().get(c), within(AGREED));
    }
  }

  static Stream<Arguments> modelsInRepresentations() {
    return CANDIDATES.stream()
        .flatMap(
            candidate ->
                WitnessModels.all().stream()
                    .filter(model -> represented(candidate, model).isPresent())
                    .map(model -> Arguments.of(candidate.name(), model, candidate)));
  }

  private static Optional<Representation> represented(
      Candidate candidate, WitnessModels.Model model) {
    Battery battery = model.battery();
    return candidate.factory().apply(battery, model.initial().of(battery));
  }

  @ParameterizedTest(name = "{1}, {0}")
  @MethodSource("modelsInRepresentations")
  void anIntegrationAgreesWithQutip(String name, WitnessModels.Model model, Candidate candidate) {
    Representation representation = represented(candidate, model).orElseThrow();
    Battery battery = model.battery();
    State start = model.initial().of(battery);
    Observable storage = Observable.of(battery.storage());
    WitnessTable table = WitnessTable.of(battery.name());
    Solution solution =
        IntegratedSolution.of(representation, start, table.end(), Method.DormandPrince.TIGHT);
    for (WitnessTable.Row row : table.rows()) {
      holdsToTheWitness(table, row, solution.at(row.time()), storage);
    }
    // A solution returns its start as it was given; a representation must keep it too.
    State kept = representation.decode(representation.encode(start), State.TOLERANCE);
    holdsToTheWitness(table, table.rows().get(0), kept, storage);
  }

  static Stream<WitnessModels.Model> smallModels() {
    return WitnessModels.all().stream()
        .filter(model -> model.battery().space().dimension() <= Method.Exact.MAX_DIMENSION);
  }

  @ParameterizedTest
  @MethodSource("smallModels")
  void theExactPropagatorAgreesWithQutip(WitnessModels.Model model) {
    Battery battery = model.battery();
    Observable storage = Observable.of(battery.storage());
    WitnessTable table = WitnessTable.of(battery.name());
    Solution solution =
        Evolution.of(battery, model.initial()).over(table.end()).with(new Method.Exact()).solve();
    for (WitnessTable.Row row : table.rows()) {
      holdsToTheWitness(table, row, solution.at(row.time()), storage);
    }
  }

  @Test
  void everyRepresentationServesAModelAndOneServesAll() {
    for (Candidate candidate : CANDIDATES) {
      assertThat(WitnessModels.all())
          .as(candidate.name())
          .anyMatch(model -> represented(candidate, model).isPresent());
    }
    assertThat(WitnessModels.all())
        .isNotEmpty()
        .allMatch(model -> represented(CANDIDATES.get(0), model).isPresent());
  }

  @Test
  void everyTableHoldsThirteenTimesUpToThreeAndTheMeasuresByName() {
    for (WitnessModels.Model model : WitnessModels.all()) {
      WitnessTable table = WitnessTable.of(model.battery().name());
      assertThat(table.rows()).hasSize(13);
      assertThat(table.end()).isEqualTo(3);
      assertThat(table.columns()).containsAll(MEASURES.keySet());
    }
  }
}
