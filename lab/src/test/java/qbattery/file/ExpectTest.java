package qbattery.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.file.tree.WrongFileException;
import qbattery.file.words.Expected;
import qbattery.model.Envelope;

/** Numbers that a file is held to. */
class ExpectTest {

  private static final String CELL =
      """
      battery: b
      parameters: {w: 1, Gamma: 1, two: 2*Gamma}
      parts: [{cells: 1}]
      storage: w*number(cell)
      channels: [{decay: Gamma}]
      start: excited
      times: [0, 1]
      measures: [energy]
      results: [{half life: energy}, {steady: energy}, {at: energy, time: 1/Gamma}]
      """;

  private static final String SWEEP = "sweep: {Gamma: {from: 1, to: 10, count: 10}, w: [1, 2]}\n";

  private static List<Expected> expected(String text) {
    return BatteryFiles.parse("f", text, List.of()).expected();
  }

  private static List<String> problems(String text) {
    WrongFileException wrong = catchThrowableOfType(WrongFileException.class, () -> expected(text));
    return wrong == null
        ? List.of()
        : wrong.problems().stream().map(p -> p.place() + " " + p.sentence()).toList();
  }

  @Test
  void withoutASweepThereIsOnePlace() {
    assertThat(
            expected(
                CELL
                    + """
                    expect:
                      - {result: half life of energy, value: log(2)/Gamma, tolerance: 1e-6, because: exact, source: a book}
                      - {result: energy at 1/Gamma, value: exp(-1), tolerance: 1e-9*two}
                    """))
        .containsExactly(
            new Expected(
                "half life of energy", StrictMath.log(2), 1e-6, "exact", "a book", Map.of()),
            new Expected("energy at 1/Gamma", StrictMath.exp(-1), 2e-9, "", "", Map.of()));
  }

  /** The formulas see the place, straight and through other parameters. */
  @Test
  void atAPlaceOfTheSweepParametersHaveItsValues() {
    Expected one =
        expected(
                CELL
                    + SWEEP
                    + "expect: [{result: steady of energy, value: w + two, tolerance: 1/Gamma,"
                    + " at: {w: 2, Gamma: 4}}]\n")
            .get(0);

    assertThat(one.value()).isEqualTo(10);
    assertThat(one.tolerance()).isEqualTo(0.25);
    assertThat(one.at()).containsExactlyInAnyOrderEntriesOf(Map.of("Gamma", 4.0, "w", 2.0));
  }

  /** So that a place can be found by equality. */
  @Test
  void aPlaceHasTheValueOfTheAxisToTheLastBit() {
    Reading reading =
        BatteryFiles.parse(
            "f",
            CELL.replace("time: 1/Gamma", "time: 1")
                + """
                sweep:
                  Gamma: {from: 1e-12, to: 1, count: 7, spacing: logarithmic}
                  w: {from: -0.1, to: 0.2, count: 4}
                expect:
                  - {result: steady of energy, value: 0, tolerance: 1, at: {Gamma: 1e-10, w: 0}}
                  - {result: steady of energy, value: 0, tolerance: 1, at: {Gamma: 10^-4, w: 0.1}}
                """,
            List.of());

    List<Reading.SweptAxis> axes = reading.axes();
    for (Expected one : reading.expected()) {
      assertThat(axes.get(0).values()).contains(one.at().get("Gamma"));
      assertThat(axes.get(1).values()).contains(one.at().get("w"));
    }
    assertThat(axes.get(1).values()).doesNotContain(0.0); // rounding leaves 1e-17
    assertThat(reading.expected().get(0).at().get("Gamma")).isCloseTo(1e-10, within(1e-24));
    assertThat(reading.expected().get(1).at().get("w")).isCloseTo(0.1, within(1e-15));
  }

