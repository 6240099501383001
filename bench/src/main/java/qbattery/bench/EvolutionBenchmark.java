package qbattery.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.Method;
import qbattery.dynamics.Quantity;
import qbattery.dynamics.TimeGrid;
import qbattery.dynamics.TimeSeries;
import qbattery.measure.Ergotropy;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Graph;
import qbattery.model.InitialState;
import qbattery.quantum.Observable;

/** Time of whole evolutions, the choice of form and what is measured on the way included. */
public class EvolutionBenchmark {

  /** How the five cells start. */
  public enum Start {

    /** Every cell in (|e> + |g>)/sqrt 2. */
    COHERENT(new InitialState.Coherent()),

    /** Every cell excited with probability 3/4. */
    CLASSICAL(new InitialState.Classical(0.75));

    private final InitialState state;

    Start(InitialState state) {
      this.state = state;
    }
  }

  /** The star of five cells of santos2021, Sec. III. */
  @State(Scope.Benchmark)
  public static class FiveCells {

    /** How it starts. */
    @Param public Start start;
  }

  /** A chain. */
  @State(Scope.Benchmark)
  public static class Chain {

    /** Number of cells N. */
    @Param("10")
    public int cells;
  }

  /**
   * Five cells in a star to Gamma t = 3: energy and ergotropy at 31 times.
   *
   * @param cells how they start
   * @return what was measured
   */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Fork(value = 5, jvmArgsAppend = "-XX:+UseSerialGC")
  @Warmup(iterations = 5, time = 1)
  @Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
  public TimeSeries fiveCellStar(FiveCells cells) {
    Battery battery = CellNetwork.uniform(Graph.central(5), 1, 2, 1, 0.5).battery();
    Observable storage = Observable.of(battery.storage());
    return Evolution.of(battery, cells.start.state.of(battery))
        .over(TimeGrid.upTo(3, 31))
        .with(Method.DormandPrince.USUAL)
        .observe(
            List.of(
                new Quantity.Expectation("energy", battery.storage()),
                new Quantity.OfState("ergotropy", state -> Ergotropy.of(state, storage))));
  }

  /**
   * A chain to Gamma t = 1 from the coherent start: energy at 11 times. So the time is seconds per
   * unit time. Each fork runs it once, cold, as the program does.
   *
   * @param chain how many cells
   * @return what was measured
   */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @Fork(value = 5, jvmArgsAppend = "-XX:+UseSerialGC")
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public TimeSeries chain(Chain chain) {
    Battery battery = Network.LINEAR.battery(chain.cells);
    return Evolution.of(battery, new InitialState.Coherent().of(battery))
        .over(TimeGrid.upTo(1, 11))
        .with(Method.DormandPrince.USUAL)
        .observe(List.of(new Quantity.Expectation("energy", battery.storage())));
  }
}
