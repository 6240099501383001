package qbattery.paper.arjmandi2022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import qbattery.experiment.Workbench;
import qbattery.report.Numbers;
import qbattery.statistics.ExponentialApproach;
import qbattery.statistics.Points;

/** A paper of known field, coupling and unit of time, on realisations of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChainCalibrationTest {

  private static final Reading TRUTH = new Reading(2, 7);
  private static final double UNIT = 9;
  private static final int OURS = 40;
  private static final int THEIRS = 60;

  /** Far from ours, of which there are fewer. */
  private static final int OTHERS = 100_000;

  private final Workbench laboratory = Workbench.inMemory();
  private PrintedNumbers printed = new PrintedNumbers(List.of(), List.of());
  private ChainCalibration found = new ChainCalibration(List.of(), 1);

  @BeforeAll
  void calibrate() {
    printed =
        new PrintedNumbers(
            List.of(
                new PrintedNumbers.HalfLifeCurve(2, THEIRS, printedFit(2)),
                new PrintedNumbers.HalfLifeCurve(3, THEIRS, printedFit(3))),
            List.of(
                new PrintedNumbers.GainBound(2, 5, gain(2, 5) - 1, true, "two gain"),
                new PrintedNumbers.GainBound(3, 1, gain(3, 1) + 1, false, "three gain little"),
                new PrintedNumbers.GainBound(3, 5, gain(3, 5) - 1, true, "three gain")));
    found =
        ChainCalibration.of(
            laboratory,
            printed,
            new ChainCalibration.Grid(
                List.of(1.0, 2.0, 4.0), List.of(2.5, 7.0, 20.0), Map.of(2, OURS, 3, OURS)));
  }

  private Curves theirs(int cells, double delta) {
    ChainRun run = new ChainRun(TRUTH.chain(cells, delta), Start.COHERENT, ChainStudy.TIMES, false);
    return new Curves(run, laboratory.exactly(new Shifted(run, OTHERS), delta == 0 ? 1 : THEIRS));
  }

  /** What such a paper would print: a fit of its half-lives, in its unit, to two digits. */
  private PrintedFit printedFit(int cells) {
    double[] x = ChainStudy.DISORDERS.stream().mapToDouble(Double::doubleValue).toArray();
    double[] tau = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      Curves curves = theirs(cells, x[k]);
      int[] all = new int[curves.ensemble().count()];
      Arrays.setAll(all, i -> i);
      tau[k] = UNIT * ChainStudy.gridHalfLife(curves, curves.times(), all);
    }
    double[] sigma = new double[x.length];
    Arrays.fill(sigma, 0.01 * UNIT);
    ExponentialApproach fit =
        ExponentialApproach.fit(new Points(x, tau, sigma)).curve().orElseThrow();
    return new PrintedFit(
        rounded(fit.limit().value()),
        rounded(fit.amplitude().value()),
        rounded(fit.rate().value()));
  }

  private static double rounded(double x) {
    return Math.rint(100 * x) / 100;
  }

  private double gain(int cells, double delta) {
    return PeakHeight.of(theirs(cells, delta)).value();
  }

  /** The other places of the grid are nearly three times as large or as small. */
  @Test
  void theTruthIsFound() {
    assertThat(found.best().reading()).isEqualTo(TRUTH);
    assertHolds(found.field(), TRUTH.field());
    assertHolds(found.factor(), TRUTH.factor());
    assertHolds(found.unit(), UNIT);
    assertThat(found.field().low().orElseThrow()).isGreaterThan(2.5);
    assertThat(found.field().high().orElseThrow()).isLessThan(20);
    assertThat(found.factor().low().orElseThrow()).isGreaterThan(1);
    assertThat(found.factor().high().orElseThrow()).isLessThan(4);
    // half-lives are known to 1 % at best, and there are fourteen of them
    assertThat(found.unit().high().orElseThrow() - found.unit().low().orElseThrow())
        .isLessThan(0.1 * UNIT);
  }

  /** Chi square of six degrees of freedom exceeds 18.5 once in two hundred times. */
  @Test
  void theTruthFitsWithinTheErrorsAndOthersDoNot() {
    assertThat(found.degrees()).isEqualTo(6);
    assertThat(found.best().total()).isLessThan(18.5);
    assertThat(found.bestWithFactor(1).total()).isGreaterThan(50);
    for (Misfit misfit : found.misfits()) {
      assertThat(misfit.total())
          .isEqualTo(misfit.parts().values().stream().mapToDouble(x -> x).sum());
    }
  }

  /**
   * What two cells alone exclude is not computed further, unless the coupling is the printed one.
   */
  @Test
  void excludedPlacesAreLowerBounds() {
    assertThat(found.misfits()).hasSize(9);
    assertThat(found.misfits())
        .filteredOn(m -> m.reading().factor() == 1)
        .hasSize(3)
        .allMatch(Misfit::complete);
    List<Misfit> bounds = found.misfits().stream().filter(m -> !m.complete()).toList();
    assertThat(bounds).isNotEmpty().allMatch(m -> m.total() > found.limit());
    Misfit bound = bounds.get(0);
    Misfit whole = Misfit.of(laboratory, printed, bound.reading(), Map.of(2, OURS, 3, OURS));
    assertThat(whole.total()).isGreaterThan(bound.total());
  }

  /** A grid that ends at the truth says nothing of what lies beyond. */
  @Test
  void anIntervalIsOpenWhereTheGridEnds() {
    ChainCalibration upper = only(m -> m.reading().field() >= 7);
    assertThat(upper.field().low()).isEmpty();
    assertThat(upper.field().high()).isEqualTo(found.field().high());
    ChainCalibration lower = only(m -> m.reading().field() <= 7);
    assertThat(lower.field().low()).isEqualTo(found.field().low());
    assertThat(lower.field().high()).isEmpty();
    ChainCalibration alone = only(m -> m.reading().field() == 7);
    assertThat(alone.field())
        .isEqualTo(new ChainCalibration.Range(Optional.empty(), Optional.empty()));
    assertHolds(alone.factor(), TRUTH.factor());
    assertThat(CalibrationText.text(upper)).contains("7 Gamma (at most ");
    assertThat(CalibrationText.text(lower)).contains("7 Gamma (at least ");
    assertThat(CalibrationText.text(alone)).contains("7 Gamma (not bounded)");
  }

  private ChainCalibration only(Predicate<Misfit> which) {
    return new ChainCalibration(found.misfits().stream().filter(which).toList(), found.degrees());
  }

  @Test
  void theTextSaysWhatWasFound() {
    String text = CalibrationText.text(found);
    assertThat(text.lines().limit(4))
        .containsExactly(
            "Inferred from the printed numbers (95 %; open where the grid ends first):",
            line("field B0", "7 Gamma", found.field()),
            line("coupling over the printed J/4 (xx + yy)", "2 ", found.factor()),
            line(
                "printed units of time in 1/Gamma",
                Numbers.rounded(found.best().unit(), 3) + " ",
                found.unit()));
    found
        .best()
        .parts()
        .forEach(
            (name, misfit) ->
                assertThat(text)
                    .containsPattern(
                        " " + name + " +[^ ]+ +" + Pattern.quote(Numbers.rounded(misfit, 3))));
    assertThat(text)
        .contains(
            "2 x J, B0 = 7", "6 numbers are counted", "The best values fit within the errors.");
  }

  private static String line(String name, String best, ChainCalibration.Range range) {
    return "  %-40s %s (%s to %s)"
        .formatted(
            name,
            best.strip(),
            Numbers.rounded(range.low().orElseThrow(), 3),
            Numbers.rounded(range.high().orElseThrow(), 3));
  }

  /** Where nothing fits, a place is excluded only if it fits far worse. */
  @Test
  void intervalsAreWidenedWhereNothingFits() {
    ChainCalibration bad =
        new ChainCalibration(
            List.of(misfit(1, 5, 80), misfit(1, 10, 60), misfit(1, 20, 90), misfit(1, 40, 150)), 6);
    assertThat(bad.limit()).isEqualTo(60 + 4 * 60 / 6.0);
    assertThat(bad.field().low()).isEmpty();
    // between 20 and 40, where log-log interpolation from 90 to 150 meets 100
    assertThat(bad.field().high().orElseThrow())
        .isCloseTo(20 * Math.pow(2, Math.log(100 / 90.0) / Math.log(150 / 90.0)), within(1e-9));
    assertThat(CalibrationText.text(bad))
        .contains("Even the best values do not fit within the errors");
  }

  private static Misfit misfit(double factor, double field, double total) {
    return new Misfit(new Reading(factor, field), 9, 0.1, total, Map.of("all of it", total), true);
  }

  private static void assertHolds(ChainCalibration.Range range, double value) {
    assertThat(value).isBetween(range.low().orElseThrow(), range.high().orElseThrow());
  }
}