  @Test
  void aParameterWithASingleValueNeedsNotBeNamed() {
    assertThat(
            expected(
                    CELL
                        + "sweep: {w: [3], Gamma: [1, 2]}\n"
                        + "expect: [{result: steady of energy, value: w, tolerance: 1, at: {Gamma: 2}}]\n")
                .get(0))
        .isEqualTo(new Expected("steady of energy", 3, 1, "", "", Map.of("w", 3.0, "Gamma", 2.0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{result: half live of energy, value: 1, tolerance: 1, at: {Gamma: 1, w: 1}} | 11:19 | did you mean 'half life of energy'?",
        "{result: half life of energy of the mean curve, value: 1, tolerance: 1, at: {Gamma: 1, w: 1}} | 11:19 | no result",
        "{result: steady of energy, value: 1, tolerance: 0, at: {Gamma: 1, w: 1}} | 11:58 | above 0",
        "{result: steady of energy, value: 1, tolerance: 4 - two, at: {Gamma: 3, w: 1}} | 11:58 | above 0",
        "{result: steady of energy, value: 1/0, tolerance: 1, at: {Gamma: 1, w: 1}} | 11:44 | no finite value",
        "{result: steady of energy, value: 1, tolerance: 1, at: {Gama: 1, w: 1}} | 11:66 | did you mean 'Gamma'?",
        "{result: steady of energy, value: 1, tolerance: 1, at: {two: 1}} | 11:66 | no swept parameter 'two'",
        "{result: steady of energy, value: 1, tolerance: 1, at: {Gamma: 1.5, w: 1}} | 11:73 | The sweep has no Gamma = 1.5; the nearest value is 1.0.",
        "{result: steady of energy, value: 1, tolerance: 1, at: {Gamma: 1}} | 11:10 | 'w' takes 2 values; say with 'at' which one, as in at: {w: 1.0}.",
        "{result: steady of energy, value: 1, tolerance: 1} | 11:10 | 'Gamma' takes 10 values",
        "{result: steady of energy, value: 1} | 11:10 | 'tolerance' is missing",
        "{result: steady of energy, value: 1, tolerance: 1, at: {Gamma: 1, w: number(cell)}} | 11:79 | a number is expected",
      })
  void aMistakeIsSaidWhereItStands(String item, String place, String said) {
    assertThat(problems(CELL + SWEEP + "expect: [" + item + "]\n"))
        .anySatisfy(p -> assertThat(p).startsWith(place + " ").contains(said));
  }

  @Test
  void aPlaceThatTheSweepHasTwiceIsRefused() {
    assertThat(
            problems(
                CELL
                    + "sweep: {w: [1, 2, 1]}\n"
                    + "expect: [{result: steady of energy, value: 1, tolerance: 1, at: {w: 1}}]\n"))
        .singleElement()
        .asString()
        .contains("w = 1.0 2 times");
  }

  @Test
  void theMeanCurveIsThatOfAnEnsembleAndWhatIsDrawnIsNotExpected() {
    String drawn =
        CELL.replace("w: 1,", "w: {uniform: [1, 2]},") + "ensemble: {realisations: 9}\nexpect:\n";
    String item = "  - {result: %s, value: %s, tolerance: 1}\n";

    assertThat(problems(drawn + item.formatted("half life of energy of the mean curve", "Gamma")))
        .isEmpty();
    assertThat(problems(drawn + item.formatted("half life of energy", "two"))).isEmpty();
    // Of these the mean of the results is the result of the mean.
    assertThat(problems(drawn + item.formatted("steady of energy of the mean curve", "1")))
        .singleElement()
        .asString()
        .contains("no result");
    assertThat(problems(drawn + item.formatted("half life of energy", "w*Gamma")))
        .singleElement()
        .asString()
        .contains("cannot depend on what is drawn");
  }

  @Test
  void theExampleInTheStartingFileIsRight() {
    String text =
        StartingFile.text().replace("# expect:", "expect:").replace("#   - {result", "  - {result");

    assertThat(expected(text))
        .containsExactly(
            new Expected(
                "half life of ergotropy",
                StrictMath.log(1.6),
                1e-6,
                "closed form",
                "",
                Map.of("J", 0.0)));
  }

  @Test
  void aSechIsThatOfTheModel() {
    Setup setup =
        BatteryFiles.parse("f", RightFiles.all().get("cavity.yaml"), List.of())
            .setup(Map.of(), () -> 0.5);

    assertThat(setup.battery().drives())
        .filteredOn(d -> "bell".equals(d.name()))
        .extracting("envelope")
        .containsExactly(new Envelope.Sech(0.5 / 0.1, 1, 0.1));
  }

  @Test
  void aValueAtATimeHasTheTimeAsItsLevel() {
    Setup setup = BatteryFiles.parse("f", CELL, List.of()).setup(Map.of("Gamma", 4.0), () -> 0.5);

    assertThat(setup.results().get(2).level()).contains(0.25);
    assertThat(setup.results().get(0).level()).isEmpty();
  }

  @Test
  void aFileIsReadAsItStands(@TempDir Path temp) throws IOException {
    Path file = Files.writeString(temp.resolve("f.yaml"), CELL);

    assertThat(BatteryFiles.read(file).file())
        .isEqualTo(BatteryFiles.parse("f", CELL, List.of()).file());
  }
}
