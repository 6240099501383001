package qbattery.bench;

import java.util.Arrays;
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

/**
 * What one thread gets from memory: the triad {@code a[i] = b[i] + s c[i]} on arrays as long as the
 * generator's vectors.
 *
 * <p>The counter {@code bytes} is the rate of bytes read and written, 24 for each i: bytes per
 * nanosecond, so GB/s. That the processor may also read a line of a before it writes it is not
 * counted, here or in the generator.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 5,
    jvmArgsAppend = {"-Xmx6g", "-XX:+UseSerialGC"})
@Warmup(iterations = 2, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class BandwidthBenchmark {

  /** The number of cells N whose vectors have the arrays' length, 4^N. */
  @Param({"5", "7", "9", "11"})
  public int cells;

  private double[] a;
  private double[] b;
  private double[] c;
  private double s;

  /** Counts bytes, so that JMH reports their rate. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Count {

    /** Bytes moved. */
    public long bytes;
  }

  /** Makes the arrays, and writes to them all so that they have memory of their own. */
  @Setup
  public void prepare() {
    int size = 1 << (2 * cells);
    a = new double[size];
    b = new double[size];
    c = new double[size];
    Arrays.fill(a, 1);
    Arrays.fill(b, 2);
    Arrays.fill(c, 3);
    s = 0.5;
  }

  /**
   * One pass.
   *
   * @param count where the bytes are counted
   * @return the sums
   */
  @Benchmark
  public double[] triad(Count count) {
    add(a, b, c, s);
    count.bytes += 3L * Double.BYTES * a.length;
    return a;
  }

  private static void add(double[] a, double[] b, double[] c, double s) {
    for (int i = 0; i < a.length; i++) {
      a[i] = b[i] + s * c[i];
    }
  }
}
