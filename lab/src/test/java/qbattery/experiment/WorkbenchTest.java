package qbattery.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.experiment.Laboratory.StoppedException;

class WorkbenchTest {

  private static final Dice DICE = new Dice("workbench", 3);
  private static final List<Integer> ASKED = List.of(1, 2);
  private static final BuildFingerprint ONE = program("one");
  private static final BuildFingerprint TWO = program("two");

  private static BuildFingerprint program(String fingerprint) {
    return new BuildFingerprint(fingerprint, new BuildInfo("1", "abc"), "Java", "machine");
  }

  private static Workbench bench(
      Store store, int threads, SampleSize extent, BuildFingerprint program) {
    return new Workbench(
        store,
        new LocalThreads(threads),
        extent,
        ProgressListener.none(),
        Workbench.Stale.REFUSE,
        program);
  }

  static Stream<SampleSize> extents() {
    return Stream.of(
        new SampleSize.Published(), new SampleSize.Quick(), new SampleSize.TargetError(0.025));
  }

  @ParameterizedTest
  @MethodSource("extents")
  void threadsPiecesAndInterruptionsChangeNothing(SampleSize extent) {
    Ensemble alone = bench(new MemoryStore(), 1, extent, ONE).ensemble(DICE, 120, ASKED);
    for (int k = 0; k < alone.count(); k++) {
      assertThat(alone.rows().get(k)).containsExactly(DICE.row(k));
    }
    Random random = new Random(7);
    for (int trial = 0; trial < 30; trial++) {
      MemoryStore store = new MemoryStore();
      int threads = List.of(1, 2, 5).get(trial % 3);
      if (random.nextBoolean()) { // rows beyond what is asked for, or fewer
        bench(store, threads, extent, ONE).exactly(DICE, 1 + random.nextInt(400));
      }
      Ensemble pieced = inPieces(store, threads, extent, random);
      assertThat(pieced.rows()).usingRecursiveComparison().isEqualTo(alone.rows());
      assertThat(pieced.stop()).isEqualTo(alone.stop());
    }
  }

  /** Interrupted after a random number of points, again and again, until it is through. */
  private static Ensemble inPieces(Store store, int threads, SampleSize extent, Random random) {
    Thread caller = Thread.currentThread();
    while (true) {
      AtomicInteger left = new AtomicInteger(random.nextInt(60));
      Experiment interrupting =
          new Altered(
              DICE,
              row -> {
                if (left.getAndDecrement() == 0) {
                  caller.interrupt();
                }
                return row;
              });
      try {
        Ensemble done = bench(store, threads, extent, ONE).ensemble(interrupting, 120, ASKED);
        Thread.interrupted(); // it may come too late
        return done;
      } catch (StoppedException e) {
        assertThat(e).hasMessageContaining("rows of 'dice workbench' are kept in memory");
        assertThat(Thread.interrupted()).isTrue();
      }
    }
  }

  @Test
  void extentsTakeWhatTheySay() {
    MemoryStore store = new MemoryStore();
    Workbench quick = bench(store, 2, new SampleSize.Quick(), ONE);
    assertThat(quick.ensemble(DICE, 200, ASKED).count()).isEqualTo(20);
    assertThat(quick.ensemble(DICE, 100, ASKED).count()).isEqualTo(10);
    assertThat(quick.ensemble(DICE, 50, ASKED).inWords())
        .isEqualTo("8 of the file's 50 realisations");
    assertThat(quick.ensemble(DICE, 5, ASKED).inWords()).isEqualTo("5 realisations");
    assertThat(bench(store, 2, new SampleSize.Published(), ONE).ensemble(DICE, 30, ASKED).count())
        .isEqualTo(30);
  }

  @Test
  void aTargetErrorStopsAtTheFirstLookThatMeetsIt() {
    double target = 0.02;
    Ensemble met =
        bench(new MemoryStore(), 2, new SampleSize.TargetError(target), ONE)
            .ensemble(DICE, 100, ASKED);
    // A uniform number has a standard deviation of 0.29: 208 rows, so 192 by luck or 256.
    assertThat(met.count()).isIn(192, 256);
    assertThat(met.inWords()).isEqualTo(met.count() + " realisations (the file: 100)");
    for (int look : List.of(16, 24, 32, 48, 64, 96, 128, 192, 256)) {
      double error = Math.max(error(met, 1, look), error(met, 2, look));
      if (look == met.count()) {
        assertThat(error).isLessThanOrEqualTo(target);
        return;
      }
      assertThat(error).isGreaterThan(target);
    }
  }

