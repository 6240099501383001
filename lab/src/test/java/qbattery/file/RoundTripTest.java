package qbattery.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.catalogue.Batteries;
import qbattery.dynamics.TimeGrid;
import qbattery.file.tree.Node;
import qbattery.file.tree.Problem;
import qbattery.file.tree.YamlReader;
import qbattery.file.words.BatteryFile;
import qbattery.file.words.Grammar;
import qbattery.model.Battery;
import qbattery.model.Channels;
import qbattery.model.InitialState;
import qbattery.model.SiteState;
import qbattery.quantum.AlikeCells;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

class RoundTripTest {

  private static final TimeGrid TIMES = TimeGrid.of(0, 0.1, 1.0 / 3);

  static List<String> rightFiles() {
    return List.copyOf(RightFiles.all().values());
  }

  static List<Batteries.Entry> catalogue() {
    return Batteries.all();
  }

  /** Every formula as it was written, every name, every list in its order. */
  @RepeatedTest(300)
  void whatIsKeptIsWrittenAndReadAsTheSame(RepetitionInfo repetition) {
    Node.Mapping said = new RandomFile(new Random(repetition.getCurrentRepetition())).tree();
    BatteryFile file = Grammar.read(said);

    String yaml = BatteryFiles.write(file);

    List<Problem> problems = new ArrayList<>();
    Node tree = YamlReader.read(yaml, problems).orElseThrow();
    assertThat(problems).as(yaml).isEmpty();
    assertThat(Grammar.read((Node.Mapping) tree)).as(yaml).isEqualTo(file);
  }

  /** But for what holds without being said, such as a coupling of 0. */
  @RepeatedTest(300)
  void nothingThatIsSaidIsLost(RepetitionInfo repetition) {
    Node.Mapping said = new RandomFile(new Random(repetition.getCurrentRepetition())).tree();

    List<String> lost = RandomFile.says(said);
    RandomFile.says(Grammar.read(said).tree()).forEach(lost::remove);

    assertThat(RandomFile.UNSAID).containsAll(lost);
  }

  @ParameterizedTest
  @MethodSource("rightFiles")
  void rightFilesAreWrittenAndReadAsTheSame(String text) {
    Reading reading = BatteryFiles.parse("file", text, List.of());

    String yaml = BatteryFiles.write(reading.file());

    Reading again = BatteryFiles.parse("again", yaml, List.of());
    assertThat(again.file()).isEqualTo(reading.file());
    Setup one = reading.setup(Map.of(), new Random(1)::nextDouble);
    assertThat(again.setup(Map.of(), new Random(1)::nextDouble).battery()).isEqualTo(one.battery());
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void theCatalogueCanBeSaidInFiles(Batteries.Entry entry) {
    holds(entry.battery(), entry.start());
  }

  /** To the last bit: records compare their doubles so. */
  @RepeatedTest(100)
  void aBatteryMadeInJavaIsWrittenAndReadAsAnEqualOne(RepetitionInfo repetition) {
    RandomBattery random = new RandomBattery(new Random(repetition.getCurrentRepetition()));
    Battery battery = random.battery();

    holds(battery, random.start(battery));
  }

  private static void holds(Battery battery, InitialState start) {
    String yaml = BatteryFiles.write(BatteryFiles.of(battery, start, TIMES));

    Setup setup = BatteryFiles.parse("written", yaml, List.of()).setup(Map.of(), () -> 0.5);

    assertThat(setup.battery()).as(yaml).isEqualTo(battery);
    assertThat(setup.start()).as(yaml).isEqualTo(start);
    assertThat(setup.times()).isEqualTo(TIMES);
  }

  /** Identities of experiments are made of what is written, so it must not depend on the order. */
  @Test
  void anEnvelopeIsWrittenInOneForm() {
    String file =
        """
        battery: a driven cell
        parts: [{cells: 1}]
        storage: number(cell)
        drives:
          - {operator: sigma_x(cell), envelope: {constant: ' 2'}}
          - operator: sigma_x(cell)
            envelope: {product: [{sech: {width: 1, centre: 0, amplitude: 2}}, {constant: 3}]}
          - {operator: sigma_x(cell), envelope: {sine: {phase: 0, frequency: 1, amplitude: 2}}}
          - {operator: sigma_x(cell), envelope: {table: {values: [1, 2], times: [0, 1]}}}
        start: ground
        times: {to: 1, count: 2}
        measures: [energy]
        """;
    String written = BatteryFiles.write(BatteryFiles.parse("f.yaml", file, List.of()).file());
    assertThat(written)
        .contains("{operator: sigma_x(cell), envelope: 2}")
        .contains("- {sech: {amplitude: 2, centre: 0, width: 1}}")
        .contains("- 3\n")
        .contains("envelope: {sine: {amplitude: 2, frequency: 1}}")
        .contains("{table: {times: [0, 1], values: [1, 2]}}");
  }

  /** Jump operators of cells that are alike have no word, and are written as matrices. */
  @Test
  void cellsThatAreAlikeStaySo() {
    Space space = Space.joined(List.of(Space.alike(3), Space.cells(2), Space.alike(2)));
    AlikeCells three = new AlikeCells(3);
    Operator number = Operator.on(space, 0, three.number());
    Operator lower = Operator.on(space, 0, three.sum(AlikeCells.OneCell.LOWER));
    Battery battery =
        new Battery(
            "groups",
            space,
            number,
            lower
                .adjoint()
                .times(Operator.on(space, 1, LocalOperator.LOWER))
                .plus(lower.times(Operator.on(space, 1, LocalOperator.RAISE))),
            List.of(Channels.decay(space, 0.3)));
    InitialState start =
        InitialState.Sites.of(
            new SiteState.Excitations(2),
            new SiteState.Highest(),
            new SiteState.Lowest(),
            new SiteState.EachCell(InitialState.CellState.mixture(0.25)));

    BatteryFile file = BatteryFiles.of(battery, start, TIMES);
    Setup read =
        BatteryFiles.parse("f", BatteryFiles.write(file), List.of()).setup(Map.of(), () -> 0.5);

    assertThat(read.battery().space()).isEqualTo(space);
    assertThat(read.battery().storage().sparse()).isEqualTo(battery.storage().sparse());
    assertThat(read.battery().interaction().sparse()).isEqualTo(battery.interaction().sparse());
    assertThat(read.battery().channels().get(0).jumps().stream().map(Operator::sparse))
        .containsExactlyElementsOf(
            battery.channels().get(0).jumps().stream().map(Operator::sparse).toList());
    assertThat(read.start().of(battery).matrix()).isEqualTo(start.of(battery).matrix());
  }
}
