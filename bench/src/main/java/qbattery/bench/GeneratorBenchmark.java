package qbattery.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import qbattery.dynamics.Generator;
import qbattery.dynamics.Representations;
import qbattery.dynamics.StateForm;
import qbattery.model.Battery;
import qbattery.model.InitialState;

/**
 * Time of one derivative of all 4^N Pauli coefficients, as a whole and per coefficient.
 *
 * <p>The counter {@code coefficients} is the time of the call divided by 4^N.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 5,
    jvmArgsAppend = {"-Xmx6g", "-XX:+UseSerialGC"})
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class GeneratorBenchmark {

  /** Number of cells N. */
  @Param({"5", "7", "9", "11"})
  public int cells;

  /** Which network. */
  @Param public Network network;

  private Generator generator;
  private double[] x;
  private double[] dx;

  /** Counts coefficients, so that JMH reports the time of one. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Count {

    /** Coefficients done. */
    public long coefficients;
  }

  /** Compiles the generator and draws a vector. */
  @Setup
  public void prepare() {
    Battery battery = network.battery(cells);
    generator =
        Representations.of(
                battery, new InitialState.Ground().of(battery), StateForm.PAULI_COEFFICIENTS)
            .generator();
    x = new Random(11).doubles(generator.size(), -1, 1).toArray();
    dx = new double[x.length];
  }

  /**
   * One call.
   *
   * @param count where the coefficients are counted
   * @return the derivative
   */
  @Benchmark
  public double[] apply(Count count) {
    generator.apply(0, x, dx);
    count.coefficients += x.length;
    return dx;
  }
}
