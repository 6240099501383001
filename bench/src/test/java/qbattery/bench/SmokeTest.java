package qbattery.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Calls each benchmark once on its smallest problem, so that none rots. It measures nothing. */
class SmokeTest {

  @Test
  void eachBenchmarkRuns() throws RunnerException {
    Collection<RunResult> runs = new Runner(once()).run();
    assertThat(runs)
        .extracting(run -> run.getPrimaryResult().getLabel())
        .containsOnly(
            "apply", "triad", "valuesOf", "fiveCellStar", "chain", "of", "realisation", "longTime");
    assertThat(Main.table(runs)).contains("| apply cells = 5 network = CENTRAL | 1 | ");
  }

  private static Options once() {
    return new OptionsBuilder()
        .param("cells", "5")
        .param("n", "2")
        .mode(Mode.SingleShotTime)
        .forks(0)
        .warmupIterations(0)
        .measurementIterations(1)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .build();
  }
}