  private static double error(Ensemble ensemble, int column, int count) {
    double mean = ensemble.rows().subList(0, count).stream().mapToDouble(r -> r[column]).sum();
    double square = 0;
    for (double[] row : ensemble.rows().subList(0, count)) {
      square += Math.pow(row[column] - mean / count, 2);
    }
    return Math.sqrt(square / (count - 1) / count);
  }

  @Test
  void targetsThatAreMetAtOnceOrNever() {
    Workbench strict = bench(new MemoryStore(), 2, new SampleSize.TargetError(1e-9), ONE);
    assertThat(strict.ensemble(DICE, 100, List.of(0)).count()).isEqualTo(16); // a constant
    assertThat(strict.ensemble(DICE, 100, List.of()).count()).isEqualTo(100); // nothing to hold
    Ensemble capped = strict.ensemble(DICE, 100, ASKED);
    assertThat(capped.count()).isEqualTo(65_536);
    assertThat(capped.stop()).isInstanceOf(Ensemble.TargetMissed.class);
    assertThat(capped.inWords())
        .isEqualTo(
            "65536 realisations (the file: 100); the standard error of 0.0011 missed the target of 1E-9");
    Ensemble none =
        bench(new MemoryStore(), 2, new SampleSize.TargetError(0.1), ONE)
            .ensemble(new Altered(DICE, r -> new double[] {0, Double.NaN, 0}), 100, ASKED);
    assertThat(none.count()).isEqualTo(16);
    assertThat(none.inWords()).contains("some have no value");
  }

  @Test
  void rowsOfAProgramThatComputesTheSameAreTaken() {
    MemoryStore store = new MemoryStore();
    bench(store, 2, new SampleSize.Published(), ONE).exactly(DICE, 20);
    AtomicInteger computed = new AtomicInteger();
    Experiment counting = new Altered(DICE, row -> count(row, computed));
    Workbench second = bench(store, 2, new SampleSize.Published(), TWO);
    second.exactly(counting, 20);
    assertThat(computed).hasValue(1); // to be trusted
    second.exactly(counting, 20);
    assertThat(computed).hasValue(1);
    second.exactly(counting, 23);
    assertThat(computed).hasValue(4);
  }

  private static double[] count(double[] row, AtomicInteger computed) {
    computed.incrementAndGet();
    return row;
  }

  @Test
  void staleRowsAreRefusedOrSetAside() {
    MemoryStore store = new MemoryStore();
    bench(store, 2, new SampleSize.Published(), ONE).exactly(DICE, 20);
    Experiment other = new Altered(DICE, r -> new double[] {r[0], r[1], Math.nextUp(r[2])});
    assertThatThrownBy(() -> bench(store, 2, new SampleSize.Published(), TWO).exactly(other, 20))
        .hasRootCauseInstanceOf(StoreException.class)
        .hasMessageStartingWith(
            "Rows of 'dice workbench' in memory were written by qbattery 1 (commit abc) on Java;"
                + " this program, qbattery 1 (commit abc) on Java, computes other numbers for point 0");
    Ensemble afresh =
        new Workbench(
                store,
                new LocalThreads(2),
                new SampleSize.Published(),
                ProgressListener.none(),
                Workbench.Stale.SET_ASIDE,
                TWO)
            .exactly(other, 20);
    assertThat(afresh.rows().get(3)).containsExactly(other.row(3));
  }

  @Test
  void theWatcherIsToldTheEnd() {
    List<ProgressListener.Advance> told = new ArrayList<>();
    MemoryStore store = new MemoryStore();
    bench(store, 2, new SampleSize.Published(), ONE).exactly(DICE, 5);
    new Workbench(store, new LocalThreads(2), new SampleSize.Published(), told::add)
        .ensemble(DICE, 30, ASKED);
    ProgressListener.Advance last = told.get(told.size() - 1);
    assertThat(last.done()).isEqualTo(30);
    assertThat(last.wanted()).isEqualTo(30);
    assertThat(last.found()).isEqualTo(5);
    assertThat(last.standardError()).isBetween(0.03, 0.08); // 0.29 / sqrt(30)
    assertThat(told).hasSizeLessThan(20);
  }

  @Test
  void whatCannotBeDoneIsRefused() {
    Workbench bench = Workbench.inMemory();
    assertThatIllegalArgumentException().isThrownBy(() -> bench.exactly(DICE, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bench.ensemble(DICE, 10, List.of(3)))
        .withMessageContaining("column 3");
    assertThatThrownBy(() -> bench.exactly(new Altered(DICE, r -> new double[2]), 3))
        .hasMessageContaining("has 2 numbers, but there are 3 columns");
  }
}
