package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static qbattery.testing.Tolerance.rounding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.experiment.BuildFingerprint;
import qbattery.experiment.Experiment;
import qbattery.experiment.LocalThreads;
import qbattery.experiment.MemoryStore;
import qbattery.experiment.PartialRow;
import qbattery.experiment.ProgressListener;
import qbattery.experiment.Runner;
import qbattery.experiment.SampleSize;
import qbattery.experiment.Store;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.store.SqliteStore;

/** A point is computed once, whatever file, sweep, title or name it is asked for under. */
class SharedPointsTest {

  private static final Path EXAMPLES = Path.of(System.getProperty("qbattery.root"), "examples");

  private static final String FILE =
      """
      battery: two cells
      parameters: {J: 1, rate: 0.1}
      parts: [{cells: 2, name: cell}]
      storage: number(cell)
      interaction: [{exchange: J, graph: linear}]
      channels: [{decay: rate}]
      start: plus
      times: {to: 2, count: 5}
      measures: [energy, ergotropy]
      results: [{half life: ergotropy, name: tau}]
      sweep: {J: [0.5, 1, 2]}
      """;

  private final Counting counting = new Counting();
  private Store store = new MemoryStore();

  /** Counts the points that are computed and the numbers in their rows. */
  private static final class Counting implements Runner {
    private final List<String> computed = new ArrayList<>();

    @Override
    public void run(Experiment experiment, int[] indices, RowSink sink)
        throws InterruptedException {
      Arrays.stream(indices).forEach(k -> computed.add(Experiment.title(experiment) + " " + k));
      new LocalThreads(2).run(experiment, indices, sink);
    }
  }

  private Outcome run(String text, String... overrides) {
    Workbench laboratory =
        new Workbench(
            store,
            counting,
            new SampleSize.Published(),
            ProgressListener.none(),
            Workbench.Stale.REFUSE,
            BuildFingerprint.running());
    return Study.of(BatteryFiles.parse("test.yaml", text, List.of(overrides))).run(laboratory);
  }

  private int computed(String text, String... overrides) {
    counting.computed.clear();
    run(text, overrides);
    return counting.computed.size();
  }

  @Test
  void onlyWhatIsNewIsComputed() {
    assertThat(computed(FILE)).isEqualTo(3);
    assertThat(computed(FILE)).isZero();
    assertThat(computed(FILE, "sweep.J=[0.5, 1, 1.5, 2]")).isEqualTo(1);
    assertThat(computed(FILE, "sweep.J=[0.5, 1.0, 2.00]")).isZero();
    assertThat(computed(FILE, "battery=another title")).isZero();
    assertThat(computed(FILE.replace("name: tau", "name: life"))).isZero();
    assertThat(computed(FILE.replace("(cell)", "(qubit)").replace("name: cell", "name: qubit")))
        .isZero();
    assertThat(
            computed(
                FILE.replace("J: 1,", "coupling: 1,")
                    .replace("exchange: J", "exchange: coupling")
                    .replace("sweep: {J:", "sweep: {coupling:")))
        .isZero();
    assertThat(computed(FILE.replace("rate: 0.1", "rate: 1/10"))).isZero();
    assertThat(computed(FILE.replace("[energy, ergotropy]", "[ergotropy]"))).isZero();
    // one place of the sweep by itself
    assertThat(computed(FILE.replace("sweep: {J: [0.5, 1, 2]}\n", ""))).isZero();
  }

  @Test
  void whatChangesANumberIsComputed() {
    assertThat(computed(FILE)).isEqualTo(3);
    assertThat(computed(FILE, "parameters.rate=0.10000000000000002")).isEqualTo(3);
    assertThat(computed(FILE, "start=excited")).isEqualTo(3);
    assertThat(computed(FILE, "times={to: 2, count: 6}")).isEqualTo(3);
    assertThat(computed(FILE, "method=exact")).isEqualTo(3);
    assertThat(computed(FILE, "results=[{half life: energy, name: tau}]")).isEqualTo(3);
    assertThat(computed(FILE, "channels=[{dephasing: 0.1}]")).isEqualTo(3);
    assertThat(computed(FILE.replace("plus", "ground"))).isEqualTo(3);
  }

  /** The operator that is measured may depend on what is swept: the names of columns do not. */
  @Test
  void aMeasureThatDependsOnThePlaceIsNotMixedUp() {
    String measured =
        FILE.replace(
            "[energy, ergotropy]", "[ergotropy, {expectation: \"J*number(cell)\", name: x}]");
    double[] swept = run(measured).curves().column("x");
    double[] fixed =
        run(measured.replace("\"J*number", "\"0.5*number").replace("[0.5, 1, 2]", "[2, 1]"))
            .curves()
            .column("x");
    assertThat(fixed[0]).isCloseTo(0.5, rounding(1));
    assertThat(swept[0]).isCloseTo(0.5, rounding(1));
    assertThat(swept[10]).isCloseTo(2, rounding(2));
  }

  @Test
  void anAddedMeasureGivesTheNumbersOfAFreshRun() {
    run(FILE);
    String more = FILE.replace("[energy, ergotropy]", "[energy, ergotropy, purity]");
    assertThat(computed(more)).isEqualTo(3);
    Outcome extended = run(more);
    store = new MemoryStore();
    Outcome fresh = run(more);
    for (String name : List.of("energy", "ergotropy", "purity")) {
      assertThat(extended.curves().column(name)).isEqualTo(fresh.curves().column(name));
    }
  }

