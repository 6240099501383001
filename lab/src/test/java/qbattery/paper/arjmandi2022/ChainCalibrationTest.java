package qbattery.paper.arjmandi2022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.rounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import qbattery.experiment.Workbench;
import qbattery.file.tree.Node;
import qbattery.paper.arjmandi2022.GainStatements.Place;
import qbattery.paper.arjmandi2022.HalfLifeStatements.Printed;
import qbattery.paper.file.PaperFiles;
import qbattery.report.Numbers;
import qbattery.report.figure.HeatMap;
import qbattery.statistics.ExponentialApproach;

/** A paper of known field, coupling and unit of time, on realisations of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChainCalibrationTest {

  private static final Reading TRUTH = new Reading(2, 7);
  private static final double UNIT = 9;
  private static final int FEW = 40;
  private static final int MANY = 80;
  private static final int THEIRS = 60;

  private static final ChainCalibration.Grid GRID =
      new ChainCalibration.Grid(
          List.of(1.0, 2.0, 4.0),
          List.of(2.5, 7.0, 20.0),
          Map.of(2, MANY, 3, FEW),
          Map.of(2, MANY, 3, MANY),
          List.of(new Reading(1, 7)));

  private final Workbench laboratory = Workbench.inMemory();
  private final Chains chains = Chains.of(laboratory);
  private List<Statement> statements = List.of();
  private ChainCalibration found = new ChainCalibration(List.of(), 1);

  @BeforeAll
  void calibrate() {
    Printed two = new Printed(2, THEIRS, printedFit(2));
    Printed three = new Printed(3, THEIRS, printedFit(3));
    statements =
        List.of(
            HalfLifeStatements.follow("half-lives of two", two),
            HalfLifeStatements.follow("half-lives of three", three),
            HalfLifeStatements.longer(
                "longer", two, three, 100 * (three.fit().limit() / two.fit().limit() - 1)),
            GainStatements.reaches("two gain", List.of(new Place(2, 5, THEIRS)), gain(2, 5) - 1),
            GainStatements.reaches(
                "three gain",
                List.of(new Place(3, 5, THEIRS), new Place(3, 10, THEIRS)),
                gain(3, 5) - 1),
            OrderStatements.coherentKeepsMost("best of three", 3));
    found = ChainCalibration.of(chains, statements, GRID);
  }

  /** Realisations of other random numbers than ours. */
  private Ratios theirs(int cells, double delta) {
    return Chains.of(
            laboratory,
            PaperFiles.battery(Chains.FILE).with("ensemble.stream", Node.text("another paper")))
        .of(Chain.coherent(TRUTH, cells, delta), THEIRS);
  }

  private double theirHalfLife(int cells, double delta) {
    return theirs(cells, delta).halfLife().value();
  }

  /** What such a paper would print: a fit of its half-lives, in its unit, to two digits. */
  private PrintedFit printedFit(int cells) {
    double[] x = IntStream.rangeClosed(0, 10).asDoubleStream().toArray();
    double[] tau = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      tau[k] = UNIT * theirHalfLife(cells, x[k]);
    }
    ExponentialApproach fit = ExponentialApproach.leastSquares(x, tau).orElseThrow();
    return new PrintedFit(rounded(fit.limit()), rounded(fit.distance()), rounded(fit.rate()));
  }

  private static double rounded(double x) {
    return Math.rint(100 * x) / 100;
  }

  private double gain(int cells, double delta) {
    return theirs(cells, delta).height(THEIRS).value();
  }

  /** The other places of the grid are nearly three times as large or as small. */
  @Test
  void theTruthIsFound() {
    assertThat(found.best().reading()).isEqualTo(TRUTH);
    assertHolds(found.field(), TRUTH.field());
    assertHolds(found.factor(), TRUTH.factor());
    assertThat(found.factor().low().orElseThrow()).isGreaterThan(1);
    assertThat(found.factor().high().orElseThrow()).isLessThan(4);
    // half-lives are known to some per cent, and there are fourteen of them
    assertThat(found.best().unit()).isCloseTo(UNIT, within(0.05 * UNIT));
  }

  /** Chi square of four degrees of freedom exceeds 14.9 once in two hundred times. */
  @Test
  void theTruthFitsWithinTheErrorsAndOthersDoNot() {
    assertThat(found.degrees()).isEqualTo(4);
    assertThat(found.best().total()).isLessThan(14.9);
    assertThat(found.at(new Reading(1, 7)).total()).isGreaterThan(30);
    for (Misfit misfit : found.misfits()) {
      assertThat(misfit.total())
          .isCloseTo(
              misfit.parts().values().stream().mapToDouble(x -> x).sum(), within(1e-9)); // order
    }
  }

  /** What cheap statements exclude is not computed further, unless it is asked for. */
  @Test
  void excludedPlacesAreLowerBounds() {
    assertThat(found.misfits()).hasSize(9);
    assertThat(found.at(new Reading(1, 7)).depth()).isEqualTo(Misfit.Depth.COARSE);
    List<Misfit> bounds =
        found.misfits().stream().filter(m -> m.depth() == Misfit.Depth.IN_PART).toList();
    assertThat(bounds).isNotEmpty().allMatch(m -> m.total() > found.limitOfTwo());
    Misfit bound = bounds.get(0);
    Misfit whole =
        Misfit.of(
            new SampledChains(chains, bound.reading(), GRID.coarse()),
            statements,
            Misfit.Depth.COARSE);
    assertThat(whole.total()).isGreaterThan(bound.total());
  }

  /** No place is left open for want of realisations. */
  @Test
  void whatIsNotExcludedIsKnownFinely() {
    assertThat(found.misfits())
        .filteredOn(m -> m.total() <= found.limitOfTwo())
        .isNotEmpty()
        .allMatch(m -> m.depth() == Misfit.Depth.FINE);
    assertThat(found.best().own().get("two gain")).isCloseTo(60.0 / MANY, rounding(1));
    assertThat(found.best().own().get("best of three")).isZero();
  }

  /** The smallest misfit is one where our error of each half-life is the smaller. */
  @Test
  void theBestPlaceIsKnownFinely() {
    assertThat(found.best().depth()).isEqualTo(Misfit.Depth.FINE);
    assertThat(found.misfits()).isNotEmpty().allMatch(m -> m.total() >= found.best().total());
    SampledHalfLives lives =
        new SampledChains(chains, found.best().reading(), GRID.fine()).halfLives(3, THEIRS);
    for (int delta = 1; delta < lives.values().length; delta++) {
      assertThat(lives.ours()[delta][delta]).isLessThan(lives.theirs()[delta]);
    }
  }

  /** A fit through half-lives on a curve of its own form has that curve's limit, in any unit. */
  @Test
  void limitsAreThoseOfTheCurves() {
    PrintedFit fit = printedFit(3);
    double[] tau = new double[11];
    for (int delta = 0; delta < tau.length; delta++) {
      tau[delta] = fit.at(delta) / UNIT;
    }
    Sampled limit =
        new FitByTheirRule(fit, new SampledHalfLives(tau, new double[11][11], new double[11]))
            .limit();
    assertThat(limit.value()).isCloseTo(fit.limit() / UNIT, within(1e-12)); // rounding
    Sampled longer = new Sampled(1.1 * limit.value(), 0, 0);
    assertThat(longer.percentAbove(limit).value()).isCloseTo(10, within(1e-9));
  }

  /** A grid that ends at the truth says nothing of what lies beyond. */
  @Test
  void anIntervalIsOpenWhereTheGridEnds() {
    ChainCalibration upper = only(m -> m.reading().field() >= 7);
    assertThat(upper.field().low()).isEmpty();
    ChainCalibration alone = only(m -> m.reading().field() == 7);
    assertThat(alone.field())
        .isEqualTo(new ChainCalibration.Range(Optional.empty(), Optional.empty()));
    assertHolds(alone.factor(), TRUTH.factor());
  }

  private ChainCalibration only(Predicate<Misfit> which) {
    return new ChainCalibration(found.misfits().stream().filter(which).toList(), found.degrees());
  }

  @Test
  void theTextShowsTheLandscapeAndEveryStatement() {
    List<CouplingBound> bounds =
        List.of(CouplingBound.of(chains, statements.get(5), List.of(1.0, 2.0, 4.0)));
    String text = new CalibrationText(found, GRID, statements).with(bounds);
    assertThat(text).contains("best of three", "The best values fit within the errors.");
    Map.Entry<String, Double> own =
        found.best().own().entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    assertThat(text).contains("at most " + Numbers.rounded(own.getValue(), 2), own.getKey());
    for (Misfit misfit : found.misfits()) {
      assertThat(text).contains(" " + misfit.depth().mark() + Numbers.rounded(misfit.total(), 3));
    }
    for (Statement statement : statements) {
      assertThat(text).containsPattern(statement.source() + ".* of \\d\\n");
    }
  }

  @Test
  void theMapHoldsTheMisfitAtEveryPlace() {
    HeatMap map = (HeatMap) CalibrationReports.figure(found, GRID).picture();
    for (Misfit misfit : found.misfits()) {
      int x = GRID.fields().indexOf(misfit.reading().field());
      int y = GRID.factors().indexOf(misfit.reading().factor());
      assertThat(map.grid().z()[x][y]).isEqualTo(misfit.total());
    }
    assertThat(map.contours().get(0).level()).isEqualTo(found.limitOfTwo());
  }

  /** Where nothing fits, a place is excluded only if it fits far worse. */
  @Test
  void intervalsAreWidenedWhereNothingFits() {
    List<Misfit> some = new ArrayList<>();
    some.add(misfit(1, 5, 80));
    some.add(misfit(1, 10, 60));
    some.add(misfit(1, 20, 90));
    some.add(misfit(1, 40, 150));
    ChainCalibration bad = new ChainCalibration(some, 6);
    assertThat(bad.limit()).isEqualTo(60 + 4 * 60 / 6.0);
    assertThat(bad.limitOfTwo()).isEqualTo(60 + 6 * 60 / 6.0);
    assertThat(bad.field().low()).isEmpty();
    // between 20 and 40, where log-log interpolation from 90 to 150 meets 100
    assertThat(bad.field().high().orElseThrow())
        .isCloseTo(20 * Math.pow(2, Math.log(100 / 90.0) / Math.log(150 / 90.0)), within(1e-9));
  }

  private static Misfit misfit(double factor, double field, double total) {
    return new Misfit(
        new Reading(factor, field),
        9,
        0.1,
        total,
        Map.of("all of it", total),
        Map.of("all of it", 0.5),
        Misfit.Depth.FINE);
  }

  private static void assertHolds(ChainCalibration.Range range, double value) {
    assertThat(range.low().orElse(value)).isLessThanOrEqualTo(value);
    assertThat(range.high().orElse(value)).isGreaterThanOrEqualTo(value);
  }
}
