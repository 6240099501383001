package qbattery.study;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;
import static qbattery.testing.Tolerance.rounding;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.catalogue.Catalogue;
import qbattery.dynamics.events.Scan;
import qbattery.experiment.Ensemble;
import qbattery.experiment.Experiment;
import qbattery.experiment.Laboratory;
import qbattery.experiment.SampleSize;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.steady.SteadyStates;

/** How long an evolution still takes is told from its latest pace. */
class HeadwayTest {

  private static final long SECOND = 1_000_000_000;

  private long now;
  private final Headway headway = new Headway(() -> now, Laboratory.USUAL_LONGEST);

  private Headway.News news() {
    return headway.slowest().orElseThrow();
  }

  @Test
  void anEvolutionThatGoesEvenlyHasWhatIsLeftOfItsTime() {
    headway.begin();
    assertThat(news().left()).isInfinite();
    Scan scan = headway.scan(10);
    for (int k = 1; k <= 20; k++) {
      now += SECOND;
      scan.look(0.1 * (k - 1), 0.1 * k, t -> 0);
    }
    assertThat(news().share()).isCloseTo(0.2, rounding(1));
    assertThat(news().left()).isCloseTo(80, rounding(80));
    headway.end();
    assertThat(headway.slowest()).isEmpty();
  }

  /** Exponentials are made before the first step. */
  @Test
  void whatIsMadeBeforeTheFirstStepIsTold() {
    headway.begin();
    Scan scan = headway.scan(10);
    now += 3 * SECOND;
    scan.preparing(0.25);
    now += SECOND;
    assertThat(news().share()).isZero();
    assertThat(news().made()).isEqualTo(0.25);
    assertThat(news().left()).isCloseTo(12, rounding(12));
    scan.look(0, 5, t -> 0);
    assertThat(news().left()).isCloseTo(4, rounding(4));
  }

  @Test
  void oneThatWasQuickAtFirstIsNotThoughtToGoOnSo() {
    headway.begin();
    Scan scan = headway.scan(10);
    now += SECOND;
    scan.look(0, 5, t -> 0); // half of it in a second, and then a thousandth in each
    for (int k = 1; k <= 20; k++) {
      now += SECOND;
      scan.look(5, 5 + 0.01 * k, t -> 0);
    }
    assertThat(news().left()).isCloseTo(480, rounding(480));
  }

  /** Shows an evolution to 1 that is at a billionth of it after each second. */
  private void creep(Headway headway, int seconds) {
    headway.begin();
    Scan scan = headway.scan(1);
    for (int k = 1; k <= seconds; k++) {
      now += SECOND;
      scan.look(1e-9 * (k - 1), 1e-9 * k, t -> 0);
    }
  }

  @Test
  void oneThatWouldTakeYearsIsRefusedAfterAMinute() {
    creep(headway, 60);
    assertThatThrownBy(() -> creep(headway, 61))
        .isInstanceOf(Headway.TooLongException.class)
        .hasMessageContaining("After 61 steps the evolution is at the time 6.100e-08 of 1.000")
        .hasMessageContaining("would take 11574 days, about 1e+09 steps")
        .hasMessageContaining("--however-long");
    assertThat(Completion.of(new Headway.TooLongException("")).hasNumbers()).isFalse();
    assertThat(Completion.ofSecond(new Headway.TooLongException("")).hasNumbers()).isTrue();
  }

  /** A claim asks the laboratory in which it is examined. */
  @Test
  void pointsOfPapersMayTakeAsLongAsTheLaboratorySays() {
    Laboratory inMemory = Workbench.inMemory();
    List<Duration> told = new ArrayList<>();
    Laboratory patient =
        new Laboratory() {
          @Override
          public Ensemble exactly(Experiment experiment, int count) {
            told.add(((PointsOf) experiment).study().headway().most());
            return inMemory.exactly(experiment, count);
          }

          @Override
          public Ensemble ensemble(Experiment experiment, int published, List<Integer> asked) {
            return exactly(experiment, published);
          }

          @Override
          public SampleSize extent() {
            return inMemory.extent();
          }

          @Override
          public Duration longest() {
            return Duration.ofDays(1000);
          }
        };
    Catalogue.claim("kamin2023.eq1-star").orElseThrow().examine(patient);
    Catalogue.claim("santos2021.eq7").orElseThrow().examine(patient);
    assertThat(told).hasSizeGreaterThan(2).containsOnly(Duration.ofDays(1000));
  }

  @Test
  void whoeverWantsItGoesOn() {
    Headway patient = new Headway(() -> now, Duration.ofSeconds(Long.MAX_VALUE));
    creep(patient, 1000);
    assertThat(patient.slowest().orElseThrow().left()).isGreaterThan(9e8);
  }

  /** What the clock decided may come out otherwise on another day, so it is not kept. */
  @Test
  void whatWasGivenUpIsComputedAgain() {
    String file =
        """
        battery: b
        parts: [{cells: 1}]
        storage: number(cell)
        start: excited
        times: [0, 1]
        measures: [energy]
        """;
    Study study = Study.of(BatteryFiles.parse("f", file, List.of()));
    PointsOf points = (PointsOf) study.experiments().get(0);
    double[] row = points.row(0);
    assertThat(points.isKept(row)).isTrue();
    row[study.layout().completion()] = Completion.REFUSED.code();
    assertThat(points.isKept(row)).isTrue();
    row[study.layout().completion()] = Completion.TOO_LONG.code();
    assertThat(points.isKept(row)).isFalse();
  }

  /** Before the size is known, and then by it; a cell in a cavity has one component. */
  @Test
  void theSearchForSteadyStatesSaysHowLongItTakes() {
    assertThat(headway.slowest()).isEmpty();
    headway.settle(0);
    assertThat(news().settles()).isNaN();
    headway.settle(8e9);
    assertThat(news().settles()).isBetween(1.0, 10.0);
    headway.settled();
    assertThat(headway.slowest()).isEmpty();
    List<Double> told = new ArrayList<>();
    SteadyStates.of(Battery.ofCells("cell", 1, 1, List.of()), told::add);
    assertThat(told).as("no surroundings: levels alone").isEmpty();
    Space space = Space.cells(2);
    Operator sum =
        Operator.on(space, 0, LocalOperator.SIGMA_X)
            .plus(Operator.on(space, 1, LocalOperator.SIGMA_X));
    SteadyStates.of(
        Battery.ofCells("cells", 2, 1, List.of(Channel.independent("x", List.of(sum), 1))),
        told::add);
    assertThat(told).singleElement(as(DOUBLE)).isPositive();
  }
}
