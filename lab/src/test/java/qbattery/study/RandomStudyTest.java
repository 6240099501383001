package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.experiment.Ensemble;
import qbattery.experiment.LocalThreads;
import qbattery.experiment.MemoryStore;
import qbattery.experiment.PointSeed;
import qbattery.experiment.ProgressListener;
import qbattery.experiment.SampleSize;
import qbattery.experiment.Store;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.report.DescribedTable;

class RandomStudyTest {

  private static final String TWO =
      """
      battery: two cells at random frequencies
      parameters:
        J: 2
        omega: {each: 2, uniform: [1, 3]}
      parts: [{cells: 2}]
      storage: omega[1]*number(cell[1]) + omega[2]*number(cell[2])
      interaction: J*raise(cell[1])*lower(cell[2]) + h.c.
      channels: [{decay: 1}]
      start: plus
      times: {to: 1, count: 6}
      measures: [energy, ergotropy, efficiency]
      results:
        - half life: ergotropy
        - final: energy
      sweep: {J: [0, 2]}
      ensemble: {realisations: 12, seed: 5}
      """;

  private static Study study(String text) {
    return Study.of(BatteryFiles.parse("test.yaml", text, List.of()));
  }

  private static Outcome run(String text, Store store, int threads) {
    return study(text)
        .run(
            new Workbench(
                store,
                new LocalThreads(threads),
                new SampleSize.Published(),
                ProgressListener.none()));
  }

  private static void assertSameBits(DescribedTable a, DescribedTable b) {
    assertThat(a.data().toCsv()).isEqualTo(b.data().toCsv()); // exact texts of all numbers
  }

  @Test
  void neitherThreadsNorWhatIsThereAlreadyChangeABit() {
    Outcome one = run(TWO, new MemoryStore(), 1);
    Outcome three = run(TWO, new MemoryStore(), 3);
    assertSameBits(one.curves(), three.curves());
    MemoryStore store = new MemoryStore();
    run(TWO.replace("realisations: 12", "realisations: 5"), store, 2);
    Outcome resumed = run(TWO, store, 2);
    assertSameBits(one.curves(), resumed.curves());
    assertSameBits(one.results(), resumed.results());
  }

  @Test
  void aSeedGivesItsOwnRealisationsTheSameAtEachPlace() {
    Outcome five = run(TWO, new MemoryStore(), 2);
    Outcome six = run(TWO.replace("seed: 5", "seed: 6"), new MemoryStore(), 2);
    double[] start = five.curves().column("energy");
    assertThat(start[0]).isNotEqualTo(six.curves().column("energy")[0]);
    assertThat(start[6]).isEqualTo(start[0]); // the second place begins with the same frequencies
  }

  @Test
  void meansAndStandardErrorsAreThoseOfTheRealisations() {
    Outcome outcome = run(TWO, new MemoryStore(), 2);
    DescribedTable results = outcome.results();
    double mean = 0;
    double squares = 0;
    for (int index = 0; index < 12; index++) {
      double value = study(TWO).experiments().get(1).row(index)[3 * 6 + 1];
      mean += value / 12;
      squares += value * value / 12;
    }
    double error = Math.sqrt((squares - mean * mean) / 11);
    assertThat(results.column("final of energy")[1]).isCloseTo(mean, within(1e-12)); // rounding
    assertThat(results.column("standard error of final of energy")[1])
        .isCloseTo(error, within(1e-9)); // the difference of squares cancels
    assertThat(results.column("half life of ergotropy of the mean curve")[1]).isPositive();
    assertThat(results.column("standard error of half life of ergotropy of the mean curve")[1])
        .isPositive();
  }

  @Test
  void theMeanOfRatiosIsNotTheRatioOfMeans() {
    DescribedTable curves = run(TWO, new MemoryStore(), 2).curves();
    double meanOfRatios = curves.column("efficiency")[11];
    double ratioOfMeans = curves.column("ergotropy")[11] / curves.column("energy")[11];
    assertThat(meanOfRatios)
        .isNotCloseTo(ratioOfMeans, within(1e-6)); // far more than an evolution is off by
  }

  @Test
  void whatIsWrittenAndHowManyRealisationsThereAreDecidesNoNumber() {
    String more =
        TWO.replace("realisations: 12", "realisations: 99")
            + "description: other words\noutputs: [{table: a.csv}]\n";
    assertThat(study(more).experiments().get(0).identity())
        .isEqualTo(study(TWO).experiments().get(0).identity());
    List<List<String>> changes =
        List.of(
            List.of("seed: 5", "seed: 6"),
            List.of("uniform: [1, 3]", "uniform: [1, 4]"),
            List.of("count: 6", "count: 7"),
            List.of("J: [0, 2]", "J: [0, 3]"));
    for (List<String> change : changes) {
      assertThat(TWO).contains(change.get(0));
      assertThat(study(TWO.replace(change.get(0), change.get(1))).experiments().get(1).identity())
          .as(change.toString())
          .isNotEqualTo(study(TWO).experiments().get(1).identity());
    }
  }

  @Test
  void aTargetErrorHoldsForTheMeasuresThatLast() {
    String taken =
        TWO.replace(
                "measures: [energy, ergotropy, efficiency]",
                "measures: [energy, ergotropy, efficiency, {measure: energy, of: \"cell[2]\"}]")
            + "stages:\n  - {stage: both, duration: 0.5}\n"
            + "  - {stage: one, duration: 0.5, before: {take away: \"cell[2]\"}}\n";
    PointsOf points = (PointsOf) study(taken).experiments().get(0);
    assertThat(points.asked()).isEmpty(); // what is stored is in the cell that is taken away, too
    PointsOf whole = (PointsOf) study(TWO).experiments().get(0);
    assertThat(whole.asked()).hasSize(2 * 6); // not the efficiency, which may have no value
  }

  @Test
  void aTextTakesThePlaceOfTheSeedWithTheValuesOfItsNames() {
    Study study =
        study(
            TWO.replace("seed: 5", "stream: 'chain of {J} and {K}'")
                .replace("J: 2", "J: 2\n  K: 3"));
    assertThat(study.stream(0)).isEqualTo("chain of 0 and 3");
    assertThat(study.stream(1)).isEqualTo("chain of 2 and 3");
    double first = study.deviates(1, 4).getAsDouble();
    assertThat(first)
        .isEqualTo(PointSeed.of("chain of 2 and 3", 4).generator().nextDouble())
        .isNotEqualTo(study.deviates(0, 4).getAsDouble());
  }

  @Test
  void realisationsThatAreAllAlikeAreComputedOnce() {
    String spread =
        TWO.replace("uniform: [1, 3]", "around: [2, J]")
            .replace("sweep: {J: [0, 2]}", "sweep: {J: [0, 1]}");
    List<Integer> rows = new ArrayList<>();
    Outcome outcome =
        study(spread)
            .run(
                Workbench.inMemory(),
                (name, work) -> {
                  Ensemble ensemble = work.get();
                  rows.add(ensemble.count());
                  return ensemble;
                });
    assertThat(rows).containsExactly(1, 12);
    double[] errors = outcome.curves().column("standard error of energy");
    assertThat(errors[2]).isZero();
    assertThat(errors[8]).isPositive();
    assertThat(outcome.each(0, "energy")).hasSize(12);
  }
}
