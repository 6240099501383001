package qbattery.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
import qbattery.model.DisorderedNetwork;
import qbattery.model.Distribution;
import qbattery.model.Graph;
import qbattery.model.InitialState;
import qbattery.quantum.Observable;

/**
 * Time of one realisation of the disordered chains of arjmandi2022: coupling 10 Gamma, disorder 5,
 * to Gamma t = 1 from the coherent start, looked at 100 times.
 */
public class RealisationBenchmark {

  /** What is measured each time. */
  public enum Measured {

    /** The energy alone, which needs no density matrix. */
    ENERGY,

    /** Energy and ergotropy, which diagonalises the state. */
    ERGOTROPY
  }

  /** A chain. */
  @State(Scope.Benchmark)
  public static class Chain {

    /** Number of cells N. */
    @Param({"2", "7"})
    public int cells;

    /** Mean field in units of Gamma. */
    @Param({"5", "20"})
    public double field;

    /** What is measured. */
    @Param public Measured measured;

    private final SplittableRandom random = new SplittableRandom(1);

    private CellNetwork draw() {
      return new DisorderedNetwork(
              Graph.linear(cells),
              new Distribution.Magnitude(Distribution.Uniform.around(field, 5)),
              new Distribution.Constant(5), // J/4 (xx + yy) is J/2 of hopping
              new Distribution.Constant(1),
              new Distribution.Constant(0))
          .realise(random::nextDouble);
    }
  }

  /**
   * One realisation, another one each time, with the tolerances of the paper's ensembles.
   *
   * @param chain what is drawn
   * @return what was measured
   */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Fork(value = 3, jvmArgsAppend = "-XX:+UseSerialGC")
  @Warmup(iterations = 5, time = 1)
  @Measurement(iterations = 5, time = 1)
  public TimeSeries realisation(Chain chain) {
    CellNetwork cells = chain.draw();
    Battery battery = cells.batteryInRotatingFrame();
    List<Quantity> quantities = new ArrayList<>();
    quantities.add(new Quantity.Expectation("energy", battery.storage()));
    if (chain.measured == Measured.ERGOTROPY) {
      Observable storage = Observable.of(battery.storage());
      quantities.add(
          new Quantity.OfState(
              "passive energy",
              state -> Ergotropy.passiveEnergy(state.spectrum(), storage.spectrum())));
    }
    return Evolution.of(battery, new InitialState.Coherent())
        .over(TimeGrid.upTo(1, 100))
        .with(new Method.DormandPrince(1e-8, 1e-10))
        .observe(quantities);
  }
}