  /** A peak is another where it is looked for until another time, whatever that time is called. */
  @Test
  void aResultIsKnownByTheTimesItIsConfinedTo() {
    String confined =
        FILE.replace(
            "name: tau}",
            "name: tau}, {crossing: energy, value: 0.9, name: c}, {peak: ergotropy, until: c, name: p}");
    assertThat(computed(confined)).isEqualTo(3);
    assertThat(computed(confined.replace("name: c}", "name: d}").replace("until: c", "until: d")))
        .isZero();
    assertThat(computed(confined.replace("value: 0.9", "value: 0.8"))).isEqualTo(3);
  }

  @Test
  void realisationsAreFoundAgain() {
    String random =
        FILE.replace("rate: 0.1", "rate: {uniform: [0.1, 0.2]}")
            .replace("sweep: {J: [0.5, 1, 2]}\n", "ensemble: {realisations: 5, seed: 3}\n");
    assertThat(computed(random)).isEqualTo(5);
    assertThat(computed(random, "battery=another title")).isZero();
    assertThat(computed(random, "ensemble.realisations=7")).isEqualTo(2);
    assertThat(computed(random, "ensemble.seed=4")).isEqualTo(5);
    // a measure added beside one whose mean curve has a result
    String more = random.replace("[energy, ergotropy]", "[purity, energy, ergotropy]");
    assertThat(computed(more)).isEqualTo(5);
    double[] extended = run(more).results().column("tau of the mean curve");
    store = new MemoryStore();
    assertThat(run(more).results().column("tau of the mean curve")).isEqualTo(extended);
  }

  @Test
  void theyAreFoundInAFileToo(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("rows.sqlite");
    try (Store first = SqliteStore.open(file, SqliteStore.WhenBusy.FAIL, notice -> {})) {
      store = first;
      assertThat(computed(FILE)).isEqualTo(3);
    }
    try (Store again = SqliteStore.open(file, SqliteStore.WhenBusy.FAIL, notice -> {})) {
      store = again;
      assertThat(computed(FILE, "battery=another", "sweep.J=[0.5, 1, 2, 4]")).isEqualTo(1);
      assertThat(computed(FILE, "battery=another", "sweep.J=[4]")).isZero();
    }
  }

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  /** What is computed of a row in part has the bits that the whole row has there. */
  @ParameterizedTest
  @MethodSource("examples")
  void aRowInPartsIsTheRow(Path file) throws IOException {
    Study study = Study.of(BatteryFiles.read(file));
    PointsOf points = (PointsOf) study.experiments().get(0);
    RowLayout layout = study.layout();
    double[] row = points.row(0);
    BitSet all = new BitSet();
    all.set(0, row.length);
    List<BitSet> parts = new ArrayList<>();
    for (int q = 0; q < layout.measures().size(); q++) {
      BitSet known = (BitSet) all.clone();
      known.clear(layout.value(q, 0), layout.value(q, 0) + layout.count());
      parts.add(known);
    }
    for (int r = 0; r < layout.results().size(); r++) {
      BitSet known = (BitSet) all.clone();
      known.clear(layout.result(r));
      parts.add(known);
    }
    for (BitSet without : List.copyOf(parts)) { // and with nothing but that
      BitSet known = (BitSet) without.clone();
      known.flip(0, layout.highest());
      parts.add(known);
    }
    for (BitSet known : parts) {
      double[] part = row.clone();
      for (int k = known.nextClearBit(0); k < row.length; k = known.nextClearBit(k + 1)) {
        part[k] = -1;
      }
      double[] completed = points.complete(0, new PartialRow(part, known));
      assertThat(bits(completed)).as("without %s", known).isEqualTo(bits(row));
    }
  }

  /** What is asked for beside it changes no bit of a number: here the second way is exact. */
  @Test
  void whatIsAskedForBesideChangesNoBit() {
    String cells =
        """
        battery: two cells
        parameters: {g: 1}
        parts: [{cells: 1, name: a}, {cells: 1, name: b}]
        storage: number(b)
        interaction: ["g*lower(a)*raise(b) + g*raise(a)*lower(b)"]
        channels: [{decay: 0.4, of: a}]
        start: {sites: {a: excited}}
        times: {to: 3, count: 7}
        measures: [energy, purity]
        results: [{final: energy}]
        sweep: {g: [1, 2]}
        """;
    List<String> added =
        List.of(
            "{peak: energy}", "{peak: purity}", "{half life: purity}", "{at: energy, time: 0.7}");
    for (String result : added) {
      String more = cells.replace("{final: energy}", "{final: energy}, " + result);
      store = new MemoryStore();
      run(cells);
      Outcome extended = run(more);
      store = new MemoryStore();
      Outcome fresh = run(more);
      for (String column : List.of("final of energy", "error of final of energy")) {
        assertThat(extended.results().column(column))
            .as("%s beside %s", column, result)
            .isEqualTo(fresh.results().column(column));
      }
      for (String column : List.of("energy", "error of energy", "purity", "error of purity")) {
        assertThat(extended.curves().column(column))
            .as("%s beside %s", column, result)
            .isEqualTo(fresh.curves().column(column));
      }
    }
  }

  private static long[] bits(double[] row) {
    return Arrays.stream(row).mapToLong(Double::doubleToRawLongBits).toArray();
  }
}
