package qbattery.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.file.tree.WrongFileException;
import qbattery.file.words.JsonSchema;

/** Holds the schema that ships to the checker, by a validator that knows nothing of us. */
class JsonSchemaTest {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JsonSchema.text(), InputFormat.JSON);

  static List<String> rightFiles() {
    return List.copyOf(RightFiles.all().values());
  }

  @ParameterizedTest
  @MethodSource("rightFiles")
  void whatIsRightFitsTheSchema(String text) {
    assertThat(SCHEMA.validate(JsonOf.yaml(text).orElseThrow(), InputFormat.JSON)).isEmpty();
  }

  /**
   * The checker finds all that the schema finds. What it finds beyond - names that mean nothing,
   * formulas, what belongs together - a schema cannot say; the test asks that the mutations hold
   * many that both find.
   */
  @Test
  void whatTheSchemaRefusesIsRefused() {
    Random random = new Random(3);
    List<String> right = rightFiles();
    int refused = 0;
    for (int k = 0; k < 600; k++) {
      String text = MutationTest.mutated(right.get(k % right.size()), random);
      Optional<String> json = JsonOf.yaml(text);
      if (json.isPresent() && !SCHEMA.validate(json.get(), InputFormat.JSON).isEmpty()) {
        refused++;
        assertThat(isRight(text)).as(text).isFalse();
      }
    }
    assertThat(refused).isGreaterThan(100);
  }

  /** Mistakes of form that an editor should show while one types. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "strat: ground",
        "start: exited",
        "start: {mixtur: 1}",
        "times: {to: 1}",
        "times: 3",
        "measures: [ergotrpy]",
        "measures: []",
        "channels: [{decay: 1, pumping: 1}]",
        "channels: [{decay: 1, offf: cell}]",
        "drives: [{operator: number(cell), envelope: {pulse: {value: 1}}}]",
        "parameters: {a: {uniform: [1, 2, 3]}}",
        "parts: [{cells: [1]}]",
        "form: null",
        "expect: {result: initial of energy}",
        "expect: [{result: initial of energy, value: 1}]",
        "expect: [{result: initial of energy, value: 1, tolerence: 1}]",
        "expect: [{result: initial of energy, value: 1, tolerance: 1, at: [1]}]",
        "results: [{at: energy}]",
        "results: [{at: energy, value: 1}]",
        "drives: [{operator: number(cell), envelope: {sech: {amplitude: 1, centre: 0}}}]",
        "network: {graph: linear, cells: 2, frequency: 1}",
      })
  void theSchemaRefusesMistakesOfForm(String line) {
    String text =
        RightFiles.all()
                .get("pure.yaml")
                .lines()
                .filter(l -> !l.startsWith(line.substring(0, line.indexOf(':') + 1)))
                .collect(Collectors.joining("\n"))
            + "\n"
            + line
            + "\n";

    assertThat(SCHEMA.validate(JsonOf.yaml(text).orElseThrow(), InputFormat.JSON)).isNotEmpty();
    assertThat(isRight(text)).isFalse();
  }

  private static boolean isRight(String text) {
    try {
      BatteryFiles.parse("f", text, List.of());
      return true;
    } catch (WrongFileException e) {
      return false;
    }
  }
}
